"""A learned combiner: how probable a statement is, from who makes it and what it looks like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from armstrade.claims import Document, TransferClaim
from armstrade.plugins.outcome import Outcome, Status
from armstrade.plugins.runner import in_order

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
        for _, fused, seen in candidates(outspoken(outcomes), self.reliabilities):
            probability = self.model.probability(seen)
            if probability >= self.threshold:
                found.append((fused, probability))
        return without_vetoed(found, outcomes)


def outspoken(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """The outcomes with what was only considered among the claims.

    Whoever learns how far to trust a confidence can use the low ones, too: a claim that one
    extractor makes and another nearly made is more probable than one that it alone thought of.
    One extractor alone is taken at its word.
    """
    if len(voting(outcomes)) < 2:
        return outcomes
    return [
        replace(one, status=Status.CLAIMS, claims=in_order((*one.claims, *one.considered)))
        if one.considered
        else one
        for one in outcomes
    ]


def candidates(
    outcomes: Sequence[Outcome], reliabilities: Reliabilities
) -> Iterator[tuple[Cluster, TransferClaim, dict[str, float]]]:
    """Each cluster of a document with the claim made of it and its features."""
    voters = voting(outcomes)
    for cluster in clusters(outcomes):
        fused = fuse(cluster, reliabilities)
        yield cluster, fused, features(cluster, fused, voters)
