"""``armstrade bench`` and its commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from .bench_diff import diff
from .bench_errors import errors as list_errors
from .bench_errors import listed, printable_lines
from .bench_options import (
    BenchFormat,
    CorpusOption,
    ExtractorsOption,
    FormatOption,
    JobsOption,
    LanguageOption,
    SplitOption,
    names_of,
    split_of,
)
from .benching import complain_of_failures, run_benchmark
from .common import write_file

bench = typer.Typer(rich_markup_mode=None, invoke_without_command=True)
bench.command("errors")(list_errors)
bench.command()(diff)


@bench.callback()
def run(
    context: typer.Context,
    corpus: CorpusOption = "newsroom",
    split: SplitOption = None,
    language: LanguageOption = None,
    extractors: ExtractorsOption = None,
    combine: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="One more combination of the extractors to score: a combiner, or a file of "
            "'armstrade combine fit'.",
            show_default=False,
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="System that the others are tested against.  [default: the best extractor]",
            show_default=False,
        ),
    ] = None,
    detail: Annotated[
        bool,
        typer.Option(
            "--detail",
            help="Also agreement between extractors and, for each system, slots, stages, "
            "categories, slices, calibration and classes of errors.",
        ),
    ] = False,
    format: FormatOption = BenchFormat.TABLE,
    save: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE|FOLDER",
            help="Write the run there, to compare with later by 'bench diff': a .jsonl file, or "
            "an existing folder.",
            show_default=False,
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Also write the report as a page to browse, with every claim in its article.",
            show_default=False,
        ),
    ] = None,
    jobs: JobsOption = None,
    memory: Annotated[
        bool,
        typer.Option(
            "--memory/--no-memory",
            help="Measure how much memory each extractor takes, in a process of its own.",
        ),
    ] = True,
    noise: Annotated[
        bool,
        typer.Option(
            "--noise",
            help="Instead: the F1 of each extractor on the same texts with noise in them "
            "(scanned, mistyped, transliterated, hyphenated …).",
        ),
    ] = False,
    seed: Annotated[
        int, typer.Option(metavar="NUMBER", help="Of the intervals, the tests and the noise.")
    ] = 0,
    errors: Annotated[
        bool,
        typer.Option(
            "--errors", help="Also list the missed and the false claims; see bench errors."
        ),
    ] = False,
) -> None:
    """Score extractors and their combinations against gold claims.

    \b
    Examples:
      armstrade bench
      armstrade bench --language de --extractors rules --errors
      armstrade bench --extractors rules,fuzzy --detail
      armstrade bench --corpus seeds
      armstrade bench --extractors rules,fuzzy --noise
      armstrade bench --corpus my-gold.jsonl --format json > scores.json
      armstrade bench --save before.jsonl
      armstrade bench --extractors rules,fuzzy --html report.html

    A gold file holds one document a line, with its "claims"; see the page on corpora in the
    documentation.
    """
    if context.invoked_subcommand is not None:
        _insist_on_place(context)
        return
    names = names_of(extractors)
    if noise:
        _print_robustness(names, corpus, split_of(corpus, split), language, seed, format)
        return
    report = run_benchmark(
        names, corpus, split, language, jobs=jobs, combine=combine, against=against,
        measure_memory=memory, seed=seed,
    )  # fmt: skip
    if save is not None:
        report.save(save)
    if html is not None:
        write_file(html, report.to_html(), option="--html")
    if format is BenchFormat.JSON:
        found = report.to_dict()
        if errors:
            found["errors"] = {name: listed(report.errors(name)) for name in names}
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        typer.echo(report.table(detail=detail))
        if errors:
            for name in names:
                typer.echo("\n" + printable_lines(str(report.errors(name))))
    complain_of_failures(report)


def _insist_on_place(context: typer.Context) -> None:
    """Options before the name of a command would have no effect: say so."""
    for name in context.params:
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            command = context.invoked_subcommand
            raise typer.BadParameter(f"options of '{command}' stand behind it: bench {command} …")


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
