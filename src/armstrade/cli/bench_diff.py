"""``armstrade bench diff``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from armstrade.report.plain import printable

from .bench_options import BenchFormat, FormatOption
from .common import FAILED


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A run that 'bench --save' wrote.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The run to compare with it.")],
    format: FormatOption = BenchFormat.TABLE,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="End with exit code 1 when anything has changed."),
    ] = False,
) -> None:
    """Show what changed between two runs: the figures, and every claim gained and lost.

    \b
    Examples:
      armstrade bench --save before.jsonl
      armstrade bench --save after.jsonl
      armstrade bench diff before.jsonl after.jsonl

    Before a line, + is a gold claim now found, - one no longer found, ! a new false claim and ~ a
    false claim that is gone.
    """
    from armstrade.benchmark import diff as compare
    from armstrade.benchmark import load_run

    found = compare(load_run(old), load_run(new))
    if format is BenchFormat.JSON:
        typer.echo(json.dumps(found.to_dict(), indent=2, ensure_ascii=False))
    else:
        typer.echo("\n".join(printable(line) for line in str(found).split("\n")))
    if exit_code and not found.same:
        raise typer.Exit(FAILED)
