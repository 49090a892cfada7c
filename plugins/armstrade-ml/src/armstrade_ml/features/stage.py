"""Features of a verb group: its tense, and the stage that triggers make together.

"approved the sale", "refused to deliver", "the deal was called off": the trigger table knows the
stage of each word; here the outer one is laid over the inner one.
"""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.claims import Stage

from ..syntax import View
from .cues import BIT
from .seen import TENSES, Seen

_STAGES = tuple(Stage)
_ENDS = (Stage.REFUSED, Stage.CANCELLED)
_TALK = (Stage.SOUGHT, Stage.OFFERED, Stage.NEGOTIATED)
_TENSE = {form: bytes(form == t for t in TENSES) for form in TENSES}
STAGE_FLAGS = {stage: bytes(stage is s for s in _STAGES) for stage in _STAGES}
_LATER = ("future", "modal", "infinitive")

NAMES = [
    *(f"tense_{t}" for t in TENSES),
    *(f"inner_{s.value}" for s in _STAGES),
    *(f"outer_{s.value}" for s in _STAGES),
    "governed", "negated_own", "negated_outer", "negated_goods", "outer_future",
]  # fmt: skip


def _over(outer: Stage, inner: Stage) -> Stage:
    """The stage of a trigger below another."""
    if outer in _ENDS:
        return outer
    if inner in _ENDS:
        return inner
    if outer in _TALK:
        return outer
    if outer is Stage.ORDERED:
        return Stage.ORDERED
    if outer is Stage.PLANNED:
        return inner if inner in _TALK else Stage.PLANNED
    return inner


def stage_row(view: View, seen: Seen, others: Sequence[Seen]) -> bytes:
    """Tense and composed stage of a trigger; `NAMES` says which is which.

    Parameters
    ----------
    others
        The other triggers of the sentence.
    """
    here, higher = seen.clause, seen.above
    form, inner = seen.tense, seen.stage
    if form in _LATER and inner in (Stage.DELIVERED, Stage.ORDERED):
        inner = Stage.PLANNED
    same = [] if seen.is_verb else [o for o in others if o.is_verb and o.clause == here]
    relative = here >= 0 and view.clauses[here].kind == "rel"
    above = [o for o in others if o.clause == higher[0]] if higher and not relative else []
    for governor in same:
        inner = _over(governor.stage, inner)
    outer = inner
    for governor in above:
        outer = _over(governor.stage, outer)
    none = BIT["none"]
    rest = (
        bool(same or above),
        here >= 0 and view.clause_bits[here] & none != 0,
        seen.above_bits & none != 0,
        any(
            view.bits_of(range(max(0, m.first - 2), m.first)) & none != 0
            for m in view.materiel
            if m.clause == here
        ),
        any(o.tense in _LATER for o in (*same, *above)),
    )
    return _TENSE[form] + STAGE_FLAGS[inner] + STAGE_FLAGS[outer] + bytes(rest)
