"""Goods that are passed on: who holds them gives them, and not the maker whose leave it needs."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.lexicon.triggers import Role
from armstrade.reading import PartyPhrase

from .chains import is_approval, is_passed_on
from .controllers import seeks_leave
from .event import Event
from .roles import fill
from .subjects import is_passive, subject_of

_SURE = 8.0


def take_holder(event: Event) -> None:
    """ "bat Bern um Zustimmung zur Weitergabe", "lehnte ein Gesuch Oslos zum Reexport ab"."""
    if event.core.is_verb:
        return
    german = event.language == "de"
    holder = _requesting(event) if is_passed_on(event.core) else []
    holder = holder or _seeking(event) or (_permitted(event) if german else [])
    known = {p.key for p in event.recipient}
    if holder and not {p.key for p in holder} & known:
        event.supplier, event.supplier_score = holder, _SURE


def is_makers_leave(event: Event) -> bool:
    """ "verbietet die Weitergabe von Munition": no word of who holds it."""
    if not is_passed_on(event.core) or any(p.preposition or p.genitive for p in event.supplier):
        return False
    suppliers = {p.key for p in event.supplier}
    for governor in event.governors:
        if seeks_leave(event.sentence, governor):
            continue
        if is_approval(governor) or governor.row.stage in (Stage.REFUSED, Stage.CANCELLED):
            clause = event.sentence.clause_of.get(governor.word)
            if suppliers & {p.key for p in subject_of(event.sentence, clause)}:
                return True
    return False


def _requesting(event: Event) -> list[PartyPhrase]:
    """ "ein Gesuch Dänemarks zur Weitergabe": the genitive behind the request."""
    for governor in event.governors:
        if governor.is_verb or governor.row.stage is not Stage.SOUGHT:
            continue
        behind = [p for p in event.sentence.parties if p.first == governor.word + 1 and p.genitive]
        if behind:
            return behind
    return []


def _seeking(event: Event) -> list[PartyPhrase]:
    """ "wartet auf Berns Zustimmung zur Weitergabe": who waits for it."""
    sentence = event.sentence
    outer = next((g for g in event.governors if is_approval(g)), event.core)
    clause = sentence.clause_of.get(outer.word)
    if clause is None or not seeks_leave(sentence, outer):
        return []
    if any(is_passive(sentence, g) for g in event.governors if g.is_verb):
        return []
    return [p for p in subject_of(sentence, clause) if not p.genitive]


def _permitted(event: Event) -> list[PartyPhrase]:
    """ "erteilte Warschau die Genehmigung zur Lieferung an Kiew": the dative, as Kiew is to get."""
    sentence = event.sentence
    if not any(p.preposition in ("an", "nach") for p in event.recipient):
        return []
    taken = {p.start for p in (*event.recipient, *event.supplier)}
    for governor in event.governors:
        if not governor.is_verb or not is_approval(governor) or is_passive(sentence, governor):
            continue
        clause = sentence.clause_of.get(governor.word)
        found, _ = fill(sentence, governor, (Role("dative"),), taken, supplier=False, clause=clause)
        if found and all(p.kind != "company" for p in found):
            return found
    return []
