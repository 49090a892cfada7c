"""How the extractors stand to each other: overlap, agreement, contradictions, gains."""

from __future__ import annotations

from armstrade.benchmark import Report
from armstrade.benchmark.agreement import Agreement

from .markup import NONE, Cell, note, ratio, section, table, text


def agreement(report: Report) -> str:
    """Heat map of the overlap, and what each extractor adds."""
    found = report.agreement
    if found is None:
        return ""
    return section(
        "agreement", "Agreement",
        note("Of the claims of the extractor on the left, the share that the one above makes, "
             "too: same supplier, recipient, category, stage and polarity."),
        _overlap(found), _alone(found), _alpha(found), _contradictions(found),
    )  # fmt: skip


def _overlap(found: Agreement) -> str:
    rows = []
    for one in found.names:
        row = [text(one)]
        for other in found.names:
            share = found.overlap[one, other]
            if one == other:
                row.append(text(share.total, f"{share.total} claims of {one}"))
            else:
                hint = f"{share.right} of {share.total} claims of {one} are claims of {other}"
                row.append(ratio(share.value, shaded=True, hint=hint))
        rows.append(row)
    return table("Overlap", [Cell(""), *map(text, found.names)], rows)


def _alone(found: Agreement) -> str:
    rows = []
    for name in found.names:
        unique, gain = found.unique[name], found.gains[name]
        rows.append([
            text(name),
            text(unique.found),
            text(unique.alone),
            Cell(NONE) if unique.share is None else text(f"{100 * unique.share:.0f} %"),
            text(f"{gain.f1:+.3f}"),
            text(f"{gain.recall:+.3f}"),
        ])  # fmt: skip
    head = [
        text("extractor"), text("right claims"), text("found by no other"),
        text("of what all others miss"),
        text("gain in F1", "F1 of the union of all, less that of the union of the others"),
        text("gain in reach", "share of the gold claims that anybody finds, less that which any "
             "of the others finds"),
    ]  # fmt: skip
    return table("What each adds", head, rows)


def _alpha(found: Agreement) -> str:
    rows = [
        [text(slot), ratio(one.value), text(one.units), text(one.answers)]
        for slot, one in found.alpha.items()
    ]
    head = [text("slot"), text("alpha"), text("statements"), text("answers")]
    return table("Krippendorff's alpha (1 perfect, 0 as by chance)", head, rows)


def _contradictions(found: Agreement) -> str:
    pairs = sorted({(one.one, one.other) for one in found.contradictions})
    slots = list(dict.fromkeys(slot for slot in found.alpha if slot != "claim"))
    rows = []
    for one, other in pairs:
        counts = found.contradicting(one, other)
        rows.append([
            text(f"{one} and {other}"),
            *(text(counts[slot]) if counts[slot] else Cell("·") for slot in slots),
        ])  # fmt: skip
    head = [text("who"), *map(text, slots)]
    return table("Statements that two read differently, by slot", head, rows)
