"""Ships, planes and lorries with a cargo: it is the cargo that is given. English.

"A freighter carrying shells docked in Tripoli", "sent a plane carrying rifles", "six planes
landed in Oran, reportedly carrying guns".
"""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.reading import MaterielPhrase

from .attachment import CARRIERS, VESSELS
from .event import Event

_CARRYING = frozenset({"carrying", "bringing", "transporting"})


def cargo_of(
    event: Event, near: list[MaterielPhrase], moving: bool
) -> tuple[list[MaterielPhrase], float] | None:
    """The cargo with its score, nothing where others than goods are carried, ``None`` without a
    carrier. `moving` tells that the subject of the verb is what moves."""
    if event.language != "en":
        return None
    core, words = event.core, event.sentence.words
    at = _carried_from(event)
    sends = core.is_verb and core.row.stage is Stage.DELIVERED
    if at is not None and (moving if at < core.word else sends):
        end = core.word if at < core.word else len(words)
        goods = _list_behind(event, at, end)
        return goods, 4.0 if goods else 0.0
    goods = _carried_behind(event) if moving else []
    goods = [m for m in goods if m not in near[:1]]
    if goods and all(m.category in VESSELS for m in near[:1]):
        return goods, 4.0
    return None


def _carried_from(event: Event) -> int | None:
    """Where a carrier right before is said to carry something, in the subject or the object."""
    words = event.sentence.words
    for k in range(1, len(words)):
        carrier = words[max(0, k - 2 if words[k - 1].text == "," else k - 1)]
        if words[k].low not in _CARRYING or not carrier.low.startswith(CARRIERS):
            continue
        between = words[min(k, event.core.word) + 1 : max(k, event.core.word)]
        if k < event.core.word or not any(w.tag == "fin" for w in between):
            return k
    return None


def _carried_behind(event: Event) -> list[MaterielPhrase]:
    """The goods behind "carrying", when it follows the verb of its clause."""
    words = event.sentence.words
    verb = next((w.i for w in words[event.core.word + 1 :] if w.low in _CARRYING), None)
    if verb is None or any(w.tag == "fin" for w in words[event.core.word + 1 : verb]):
        return []
    return [m for m in event.sentence.materiel if m.inside is None and m.first > verb][:1]


def _list_behind(event: Event, at: int, end: int) -> list[MaterielPhrase]:
    """The first goods between two words, and those coordinated with them."""
    goods = [m for m in event.sentence.materiel if m.inside is None and at < m.first < end]
    return [m for m in goods if m is goods[0] or 0 <= m.group == goods[0].group]
