"""Goods that a sentence says were not given beside those that were: "howitzers but no tanks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armstrade.claims import Polarity, Stage
from armstrade.reading import MaterielPhrase, Sentence

from .event import Event

_BUT = frozenset({"aber", "but", "jedoch", "sondern"})


def is_denied_alone(sentence: Sentence, phrase: MaterielPhrase) -> bool:
    """ "gab Kiew Haubitzen, aber keine Raketen", "no tanks, but howitzers": none of these."""
    words = sentence.words
    k = phrase.first - 1
    while k > 0 and words[k].tag in ("word", "attr", "num") and not _is_none(words[k].low):
        k -= 1
    if k < 0 or not _is_none(words[k].low):
        return False
    behind = [w.low for w in words[phrase.last + 1 : phrase.last + 3]]
    return (k > 0 and words[k - 1].low in _BUT) or (behind[:1] == [","] and behind[-1] in _BUT)


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
            if event.stage is Stage.PLANNED
            else replace(event, materiel=goods, polarity=Polarity.NEGATED)
        )
    return added
