"""How far, whether and how surely: stage, polarity and factuality of an event.

The stage of the core comes from its verb group (tense, modals) and is then changed by each
governor, innermost first. Negation and denial are looked for in the clauses of core and
governors only: scope ends at the clause border.
"""

from __future__ import annotations

from armstrade.claims import Factuality, Mode, Polarity, Stage
from armstrade.language.grammar import all_words
from armstrade.reading import Trigger

from .chains import is_approval, is_contract
from .doubt import is_backshifted, is_conditional, is_doubtful, is_hearsay, surely_possible
from .event import Event
from .lemmas import lemmas
from .negation import is_denied, is_negated, scope_of
from .sources import indirect
from .subjects import is_passive, subject_of
from .themes import moves
from .verb_groups import VerbGroup, verb_group

_POSSIBLE_OPERATORS = lemmas("considering")
_FORBIDDING = lemmas("forbidding")
_DESTINED = lemmas("destined")
_OUTGOING = frozenset({"Ausfuhr", "Auslieferung", "Export", "Lieferung"})
_SEIZED = all_words("seized")
_HAVING = lemmas("having")
_SELLING = frozenset({"sell", "verkaufen"})
# "unterschrieb eine Absichtserklärung": binds nobody yet
_INTENTIONS = lemmas("intentions")


def core_stage(event: Event) -> Stage:
    """Stage of the core alone, from its own verb group."""
    sentence, clause, core = event.sentence, event.clause, event.core
    base = core.row.stage
    group = verb_group(sentence, clause, core)
    if _purpose(event):
        return Stage.SOUGHT
    if not core.is_verb and (named := _stage_adjective(event)) is not None:
        return named
    if not core.is_verb and _comes_to_nothing(event):
        return Stage.CANCELLED
    if base is Stage.DELIVERED:
        return _delivered(event, group)
    if base is Stage.ORDERED and core.is_verb:
        if group.conditional and not group.can and is_backshifted(event):
            return Stage.PLANNED  # "said it would buy"
        if group.can or group.conditional:
            return Stage.ORDERED
        if group.wants:
            return (
                Stage.SOUGHT
                if core.row.recipient and core.row.recipient[0].slot == "subject"
                else Stage.PLANNED
            )
        if group.perfect or group.past:
            return Stage.ORDERED
        if group.future or group.must:
            return Stage.PLANNED
        if core.row.mode is Mode.LOAN and group.present:
            return Stage.DELIVERED  # "least Drohnen": has them
    return base


def _stage_adjective(event: Event) -> Stage | None:
    """ "der geplante Export", "the suspended deliveries": an attribute that names the stage."""
    table = event.sentence.reading.grammar.cues["stage_adjectives"]
    words = event.sentence.words
    first = min(event.core.words)
    for k in range(first - 1, max(-1, first - 4), -1):
        if words[k].tag in ("punct", "prep", "fin", "det"):
            return None
        for stage, stems in table.items():
            if words[k].low.startswith(tuple(stems)):
                return Stage(stage)
    return None


def _comes_to_nothing(event: Event) -> bool:
    """ "Aus dem Geschäft wird nichts"."""
    words, first = event.sentence.words, min(event.core.words)
    clause = {words[i].low for i in event.clause.words} if event.clause is not None else set()
    before = {word.low for word in words[max(0, first - 3) : first]}
    return "aus" in before and "nichts" in clause


def _is_content(event: Event) -> bool:
    """ "a package which includes the transfer of shells": part of what is announced."""
    words = event.sentence.words
    first = min(event.core.words)
    contents = event.sentence.reading.grammar.words("content_verbs")
    return any(word.low in contents for word in words[max(0, first - 3) : first])


def _is_due(event: Event) -> bool:
    """ "Handover of the first two is set for May": yet to come."""
    if sentence_language(event) != "en" or event.clause is None:
        return False
    words, due = event.sentence.words, event.sentence.reading.grammar.words("due")
    return any(words[i].low in due for i in event.clause.words if i > event.core.word)


def _purpose(event: Event) -> bool:
    """ "pilgert zu Kim, um Munition zu erhalten": what is gone for is sought."""
    core, clause = event.core, event.clause
    if not (core.row.recipient and core.row.recipient[0].slot == "subject") or clause is None:
        return False
    words = event.sentence.words
    return clause.kind == "inf" and words[clause.words[0]].low == "um" and not event.governors


def _delivered(event: Event, group: VerbGroup) -> Stage:
    sentence, core = event.sentence, event.core
    if group.perfect or (group.past and core.is_verb):
        return Stage.DELIVERED
    if group.may:
        return Stage.ORDERED
    if group.future or group.must or group.wants or group.can or group.conditional:
        return Stage.PLANNED
    if not core.is_verb:
        return Stage.PLANNED if _is_content(event) or _is_due(event) else Stage.DELIVERED
    lows = sentence.lows
    grammar = sentence.reading.grammar
    if core.row.lemma in _HAVING or lows & grammar.words("ongoing"):
        return Stage.DELIVERED
    if lows & grammar.words("future"):
        return Stage.PLANNED
    published = sentence.reading.published
    if group.present and any(
        (d.last is None and published is None)
        or (d.last is not None and d.first != d.last and (published is None or d.last <= published))
        for d in sentence.dates
    ):
        return Stage.DELIVERED  # the historical present: "Im August erhält Moskau …"
    if (
        group.present
        and published is not None
        and any(
            d.first is not None and d.last is not None and d.last > published
            for d in sentence.dates
        )
    ):
        return Stage.PLANNED
    if group.present and any(
        m.quantity is not None and m.quantity.kind in ("count", "article") for m in event.materiel
    ):
        return Stage.PLANNED
    return Stage.DELIVERED


