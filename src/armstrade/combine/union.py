"""Everything that anybody claims, once."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.claims import Document, TransferClaim
from armstrade.combine.clusters import Cluster, clusters
from armstrade.plugins.outcome import Outcome
from armstrade.plugins.runner import claim_order


class Union:
    """Each claim that at least one extractor makes and none vetoes.

    Best recall, worst precision: the mistakes of all extractors add up. Claims that
    say the same are merged (see `armstrade.combine.clusters`), the best-grounded one
    stays and lists in ``provenance.votes`` who made it.
    """

    name = "union"

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        """The merged claims, in the order of their evidence."""
        return chosen(clusters(outcomes), outcomes)


def chosen(kept: Sequence[Cluster], outcomes: Sequence[Outcome]) -> list[TransferClaim]:
    """The best claim of each cluster that no veto fits, in order."""
    vetoes = [veto for outcome in outcomes for veto in outcome.vetoes]
    claims = [cluster.best() for cluster in kept]
    claims = [claim for claim in claims if not any(veto.fits(claim) for veto in vetoes)]
    return sorted(claims, key=claim_order)
