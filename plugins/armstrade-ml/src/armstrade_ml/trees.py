"""Gradient-boosted trees, evaluated with numpy alone.

A small tree is a question of a few yes and no: all conditions of all trees are asked of a row at
once, the answers of each tree make a number below 256, and a table says to which leaf it leads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]

SPLITS = 8
"""Most conditions that a tree may have: their answers are the bits of one byte."""
_CODES = 1 << SPLITS
# So many rows at once that their answers fit the processor's cache.
_AT_ONCE = 128


@dataclass(frozen=True)
class Trees:
    """Boosted trees with one or more outputs.

    Attributes
    ----------
    feature, threshold, left, right, value
        One entry per node, tree by tree: go left where ``row[feature] <= threshold``. Leaves
        point at themselves and hold the value.
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
    def _conditions(self) -> tuple[Ints, Floats, Ints]:
        """Feature and threshold of `SPLITS` conditions per tree, and the place of each node."""
        size = len(self.feature)
        split = self.left != np.arange(size)
        tree = np.repeat(np.arange(len(self.roots)), np.diff(self.roots, append=size))
        before = np.concatenate([[0], np.cumsum(split)])
        place = before[:-1] - before[self.roots][tree]
        feature = np.zeros((len(self.roots), SPLITS), np.intp)
        threshold = np.full((len(self.roots), SPLITS), np.inf, np.float32)
        feature[tree[split], place[split]] = self.feature[split]
        threshold[tree[split], place[split]] = self.threshold[split]
        return feature.ravel(), threshold.ravel(), place

    @cached_property
    def _leaves(self) -> Floats:
        """The value that each tree has for each combination of answers."""
        place = np.minimum(self._conditions[2], SPLITS - 1)
        node = np.repeat(self.roots[:, None], _CODES, axis=1)
        code = np.arange(_CODES)
        for _ in range(self.depth):
            node = np.where(code >> place[node] & 1, self.right[node], self.left[node])
        return np.ascontiguousarray(self.value[node].ravel())

    @cached_property
    def _first(self) -> Ints:
        """Where the values of each tree begin in `_leaves`."""
        return np.arange(len(self.roots)) * _CODES

    @cached_property
    def _sums(self) -> Floats:
        """Which tree adds to which output."""
        return np.eye(sum(self.groups), dtype=np.float32)[self.outputs]

    def raw(self, rows: Floats) -> Floats:
        """Sums of leaf values, one column per output."""
        feature, threshold, _ = self._conditions
        sums: Floats = np.empty((len(rows), sum(self.groups)), dtype=np.float32)
        for first in range(0, len(rows), _AT_ONCE):
            part = rows[first : first + _AT_ONCE]
            # Nothing is clipped: features and codes are in range. It spares asking each whether.
            answers = part.take(feature, axis=1, mode="clip") > threshold
            codes = np.packbits(answers, axis=1, bitorder="little")
            np.matmul(
                self._leaves.take(codes + self._first, mode="clip"),
                self._sums,
                out=sums[first : first + len(part)],
            )
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
            When a node points outside its tree, or a tree has more than `SPLITS` conditions.
        """
        depth, *groups = (int(n) for n in tensors["shape"])
        ints = {
            name: tensors[name].astype(np.intp)
            for name in ("feature", "left", "right", "roots", "outputs")
        }
        _check(ints)
        return cls(
            **ints,
            threshold=tensors["threshold"].astype(np.float32),
            value=tensors["value"].astype(np.float32),
            groups=tuple(groups),
            depth=depth,
        )


def _check(ints: Mapping[str, Ints]) -> None:
    roots, size = ints["roots"], len(ints["feature"])
    ends = np.append(roots[1:], size)
    if len(roots) and (roots[0] != 0 or (ends <= roots).any()):
        raise ValueError("roots do not rise from 0 to the last node")
    first, last = np.repeat(roots, ends - roots), np.repeat(ends, ends - roots)
    for name in ("left", "right"):
        if ((ints[name] < first) | (ints[name] >= last)).any():
            raise ValueError(f"{name} points at a node that is not there")
    splits = np.add.reduceat(ints["left"] != np.arange(size), roots) if len(roots) else roots
    if (splits > SPLITS).any():
        raise ValueError(f"a tree has {splits.max()} conditions; at most {SPLITS} are possible")


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
