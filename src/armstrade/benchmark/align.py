"""Pairs gold with predicted claims of one document, one to one and optimally."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armstrade.claims import TransferClaim
from armstrade.combine.assignment import assign

from .matching import Agreement, Side, agree, agree_on_triple, content
from .ranking import Scale


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold and a predicted claim that agree on the triple.

    Attributes
    ----------
    gold, predicted
        Their indices in the lists handed to `align`.
    agreement
        What they agree on beyond the triple.
    """

    gold: int
    predicted: int
    agreement: Agreement

    def reaches(self, level: str) -> bool:
        """Whether the pair counts at ``triple``, ``claim`` or ``full`` level."""
        return {"triple": True, "claim": self.agreement.claim, "full": self.agreement.full}[level]


def align(gold: Sequence[TransferClaim], predicted: Sequence[TransferClaim]) -> list[Pair]:
    """Pair the claims of one document.

    Only claims that agree on supplier, recipient and category can be paired. Among all
    one-to-one pairings the one is taken that has most pairs; among these, most pairs that
    agree at claim level; then at full level; then on each slot in the order of
    `armstrade.benchmark.matching.SLOTS`, and last on mentions and evidence. So the counts
    at all three levels are the greatest possible at once, except where a party without
    country equals two parties that differ (docs/explanation/scoring.md).

    Returns
    -------
    list of Pair
        In the order of the gold claims. Apart from claims that are equal in every slot, it
        does not depend on the order of either list.

    Notes
    -----
    Cost: cubic in the number of claims that share a triple; linear in the number of triples.
    """
    if not gold or not predicted:
        return []
    left, right = [Side(claim) for claim in gold], [Side(claim) for claim in predicted]
    pairs: list[Pair] = []
    for rows, columns in _components(left, right):
        # The order of content, not of arrival, decides between equally good pairings.
        if len(rows) > 1 or len(columns) > 1:
            rows.sort(key=lambda i: (content(gold[i]), i))
            columns.sort(key=lambda j: (content(predicted[j]), j))
        scale = Scale.of([left[i] for i in rows], [right[j] for j in columns])
        weights = [[scale.weigh(left[i], right[j]) for j in columns] for i in rows]
        for i, column in zip(rows, assign(weights), strict=True):
            if column is not None:
                j = columns[column]
                pairs.append(Pair(i, j, agree(left[i], right[j])))
    return sorted(pairs, key=lambda pair: pair.gold)


def _components(left: Sequence[Side], right: Sequence[Side]) -> list[tuple[list[int], list[int]]]:
    """Groups of claims connected by agreement on the triple; the rest pairs with nobody."""
    # Agreement is not transitive (a party without country may equal two that differ), so a
    # group is whatever hangs together, not a set of equals.
    groups: list[tuple[list[int], list[int]]] = [([], [j]) for j in range(len(right))]
    for i, side in enumerate(left):
        touching = [
            group for group in groups if any(agree_on_triple(side, right[j]) for j in group[1])
        ]
        if not touching:
            continue
        kept = [group for group in groups if not any(group is other for other in touching)]
        rows = [row for group in touching for row in group[0]]
        columns = [column for group in touching for column in group[1]]
        groups = [*kept, ([*rows, i], columns)]
    return [group for group in groups if group[0]]
