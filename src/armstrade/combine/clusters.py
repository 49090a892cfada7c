"""Which claims of different extractors are one and the same.

Two claims can be the same when they agree on supplier, recipient, category, stage
and polarity and do not contradict each other in designation or quantity. One
extractor's own claims are never merged with each other: it had its reasons to keep
them apart (two deliveries, two items of a list).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from armstrade.claims import Provenance, Quantity, Span, TransferClaim
from armstrade.plugins.outcome import Outcome
from armstrade.plugins.runner import ById, claim_order, in_order

Key = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims that say the same, at most one per extractor.

    Attributes
    ----------
    claims
        By name of extractor.
    """

    claims: tuple[tuple[str, TransferClaim], ...]

    @property
    def voters(self) -> tuple[str, ...]:
        """Names of the extractors behind it, sorted."""
        return tuple(sorted(name for name, _ in self.claims))

    def best(self) -> TransferClaim:
        """The best-grounded claim, with the votes in its provenance.

        Best is: most parties resolved, then most slots filled, then the surest, then
        the shortest evidence; the last tie goes to the smallest id and name.
        """
        name, claim = min(self.claims, key=lambda pair: (_rank(pair[1]), ById(pair[1]), pair[0]))
        provenance = claim.provenance or Provenance(extractor=name)
        return claim.model_copy(
            update={"provenance": provenance.model_copy(update={"votes": self.voters})}
        )


def clusters(outcomes: Iterable[Outcome]) -> list[Cluster]:
    """Group the claims of all outcomes; independent of the order of the outcomes.

    Pairs of claims are joined from the most to the least alike, as long as no
    extractor comes to stand twice in one cluster.

    Notes
    -----
    Quadratic in the number of claims of one document that share all five key slots,
    which is one or two as a rule.
    """
    groups: defaultdict[Key, list[tuple[str, TransferClaim]]] = defaultdict(list)
    for outcome in outcomes:
        for claim in in_order(outcome.claims):
            groups[key_of(claim)].append((outcome.extractor, claim))
    found = [cluster for key in sorted(groups) for cluster in _join(groups[key])]
    return sorted(
        found, key=lambda cluster: [(claim_order(claim), name) for name, claim in cluster.claims]
    )


def key_of(claim: TransferClaim) -> Key:
    """What claims must share to be the same: the slots of the ``claim`` score level.

    A party without id counts by its words: "allies" is not the same as "rebels".
    """
    supplier, recipient = (
        "" if party is None else party.key or f"text:{party.span.text.casefold()}"
        for party in (claim.supplier, claim.recipient)
    )
    return (supplier, recipient, claim.materiel.category, claim.stage, claim.polarity)


def _join(group: Sequence[tuple[str, TransferClaim]]) -> list[Cluster]:
    members = sorted(group, key=lambda pair: (ById(pair[1]), pair[0]))
    pairs = sorted(
        (_unlikeness(one, other), left, right)
        for left, (name, one) in enumerate(members)
        for right, (other_name, other) in enumerate(members[left + 1 :], start=left + 1)
        if name != other_name and _compatible(one, other)
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
    return [
        Cluster(tuple(members[number] for number in sorted(numbers))) for numbers in inside.values()
    ]


def _may_join(one: set[int], other: set[int], members: Sequence[tuple[str, TransferClaim]]) -> bool:
    return not {members[number][0] for number in one} & {
        members[number][0] for number in other
    } and all(_compatible(members[a][1], members[b][1]) for a in one for b in other)


def _compatible(one: TransferClaim, other: TransferClaim) -> bool:
    """Whether nothing tells the two apart."""
    names = {one.materiel.designation, other.materiel.designation} - {None}
    if len(names) > 1:
        return False
    if one.quantity is None or other.quantity is None:
        return True
    # Different numbers: two deliveries, unless both read the same words differently.
    return _bounds(one.quantity) == _bounds(other.quantity) or one.quantity.span.overlaps(
        other.quantity.span
    )


def _bounds(quantity: Quantity | None) -> tuple[int | None, int | None] | None:
    return None if quantity is None else (quantity.min, quantity.max)


def _unlikeness(one: TransferClaim, other: TransferClaim) -> tuple[bool, ...]:
    """How far two compatible claims differ, the weightiest difference first."""
    return (
        one.id != other.id,
        not one.materiel.span.overlaps(other.materiel.span),
        not _overlap(one.evidence, other.evidence),
        one.materiel.designation != other.materiel.designation,
        _bounds(one.quantity) != _bounds(other.quantity),
        one.factuality != other.factuality,
    )


def _overlap(one: Iterable[Span], other: Iterable[Span]) -> bool:
    others = list(other)
    return any(span.overlaps(rival) for span in one for rival in others)


def _rank(claim: TransferClaim) -> tuple[float, ...]:
    parties = (claim.supplier, claim.recipient)
    resolved = sum(party is not None and party.key is not None for party in parties)
    filled = sum(
        slot is not None
        for slot in (claim.supplier, claim.recipient, claim.quantity, claim.date, claim.value,
                     claim.materiel.designation, claim.consideration, claim.intermediary)
    )  # fmt: skip
    surety = -1.0 if claim.confidence is None else claim.confidence
    length = sum(len(span.text) for span in claim.evidence)
    return (-resolved, -filled, -surety, length)
