"""What a negation makes of a stage: a supplier that will not deliver refuses."""

from __future__ import annotations

from armstrade.claims import Factuality, Stage

from .chains import is_approval
from .event import Event
from .lemmas import lemmas
from .stages import core_stage
from .subjects import is_passive, subject_of
from .themes import moves
from .verb_groups import VerbGroup, verb_group

_DESTINED = lemmas("destined")
_INTENDING = lemmas("intending") | lemmas("resolving")
_SELLING = lemmas("selling")


def negated_stage(event: Event, stage: Stage, group: VerbGroup) -> tuple[Stage, bool]:
    """A supplier that will not deliver refuses; the rest is negated."""
    core = event.core
    lemma = event.outermost.row.lemma
    if stage in (Stage.REFUSED, Stage.CANCELLED):
        # "schließt die Lieferung nicht aus", "did not block the sale"
        if lemma in ("ausschließen", "rule out"):
            event.factuality = Factuality.POSSIBLE
            told = core_stage(event)
            return (
                told if told is Stage.DELIVERED and group.perfect | group.past else Stage.PLANNED
            ), False
        return stage, True
    allowed = stage in (Stage.ORDERED, Stage.PLANNED) and is_approval(event.outermost)
    if allowed and (_now_or_later(event) or _is_denied_to_goods(event)):
        return Stage.REFUSED, False
    lows = event.sentence.lows
    if stage in (Stage.PLANNED, Stage.DELIVERED) and (
        lows >= {"nun", "doch"} or {"after", "all"} <= lows
    ):
        return Stage.CANCELLED, False
    if stage is Stage.DELIVERED and "mehr" in lows and _was_promised(event):
        return Stage.CANCELLED, False
    supplies = bool(core.row.supplier) and core.row.supplier[0].slot in ("subject", "genitive")
    willing = group.wants or group.future or group.must
    if event.language == "en":
        willing = willing or group.conditional  # "said it would not deliver"
    for governor in event.governors:
        clause = event.sentence.clause_of.get(governor.word)
        outer = verb_group(event.sentence, clause, governor)
        if governor.row.stage is Stage.OFFERED and governor.row.lemma in (
            "bereit sein",
            "be ready to",
            "be willing to",
            "sich bereit erklären",
        ):
            return Stage.REFUSED, False
        willing = willing or outer.wants
    if group.may:
        return Stage.CANCELLED, False
    unable = event.core.row.stage is Stage.DELIVERED or event.core.row.lemma in _SELLING
    if group.can and not group.perfect and unable:
        return (Stage.CANCELLED if lows >= {"nicht", "mehr"} else Stage.REFUSED), False
    if stage is Stage.PLANNED and "construction" in lows:
        return Stage.CANCELLED, False  # "will not hand over the boats under construction"
    if stage is Stage.PLANNED and "entgegen" in lows:
        return Stage.CANCELLED, False  # "wird entgegen seiner Ankündigung nichts abgeben"
    held = stage is Stage.PLANNED and core.row.stage is Stage.DELIVERED and not group.can
    if held and group.passive and not event.governors:
        return _kept_back(event), False  # "werden nicht ausgeliefert"
    if held and event.language == "en" and moves(core) and not event.governors:
        return _kept_back(event), False  # "will not leave the factory"
    if (
        willing
        and not event.governors
        and stage is Stage.PLANNED
        and (supplies or core.row.stage is Stage.DELIVERED)
    ):
        return Stage.REFUSED, False
    gives = supplies and core.is_verb
    if gives and any(governor.row.lemma in _INTENDING for governor in event.governors):
        return Stage.REFUSED, False  # "has no intention of selling", "decided not to sell"
    if gives and core.row.lemma in _SELLING and group.conditional and not event.governors:
        return Stage.REFUSED, False  # "would not sell it drones"
    if core.row.stage is Stage.ORDERED and stage is Stage.PLANNED and not event.governors:
        return Stage.ORDERED, True
    return stage, True


def _was_promised(event: Event) -> bool:
    """ "hat die zugesagten Haubitzen nicht mehr geliefert"."""
    words = event.sentence.words
    stems = event.sentence.reading.grammar.cues["stage_adjectives"]
    promised = (*stems["planned"], *stems["ordered"])
    return any(
        words[i].low.startswith(tuple(promised))
        for m in event.materiel
        if m.sentence == event.sentence.index  # others may go without saying here
        for i in range(max(0, m.first - 3), m.first)
    )


def _kept_back(event: Event) -> Stage:
    """What has been ordered and does not come is cancelled, the rest is refused."""
    ordered = any(
        (beside.core.row.stage is Stage.ORDERED or beside.core.row.lemma in _DESTINED)
        and event.shares_goods(beside)
        for beside in event.beside
    )
    return Stage.CANCELLED if ordered else Stage.REFUSED


def _is_denied_to_goods(event: Event) -> bool:
    """ "gab das Seco nicht frei": in German whoever does not approve goods has refused them."""
    outer = event.outermost
    if event.language != "de" or not outer.is_verb or is_passive(event.sentence, outer):
        return False
    clause = event.sentence.clause_of.get(outer.word)
    if verb_group(event.sentence, clause, outer).perfect:
        return False  # "hat keine neuen Ausfuhren bewilligt": told of all the time since
    subjects = subject_of(event.sentence, clause)
    return bool({p.key for p in subjects} & {p.key for p in event.supplier})


def _now_or_later(event: Event) -> bool:
    """The approval is being withheld: "grants no licences", "will grant no …"."""
    outer = event.outermost
    group = verb_group(event.sentence, event.sentence.clause_of.get(outer.word), outer)
    told = event.language == "en" and group.conditional  # "said it would not approve"
    return group.present or group.future or told
