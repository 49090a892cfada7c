"""``armstrade bench``."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer


class BenchFormat(StrEnum):
    """How the scores are printed."""

    TABLE = "table"
    JSON = "json"


def bench(
    corpus: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="newsroom, seeds, a plugin's corpus, or the path of a .jsonl file with gold.",
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
        BenchFormat, typer.Option("--format", "-f", help="How to print the scores.")
    ] = BenchFormat.TABLE,
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
      armstrade bench --corpus my-gold.jsonl --format json > scores.json

    A gold file holds one document a line, with its "claims"; see the page on corpora in the
    documentation.
    """
    from armstrade.benchmark import benchmark
