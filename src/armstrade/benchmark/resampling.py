"""Sums over drawn documents, for many columns of counts at once.

Each document's counts are packed into one whole number, so that the sum of a draw is one
built-in `sum` whatever the number of systems and levels; all of them see the same draws.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress

Row = tuple[int, ...]


class Packed:
    """Rows of counts, packed.

    Parameters
    ----------
    rows
        One per document, all of one length; no count is negative.

    Examples
    --------
    >>> rows = Packed([(1, 0), (2, 5)])
    >>> rows.sum([1, 1, 0])
    (5, 10)
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self.width = len(rows[0]) if rows else 0
        # No field can overflow into the next, however often a document is drawn.
        largest = max((value for row in rows for value in row), default=0)
        self.bits = max(1, (largest * max(1, len(rows))).bit_length())
        self.rows = [self._pack(row) for row in rows]

    def _pack(self, row: Row) -> int:
        packed = 0
        for value in reversed(row):
            packed = packed << self.bits | value
        return packed

    def unpack(self, packed: int) -> Row:
        """The counts in a sum of packed rows."""
        mask = (1 << self.bits) - 1
        return tuple(packed >> self.bits * place & mask for place in range(self.width))

    def sum(self, draw: Sequence[int]) -> Row:
        """Sums over the documents with these indices; at most as many as there are rows."""
        return self.unpack(sum(map(self.rows.__getitem__, draw)))


def resampled(rows: Sequence[Row], *, resamples: int, seed: int) -> Iterator[Row]:
    """Sums over as many documents as there are, drawn with replacement, `resamples` times."""
    packed = Packed(rows)
    for draw in draws(len(rows), resamples, seed):
        yield packed.sum(draw)


@lru_cache(maxsize=4)
def draws(size: int, resamples: int, seed: int) -> tuple[list[int], ...]:
    """Indices drawn with replacement; the same for the same arguments."""
    chance = random.Random(seed)
    return tuple(chance.choices(range(size), k=size) if size else [] for _ in range(resamples))


def exchanged(
    left: Sequence[Row], right: Sequence[Row], *, rounds: int, seed: int
) -> Iterator[tuple[Row, Row]]:
    """Sums of both sides after each document's two rows were exchanged or not, by a fair coin."""
    width = len(left[0]) if left else 0
    packed = Packed([*left, *right])
    ours, theirs = packed.rows[: len(left)], packed.rows[len(left) :]
    # Documents with equal rows weigh the same on both sides, whichever way the coin falls.
    apart = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    same = sum(one for one, other in zip(ours, theirs, strict=True) if one == other)
    kept, total = [one for one, _ in apart], sum(one + other for one, other in apart)
    other = [theirs for _, theirs in apart]
    chance, size = random.Random(seed), len(apart)
    for _ in range(rounds):
        coins = [byte & 1 for byte in chance.randbytes(size)]
        first = sum(compress(kept, coins)) + sum(compress(other, [1 - coin for coin in coins]))
        yield packed.unpack(same + first)[:width], packed.unpack(same + total - first)[:width]
