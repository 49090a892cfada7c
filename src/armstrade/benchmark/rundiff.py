"""What changed between two runs: claims gained and lost, and the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .counts import Counts
from .grid import fit, grid, number
from .matching import LEVELS
from .runs import Row, Run


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that is judged otherwise in the new run.

    Attributes
    ----------
    document, id, key
        Which claim.
    """

    document: str
    id: str
    key: str


@dataclass(frozen=True)
class SystemDiff:
    """One system in two runs, over the documents that both have.

    Attributes
    ----------
    name
        Of the system.
    old, new
        Counts by level.
    gained, lost
        Gold claims found in the new run only, and in the old run only, at claim level.
    added, removed
        False claims made in the new run only, and in the old run only.
    """

    name: str
    old: Mapping[str, Counts]
    new: Mapping[str, Counts]
    gained: tuple[Change, ...]
    lost: tuple[Change, ...]
    added: tuple[Change, ...]
    removed: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        changes = self.gained or self.lost or self.added or self.removed
        return not changes and self.old == self.new


@dataclass(frozen=True)
class RunDiff:
    """What changed between two runs.

    Attributes
    ----------
    systems
        Those in both runs.
    only_old, only_new
        Names of systems in one of them.
    documents
        How many documents both have.
    notes
        What makes the runs less than comparable: another corpus, other documents.
    """

    systems: tuple[SystemDiff, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    documents: int
    notes: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether no figure and no claim of a common system changed."""
        return all(system.same for system in self.systems)

    def __str__(self) -> str:
        return self.page()

    def page(self) -> str:
        """The figures side by side, then every claim that changed."""
        header = ["system", "", "P old", "new", "R old", "new", "F1 old", "new", "change"]
        rows = []
        for system in self.systems:
            for level in LEVELS:
                old, new = system.old[level], system.new[level]
                rows.append([
                    fit(system.name) if level == LEVELS[0] else "", level,
                    *(number(getattr(one, name)) for name in ("precision", "recall", "f1")
                      for one in (old, new)),
                    f"{new.f1 - old.f1:+.3f}",
                ])  # fmt: skip
        parts = [f"{self.documents} documents in both runs", grid(header, rows)]
        if self.notes:
            parts.append("\n".join(self.notes))
        for system in self.systems:
            lines = []
            for sign, title, changes in (
                ("+", "gained", system.gained), ("-", "lost", system.lost),
                ("!", "false, new", system.added), ("~", "false, gone", system.removed),
            ):  # fmt: skip
                if changes:
                    lines.append(f"{system.name}: {title} ({len(changes)})")
                    lines += [f"  {sign} {one.document}  {one.key}" for one in changes]
            if lines:
                parts.append("\n".join(lines))
        for names, where in ((self.only_old, "old"), (self.only_new, "new")):
            if names:
                parts.append(f"only in the {where} run: {', '.join(names)}")
        return "\n\n".join(parts)

    def to_dict(self) -> dict[str, Any]:
        """As plain values."""

        def listed(changes: tuple[Change, ...]) -> list[dict[str, str]]:
            return [{"document": one.document, "id": one.id, "key": one.key} for one in changes]

        def counted(found: Mapping[str, Counts]) -> dict[str, list[int]]:
            return {level: [one.tp, one.fp, one.fn] for level, one in found.items()}

        return {
            "documents": self.documents,
            "notes": list(self.notes),
            "only_old": list(self.only_old),
            "only_new": list(self.only_new),
            "systems": {
                one.name: {
                    "old": counted(one.old),
                    "new": counted(one.new),
                    "gained": listed(one.gained),
                    "lost": listed(one.lost),
                    "false_new": listed(one.added),
                    "false_gone": listed(one.removed),
                }
                for one in self.systems
            },
        }


def diff(old: Run, new: Run) -> RunDiff:
    """Compare two runs, system by system, over the documents that both have."""
    notes = []
    for name in ("name", "version", "sha256"):
        before, after = old.manifest["corpus"][name], new.manifest["corpus"][name]
        if before != after:
            notes.append(f"another corpus: {name} was {before}, is {after}")
    documents = [{row.document for row in run.rows} for run in (old, new)]
    common = documents[0] & documents[1]
    for which, there in (("old", documents[0]), ("new", documents[1])):
        if alone := len(there - common):
            notes.append(f"{alone} documents are in the {which} run only and do not count here")
    both = [name for name in new.systems if name in old.systems]
    return RunDiff(
        systems=tuple(_system(name, old, new, common) for name in both),
        only_old=tuple(name for name in old.systems if name not in both),
        only_new=tuple(name for name in new.systems if name not in both),
        documents=len(common),
        notes=tuple(notes),
    )


def _system(name: str, old: Run, new: Run, common: set[str]) -> SystemDiff:
    before, after = old.of(name), new.of(name)
    documents = [document for document in after if document in common]

    def gold(first: Mapping[str, Row], other: Mapping[str, Row]) -> tuple[Change, ...]:
        return tuple(
            Change(document, claim, key)
            for document in documents
            for claim, key in first[document].found.items()
            if claim not in other[document].found
        )

    def false(first: Mapping[str, Row], other: Mapping[str, Row]) -> tuple[Change, ...]:
        # By what they say at claim level: other words for the same mistake are no change.
        found = []
        for document in documents:
            there = Counter(other[document].false.values())
            for claim, key in first[document].false.items():
                if there[key]:
                    there[key] -= 1
                else:
                    found.append(Change(document, claim, key))
        return tuple(found)

    return SystemDiff(
        name=name,
        old={level: old.counts(name, level, only=common) for level in LEVELS},
        new={level: new.counts(name, level, only=common) for level in LEVELS},
        gained=gold(after, before),
        lost=gold(before, after),
        added=false(after, before),
        removed=false(before, after),
    )
