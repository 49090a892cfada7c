"""Only what everybody claims."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.claims import Document, TransferClaim
from armstrade.combine.clusters import clusters, voting
from armstrade.combine.fusion import fuse
from armstrade.combine.verdict import surest, without_vetoed
from armstrade.plugins.outcome import Outcome


class Intersection:
    """Each claim that all extractors make that could read the document, and none vetoes.

    Best precision, worst recall. Readings of one statement become one claim, slot by slot
    (see `armstrade.combine.fusion`).
    """

    name = "intersection"

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        """The claims that all agree on, in the order of their evidence."""
        voters = voting(outcomes)
        found = [
            (fuse(one), surest(one)) for one in clusters(outcomes) if len(one.claims) == len(voters)
        ]
        return without_vetoed(found, outcomes)
