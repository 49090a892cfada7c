"""Compares extractors with gold: alignment, scores, intervals, errors.

The package is also the function: ``armstrade.benchmark(["rules"], corpus="newsroom")``
is ``armstrade.benchmark.benchmark(["rules"], corpus="newsroom")``.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

# Some functions have the name of their module: importing all of them here, once, makes
# `armstrade.benchmark.score` the function, whichever module was imported first.
from .align import Pair, align
from .bootstrap import Difference, Interval, difference, interval
from .counts import Counts, Share
from .errors import Error, Errors, describe, errors
from .noise import NOISE, Noise, noisy
from .report import Failure, Report, SystemReport
from .robustness import Robustness, robustness
from .run import benchmark
from .score import DocumentScore, Score, score, score_document
from .unique import Unique, unique

__all__ = [
    "NOISE",
    "Counts",
    "Difference",
    "DocumentScore",
    "Error",
    "Errors",
    "Failure",
    "Interval",
    "Noise",
    "Pair",
    "Report",
    "Robustness",
    "Score",
    "Share",
    "SystemReport",
    "Unique",
    "align",
    "benchmark",
    "describe",
    "difference",
    "errors",
    "interval",
    "noisy",
    "robustness",
    "score",
    "score_document",
    "unique",
]


class _Callable(ModuleType):
    """A package whose main function has its name."""

    def __call__(self, *args: Any, **keywords: Any) -> Report:
        return benchmark(*args, **keywords)


if not TYPE_CHECKING:
    sys.modules[__name__].__class__ = _Callable
