"""``armstrade extract``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol, TextIO

import typer

from .common import split_names
from .options import Encoding, Examples, Language, Published, Strict, with_examples
from .progress import track
from .tally import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrade.claims import Document, TransferClaim

    class _Sink(Protocol):
        def write(self, document: Document, claims: Sequence[TransferClaim]) -> None: ...
        def close(self) -> None: ...


def extract(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files, folders (searched for .txt .md .html .htm .jsonl .json) or - for "
            "standard input.",
            show_default=False,
        ),
    ],
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, jsonl, csv, html, or the name of a plugin's format.",
        ),
    ] = "table",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here instead of to standard output.",
            show_default=False,
        ),
    ] = None,
    extractors: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Extractors to run, separated by commas.  [default: those that run by default]",
            show_default=False,
        ),
    ] = None,
    examples: Examples = None,
    combine: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="How the claims of several extractors become one list: stacked, weighted, "
            "agreement, vote, union, intersection, a plugin's, or a file of "
            "'armstrade combine fit'.  [default: stacked; with --examples, on which it was "
            "not fitted, union]",
            show_default=False,
        ),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            metavar="P",
            min=0.0,
            max=1.0,
            help="Keep only claims that are this probably right, from 0 to 1; how many were set "
            "aside is told at the end.  [default: all that the combiner keeps]",
            show_default=False,
        ),
    ] = 0.0,
    language: Language = None,
    published: Published = None,
    encoding: Encoding = None,
    strict: Strict = False,
) -> None:
    """Read claims about arms transfers out of articles.

    Results appear as they come; what cannot be read is reported on standard error, one line
    each, and the rest is still done.

    \b
    Examples:
      armstrade extract article.txt --published 2023-11-08
      armstrade extract articles/ page.html --format csv --output claims.csv
      armstrade extract feed.jsonl --format jsonl | jq '.claims[].supplier.id'
      curl -s https://example.org/story | armstrade extract - --format html -o story.html
      armstrade extract article.txt --examples my_examples.jsonl
      armstrade extract articles/ --min-confidence 0.8 --format csv > register.csv

    A line of a .jsonl file is an object with "text" and, where known, "id", "language",
    "published" (such as "2023-11-08"), "title", "url" and "outlet".
    """
    from armstrade.errors import InputError
    from armstrade.pipeline import extract_many
    from armstrade.reading.sources import read_sources

    make_sink = _sink_maker(format)
    try:
        items = read_sources(sources, language=language, published=published, encoding=encoding)
    except InputError as error:
        raise typer.BadParameter(str(error)) from None
    tally = Tally(strict=strict, min_confidence=min_confidence)
    names = None if extractors is None else split_names(extractors)
    options: dict[str, Any] = {}
    if examples:
        names, options = with_examples(names, examples)
    results = extract_many(
        tally.documents(items),
        extractors=names,
        combine=combine,
        options=options,
        strict=strict,
    )
    tally.tell_failed_plugins()
    try:
        stream = sys.stdout if output is None else output.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}; check --output", path=str(output)
        ) from None
    sink = make_sink(stream)
    try:
        for result in track(results):
            sink.write(result.document, tally.add(result))
    finally:
        # Also after Ctrl-C: what was done is written before the process ends.
        sink.close()
        if output is not None:
            stream.close()
    tally.close()


def _sink_maker(format: str) -> Callable[[TextIO], _Sink]:
    """What writes a format; looked up first, so that a wrong name costs nothing."""
    if format == "table":
        from .table_sink import TableSink

        return TableSink
    from armstrade.export import find_writer

    make = find_writer(format)

    def start(stream: TextIO) -> _Sink:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", newline="")
        return make(stream)

    return start
