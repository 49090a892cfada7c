"""Parties that the events of one sentence share, as they share goods."""

from __future__ import annotations

from itertools import pairwise

from armstrade.claims import Mode

from .chains import is_contract
from .event import Event
from .events import is_bare_attribute
from .lemmas import lemmas
from .subjects import is_passive
from .themes import moves

_WEAK = lemmas("weak")
# How far before "deal" the words "part of" may stand.
_REACH = 9
# From what score on a party is named by its clause (German "in Rom bestellt").
_SURE = {"de": 4.5, "en": 5.0}
# Within how many words a sentence that begins with "of the 14 tanks" names them.
_OPENING = 6


def share(event: Event) -> None:
    """ "took delivery of the jets promised by London": one sentence, the same goods."""
    english = event.language == "en"
    if english and (_part_of_deal(event) or _goes_back(event)):
        return
    for beside in event.beside:
        if not english and _told_above(event, beside):
            event.supplier, event.recipient = list(beside.supplier), list(beside.recipient)
            event.supplier_score = event.recipient_score = 5.5
            return
        shared = (
            _in_its_relative(event, beside) or _runs_on(event, beside) or is_bare_attribute(event)
        )
        if not english and not shared:
            continue
        if beside is event or not (event.shares_goods(beside) or _of_the_whole(event, beside)):
            continue
        for role, other in (("supplier", "recipient"), ("recipient", "supplier")):
            theirs = getattr(beside, role)
            sure = _SURE["en" if english else "de"]
            lacking = getattr(event, f"{role}_score") < sure <= getattr(beside, f"{role}_score")
            if lacking and not {p.key for p in theirs} & {p.key for p in getattr(event, other)}:
                setattr(event, role, list(theirs))
                setattr(event, f"{role}_score", 5.5)


def _of_the_whole(event: Event, beside: Event) -> bool:
    """ "Of the 14 tanks Spain promised Togo, three have come": some of the same."""
    if event.language != "en" or beside.core.word > event.core.word or not event.materiel:
        return False
    opening = any(m.preposition == "of" and m.first <= _OPENING for m in beside.materiel)
    return opening and all(m.anaphoric and m.quantity is not None for m in event.materiel)


def _part_of_deal(event: Event) -> bool:
    """ "received two jets from Paris, part of a deal for 42": between the same two."""
    if not is_contract(event.core) or event.supplier_score >= 5 or event.recipient_score >= 5:
        return False
    words = event.sentence.words
    core = event.core
    begin = min((i for i in core.words if i != core.word or not core.is_verb), default=core.word)
    before = [w.low for w in words[max(0, begin - _REACH) : begin]]
    if not any(pair == ("part", "of") for pair in pairwise(before)):
        return False
    told = {m.category for m in event.materiel}
    for beside in event.beside:
        parties = beside.supplier and beside.recipient
        if beside is event or not parties or beside.core.word > event.core.word:
            continue
        if told & {m.category for m in beside.materiel}:
            event.supplier, event.recipient = list(beside.supplier), list(beside.recipient)
            event.supplier_score = event.recipient_score = 6.0
            return True
    return False


def _goes_back(event: Event) -> bool:
    """ "has returned two of the boats it received from Finland": to whoever gave them."""
    if event.core.row.mode is not Mode.RETURN or event.recipient or not event.supplier:
        return False
    for beside in event.beside:
        below = beside.clause is not event.clause and beside.core.row.mode is not Mode.RETURN
        if below and beside.supplier_score >= 5 and event.shares_goods(beside):
            event.recipient, event.recipient_score = list(beside.supplier), 6.0
            return True
    return False


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


def _told_above(event: Event, beside: Event) -> bool:
    """ "hat in Rom Boote bestellt, von denen eines eingetroffen ist": who ordered has got it."""
    above, below = beside.clause, event.clause
    if event.supplier or event.recipient or not event.core.is_verb or below is None:
        return False
    if event.core.row.lemma in _WEAK or beside.governors:
        return False
    hangs = below.kind == "rel" and above is not None and below.parent == above.index
    passive = moves(event.core) or is_passive(event.sentence, event.core)
    parties = bool(beside.supplier) and bool(beside.recipient)
    return hangs and passive and parties and event.shares_goods(beside)


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
