"""From scores to probabilities that can be believed.

Several maps are tried, each fitted on some documents and asked about others; the one whose
probabilities fit best is fitted on all of them and kept as a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..combinations import odds
from ..decode import choose
from .tune import Scored, proposed, said

Numbers = NDArray[np.float64]
Map = Callable[[Numbers], Numbers]
Method = Callable[[Numbers, Numbers], Map]

# Claims below are hardly ever right and would rule the calibration by their number.
CALIBRATED_FROM = 0.1
FOLDS = 5
KNOTS = np.linspace(-5.0, 5.0, 41)
"""Log odds of the scores at which the table says the probability."""
_LEAST_STEP = 1e-4


@dataclass(frozen=True, slots=True)
class Judgement:
    """The scores of the claims made of one document, and whether each is right."""

    scores: Numbers
    right: Numbers


def judgements(scored: Sequence[Scored], least: float = CALIBRATED_FROM) -> list[Judgement]:
    """Every claim made of each document with a threshold, held against gold."""
    found = []
    for gold, proposals in scored:
        left = Counter(said(claim) for claim in gold.claims)
        scores: list[float] = []
        right: list[bool] = []
        for one in choose(proposals, least, least):
            what = proposed(one)
            scores.append(one.score)
            right.append(left[what] > 0)
            left[what] -= 1
        found.append(Judgement(np.array(scores, float), np.array(right, float)))
    return found


def pooled(parts: Sequence[Judgement]) -> Judgement:
    """The claims of several documents."""
    return Judgement(
        np.concatenate([part.scores for part in parts]),
        np.concatenate([part.right for part in parts]),
    )


def platt(scores: Numbers, right: Numbers) -> Map:
    """Slope and intercept on log odds (Platt, 1999)."""
    weights = _logistic(np.stack([odds(scores), np.ones(len(scores))], axis=1), right, (1.0, 0.0))
    return lambda p: _sigmoid(weights[0] * odds(p) + weights[1])


def beta(scores: Numbers, right: Numbers) -> Map:
    """A slope for each end and an intercept (Kull et al., 2017)."""
    weights = _logistic(_both_ends(scores), right, (1.0, 1.0, 0.0))
    weights = np.array([max(weights[0], 0.05), max(weights[1], 0.05), weights[2]])
    return lambda p: _sigmoid(_both_ends(p) @ weights)


def isotonic(scores: Numbers, right: Numbers) -> Map:
    """The rising steps that fit best (pool adjacent violators), joined by straight lines."""
    order = np.argsort(scores, kind="stable")
    blocks: list[tuple[float, float, int]] = []  # sum of scores, right ones, number
    for score, good in zip(odds(scores[order]).tolist(), right[order].tolist(), strict=True):
        blocks.append((score, good, 1))
        while len(blocks) > 1 and blocks[-2][1] * blocks[-1][2] >= blocks[-1][1] * blocks[-2][2]:
            last, before = blocks.pop(), blocks.pop()
            blocks.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    # Half a right and half a wrong claim more in each, so that none is ever certain.
    places = np.array([total / count for total, _, count in blocks])
    rates = np.array([(good + 0.5) / (count + 1.0) for _, good, count in blocks])
    rising = np.maximum.accumulate(rates)
    return lambda p: np.interp(odds(p), places, rising)


METHODS: dict[str, Method] = {"platt": platt, "beta": beta, "isotonic": isotonic}


def cross_fitted(parts: Sequence[Judgement], method: Method) -> Judgement:
    """The probabilities of all claims, each by a map that has not seen its document."""
    found: list[Judgement] = []
    for k in range(FOLDS):
        seen = pooled([part for i, part in enumerate(parts) if i % FOLDS != k])
        unseen = pooled(parts[k::FOLDS])
        found.append(Judgement(method(seen.scores, seen.right)(unseen.scores), unseen.right))
    return pooled(found)


def surprise(judged: Judgement) -> float:
    """Mean log loss of probabilities: the lower, the better they fit."""
    p = np.clip(judged.scores, 1e-6, 1 - 1e-6)
    return float(-np.mean(judged.right * np.log(p) + (1 - judged.right) * np.log(1 - p)))


def calibrate(parts: Sequence[Judgement]) -> tuple[str, list[float]]:
    """The best method's name, and the probability it says at each of `KNOTS`, rising."""
    best = min(METHODS, key=lambda name: surprise(cross_fitted(parts, METHODS[name])))
    every = pooled(parts)
    table = METHODS[best](every.scores, every.right)(_sigmoid(KNOTS))
    # Strictly, so that a probability says which score it belongs to.
    rising = np.clip(np.maximum.accumulate(table), 0.001, 0.99)
    steps = _LEAST_STEP * np.arange(len(KNOTS))
    return best, [round(p, 6) for p in (rising + steps).tolist()]


def _both_ends(scores: Numbers) -> Numbers:
    p = np.clip(scores, 1e-4, 1 - 1e-4)
    return np.stack([np.log(p), -np.log1p(-p), np.ones(len(p))], axis=1)


def _sigmoid(x: Numbers) -> Numbers:
    return np.asarray(1.0 / (1.0 + np.exp(-np.asarray(x, float))))


def _logistic(x: Numbers, y: Numbers, prior: Sequence[float]) -> Numbers:
    """Weights of a logistic regression, by Newton's method with a weak prior."""
    x = np.asarray(x, float)
    weights = expected = np.array(prior)
    penalty = np.diag([1.0] * (len(prior) - 1) + [0.1])
    for _ in range(50):
        p = _sigmoid(x @ weights)
        gradient = x.T @ (p - y) + penalty @ (weights - expected)
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + penalty
        step = np.linalg.solve(hessian, gradient)
        weights = weights - step
        if float(np.abs(step).max()) < 1e-9:
            break
    return weights
