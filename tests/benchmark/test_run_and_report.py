"""From extractors to a report."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

import armstrade
from armstrade import corpora
from armstrade.benchmark import (
    Report,
    Score,
    SystemReport,
    benchmark,
    difference,
    errors,
    interval,
    score,
)
from armstrade.benchmark.errors import KINDS
from armstrade.claims import Document, Party, Stage, TransferClaim
from armstrade.corpora import Corpus
from armstrade.errors import InputError, UnknownNameError


class Oracle:
    """Says what the gold says, but for what `change` makes of it."""

    version = "1"
    languages = ("de", "en")

    def __init__(self, gold: Corpus, name: str = "oracle", change: Any = lambda claims: claims):
        self.name = name
        self.gold = {one.id: one.claims for one in gold}
        self.change = change

    def extract(self, reading: Any) -> Iterable[TransferClaim]:
        return list(self.change(self.gold[reading.document.id]))


class Crasher:
    name = "crasher"
    languages = ("de",)

    def extract(self, reading: Any) -> Iterable[TransferClaim]:
        raise ZeroDivisionError("no")


def changed(claim: TransferClaim, **slots: object) -> TransferClaim:
    data = claim.model_dump(exclude={"id"}) | slots
    return TransferClaim.model_validate(data)


def test_an_oracle_is_perfect_and_a_crash_costs_the_others_nothing(dev: Corpus) -> None:
    report = benchmark([Oracle(dev), Crasher()], corpus=dev)
    assert [system.name for system in report][:2] == ["oracle", "crasher"]
    assert report["oracle"].score.full.f1 == 1.0
    assert report["crasher"].score.claim.tp == 0
    german = sum(gold.document.language == "de" for gold in dev)
    assert report["crasher"].statuses == {"failed": german, "abstained": len(dev) - german}
    assert list(report.failures) == ["crasher"]
    assert "ZeroDivisionError" in report.failures["crasher"][0].what
    assert "crasher: failed on" in report.table()
    assert report["cooccurrence"].score.claim.f1 < 0.5


def test_the_package_is_the_function(dev: Corpus) -> None:
    report = armstrade.benchmark(["nothing"], corpus=dev, baselines=False)  # type: ignore[operator]
    (system,) = report
    assert system.score.claim.fn == len(dev.claims)
    assert system.score.false_alarms.right == 0


def test_ratios_of_nothing_are_dashes_in_the_table(dev: Corpus) -> None:
    silent = replace(dev, documents=tuple(gold for gold in dev if not gold.claims))
    assert silent.documents
    report = benchmark(["nothing"], corpus=silent, baselines=False)
    parts = report.table().split("\n\n")
    assert parts[1].splitlines()[1].split()[2:] == ["–"] * 9
    assert parts[2].splitlines()[1].split()[:5] == ["nothing", "–", "0", "0", "0"]


def test_unknown_names_and_bare_strings_are_explained(dev: Corpus) -> None:
    with pytest.raises(UnknownNameError):
        benchmark(["ruels"], corpus=dev)
    with pytest.raises(InputError, match=r"\['nothing'\]"):
        benchmark("nothing", corpus=dev)  # type: ignore[arg-type]
    with pytest.raises(UnknownNameError, match="newsroom"):
        benchmark(["nothing"], corpus="newsrom")
    with pytest.raises(UnknownNameError, match="Did you mean 'nothing'"):
        benchmark(["nothing"], corpus=dev, baselines=False)["nothin"]


def test_a_combination_is_one_more_system_without_the_baseline(dev: Corpus) -> None:
    one = Oracle(dev, "left", lambda claims: claims[::2])
    other = Oracle(dev, "right", lambda claims: claims[1::2])
    report = benchmark([one, other], corpus=dev, combine="union")
    assert [system.name for system in report] == [
        "left", "right", "stacked", "union", "vote", "oracle", "cooccurrence", "nothing",
    ]  # fmt: skip
    together, alone = report["union"].score.claim, report["left"].score.claim
    assert together.recall > 0.9 > alone.recall
    assert together.precision == alone.precision == 1.0


def test_predictions_for_unknown_documents_are_refused(dev: Corpus) -> None:
    with pytest.raises(InputError, match="'elsewhere'"):
        score(dev, {"elsewhere": []})
    with pytest.raises(InputError, match="unique"):
        score([dev[0], dev[0]], {})
    assert score(dev, {}).claim.fn == len(dev.claims)


def everything_wrong(claims: Iterable[TransferClaim]) -> Iterator[TransferClaim]:
    for number, claim in enumerate(claims):
        kind = number % 6
        if kind == 0 and claim.supplier and claim.recipient:
            yield changed(claim, supplier=claim.recipient, recipient=claim.supplier)
        elif kind == 1:
            yield changed(claim, stage=Stage.SOUGHT)
        elif kind == 2:
            yield changed(claim, quantity=None)
        elif kind == 3:
            somebody = Party(id="XK", country="XK", span=claim.materiel.span)
            yield changed(claim, recipient=somebody)
        elif kind == 4:
            yield claim
            yield claim
        # kind 5: missed


@pytest.mark.parametrize("level", ["triple", "claim", "full"])
@pytest.mark.parametrize("seed", range(4))
def test_every_error_has_one_class_and_classes_sum_to_the_gap(
    dev: Corpus, damage: Callable[[Corpus, int], Any], level: str, seed: int
) -> None:
    predicted = damage(dev, seed)
    report = Report(dev, (SystemReport("wrong", score(dev, predicted)),))
    found = errors(report, level=level)
    missed = [(id(error.gold), error.kind) for error in found if error.gold is not None]
    false = [(id(error.predicted), error.kind) for error in found if error.predicted is not None]
    counts = report["wrong"].score.counts(level)
    assert len(missed) == counts.fn > 0
    assert len(false) == counts.fp > 0
    rows = {row.document_id: row for row in report["wrong"].score}
    for gold in dev:
        row = rows[gold.id]
        mine = [error for error in found if error.document.id == gold.id]
        assert sorted(id(error.gold) for error in mine if error.gold is not None) == sorted(
            id(row.gold[index]) for index in row.missed(level)
        )
        assert sorted(
            id(error.predicted) for error in mine if error.predicted is not None
        ) == sorted(id(row.predicted[index]) for index in row.spurious(level))
    assert set(found.kinds) <= set(KINDS)
    shuffled = {name: claims[::-1] for name, claims in predicted.items()}
    again = errors(Report(dev, (SystemReport("wrong", score(dev, shuffled)),)), level=level)
    assert again.kinds == found.kinds


@pytest.mark.parametrize("level", ["triple", "claim", "full"])
def test_errors_add_up_to_the_gap(dev: Corpus, level: str) -> None:
    predicted = {gold.id: list(everything_wrong(gold.claims)) for gold in dev}
    report = Report(dev, (SystemReport("wrong", score(dev, predicted)),))
    found = errors(report, level=level)
    counts = report["wrong"].score.counts(level)
    assert sum(error.gold is not None for error in found) == counts.fn > 0
    assert sum(error.predicted is not None for error in found) == counts.fp > 0
    assert sum(found.kinds.values()) == len(found)
    assert {"direction", "party", "missed", "split"} <= set(found.kinds)
    if level != "triple":
        assert "stage" in found.kinds
    assert ("number" in found.kinds) == (level == "full")


def test_error_page_is_readable(dev: Corpus) -> None:
    predicted = {gold.id: list(everything_wrong(gold.claims)) for gold in dev}
    report = Report(dev, (SystemReport("wrong", score(dev, predicted)),))
    found = errors(report)
    page = str(found)
    assert max(map(len, page.splitlines())) <= 100
    first = next(error for error in found if error.kind == "direction")
    assert first.gold is not None
    assert str(first).splitlines()[0].startswith(f"{first.document.id}  direction")
    assert first.gold.evidence[0].text.split()[0] in str(first)
    assert set(found.only("direction").kinds) == {"direction"}
    assert {e.document.id for e in found.only(document_id=dev[0].id)} <= {dev[0].id}
    assert len(found[:2]) == 2


def test_tables_fit_in_100_columns(dev: Corpus) -> None:
    predicted = {gold.id: list(everything_wrong(gold.claims)) for gold in dev}
    system = SystemReport("a-rather-long-name", score(dev, predicted), seconds=1234.5)
    text = Report(dev, (system,)).table(detail=True)
    assert max(map(len, text.splitlines())) <= 100
    for word in ("newsroom/dev 1.6.0", "attribution", "negotiated", "air_defence", " de ", " en "):
        assert word in text


def test_plain_values_hold_manifest_scores_and_rows(dev: Corpus) -> None:
    report = benchmark([Oracle(dev)], corpus=dev, baselines=False)
    plain = json.loads(json.dumps(report.to_dict()))
    assert plain["corpus"]["sha256"] == dev.sha256
    oracle = plain["systems"]["oracle"]
    assert oracle["claim"]["f1"] == 1.0
    assert oracle["intervals"]["claim"]["f1"] == [1.0, 1.0]
    assert sorted(oracle["languages"]) == ["de", "en"]
    assert len(plain["rows"]) == len(dev)
    assert sum(row["claim"] for row in plain["rows"]) == len(dev.claims)


def test_intervals_hold_the_figure_and_repeat(dev: Corpus) -> None:
    half = score(dev, {gold.id: gold.claims[::2] for gold in dev})
    bounds = interval(half)
    assert bounds.low < half.claim.f1 < bounds.high
    assert interval(half) == bounds
    assert interval(half, seed=1) != bounds
    narrow = interval(half, confidence=0.5)
    assert bounds.low < narrow.low < narrow.high < bounds.high


def test_difference_is_paired(dev: Corpus) -> None:
    half = score(dev, {gold.id: gold.claims[::2] for gold in dev})
    full = score(dev, {gold.id: gold.claims for gold in dev})
    better = difference(full, half)
    assert better.value == pytest.approx(1 - half.claim.f1)
    assert 0 < better.interval.low < better.value < better.interval.high
    assert better.p < 0.01
    same = difference(half, half)
    assert (same.value, same.interval.low, same.p) == (0.0, 0.0, 1.0)
    with pytest.raises(ValueError, match="different documents"):
        difference(half, Score())


def test_an_empty_corpus_is_no_special_case() -> None:
    nothing = Corpus("empty", None, "own", "", ())
    report = benchmark(["nothing"], corpus=nothing)
    assert report["nothing"].score.claim.f1 == 1.0
    assert "0 documents" in report.table(detail=True)


def test_one_claim_on_an_empty_document_is_a_false_alarm(dev: Corpus) -> None:
    empty = corpora.GoldDocument(Document(id=dev.claims[0].document_id, text="x"))
    result = score([empty], {empty.id: [dev.claims[0]]})
    assert result.false_alarms.value == 1.0
    assert result.false_claims_per_1000 == 1000
    assert result.claim.precision == result.claim.recall == 0.0
