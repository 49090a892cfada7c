"""Which claims of different extractors are readings of one and the same statement.

For each two extractors the claims are assigned one to one so that their likeness is
greatest (`armstrade.combine.likeness`); the pairs are then joined to clusters, the most
alike first. One extractor's own claims are never merged with each other: it had its
reasons to keep them apart (two deliveries, two items of a list).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from armstrade.claims import TransferClaim
from armstrade.plugins.outcome import Outcome, Status
from armstrade.plugins.runner import claim_order, in_order

from .assignment import assign
from .likeness import likeness

Member = tuple[str, TransferClaim]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Readings of one statement, at most one per extractor.

    Attributes
    ----------
    claims
        By name of extractor, sorted.
    """

    claims: tuple[Member, ...]

    @property
    def voters(self) -> tuple[str, ...]:
        """Names of the extractors behind it, sorted."""
        return tuple(sorted(name for name, _ in self.claims))


def voting(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    """Names of the extractors that could read the document, sorted.

    Who abstained or failed has no vote: its silence says nothing.
    """
    silent = (Status.ABSTAINED, Status.FAILED)
    return tuple(sorted(one.extractor for one in outcomes if one.status not in silent))


def clusters(outcomes: Iterable[Outcome]) -> list[Cluster]:
    """Group the claims of all outcomes; independent of the order of the outcomes.

    Notes
    -----
    Cost: cubic in the number of claims that two extractors make about one document.
    """
    told = {one.extractor: in_order(one.claims) for one in outcomes}
    members = [(name, claim) for name in sorted(told) for claim in told[name]]
    first: dict[str, int] = {}
    for number, (name, _) in enumerate(members):
        first.setdefault(name, number)
    pairs = sorted(
        (-worth, first[one] + left, first[other] + right)
        for one, other in combinations(sorted(first), 2)
        for worth, left, right in _pairs(told[one], told[other])
    )
    home = list(range(len(members)))
    inside = {number: {number} for number in home}
    for _, left, right in pairs:
        one, other = home[left], home[right]
        if one == other or not _may_join(inside[one], inside[other], members):
            continue
        inside[one] |= inside.pop(other)
        for number in inside[one]:
            home[number] = one
    found = [Cluster(tuple(members[n] for n in sorted(numbers))) for numbers in inside.values()]
    return sorted(found, key=lambda one: [(claim_order(claim), name) for name, claim in one.claims])


def _pairs(
    one: tuple[TransferClaim, ...], other: tuple[TransferClaim, ...]
) -> Iterator[tuple[int, int, int]]:
    weights = [[likeness(a, b) for b in other] for a in one]
    for left, right in enumerate(assign(weights)):
        if right is not None:
            yield weights[left][right], left, right


def _may_join(one: set[int], other: set[int], members: list[Member]) -> bool:
    return not {members[number][0] for number in one} & {
        members[number][0] for number in other
    } and all(likeness(members[a][1], members[b][1]) for a in one for b in other)
