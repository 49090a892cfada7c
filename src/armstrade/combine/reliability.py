"""How far each extractor can be trusted, and what a set of votes is then worth.

The model is that of Dawid and Skene (1979) with two outcomes: a statement is a claim or is
not; each extractor finds a true one and invents a false one with its own probability,
independently of the others. The slots are weighed by the log odds of being right, which
is the best weighted majority of independent voters (Nitzan and Paroush 1982).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Self

LEAST, MOST = 0.02, 0.98
"""No extractor is taken to be always right or always wrong."""


def bounded(share: float) -> float:
    """A probability away from 0 and 1.

    Examples
    --------
    >>> bounded(1.0), bounded(0.5)
    (0.98, 0.5)
    """
    return min(max(share, LEAST), MOST)


def log_odds(probability: float) -> float:
    """``log(p / (1 - p))`` of a bounded probability."""
    inside = bounded(probability)
    return math.log(inside / (1 - inside))


@dataclass(frozen=True, slots=True)
class Reliability:
    """One extractor.

    Attributes
    ----------
    finds
        Probability that it makes a claim that is true.
    invents
        Probability that it makes a claim that somebody makes and that is false.
    slots
        Probability that what it says in a slot is right, by name of slot.
    """

    finds: float
    invents: float
    slots: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Reliabilities:
    """All extractors that vote together.

    Attributes
    ----------
    prior
        Share of the statements made by anybody that are true.
    extractors
        By name.
    threshold
        The least probability at which a statement is kept.
    """

    prior: float
    extractors: Mapping[str, Reliability]
    threshold: float = 0.5

    def __call__(self, extractor: str, slot: str) -> float:
        """The weight of an extractor's answer in a slot; see `armstrade.combine.fusion.Weights`.

        An answer that is more often wrong than right still counts a little: it is the only
        one where nobody else speaks.
        """
        right = self.extractors[extractor].slots.get(slot, 0.5)
        return max(log_odds(right), 0.01)

    def probability(self, voters: Collection[str], voting: Collection[str]) -> float:
        """How probable a statement is that `voters` made, of all those who had a vote.

        Examples
        --------
        >>> good = Reliability(finds=0.8, invents=0.1, slots={})
        >>> poor = Reliability(finds=0.4, invents=0.5, slots={})
        >>> both = Reliabilities(prior=0.5, extractors={"good": good, "poor": poor})
        >>> round(both.probability(["good"], ["good", "poor"]), 2)
        0.91
        >>> round(both.probability(["poor"], ["good", "poor"]), 2)
        0.15
        """
        total = log_odds(self.prior)
        for name in sorted(voting):
            one = self.extractors[name]
            finds, invents = bounded(one.finds), bounded(one.invents)
            if name in voters:
                total += math.log(finds / invents)
            else:
                total += math.log((1 - finds) / (1 - invents))
        return 1 / (1 + math.exp(-total))

    def to_dict(self) -> dict[str, Any]:
        """As plain values, for a JSON file."""
        return {
            "prior": self.prior,
            "threshold": self.threshold,
            "extractors": {
                name: {"finds": one.finds, "invents": one.invents, "slots": dict(one.slots)}
                for name, one in sorted(self.extractors.items())
            },
        }

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> Self:
        """What `to_dict` wrote."""
        return cls(
            prior=found["prior"],
            threshold=found["threshold"],
            extractors={
                name: Reliability(one["finds"], one["invents"], dict(one["slots"]))
                for name, one in found["extractors"].items()
            },
        )
