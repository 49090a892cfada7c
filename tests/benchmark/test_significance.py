"""Intervals, the paired test and Holm's correction."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrade.benchmark import (
    Counts,
    Report,
    Score,
    SystemReport,
    compare,
    figures,
    holm,
    interval,
    randomisation,
    score,
)
from armstrade.benchmark.bootstrap import METRICS, percentiles
from armstrade.benchmark.resampling import Packed, draws, exchanged, resampled
from armstrade.corpora import Corpus

Damage = Callable[[Corpus, int], dict[str, list]]  # type: ignore[type-arg]
ROWS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.tuples(*[st.integers(0, 9)] * width), min_size=1, max_size=12)
)


@given(ROWS, st.integers(0, 3))
def test_packed_sums_are_sums(rows: list[tuple[int, ...]], seed: int) -> None:
    packed = Packed(rows)
    for draw in draws(len(rows), 5, seed):
        chosen = [rows[index] for index in draw]
        assert packed.sum(draw) == tuple(map(sum, zip(*chosen, strict=True)))
    assert packed.sum([0] * len(rows)) == tuple(len(rows) * value for value in rows[0])


@given(ROWS, st.integers(0, 3))
def test_exchanging_keeps_the_sum_of_both_sides(rows: list[tuple[int, ...]], seed: int) -> None:
    left, right = rows, rows[::-1]
    whole = tuple(2 * value for value in map(sum, zip(*rows, strict=True)))
    possible = {
        tuple(map(sum, zip(*chosen, strict=True)))
        for chosen in itertools.product(*zip(left, right, strict=True))
    } if len(rows) <= 6 else None  # fmt: skip
    for one, other in exchanged(left, right, rounds=8, seed=seed):
        assert tuple(map(sum, zip(one, other, strict=True))) == whole
        assert possible is None or one in possible


def test_coverage_of_the_interval() -> None:
    """About 95 of 100 intervals hold the true figure.

    With 200 simulated samples a nominal 95 % has a standard error of 1.5 %; the percentile
    bootstrap of 60 documents is known to cover one or two points less (DiCiccio and Efron
    1996), so that 90.5 % to 98.5 % is what chance and theory allow.
    """
    chance = random.Random(7)

    def article() -> tuple[int, int, int]:
        gold = chance.choice([0, 1, 2, 3, 6])
        # Articles differ in how hard they are: claims of one stand or fall together.
        found = sum(chance.random() < chance.choice([0.4, 0.9]) for _ in range(gold))
        return found, chance.choice([0, 0, 1, 2]), gold - found

    def f1(sums: tuple[int, ...]) -> float:
        return Counts(*sums).f1

    truth = f1(tuple(map(sum, zip(*(article() for _ in range(30_000)), strict=True))))
    covered = []
    for number in range(200):
        rows = [article() for _ in range(60)]
        drawn = [f1(sums) for sums in resampled(rows, resamples=150, seed=number)]
        bounds = percentiles(drawn, 0.95)
        covered.append(bounds.low <= truth <= bounds.high)
    assert 0.905 <= mean(covered) <= 0.985


def test_figures_hold_what_interval_says(dev: Corpus, damage: Damage) -> None:
    scores = {name: score(dev, damage(dev, seed)) for seed, name in enumerate("ab")}
    found = figures(scores, resamples=100, seed=3)
    for name, one in scores.items():
        for level in ("triple", "claim", "full"):
            for metric in METRICS:
                figure = found[name][level][metric]
                assert figure.value == getattr(one.counts(level), metric)
                assert figure.interval == interval(one, level, metric, resamples=100, seed=3)
                assert figure.interval.low <= figure.value <= figure.interval.high
    with pytest.raises(ValueError, match="different documents"):
        figures({**scores, "none": Score()})
    assert figures({"none": Score()})["none"]["claim"]["f1"].value == 1.0


def test_randomisation_agrees_with_all_exchanges(dev: Corpus, damage: Damage) -> None:
    few = dev[:9]
    one, other = (score(few, damage(few, seed)) for seed in (1, 2))
    rows = [
        [(row.counts().tp, row.counts().fp, row.counts().fn) for row in side]
        for side in (one, other)
    ]

    def gap(left: list[tuple[int, ...]], right: list[tuple[int, ...]]) -> float:
        sums = [Counts(*map(sum, zip(*side, strict=True))) for side in (left, right)]
        return abs(sums[0].f1 - sums[1].f1)

    observed = gap(*rows)
    every = [
        gap([pair[coin] for pair, coin in zip(zip(*rows, strict=True), coins, strict=True)],
            [pair[1 - coin] for pair, coin in zip(zip(*rows, strict=True), coins, strict=True)])
        for coins in itertools.product((0, 1), repeat=len(few))
    ]  # fmt: skip
    exact = mean(value >= observed - 1e-12 for value in every)
    assert randomisation(one, other, rounds=20_000) == pytest.approx(exact, abs=0.015)
    assert randomisation(one, other, rounds=200) == randomisation(other, one, rounds=200)


def test_a_system_does_not_differ_from_itself(dev: Corpus, damage: Damage) -> None:
    one = score(dev, damage(dev, 1))
    assert randomisation(one, one) == 1.0
    perfect = score(dev, {gold.id: gold.claims for gold in dev})
    assert randomisation(perfect, score(dev, {})) < 0.01
    with pytest.raises(ValueError, match="different documents"):
        randomisation(one, Score())


@given(st.lists(st.floats(0, 1), max_size=8))
def test_holm_is_a_correction(values: list[float]) -> None:
    corrected = holm(values)
    assert all(p <= q <= 1 for p, q in zip(values, corrected, strict=True))
    assert all(q <= min(1, len(values) * p) for p, q in zip(values, corrected, strict=True))
    order = sorted(range(len(values)), key=values.__getitem__)
    assert [corrected[i] for i in order] == sorted(corrected)
    assert holm(values[::-1]) == pytest.approx(corrected[::-1])


def test_every_system_is_tested_against_the_best_extractor(dev: Corpus, damage: Damage) -> None:
    worse = {gold.id: gold.claims[::2] for gold in dev}
    systems = (
        SystemReport("half", score(dev, worse)),
        SystemReport("most", score(dev, {gold.id: gold.claims for gold in dev})),
        SystemReport("poor", score(dev, damage(dev, 4))),
    )
    report = Report(dev, systems, resamples=100)
    assert report.best_single == report.reference == "most"
    assert list(report.comparisons) == ["half", "poor"]
    found = report.comparisons["half"]
    assert found.value == pytest.approx(systems[0].score.claim.f1 - 1)
    assert found.interval.low <= found.value <= found.interval.high < 0
    assert found.p < found.corrected <= 2 * found.p
    assert found.significant
    assert {one.system for one in report.compare("poor")} == {"half", "most"}
    assert compare(report.scores, "most", resamples=100) == report.compare()
    named = Report(dev, systems, against="half")
    assert named.reference == "half"
    plain = report.to_dict()
    assert plain["best_single"] == "most"
    assert plain["systems"]["half"]["comparison"]["corrected_p"] == found.corrected
    assert plain["systems"]["most"]["comparison"] is None
