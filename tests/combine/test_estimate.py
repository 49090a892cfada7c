"""Reliabilities without gold, on extractors whose errors are known."""

from __future__ import annotations

import random

import pytest
from scipy.stats import spearmanr

from armstrade.claims import Document, Materiel, Party, Span, TransferClaim
from armstrade.combine.agreement import Agreement
from armstrade.combine.estimate import CannotEstimateError, estimate
from armstrade.combine.vote import Vote
from armstrade.combine.weighted import Weighing
from armstrade.plugins import Outcome, Status

TEXT = "Oslo liefert Kyjiw Drohnen."
SENTENCE = Span.of(TEXT, 0, len(TEXT))
SKILLS = {"ace": (0.95, 0.05, 0.97), "deft": (0.85, 0.15, 0.9), "fair": (0.7, 0.3, 0.8),
          "lax": (0.6, 0.4, 0.7), "poor": (0.55, 0.42, 0.6)}  # fmt: skip
"""Share found, share of the false invented, share of stages right."""


def claim(stage="delivered"):
    return TransferClaim(
        document_id="d",
        supplier=Party(id="NO", country="NO", span=Span.of(TEXT, 0, 4)),
        recipient=Party(id="UA", country="UA", span=Span.of(TEXT, 13, 18)),
        materiel=Materiel(category="uav", span=Span.of(TEXT, 19, 26)),
        stage=stage,
        evidence=(SENTENCE,),
    )


def simulated(names, documents=400, seed=1):
    """One statement per document, true in three of five."""
    dice = random.Random(seed)
    for _ in range(documents):
        true = dice.random() < 0.6
        outcomes = []
        for name in names:
            finds, invents, right = SKILLS[name]
            if dice.random() >= (finds if true else invents):
                outcomes.append(Outcome(name, Status.NOTHING))
                continue
            stage = "delivered" if dice.random() < right else dice.choice(["planned", "ordered"])
            outcomes.append(Outcome(name, Status.CLAIMS, claims=(claim(stage),)))
        yield outcomes


def test_the_order_of_the_extractors_is_found_without_gold():
    found = estimate(simulated(SKILLS)).extractors
    names = list(SKILLS)
    skill = [SKILLS[name][0] - SKILLS[name][1] for name in names]
    seen = [found[name].finds - found[name].invents for name in names]
    assert spearmanr(skill, seen).statistic >= 0.8
    slots = [found[name].slots["stage"] for name in names]
    assert spearmanr([SKILLS[name][2] for name in names], slots).statistic >= 0.8


def test_the_figures_are_near_the_truth():
    found = estimate(simulated(SKILLS, documents=800)).extractors["deft"]
    assert found.finds == pytest.approx(0.85, abs=0.08)
    assert found.invents == pytest.approx(0.15, abs=0.12)
    assert found.slots["stage"] == pytest.approx(0.9, abs=0.08)


@pytest.mark.parametrize(
    ("names", "documents", "words"),
    [
        (["ace", "deft"], 400, "only for 3 or more"),
        (["ace", "deft", "fair"], 40, "give more documents"),
        ([], 0, "none"),
    ],
)
def test_what_the_data_cannot_carry_is_said(names, documents, words):
    with pytest.raises(CannotEstimateError, match=words):
        estimate(simulated(names, documents))


def test_agreement_is_estimated_or_says_that_it_votes():
    assert isinstance(Agreement().estimated(simulated(SKILLS)), Weighing)
    with pytest.warns(RuntimeWarning, match="voting instead"):
        assert isinstance(Agreement().estimated(simulated(["ace", "deft"])), Vote)
    document = Document(id="d", text=TEXT)
    outcomes = next(simulated(SKILLS))
    with pytest.warns(RuntimeWarning, match="without-gold"):
        assert Agreement().combine(outcomes, document) == Vote().combine(outcomes, document)


def test_estimated_weights_beat_the_majority():
    runs = list(simulated(SKILLS, seed=5))
    dice = random.Random(5)
    truth = []
    for _ in runs:
        truth.append(dice.random() < 0.6)
        for name in SKILLS:  # the same draws as in `simulated`
            finds, invents, right = SKILLS[name]
            if dice.random() < (finds if truth[-1] else invents) and dice.random() >= right:
                dice.choice([0, 1])
    document = Document(id="d", text=TEXT)

    def right(combiner):
        return sum(
            bool(combiner.combine(outcomes, document)) == true
            for outcomes, true in zip(runs, truth, strict=True)
        )

    assert right(Agreement().estimated(runs)) > right(Vote())
