"""Runs on disk: what was run, and what came out for each document, to compare with later.

A run is one JSON Lines file, or a folder with ``manifest.json`` and ``rows.jsonl``. It holds
ids and short keys of claims, no texts.
"""

from __future__ import annotations

import datetime as dt
import json
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from armstrade._version import __version__
from armstrade.claims import Party, TransferClaim
from armstrade.errors import InputError

from .counts import Counts
from .matching import LEVELS

if TYPE_CHECKING:
    from .report import Report
    from .score import DocumentScore

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Row:
    """What one system made of one document.

    Attributes
    ----------
    counts
        By level.
    found, missed
        Gold claims found and not found at claim level: key by id.
    false
        False claims at claim level: key by id.
    """

    system: str
    document: str
    language: str | None
    counts: Mapping[str, Counts]
    found: Mapping[str, str]
    missed: Mapping[str, str]
    false: Mapping[str, str]


@dataclass(frozen=True)
class Run:
    """A benchmark that was run.

    Attributes
    ----------
    manifest
        Versions, options, corpus, seed and date.
    rows
        One per system and document.
    """

    manifest: Mapping[str, Any]
    rows: tuple[Row, ...]

    @property
    def systems(self) -> tuple[str, ...]:
        """Names of the systems, in order."""
        return tuple(dict.fromkeys(row.system for row in self.rows))

    def of(self, system: str) -> dict[str, Row]:
        """The rows of one system, by document."""
        return {row.document: row for row in self.rows if row.system == system}

    def counts(
        self, system: str, level: str = "claim", *, only: Iterable[str] | None = None
    ) -> Counts:
        """Sums over the documents, or over some of them."""
        chosen = None if only is None else set(only)
        return sum(
            (
                row.counts[level]
                for row in self.rows
                if row.system == system and (chosen is None or row.document in chosen)
            ),
            Counts(),
        )


def run_of(report: Report, *, date: dt.date | None = None) -> Run:
    """A report as a run.

    Parameters
    ----------
    date
        When it was run; default: today.
    """
    corpus = report.corpus
    manifest = {
        "armstrade run": FORMAT,
        "armstrade": __version__,
        "python": platform.python_version(),
        "date": (date or dt.datetime.now(tz=dt.UTC).date()).isoformat(),
        "corpus": {
            "name": corpus.name,
            "version": corpus.version,
            "sha256": corpus.sha256,
            "documents": len(corpus),
            "claims": len(corpus.claims),
        },
        "split": report.split,
        "language": report.language,
        "seed": report.seed,
        "resamples": report.resamples,
        "default": report.default,
        "systems": {
            system.name: {
                "kind": system.kind.value,
                "version": system.version,
                "options_digest": system.options_digest,
                "seconds": None if system.seconds is None else round(system.seconds, 3),
                "megabytes": None if system.megabytes is None else round(system.megabytes, 1),
            }
            for system in report.systems
        },
    }
    rows = tuple(_row(system.name, one) for system in report.systems for one in system.score)
    return Run(manifest, rows)


def _row(system: str, one: DocumentScore) -> Row:
    missed, false = set(one.missed()), set(one.spurious())
    return Row(
        system=system,
        document=one.document_id,
        language=one.language,
        counts={level: one.counts(level) for level in LEVELS},
        found=_keyed(claim for index, claim in enumerate(one.gold) if index not in missed),
        missed=_keyed(one.gold[index] for index in sorted(missed)),
        false=_keyed(one.predicted[index] for index in sorted(false)),
    )


def _keyed(claims: Iterable[TransferClaim]) -> dict[str, str]:
    found: dict[str, str] = {}
    for claim in claims:
        name, again = claim.id, 2
        while name in found:  # the same claim twice: two claims of the count
            name, again = f"{claim.id}#{again}", again + 1
        found[name] = key(claim)
    return found


def key(claim: TransferClaim) -> str:
    """What a claim says at claim level, on one line and without words of the text.

    Examples
    --------
    >>> from armstrade import corpora
    >>> key(corpora.load("newsroom/de/dev")[0].claims[0])
    'FR → EG ship ordered'
    """

    def party(one: Party | None) -> str:
        return (one and one.key) or "?"

    parts = [f"{party(claim.supplier)} → {party(claim.recipient)}", claim.materiel.category.value,
             claim.stage.value]  # fmt: skip
    if claim.polarity != "affirmed":
        parts.append(claim.polarity.value)
    return " ".join(parts)


def save(run: Run, path: str | Path) -> None:
    """Write a run to a file, or to a folder when `path` is one or ends with a slash.

    Folders on the way are made; an older run there is replaced.
    """
    target = Path(path)
    manifest = json.dumps(run.manifest, ensure_ascii=False)
    rows = "".join(
        json.dumps(_packed(row), ensure_ascii=False, separators=(",", ":")) + "\n"
        for row in run.rows
    )
    try:
        if target.is_dir() or str(path).endswith("/"):
            target.mkdir(parents=True, exist_ok=True)
            pretty = json.dumps(run.manifest, ensure_ascii=False, indent=2)
            _write(target / "manifest.json", pretty + "\n")
            _write(target / "rows.jsonl", rows)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(target, manifest + "\n" + rows)
    except OSError as error:
        raise InputError(f"cannot write the run: {error.strerror}", path=str(path)) from None


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _packed(row: Row) -> dict[str, Any]:
    return {
        "system": row.system,
        "document": row.document,
        "language": row.language,
        **{level: [one.tp, one.fp, one.fn] for level, one in row.counts.items()},
        "found": row.found,
        "missed": row.missed,
        "false": row.false,
    }


def load_run(path: str | Path) -> Run:
    """Read what `save` wrote.

    Raises
    ------
    InputError
        When there is no run at `path`.
    """
    source = Path(path)
    try:
        if source.is_dir():
            head = (source / "manifest.json").read_text(encoding="utf-8")
            lines = (source / "rows.jsonl").read_text(encoding="utf-8").splitlines()
        else:
            head, *lines = source.read_text(encoding="utf-8").splitlines() or [""]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"cannot read the run: {error}; write one with 'armstrade bench --save'",
            path=str(path),
        ) from None
    try:
        manifest = json.loads(head)
        if manifest["armstrade run"] != FORMAT:
            raise InputError(
                f"a run of format {manifest['armstrade run']!r}; this version reads {FORMAT}, "
                "run the benchmark again",
                path=str(path),
            )
        rows = tuple(_unpacked(json.loads(line)) for line in lines if line)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"no run ({type(error).__name__}: {error}); write one with 'armstrade bench --save'",
            path=str(path),
        ) from None
    return Run(manifest, rows)


def _unpacked(row: Mapping[str, Any]) -> Row:
    return Row(
        system=row["system"],
        document=row["document"],
        language=row["language"],
        counts={level: Counts(*row[level]) for level in LEVELS},
        found=dict(row["found"]),
        missed=dict(row["missed"]),
        false=dict(row["false"]),
    )
