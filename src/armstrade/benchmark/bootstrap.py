"""Confidence intervals by resampling documents.

Percentile bootstrap (Efron 1979): documents, not claims, are drawn with replacement,
because the claims of one article are not independent of each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .counts import Counts
from .matching import LEVELS
from .resampling import resampled
from .score import Score

METRICS = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True)
class Interval:
    """`low` to `high`, at a level of confidence."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline figure with its interval.

    Attributes
    ----------
    value
        In [0, 1].
    interval
        Its bootstrap interval over documents.
    """

    value: float
    interval: Interval


Figures = dict[str, dict[str, Figure]]
"""By level, then by metric."""


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


def figures(
    scores: Mapping[str, Score],
    *,
    resamples: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> dict[str, Figures]:
    """Precision, recall and F1 of several systems at each level, all with intervals.

    Parameters
    ----------
    scores
        By name of the system, all of the same documents, so that all see the same draws.

    Returns
    -------
    dict
        By name, then by level (``triple``, ``claim``, ``full``), then by metric.

    Raises
    ------
    ValueError
        When the systems were not scored on the same documents.
    """
    documents = {tuple(row.document_id for row in score) for score in scores.values()}
    if len(documents) > 1:
        raise ValueError("the scores are of different documents; score all on one corpus")
    rows = {
        name: [{level: row.counts(level) for level in LEVELS} for row in score]
        for name, score in scores.items()
    }
    return figures_of_counts(rows, resamples=resamples, confidence=confidence, seed=seed)


def figures_of_counts(
    rows: Mapping[str, Sequence[Mapping[str, Counts]]],
    *,
    resamples: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> dict[str, Figures]:
    """As `figures`, from the counts of each document by level.

    Parameters
    ----------
    rows
        By name of the system, all with the same documents in the same order.
    """
    columns = [(name, level) for name in rows for level in LEVELS]
    packed = [
        tuple(
            number for counts in aligned for level in LEVELS for number in _numbers(counts[level])
        )
        for aligned in zip(*rows.values(), strict=True)
    ]
    drawn: dict[tuple[str, str, str], list[float]] = {
        (*column, metric): [] for column in columns for metric in METRICS
    }
    for sums in resampled(packed or [(0,) * 3 * len(columns)], resamples=resamples, seed=seed):
        for place, column in enumerate(columns):
            counts = Counts(*sums[3 * place : 3 * place + 3])
            for metric in METRICS:
                drawn[*column, metric].append(getattr(counts, metric))
    whole = {
        (name, level): sum((row[level] for row in rows[name]), Counts()) for name, level in columns
    }
    return {
        name: {
            level: {
                metric: Figure(
                    getattr(whole[name, level], metric),
                    percentiles(drawn[name, level, metric], confidence),
                )
                for metric in METRICS
            }
            for level in LEVELS
        }
        for name in rows
    }


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
    rows = [_numbers(row.counts(level)) for row in score] or [(0, 0, 0)]
    values = [
        getattr(Counts(*sums), metric) for sums in resampled(rows, resamples=resamples, seed=seed)
    ]
    return percentiles(values, confidence)


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
    rows = paired(one, other, level) or [((0, 0, 0), (0, 0, 0))]
    values = []
    for sums in resampled([a + b for a, b in rows], resamples=resamples, seed=seed):
        left, right = Counts(*sums[:3]), Counts(*sums[3:])
        values.append(getattr(left, metric) - getattr(right, metric))
    below = sum(value <= 0 for value in values)
    above = sum(value >= 0 for value in values)
    return Difference(
        value=getattr(one.counts(level), metric) - getattr(other.counts(level), metric),
        interval=percentiles(values, confidence),
        p=min(1.0, 2 * (min(below, above) + 1) / (len(values) + 1)),
    )


def paired(
    one: Score, other: Score, level: str
) -> list[tuple[tuple[int, int, int], tuple[int, int, int]]]:
    """Per document the counts (tp, fp, fn) of both.

    Raises
    ------
    ValueError
        When the two were not scored on the same documents.
    """
    if [row.document_id for row in one] != [row.document_id for row in other]:
        raise ValueError("the two scores are of different documents; score both on one corpus")
    return [
        (_numbers(a.counts(level)), _numbers(b.counts(level)))
        for a, b in zip(one, other, strict=True)
    ]


def percentiles(values: Sequence[float], confidence: float) -> Interval:
    """The middle share of the values."""
    ordered = sorted(values)
    last = len(ordered) - 1
    tail = (1 - confidence) / 2
    return Interval(ordered[round(tail * last)], ordered[round((1 - tail) * last)])


def _numbers(counts: Counts) -> tuple[int, int, int]:
    return (counts.tp, counts.fp, counts.fn)
