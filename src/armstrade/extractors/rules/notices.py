"""What a buyer has asked for is approved when the document tells of an approval.

Notices of export sales tell it twice: "has approved a sale of howitzers to Morocco", and then
"Morocco has requested to buy 36 howitzers, 42 radios and spare parts".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from armstrade.claims import Polarity, Stage

from .chains import is_approval
from .discourse import Discourse
from .event import Event

_REACH = 4


def approved(found: list[Event], discourse: Discourse) -> Iterator[Event]:
    """Requests of this sentence as goods of the approval told before."""
    for event in found:
        if event.stage is not Stage.SOUGHT or event.polarity is not Polarity.AFFIRMED:
            continue
        if any(m.quantity and m.quantity.counting == "additional" for m in event.materiel):
            continue
        if any(_covers(past, event) for past in discourse.events[-4:]):
            yield replace(event, stage=Stage.ORDERED, reported_in=list(event.reported_in))


def _covers(past: Event, event: Event) -> bool:
    """Whether a past event is the approval of what is asked for."""
    return (
        past.stage is Stage.ORDERED
        and past.polarity is Polarity.AFFIRMED
        and event.sentence.index - past.sentence.index <= _REACH
        and any(map(is_approval, (past.core, *past.governors)))
        and not past.core.is_verb
        and not any(m.quantity and m.quantity.min for m in past.materiel)
        and {p.key for p in past.supplier} == {p.key for p in event.supplier}
        and {p.key for p in past.recipient} == {p.key for p in event.recipient}
    )
