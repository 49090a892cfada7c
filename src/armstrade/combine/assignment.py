"""Optimal one-to-one assignment, exact and without dependencies.

Shortest augmenting paths with dual variables (Kuhn 1955; Jonker and Volgenant 1987).
Weights are Python integers of any size, so that many criteria can be packed into one
number and compared without rounding.
"""

from __future__ import annotations

from collections.abc import Sequence


def assign(weights: Sequence[Sequence[int]]) -> list[int | None]:
    """Pair rows with columns, each at most once, so that the sum of weights is greatest.

    Parameters
    ----------
    weights
        One row per left item, one non-negative integer per right item; 0 means
        "not to be paired".

    Returns
    -------
    list of int or None
        For each row its column, or ``None``. Which of several optimal assignments
        is returned depends on the order of rows and columns, and on nothing else.

    Notes
    -----
    Cost: cubic in the number of claims at worst.

    Examples
    --------
    >>> assign([[9, 8], [8, 0]])
    [1, 0]
    >>> assign([[0, 0]])
    [None]
    """
    rows, columns = len(weights), max((len(row) for row in weights), default=0)
    if not rows or not columns:
        return [None] * rows
    if rows > columns:
        flipped = _assign([[row[j] for row in weights] for j in range(columns)])
        found: list[int | None] = [None] * rows
        for column, row in enumerate(flipped):
            found[row] = column
    else:
        found = list(_assign(weights))
    return [
        column if column is not None and weights[row][column] > 0 else None
        for row, column in enumerate(found)
    ]


def _assign(weights: Sequence[Sequence[int]]) -> list[int]:
    """The column of each row, for at least as many columns as rows."""
    n, m = len(weights), len(weights[0])
    cost = [[-weight for weight in row] for row in weights]
    # Dual variables: u[i] + v[j] <= cost[i][j] always, = on every pair made. With more
    # columns than rows the duals of free columns must be 0 and none above it.
    u = [min(row) for row in cost]
    v = [0] * m
    row_of = [-1] * m
    column_of = [-1] * n
    for i, row in enumerate(cost):
        for j in range(m):
            if row_of[j] < 0 and row[j] == u[i]:
                row_of[j], column_of[i] = i, j
                break
    for i in range(n):
        if column_of[i] < 0:
            _augment(i, cost, u, v, row_of, column_of)
    return column_of


def _augment(
    start: int,
    cost: Sequence[Sequence[int]],
    u: list[int],
    v: list[int],
    row_of: list[int],
    column_of: list[int],
) -> None:
    """Give row `start` a column, moving others along a cheapest path (Dijkstra)."""
    first, base = cost[start], u[start]
    slack = [c - base - p for c, p in zip(first, v, strict=True)]
    parent = [start] * len(v)  # the row from which each column was reached
    open_columns = list(range(len(v)))
    done: list[tuple[int, int]] = []  # columns on the way, with their distance
    while True:
        # Ties go to a free column, which ends the search, then to the lowest index.
        sink = min(open_columns, key=lambda j: (slack[j], row_of[j] >= 0, j))
        distance = slack[sink]
        if row_of[sink] < 0:
            break
        open_columns.remove(sink)
        done.append((sink, distance))
        i = row_of[sink]
        row, offset = cost[i], distance - u[i]
        for j in open_columns:
            through = row[j] - v[j] + offset
            if through < slack[j]:
                slack[j] = through
                parent[j] = i
    u[start] += distance
    for j, reached in done:
        v[j] -= distance - reached
        u[row_of[j]] += distance - reached
    while True:
        i = parent[sink]
        row_of[sink] = i
        column_of[i], sink = sink, column_of[i]
        if i == start:
            return
