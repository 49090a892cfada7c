"""Votes weighed by reliabilities that were estimated without gold."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence

from armstrade.claims import Document, TransferClaim
from armstrade.plugins.outcome import Outcome
from armstrade.plugins.protocols import Combiner

from .estimate import CannotEstimateError, estimate
from .vote import Vote
from .weighted import Weighing


class Agreement:
    """Trusts whom the others agree with; see `armstrade.combine.estimate`.

    One document does not tell who is reliable: `estimated` takes the outcomes of many and
    returns the combiner to use on them. Without it, and where the data do not carry an
    estimate, it says so and votes.
    """

    name = "agreement"

    def estimated(self, runs: Iterable[Sequence[Outcome]]) -> Combiner:
        """The combiner for these extractors, estimated from their outcomes.

        Parameters
        ----------
        runs
            One sequence of outcomes per document.

        Warns
        -----
        RuntimeWarning
            When the data do not carry an estimate; the combiner then votes.
        """
        try:
            return Weighing(self.name, estimate(runs))
        except CannotEstimateError as error:
            warnings.warn(f"{error}; voting instead", RuntimeWarning, stacklevel=2)
            return Vote()

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        """The claims with a majority: one document alone carries no estimate."""
        warnings.warn(
            "combiner 'agreement' has seen one document only and votes; estimate it on many with "
            "'armstrade combine fit --without-gold' and name the file it writes",
            RuntimeWarning,
            stacklevel=2,
        )
        return Vote().combine(outcomes, document)
