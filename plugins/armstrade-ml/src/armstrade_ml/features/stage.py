"""Features of a verb group: its tense, and the stage that triggers make together.

"approved the sale", "refused to deliver", "the deal was called off": the trigger table knows the
stage of each word; here the outer one is laid over the inner one.
"""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.reading import Trigger

from ..syntax import View

TENSES = ("attribute", "noun", "perfect", "future", "modal", "infinitive", "progressive", "past",
          "present", "participle")  # fmt: skip
_STAGES = tuple(Stage)
_ENDS = (Stage.REFUSED, Stage.CANCELLED)
_TALK = (Stage.SOUGHT, Stage.OFFERED, Stage.NEGOTIATED)
_HAVE = frozenset({"has", "have", "had", "having", "hat", "haben", "hatte", "hatten", "habe",
                   "hätte", "hätten", "'ve"})  # fmt: skip
_BE = frozenset({"ist", "sind", "sei", "seien", "war", "waren", "worden"})
_WILL = frozenset({"will", "shall", "'ll", "won't"})
_WERDEN = frozenset({"wird", "werden", "werde"})
_MODALS = frozenset({
    "soll", "sollen", "solle", "sollte", "sollten", "wollen", "wolle", "wollte", "wollten",
    "möchte", "möchten", "muss", "müssen", "kann", "können", "könnte", "könnten", "darf", "dürfen",
    "dürfte", "dürften", "würde", "würden", "would", "could", "may", "might", "must", "should",
    "can", "cannot",
})  # fmt: skip
_NONE = frozenset({"no", "kein", "keine", "keinen", "keiner", "keines", "keinem", "none", "without",
                   "ohne", "not", "nicht", "never", "nie", "nichts"})  # fmt: skip

NAMES = [
    *(f"tense_{t}" for t in TENSES),
    *(f"inner_{s.value}" for s in _STAGES),
    *(f"outer_{s.value}" for s in _STAGES),
    "governed", "negated_own", "negated_outer", "negated_goods", "outer_future",
]  # fmt: skip


def tense(view: View, trigger: Trigger) -> str:
    """How the verb of a trigger stands: one of `TENSES`."""
    if not trigger.is_verb:
        return "noun"
    word = view.words[trigger.word]
    clause = view.clause_of.get(trigger.word)
    if clause is None or clause.kind == "attr" or "attr" in trigger.features or word.tag == "attr":
        return "attribute"
    if view.german:
        lows = {view.words[i].low for i in clause.words if i != word.i}
        form = word.tag
        if form == "inf" or (form != "part" and "inf" in trigger.features and form != "fin"):
            german_will = "will" in lows
            if german_will or lows & _MODALS:
                return "modal"
            return "future" if lows & _WERDEN else "infinitive"
        if form == "zu":
            return "infinitive"
        if form == "part":
            if lows & _HAVE or lows & _BE or lows & {"wurde", "wurden"}:
                return "perfect"
            if lows & _MODALS or "will" in lows:
                return "modal"
            return "present" if lows & _WERDEN else "participle"
        return (
            "past" if "past" in trigger.features and "pres" not in trigger.features else "present"
        )
    left = [w.low.replace("’", "'") for w in view.words[max(0, word.i - 5) : word.i]
            if w.i in clause.words]  # fmt: skip
    near = set(left)
    if word.tag == "ing":
        return "progressive"
    if near & _WILL:
        return "future"
    if near & _MODALS:
        return "modal"
    if near & _HAVE:
        return "perfect"
    if word.tag in ("inf", "zu") or (left and left[-1] == "to"):
        return "infinitive"
    if word.tag == "part":
        return "perfect" if near & {"was", "were", "been"} else "participle"
    return "past" if "past" in trigger.features else "present"


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


_LATER = ("future", "modal", "infinitive")


def stage_row(view: View, trigger: Trigger) -> list[float]:
    """Tense and composed stage of a trigger; `NAMES` says which is which."""
    here = view.clause_index(trigger)
    form = tense(view, trigger)
    inner = trigger.row.stage
    if form in _LATER and inner in (Stage.DELIVERED, Stage.ORDERED):
        inner = Stage.PLANNED
    same = [
        o
        for o in view.triggers
        if o is not trigger and o.is_verb and not trigger.is_verb and view.clause_index(o) == here
    ]
    higher = view.ancestors(here) if here >= 0 else []
    above = [
        o
        for o in view.triggers
        if higher and o is not trigger and view.clause_index(o) == higher[0]
    ]
    if view.clauses and here >= 0 and view.clauses[here].kind == "rel":
        above = []
    for governor in same:
        inner = _over(governor.row.stage, inner)
    outer = inner
    for governor in above:
        outer = _over(governor.row.stage, outer)
    own = view.lows[here] if here >= 0 else frozenset[str]()
    goods = any(
        (m.first > 0 and view.words[m.first - 1].low in _NONE)
        or (m.first > 1 and view.words[m.first - 2].low in _NONE)
        for m in view.materiel
        if m.clause == here
    )
    return [
        *(form == t for t in TENSES),
        *(inner is s for s in _STAGES),
        *(outer is s for s in _STAGES),
        bool(same or above),
        not own.isdisjoint(_NONE),
        any(not view.lows[i].isdisjoint(_NONE) for i in higher),
        goods,
        any(tense(view, o) in _LATER for o in (*same, *above)),
    ]
