"""Whether a confidence can be trusted: reliability, risk and coverage, thresholds."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.benchmark import Report, SystemReport

from .markup import Cell, folded, note, ratio, section, table, text
from .svg import reliability, risk_coverage


def calibration(report: Report, shown: Sequence[SystemReport]) -> str:
    """Diagrams and thresholds of each system that gives confidences."""
    parts: list[str] = []
    silent: list[str] = []
    for system in shown:
        found = _system(report, system)
        if found:
            parts.append(folded(system.name, found, unfolded=not parts))
        elif report.corpus.claims:
            silent.append(system.name)
    if not parts:
        return ""
    told = f" Without confidences: {', '.join(silent)}." if silent else ""
    return section(
        "calibration", "Calibration",
        note("A claim with confidence 0.8 should be right in 8 of 10 cases: the dots should lie "
             "on the diagonal. The larger a dot, the more claims are behind it." + told),
        *parts,
    )  # fmt: skip


def _system(report: Report, system: SystemReport) -> str:
    found = report.calibration(system.name)
    if not found.claims or found.ece is None:
        return ""
    points = [
        (one.confidence, one.accuracy, one.claims)
        for one in found.bins
        if one.confidence is not None and one.accuracy is not None
    ]
    told = (
        f"expected calibration error {found.ece:.3f} over {found.claims} claims, "
        f"of exact confidences by chance {found.ece_by_chance:.3f}"
    )
    pictures = reliability(points, label=f"Reliability of {system.name}: {told}") + risk_coverage(
        [(point.coverage, point.risk) for point in found.curve],
        label=f"Risk and coverage of {system.name}",
    )
    rows = []
    for target, point in found.thresholds.items():
        row = [text(f"≥ {target:.2f}")]
        if point is None:
            row += [text("not reached"), Cell("–"), Cell("–"), Cell("–"), Cell("–")]
        else:
            row += [
                text(f"{point.threshold:.2f}"),
                ratio(point.counts.precision),
                ratio(point.counts.recall),
                text(point.kept),
                text(f"{100 * point.coverage:.0f} %"),
            ]
        rows.append(row)
    head = [text("wanted precision"), text("confidence at least"), text("precision"),
            text("recall"), text("claims kept"), text("of all")]  # fmt: skip
    without = f"; {found.without} claims have none" if found.without else ""
    return (
        f'<div class="pictures"><div>{pictures}</div><div>{note(told.capitalize() + without + ".")}'
        f"{table(f'Thresholds of {system.name}', head, rows)}</div></div>"
    )
