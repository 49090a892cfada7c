"""The stage that a trigger tells by itself: from its row, its verb group and its attributes."""

from __future__ import annotations

from armstrade.claims import Mode, Stage
from armstrade.language.grammar import all_words

from .doubt import is_backshifted
from .event import Event
from .lemmas import lemmas
from .stipulations import is_stipulated
from .undecided import is_debated
from .verb_groups import VerbGroup, verb_group

_HAVING = lemmas("having")
_TAKING_IN = lemmas("taking_in")
_BEGUN = all_words("begun")
_RESOLVED = all_words("resolved")
# With "aus" at the end: outstanding.
_STANDS = frozenset({"steht", "stehen", "stand", "standen"})


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
            buys = bool(core.row.recipient) and core.row.recipient[0].slot == "subject"
            return Stage.SOUGHT if buys and not _has_resolved(event) else Stage.PLANNED
        if group.perfect or group.past:
            return Stage.ORDERED
        if group.future or group.must or _is_expected(event):
            return Stage.PLANNED
        if core.row.mode is Mode.LOAN and group.present:
            return Stage.DELIVERED  # "least Drohnen": has them
    return base


def _has_resolved(event: Event) -> bool:
    """ "will zehn Jets kaufen": more than a wish, unlike "wants to buy" and "möchte kaufen"."""
    members = event.clause.words if event.clause is not None else ()
    return any(event.sentence.words[i].low in _RESOLVED for i in members)


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


def _purpose(event: Event) -> bool:
    """ "pilgert zu Kim, um Munition zu erhalten": what is gone for is sought."""
    core, clause = event.core, event.clause
    if not (core.row.recipient and core.row.recipient[0].slot == "subject") or clause is None:
        return False
    words = event.sentence.words
    return clause.kind == "inf" and words[clause.words[0]].low == "um" and not event.governors


def _is_expected(event: Event) -> bool:
    """ "rechnet damit, dass Peru Panzer bestellt", "es gilt als wahrscheinlich, dass …"."""
    sentence, clause = event.sentence, event.clause
    if clause is None or clause.kind != "sub" or clause.parent is None:
        return False
    expecting = sentence.reading.grammar.words("expecting")
    above = {sentence.words[i].low for i in sentence.clauses[clause.parent].words}
    return not above.isdisjoint(expecting)


def _has_begun(event: Event) -> bool:
    """ "hat damit begonnen, Peru zu beliefern": the supply goes on."""
    sentence, clause = event.sentence, event.clause
    if clause is None or clause.kind != "inf" or clause.parent is None:
        return False
    above = (sentence.words[i].low for i in sentence.clauses[clause.parent].words)
    return any(low in _BEGUN for low in above)


def _delivered(event: Event, group: VerbGroup) -> Stage:
    sentence, core = event.sentence, event.core
    if not sentence.lows.isdisjoint(_BEGUN) and _has_begun(event):
        return Stage.DELIVERED
    if is_debated(event) or (event.language == "de" and not core.is_verb and _is_due(event)):
        return Stage.PLANNED
    if group.perfect or (group.past and core.is_verb):
        return Stage.DELIVERED
    if group.may:
        return Stage.ORDERED
    if group.future or group.must or group.wants or group.can or group.conditional:
        return Stage.PLANNED
    if core.is_verb and _is_expected(event):
        return Stage.PLANNED
    if not core.is_verb:
        return Stage.PLANNED if _is_content(event) or _is_due(event) else Stage.DELIVERED
    lows = sentence.lows
    grammar = sentence.reading.grammar
    if core.row.lemma in _HAVING or lows & grammar.words("ongoing"):
        return Stage.DELIVERED
    if lows & grammar.words("future"):
        return Stage.PLANNED
    if group.present and _is_open(event):
        return Stage.PLANNED
    published = sentence.reading.published
    dates = sentence.dates
    if sentence.reading.grammar.language == "de" and event.clause is not None:
        # "hatte im vorigen Jahr zwölf bestellt; die ersten treffen 2025 ein": dates of its own
        begin, end = event.clause.words[0], event.clause.words[-1]
        first, last = sentence.words[begin].start, sentence.words[end].end
        dates = [d for d in dates if first <= d.start < last]
    if group.present and any(
        (d.last is None and published is None)
        or (d.last is not None and d.first != d.last and (published is None or d.last <= published))
        for d in dates
    ):
        return Stage.DELIVERED  # the historical present: "Im August erhält Moskau …"
    if (
        group.present
        and published is not None
        and any(d.first is not None and d.last is not None and d.last > published for d in dates)
    ):
        return Stage.PLANNED
    if group.present and core.row.lemma.lower() in _TAKING_IN:
        return Stage.DELIVERED
    if group.present and any(
        m.quantity is not None and m.quantity.kind in ("count", "article") for m in event.materiel
    ):
        return Stage.PLANNED
    return Stage.DELIVERED


def _is_open(event: Event) -> bool:
    """ "hat noch nicht entschieden, ob es Kiew Raketen liefert": nothing is under way."""
    clause = event.clause
    if clause is None or clause.opener is None:
        return False
    return event.sentence.words[clause.opener].low in ("ob", "whether")


def _is_content(event: Event) -> bool:
    """ "a package which includes the transfer of shells": part of what is announced."""
    if is_stipulated(event):
        return True
    words = event.sentence.words
    first = min(event.core.words)
    contents = event.sentence.reading.grammar.words("content_verbs")
    return any(word.low in contents for word in words[max(0, first - 3) : first])


def _is_due(event: Event) -> bool:
    """ "Handover of the first two is set for May", "die Lieferung verzögert sich": yet to come."""
    if event.clause is None:
        return False
    words, due = event.sentence.words, event.sentence.reading.grammar.words("due")
    behind = [words[i].low for i in event.clause.words if i > event.core.word]
    if event.language == "de" and "aus" in behind[-2:] and not _STANDS.isdisjoint(behind):
        return True  # "steht noch aus"
    return any(low in due for low in behind) or is_debated(event)
