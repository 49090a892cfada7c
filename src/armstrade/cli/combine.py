"""``armstrade combine``."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .common import default_extractors, split_names
from .progress import track

if TYPE_CHECKING:
    from armstrade.corpora import Corpus
    from armstrade.plugins.outcome import Outcome

    Runs = dict[str, tuple[Outcome, ...]]

combine = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Fit how the claims of several extractors become one list.",
)


class Kind(StrEnum):
    """What is fitted on gold."""

    STACKED = "stacked"
    WEIGHTED = "weighted"


@combine.callback()
def _group() -> None:
    """A group with one command for now."""


@combine.command("fit")
def fit(
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="The combiner to write (.json).")
    ],
    corpus: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Gold to fit on: a corpus, or the path of a .jsonl file; with --without-gold, "
            "articles.",
        ),
    ] = "newsroom",
    split: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Part of the corpus, or several, separated by commas.  [default: "
            "calibration,negative for newsroom]",
            show_default=False,
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Only documents in this language.", show_default=False),
    ] = None,
    extractors: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Extractors to combine, separated by commas.  [default: those that run by "
            "default]",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        Kind, typer.Option(metavar="stacked|weighted", help="What to fit.")
    ] = Kind.STACKED,
    without_gold: Annotated[
        bool,
        typer.Option(
            "--without-gold",
            help="Instead: estimate how reliable three or more extractors are from their "
            "agreement; the gold is not looked at.",
        ),
    ] = False,
) -> None:
    """Fit a combiner on gold, for "extract --combine FILE" and "bench --combine FILE".

    The gold should be documents that none of the extractors was written or trained on: they
    look better than they are on what they have seen. Fitting on gold needs scikit-learn
    (pip install "armstrade[train]"); using the result does not.

    \b
    Examples:
      armstrade combine fit --corpus my-gold.jsonl --extractors rules,mine --out mine.json
      armstrade combine fit --corpus articles.jsonl --extractors rules,fuzzy,mine \\
          --without-gold --out mine.json
      armstrade extract articles/ --extractors rules,mine --combine mine.json
    """
    from armstrade.combine.shipped import to_dict

    names = sorted(split_names(extractors) if extractors is not None else default_extractors())
    head, *parts = corpus.split("/")
    if split is None and head == "newsroom" and all(len(part) == 2 for part in parts):
        split = "calibration,negative"
    gold = _gold(corpus, split, language)
    runs = _run(gold, names)
    if without_gold:
        fitted = _estimated(runs)
    else:
        fitted = _fitted(gold, runs, names, kind)
    packed = to_dict(fitted, **_manifest(gold, runs, names))
    text = json.dumps(packed, indent=1, ensure_ascii=False) + "\n"
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        from armstrade.errors import InputError

        raise InputError(
            f"cannot be written: {error.strerror}; check --out", path=str(out)
        ) from None


def _gold(corpus: str, splits: str | None, language: str | None) -> Corpus:
    """One corpus of all the parts named."""
    from armstrade.corpora import Corpus, load

    parts = [
        load(corpus, split=split, language=language)
        for split in (split_names(splits) if splits is not None else [None])
    ]
    first, *others = parts
    if not others:
        return first
    return Corpus(
        " + ".join(part.name for part in parts),
        first.version,
        first.licence,
        hashlib.sha256("".join(str(part.sha256) for part in parts).encode()).hexdigest(),
        tuple(document for part in parts for document in part),
    )


def _run(gold: Corpus, names: list[str]) -> Runs:
    from armstrade.pipeline import extract_many

    results = extract_many([one.document for one in gold], extractors=names, combine="union")
    return {result.document.id: result.outcomes for result in track(results)}


def _fitted(gold: Corpus, runs: Runs, names: list[str], kind: Kind) -> dict[str, Any]:
    """For each set of the extractors, as any of them may abstain from a document."""
    from armstrade.benchmark.fitting import fit as fit_on
    from armstrade.combine.shipped import team

    found: dict[str, Any] = {}
    for size in range(1, len(names) + 1):
        for some in combinations(names, size):
            part = {
                name: [one for one in outcomes if one.extractor in some]
                for name, outcomes in runs.items()
            }
            fitted = fit_on(gold, part)
            found[team(some)] = fitted.stacked if kind is Kind.STACKED else fitted.weighted
            typer.echo(_summary(team(some), fitted), err=True)
    return found


def _summary(name: str, fitted: Any) -> str:
    return f"{name}: {fitted.figures()}"


def _estimated(runs: Runs) -> dict[str, Any]:
    from armstrade.combine.estimate import estimate
    from armstrade.combine.shipped import team
    from armstrade.combine.weighted import Weighing

    found = Weighing("agreement", estimate(runs.values()))
    names = sorted(found.reliabilities.extractors)
    # The weights of all serve any of them.
    return {
        team(some): found for size in range(1, len(names) + 1) for some in combinations(names, size)
    }


def _manifest(gold: Corpus, runs: Runs, names: list[str]) -> dict[str, Any]:
    """What the combiner was fitted on."""
    from armstrade._version import __version__
    from armstrade.plugins import default_registry
    from armstrade.plugins.runner import capabilities

    registry = default_registry()
    versions = {name: capabilities(registry.extractor(name)).version for name in names}
    return {
        "armstrade": __version__,
        "extractors": versions,
        "corpus": gold.name,
        "version": gold.version,
        "sha256": gold.sha256,
        "documents": len(runs),
        "claims": len(gold.claims),
    }
