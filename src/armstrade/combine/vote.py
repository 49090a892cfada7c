"""What most extractors claim."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.claims import Document, TransferClaim
from armstrade.combine.clusters import clusters
from armstrade.combine.union import chosen
from armstrade.plugins.outcome import Outcome, Status


class Vote:
    """Each claim that more than half of the extractors make and none vetoes.

    Only extractors that could read the document have a vote: who abstained or failed
    is not counted. With two voters both must agree; with one it decides alone.
    Confidence becomes the share of the votes.
    """

    name = "vote"

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        """The claims with a majority, in the order of their evidence."""
        silent = (Status.ABSTAINED, Status.FAILED)
        voters = sum(outcome.status not in silent for outcome in outcomes)
        kept = [found for found in clusters(outcomes) if 2 * len(found.claims) > voters]
        return [
            claim.model_copy(update={"confidence": _share(claim, voters)})
            for claim in chosen(kept, outcomes)
        ]


def _share(claim: TransferClaim, voters: int) -> float:
    votes = claim.provenance.votes if claim.provenance is not None else ()
    return len(votes) / voters
