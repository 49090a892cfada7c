"""Who is whose main supplier or customer: "Algeriens wichtigster Waffenlieferant bleibt Russland",
"Qatar was the largest recipient of Italian arms".
"""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.grammar import all_words
from armstrade.reading import MaterielPhrase, PartyPhrase, Sentence, Trigger

from .chains import names_a_party
from .event import Event
from .status import decide

_BEING = all_words("copulas")
_RANKS = all_words("ranks_of_trade")
_RANKED = ("haupt", "groß")
_WHOSE = frozenset({"von", "für", "of", "to", "for"})
# How far behind the noun "von Peru", "of Italian arms" may stand, in words.
_NEAR = 4
# How far before the noun its rank may stand, in words.
_BEFORE = 4


def standing_trade(sentence: Sentence, found: list[Event]) -> list[Event]:
    """The supply that goes on between a supplier and the one whose supplier it is."""
    if found or sentence.lows.isdisjoint(_BEING):
        return []
    if not sentence.lows.isdisjoint(sentence.reading.grammar.cue("negators")):
        return []
    for noun in sentence.triggers:
        if noun.is_verb or not names_a_party(noun) or not _is_ranked(sentence, noun):
            continue
        gives = any(role.slot == "self" for role in noun.row.supplier)
        goods = _goods(sentence, noun)
        others = _whose(sentence, noun) if gives else _whose_goods(sentence, noun, goods)
        named = [p for p in _named(sentence, noun) if p.key != (others and others[0].key)]
        if not goods or not others or not named:
            continue
        event = Event(sentence, sentence.clause_of.get(noun.word), noun)
        event.supplier, event.recipient = (named, others) if gives else (others, named)
        event.materiel = goods
        event.supplier_score = event.recipient_score = 8.0
        event.materiel_score = 3.0
        decide(event)
        event.stage = Stage.DELIVERED
        return [event]
    return []


def _is_ranked(sentence: Sentence, noun: Trigger) -> bool:
    """ "the largest supplier", "Hauptabnehmer"; whoever is just the buyer buys something known."""
    words = sentence.words
    if words[noun.word].low.startswith(_RANKED):
        return True
    before = words[max(0, noun.word - _BEFORE) : noun.word]
    return any(word.low in _RANKS for word in before)


def _goods(sentence: Sentence, noun: Trigger) -> list[MaterielPhrase]:
    """ "arms supplier", "supplier of arms", "Abnehmer deutscher Panzer"."""
    inside = [m for m in sentence.materiel if m.inside in noun.words]
    right_there = [
        m
        for m in sentence.materiel
        if m not in inside
        and (0 <= m.first - noun.word <= _NEAR or 0 < min(noun.words) - m.last <= 1)
    ]
    return inside or right_there[:1]


def _whose(sentence: Sentence, noun: Trigger) -> list[PartyPhrase]:
    """ "Algeriens … Waffenlieferant", "supplier of arms to Algeria"."""
    return [
        p
        for p in sentence.parties
        if p.key is not None
        and (
            (p.modifies in noun.words and (p.genitive or p.kind == "adjective"))
            or (p.genitive and p.modifies is not None and 0 < noun.word - p.last <= _BEFORE)
            or (p.first == noun.word + 1 and not p.preposition and "gen" in p.cases)
            or (p.preposition in _WHOSE and 0 < p.first - noun.word <= _NEAR)
        )
    ][:1]


def _whose_goods(
    sentence: Sentence, noun: Trigger, goods: list[MaterielPhrase]
) -> list[PartyPhrase]:
    """ "recipient of Italian arms", "France's top arms customers"."""
    made = [
        p
        for p in sentence.parties
        if p.key is not None
        and p.modifies is not None
        and any(m.first <= p.modifies <= m.last for m in goods)
    ]
    return made[:1] or _whose(sentence, noun)


def _named(sentence: Sentence, noun: Trigger) -> list[PartyPhrase]:
    """The other side of "ist", "bleibt", "was": one or several."""
    clause = sentence.clause_of.get(noun.word)
    if clause is None:
        return []
    being = [i for i in clause.words if sentence.words[i].low in _BEING]
    if not being:
        return []
    behind = noun.word < being[0]
    return [
        p
        for p in sentence.parties
        if p.key is not None
        and p.clause == clause.index
        and (p.first > being[0]) is behind
        and not p.preposition
        and p.modifies is None
        and not p.genitive
        and "nom" in p.cases
    ]
