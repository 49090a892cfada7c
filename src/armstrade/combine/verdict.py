"""The last step of every combiner: vetoes, confidence and order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armstrade.claims import TransferClaim
from armstrade.plugins.outcome import Outcome
from armstrade.plugins.runner import in_order

from .clusters import Cluster


def without_vetoed(
    found: Iterable[tuple[TransferClaim, float | None]], outcomes: Sequence[Outcome]
) -> list[TransferClaim]:
    """The claims that no veto fits, with their confidence, in the order of their evidence."""
    vetoes = [veto for outcome in outcomes for veto in outcome.vetoes]
    return list(
        in_order(
            claim.model_copy(update={"confidence": confidence})
            for claim, confidence in found
            if not any(veto.fits(claim) for veto in vetoes)
        )
    )


def surest(cluster: Cluster) -> float | None:
    """The greatest confidence given by an extractor behind a cluster."""
    given = [claim.confidence for _, claim in cluster.claims if claim.confidence is not None]
    return max(given, default=None)
