"""Counts that add up, and the ratios read from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives and false negatives.

    ``tp + fn`` is always the number of gold claims, ``tp + fp`` of predicted ones.

    Examples
    --------
    >>> counts = Counts(tp=3, fp=1, fn=2) + Counts(tp=1)
    >>> counts.precision, counts.recall
    (0.8, 0.6666666666666666)
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def gold(self) -> int:
        """Number of gold claims."""
        return self.tp + self.fn

    @property
    def predicted(self) -> int:
        """Number of predicted claims."""
        return self.tp + self.fp

    @property
    def precision(self) -> float:
        """Share of the predicted claims that are right.

        With nothing predicted: 1.0 when there was nothing to find, else 0.0.
        """
        return self.tp / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the gold claims that were found.

        With nothing to find: 1.0 when nothing was predicted, else 0.0.
        """
        return self.tp / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, ``2 tp / (2 tp + fp + fn)``."""
        total = self.gold + self.predicted
        return 2 * self.tp / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `total`; adds up.

    Examples
    --------
    >>> (Share(1, 2) + Share(2, 2)).value
    0.75
    """

    right: int = 0
    total: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.total + other.total)

    @property
    def value(self) -> float | None:
        """The ratio, ``None`` of nothing."""
        return self.right / self.total if self.total else None
