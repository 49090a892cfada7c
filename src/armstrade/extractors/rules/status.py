"""How far, whether and how surely: stage, polarity and factuality of an event.

The stage of the core (`stages`) is changed by each governor, innermost first (`governed_stages`),
and by a negation (`negated_stages`). Negation and denial are looked for in the clauses of core and
governors only: scope ends at the clause border.
"""

from __future__ import annotations

from armstrade.claims import Factuality, Mode, Polarity, Stage
from armstrade.language.grammar import all_words

from .doubt import (
    is_backshifted,
    is_conditional,
    is_doubtful,
    is_hearsay,
    is_irrealis,
    is_unconfirmed,
    surely_possible,
)
from .event import Event
from .governed_stages import under_governor
from .lemmas import lemmas
from .negated_stages import negated_stage
from .negation import fails, is_denied, is_negated, scope_of
from .rebuffs import is_rebuffed
from .sources import indirect
from .stages import core_stage
from .subjects import is_passive
from .undecided import is_undecided
from .verb_groups import VerbGroup, verb_group

_SEIZED = all_words("seized")
_CARRYING = lemmas("carrying")
_STOPPED = lemmas("seizing") | lemmas("stopping")


def decide(event: Event) -> None:
    """Set stage, polarity, factuality and mode of an event."""
    stage = core_stage(event)
    possible = False
    group = verb_group(event.sentence, event.clause, event.core)
    possible = group.can or (group.conditional and event.core.is_verb and not is_backshifted(event))
    possible = possible or event.core.row.lemma.lower() in ("option",)
    for governor in event.governors:
        stage, maybe = under_governor(event, governor, stage)
        possible = possible or maybe
        if governor.row.stage in (Stage.CANCELLED, Stage.REFUSED) and not maybe:
            possible = False  # "dropped a plan to send": the plan is real, and so is its end
    undecided = is_undecided(event)
    if undecided and stage is Stage.CANCELLED:
        stage = Stage.PLANNED  # "verschob die Entscheidung über die Lieferung"
    if (stage is Stage.PLANNED or event.language == "en") and _was_seized(event, group):
        stage = Stage.CANCELLED
    if event.contracted and stage is Stage.PLANNED and not possible:
        stage = Stage.ORDERED
    if is_conditional(event) and (is_irrealis(event) or not (group.perfect or group.past)):
        possible = True
        if stage is Stage.DELIVERED:
            stage = Stage.PLANNED
    if _is_asked(event):
        possible = True
    event.backshifted = possible and not surely_possible(event, group)
    possible = possible or is_doubtful(event)
    clauses = scope_of(event)
    unconfirmed = is_unconfirmed(event)
    negated = is_negated(event, clauses) and not (undecided or unconfirmed)
    denied = is_denied(event) and not unconfirmed
    if unconfirmed and not event.governors:
        stage = event.core.row.stage  # "wollte die Lieferung nicht bestätigen": it may be past
    if negated and not denied:
        stage, negated = negated_stage(event, stage, group)
        if fails(event):  # "failed to deliver"
            stage, negated = event.core.row.stage, True
    if denied and stage is Stage.PLANNED and not event.governors and _is_bare_infinitive(event):
        stage = event.core.row.stage  # "bestritt, Waffen zu liefern": that it does
    event.stage = stage
    event.polarity = Polarity.NEGATED if negated and not denied else Polarity.AFFIRMED
    if not denied and is_rebuffed(event):
        event.stage = stage = Stage.REFUSED
    if denied:
        event.factuality = Factuality.DENIED
    elif possible and event.polarity is Polarity.AFFIRMED and stage not in (Stage.REFUSED,):
        event.factuality = Factuality.POSSIBLE
    elif group.hearsay or is_hearsay(event):
        event.factuality = Factuality.REPORTED
    # A mere subjunctive of indirect speech is as good as its speaker (sources.py).
    event.indirect = indirect(event.sentence, event.clause) and not is_hearsay(event)
    mode = event.core.row.mode
    for governor in event.governors:
        if mode is Mode.UNSPECIFIED:
            mode = governor.row.mode
    event.mode = mode


def _is_asked(event: Event) -> bool:
    """ "Hat Oslo die Boote geliefert?": a question that can be answered with yes or no."""
    words = event.sentence.words
    return words[-1].text == "?" and words[0].tag in ("fin", "aux")


def _was_seized(event: Event, group: VerbGroup) -> bool:
    """ "Die Panzer, die gekapert wurden, sollten nach Juba gehen": they never got there."""
    if event.language == "en":
        return _carrier_was_stopped(event)
    if not group.must or event.sentence.lows.isdisjoint(_SEIZED):
        return False
    clause = event.clause.words if event.clause is not None else ()
    return any(event.sentence.words[i].low in ("sollte", "sollten") for i in clause)


def _carrier_was_stopped(event: Event) -> bool:
    """ "A boat carrying rifles from Iran to Yemen was intercepted": they never got there."""
    sentence, core = event.sentence, event.core
    if core.row.lemma not in _CARRYING or sentence.words[core.word].tag != "ing":
        return False
    return any(
        t.row.lemma in _STOPPED and is_passive(sentence, t) and t.word > core.word
        for t in sentence.triggers
    )


def _is_bare_infinitive(event: Event) -> bool:
    sentence, core = event.sentence, event.core
    group = verb_group(sentence, event.clause, core)
    modal = group.wants or group.must or group.can or group.may or group.conditional
    word = sentence.words[core.word]
    split = word.tag == "inf" and sentence.words[core.word - 1].low == "zu"
    return not modal and (split or word.tag == "zu")  # "zu liefern", "auszurüsten"
