""" "The package also includes 40 missiles.": more goods of a deal told before."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from armstrade.claims import Stage
from armstrade.language.grammar import all_words
from armstrade.reading import MaterielPhrase, Sentence, Trigger
from armstrade.reading.asides import left_of

from .bare_deals import bare_deal
from .discourse import Discourse
from .event import Event
from .slots import TO

# Words that stand for a deal at the head of a sentence, and for what is in it.
_PRONOUNS = all_words("package_pronouns")
_INSIDE = all_words("inside_it")
# A deal that is signed, whatever has been delivered of it. English.
_BINDING = frozenset({"agreement", "contract", "deal", "order"})
# "The contract also calls for …": what stands behind "for" is the goods.
_CALLING = frozenset({"calls"})
# "Es geht um 24 Hubschrauber."
_AT_ISSUE = frozenset({"es", "um"})
_IS_AT_ISSUE = frozenset({"geht", "gehe", "ging"})
# "Hinzugekommen sind …": already there.
_ARRIVED = all_words("has_come")


def contents(sentence: Sentence, discourse: Discourse, found: list[Event]) -> list[Event]:
    """The transfer told before, with the goods that a sentence says belong to it."""
    grammar = sentence.reading.grammar
    verbs, deals = grammar.words("content_verbs"), grammar.words("deals")
    if not sentence.has_materiel:
        return []
    if not found and _lists(sentence):
        return _listed(sentence, discourse)
    if not discourse.events:
        return []
    if not found and _adds(sentence):
        first = sentence.triggers[0].word if sentence.triggers else 0
        return [_for_another(event) for event in _of_deal(sentence, discourse, first)]
    if sentence.lows.isdisjoint(verbs):
        return []
    words = sentence.words
    verb = next((word.i for word in words if word.low in verbs), None)
    german = grammar.language == "de"
    deal = next(
        # German compounds too ("Hilfspaket"); "said" is no aid
        (w.i for w in words if w.low in deals or (german and w.low.endswith(tuple(deals)))),
        None,
    )
    if verb is None or deal is None or not _definite(sentence, deal):
        return []
    told = {m.start for event in found for m in event.materiel}
    added = _of_deal(sentence, discourse, verb, max(verb, deal), told)
    if words[deal].low in _BINDING:
        for event in added:  # "the agreement, which also covers ammunition": not arrived with it
            event.stage = Stage.ORDERED if event.stage is Stage.DELIVERED else event.stage
    return added


def _lists(sentence: Sentence) -> bool:
    """ "Es umfasst 20 Lastwagen.", "Darin enthalten sind …", "Auf der Liste stehen …"."""
    words, grammar = sentence.words, sentence.reading.grammar
    if len(words) < 3:
        return False
    if grammar.language == "en":
        return words[0].low in _PRONOUNS and words[1].low in grammar.words("containing")
    opening = {word.low for word in words[:4]}
    if opening >= _AT_ISSUE and not opening.isdisjoint(_IS_AT_ISSUE):
        goods = min((m.first for m in sentence.materiel), default=0)
        return goods > 0 and words[left_of(words, goods)].low == "um"
    if words[0].low in _PRONOUNS and not opening.isdisjoint(grammar.words("containing")):
        return True
    if words[0].low in _INSIDE and not sentence.lows.isdisjoint(grammar.words("listing_verbs")):
        return True
    listed = opening & grammar.words("lists")
    return bool(listed) and not sentence.lows.isdisjoint(grammar.words("listing_verbs"))


def _listed(sentence: Sentence, discourse: Discourse) -> list[Event]:
    """The goods of a list, given between the parties of the deal that it belongs to."""
    past = discourse.same_deal(sentence) or bare_deal(sentence, discourse)
    if past is None or not sentence.lows.isdisjoint(sentence.reading.grammar.cue("negators")):
        return []
    known = {p.key for p in (*past.supplier, *past.recipient)}
    if not {p.key for p in sentence.parties if p.key is not None and not p.modifies} <= known:
        return []
    return _of_deal(sentence, discourse, 0, past=past)


def _of_deal(
    sentence: Sentence,
    discourse: Discourse,
    verb: int,
    behind: int = -1,
    told: Set[int] = frozenset(),
    past: Event | None = None,
) -> list[Event]:
    """The goods behind a word as more of the deal told last."""
    goods = [m for m in sentence.materiel if m.inside is None and m.first > behind]
    called_for = any(word.low in _CALLING for word in sentence.words[verb : verb + 1])
    goods = [m for m in goods if m.start not in told and (called_for or not _serves(m))]
    past = past or discourse.same_deal(sentence)
    if past is None or not goods:
        return []
    word = sentence.words[verb]
    core = Trigger(past.core.row, verb, (verb,), frozenset(), word.start, word.end)
    clause = sentence.clause_of.get(verb)
    arrived = not sentence.lows.isdisjoint(_ARRIVED) and past.stage is Stage.PLANNED
    return [
        replace(
            past,
            stage=Stage.DELIVERED if arrived else past.stage,
            sentence=sentence,
            clause=clause,
            core=core,
            governors=[],
            materiel=goods,
            materiel_score=4.0,
            reported_in=[],
            consideration=None,
            condition=None,
        )
    ]


def _adds(sentence: Sentence) -> bool:
    """ "Dazu kommen fünf Radpanzer.", "Im Einzelnen handelt es sich um 40 Mörser.": no party."""
    grammar = sentence.reading.grammar
    if sentence.lows.isdisjoint(grammar.words("adding")):
        return False
    if sentence.lows.isdisjoint(grammar.words("adding_verbs")):
        return False
    return all(p.key is None or p.preposition in TO for p in sentence.parties)


def _for_another(event: Event) -> Event:
    """ "Hinzu kommen 40 Mörser für Peru": the same giver, another taker."""
    to = [
        p
        for p in event.sentence.parties
        if p.key is not None and p.preposition in TO and p.modifies is None
    ]
    known = {p.key for p in (*event.supplier, *event.recipient)}
    if not to or to[0].key in known:
        return event
    return replace(event, recipient=to[:1], recipient_score=6.0)


def _definite(sentence: Sentence, deal: int) -> bool:
    """ "the package", "dieses Geschäft", "zum Umfang": one that is known."""
    grammar = sentence.reading.grammar
    known = grammar.words("definite") | grammar.contractions.keys()
    return any(word.low in known for word in sentence.words[max(0, deal - 4) : deal])


def _serves(phrase: MaterielPhrase) -> bool:
    """ "ammunition for its howitzers": what the goods are for is not given."""
    return phrase.preposition in ("for", "für", "of", "against", "gegen")
