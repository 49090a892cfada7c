"""Goods that a sentence says were not given beside those that were: "howitzers but no tanks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armstrade.claims import Polarity, Stage
from armstrade.reading import MaterielPhrase, Sentence

from .chains import is_approval
from .event import Event

_BUT = frozenset({"aber", "but", "jedoch", "sondern"})
_NOT = frozenset({"not", "nicht"})
_BEFORE_NOT = _BUT | {",", "though", "although", "wenn", "wohl"}


def is_denied_alone(sentence: Sentence, phrase: MaterielPhrase) -> bool:
    """ "gab Kiew Haubitzen, aber keine Raketen", "no tanks, but howitzers": none of these."""
    words = sentence.words
    if _after_not(sentence, phrase):
        return True
    k = phrase.first - 1
    while k > 0 and words[k].tag in ("word", "attr", "num") and not _is_none(words[k].low):
        k -= 1
    if k < 0 or not _is_none(words[k].low):
        return False
    behind = [w.low for w in words[phrase.last + 1 : phrase.last + 3]]
    return (k > 0 and words[k - 1].low in _BUT) or (behind[:1] == [","] and behind[-1] in _BUT)


def _after_not(sentence: Sentence, phrase: MaterielPhrase) -> bool:
    """ "sold Peru tanks, not rockets", "but not the rockets", "nicht aber Raketen"."""
    words = sentence.words
    k = phrase.first - 1
    while k > 0 and words[k].tag in ("det", "attr", "num", "word") and words[k].low not in _NOT:
        k -= 1
    if k > 0 and words[k].low in _BUT and words[k - 1].low in _NOT:
        k -= 1
    if k < 1 or words[k].low not in _NOT:
        return False
    if [w.low for w in words[phrase.last + 1 : phrase.last + 3]] == [",", "sondern"]:
        return True  # "hat nicht Panzer, sondern Haubitzen verkauft"
    if words[k - 1].low not in _BEFORE_NOT:
        return False
    told = any(m.last < k for m in sentence.materiel)
    return told and not any(words[i].is_verb for i in range(phrase.last + 1, len(words)))


def _is_none(low: str) -> bool:
    return low == "no" or low.startswith("kein")


def excepted(sentence: Sentence, found: Sequence[Event]) -> list[Event]:
    """What is denied beside each transfer of a sentence, between the same parties."""
    told = {m.start for event in found for m in event.materiel}
    denied = [m for m in sentence.materiel if m.start not in told and is_denied_alone(sentence, m)]
    added: list[Event] = []
    for event in found if denied else ():
        beside = {m.clause for m in event.materiel if m.sentence == sentence.index}
        goods = [m for m in denied if m.clause in beside]
        if not goods or event.polarity is Polarity.NEGATED:
            continue
        added.append(
            replace(event, materiel=goods, stage=Stage.REFUSED)
            if event.stage is Stage.PLANNED or is_approval(event.outermost)
            else replace(event, materiel=goods, polarity=Polarity.NEGATED)
        )
    return added
