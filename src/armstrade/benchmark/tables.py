"""Benchmark results as plain text, at most 100 columns wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .agreement import Agreement
from .bootstrap import Figures
from .detail import detail as detail_of
from .grid import NOTHING, bounds, fit, grid, number

if TYPE_CHECKING:
    from armstrade.corpora import Corpus

    from .report import Report, SystemReport
    from .score import Score

MOST_COLUMNS = 8
"""Extractors that fit side by side into a matrix."""


def page(report: Report, *, detail: bool = False) -> str:
    """The whole report."""
    parts = [heading(report.corpus), headline(report), beside_accuracy(report)]
    if alone := found_alone(report):
        parts.append(alone)
    if detail:
        if report.agreement is not None:
            parts.append(agreement(report.agreement))
        parts += [detail_of(report, system) for system in report.systems]
    if notes := remarks(report):
        parts.append(notes)
    return "\n\n".join(parts)


def heading(corpus: Corpus) -> str:
    """What was run on."""
    empty = sum(not gold.claims for gold in corpus)
    version = f" {corpus.version}" if corpus.version else ""
    return (
        f"{corpus.name}{version}: {len(corpus)} documents ({empty} without claims), "
        f"{len(corpus.claims)} gold claims"
    )


def headline(report: Report) -> str:
    """The three levels per system and language, with intervals and the test."""
    header = ["system", "", "triple", "95 %", "claim P", "R", "F1", "95 %", "full", "95 %",
              "gap"]  # fmt: skip
    rows = []
    several = len(report.figures_by_language) > 1
    for system in report.systems:
        parts = system.score.by_language
        shown = {"all": system.score, **parts} if several else parts
        for index, (name, score) in enumerate(shown.items()):
            figures = (
                report.figures if name == "all" or not several
                else report.figures_by_language[name]
            )  # fmt: skip
            rows.append([
                fit(system.name) if index == 0 else "", name,
                *_levels(score, figures[system.name]),
                _gap(report, system) if index == 0 else "",
            ])  # fmt: skip
    table = grid(header, rows)
    if report.reference is None or not report.corpus.claims:
        return table
    name = fit(report.reference) + (", the best extractor" if report.against is None else "")
    return (
        f"{table}\n(triple, full: F1; gap: F1 at claim level minus that of {name};\n"
        "* so great a gap between equals has less than one chance in 20, corrected for the number "
        "of gaps)"
    )


def _levels(score: Score, found: Figures) -> list[str]:
    """F1 with intervals, at claim level with precision and recall; dashes for nothing to find."""
    if not score.claim.gold:
        return [NOTHING] * 8
    triple, claim, full = found["triple"], found["claim"], found["full"]
    return [
        number(triple["f1"].value), bounds(triple["f1"].interval),
        *(number(claim[metric].value) for metric in ("precision", "recall", "f1")),
        bounds(claim["f1"].interval), number(full["f1"].value), bounds(full["f1"].interval),
    ]  # fmt: skip


def _gap(report: Report, system: SystemReport) -> str:
    found = report.comparisons.get(system.name)
    if found is None or not report.corpus.claims:
        return f"{NOTHING} "
    return f"{found.value:+.2f}" + ("*" if found.significant else " ")


def _p(report: Report, system: SystemReport) -> str:
    found = report.comparisons.get(system.name)
    if found is None or not report.corpus.claims:
        return NOTHING
    return "<0.001" if found.corrected < 0.001 else f"{found.corrected:.3f}"


def beside_accuracy(report: Report) -> str:
    """The test, false alarms, swapped parties, calibration, speed and memory."""
    rows = []
    for system in report.systems:
        score = system.score
        # The oracle knows; how sure the claims are that it chose says nothing of it.
        ece = None if system.name == "oracle" else report.calibration(system.name).ece
        alarms, claims = score.false_alarms_per_1000, score.false_claims_per_1000
        speed = system.documents_per_second
        rows.append([
            fit(system.name),
            _p(report, system),
            NOTHING if alarms is None else f"{alarms:.0f}",
            NOTHING if claims is None else f"{claims:.0f}",
            str(report.errors(system.name).kinds.get("direction", 0)),
            NOTHING if ece is None else f"{ece:.3f}",
            NOTHING if speed is None else f"{speed:.1f}",
            NOTHING if system.megabytes is None else f"{system.megabytes:.0f}",
        ])  # fmt: skip
    header = ["system", "p of gap", "alarms/1000", "false claims/1000", "swapped", "ECE",
              "documents/s", "MB"]  # fmt: skip
    return grid(header, rows, left=1)


def found_alone(report: Report) -> str:
    """What each extractor finds that the others miss; empty for a single one."""
    found = report.agreement
    if found is None or not report.corpus.claims:
        return ""
    rows = []
    for name in found.names:
        one, gain = found.unique[name], found.gains[name]
        share = NOTHING if one.share is None else f"{100 * one.share:.0f} %"
        rows.append([
            fit(name), str(one.found), str(one.alone), str(one.missed), share,
            f"{gain.f1:+.3f}", f"{gain.recall:+.3f}",
        ])  # fmt: skip
    header = ["right claims", "found", "by no other", "missed by the others", "of these",
              "union F1", "oracle R"]  # fmt: skip
    return grid(header, rows, left=1)


def agreement(found: Agreement) -> str:
    """Who makes whose claims, who contradicts whom, and alpha."""
    names = found.names[:MOST_COLUMNS]
    overlap = grid(
        ["of the claims of", *(f"{fit(name, 8)}" for name in names)],
        [
            [fit(one), *(_per_cent(found.overlap[one, other].value) for other in names)]
            for one in names
        ],
        left=1,
    )
    against = grid(
        ["contradictions", *(f"{fit(name, 8)}" for name in names)],
        [
            [fit(one), *(str(found.contradicting(one, other).total()) if one != other else "·"
                         for other in names)]
            for one in names
        ],
        left=1,
    )  # fmt: skip
    alpha = grid(
        ["agreement on", "alpha", "statements"],
        [
            [slot, NOTHING if one.value is None else f"{one.value:.2f}", str(one.units)]
            for slot, one in found.alpha.items()
        ],
        left=1,
    )
    return "\n\n".join(
        [overlap + "\n(share that the extractor of the column makes as well)", against, alpha]
    )


def _per_cent(value: float | None) -> str:
    return NOTHING if value is None else f"{100 * value:.0f} %"


def remarks(report: Report) -> str:
    """What the reader must know besides: the default combination, and `troubles`."""
    lines = troubles(report)
    if report.default is not None:
        lines = [f"{report.default} is the default combination of these extractors", *lines]
    return "\n".join(lines)


def troubles(report: Report) -> list[str]:
    """Failures, things set apart, abstentions: a line each."""
    lines = []
    for system in report.systems:
        if system.failures:
            first = system.failures[0]
            lines.append(
                f"{system.name}: failed on {len(system.failures)} documents, first on "
                f"{first.document_id}: {first.what}"
            )
        if system.ungrounded:
            lines.append(
                f"{system.name}: {system.ungrounded} claims set apart, their words are not in "
                "the document"
            )
        if abstained := system.statuses.get("abstained"):
            lines.append(f"{system.name}: abstained on {abstained} documents")
    return lines
