"""The result of a benchmark: systems side by side on one corpus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from armstrade.claims.render.shell import write_text
from armstrade.corpora import Corpus
from armstrade.errors import UnknownNameError
from armstrade.plugins.outcome import Outcome

from . import plain, tables
from .agreement import Agreement, agreement
from .bootstrap import Figures, figures
from .calibration import Calibration, calibration
from .errors import Errors, errors
from .matching import LEVELS
from .score import Score
from .significance import Comparison, compare
from .slices import Slice, slices


class Kind(StrEnum):
    """What a system in a report is."""

    EXTRACTOR = "extractor"
    COMBINATION = "combination"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Failure:
    """An extractor that raised on a document."""

    document_id: str
    what: str


@dataclass(frozen=True)
class SystemReport:
    """One extractor, combination or baseline on the corpus.

    Attributes
    ----------
    score
        Its score; ``score.documents`` has one row per document.
    kind
        What it is.
    seconds
        Time spent in the extractor; of a combination, in all of its extractors and in
        combining; ``None`` where nothing was run. A reading is worked out when first asked
        for and then shared, so the first extractor by name pays for more of it.
    megabytes
        Greatest memory of a process that does nothing but read with this extractor;
        ``None`` where it was not measured.
    version, options_digest
        Of the extractor; ``None`` where there is none.
    statuses
        On how many documents it ended how (``claims``, ``nothing``, ``abstained`` …).
    failures
        Documents on which it raised.
    ungrounded
        Claims set apart because their words are not in the document.
    """

    name: str
    score: Score
    kind: Kind = Kind.EXTRACTOR
    seconds: float | None = None
    megabytes: float | None = None
    version: str | None = None
    options_digest: str | None = None
    statuses: dict[str, int] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    ungrounded: int = 0

    @property
    def documents_per_second(self) -> float | None:
        """How fast it is; ``None`` where nothing was run."""
        return len(self.score) / self.seconds if self.seconds else None


@dataclass(frozen=True)
class Report:
    """What `benchmark` returns; everything else is worked out from it when asked for.

    Attributes
    ----------
    corpus
        The gold that was used.
    systems
        One entry per extractor, combination and baseline.
    outcomes
        What each extractor said, by id of the document.
    default
        Name of the system that is the default combination; ``None`` when it was not run.
    against
        Name of the system that the others are tested against; ``None``: the best single
        extractor.
    split, language
        The part of the corpus that was asked for, ``None`` for all of it.
    seed, resamples
        Of the bootstrap intervals and of the tests.
    """

    corpus: Corpus
    systems: tuple[SystemReport, ...]
    outcomes: Mapping[str, tuple[Outcome, ...]] = field(default_factory=dict, repr=False)
    default: str | None = None
    against: str | None = None
    split: str | None = None
    language: str | None = None
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
    def extractors(self) -> tuple[SystemReport, ...]:
        """The systems that are extractors, in order."""
        return tuple(one for one in self.systems if one.kind is Kind.EXTRACTOR)

    @property
    def failures(self) -> dict[str, tuple[Failure, ...]]:
        """Failures by system; empty when nothing failed."""
        return {system.name: system.failures for system in self.systems if system.failures}

    @property
    def best_single(self) -> str | None:
        """Name of the extractor with the best F1 at claim level; ``None`` without extractors.

        The first in the report stands for those that are equally good.
        """
        best = max(self.extractors, key=lambda one: one.score.claim.f1, default=None)
        return None if best is None else best.name

    @property
    def reference(self) -> str | None:
        """Name of the system that the others are tested against."""
        return self.against if self.against is not None else self.best_single

    @cached_property
    def scores(self) -> dict[str, Score]:
        """The scores by name of the system."""
        return {system.name: system.score for system in self.systems}

    @cached_property
    def figures(self) -> dict[str, Figures]:
        """Every headline figure with its interval, by system, level and metric."""
        return figures(self.scores, seed=self.seed, resamples=self.resamples)

    @cached_property
    def figures_by_language(self) -> dict[str, dict[str, Figures]]:
        """As `figures`, by language and then by system; sorted by language."""
        parts = {name: score.by_language for name, score in self.scores.items()}
        languages = sorted({language for part in parts.values() for language in part})
        return {
            language: figures(
                {name: part[language] for name, part in parts.items()},
                seed=self.seed,
                resamples=self.resamples,
            )
            for language in languages
        }

    @cached_property
    def comparisons(self) -> dict[str, Comparison]:
        """Every other system against `reference`: F1 at claim level, corrected after Holm.

        By name of the system; empty without a reference.
        """
        return {one.system: one for one in self.compare()}

    def compare(
        self, reference: str | None = None, *, level: str = "claim", metric: str = "f1"
    ) -> tuple[Comparison, ...]:
        """Test every system against one of them on the same documents.

        Parameters
        ----------
        reference
            Name of a system; default: `reference`.
        level
            ``triple``, ``claim`` or ``full``.
        metric
            ``precision``, ``recall`` or ``f1``.
        """
        name = self.reference if reference is None else reference
        if name is None:
            return ()
        return compare(
            self.scores, self[name].name, level=level, metric=metric,
            resamples=self.resamples, seed=self.seed,
        )  # fmt: skip

    def slices(self, system: str) -> tuple[Slice, ...]:
        """One system's score on every part of the corpus; see `armstrade.benchmark.slices`."""
        return slices(self[system].score, self.corpus)

    def calibration(self, system: str, level: str = "claim") -> Calibration:
        """How far the confidence of one system's claims can be trusted."""
        return calibration(self[system].score, level)

    def errors(self, system: str | None = None, *, level: str = "claim") -> Errors:
        """What one system got wrong; see `armstrade.benchmark.errors`."""
        return errors(self, system, level=level)

    @cached_property
    def agreement(self) -> Agreement | None:
        """How the extractors stand to each other; ``None`` with fewer than two."""
        if len(self.extractors) < 2 or not self.outcomes:
            return None
        scores = {one.name: one.score for one in self.extractors}
        return agreement(self.corpus, self.outcomes, scores)

    def table(self, *, detail: bool = False) -> str:
        """The result as text, at most 100 columns wide.

        Parameters
        ----------
        detail
            Add agreement, slots, mentions, stages with their confusion, slices, calibration
            and classes of errors of each system.
        """
        return tables.page(self, detail=detail)

    def rows(self) -> list[dict[str, Any]]:
        """One plain row per system and document, for a data frame."""
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
        """Everything as plain values: manifest, scores, intervals, tests, slices, rows."""
        return plain.report(self)

    def to_html(self, path: str | Path | None = None, *, title: str | None = None) -> str:
        """One self-contained page: all figures drawn, and every claim in its article.

        Parameters
        ----------
        path
            Also write it to this file (UTF-8).
        title
            Default: the name of the corpus.
        """
        # The one import of a room below: see docs/architecture.md.
        from armstrade.report.bench import bench_page

        page = bench_page(self, title=title)
        if path is not None:
            write_text(path, page)
        return page

    def save(self, path: str | Path) -> None:
        """Write the run to a file or folder; see `armstrade.benchmark.runs`."""
        from .runs import run_of, save

        save(run_of(self), path)
