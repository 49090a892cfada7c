"""Features of two candidates together: supplier and recipient, party and materiel."""

from __future__ import annotations

from armstrade.reading import PartyPhrase

from ..candidates import MaterielCandidate, PartyCandidate
from ..syntax import View

PARTIES = [
    "both_here", "supplier_first", "same_clause", "same_group", "gap", "adjacent", "one_silent",
    "both_silent", "same_place", "same_prep", "both_bare", "both_subject", "parties_between",
]  # fmt: skip
GOODS = [
    "same_clause", "before", "gap", "touches", "owns", "designs", "between", "behind_prep",
    "same_sentence",
]  # fmt: skip


def parties_row(view: View, supplier: PartyCandidate, recipient: PartyCandidate) -> list[float]:
    """The features of a supplier and a recipient; `PARTIES` says which is which."""
    one, two = supplier.place, recipient.place
    if one is None or two is None:
        silent = (one is None) + (two is None)
        return [0.0] * 6 + [silent == 1, silent == 2] + [0.0] * 5
    gap = max(one.first, two.first) - min(one.last, two.last)
    low, high = min(one.last, two.last), max(one.first, two.first)
    return [
        1.0,
        one.first < two.first,
        one.clause == two.clause,
        one.group >= 0 and one.group == two.group,
        min(gap, 30) / 10,
        gap <= 2,
        0.0,
        0.0,
        one is two or (one.start < two.end and two.start < one.end),
        one.preposition == two.preposition and bool(one.preposition),
        not one.preposition and not two.preposition,
        _is_subject(view, one) and _is_subject(view, two),
        sum(1 for p in view.named if low < p.first < high),
    ]


def _is_subject(view: View, place: PartyPhrase) -> bool:
    return view.subject(place.clause) is place


def goods_row(view: View, party: PartyCandidate, materiel: MaterielCandidate) -> list[float]:
    """The features of a party and the goods; `GOODS` says which is which."""
    place, phrase = party.place, materiel.phrase
    designs = phrase.maker is not None and phrase.maker == party.key
    if place is None or not materiel.here:
        same = place is None and not materiel.here and party.party.sentence == phrase.sentence
        return [0.0] * 5 + [designs, 0.0, 0.0, same]
    gap = max(place.first, phrase.first) - min(place.last, phrase.last)
    low, high = min(place.last, phrase.last), max(place.first, phrase.first)
    return [
        place.clause == phrase.clause,
        place.last < phrase.first,
        min(gap, 30) / 10,
        gap <= 2,
        place.modifies is not None and phrase.first <= place.modifies <= phrase.last,
        designs,
        sum(1 for p in view.named if low < p.first < high),
        bool(place.preposition) and place.first > phrase.last and gap <= 4,
        1.0,
    ]
