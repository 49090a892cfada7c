"""Votes of analogues: the likest examples say what a new sentence says."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeVar

from .shelf import Found

L = TypeVar("L")
V = TypeVar("V")


def shares(found: Found[L], value: Callable[[L], V], sharpness: float) -> dict[V, float]:
    """The share of the votes that each value gets.

    Parameters
    ----------
    value
        What a label votes for.
    sharpness
        How much more the likest count: a vote weighs ``exp(sharpness * likeness)``.

    Examples
    --------
    >>> from .shelf import Example
    >>> found = [(1.0, Example("", "", "a")), (1.0, Example("", "", "b", weight=3.0))]
    >>> shares(found, str.upper, 10.0)
    {'A': 0.25, 'B': 0.75}
    """
    votes: dict[V, float] = {}
    for likeness, example in found:
        key = value(example.label)
        votes[key] = votes.get(key, 0.0) + example.weight * math.exp(sharpness * likeness)
    total = sum(votes.values())
    return {key: weight / total for key, weight in votes.items()}


def winner(votes: dict[V, float]) -> V:
    """The value with the most votes; ties go by name, so that no order of examples matters.

    Examples
    --------
    >>> winner({"b": 0.5, "a": 0.5})
    'b'
    """
    return max(votes, key=lambda value: (votes[value], str(value)))
