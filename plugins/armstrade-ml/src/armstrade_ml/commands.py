"""``armstrade ml train`` and ``armstrade ml evaluate``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from armstrade.corpora import Corpus

ml = typer.Typer(
    name="ml",
    help="Train the learned extractor on gold, and see how well it does.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


def _say(line: str) -> None:
    typer.echo(f"armstrade ml: {line}", err=True)


def _load(name: str, split: str | None, language: str | None = None) -> Corpus:
    from armstrade.corpora import load

    # "newsroom/plain" names its split already
    return load(name, split=split if name == "newsroom" else None, language=language)


@ml.command()
def train(
    out: Annotated[Path, typer.Option(help="Folder for the model; made if need be.")],
    corpus: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Gold to learn from: newsroom (its train split), newsroom/plain, or the path of "
            "a .jsonl file with gold; may be given several times.  [default: newsroom and "
            "newsroom/plain]",
            show_default=False,
        ),
    ] = None,
    tune: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Gold to calibrate and to choose thresholds on: newsroom (its dev split), a file, "
            "or none for cross-validation; may be given several times.  [default: newsroom when "
            "that is learned from, else none]",
            show_default=False,
        ),
    ] = None,
    shorten: Annotated[
        bool,
        typer.Option(help="Learn from shorter copies, without what no claim points at, too."),
    ] = False,
    vary: Annotated[
        bool,
        typer.Option(
            help="Put adverbials that name further parties into half of the documents, and learn "
            "from sentences alone, too."
        ),
    ] = True,
    documents: Annotated[
        int | None,
        typer.Option(help="Learn only from the first N documents, for a trial.", min=10),
    ] = None,
) -> None:
    """Train a model; the same gold gives the same model.

    Every bad row of a gold file is reported, with its line. Needs `armstrade-ml[train]`; takes
    about five minutes on one core for all of newsroom.

    \b
    Examples:
      armstrade ml train --out my-model
      armstrade ml train --corpus newsroom --corpus my-gold.jsonl --out my-model
    """
    from .training.train import train as fit

    names = corpus or ["newsroom", "newsroom/plain"]
    gold = [_load(name, "train") for name in names]
    if documents is not None:
        gold = [one[:documents] for one in gold]
    if tune is None:
        tune = ["newsroom"] if any(n.split("/")[0] == "newsroom" for n in names) else []
    held = [_load(name, "dev") for name in tune if name != "none"]
    model = fit(gold, held, shorten=shorten, vary=vary, report=_say)
    model.save(out)
    _say(f"the model is in {out}; use it with the option model={out}")
    _table(model.manifest["thresholds"])


def _table(thresholds: dict[str, dict[str, float]]) -> None:
    """The named thresholds and what each gives."""
    typer.echo("threshold    precision  recall  F1    false alarms")
    for name, found in thresholds.items():
        typer.echo(
            f"{name:<12} {found['precision']:<9.2f}  {found['recall']:<6.2f}  {found['f1']:<4.2f}  "
            f"{found['false_alarms']:.2f}"
        )


@ml.command()
def evaluate(
    corpus: Annotated[
        str, typer.Option(metavar="NAME", help="newsroom, or the path of a .jsonl file with gold.")
    ] = "newsroom",
    split: Annotated[str, typer.Option(help="Part of newsroom.")] = "dev",
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Only documents in this language.", show_default=False),
    ] = None,
    model: Annotated[
        Path | None,
        typer.Option(help="Folder of a model.  [default: the one shipped]", show_default=False),
    ] = None,
    threshold: Annotated[
        str, typer.Option(help="balanced, precise, sensitive, or a number in [0, 1].")
    ] = "balanced",
) -> None:
    """Score a model: triple, claim and full, calibration, and what each threshold gives.

    \b
    Examples:
      armstrade ml evaluate
      armstrade ml evaluate --model my-model --corpus my-gold.jsonl
    """
    from armstrade.benchmark import benchmark

    from . import MLExtractor
    from .training.evaluate import reliability

    gold = _load(corpus, split, language)
    folder = None if model is None else str(model)
    chosen: str | float = threshold
    if threshold.replace(".", "", 1).isdigit():
        chosen = float(threshold)
    report = benchmark(
        [MLExtractor()], corpus=gold, options={"ml": {"threshold": chosen, "model": folder}}
    )
    typer.echo(report.table())
    found = reliability(gold, folder)
    typer.echo(f"\nexpected calibration error {found.error:.3f} over {found.claims} claims")
    typer.echo("\nfor a precision of  keep claims from  and of the right ones found keep")
    for row in found.rows:
        typer.echo(f"{row.precision:<19.2f}  {row.probability:<16.2f}  {row.kept:.0%}")
