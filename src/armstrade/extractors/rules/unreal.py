"""Transfers that are only wished for, advised against, asked about or imagined."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.grammar import all_words

from .event import Event
from .lemmas import lemmas
from .subjects import is_passive, subject_of

_APPEALING = lemmas("appealing")
_ENDING = all_words("appeals_to_end")
_RATHER_THAN = (("instead", "of"), ("rather", "than"))
_REFRAINING = frozenset({"refrain", "refrained", "desist", "abstain", "refrains"})
_NO_END = all_words("no_end_yet")
# How far before "to halt" such a word may stand, in words.
_CLOSE = 6
_DEMANDING = lemmas("demanding")
_URGING = lemmas("asking") | {"urge"}
_ADVISING = all_words("advising")


def is_unreal(event: Event) -> bool:
    """Whether the event is somebody's wish, advice or question, or did not take place."""
    return (
        _is_advice(event)
        or _is_urged_against(event)
        or _is_question(event)
        or _is_demanded_by_others(event)
        or _is_in_its_place(event)
        or _is_counterfactual(event)
        or _is_to_be_ended(event)
        or _is_no_end(event)
    )


def _is_question(event: Event) -> bool:
    """ "was asked whether Oslo would sell the jets": nobody says so."""
    sentence, clause = event.sentence, event.clause
    if clause is None or clause.opener is None or clause.parent is None:
        return False
    if sentence.words[clause.opener].low != "whether":
        return False
    if any(governor.row.lemma == "ask" for governor in event.governors):
        asking = next(t for t in event.governors if t.row.lemma == "ask")
        asks = subject_of(sentence, sentence.clause_of.get(asking.word))
        return is_passive(sentence, asking) or not asks  # "reporters asked whether he would"
    above = (sentence.words[i] for i in sentence.clauses[clause.parent].words)
    return any("ask" in word.verbs.lemmas for word in above if word.is_verb)


def _is_urged_against(event: Event) -> bool:
    """ "urged Seoul not to go through with the sale": what somebody else would like."""
    words = event.sentence.words
    first = min(event.core.words)
    if any(w.low in _REFRAINING for w in words[max(0, first - 2) : first]):
        return True  # "called on Seoul to refrain from selling"
    return any(
        governor.row.lemma in _URGING
        and any(w.low == "not" for w in words[max(governor.words) + 1 : first])
        for governor in event.governors
    )


def _is_to_be_ended(event: Event) -> bool:
    """ "called for a halt to deliveries", "warned Seoul against selling": as yet a wish."""
    if event.clause is None:
        return False
    words, core = event.sentence.words, min(event.core.words)
    enders = [g for g in event.governors if g.row.stage in (Stage.REFUSED, Stage.CANCELLED)]
    ending = {i for g in enders for i in g.words}  # "called off" is no call
    appeal = next(
        (
            i
            for i in event.clause.words
            if i < core and i not in ending and not _APPEALING.isdisjoint(words[i].verbs.lemmas)
        ),
        None,
    )
    if appeal is None:
        return False
    between = {words[i].low for i in range(appeal + 1, core)}
    return any(appeal < g.word for g in enders) or not _ENDING.isdisjoint(between)


def _is_no_end(event: Event) -> bool:
    """ "faces calls to halt deliveries", "refused to suspend sales", "have 30 days to block it":
    nothing has ended. English."""
    if event.language != "en":
        return False
    words = event.sentence.words
    for end in (event.core, *event.governors):
        if not end.is_verb or end.row.stage not in (Stage.CANCELLED, Stage.REFUSED):
            continue
        if words[end.word].tag not in ("inf", "ing"):
            continue
        first = min(end.words)
        before = {w.low for w in words[max(0, first - _CLOSE) : first]}
        if not before.isdisjoint(_NO_END):
            return True
    return False


def _is_advice(event: Event) -> bool:
    """ "Washington should sell Taiwan submarines": somebody's opinion of what to do."""
    core = event.core
    gives = bool(core.row.supplier) and core.row.supplier[0].slot == "subject"
    if not (core.is_verb and gives) or event.governors:
        return False
    words = event.sentence.words
    k = core.word - 1
    while k >= 0 and not words[k].is_verb and words[k].low not in _ADVISING:
        k -= 1
    return k >= 0 and words[k].low in _ADVISING and words[core.word].tag != "part"


def _is_demanded_by_others(event: Event) -> bool:
    """ "Der Abgeordnete fordert Berlin auf, Kiew Panzer zu geben": he gets none himself."""
    sentence = event.sentence
    for demand in event.governors:
        if demand.row.lemma not in _DEMANDING or is_passive(sentence, demand):
            continue
        clause = sentence.clause_of.get(demand.word)
        if clause is None or sentence.words[demand.word].tag == "attr":
            continue
        subjects = subject_of(sentence, clause)
        if any(p.key is None for p in subjects):
            continue  # a pronoun may be the recipient
        if not {p.key for p in subjects} & {p.key for p in event.recipient}:
            return bool(event.recipient)
    return False


def _is_in_its_place(event: Event) -> bool:
    """ "instead of selling", "statt Panzer zu liefern": it does something else."""
    words, core = event.sentence.words, event.core
    if event.language == "en":
        before = tuple(w.low for w in words[max(0, core.word - 2) : core.word])
        return core.is_verb and before in _RATHER_THAN
    clause = event.clause.words if event.clause is not None else ()
    opens = bool(clause) and words[min(clause)].low in ("statt", "anstatt")
    return opens and words[core.word].tag in ("zu", "inf")


def _is_counterfactual(event: Event) -> bool:
    """ "Had Oslo sold the boats, …": it did not."""
    lows = event.sentence.lows
    opens = event.sentence.words[0].low == "had" and event.language == "en"
    return opens and "would" in lows and event.clause is not None and 0 in event.clause.words
