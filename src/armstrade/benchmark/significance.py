"""Whether one system is really better than another: a paired test, and Holm's correction.

The test is approximate randomisation (Noreen 1989; for F1: Yeh 2000, section 3.2): if the two
systems were equally good, it would not matter which of them a document's result came from.
Whole documents are exchanged, because the claims of one article stand or fall together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .bootstrap import Interval, difference, paired
from .counts import Counts
from .resampling import exchanged
from .score import Score

ROUNDS = 5000


@dataclass(frozen=True, slots=True)
class Comparison:
    """One system against the reference on the same documents.

    Attributes
    ----------
    system, reference
        Names.
    level, metric
        What is compared.
    value, interval
        System minus reference, with its paired bootstrap interval.
    p
        Two-sided probability of a difference at least as great if both were equally good;
        never below 1 / (rounds + 1).
    corrected
        `p` after Holm's correction over all comparisons made together.
    """

    system: str
    reference: str
    level: str
    metric: str
    value: float
    interval: Interval
    p: float
    corrected: float

    @property
    def significant(self) -> bool:
        """Whether the corrected p is below 0.05."""
        return self.corrected < 0.05


def compare(
    scores: Mapping[str, Score],
    reference: str,
    *,
    level: str = "claim",
    metric: str = "f1",
    resamples: int = 1000,
    rounds: int = ROUNDS,
    seed: int = 0,
) -> tuple[Comparison, ...]:
    """Compare every system with a reference, corrected for the number of comparisons.

    Parameters
    ----------
    scores
        By name, `reference` among them, all of the same documents.
    metric
        ``precision``, ``recall`` or ``f1``.

    Returns
    -------
    tuple of Comparison
        One for each system but the reference, in the order of `scores`.
    """
    names = [name for name in scores if name != reference]
    values = [
        randomisation(scores[name], scores[reference], level, metric, rounds=rounds, seed=seed)
        for name in names
    ]
    found = []
    for name, p, corrected in zip(names, values, holm(values), strict=True):
        apart = difference(
            scores[name], scores[reference], level, metric, resamples=resamples, seed=seed
        )
        found.append(
            Comparison(name, reference, level, metric, apart.value, apart.interval, p, corrected)
        )
    return tuple(found)


def randomisation(
    one: Score,
    other: Score,
    level: str = "claim",
    metric: str = "f1",
    *,
    rounds: int = ROUNDS,
    seed: int = 0,
) -> float:
    """Two-sided p of the difference between two systems on the same documents.

    Raises
    ------
    ValueError
        When the two were not scored on the same documents.
    """
    rows = paired(one, other, level)

    def apart(left: Sequence[int], right: Sequence[int]) -> float:
        return abs(float(getattr(Counts(*left), metric) - getattr(Counts(*right), metric)))

    left, right = [a for a, _ in rows], [b for _, b in rows]
    if left == right:
        return 1.0
    observed = apart(*(tuple(map(sum, zip(*side, strict=True))) for side in (left, right)))
    # Rounding must not make a difference out of none.
    least = observed - 1e-12
    as_great = sum(
        apart(a, b) >= least for a, b in exchanged(left, right, rounds=rounds, seed=seed)
    )
    return (as_great + 1) / (rounds + 1)


def holm(values: Sequence[float]) -> list[float]:
    """Probabilities corrected for being many (Holm 1979), in the order given.

    Examples
    --------
    >>> [round(p, 2) for p in holm([0.01, 0.04, 0.03])]
    [0.03, 0.06, 0.06]
    """
    order = sorted(range(len(values)), key=lambda index: values[index])
    corrected = [0.0] * len(values)
    highest = 0.0
    for rank, index in enumerate(order):
        highest = max(highest, min(1.0, (len(values) - rank) * values[index]))
        corrected[index] = highest
    return corrected
