"""Runs extractors over a corpus, combines what they said, and scores all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from armstrade.claims import TransferClaim
from armstrade.corpora import Corpus, load
from armstrade.errors import InputError
from armstrade.plugins.outcome import Outcome

from .baselines import BASELINE, BASELINES
from .oracle import oracle
from .report import Failure, Kind, Report, SystemReport
from .running import Progress, memory, outcomes
from .score import Score, score

if TYPE_CHECKING:
    from armstrade.pipeline import ExtractorName
    from armstrade.plugins.manager import Registry
    from armstrade.plugins.protocols import Combiner

COMBINED = ("union", "vote")
"""Combiners that every combination has to beat."""


def benchmark(
    extractors: Sequence[ExtractorName],
    *,
    corpus: str | Path | Corpus = "newsroom",
    split: str | None = None,
    language: str | None = None,
    texts: str | Path | None = None,
    combine: str | Combiner | None = None,
    options: Mapping[str, Any] | None = None,
    baselines: bool = True,
    against: str | None = None,
    registry: Registry | None = None,
    jobs: int = 1,
    measure_memory: bool = False,
    progress: Progress | None = None,
    seed: int = 0,
    resamples: int = 1000,
) -> Report:
    """Run extractors over a corpus and score each of them and their combinations.

    Parameters
    ----------
    extractors
        Names or instances; each is scored alone.
    corpus, split, language, texts
        What to run on; see `armstrade.corpora.load`. A `Corpus` is taken as it is.
    combine
        Name of a combiner, the path of one that ``armstrade combine fit`` wrote, or one; its
        claims are scored as one more system of that name. ``agreement`` is estimated on the
        very outcomes it combines; it looks at no gold.
    options
        Values for the extractors' options, by name of extractor.
    baselines
        Whether what any system has to beat is shown beside them: nothing at all, keyword
        co-occurrence and, of two and more extractors, their default combination, union and
        majority vote and the oracle (`armstrade.benchmark.oracle`).
    against
        Name of the system that the others are tested against; default: the best extractor.
    registry
        Where names are looked up; default: that of the process.
    jobs
        Number of processes; the scores are the same with any. Extractors that are instances
        run in this one.
    measure_memory
        Whether each extractor, where given by name, is run once more in a process of its own
        to see how much memory it takes. Takes some seconds.
    progress
        Called after each document with how many are done and how many there are.
    seed, resamples
        Of the intervals and tests.

    Returns
    -------
    Report
        One system per extractor, in the order given, then the combinations, then baselines.
        The extractors run once; combinations are made of what they said. An extractor that
        failed on a document claims nothing there; `Report.failures` lists it.

    Raises
    ------
    UnknownNameError
        For an extractor, combiner, corpus, split, language or system that is not there.
    PluginError
        When an extractor is named twice.
    """
    if isinstance(extractors, str):
        raise InputError(f"extractors is a list: [{extractors!r}]")
    gold = corpus if isinstance(corpus, Corpus) else load(
        corpus, split=split, language=language, texts=texts, registry=registry
    )  # fmt: skip
    documents = [one.document for one in gold]
    names = [one if isinstance(one, str) else one.name for one in extractors]
    beside = [BASELINE] if baselines and BASELINE not in names else []
    default, combiners = _combiners(extractors, combine, options, registry, baselines=baselines)
    heard = outcomes(
        documents, extractors, options=options, baselines=beside, registry=registry,
        jobs=jobs, progress=progress,
    )  # fmt: skip
    own = {
        document_id: tuple(one for one in said if one.extractor in names)
        for document_id, said in heard.items()
    }
    megabytes = {}
    if measure_memory and registry is None:
        named = [one for one in extractors if isinstance(one, str)]
        megabytes = memory(documents, named, options=options, jobs=jobs)
    declared = _declared(extractors, options, registry)
    singles = [
        _alone(name, heard, gold, Kind.BASELINE if name in BASELINES else Kind.EXTRACTOR,
               megabytes=megabytes.get(name), declared=declared[name])
        for name in names
    ]  # fmt: skip
    spent = sum(one.seconds or 0.0 for one in singles)
    systems = singles + [_combined(one, own, gold, spent, kind) for one, kind in combiners]
    if baselines:
        if len(names) > 1:
            systems.append(_oracle(singles, gold))
        systems += [_alone(name, heard, gold, Kind.BASELINE) for name in beside]
        if "nothing" not in names:
            systems.append(SystemReport("nothing", score(gold, {}), Kind.BASELINE))
    report = Report(
        corpus=gold, systems=_told_apart(systems), outcomes=own,
        default=None if default is None else default.name, against=against,
        split=split, language=language, seed=seed, resamples=resamples,
    )  # fmt: skip
    if against is not None:
        report[against]  # a wrong name is told now
    return report


def _combiners(
    extractors: Sequence[ExtractorName],
    combine: str | Combiner | None,
    options: Mapping[str, Any] | None,
    registry: Registry | None,
    *,
    baselines: bool,
) -> tuple[Combiner | None, list[tuple[Combiner, Kind]]]:
    """The default combiner where it is shown, and all that are shown, each once."""
    from armstrade.pipeline import Pipeline, find_combiner
    from armstrade.plugins.manager import default_registry

    look_up = (registry or default_registry()).combiner
    wanted: list[tuple[Combiner, Kind]] = []
    default: Combiner | None = None
    if baselines and len(extractors) > 1:
        default = Pipeline(extractors=_instances(extractors), registry=registry).combiner
        wanted.append((default, Kind.COMBINATION))
    if combine is not None:
        asked = find_combiner(combine, registry or default_registry())
        wanted.append((asked, Kind.COMBINATION))
    if baselines and len(extractors) > 1:
        wanted += [(look_up(name).value, Kind.BASELINE) for name in COMBINED]
    return default, list({one.name: (one, kind) for one, kind in reversed(wanted)}.values())[::-1]


def _instances(extractors: Sequence[ExtractorName]) -> list[ExtractorName]:
    return [
        BASELINES[one]() if isinstance(one, str) and one in BASELINES else one for one in extractors
    ]


def _declared(
    extractors: Sequence[ExtractorName],
    options: Mapping[str, Any] | None,
    registry: Registry | None,
) -> dict[str, tuple[str, str | None]]:
    """Version and digest of the options, by name of extractor."""
    from armstrade.plugins.manager import default_registry
    from armstrade.plugins.runner import capabilities, make_options, options_digest

    found = {}
    for one in _instances(extractors):
        registered = (
            (registry or default_registry()).extractor(one) if isinstance(one, str) else one
        )
        declared = capabilities(registered)
        values = make_options(declared, (options or {}).get(declared.name))
        found[declared.name] = (declared.version, options_digest(values))
    return found


def _alone(
    name: str,
    heard: Mapping[str, Iterable[Outcome]],
    gold: Corpus,
    kind: Kind,
    *,
    megabytes: float | None = None,
    declared: tuple[str | None, str | None] = (None, None),
) -> SystemReport:
    predicted: dict[str, tuple[TransferClaim, ...]] = {}
    statuses: Counter[str] = Counter()
    failures: list[Failure] = []
    seconds, ungrounded = 0.0, 0
    for document_id, said in heard.items():
        outcome = next(one for one in said if one.extractor == name)
        predicted[document_id] = outcome.claims
        statuses[outcome.status.value] += 1
        seconds += outcome.seconds
        ungrounded += len(outcome.ungrounded)
        if outcome.error is not None:
            failures.append(Failure(document_id, str(outcome.error)))
    return SystemReport(
        name=name,
        score=score(gold, predicted),
        kind=kind,
        seconds=seconds,
        megabytes=megabytes,
        version=declared[0],
        options_digest=declared[1],
        statuses=dict(statuses),
        failures=tuple(failures),
        ungrounded=ungrounded,
    )


def _combined(
    combiner: Combiner,
    heard: Mapping[str, Sequence[Outcome]],
    gold: Corpus,
    spent: float,
    kind: Kind,
) -> SystemReport:
    from armstrade.combine.agreement import Agreement

    begun, name = perf_counter(), combiner.name
    if isinstance(combiner, Agreement):
        combiner = combiner.estimated(heard.values())
    predicted = {one.id: combiner.combine(heard[one.id], one.document) for one in gold}
    seconds = spent + perf_counter() - begun
    return SystemReport(name, score(gold, predicted), kind, seconds=seconds)


def _told_apart(systems: Iterable[SystemReport]) -> tuple[SystemReport, ...]:
    """Systems with names of their own: an extractor called "oracle" keeps its name."""
    taken: set[str] = set()
    found = []
    for one in systems:
        name = f"{one.name} ({one.kind})" if one.name in taken else one.name
        taken.add(name)
        found.append(replace(one, name=name))
    return tuple(found)


def _oracle(singles: Sequence[SystemReport], gold: Corpus) -> SystemReport:
    scores: list[Score] = [one.score for one in singles]
    return SystemReport("oracle", score(gold, oracle(scores)), Kind.BASELINE)
