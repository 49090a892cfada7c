"""Votes weighed by how far each extractor can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armstrade.claims import Document, TransferClaim
from armstrade.plugins.outcome import Outcome

from .clusters import clusters, voting
from .fusion import fuse
from .reliability import Reliabilities
from .verdict import without_vetoed


@dataclass(frozen=True, slots=True)
class Weighing:
    """Keeps what is probable, given reliabilities; in each slot the weightier answer wins.

    Attributes
    ----------
    name
        ``weighted`` when the reliabilities were measured on gold, ``agreement`` when they
        were estimated from agreement.
    reliabilities
        Of every extractor that takes part.
    """

    name: str
    reliabilities: Reliabilities

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        """The probable claims, with their probability as confidence, in order."""
        voters = voting(outcomes)
        found = []
        for cluster in clusters(outcomes):
            probability = self.reliabilities.probability(cluster.voters, voters)
            if probability >= self.reliabilities.threshold:
                found.append((fuse(cluster, self.reliabilities), probability))
        return without_vetoed(found, outcomes)
