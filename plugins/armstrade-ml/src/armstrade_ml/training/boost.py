"""Gradient boosting with LightGBM, turned into `Trees`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from armstrade.errors import ArmstradeError

from ..trees import Trees

Floats = NDArray[np.float32]

_COMMON: dict[str, Any] = {
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 3.0,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbosity": -1,
}


def boost(
    rows: Floats,
    labels: NDArray[np.integer],
    *,
    rounds: int,
    leaves: int,
    rate: float,
    least: int,
    columns: float,
    choices: int = 1,
    weights: NDArray[np.floating] | None = None,
    seed: int = 0,
) -> Trees:
    """Train trees for one question.

    Parameters
    ----------
    rounds, leaves, rate, least, columns
        Boosting rounds, leaves per tree, learning rate, rows a leaf needs, share of the columns
        that each tree sees.
    choices
        Number of answers: 1 for yes or no, else labels are 0 to ``choices - 1``.
    """
    lightgbm = _lightgbm()
    parameters = {
        **_COMMON,
        "objective": "binary" if choices == 1 else "multiclass",
        "num_leaves": leaves,
        "learning_rate": rate,
        "min_data_in_leaf": least,
        "feature_fraction": columns,
        "seed": seed,
    }
    if choices > 1:
        parameters["num_class"] = choices
    booster = lightgbm.train(
        parameters, lightgbm.Dataset(rows, labels, weight=weights), num_boost_round=rounds
    )
    return _trees(booster.dump_model()["tree_info"], choices)


def _lightgbm() -> Any:
    try:
        import lightgbm
    except ModuleNotFoundError:
        raise ArmstradeError("training needs LightGBM: pip install 'armstrade-ml[train]'") from None
    return lightgbm


def _trees(dumped: list[dict[str, Any]], choices: int) -> Trees:
    columns: dict[str, list[float]] = {k: [] for k in ("feature", "threshold", "left", "right",
                                                       "value")}  # fmt: skip
    roots: list[int] = []
    depth = 1

    def add(node: dict[str, Any], level: int) -> int:
        nonlocal depth
        index = len(columns["feature"])
        for values in columns.values():
            values.append(0)
        if "leaf_value" in node and "left_child" not in node:
            columns["value"][index] = node["leaf_value"]
            columns["left"][index] = columns["right"][index] = index
            return index
        depth = max(depth, level + 1)
        columns["feature"][index] = node["split_feature"]
        columns["threshold"][index] = node["threshold"]
        columns["left"][index] = add(node["left_child"], level + 1)
        columns["right"][index] = add(node["right_child"], level + 1)
        return index

    for tree in dumped:
        roots.append(add(tree["tree_structure"], 0))
    return Trees(
        feature=np.asarray(columns["feature"], np.intp),
        threshold=np.asarray(columns["threshold"], np.float32),
        left=np.asarray(columns["left"], np.intp),
        right=np.asarray(columns["right"], np.intp),
        value=np.asarray(columns["value"], np.float32),
        roots=np.asarray(roots, np.intp),
        outputs=np.asarray([i % choices for i in range(len(dumped))], np.intp),
        groups=(choices,),
        depth=depth,
    )
