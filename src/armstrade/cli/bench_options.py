"""The options that say what a benchmark is run on, shared by its commands."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .common import default_extractors, split_names

ALL = "all"
"""The name of all splits together."""


class BenchFormat(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"


class Level(StrEnum):
    """How much of a claim must be right."""

    TRIPLE = "triple"
    CLAIM = "claim"
    FULL = "full"


CorpusOption = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="newsroom, newsroom/de, newsroom/negative, seeds, a plugin's corpus, or the path "
        "of a .jsonl file with gold.",
    ),
]
SplitOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Part of the corpus: train, dev, test, or all for the three.  "
        "[default: dev for newsroom]",
        show_default=False,
    ),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="Only documents in this language.", show_default=False),
]
ExtractorsOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAMES",
        help="Extractors to compare, separated by commas.  [default: those that run by default]",
        show_default=False,
    ),
]
FormatOption = Annotated[
    BenchFormat,
    typer.Option("--format", "-f", metavar="table|json", help="How to print the result."),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        metavar="NUMBER",
        min=1,
        help="Processes to run in.  [default: as many as there are cores, fewer for few documents]",
        show_default=False,
    ),
]


def names_of(extractors: str | None) -> list[str]:
    """The extractors asked for, or those that run by default."""
    return split_names(extractors) if extractors is not None else default_extractors()


def split_of(corpus: str, split: str | None) -> str | None:
    """The split asked for, ``None`` for all; of newsroom ``dev`` when none is asked for."""
    if split == ALL:
        return None
    head, *parts = corpus.split("/")
    if split is None and head == "newsroom" and all(len(part) == 2 for part in parts):
        # Looking at the test split is a decision, never a default.
        return "dev"
    return split
