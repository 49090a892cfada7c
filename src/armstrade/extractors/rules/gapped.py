"""Events of stretches that share a verb: "Bonn schickte Panzer, Paris Haubitzen".

These are the stretches that the clause reader has found; `ellipsis` finds what looks like one
clause with several transfers.
"""

from __future__ import annotations

from dataclasses import replace

from armstrade.language.clauses import Clause
from armstrade.reading import PartyPhrase
from armstrade.reading.gaps import SOME

from .ellipsis import gap_role
from .event import Event


def gaps_of(event: Event) -> list[Clause]:
    """The stretches that share the verb of the event's clause."""
    if event.clause is None:
        return []
    index = event.clause.index
    return [c for c in event.sentence.clauses if c.kind == "gap" and c.parent == index]


def gapped(event: Event) -> list[Event]:
    """The events of stretches that share the verb ("…, Paris Haubitzen")."""
    sentence = event.sentence
    found: list[Event] = []
    for clause in gaps_of(event):
        gap = Event(sentence, clause, event.core, list(event.governors), origin=event)
        gap.materiel = [m for m in sentence.materiel if m.clause == clause.index]
        gap.materiel_score = 4.0
        if not gap.materiel:
            gap.materiel = event.materiel
        if any(sentence.words[i].low in SOME for i in clause.words):
            gap.materiel = [replace(m, quantity=None, whole=None) for m in gap.materiel]
        _gap_parties(gap, event)
        _take_trailing(gap, event)
        found.append(gap)
    return found


def _gap_parties(gap: Event, event: Event) -> None:
    """A party takes the role of its counterpart in the clause that has the verb."""
    sentence = gap.sentence
    here = [
        p
        for p in sentence.parties
        if gap.clause is not None and p.clause == gap.clause.index and p.modifies is None
    ]
    gap.supplier, gap.supplier_score = list(event.supplier), 6.0
    gap.recipient, gap.recipient_score = list(event.recipient), 6.0
    bare = [p for p in here if not p.preposition]
    for phrase in here:
        if phrase.preposition:
            supplies = any(p.preposition == phrase.preposition for p in event.supplier)
        elif len(bare) > 1:
            supplies = (phrase is bare[0]) == (
                bool(event.supplier)
                and not event.supplier[0].preposition
                and (not event.recipient or event.supplier[0].start < event.recipient[0].start)
            )
        else:
            supplies = _bare_counterpart(gap, event, phrase)
        if supplies:
            gap.supplier, gap.supplier_score = [phrase], 7.0
        else:
            gap.recipient, gap.recipient_score = [phrase], 7.0


def _take_trailing(gap: Event, event: Event) -> None:
    """ "guns from Seoul, as well as helicopters and jets from Paris": what stands behind the party
    of the full clause goes with that of the stretch."""
    for role in ("supplier", "recipient"):
        ours, theirs = getattr(gap, role), getattr(event, role)
        if not ours or not theirs or ours[0].start == theirs[0].start:
            continue
        if not theirs[0].preposition or ours[0].preposition != theirs[0].preposition:
            continue
        trailing = [m for m in event.materiel if m.first > theirs[-1].last]
        if trailing and len(trailing) < len(event.materiel) and gap.materiel[0] not in trailing:
            event.materiel = [m for m in event.materiel if m not in trailing]
            gap.materiel = [*trailing, *gap.materiel]


def _bare_counterpart(gap: Event, event: Event, phrase: PartyPhrase) -> bool:
    """Whether a lone bare party stands for the supplier of the full clause."""
    suppliers = [p for p in event.supplier if not p.preposition]
    recipients = [p for p in event.recipient if not p.preposition]
    if suppliers and recipients:
        if gap.sentence.reading.grammar.language == "en":
            subject = gap.core.is_verb and suppliers[0].first < gap.core.word
            return subject and gap_role(event, phrase) == "supplier"
        if "nom" not in phrase.cases:
            return False
        # behind a closed verb bracket the subject is contrasted, otherwise the nearer object
        words = gap.sentence.words
        if all(m.anaphoric for m in gap.materiel) and _after_comma(gap, event):
            return True  # "liefert Kiew 18 Panzer, Polen 14 und Oslo acht"
        closed = words[event.core.word].tag in ("part", "inf")
        inside = gap.clause is not None and gap.clause.words[0] < event.core.word
        return (closed and not inside) or event.clause is None
    return bool(suppliers)


def _after_comma(gap: Event, event: Event) -> bool:
    """Whether a comma opens this stretch or one before it."""
    words = gap.sentence.words
    first = [clause.words[0] for clause in gaps_of(event)]
    own = gap.clause.words[0] if gap.clause is not None else 0
    return any(words[i - 1].text == "," for i in first if 0 < i <= own)
