"""``armstrade extract``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol, TextIO

import typer

from .common import FAILED, complain, default_extractors, split_names
from .progress import track

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrade.claims import Document, TransferClaim
    from armstrade.errors import ArmstradeError
    from armstrade.pipeline import RunResult

    class _Sink(Protocol):
        def write(self, document: Document, claims: Sequence[TransferClaim]) -> None: ...
        def close(self) -> None: ...


_FUZZY = "fuzzy"


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
    examples: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Gold documents (.jsonl) for the extractor fuzzy to reason from, which then runs "
            "too; may be given several times.",
            show_default=False,
        ),
    ] = None,
    combine: Annotated[
        str,
        typer.Option(metavar="NAME", help="How the claims of several extractors become one list."),
    ] = "union",
    language: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            help="Language of documents that do not say, two letters: de, en, or any other that "
            "--examples are in.  [default: detected]",
            show_default=False,
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Date of publication of documents that do not say: 2023, 2023-11 or 2023-11-08. "
            '"Last week" is counted from it.',
            show_default=False,
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Encoding of files that are not UTF-8.", show_default=False
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at the first input or plugin that fails.")
    ] = False,
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
    tally = _Tally(strict=strict)
    names = None if extractors is None else split_names(extractors)
    options: dict[str, Any] = {}
    if examples:
        names, options = _with_examples(names, examples)
    results = extract_many(
        tally.documents(items), extractors=names, combine=combine, options=options, strict=strict
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
            tally.add(result)
            sink.write(result.document, tuple(result.claims))
    finally:
        # Also after Ctrl-C: what was done is written before the process ends.
        sink.close()
        if output is not None:
            stream.close()
    tally.close()


def _with_examples(
    names: list[str] | None, examples: list[Path]
) -> tuple[list[str], dict[str, Any]]:
    """The extractors with `fuzzy` among them, and its options; bad examples are told at once."""
    from armstrade.corpora.jsonl import load_jsonl

    for path in examples:
        load_jsonl(path)
    wanted = default_extractors() if names is None else names
    if _FUZZY not in wanted:
        wanted = [*wanted, _FUZZY]
    return wanted, {_FUZZY: {"examples": examples}}


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


class _Tally:
    """Counts what went well and complains about what did not."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._claims = 0
        self._documents = 0
        self._failed = False
        self._told: set[tuple[str, str]] = set()
        self._ungrounded: Counter[str] = Counter()

    def tell_failed_plugins(self) -> None:
        """Name the plugins that did not load; that costs their claims, not the run."""
        from armstrade.plugins import default_registry

        for failure in default_registry().failures:
            complain(f"{failure}; it takes no part")

    def documents(self, items: Iterable[Document | ArmstradeError]) -> Iterator[Document]:
        """Pass the documents on and complain about the errors among them."""
        from armstrade.claims import Document

        for item in items:
            if isinstance(item, Document):
                if not item.text.strip():
                    complain(f"{item.id}: holds no text, so nothing is found in it")
                yield item
            elif self._strict:
                raise item
            else:
                self._failed = True
                complain(str(item))

    def add(self, result: RunResult) -> None:
        self._documents += 1
        self._claims += len(result.claims)
        self._tell_abstention(result)
        for outcome in result.outcomes:
            self._ungrounded[outcome.extractor] += len(outcome.ungrounded)
            if outcome.error is None:
                continue
            self._failed = True
            # The same fault in a thousand articles is one piece of news.
            fault = (outcome.extractor, outcome.error.type)
            if fault not in self._told:
                self._told.add(fault)
                complain(
                    f"{result.document.id}: {outcome.error}; its claims are missing, the other "
                    "extractors went on"
                )

    def _tell_abstention(self, result: RunResult) -> None:
        """Say why a document was not read by anybody, once for each reason."""
        if any(outcome.status != "abstained" for outcome in result.outcomes):
            return
        for outcome in result.outcomes:
            fault = (outcome.extractor, outcome.reason or "")
            if fault not in self._told:
                self._told.add(fault)
                complain(f"{result.document.id}: not read by {outcome.extractor}: {outcome.reason}")

    def close(self) -> None:
        for name, count in sorted(self._ungrounded.items()):
            if count:
                complain(
                    f"extractor {name!r}: {count} set apart, as the text does not hold their words"
                )
        if self._documents and not self._claims:
            complain("no transfer claims found")
        if self._failed:
            raise typer.Exit(FAILED)
