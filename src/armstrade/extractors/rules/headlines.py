"""Headlines are in the present tense, whatever has happened. German.

"Oslo schenkt Peru zwei Boote" stands above a handover as well as above a promise.
"""

from __future__ import annotations

from armstrade.claims import Category, Polarity, Stage

from .event import Event
from .verb_groups import verb_group

# How far below the headline the report tells of it, in sentences.
_REACH = 4


def settle_headline(events: list[Event]) -> None:
    """What the headline seems to announce has happened where the lead says so."""
    for event in events:
        if not _is_open(event):
            continue
        below = [
            other.stage
            for other in events
            if 0 < other.sentence.index <= _REACH and _is_same(event, other)
        ]
        if Stage.DELIVERED in below and Stage.PLANNED not in below:
            event.stage = Stage.DELIVERED


def _is_open(event: Event) -> bool:
    """Whether the headline leaves the stage open: "Oslo schenkt …", "Boote für Peru"."""
    sentence = event.sentence
    if sentence.index or sentence.reading.grammar.language != "de" or event.governors:
        return False
    if (
        event.stage is not Stage.PLANNED
        or event.polarity is Polarity.NEGATED
        or not event.core.is_verb
    ):
        return False
    if sentence.text.rstrip().endswith((".", "!", "?")):
        return False
    group = verb_group(sentence, event.clause, event.core)
    modal = group.must or group.may or group.can or group.wants or group.conditional
    return group.present and not (modal or group.future)


def _is_same(one: Event, other: Event) -> bool:
    if other.polarity is Polarity.NEGATED:
        return False
    for role in ("supplier", "recipient"):
        keys = [{p.country or p.key for p in getattr(e, role)} for e in (one, other)]
        if not keys[0] & keys[1]:
            return False
    told = {m.category for m in one.materiel}
    return told == {Category.UNSPECIFIED} or bool(told & {m.category for m in other.materiel})
