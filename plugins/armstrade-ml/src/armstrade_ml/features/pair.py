"""Features of two candidates together: supplier and recipient, party and materiel.

There are many pairs and little to ask of each, so all pairs of a document are looked at in one go.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..candidates import MaterielCandidate, PartyCandidate
from ..syntax import View

Ints = NDArray[np.int64]
Column = NDArray[np.generic]

PARTIES = [
    "both_here", "supplier_first", "same_clause", "same_group", "gap", "adjacent", "one_silent",
    "both_silent", "same_place", "same_prep", "both_bare", "both_subject", "parties_between",
]  # fmt: skip
GOODS = [
    "same_clause", "before", "gap", "touches", "owns", "between", "behind_prep", "same_sentence",
]  # fmt: skip
_NOBODY = -1


class Numbers:
    """Numbers for names: the same for the same name of a document."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {"": 0}

    def __call__(self, name: str | None) -> int:
        if name is None:
            return _NOBODY
        return self._known.setdefault(name, len(self._known))


def party_facts(
    view: View, candidate: PartyCandidate, numbers: Numbers, begin: int
) -> tuple[int, ...]:
    """What pairs ask of a party candidate; `begin` is where the sentence's counts begin."""
    place, party = candidate.place, candidate.party
    key = numbers(candidate.key)
    if place is None:
        return (0, 0, 0, 0, 0, 0, -1, 0, 0, _NOBODY, key, party.sentence, begin)
    return (
        1,
        place.first,
        place.last,
        place.start,
        place.end,
        place.clause,
        place.group,
        numbers(place.preposition),
        view.subject(place.clause) is place,
        _NOBODY if place.modifies is None else place.modifies,
        key,
        party.sentence,
        begin,
    )


def goods_facts(candidate: MaterielCandidate) -> tuple[int, ...]:
    """What pairs ask of a materiel candidate."""
    phrase = candidate.phrase
    return (
        candidate.here,
        phrase.first,
        phrase.last,
        phrase.clause,
        phrase.sentence,
    )


def parties_columns(one: Ints, two: Ints, named_before: Ints) -> list[Column]:
    """The features of suppliers and recipients; `PARTIES` says which is which.

    Parameters
    ----------
    one, two
        `party_facts`, one column per pair.
    named_before
        `View.named_before` of all sentences, one behind the other.
    """
    here, first, last, start, end, clause, group, prep, subject = one[:9]
    here2, first2, last2, start2, end2, clause2, group2, prep2, subject2 = two[:9]
    both = here & here2
    low, high = both * np.minimum(last, last2), both * np.maximum(first, first2)
    gap = high - low
    return [
        both,
        both & (first < first2),
        both & (clause == clause2),
        both & (group >= 0) & (group == group2),
        both * np.minimum(gap, 30),
        both & (gap <= 2),
        here != here2,
        (here | here2) == 0,
        both & (start < end2) & (start2 < end),
        both & (prep == prep2) & (prep > 0),
        both & (prep == 0) & (prep2 == 0),
        both & subject & subject2,
        _between(low, high, one[12], named_before),
    ]


def goods_columns(party: Ints, goods: Ints, named_before: Ints) -> list[Column]:
    """The features of parties and the goods; `GOODS` says which is which."""
    there, first, last, _, _, clause, _, prep, _, modifies, _, sentence, begin = party
    here, first2, last2, clause2, sentence2 = goods
    both = there & here
    low, high = both * np.minimum(last, last2), both * np.maximum(first, first2)
    gap = high - low
    return [
        both & (clause == clause2),
        both & (last < first2),
        both * np.minimum(gap, 30),
        both & (gap <= 2),
        both & (modifies >= 0) & (first2 <= modifies) & (modifies <= last2),
        _between(low, high, begin, named_before),
        both & (prep > 0) & (first > last2) & (gap <= 4),
        np.where(both, 1, ((there | here) == 0) & (sentence == sentence2)),
    ]


def _between(low: Ints, high: Ints, begin: Ints, named_before: Ints) -> Ints:
    """How many named parties begin between two words of the same sentence."""
    count = named_before[begin + high] - named_before[begin + np.minimum(low + 1, high)]
    return np.where(high > low + 1, count, 0)
