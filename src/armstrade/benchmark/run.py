"""Runs extractors over a corpus and scores them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from armstrade.claims import TransferClaim
from armstrade.corpora import Corpus, load
from armstrade.errors import InputError

from .baselines import BASELINE, BASELINES
from .report import Failure, Report, SystemReport
from .score import score

if TYPE_CHECKING:
    from armstrade.pipeline import ExtractorName, RunResult
    from armstrade.plugins.manager import Registry


def benchmark(
    extractors: Sequence[ExtractorName],
    *,
    corpus: str | Path | Corpus = "newsroom",
    split: str | None = None,
    language: str | None = None,
    texts: str | Path | None = None,
    combine: str | None = None,
    options: Mapping[str, Any] | None = None,
    baselines: bool = True,
    registry: Registry | None = None,
) -> Report:
    """Run extractors over a corpus and score each against the gold.

    Parameters
    ----------
    extractors
        Names or instances; each is scored alone.
    corpus, split, language, texts
        What to run on; see `armstrade.corpora.load`. A `Corpus` is taken as it is.
    combine
        Name of a combiner; its claims are scored as one more system of that name.
    options
        Values for the extractors' options, by name of extractor.
    baselines
        Whether keyword co-occurrence (`armstrade.benchmark.baselines`) is run beside them.
    registry
        Where names are looked up; default: that of the process.

    Returns
    -------
    Report
        One system per extractor, in the order given, then the combiner, then baselines.
        An extractor that failed on a document claims nothing there; `Report.failures`
        lists it.

    Raises
    ------
    UnknownNameError
        For an extractor, corpus, split or language that is not there.
    """
    from armstrade.pipeline import extract_many

    if isinstance(extractors, str):
        raise InputError(f"extractors is a list: [{extractors!r}]")
    gold = corpus if isinstance(corpus, Corpus) else load(
        corpus, split=split, language=language, texts=texts, registry=registry
    )  # fmt: skip
    documents = [one.document for one in gold]
    chosen = [_baseline(one) for one in extractors]
    results = list(
        extract_many(
            documents,
            extractors=chosen,
            combine=combine or "union",
            options=options,
            registry=registry,
        )
    )
    systems = [_alone(name, results, gold) for name in _names(chosen)]
    if combine is not None:
        predicted = {result.document.id: result.claims for result in results}
        systems.append(SystemReport(name=combine, score=score(gold, predicted)))
    # Baselines run by themselves: they must not leak into the combination.
    if baselines and BASELINE not in _names(chosen):
        results = list(extract_many(documents, extractors=[BASELINES[BASELINE]()]))
        systems.append(_alone(BASELINE, results, gold))
    return Report(corpus=gold, systems=tuple(systems))


def _baseline(one: ExtractorName) -> ExtractorName:
    return BASELINES[one]() if isinstance(one, str) and one in BASELINES else one


def _names(extractors: Iterable[ExtractorName]) -> list[str]:
    return [one if isinstance(one, str) else one.name for one in extractors]


def _alone(name: str, results: Iterable[RunResult], gold: Corpus) -> SystemReport:
    predicted: dict[str, tuple[TransferClaim, ...]] = {}
    statuses: Counter[str] = Counter()
    failures: list[Failure] = []
    seconds, ungrounded = 0.0, 0
    for result in results:
        outcome = next(one for one in result.outcomes if one.extractor == name)
        predicted[result.document.id] = outcome.claims
        statuses[outcome.status.value] += 1
        seconds += outcome.seconds
        ungrounded += len(outcome.ungrounded)
        if outcome.error is not None:
            failures.append(Failure(result.document.id, str(outcome.error)))
    return SystemReport(
        name=name,
        score=score(gold, predicted),
        seconds=seconds,
        statuses=dict(statuses),
        failures=tuple(failures),
        ungrounded=ungrounded,
    )
