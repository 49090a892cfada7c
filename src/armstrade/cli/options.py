"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from .common import default_extractors

_FUZZY = "fuzzy"

Examples = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Gold documents (.jsonl) for the extractor fuzzy to reason from, which then runs "
        "too; may be given several times.",
        show_default=False,
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="Language of documents that do not say, two letters: de, en, or any other that "
        "--examples are in.  [default: detected]",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Date of publication of documents that do not say: 2023, 2023-11 or 2023-11-08. "
        '"Last week" is counted from it.',
        show_default=False,
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Encoding of files that are not UTF-8.", show_default=False),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Stop at the first input or plugin that fails.")
]


def with_examples(
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
