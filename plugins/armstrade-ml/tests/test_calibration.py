"""Probabilities that hold for documents the map has not seen."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from armstrade_ml.training.calibration import (
    KNOTS,
    METHODS,
    Judgement,
    calibrate,
    cross_fitted,
    pooled,
    surprise,
)
from armstrade_ml.training.tune import calibration_error


def judged(true, documents=120, claims=6, seed=0):
    """Documents whose claims are right with the probability `true` of their score."""
    random = np.random.default_rng(seed)
    found = []
    for _ in range(documents):
        scores = random.uniform(0.1, 0.95, size=claims)
        found.append(Judgement(scores, (random.random(claims) < true(scores)).astype(float)))
    return found


def too_bold(p):
    return 1 / (1 + ((1 - p) / p) ** 0.5 * np.exp(0.6))


@pytest.mark.parametrize("name", METHODS)
def test_bold_scores_become_probabilities(name):
    method = METHODS[name]
    seen, unseen = (
        pooled(judged(too_bold, documents=300)),
        pooled(judged(too_bold, documents=600, seed=1)),
    )
    p = method(seen.scores, seen.right)(unseen.scores)
    before = calibration_error(unseen.scores.tolist(), unseen.right.astype(bool).tolist())
    after = calibration_error(p.tolist(), unseen.right.astype(bool).tolist())
    assert after < 0.5 * before
    assert np.abs(p - too_bold(unseen.scores)).max() < 0.2


def test_each_claim_is_judged_by_a_map_that_has_not_seen_its_document():
    parts = judged(too_bold, documents=50)
    wild = [*parts[:10], Judgement(np.array([0.9]), np.array([0.0])), *parts[11:]]
    found = cross_fitted(wild, METHODS["isotonic"])
    assert len(found.scores) == 49 * 6 + 1
    assert surprise(found) > surprise(Judgement(too_bold(pooled(wild).scores), pooled(wild).right))


def test_the_table_rises():
    name, table = calibrate(judged(too_bold, documents=40))
    assert name in METHODS
    assert len(table) == len(KNOTS)
    assert all(low < high for low, high in pairwise(table))
    assert 0 < table[0] < table[-1] < 1
