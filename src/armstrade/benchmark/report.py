"""The result of a benchmark: systems side by side on one corpus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from armstrade._version import __version__
from armstrade.corpora import Corpus
from armstrade.errors import UnknownNameError

from . import tables
from .agreement import LEVELS
from .bootstrap import interval
from .score import Score


@dataclass(frozen=True, slots=True)
class Failure:
    """An extractor that raised on a document."""

    document_id: str
    what: str


@dataclass(frozen=True)
class SystemReport:
    """One extractor or combiner on the corpus.

    Attributes
    ----------
    score
        Its score; ``score.documents`` has one row per document.
    seconds
        Time spent in the extractor; ``None`` for a combiner. A reading is worked out when
        first asked for and then shared, so the first extractor by name pays for more of it.
    statuses
        On how many documents it ended how (``claims``, ``nothing``, ``abstained`` …).
    failures
        Documents on which it raised.
    ungrounded
        Claims set apart because their words are not in the document.
    """

    name: str
    score: Score
    seconds: float | None = None
    statuses: dict[str, int] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    ungrounded: int = 0


@dataclass(frozen=True)
class Report:
    """What `benchmark` returns.

    Attributes
    ----------
    corpus
        The gold that was used.
    systems
        One entry per extractor, combiner and baseline.
    seed, resamples
        Of the bootstrap intervals.
    """

    corpus: Corpus
    systems: tuple[SystemReport, ...]
    seed: int = 0
    resamples: int = 1000

    def __iter__(self) -> Iterator[SystemReport]:
        return iter(self.systems)

    def __len__(self) -> int:
        return len(self.systems)

    def __getitem__(self, name: str) -> SystemReport:
        for system in self.systems:
            if system.name == name:
                return system
        raise UnknownNameError("system in this report", name, [s.name for s in self.systems])

    def __str__(self) -> str:
        return self.table()

    @property
    def failures(self) -> dict[str, tuple[Failure, ...]]:
        """Failures by system; empty when nothing failed."""
        return {system.name: system.failures for system in self.systems if system.failures}

    def table(self, *, detail: bool = False) -> str:
        """The result as text, at most 100 columns wide.

        Parameters
        ----------
        detail
            Add slots, mentions, stages with their confusion, and categories of each system.
        """
        parts = [tables.heading(self.corpus), tables.headline(self)]
        if alone := tables.found_alone(self):
            parts.append(alone)
        if detail:
            parts += [tables.detail(system) for system in self.systems]
        if notes := tables.notes(self):
            parts.append(notes)
        return "\n\n".join(parts)

    def rows(self) -> list[dict[str, Any]]:
        """One plain row per system and document, for a data frame or a frozen run."""
        return [
            {
                "system": system.name,
                "document": row.document_id,
                "language": row.language,
                "gold": len(row.gold),
                "predicted": len(row.predicted),
                **{level: row.counts(level).tp for level in LEVELS},
            }
            for system in self.systems
            for row in system.score
        ]

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values: manifest, scores with intervals, rows."""
        return {
            "armstrade": __version__,
            "corpus": {
                "name": self.corpus.name,
                "version": self.corpus.version,
                "sha256": self.corpus.sha256,
                "documents": len(self.corpus),
                "claims": len(self.corpus.claims),
            },
            "bootstrap": {"seed": self.seed, "resamples": self.resamples, "confidence": 0.95},
            "systems": {system.name: self._system(system) for system in self.systems},
            "rows": self.rows(),
        }

    def _system(self, system: SystemReport) -> dict[str, Any]:
        intervals = {}
        for level in LEVELS:
            found = interval(system.score, level, seed=self.seed, resamples=self.resamples)
            intervals[level] = [found.low, found.high]
        return {
            **system.score.to_dict(),
            "f1_intervals": intervals,
            "languages": {name: part.to_dict() for name, part in system.score.by_language.items()},
            "seconds": system.seconds,
            "statuses": system.statuses,
            "ungrounded": system.ungrounded,
            "failures": [[one.document_id, one.what] for one in system.failures],
        }
