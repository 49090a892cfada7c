"""Calibration, against sums done by hand and by a slow reference."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrade.benchmark import Score, calibration, score, score_document
from armstrade.claims import Materiel, Party, Span, Stage, TransferClaim
from armstrade.corpora import Corpus

HERE = Span(start=0, end=1, text="x")


def claim(number: int, stage: Stage = Stage.PLANNED, confidence: float | None = None):  # type: ignore[no-untyped-def]
    """One claim, told from others by its supplier."""
    return TransferClaim(
        document_id="d",
        supplier=Party(id=f"org:{number}", span=HERE),
        materiel=Materiel(category="uav", span=HERE),
        stage=stage,
        evidence=(HERE,),
        confidence=confidence,
    )


def judged(*said: tuple[float | None, bool]) -> Score:
    """A score in which claims of these confidences are right or false."""
    gold = [claim(number) for number in range(len(said))]
    predicted = [
        claim(number, Stage.PLANNED if right else Stage.OFFERED, confidence)
        for number, (confidence, right) in enumerate(said)
    ]
    return Score((score_document(gold, predicted, document_id="d"),))


def test_what_exact_confidences_show_by_chance_is_what_a_simulation_shows() -> None:
    dice = random.Random(1)
    said = [dice.random() for _ in range(120)]
    errors = []
    for _ in range(400):
        found = calibration(judged(*((p, dice.random() < p) for p in said)))
        assert found.ece is not None
        errors.append(found.ece)
    assert found.ece_by_chance == pytest.approx(sum(errors) / len(errors), abs=0.005)
    assert calibration(judged((1.0, True), (0.0, False))).ece_by_chance == 0.0
    assert calibration(Score()).ece_by_chance is None


def test_by_hand() -> None:
    found = calibration(
        judged((0.95, True), (0.95, False), (0.3, False), (0.2, True), (None, True))
    )
    assert (found.claims, found.without) == (4, 1)
    # Bins: (0.1, 0.2] one right at 0.2; (0.2, 0.3] none of one at 0.3; (0.9, 1] one of two at 0.95.
    assert found.ece == pytest.approx((0.8 + 0.3 + 2 * 0.45) / 4)
    assert [one.claims for one in found.bins] == [0, 1, 1, 0, 0, 0, 0, 0, 0, 2]
    assert [point.threshold for point in found.curve] == [0.95, 0.3, 0.2]
    assert [point.coverage for point in found.curve] == [0.5, 0.75, 1.0]
    assert [point.risk for point in found.curve] == pytest.approx([1 / 2, 2 / 3, 1 / 2])
    assert found.area == pytest.approx(0.5 * 0.5 + 0.25 * 2 / 3 + 0.25 * 0.5)
    best = found.keep(0.5)
    assert best is not None
    assert (best.threshold, best.kept) == (0.2, 4)
    assert found.keep(0.9) is None
    kept = found.at(0.25)
    assert kept is not None
    assert kept.kept == 3
    assert found.at(0.99) is None
    assert calibration(judged((None, True))).ece is None


def test_borders_belong_to_the_lower_bin_and_zero_to_the_first() -> None:
    found = calibration(judged((0.0, False), (0.1, False), (0.2, False), (1.0, True)))
    assert [one.claims for one in found.bins] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]


confidences = st.lists(
    st.tuples(st.one_of(st.none(), st.integers(0, 20).map(lambda n: n / 20)), st.booleans()),
    max_size=12,
)


@given(confidences, st.integers(1, 12))
def test_laws(said: list[tuple[float | None, bool]], bins: int) -> None:
    found = calibration(judged(*said), bins=bins)
    sure = [(confidence, right) for confidence, right in said if confidence is not None]
    assert found.claims == sum(one.claims for one in found.bins) == len(sure)
    assert found.claims + found.without == len(said)
    if not sure:
        assert (found.ece, found.area, found.curve) == (None, None, ())
        return
    assert found.ece is not None
    assert 0 <= found.ece <= 1
    for one in found.bins:
        if one.confidence is not None:
            assert one.low - 1e-9 <= one.confidence <= one.high + 1e-9
    assert [point.kept for point in found.curve] == sorted(point.kept for point in found.curve)
    assert found.curve[-1].coverage == 1.0
    for point in found.curve:
        kept = [right for confidence, right in sure if confidence >= point.threshold]
        assert point.kept == len(kept) == point.counts.predicted
        assert point.counts.tp == sum(kept)
        assert found.at(point.threshold) == point
    for target, kept_point in found.thresholds.items():
        fitting = [one for one in found.curve if one.counts.precision >= target]
        assert kept_point == max(fitting, key=lambda one: one.kept, default=None)


def test_perfect_confidence_has_no_error() -> None:
    assert calibration(judged((1.0, True), (0.0, False))).ece == 0.0
    assert calibration(judged((1.0, False), (0.0, True))).ece == 1.0


def test_recall_counts_all_gold(dev: Corpus, damage: Callable[[Corpus, int], dict]) -> None:  # type: ignore[type-arg]
    result = score(dev, damage(dev, 5))
    for level in ("triple", "claim", "full"):
        found = calibration(result, level)
        assert found.claims + found.without == result.claim.predicted
        assert found.curve[-1].counts.gold == result.claim.gold
