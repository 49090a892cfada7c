"""Runs extractors over documents, in this process or in several, and measures their memory."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from armstrade.claims import Document, TransferClaim
from armstrade.plugins.outcome import Outcome

if TYPE_CHECKING:
    from armstrade.pipeline import ExtractorName
    from armstrade.plugins.manager import Registry

Progress = Callable[[int, int], None]
"""Is told after each document how many are done, and of how many."""

CHUNK = 4
PROBE = 8
"""Documents that are enough to see how much memory an extractor takes: the longest."""


class _Apart:
    """Combines nothing: the outcomes are what is wanted."""

    name = "apart"

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        return []


@dataclass(frozen=True)
class _Job:
    """What a process needs to run extractors.

    Attributes
    ----------
    extractors, options, registry
        As for `armstrade.extract`.
    baselines
        Run on the same reading, but after the extractors and apart from them.
    """

    extractors: tuple[ExtractorName, ...]
    options: Mapping[str, Any] | None = None
    baselines: tuple[str, ...] = ()
    registry: Registry | None = None

    def runner(self) -> Callable[[Document], tuple[Outcome, ...]]:
        """What makes the outcomes of a document, all names looked up."""
        from armstrade.pipeline import Pipeline
        from armstrade.plugins.runner import run_extractors

        from .baselines import BASELINES

        chosen = [
            BASELINES[one]() if isinstance(one, str) and one in BASELINES else one
            for one in self.extractors
        ]
        pipeline = Pipeline(
            extractors=chosen, combine=_Apart(), options=self.options, registry=self.registry
        )
        beside = [BASELINES[name]() for name in self.baselines]

        def run(document: Document) -> tuple[Outcome, ...]:
            result = pipeline.run(document)
            return (*result.outcomes, *run_extractors(result.reading, beside))

        return run


def outcomes(
    documents: Sequence[Document],
    extractors: Sequence[ExtractorName],
    *,
    options: Mapping[str, Any] | None = None,
    baselines: Sequence[str] = (),
    registry: Registry | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> dict[str, tuple[Outcome, ...]]:
    """What each extractor and baseline says about each document, by its id.

    Parameters
    ----------
    jobs
        Number of processes. More than one only where extractors are given by name and are
        looked up in the registry of the process; the result is the same.
    """
    job = _Job(tuple(extractors), options, tuple(baselines), registry)
    run = job.runner()  # names and options are checked here, whoever works on them
    portable = registry is None and all(isinstance(one, str) for one in extractors)
    found = {}
    told = _in_processes(job, documents, jobs) if jobs > 1 and portable else map(run, documents)
    for done, (document, heard) in enumerate(zip(documents, told, strict=True), start=1):
        found[document.id] = heard
        if progress is not None:
            progress(done, len(documents))
    return found


def _in_processes(
    job: _Job, documents: Sequence[Document], jobs: int
) -> Iterator[tuple[Outcome, ...]]:
    # Fresh processes: forked ones inherit threads and locks of whatever the caller has loaded.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _begin, (job,)) as pool:
        yield from pool.map(_work, documents, chunksize=CHUNK)


_run: Callable[[Document], tuple[Outcome, ...]] | None = None


def _begin(job: _Job) -> None:
    global _run
    _run = job.runner()


def _work(document: Document) -> tuple[Outcome, ...]:
    if _run is None:
        raise RuntimeError("the process was not prepared")
    return _run(document)


def memory(
    documents: Sequence[Document],
    extractors: Sequence[str],
    *,
    options: Mapping[str, Any] | None = None,
    jobs: int = 1,
) -> dict[str, float]:
    """Greatest memory in MB of a process that reads with one extractor and does nothing else.

    Each extractor reads the `PROBE` longest of the documents. Empty where the system does not
    tell the memory of a process.
    """
    longest = sorted(documents, key=lambda one: (-len(one.text), one.id))[:PROBE]
    tasks = [
        _Job((name,), {name: options[name]} if options and name in options else None)
        for name in extractors
    ]
    context = multiprocessing.get_context("spawn")
    # One process for each: memory that one extractor took is not given back before the next.
    with ProcessPoolExecutor(jobs, context, max_tasks_per_child=1) as pool:
        found = list(pool.map(_probe, tasks, [longest] * len(tasks)))
    return {
        name: megabytes
        for name, megabytes in zip(extractors, found, strict=True)
        if megabytes is not None
    }


def _probe(job: _Job, documents: Sequence[Document]) -> float | None:
    run = job.runner()
    for document in documents:
        run(document)
    return _peak()


def _peak() -> float | None:
    """The greatest memory that this process has had, in MB of 10^6 bytes."""
    if sys.platform == "linux":
        # Not getrusage: its maximum may be that of the parent.
        with open("/proc/self/status", encoding="utf-8") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024 / 1e6
        return None
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak) / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6
