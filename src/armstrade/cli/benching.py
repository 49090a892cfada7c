"""Runs a benchmark for a command: corpus, processes, progress, failures."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import typer

from .bench_options import split_of
from .common import FAILED, complain
from .progress import counting

if TYPE_CHECKING:
    from armstrade.benchmark import Report

DOCUMENTS_PER_PROCESS = 60
"""Fewer are done sooner than another process has loaded the lexicon."""


def run_benchmark(
    names: list[str],
    corpus: str,
    split: str | None,
    language: str | None,
    *,
    jobs: int | None,
    **options: Any,
) -> Report:
    """Run it and tell on standard error how far it has come."""
    from armstrade.benchmark import benchmark
    from armstrade.corpora import load

    split = split_of(corpus, split)
    gold = load(corpus, split=split, language=language)
    if jobs is None:
        jobs = max(1, min(os.cpu_count() or 1, len(gold) // DOCUMENTS_PER_PROCESS))
    with counting() as progress:
        return benchmark(
            names, corpus=gold, split=split, language=language, jobs=jobs, progress=progress,
            **options,
        )  # fmt: skip


def complain_of_failures(report: Report) -> None:
    """One line for each extractor that failed, and the exit code that says so."""
    for name, failures in report.failures.items():
        complain(f"{name} failed on {len(failures)} documents, first {failures[0]}")
    if report.failures:
        raise typer.Exit(FAILED)
