"""``armstrade bench errors``."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from armstrade.errors import InputError, UnknownNameError
from armstrade.report.plain import printable

from .bench_options import (
    BenchFormat,
    CorpusOption,
    ExtractorsOption,
    FormatOption,
    JobsOption,
    LanguageOption,
    Level,
    SplitOption,
    names_of,
)
from .benching import complain_of_failures, run_benchmark
from .common import split_names

if TYPE_CHECKING:
    from armstrade.benchmark import Errors

PER_PAGE = 10


def errors(
    corpus: CorpusOption = "newsroom",
    split: SplitOption = None,
    language: LanguageOption = None,
    extractors: ExtractorsOption = None,
    system: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Whose errors: an extractor, or a combination of them such as union.  "
            "[default: the first extractor]",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Only errors of these classes, separated by commas: direction, party, materiel, "
            "stage, scope, number, boundary, merged, split, missed, spurious.",
            show_default=False,
        ),
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only errors in this document.", show_default=False),
    ] = None,
    level: Annotated[
        Level,
        typer.Option(metavar="triple|claim|full", help="How much of a claim must be right."),
    ] = Level.CLAIM,
    page: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER",
            min=1,
            help="Show this page.  [default: the first on a terminal, all of them in a pipe]",
            show_default=False,
        ),
    ] = None,
    per_page: Annotated[int, typer.Option(metavar="NUMBER", min=1, help="Errors on a page.")] = (
        PER_PAGE
    ),
    format: FormatOption = BenchFormat.TABLE,
    jobs: JobsOption = None,
) -> None:
    """Walk through the errors of one system, each with its class, its claims and its text.

    \b
    Examples:
      armstrade bench errors
      armstrade bench errors --kind direction,stage --page 2
      armstrade bench errors --extractors rules,fuzzy --system union --document de-dev-07
      armstrade bench errors --split train --language en | less
    """
    from armstrade.benchmark.errors import KINDS

    kinds = split_names(kind) if kind is not None else []
    for name in kinds:
        if name not in KINDS:
            raise UnknownNameError("class of errors", name, KINDS)
    names = names_of(extractors)
    report = run_benchmark(
        names, corpus, split, language, jobs=jobs, baselines=system not in (None, *names)
    )
    if document is not None and document not in {gold.id for gold in report.corpus}:
        raise UnknownNameError("document", document, [gold.id for gold in report.corpus])
    every = report.errors(system, level=level.value)
    found = every.only(*kinds, document_id=document)
    first, last = _bounds(len(found), page, per_page)
    if format is BenchFormat.JSON:
        typer.echo(json.dumps(listed(found[first:last]), indent=2, ensure_ascii=False))
    else:
        typer.echo(printable_lines(every.summary()) + "\n")
        for number, error in enumerate(found[first:last], start=first + 1):
            typer.echo(printable_lines(f"[{number}] {error}") + "\n")
        more = f"; --page {last // per_page + 1} goes on" if last < len(found) else ""
        shown = f"{first + 1}–{last} of {len(found)}" if found else "none"
        typer.echo(f"errors shown: {shown}{more}")
    complain_of_failures(report)


def _bounds(count: int, page: int | None, per_page: int) -> tuple[int, int]:
    if page is None:
        if not sys.stdout.isatty():
            return 0, count
        page = 1
    first = (page - 1) * per_page
    if first >= count and page > 1:
        pages = -(-count // per_page)
        raise InputError(f"there is no page {page}; the errors fill {pages}")
    return first, min(count, first + per_page)


def listed(found: Errors) -> list[dict[str, Any]]:
    """Errors as plain values."""
    return [
        {
            "kind": error.kind,
            "document_id": error.document.id,
            "gold": error.gold and error.gold.model_dump(mode="json"),
            "predicted": error.predicted and error.predicted.model_dump(mode="json"),
        }
        for error in found
    ]


def printable_lines(text: str) -> str:
    """Text of articles without what could steer the terminal."""
    return "\n".join(printable(line) for line in text.split("\n"))
