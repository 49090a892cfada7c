"""Who is how good: the leaderboard with intervals, and the scores slot by slot."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.benchmark import Report, SystemReport
from armstrade.benchmark.bootstrap import Figures

from .markup import NONE, Cell, folded, note, ratio, section, table, text
from .svg import interval_bar


def leaderboard(report: Report) -> str:
    """The systems, the best first, with intervals drawn and the test against the reference."""
    if not report.corpus.claims:
        return section("leaderboard", "Leaderboard", note(
            "The corpus has no gold claims: precision, recall and F1 say nothing here. What can "
            "be read is the share of documents in which something was claimed all the same."
        ), _alarms(report))  # fmt: skip
    parts = [_board("All documents", report, report.figures, whole=True)]
    languages = report.figures_by_language
    if len(languages) > 1:
        parts += [
            folded(f"Only {name}", _board(f"Language {name}", report, found), unfolded=True)
            for name, found in languages.items()
        ]
    return section("leaderboard", "Leaderboard", *parts, _reference(report))


def slots(report: Report, shown: Sequence[SystemReport]) -> str:
    """How often each slot is right, over the claims whose triple is right."""
    if not report.corpus.claims:
        return ""
    rows = []
    for name in shown[0].score.slots if shown else ():
        row = [text(name)]
        for system in shown:
            right, filled = system.score.slots[name], system.score.filled_slots[name]
            hint = f"{right.right} of {right.total} pairs"
            if filled.value is not None:
                hint += f"; where either says anything: {filled.right} of {filled.total}"
            row.append(ratio(right.value, shaded=True, hint=hint))
        rows.append(row)
    head = [Cell(""), *(text(system.name) for system in shown)]
    return section(
        "slots", "Slots",
        note("Share of the pairs that agree on supplier, recipient and category in which the "
             "slot is right, too."),
        table("Slots that are right", head, rows),
    )  # fmt: skip


def _board(
    caption: str, report: Report, figures: dict[str, Figures], *, whole: bool = False
) -> str:
    systems = sorted(
        (one for one in report.systems if one.name in figures),
        key=lambda one: -figures[one.name]["claim"]["f1"].value,
    )
    head = [text("system"), text("claim F1"), Cell("0 … 1", hint="95 % interval"), text("P"),
            text("R"), text("triple F1"), text("full F1")]  # fmt: skip
    if whole:
        head += [
            text("gap", "claim F1 against the reference, with its interval"),
            text("p", "corrected for the number of comparisons after Holm"),
            text("alarms", "documents per 1,000 without gold claims in which something is claimed"),
            text("documents/s"),
            text("MB"),
        ]
    rows = []
    for system in systems:
        found = figures[system.name]
        claim = found["claim"]["f1"]
        row = [
            text(system.name, system.kind.value),
            Cell(f"<strong>{claim.value:.2f}</strong>"),
            Cell(interval_bar(claim.value, claim.interval)),
            ratio(found["claim"]["precision"].value),
            ratio(found["claim"]["recall"].value),
            ratio(found["triple"]["f1"].value),
            ratio(found["full"]["f1"].value),
        ]
        rows.append(row + (_beside(report, system) if whole else []))
    return table(caption, head, rows)


def _beside(report: Report, system: SystemReport) -> list[Cell]:
    """What stands beside accuracy: the test, alarms, speed and memory."""
    comparison = report.comparisons.get(system.name)
    if comparison is None:
        apart = [text("reference") if system.name == report.reference else Cell(NONE), Cell(NONE)]
    else:
        between = f"95 % between {comparison.interval.low:+.3f} and {comparison.interval.high:+.3f}"
        mark = "<strong>*</strong>" if comparison.significant else ""
        apart = [
            text(f"{comparison.value:+.3f}", between),
            Cell(f"{comparison.corrected:.3f}{mark}", hint=f"uncorrected {comparison.p:.4f}"),
        ]
    speed, memory = system.documents_per_second, system.megabytes
    return [
        *apart,
        _per_thousand(system),
        text(NONE if speed is None else f"{speed:.0f}"),
        text(NONE if memory is None else f"{memory:.0f}"),
    ]


def _per_thousand(system: SystemReport) -> Cell:
    alarms = system.score.false_alarms
    if alarms.value is None:
        return Cell(NONE)
    return text(f"{1000 * alarms.value:.0f}", f"{alarms.right} of {alarms.total} documents")


def _alarms(report: Report) -> str:
    rows = [[text(system.name), _per_thousand(system)] for system in report.systems]
    head = [text("system"), text("alarms per 1,000 documents without claims")]
    return table("False alarms", head, rows)


def _reference(report: Report) -> str:
    words = "The line through each dot is the 95 % interval of a bootstrap over documents. "
    if report.reference is not None:
        words += (
            f"Gap and p compare with {report.reference} on the same documents (paired "
            "randomisation test, corrected after Holm); * marks p < 0.05."
        )
    return note(words)
