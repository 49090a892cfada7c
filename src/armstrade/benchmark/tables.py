"""Benchmark results as plain text, at most 100 columns wide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from armstrade.claims import Category, Stage

from .agreement import MENTIONS
from .bootstrap import interval
from .counts import Counts, Share
from .score import Score
from .unique import unique

if TYPE_CHECKING:
    from armstrade.corpora import Corpus

    from .report import Report, SystemReport

_NOTHING = "–"
"""Stands for the share of nothing."""

_SHORT_STAGES = {
    Stage.SOUGHT: "sought", Stage.OFFERED: "offer", Stage.NEGOTIATED: "negot",
    Stage.ORDERED: "order", Stage.PLANNED: "plan", Stage.DELIVERED: "deliv",
    Stage.REFUSED: "refuse", Stage.CANCELLED: "cancel",
}  # fmt: skip


def heading(corpus: Corpus) -> str:
    """What was run on."""
    empty = sum(not gold.claims for gold in corpus)
    version = f" {corpus.version}" if corpus.version else ""
    return (
        f"{corpus.name}{version}: {len(corpus)} documents ({empty} without claims), "
        f"{len(corpus.claims)} gold claims"
    )


def headline(report: Report) -> str:
    """The three levels per system and language, with false alarms and time."""
    header = ["system", "", "triple P", "R", "F1", "claim P", "R", "F1", "95 %", "full F1",
              "alarms", "ms/kchar"]  # fmt: skip
    sizes = {gold.id: len(gold.document.text) for gold in report.corpus}
    rows = []
    for system in report.systems:
        parts = system.score.by_language
        if len(parts) > 1:
            parts = {"all": system.score, **parts}
        for index, (name, score) in enumerate(parts.items()):
            speed = ""
            if system.seconds is not None and index == 0:
                chars = sum(sizes.values())
                speed = f"{1e6 * system.seconds / chars:.2f}" if chars else ""
            rows.append([
                _fit(system.name) if index == 0 else "", name,
                *_levels(score, report), _percent(score.false_alarms), speed,
            ])  # fmt: skip
    return grid(header, rows)


def _levels(score: Score, report: Report) -> list[str]:
    """Ratios, interval and full F1; dashes where nothing is to be found."""
    if not score.claim.gold:
        return [_NOTHING] * 8
    bounds = interval(score, seed=report.seed, resamples=report.resamples)
    return [
        *_ratios(score.triple), *_ratios(score.claim),
        f"{_number(bounds.low)}–{_number(bounds.high)}", _number(score.full.f1),
    ]  # fmt: skip


def found_alone(report: Report) -> str:
    """What each extractor finds that the others miss; empty for a single one."""
    from .baselines import BASELINES

    scores = {one.name: one.score for one in report.systems if one.seconds is not None}
    for name in BASELINES:
        scores.pop(name, None)
    if len(scores) < 2 or not report.corpus.claims:
        return ""
    rows = []
    for name, one in unique(scores).items():
        share = _NOTHING if one.share is None else f"{100 * one.share:.0f} %"
        rows.append([_fit(name), str(one.found), str(one.alone), str(one.missed), share])
    header = ["right claims", "found", "by no other", "missed by the others", "of these"]
    return grid(header, rows, left=1)


def detail(system: SystemReport) -> str:
    """Slots, mentions, stages and categories of one system."""
    score = system.score
    parts = [_rule(system.name), _slots(score), _stages(score), _categories(score)]
    return "\n\n".join(parts)


def notes(report: Report) -> str:
    """What the reader must know besides: failures, things set apart, abstentions."""
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
    return "\n".join(lines)


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


def _slots(score: Score) -> str:
    rows = []
    for name, share in score.slots.items():
        filled = score.filled_slots[name]
        rows.append([name, _percent(share), str(share.total), _percent(filled), str(filled.total)])
    for name, share in score.extra_slots.items():
        if share.total:
            rows.append([name, "", "", _percent(share), str(share.total)])
    table = grid(["slot", "right", "pairs", "where filled", "pairs"], rows, left=1)
    exact, overlapping = score.mentions_exact, score.mentions_overlapping
    rows = [
        [name, _percent(exact[name]), _percent(overlapping[name]), str(exact[name].total)]
        for name in MENTIONS
    ]
    rows.append(["evidence", _percent(score.evidence_jaccard), _percent(score.evidence),
                 str(score.evidence.total)])  # fmt: skip
    spans = grid(["words", "exact", "overlap", "pairs"], rows, left=1)
    return _beside(table, spans)


def _stages(score: Score) -> str:
    confusion = score.confusion
    rows = []
    for gold in Stage:
        counts = score.stage(gold)
        found = [confusion[gold, predicted] for predicted in Stage]
        rows.append([
            gold.value, str(counts.gold), str(counts.predicted), *_ratios(counts),
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
                category.value, str(claim.gold), str(claim.predicted), *_ratios(triple),
                *_ratios(claim),
            ])  # fmt: skip
    header = ["category", "gold", "found", "triple P", "R", "F1", "claim P", "R", "F1"]
    return grid(header, rows, left=1)


def _fit(name: str, width: int = 14) -> str:
    return name if len(name) <= width else name[: width - 1] + "…"


def _ratios(counts: Counts) -> list[str]:
    return [_number(value) for value in (counts.precision, counts.recall, counts.f1)]


def _number(value: float) -> str:
    return f"{value:.2f}"


def _percent(share: Share) -> str:
    return _NOTHING if share.value is None else f"{100 * share.value:.0f} %"


def _rule(title: str, width: int = 100) -> str:
    return f"── {title} ".ljust(width, "─")


def _beside(left: str, right: str, gap: int = 6) -> str:
    one, other = left.splitlines(), right.splitlines()
    width = max(map(len, one)) + gap
    height = max(len(one), len(other))
    one += [""] * (height - len(one))
    other += [""] * (height - len(other))
    return "\n".join((a.ljust(width) + b).rstrip() for a, b in zip(one, other, strict=True))
