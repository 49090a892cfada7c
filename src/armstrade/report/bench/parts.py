"""Parts of the corpus: slices, and the stages with their confusion."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.benchmark import Report, SystemReport
from armstrade.claims import Stage

from .markup import Cell, f1, folded, note, section, table, text

_TITLES = {
    "tag": "Constructions and other tags",
    "reach": "Claims read from one sentence, and from several",
}


def slices(report: Report, shown: Sequence[SystemReport]) -> str:
    """F1 at claim level on every part of the corpus, system beside system."""
    by_system = {
        system.name: {(one.dimension, one.name): one for one in report.slices(system.name)}
        for system in shown
    }
    places: dict[str, dict[str, None]] = {}
    for found in by_system.values():
        for dimension, name in found:
            places.setdefault(dimension, {})[name] = None
    head = [text("part"), text("documents"), text("gold claims"),
            *(text(system.name) for system in shown)]  # fmt: skip
    tables = []
    for dimension, names in places.items():
        rows = []
        for name in names:
            here = [by_system[system.name].get((dimension, name)) for system in shown]
            known = [one for one in here if one is not None]
            rows.append([
                text(name),
                text(max(one.documents for one in known)),
                text(max(one.claim.gold for one in known)),
                *(Cell("–") if one is None else f1(one.claim) for one in here),
            ])  # fmt: skip
        title = _TITLES.get(dimension, dimension.capitalize())
        tables.append(folded(title, table(title, head, rows), unfolded=len(names) <= 8))
    if not tables:
        return ""
    return section(
        "slices", "Slices",
        note("F1 at claim level on parts of the corpus. Point at a figure for its counts; where "
             "a part holds few claims, the figure says little."),
        *tables,
    )  # fmt: skip


def stages(report: Report, shown: Sequence[SystemReport]) -> str:
    """Gold stage against found stage, of each system."""
    matrices = []
    for number, system in enumerate(shown):
        confusion = system.score.confusion
        rows = []
        for gold in Stage:
            total = sum(confusion[gold, found] for found in Stage)
            row = [text(gold.value)]
            for found in Stage:
                count = confusion[gold, found]
                share = count / total if total else 0.0
                hint = f"gold {gold.value}, found {found.value}: {count} of {total}"
                row.append(Cell(str(count) if count else "·", share if count else None, hint))
            rows.append(row)
        head = [text("gold ↓ found →"), *(text(stage.value) for stage in Stage)]
        if sum(confusion.values()):
            matrix = table(f"Stages of {system.name}", head, rows)
            matrices.append(folded(system.name, matrix, unfolded=number == 0))
    if not matrices:
        return ""
    return section(
        "stages", "Stages",
        note("Over the pairs that agree on supplier, recipient and category."),
        *matrices,
    )  # fmt: skip
