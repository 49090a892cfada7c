"""What most extractors claim."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.claims import Document, TransferClaim
from armstrade.combine.clusters import clusters, voting
from armstrade.combine.fusion import fuse
from armstrade.combine.verdict import without_vetoed
from armstrade.plugins.outcome import Outcome


class Vote:
    """Each claim that more than half of the extractors make and none vetoes.

    Only extractors that could read the document have a vote: who abstained or failed
    is not counted. With two voters both must agree; with one it decides alone. Readings
    of one statement become one claim, in which each slot goes to the majority (see
    `armstrade.combine.fusion`). Confidence becomes the share of the votes.
    """

    name = "vote"

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        """The claims with a majority, in the order of their evidence."""
        voters = len(voting(outcomes))
        found = [
            (fuse(one), len(one.claims) / voters)
            for one in clusters(outcomes)
            if 2 * len(one.claims) > voters
        ]
        return without_vetoed(found, outcomes)
