"""One system in every respect, as plain text at most 100 columns wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrade.claims import Category, Stage

from .calibration import Calibration
from .errors import KINDS
from .grid import NOTHING, beside, bounds, grid, number, percent, ratios, rule
from .matching import LEVELS, MENTIONS
from .score import Score
from .slices import Slice

if TYPE_CHECKING:
    from .report import Report, SystemReport

_SHORT_STAGES = {
    Stage.SOUGHT: "sought", Stage.OFFERED: "offer", Stage.NEGOTIATED: "negot",
    Stage.ORDERED: "order", Stage.PLANNED: "plan", Stage.DELIVERED: "deliv",
    Stage.REFUSED: "refuse", Stage.CANCELLED: "cancel",
}  # fmt: skip


def detail(report: Report, system: SystemReport) -> str:
    """Intervals, slots, mentions, stages, categories, slices, calibration and errors."""
    score = system.score
    parts = [
        rule(system.name), _figures(report, system), _slots(score), _stages(score),
        _categories(score), _slices(report.slices(system.name)),
        _calibration(report.calibration(system.name)), _errors(report, system),
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part)


def _figures(report: Report, system: SystemReport) -> str:
    if not system.score.claim.gold:
        return ""
    rows = []
    for level in LEVELS:
        cells = [level]
        for figure in report.figures[system.name][level].values():
            cells += [number(figure.value), bounds(figure.interval)]
        rows.append(cells)
    return grid(["level", "P", "95 %", "R", "95 %", "F1", "95 %"], rows, left=1)


def _slots(score: Score) -> str:
    rows = []
    for name, share in score.slots.items():
        filled = score.filled_slots[name]
        rows.append([name, percent(share), str(share.total), percent(filled), str(filled.total)])
    for name, share in score.extra_slots.items():
        if share.total:
            rows.append([name, "", "", percent(share), str(share.total)])
    table = grid(["slot", "right", "pairs", "where filled", "pairs"], rows, left=1)
    exact, overlapping = score.mentions_exact, score.mentions_overlapping
    rows = [
        [name, percent(exact[name]), percent(overlapping[name]), str(exact[name].total)]
        for name in MENTIONS
    ]
    rows.append(["evidence", percent(score.evidence_jaccard), percent(score.evidence),
                 str(score.evidence.total)])  # fmt: skip
    spans = grid(["words", "exact", "overlap", "pairs"], rows, left=1)
    return beside(table, spans)


def _stages(score: Score) -> str:
    confusion = score.confusion
    rows = []
    for gold in Stage:
        counts = score.stage(gold)
        found = [confusion[gold, predicted] for predicted in Stage]
        rows.append([
            gold.value, str(counts.gold), str(counts.predicted), *ratios(counts),
            *[str(number) if number else "·" for number in found],
        ])  # fmt: skip
    header = ["stage", "gold", "found", "P", "R", "F1", *_SHORT_STAGES.values()]
    return (
        grid(header, rows, left=1)
        + "\n(at claim level; right: found stage of the pairs that agree on the triple)"
    )


def _categories(score: Score) -> str:
    rows = []
    for category in Category:
        triple, claim = score.category(category, "triple"), score.category(category)
        if claim.gold or claim.predicted:
            rows.append([
                category.value, str(claim.gold), str(claim.predicted), *ratios(triple),
                *ratios(claim),
            ])  # fmt: skip
    header = ["category", "gold", "found", "triple P", "R", "F1", "claim P", "R", "F1"]
    return grid(header, rows, left=1)


def _slices(found: tuple[Slice, ...]) -> str:
    rows = []
    for one in found:
        if one.dimension in ("category", "stage"):
            continue  # have tables of their own
        counts = one.claim
        cells = [*ratios(counts), bounds(one.interval())] if counts.gold else [NOTHING] * 4
        rows.append([
            one.dimension, one.name, str(one.documents), str(counts.gold), str(counts.predicted),
            *cells,
        ])  # fmt: skip
    header = ["slice", "", "documents", "gold", "found", "claim P", "R", "F1", "95 %"]
    return grid(header, rows) if rows else ""


def _calibration(found: Calibration) -> str:
    if found.ece is None or found.area is None:
        return ""
    bins = grid(
        ["confidence", "claims", "mean", "right"],
        [
            [f"{one.low:.1f}–{one.high:.1f}", str(one.claims),
             NOTHING if one.confidence is None else number(one.confidence),
             NOTHING if one.accuracy is None else number(one.accuracy)]
            for one in found.bins
        ],
        left=1,
    )  # fmt: skip
    kept = []
    for target, point in found.thresholds.items():
        cells = [NOTHING] * 3
        if point is not None:
            cells = [f"{point.threshold:.3f}", f"{100 * point.coverage:.0f} %",
                     number(point.counts.recall)]  # fmt: skip
        kept.append([f"{target:.2f}", *cells])
    table = grid(["for precision", "from confidence", "keep", "recall"], kept, left=1)
    without = f", {found.without} without confidence left out" if found.without else ""
    return (
        f"{beside(bins, table)}\n"
        f"(expected calibration error {found.ece:.3f}, of exact confidences by chance "
        f"{found.ece_by_chance:.3f};\n area under the risk–coverage curve {found.area:.3f}; "
        f"{found.claims} claims{without})"
    )


def _errors(report: Report, system: SystemReport) -> str:
    found = {level: report.errors(system.name, level=level) for level in LEVELS}
    rows = [
        [kind, *(str(found[level].kinds.get(kind, 0)) for level in LEVELS), meaning]
        for kind, meaning in KINDS.items()
    ]
    for title, side in (("not found", "gold"), ("false", "predicted")):
        sums = [sum(getattr(one, side) is not None for one in found[level]) for level in LEVELS]
        rows.append([title, *map(str, sums), ""])
    header = ["error", *LEVELS, "meaning"]
    lines = grid([*header[:-1], ""], [[*row[:-1], ""] for row in rows], left=1).splitlines()
    meanings = [header[-1], *(row[-1] for row in rows)]
    width = max(map(len, lines))
    return "\n".join(
        f"{line.ljust(width)}  {meaning}".rstrip()
        for line, meaning in zip(lines, meanings, strict=True)
    )
