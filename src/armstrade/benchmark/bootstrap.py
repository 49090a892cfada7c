"""Confidence intervals by resampling documents.

Percentile bootstrap (Efron 1979): documents, not claims, are drawn with replacement,
because the claims of one article are not independent of each other.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from .counts import Counts
from .score import Score

METRICS = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True)
class Interval:
    """`low` to `high`, at a level of confidence."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """How much better one system is than another on the same documents.

    Attributes
    ----------
    value
        First minus second.
    interval
        Its bootstrap interval.
    p
        Two-sided bootstrap probability of a difference at least as far on the other side
        of zero; never below 2 / (resamples + 1).
    """

    value: float
    interval: Interval
    p: float


def interval(
    score: Score,
    level: str = "claim",
    metric: str = "f1",
    *,
    resamples: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Interval:
    """The interval of one headline figure.

    Parameters
    ----------
    metric
        ``precision``, ``recall`` or ``f1``.
    confidence
        In (0, 1).
    seed
        The same seed gives the same interval.

    Notes
    -----
    Cost: resamples times documents.
    """
    rows = [row.counts(level) for row in score]
    values = sorted(
        getattr(_sum(rows, draw), metric) for draw in _draws(len(rows), resamples, seed)
    )
    return _percentiles(values, confidence)


def difference(
    one: Score,
    other: Score,
    level: str = "claim",
    metric: str = "f1",
    *,
    resamples: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Difference:
    """Compare two systems on the same documents: a paired bootstrap.

    Raises
    ------
    ValueError
        When the two were not scored on the same documents.
    """
    if [row.document_id for row in one] != [row.document_id for row in other]:
        raise ValueError("the two scores are of different documents; score both on one corpus")
    left, right = ([row.counts(level) for row in score] for score in (one, other))
    values = sorted(
        getattr(_sum(left, draw), metric) - getattr(_sum(right, draw), metric)
        for draw in _draws(len(left), resamples, seed)
    )
    below = sum(value <= 0 for value in values)
    above = sum(value >= 0 for value in values)
    return Difference(
        value=getattr(one.counts(level), metric) - getattr(other.counts(level), metric),
        interval=_percentiles(values, confidence),
        p=min(1.0, 2 * (min(below, above) + 1) / (len(values) + 1)),
    )


def _draws(size: int, resamples: int, seed: int) -> list[list[int]]:
    chance = random.Random(seed)
    return [chance.choices(range(size), k=size) if size else [] for _ in range(resamples)]


def _sum(rows: Sequence[Counts], draw: Sequence[int]) -> Counts:
    tp = fp = fn = 0
    for index in draw:
        row = rows[index]
        tp, fp, fn = tp + row.tp, fp + row.fp, fn + row.fn
    return Counts(tp, fp, fn)


def _percentiles(values: Sequence[float], confidence: float) -> Interval:
    last = len(values) - 1
    tail = (1 - confidence) / 2
    return Interval(values[round(tail * last)], values[round((1 - tail) * last)])
