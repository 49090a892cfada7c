"""A report as plain values, for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from armstrade._version import __version__

from .agreement import Agreement
from .bootstrap import Figures
from .calibration import Calibration, Point
from .counts import Counts
from .errors import KINDS
from .matching import LEVELS
from .significance import Comparison
from .slices import Slice

if TYPE_CHECKING:
    from .report import Report, SystemReport


def report(one: Report) -> dict[str, Any]:
    """Everything in a report."""
    return {
        "armstrade": __version__,
        "corpus": {
            "name": one.corpus.name,
            "version": one.corpus.version,
            "sha256": one.corpus.sha256,
            "documents": len(one.corpus),
            "claims": len(one.corpus.claims),
        },
        "bootstrap": {"seed": one.seed, "resamples": one.resamples, "confidence": 0.95},
        "best_single": one.best_single,
        "default": one.default,
        "reference": one.reference,
        "systems": {system.name: _system(one, system) for system in one.systems},
        "agreement": None if one.agreement is None else agreement(one.agreement),
        "rows": one.rows(),
    }


def _system(one: Report, system: SystemReport) -> dict[str, Any]:
    comparison = one.comparisons.get(system.name)
    return {
        "kind": system.kind.value,
        "version": system.version,
        "options_digest": system.options_digest,
        **system.score.to_dict(),
        "intervals": intervals(one.figures[system.name]),
        "comparison": None if comparison is None else _comparison(comparison),
        "languages": {
            name: {
                **part.to_dict(),
                "intervals": intervals(one.figures_by_language[name][system.name]),
            }
            for name, part in system.score.by_language.items()
        },
        "slices": [_slice(part) for part in one.slices(system.name)],
        "calibration": _calibration(one.calibration(system.name)),
        "errors": {
            level: {kind: found.get(kind, 0) for kind in KINDS}
            for level in LEVELS
            for found in [one.errors(system.name, level=level).kinds]
        },
        "seconds": system.seconds,
        "documents_per_second": system.documents_per_second,
        "megabytes": system.megabytes,
        "statuses": system.statuses,
        "ungrounded": system.ungrounded,
        "failures": [[failure.document_id, failure.what] for failure in system.failures],
    }


def counts(one: Counts) -> dict[str, Any]:
    """Counts with the ratios read from them."""
    return {
        "precision": one.precision, "recall": one.recall, "f1": one.f1,
        "tp": one.tp, "fp": one.fp, "fn": one.fn,
    }  # fmt: skip


def intervals(found: Figures) -> dict[str, dict[str, list[float]]]:
    """Bounds by level and metric."""
    return {
        level: {name: [one.interval.low, one.interval.high] for name, one in figures.items()}
        for level, figures in found.items()
    }


def _comparison(one: Comparison) -> dict[str, Any]:
    return {
        "reference": one.reference,
        "level": one.level,
        "metric": one.metric,
        "value": one.value,
        "interval": [one.interval.low, one.interval.high],
        "p": one.p,
        "corrected_p": one.corrected,
        "significant": one.significant,
    }


def _slice(one: Slice) -> dict[str, Any]:
    return {
        "dimension": one.dimension,
        "name": one.name,
        "documents": one.documents,
        **{level: counts(one.counts(level)) for level in LEVELS},
    }


def _calibration(one: Calibration) -> dict[str, Any] | None:
    if not one.claims:
        return None
    return {
        "level": one.level,
        "claims": one.claims,
        "without": one.without,
        "ece": one.ece,
        "ece_by_chance": one.ece_by_chance,
        "area": one.area,
        "bins": [
            {"low": part.low, "high": part.high, "claims": part.claims, "right": part.right,
             "accuracy": part.accuracy, "confidence": part.confidence}
            for part in one.bins
        ],
        "curve": [_point(part) for part in one.curve],
        "thresholds": {
            f"{target}": None if part is None else _point(part)
            for target, part in one.thresholds.items()
        },
    }  # fmt: skip


def _point(one: Point) -> dict[str, Any]:
    return {
        "threshold": one.threshold,
        "kept": one.kept,
        "coverage": one.coverage,
        "risk": one.risk,
        **counts(one.counts),
    }


def agreement(one: Agreement) -> dict[str, Any]:
    """Agreement between extractors; of contradictions, how many there are in each slot."""

    def square(value: Mapping[tuple[str, str], Any]) -> dict[str, Any]:
        return {row: {column: value[row, column] for column in one.names} for row in one.names}

    return {
        "unique": {
            name: {"found": part.found, "alone": part.alone, "missed_by_others": part.missed}
            for name, part in one.unique.items()
        },
        "overlap": square({pair: share.value for pair, share in one.overlap.items()}),
        "contradictions": square({pair: dict(one.contradicting(*pair)) for pair in one.overlap}),
        "alpha": {
            slot: {"value": part.value, "units": part.units, "answers": part.answers}
            for slot, part in one.alpha.items()
        },
        "gains": {
            name: {
                "union_f1": part.union_f1,
                "union_f1_without": part.union_f1_without,
                "oracle_recall": part.oracle_recall,
                "oracle_recall_without": part.oracle_recall_without,
            }
            for name, part in one.gains.items()
        },
    }
