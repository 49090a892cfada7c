"""Gradient-boosted trees, evaluated with numpy alone.

All trees of a model lie in flat arrays; a leaf points at itself, so that every row walks the same
number of steps and each step is a handful of array operations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]

_AT_ONCE = 32


@dataclass(frozen=True)
class Trees:
    """Boosted trees with one or more outputs.

    Attributes
    ----------
    feature, threshold, left, right, value
        One entry per node: go left where ``row[feature] <= threshold``. Leaves point at
        themselves and hold the value.
    roots, outputs
        One entry per tree: its first node, and the output it adds to.
    groups
        Sizes of the groups of outputs. A group of one is a yes or no (logistic), a larger one a
        choice (softmax).
    depth
        Steps from any root to any leaf, at most.

    Examples
    --------
    >>> stump = Trees(
    ...     feature=np.array([0, 0, 0], np.intp),
    ...     threshold=np.array([0.5, 0.0, 0.0], np.float32),
    ...     left=np.array([1, 1, 2], np.intp), right=np.array([2, 1, 2], np.intp),
    ...     value=np.array([0.0, -2.0, 2.0], np.float32),
    ...     roots=np.array([0], np.intp), outputs=np.array([0], np.intp), groups=(1,), depth=1,
    ... )
    >>> stump(np.array([[0.0], [1.0]], np.float32)).round(2).tolist()
    [[0.12], [0.88]]
    """

    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    roots: Ints
    outputs: Ints
    groups: tuple[int, ...]
    depth: int

    @cached_property
    def children(self) -> Ints:
        """Left and right child of each node, side by side."""
        return np.stack([self.left, self.right], axis=1).ravel()

    @cached_property
    def sums(self) -> Floats:
        """Which tree adds to which output."""
        return np.eye(sum(self.groups), dtype=np.float32)[self.outputs]

    def raw(self, rows: Floats) -> Floats:
        """Sums of leaf values, one column per output."""
        n, width = rows.shape
        flat = np.ascontiguousarray(rows, dtype=np.float32).ravel()
        sums: Floats = np.empty((n, sum(self.groups)), dtype=np.float32)
        for first in range(0, n, _AT_ONCE):  # as many as fit the processor's cache
            last = min(first + _AT_ONCE, n)
            node = np.repeat(self.roots[None], last - first, axis=0)
            offset = np.arange(first, last)[:, None] * width
            for _ in range(self.depth):
                seen = flat.take(offset + self.feature.take(node))
                node = self.children.take(2 * node + (seen > self.threshold.take(node)))
            np.matmul(self.value.take(node), self.sums, out=sums[first:last])
        return sums

    def __call__(self, rows: Floats) -> Floats:
        """Probabilities, one column per output, in [0, 1]."""
        sums = self.raw(rows)
        start = 0
        for size in self.groups:
            part = sums[:, start : start + size]
            if size == 1:
                sums[:, start : start + 1] = 1.0 / (1.0 + np.exp(-part))
            else:
                grown = np.exp(part - part.max(axis=1, keepdims=True))
                sums[:, start : start + size] = grown / grown.sum(axis=1, keepdims=True)
            start += size
        return sums

    def tensors(self) -> dict[str, NDArray[np.generic]]:
        """Its arrays, by name."""
        whole = {
            "feature": self.feature,
            "left": self.left,
            "right": self.right,
            "roots": self.roots,
            "outputs": self.outputs,
            "shape": np.array([self.depth, *self.groups]),
        }
        return {
            **{name: array.astype(np.int32) for name, array in whole.items()},
            "threshold": self.threshold,
            "value": self.value,
        }

    @classmethod
    def of(cls, tensors: Mapping[str, NDArray[np.generic]]) -> Trees:
        """Trees from `tensors`.

        Raises
        ------
        ValueError
            When a node points outside the arrays.
        """
        depth, *groups = (int(n) for n in tensors["shape"])
        ints = {
            name: tensors[name].astype(np.intp)
            for name in ("feature", "left", "right", "roots", "outputs")
        }
        size = len(ints["feature"])
        for name in ("left", "right", "roots"):
            if len(ints[name]) and not 0 <= ints[name].min() <= ints[name].max() < size:
                raise ValueError(f"{name} points at a node that is not there")
        return cls(
            **ints,
            threshold=tensors["threshold"].astype(np.float32),
            value=tensors["value"].astype(np.float32),
            groups=tuple(groups),
            depth=depth,
        )


def joined(*parts: Trees) -> Trees:
    """One set of trees with the outputs of all parts, in order; evaluated in one go."""
    nodes, outputs = 0, 0
    found: dict[str, list[NDArray[np.generic]]] = {}
    for part in parts:
        shifted = {
            **part.tensors(),
            "left": part.left + nodes,
            "right": part.right + nodes,
            "roots": part.roots + nodes,
            "outputs": part.outputs + outputs,
        }
        for name, array in shifted.items():
            found.setdefault(name, []).append(array)
        nodes += len(part.feature)
        outputs += sum(part.groups)
    arrays = {name: np.concatenate(list_) for name, list_ in found.items() if name != "shape"}
    arrays["shape"] = np.array(
        [max(p.depth for p in parts), *(size for p in parts for size in p.groups)], np.int32
    )
    return Trees.of(arrays)
