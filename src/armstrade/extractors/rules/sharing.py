"""Parties that the events of one sentence share, as they share goods."""

from __future__ import annotations

from .event import Event
from .events import is_bare_attribute
from .themes import moves


def share(event: Event) -> None:
    """ "took delivery of the jets promised by London": one sentence, the same goods."""
    english = event.language == "en"
    for beside in event.beside:
        shared = (
            _in_its_relative(event, beside) or _runs_on(event, beside) or is_bare_attribute(event)
        )
        if not english and not shared:
            continue
        if beside is event or not event.shares_goods(beside):
            continue
        for role, other in (("supplier", "recipient"), ("recipient", "supplier")):
            theirs = getattr(beside, role)
            lacking = getattr(event, f"{role}_score") < 5 <= getattr(beside, f"{role}_score")
            if lacking and not {p.key for p in theirs} & {p.key for p in getattr(event, other)}:
                setattr(event, role, list(theirs))
                setattr(event, f"{role}_score", 5.5)


def _in_its_relative(event: Event, beside: Event) -> bool:
    """ "Jets, die Ankara bestellt hat, werden nicht ausgeliefert": nobody else is named."""
    if event.supplier_score >= 5 or event.recipient_score >= 5 or not event.core.is_verb:
        return False
    above, below = event.clause, beside.clause
    return (
        above is not None
        and below is not None
        and below.kind == "rel"
        and below.parent == above.index
    )


def _runs_on(event: Event, beside: Event) -> bool:
    """ "stammte aus dem Iran und war für die Huthi bestimmt": of the same goods."""
    above, below = beside.clause, event.clause
    return (
        above is not None
        and below is not None
        and moves(event.core)
        and moves(beside.core)
        and (below.parent == above.index or above.parent == below.index)
    )
