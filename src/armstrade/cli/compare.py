"""``armstrade compare``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .common import split_names, write_file
from .options import Encoding, Examples, Language, Published, Strict, with_examples
from .tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrade.claims import Document


def compare(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE",
            help="A file, a folder with one article, or - for standard input.",
            show_default=False,
        ),
    ],
    extractors: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Extractors to compare, separated by commas.  [default: all that are installed]",
            show_default=False,
        ),
    ] = None,
    combine: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="How their claims become one list, shown in the last column.  [default: that of "
            "'armstrade extract']",
            show_default=False,
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Also write a page with the article beside the statements.",
            show_default=False,
        ),
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Which document of a file or folder that holds several.",
            show_default=False,
        ),
    ] = None,
    examples: Examples = None,
    language: Language = None,
    published: Published = None,
    encoding: Encoding = None,
    strict: Strict = False,
) -> None:
    """Put extractors side by side on one article.

    Each statement is shown once, with what every extractor says in each slot; slots in which
    they differ are marked with ≠.

    \b
    Examples:
      armstrade compare article.txt --published 2023-11-08
      armstrade compare article.txt --extractors rules,fuzzy --html compared.html
      armstrade compare feed.jsonl --document story-17
    """

    from armstrade.errors import InputError
    from armstrade.pipeline import Pipeline
    from armstrade.reading.sources import read_sources
    from armstrade.report.comparison import compare as side_by_side
    from armstrade.report.comparison_table import print_comparison

    from .table_sink import console_for

    try:
        items = read_sources([article], language=language, published=published, encoding=encoding)
    except InputError as error:
        raise typer.BadParameter(str(error)) from None
    tally = Tally(strict=strict)
    names = _installed() if extractors is None else split_names(extractors)
    options: dict[str, Any] = {}
    if examples:
        names, options = with_examples(names, examples)
    chosen: dict[str, Any] = {} if combine is None else {"combine": combine}
    pipeline = Pipeline(extractors=names, options=options, strict=strict, **chosen)
    tally.tell_failed_plugins()
    one = _the_one(tally.documents(items), document, article)
    if one is not None:
        result = pipeline.run(one)
        tally.add(result)
        found = side_by_side(
            one, result.outcomes, combined=result.claims, combiner=pipeline.combiner.name
        )
        print_comparison(console_for(sys.stdout), found)
        if html is not None:
            from armstrade.report.comparison_page import comparison_page

            write_file(html, comparison_page(found), option="--html")
    tally.close()


def _installed() -> list[str]:
    from armstrade.plugins import default_registry

    return [one.name for one in default_registry().extractors()]


def _the_one(documents: Iterable[Document], wanted: str | None, source: str) -> Document | None:
    """The document that is meant; none when it could not be read, which has been told."""
    from armstrade.errors import InputError, UnknownNameError

    found = list(documents)
    if wanted is not None:
        for one in found:
            if one.id == wanted:
                return one
        raise UnknownNameError(f"document in {source}", wanted, [one.id for one in found])
    if len(found) > 1:
        raise InputError(
            f"holds {len(found)} documents; choose one with --document, such as {found[0].id}",
            path=source,
        )
    return found[0] if found else None
