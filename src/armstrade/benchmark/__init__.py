"""Compares extractors with gold: alignment, scores, intervals, errors.

The package is also the function: ``armstrade.benchmark(["rules"], corpus="newsroom")``
is ``armstrade.benchmark.benchmark(["rules"], corpus="newsroom")``.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

# Some functions have the name of their module: importing all of them here, once, makes
# `armstrade.benchmark.score` the function, whichever module was imported first.
from .agreement import Agreement, Alpha, Contradiction, Gain, agreement, krippendorff
from .align import Pair, align
from .bootstrap import Difference, Figure, Interval, difference, figures, interval
from .calibration import Calibration, calibration
from .counts import Counts, Share
from .errors import Error, Errors, describe, errors
from .noise import NOISE, Noise, noisy
from .oracle import oracle
from .report import Failure, Kind, Report, SystemReport
from .robustness import Robustness, robustness
from .run import benchmark
from .rundiff import RunDiff, diff
from .runs import Run, load_run
from .score import DocumentScore, Score, score, score_document
from .significance import Comparison, compare, holm, randomisation
from .slices import Slice, slices
from .unique import Unique, unique

__all__ = [
    "NOISE",
    "Agreement",
    "Alpha",
    "Calibration",
    "Comparison",
    "Contradiction",
    "Counts",
    "Difference",
    "DocumentScore",
    "Error",
    "Errors",
    "Failure",
    "Figure",
    "Gain",
    "Interval",
    "Kind",
    "Noise",
    "Pair",
    "Report",
    "Robustness",
    "Run",
    "RunDiff",
    "Score",
    "Share",
    "Slice",
    "SystemReport",
    "Unique",
    "agreement",
    "align",
    "benchmark",
    "calibration",
    "compare",
    "describe",
    "diff",
    "difference",
    "errors",
    "figures",
    "holm",
    "interval",
    "krippendorff",
    "load_run",
    "noisy",
    "oracle",
    "randomisation",
    "robustness",
    "score",
    "score_document",
    "slices",
    "unique",
]


class _Callable(ModuleType):
    """A package whose main function has its name."""

    def __call__(self, *args: Any, **keywords: Any) -> Report:
        return benchmark(*args, **keywords)


if not TYPE_CHECKING:
    sys.modules[__name__].__class__ = _Callable
