""" "The package also includes 40 missiles.": more goods of a deal told before."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from armstrade.claims import Stage
from armstrade.language.grammar import all_words
from armstrade.reading import MaterielPhrase, Sentence, Trigger

from .discourse import Discourse
from .event import Event

# "Hinzugekommen sind …": already there.
_ARRIVED = all_words("has_come")


def contents(sentence: Sentence, discourse: Discourse, found: list[Event]) -> list[Event]:
    """The transfer told before, with the goods that a sentence says belong to it."""
    grammar = sentence.reading.grammar
    verbs, deals = grammar.words("content_verbs"), grammar.words("deals")
    if not sentence.has_materiel or not discourse.events:
        return []
    if not found and _adds(sentence):
        return _of_deal(sentence, discourse, sentence.triggers[0].word if sentence.triggers else 0)
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
    return _of_deal(sentence, discourse, verb, max(verb, deal), told)


def _of_deal(
    sentence: Sentence,
    discourse: Discourse,
    verb: int,
    behind: int = -1,
    told: Set[int] = frozenset(),
) -> list[Event]:
    """The goods behind a word as more of the deal told last."""
    goods = [m for m in sentence.materiel if m.inside is None and m.first > behind]
    goods = [m for m in goods if m.start not in told and not _serves(m)]
    past = discourse.same_deal(sentence)
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
    return not any(p.key is not None for p in sentence.parties)


def _definite(sentence: Sentence, deal: int) -> bool:
    """ "the package", "dieses Geschäft", "zum Umfang": one that is known."""
    grammar = sentence.reading.grammar
    known = grammar.words("definite") | grammar.contractions.keys()
    return any(word.low in known for word in sentence.words[max(0, deal - 4) : deal])


def _serves(phrase: MaterielPhrase) -> bool:
    """ "ammunition for its howitzers": what the goods are for is not given."""
    return phrase.preposition in ("for", "für", "of", "against", "gegen")
