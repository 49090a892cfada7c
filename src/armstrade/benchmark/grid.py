"""Plain text tables."""

from __future__ import annotations

from collections.abc import Sequence

from .bootstrap import Interval
from .counts import Counts, Share

NOTHING = "–"
"""Stands for the share of nothing."""


def grid(header: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 2) -> str:
    """A table with the first `left` columns flush left and the others flush right.

    Examples
    --------
    >>> print(grid(["system", "F1"], [["rules", "0.51"], ["ml", "0.6"]], left=1))
    system    F1
    rules   0.51
    ml       0.6
    """
    widths = [max(len(row[i]) for row in (header, *rows)) for i in range(len(header))]
    lines = []
    for row in (header, *rows):
        cells = [
            cell.ljust(width) if i < left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def fit(name: str, width: int = 14) -> str:
    """A name in at most so many columns."""
    return name if len(name) <= width else name[: width - 1] + "…"


def ratios(counts: Counts) -> list[str]:
    """Precision, recall and F1."""
    return [number(value) for value in (counts.precision, counts.recall, counts.f1)]


def number(value: float) -> str:
    """With two decimals."""
    return f"{value:.2f}"


def percent(share: Share) -> str:
    """A share in whole per cent."""
    return NOTHING if share.value is None else f"{100 * share.value:.0f} %"


def rule(title: str, width: int = 100) -> str:
    """A line with a title in it."""
    return f"── {title} ".ljust(width, "─")


def beside(left: str, right: str, gap: int = 6) -> str:
    """Two tables side by side."""
    one, other = left.splitlines(), right.splitlines()
    width = max(map(len, one)) + gap
    height = max(len(one), len(other))
    one += [""] * (height - len(one))
    other += [""] * (height - len(other))
    return "\n".join((a.ljust(width) + b).rstrip() for a, b in zip(one, other, strict=True))


def bounds(interval: Interval) -> str:
    """From – to."""
    return f"{number(interval.low)}–{number(interval.high)}"
