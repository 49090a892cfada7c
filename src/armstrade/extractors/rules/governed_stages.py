"""What a governor makes of the stage below it: "approved the sale", "refused to send"."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.reading import Trigger
from armstrade.reading.asides import left_of

from .chains import is_approval, is_contract, is_passed_on, is_third_hand, passes_on, withholds
from .controllers import seeks_leave
from .event import Event
from .lemmas import lemmas
from .subjects import subject_of
from .verb_groups import verb_group

_POSSIBLE_OPERATORS = lemmas("considering")
_FORBIDDING = lemmas("forbidding")
_OUTGOING = lemmas("outgoing")
_SELLING = lemmas("selling")
_STIPULATING = lemmas("stipulating")
# "announced the sale of six launchers": who sells has sold. English.
_CONCLUDED = lemmas("concluded")
_AGREEING = frozenset({"agree", "einigen"})
# "unterschrieb eine Absichtserklärung": binds nobody yet
_INTENTIONS = lemmas("intentions")
_DECIDING = lemmas("deciding") | {"decide"}
_AGAINST = frozenset({"gegen", "against"})
# "schloss die Lieferung ab": no deal is closed, the last piece has come
_COMPLETING = lemmas("completing")
_GOING_ON = lemmas("going_on")


def under_governor(event: Event, governor: Trigger, inner: Stage) -> tuple[Stage, bool]:
    """Stage after a governor, and whether it only makes the transfer possible."""
    sentence = event.sentence
    row = governor.row
    clause = sentence.clause_of.get(governor.word)
    group = verb_group(sentence, clause, governor)
    if row.lemma in _POSSIBLE_OPERATORS:
        if inner in (Stage.CANCELLED, Stage.REFUSED):
            return inner, True
        if row.lemma in ("plan", "review") and governor.is_verb and row.lemma == "plan":
            return Stage.PLANNED, False
        if inner in (Stage.SOUGHT, Stage.OFFERED):
            return inner, not event.core.is_verb  # "erwägt, um Jets zu bitten"
        return (inner if inner is Stage.ORDERED and not event.core.is_verb else Stage.PLANNED), True
    possible = group.can or group.conditional
    third = is_third_hand(governor, event.core) and withholds(governor)
    third = third or (passes_on(event.core) and row.stage is Stage.REFUSED)
    received = row.lemma == "announce" and inner in (Stage.DELIVERED, Stage.PLANNED)
    if received and not event.core.is_verb and _is_received(event, governor):
        return Stage.DELIVERED, possible
    forbids = row.lemma in _FORBIDDING or third
    if forbids and row.stage is Stage.REFUSED and _third_state(event, governor):
        return Stage.CANCELLED, False
    if row.lemma in _FORBIDDING and _is_under_way(event):
        return Stage.CANCELLED, possible
    if row.lemma == "withhold" and is_approval(event.core):
        return Stage.REFUSED, possible
    if row.stage in (Stage.CANCELLED, Stage.REFUSED):
        if inner in (Stage.CANCELLED, Stage.REFUSED):
            return inner, possible
        return row.stage, possible
    if row.lemma == "be on the table" and inner is Stage.OFFERED:
        return inner, possible
    if row.stage is Stage.SOUGHT and _means_to_give(event, governor):
        if event.core.row.lemma in _SELLING and inner is not Stage.REFUSED:
            return Stage.OFFERED, possible  # "wants to sell them": nobody has said yes
        return (inner if inner in (Stage.CANCELLED, Stage.REFUSED) else Stage.PLANNED), possible
    if row.lemma in _STIPULATING and event.contracted:
        return Stage.PLANNED, possible  # "the contract calls for the delivery of": as agreed
    if row.stage in (Stage.SOUGHT, Stage.OFFERED, Stage.NEGOTIATED):
        if inner in (Stage.CANCELLED, Stage.REFUSED):
            return inner, possible
        gets = event.core.is_verb and event.core.row.recipient[:1]
        if row.stage is Stage.OFFERED and gets and gets[0].slot == "subject":
            return Stage.SOUGHT, possible  # "proposed to buy"
        return row.stage, possible
    under_way = inner in (Stage.DELIVERED, Stage.PLANNED)
    if row.lemma in _COMPLETING and event.core.row.stage is Stage.DELIVERED and under_way:
        yet_to_come = inner is Stage.PLANNED or group.future or group.must or group.wants
        return (Stage.PLANNED if yet_to_come else Stage.DELIVERED), possible
    if is_approval(governor) or is_contract(governor):
        if inner in (Stage.CANCELLED, Stage.REFUSED):
            return inner, possible
        if not governor.is_verb and seeks_leave(sentence, governor):
            return Stage.PLANNED, possible  # "needs permission to send"
        chain = (event.core, *event.governors)
        if group.future or group.must or any(t.row.lemma.lower() in _INTENTIONS for t in chain):
            return Stage.PLANNED, possible
        if inner is Stage.OFFERED and governor.row.lemma in _AGREEING:
            return inner, possible  # "agreed to offer"
        return Stage.ORDERED, possible
    if (
        row.lemma in ("ankündigen", "announce")
        and inner is Stage.ORDERED
        and (
            any(is_contract(t) for t in (event.core, *event.governors))
            or event.core.row.lemma in _CONCLUDED
        )
    ):
        return inner, possible
    if row.lemma in ("vorsehen", "provide for") and is_contract(event.core):
        return inner, possible
    if row.lemma in _DECIDING and inner is not Stage.CANCELLED and against(event):
        return Stage.REFUSED, possible
    if row.lemma == "decide" and inner is Stage.ORDERED and any(map(is_approval, event.governors)):
        return inner, possible  # "has decided to approve a sale"
    if row.stage is Stage.PLANNED:
        if inner in (Stage.CANCELLED, Stage.REFUSED, Stage.SOUGHT, Stage.OFFERED, Stage.NEGOTIATED):
            return inner, possible
        return Stage.PLANNED, possible
    later = group.future or group.must
    if row.lemma in _GOING_ON and not event.core.is_verb and later and inner is Stage.ORDERED:
        return Stage.PLANNED, possible  # "will resume sales"
    if row.lemma in _GOING_ON and event.core.is_verb and inner is Stage.PLANNED and not later:
        return event.core.row.stage, possible  # "continues to supply"
    return inner, possible


def _is_received(event: Event, governor: Trigger) -> bool:
    """ "Togo announced the arrival of two jets": whoever has got them says so."""
    if event.core.row.stage is not Stage.DELIVERED:
        return False
    if event.core.row.lemma == "receipt":
        return True
    clause = event.sentence.clause_of.get(governor.word)
    subjects = {p.key for p in subject_of(event.sentence, clause)}
    return bool(subjects & {p.key for p in event.recipient})


def against(event: Event) -> bool:
    """ "entschied sich gegen den Kauf", "decided against buying"."""
    words = event.sentence.words
    k = left_of(words, min(event.core.words))
    return k >= 0 and words[k].low in _AGAINST


def _is_under_way(event: Event) -> bool:
    """ "untersagte die Auslieferung der zwölf Boote": goods in particular, which were on order."""
    core, words = event.core, event.sentence.words
    if core.is_verb or event.language != "de" or core.row.lemma.lower() not in _OUTGOING:
        return False
    definite = core.word and words[core.word - 1].low in ("die", "der")
    counted = any(m.quantity is not None and m.quantity.kind == "count" for m in event.materiel)
    return bool(definite) and (counted or core.row.lemma == "Auslieferung")


def _means_to_give(event: Event, governor: Trigger) -> bool:
    """ "hopes to provide Ukraine with jets": who wishes it is the supplier."""
    gives = event.core.row.supplier
    if event.core.is_verb and not (gives and gives[0].slot == "subject"):
        return False
    if not event.core.is_verb:
        leave = any(is_approval(g) for g in event.governors if g is not governor)
        leave = leave or is_passed_on(event.core) or seeks_leave(event.sentence, governor)
        if not leave:
            return False
    subjects = subject_of(event.sentence, event.sentence.clause_of.get(governor.word))
    return bool({p.key for p in subjects} & {p.key for p in event.supplier})


def _third_state(event: Event, governor: Trigger) -> bool:
    """Who forbids is not the supplier: the re-export of somebody else's goods is stopped."""
    clause = event.sentence.clause_of.get(governor.word)
    keys = {p.key for p in subject_of(event.sentence, clause)} - {None}
    suppliers = {p.key for p in event.supplier}
    return bool(keys) and bool(suppliers) and keys.isdisjoint(suppliers)
