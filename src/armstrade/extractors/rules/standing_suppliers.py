"""Who is somebody's supplier: "Algeriens wichtigster Waffenlieferant bleibt Russland."."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.grammar import all_words
from armstrade.reading import PartyPhrase, Sentence, Trigger

from .chains import names_a_party
from .event import Event
from .status import decide

_BEING = all_words("copulas")
_WHOSE = frozenset({"von", "für"})
# How far behind the noun "von Peru" may stand, in words.
_NEAR = 3


def standing_suppliers(sentence: Sentence, found: list[Event]) -> list[Event]:
    """The supply that goes on between a supplier and the one whose supplier it is."""
    if found or sentence.reading.grammar.language != "de" or sentence.lows.isdisjoint(_BEING):
        return []
    if not sentence.lows.isdisjoint(sentence.reading.grammar.cue("negators")):
        return []
    for trigger in sentence.triggers:
        if trigger.is_verb or not names_a_party(trigger):
            continue
        goods = [m for m in sentence.materiel if m.inside == trigger.word]
        whose, who = _whose(sentence, trigger), _who(sentence, trigger)
        if not goods or not whose or not who or whose[0].key == who[0].key:
            continue
        event = Event(sentence, sentence.clause_of.get(trigger.word), trigger)
        event.supplier, event.recipient, event.materiel = who, whose, goods
        event.supplier_score = event.recipient_score = 8.0
        event.materiel_score = 3.0
        decide(event)
        event.stage = Stage.DELIVERED
        return [event]
    return []


def _whose(sentence: Sentence, noun: Trigger) -> list[PartyPhrase]:
    """ "Algeriens … Waffenlieferant", "Waffenlieferant von Algerien"."""
    return [
        p
        for p in sentence.parties
        if p.key is not None
        and (
            (p.modifies == noun.word and (p.genitive or p.kind == "adjective"))
            or (p.first == noun.word + 1 and not p.preposition and "gen" in p.cases)
            or (p.preposition in _WHOSE and 0 < p.first - noun.word <= _NEAR)
        )
    ][:1]


def _who(sentence: Sentence, noun: Trigger) -> list[PartyPhrase]:
    """The other side of "ist", "bleibt"."""
    clause = sentence.clause_of.get(noun.word)
    if clause is None or not any(sentence.words[i].low in _BEING for i in clause.words):
        return []
    return [
        p
        for p in sentence.parties
        if p.key is not None
        and p.clause == clause.index
        and not p.preposition
        and p.modifies is None
        and not p.genitive
        and "nom" in p.cases
    ][:1]
