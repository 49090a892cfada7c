"""A logistic model as plain numbers: read from JSON, used without any library."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Logistic:
    """A probability from features by name.

    Attributes
    ----------
    intercept
        The log odds of an item without features.
    weights
        What each feature adds to the log odds; features that are not there add nothing.

    Examples
    --------
    >>> Logistic(intercept=0.0, weights={"a": 1.0}).probability({"b": 1.0})
    0.5
    """

    intercept: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """In (0, 1)."""
        total = self.intercept + math.fsum(
            value * self.weights.get(name, 0.0) for name, value in features.items()
        )
        return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))

    def to_dict(self) -> dict[str, Any]:
        """As plain values, for a JSON file."""
        return {"intercept": self.intercept, "weights": dict(sorted(self.weights.items()))}

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> Self:
        """What `to_dict` wrote."""
        return cls(intercept=found["intercept"], weights=dict(found["weights"]))
