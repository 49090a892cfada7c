"""Fitting combiners on gold."""

from __future__ import annotations

import random

import pytest

from armstrade.benchmark.fitting import best_threshold, fit
from armstrade.claims import Document, Materiel, Party, Span, TransferClaim
from armstrade.corpora import GoldDocument
from armstrade.errors import InputError
from armstrade.plugins import Outcome, Status

TEXT = "Oslo liefert Kyjiw Drohnen. Rom schickt Athen Panzer."


def claim(document_id, second=False, stage="delivered"):
    offset = TEXT.index("Rom") if second else 0
    words = [("Rom", "IT"), ("Athen", "GR")] if second else [("Oslo", "NO"), ("Kyjiw", "UA")]
    parties = []
    for word, country in words:
        start = TEXT.index(word)
        span = Span.of(TEXT, start, start + len(word))
        parties.append(Party(id=country, country=country, span=span))
    thing = "Panzer" if second else "Drohnen"
    start = TEXT.index(thing)
    return TransferClaim(
        document_id=document_id,
        supplier=parties[0],
        recipient=parties[1],
        materiel=Materiel(
            category="armoured_vehicle" if second else "uav",
            span=Span.of(TEXT, start, start + len(thing)),
        ),
        stage=stage,
        evidence=(Span.of(TEXT, offset, len(TEXT) if second else 27),),
    )


def corpus(size=60, seed=3):
    """Gold of one claim a document; ``good`` seldom errs, ``bad`` adds a false claim."""
    dice = random.Random(seed)
    gold, runs = [], {}
    for number in range(size):
        document = Document(id=f"d{number}", text=TEXT, language="de")
        true = claim(document.id)
        gold.append(GoldDocument(document, (true,)))
        good = [claim(document.id, stage="delivered" if dice.random() < 0.95 else "planned")]
        bad = [claim(document.id, stage="delivered" if dice.random() < 0.5 else "planned")]
        if dice.random() < 0.7:
            bad.append(claim(document.id, second=True))
        runs[document.id] = [
            Outcome("bad", Status.CLAIMS, claims=tuple(bad)),
            Outcome("good", Status.CLAIMS, claims=tuple(good)),
        ]
    return gold, runs


def test_what_was_learnt_is_used():
    gold, runs = corpus()
    fitted = fit(gold, runs)
    slots = fitted.weighted.reliabilities.extractors
    assert slots["good"].slots["stage"] > slots["bad"].slots["stage"]
    assert slots["good"].invents < slots["bad"].invents
    for combiner in (fitted.weighted, fitted.stacked):
        made = [combiner.combine(runs[one.id], one.document) for one in gold]
        assert all(len(claims) <= 1 for claims in made)  # the inventions are gone
        kept = [claim for claims in made for claim in claims]
        assert sum(one.stage == "delivered" for one in kept) > 50


def test_the_same_gold_gives_the_same_combiner():
    assert fit(*corpus()) == fit(*corpus())


def test_no_document_is_scored_by_a_model_that_has_seen_it():
    gold, runs = corpus()
    fitted = fit(gold, runs)
    assert {one.document for one in fitted.judged} == set(range(60))
    # Its own probability comes from models without it.
    changed = [*gold]
    changed[0] = GoldDocument(gold[0].document, ())
    other = fit(changed, runs)

    def own(fitted):
        pairs = zip(fitted.judged, fitted.probabilities, strict=True)
        return [p for one, p in pairs if one.document == 0]

    assert own(other) == own(fitted)


@pytest.mark.parametrize("size", [0, 19])
def test_too_little_gold_is_explained(size):
    with pytest.raises(InputError, match="20 gold documents"):
        fit(*corpus(size))


def test_gold_without_a_decision_is_explained():
    gold, _ = corpus()
    perfect = {one.id: [Outcome("good", Status.CLAIMS, claims=one.claims)] for one in gold}
    with pytest.raises(InputError, match="nothing to learn"):
        fit(gold, perfect)


@pytest.mark.parametrize(
    ("probabilities", "right", "total", "wanted"),
    [
        ([0.9, 0.8, 0.3], [True, True, False], 2, 0.55),
        ([0.9, 0.8, 0.3], [True, False, True], 2, 0.15),
        ([0.5, 0.5], [True, False], 1, 0.25),
        ([], [], 3, 0.5),
    ],
)
def test_thresholds(probabilities, right, total, wanted):
    assert best_threshold(probabilities, right, total) == pytest.approx(wanted)
