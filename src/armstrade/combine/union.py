"""Everything that anybody claims, once."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.claims import Document, TransferClaim
from armstrade.combine.clusters import clusters
from armstrade.combine.fusion import fuse
from armstrade.combine.verdict import surest, without_vetoed
from armstrade.plugins.outcome import Outcome


class Union:
    """Each claim that at least one extractor makes and none vetoes.

    Best recall, worst precision: the mistakes of all extractors add up. Readings of one
    statement become one claim, slot by slot (see `armstrade.combine.fusion`). Its
    confidence is the greatest that an extractor behind it gives.
    """

    name = "union"

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        """The merged claims, in the order of their evidence."""
        found = [(fuse(one), surest(one)) for one in clusters(outcomes)]
        return without_vetoed(found, outcomes)
