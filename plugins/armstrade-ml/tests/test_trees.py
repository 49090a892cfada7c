"""Trees evaluated by numpy say what LightGBM says."""

from __future__ import annotations

import numpy as np
import pytest
from armstrade_ml.training.boost import boost
from armstrade_ml.trees import Trees, joined

lightgbm = pytest.importorskip("lightgbm")
SHAPE = {"rounds": 12, "leaves": 6, "rate": 0.2, "least": 5, "columns": 1.0}


def data(seed=0, n=400):
    random = np.random.default_rng(seed)
    rows = random.normal(size=(n, 5)).astype(np.float32)
    rows[:, 3] = rows[:, 3] > 0
    return rows, (rows[:, 0] + rows[:, 3] * rows[:, 1] > 0.2).astype(np.int64)


@pytest.mark.parametrize("choices", [1, 3])
def test_same_as_lightgbm(choices, monkeypatch):
    rows, labels = data()
    if choices > 1:
        labels = labels + (rows[:, 2] > 0.5)
    kept = []
    real = lightgbm.train
    monkeypatch.setattr(lightgbm, "train", lambda *a, **k: kept.append(real(*a, **k)) or kept[-1])
    ours = boost(rows, labels, choices=choices, **SHAPE)(rows)
    theirs = kept[0].predict(rows)
    assert np.allclose(ours, theirs.reshape(ours.shape), atol=1e-4)


def test_joined_trees_answer_all_questions_at_once():
    rows, labels = data()
    one, two = boost(rows, labels, **SHAPE), boost(rows, 1 - labels, **SHAPE)
    three = boost(rows, labels + (rows[:, 2] > 0.5), choices=3, **SHAPE)
    both = joined(one, three, two)(rows)
    assert np.allclose(both, np.hstack([one(rows), three(rows), two(rows)]), atol=1e-6)


def test_same_seed_same_trees():
    rows, labels = data()
    one, two = (boost(rows, labels, **SHAPE).tensors() for _ in range(2))
    assert all(np.array_equal(one[name], two[name]) for name in one)


def test_trees_survive_storage():
    rows, labels = data()
    trees = boost(rows, labels, **SHAPE)
    assert np.array_equal(Trees.of(trees.tensors())(rows), trees(rows))


def test_no_rows():
    rows, labels = data()
    assert boost(rows, labels, **SHAPE)(rows[:0]).shape == (0, 1)


def test_nodes_that_are_not_there_are_refused():
    rows, labels = data()
    tensors = boost(rows, labels, **SHAPE).tensors()
    with pytest.raises(ValueError, match="left points at a node"):
        Trees.of({**tensors, "left": tensors["left"] + 10_000})


def test_trees_too_large_for_a_byte_are_refused():
    rows, labels = data()
    with pytest.raises(ValueError, match="at most 8"):
        joined(boost(rows, labels, **{**SHAPE, "leaves": 20}))


def test_many_rows_are_scored_like_few():
    rows, labels = data(n=1000)
    trees = boost(rows, labels, **SHAPE)
    assert np.allclose(trees(rows)[-3:], trees(rows[-3:]), atol=1e-6)