def decide(event: Event) -> None:
    """Set stage, polarity, factuality and mode of an event."""
    stage = core_stage(event)
    possible = False
    group = verb_group(event.sentence, event.clause, event.core)
    possible = group.can or (group.conditional and event.core.is_verb and not is_backshifted(event))
    possible = possible or event.core.row.lemma.lower() in ("option",)
    for governor in event.governors:
        stage, maybe = _compose(event, governor, stage)
        possible = possible or maybe
        if governor.row.stage in (Stage.CANCELLED, Stage.REFUSED) and not maybe:
            possible = False  # "dropped a plan to send": the plan is real, and so is its end
    if stage is Stage.PLANNED and _was_seized(event, group):
        stage = Stage.CANCELLED
    if event.contracted and stage is Stage.PLANNED and not possible:
        stage = Stage.ORDERED
    if is_conditional(event) and not group.perfect and not group.past:
        possible = True
        if stage is Stage.DELIVERED:
            stage = Stage.PLANNED
    event.backshifted = possible and not surely_possible(event, group)
    possible = possible or is_doubtful(event)
    clauses = scope_of(event)
    negated = is_negated(event, clauses)
    denied = is_denied(event)
    if negated and not denied:
        stage, negated = _after_negation(event, stage, group)
    if denied and stage is Stage.PLANNED and not event.governors and _is_bare_infinitive(event):
        stage = event.core.row.stage  # "bestritt, Waffen zu liefern": that it does
    event.stage = stage
    event.polarity = Polarity.NEGATED if negated and not denied else Polarity.AFFIRMED
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


def _was_seized(event: Event, group: VerbGroup) -> bool:
    """ "Die Panzer, die gekapert wurden, sollten nach Juba gehen": they never got there."""
    if (
        sentence_language(event) != "de"
        or not group.must
        or event.sentence.lows.isdisjoint(_SEIZED)
    ):
        return False
    clause = event.clause.words if event.clause is not None else ()
    return any(event.sentence.words[i].low in ("sollte", "sollten") for i in clause)


def _is_bare_infinitive(event: Event) -> bool:
    sentence, core = event.sentence, event.core
    group = verb_group(sentence, event.clause, core)
    modal = group.wants or group.must or group.can or group.may or group.conditional
    words = sentence.words
    return not modal and words[core.word].tag in ("zu", "inf") and words[core.word - 1].low == "zu"


def _compose(event: Event, governor: Trigger, inner: Stage) -> tuple[Stage, bool]:
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
    if row.lemma in _FORBIDDING and _third_state(event, governor):
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
    if row.stage in (Stage.SOUGHT, Stage.OFFERED, Stage.NEGOTIATED):
        if inner in (Stage.CANCELLED, Stage.REFUSED):
            return inner, possible
        return row.stage, possible
    if is_approval(governor) or is_contract(governor):
        if inner in (Stage.CANCELLED, Stage.REFUSED):
            return inner, possible
        if group.future or group.must or event.core.row.lemma.lower() in _INTENTIONS:
            return Stage.PLANNED, possible
        return Stage.ORDERED, possible
    if (
        row.lemma in ("ankündigen", "announce")
        and inner is Stage.ORDERED
        and any(is_contract(g) for g in event.governors)
    ):
        return inner, possible
    if row.lemma in ("vorsehen", "provide for") and is_contract(event.core):
        return inner, possible
    if row.stage is Stage.PLANNED:
        if inner in (Stage.CANCELLED, Stage.REFUSED, Stage.SOUGHT, Stage.OFFERED, Stage.NEGOTIATED):
            return inner, possible
        return Stage.PLANNED, possible
    return inner, possible


def _is_under_way(event: Event) -> bool:
    """ "untersagte die Auslieferung der zwölf Boote": goods in particular, which were on order."""
    core, words = event.core, event.sentence.words
    if core.is_verb or sentence_language(event) != "de" or core.row.lemma not in _OUTGOING:
        return False
    definite = core.word and words[core.word - 1].low in ("die", "der")
    counted = any(m.quantity is not None and m.quantity.kind == "count" for m in event.materiel)
    return bool(definite) and (counted or core.row.lemma == "Auslieferung")


def _means_to_give(event: Event, governor: Trigger) -> bool:
    """ "hopes to provide Ukraine with jets": who wishes it is the supplier."""
    gives = event.core.row.supplier
    if not event.core.is_verb or not gives or gives[0].slot != "subject":
        return False
    subjects = subject_of(event.sentence, event.sentence.clause_of.get(governor.word))
    return bool({p.key for p in subjects} & {p.key for p in event.supplier})


def _third_state(event: Event, governor: Trigger) -> bool:
    """Who forbids is not the supplier: the re-export of somebody else's goods is stopped."""
    clause = event.sentence.clause_of.get(governor.word)
    keys = {p.key for p in subject_of(event.sentence, clause)}
    suppliers = {p.key for p in event.supplier}
    return bool(keys) and bool(suppliers) and keys.isdisjoint(suppliers)


def sentence_language(event: Event) -> str:
    return event.sentence.reading.grammar.language


def _after_negation(event: Event, stage: Stage, group: VerbGroup) -> tuple[Stage, bool]:
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
    if sentence_language(event) == "en":
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
    if held and sentence_language(event) == "en" and moves(core) and not event.governors:
        return _kept_back(event), False  # "will not leave the factory"
    if (
        willing
        and not event.governors
        and stage is Stage.PLANNED
        and (supplies or core.row.stage is Stage.DELIVERED)
    ):
        return Stage.REFUSED, False
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
    if sentence_language(event) != "de" or not outer.is_verb or is_passive(event.sentence, outer):
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
    return group.present or group.future
