"""How good a pair is, as one integer: many criteria, the most important first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from .matching import MENTIONS, SLOTS, Side, agree_on_triple, same_chain, shared_length


@dataclass(frozen=True, slots=True)
class Scale:
    """The worth of each criterion, for one group of claims.

    The criteria are the three levels, each slot of `SLOTS` in that order, mentions that
    agree exactly, mentions that overlap, evidence that overlaps, shared evidence. Each is
    worth more than all lesser ones together could add up to over the whole group, so
    the greatest sum is the best vector of counts, compared from the left.

    Attributes
    ----------
    triple, claim, full, slots, exact, overlap, evidence
        Worth of one agreement; a shared code point of evidence is worth 1.
    """

    triple: int
    claim: int
    full: int
    slots: tuple[int, ...]
    exact: int
    overlap: int
    evidence: int

    @classmethod
    def of(cls, left: Sequence[Side], right: Sequence[Side]) -> Self:
        """The scale for pairs between two sets of claims."""
        pairs = min(len(left), len(right))
        worth = [1]
        longest = max((side.evidence_length for side in left), default=0)
        # From the least criterion to the greatest: how often one pair can meet it.
        for times in (longest, 1, len(MENTIONS), len(MENTIONS), *[1] * (len(SLOTS) + 2)):
            worth.append(worth[-1] * (pairs * times + 1))
        evidence, overlap, exact, *slots = worth[1 : 4 + len(SLOTS)]
        full, claim, triple = worth[4 + len(SLOTS) :]
        return cls(triple, claim, full, tuple(reversed(slots)), exact, overlap, evidence)

    def weigh(self, gold: Side, predicted: Side) -> int:
        """The worth of a pair; 0 when the two cannot be paired."""
        if not agree_on_triple(gold, predicted):
            return 0
        total = self.triple
        agreed = [a == b for a, b in zip(gold.key, predicted.key, strict=True)]
        agreed.append(same_chain(gold.claim.attribution, predicted.claim.attribution))
        stage, polarity, factuality, quantity, *_ = agreed
        if stage and polarity:
            total += self.claim
            if factuality and quantity:
                total += self.full
        for same, worth in zip(agreed, self.slots, strict=True):
            if same:
                total += worth
        others = predicted.places
        for name, (start, end) in gold.places.items():
            if name in others:
                other_start, other_end = others[name]
                if start < other_end and other_start < end:
                    total += self.overlap
                    if start == other_start and end == other_end:
                        total += self.exact
        if shared := shared_length(gold.evidence, predicted.evidence):
            total += self.evidence + shared
        return total
