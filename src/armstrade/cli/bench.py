"""``armstrade bench``."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from armstrade.report.plain import printable

from .common import FAILED, complain, default_extractors, split_names

if TYPE_CHECKING:
    from armstrade.benchmark import Errors, Report


class BenchFormat(StrEnum):
    """How the scores are printed."""

    TABLE = "table"
    JSON = "json"


def bench(
    corpus: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="newsroom, newsroom/de, newsroom/negative, seeds, a plugin's corpus, or the path "
            "of a .jsonl file with gold.",
        ),
    ] = "newsroom",
    split: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Part of the corpus: train, dev, test.  [default: dev for newsroom]",
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
            help="Extractors to compare, separated by commas.  [default: those that run by "
            "default]",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        BenchFormat,
        typer.Option("--format", "-f", metavar="table|json", help="How to print the scores."),
    ] = BenchFormat.TABLE,
    noise: Annotated[
        bool,
        typer.Option(
            "--noise",
            help="Instead: the F1 of each extractor on the same texts with noise in them "
            "(scanned, mistyped, transliterated, hyphenated …).",
        ),
    ] = False,
    seed: Annotated[int, typer.Option(metavar="NUMBER", help="Of the noise.")] = 0,
    errors: Annotated[
        bool, typer.Option("--errors", help="Also list the missed and the false claims.")
    ] = False,
) -> None:
    """Score extractors against gold claims.

    \b
    Examples:
      armstrade bench
      armstrade bench --language de --extractors rules --errors
      armstrade bench --corpus seeds
      armstrade bench --extractors rules,fuzzy --noise
      armstrade bench --corpus my-gold.jsonl --format json > scores.json

    A gold file holds one document a line, with its "claims"; see the page on corpora in the
    documentation.
    """
    from armstrade.benchmark import benchmark

    names = split_names(extractors) if extractors is not None else default_extractors()
    head, *parts = corpus.split("/")
    if split is None and head == "newsroom" and all(len(part) == 2 for part in parts):
        # Looking at the test split is a decision, never a default.
        split = "dev"
    if noise:
        _print_robustness(names, corpus, split, language, seed, format)
        return
    report = benchmark(names, corpus=corpus, split=split, language=language)
    if format is BenchFormat.JSON:
        found = report.to_dict()
        if errors:
            found["errors"] = {name: _listed(report, name) for name in names}
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        typer.echo(report.table())
        if errors:
            for name in names:
                typer.echo("\n" + _printable_lines(str(_errors_of(report, name))))
    for name, failures in report.failures.items():
        complain(f"{name} failed on {len(failures)} documents, first {failures[0]}")
    if report.failures:
        raise typer.Exit(FAILED)


def _print_robustness(
    names: list[str],
    corpus: str,
    split: str | None,
    language: str | None,
    seed: int,
    format: BenchFormat,
) -> None:
    """F1 of the extractors by kind and level of noise."""
    from armstrade.benchmark import robustness
    from armstrade.corpora import load

    found = robustness(names, load(corpus, split=split, language=language), seed=seed)
    if format is BenchFormat.JSON:
        typer.echo(json.dumps(found.to_dict(), indent=2, ensure_ascii=False))
    else:
        typer.echo(found.table())


def _listed(report: Report, name: str) -> list[dict[str, Any]]:
    return [
        {
            "kind": error.kind,
            "document_id": error.document.id,
            "gold": error.gold and error.gold.model_dump(mode="json"),
            "predicted": error.predicted and error.predicted.model_dump(mode="json"),
        }
        for error in _errors_of(report, name)
    ]


def _errors_of(report: Report, name: str) -> Errors:
    """What one extractor missed and what it claimed wrongly."""
    from armstrade.benchmark import errors

    return errors(report, name)


def _printable_lines(text: str) -> str:
    return "\n".join(printable(line) for line in text.split("\n"))
