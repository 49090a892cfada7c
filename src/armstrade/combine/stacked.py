"""A learned combiner: how probable a statement is, from who makes it and what it looks like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from armstrade.claims import Document, TransferClaim
from armstrade.plugins.outcome import Outcome

from .clusters import Cluster, clusters, voting
from .features import features
from .fusion import fuse
from .logistic import Logistic
from .reliability import Reliabilities
from .verdict import without_vetoed


@dataclass(frozen=True, slots=True)
class Stacking:
    """Keeps what a logistic model takes for a claim; its probability is the confidence.

    Attributes
    ----------
    reliabilities
        Weigh the answers in each slot.
    model
        Over `armstrade.combine.features.features`.
    threshold
        The least probability at which a statement is kept.
    """

    name: ClassVar[str] = "stacked"

    reliabilities: Reliabilities
    model: Logistic
    threshold: float

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        """The claims that are probable enough, in the order of their evidence."""
        found = []
        for _, fused, seen in candidates(outcomes, self.reliabilities):
            probability = self.model.probability(seen)
            if probability >= self.threshold:
                found.append((fused, probability))
        return without_vetoed(found, outcomes)


def candidates(
    outcomes: Sequence[Outcome], reliabilities: Reliabilities
) -> Iterator[tuple[Cluster, TransferClaim, dict[str, float]]]:
    """Each cluster of a document with the claim made of it and its features."""
    voters = voting(outcomes)
    found = clusters(outcomes)
    for cluster in found:
        fused = fuse(cluster, reliabilities)
        yield cluster, fused, features(cluster, fused, voters, len(found))
