"""The assignment against scipy and against trying everything."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armstrade.combine.assignment import assign


def total(weights: Sequence[Sequence[int]], found: Sequence[int | None]) -> int:
    return sum(weights[i][j] for i, j in enumerate(found) if j is not None)


def best_by_trying(weights: Sequence[Sequence[int]]) -> int:
    if len(weights) > len(weights[0]):
        weights = list(zip(*weights, strict=True))
    columns = range(len(weights[0]))
    return max(
        sum(row[j] for row, j in zip(weights, chosen, strict=True))
        for chosen in itertools.permutations(columns, len(weights))
    )


def matrices(largest: int, size: int) -> st.SearchStrategy[list[list[int]]]:
    return st.integers(1, size).flatmap(
        lambda m: st.lists(
            st.lists(st.integers(0, largest), min_size=m, max_size=m), min_size=1, max_size=size
        )
    )


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([[1]], [0]),
        ([[0]], [None]),
        ([[9, 8], [8, 0]], [1, 0]),  # greedy takes 9 and loses 7
        ([[1, 1, 1]], [0]),
        ([[1], [2], [1]], [None, 0, None]),
        ([], []),
        ([[], []], [None, None]),
        ([[0, 5], [0, 5]], [1, None]),
    ],
)
def test_small_cases(weights: list[list[int]], expected: list[int | None]) -> None:
    assert assign(weights) == expected


@settings(deadline=None)
@given(matrices(largest=3, size=5) | matrices(largest=10**60, size=5))
def test_is_optimal(weights: list[list[int]]) -> None:
    found = assign(weights)
    assert total(weights, found) == best_by_trying(weights)


@settings(deadline=None)
@given(matrices(largest=4, size=9))
def test_is_one_to_one_and_pairs_nothing_worthless(weights: list[list[int]]) -> None:
    found = assign(weights)
    columns = [j for j in found if j is not None]
    assert len(columns) == len(set(columns))
    assert all(weights[i][j] > 0 for i, j in enumerate(found) if j is not None)


@settings(deadline=None)
@given(matrices(largest=50, size=14))
def test_agrees_with_scipy(weights: list[list[int]]) -> None:
    optimize = pytest.importorskip("scipy.optimize", reason="scipy is a development dependency")
    numpy = pytest.importorskip("numpy", reason="numpy is a development dependency")
    table = numpy.array(weights)
    rows, columns = optimize.linear_sum_assignment(table, maximize=True)
    assert total(weights, assign(weights)) == int(table[rows, columns].sum())


def test_structured_worst_case_is_still_optimal() -> None:
    # Products make every column compete for every row: the longest augmenting paths.
    n = 40
    weights = [[(i + 1) * (j + 1) for j in range(n)] for i in range(n)]
    assert total(weights, assign(weights)) == sum((i + 1) ** 2 for i in range(n))


def test_weights_are_compared_exactly() -> None:
    # The difference would vanish in floating point.
    big = 10**40
    assert assign([[big + 1, big], [big, big]]) == [0, 1]
    assert assign([[big, big + 1], [big, big]]) == [1, 0]
