"""Slices divide what they should divide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from armstrade.benchmark import Counts, score, slices
from armstrade.benchmark.slices import DIMENSIONS
from armstrade.claims import Category, Stage
from armstrade.corpora import Corpus, GoldDocument, load

Damage = Callable[[Corpus, int], dict]  # type: ignore[type-arg]
DIVIDING = ("language", "split", "outlet", "reach", "category", "stage")


@pytest.fixture(scope="module")
def tagged(dev: Corpus) -> Corpus:
    """The gold with tags, and outlets for all."""

    def dressed(number: int, gold: GoldDocument) -> GoldDocument:
        document = gold.document.model_copy(update={"outlet": f"paper {number % 3}"})
        return replace(gold, document=document, tags=("odd", "prime") if number % 2 else ())

    documents = [dressed(number, gold) for number, gold in enumerate(dev)]
    return replace(dev, documents=tuple(documents))


@pytest.mark.parametrize("seed", range(5))
def test_slices_add_up(tagged: Corpus, damage: Damage, seed: int) -> None:
    result = score(tagged, damage(tagged, seed))
    found = slices(result, tagged)
    for level in ("triple", "claim", "full"):
        for dimension in DIVIDING:
            parts = [one.counts(level) for one in found if one.dimension == dimension]
            assert sum(parts, Counts()) == result.counts(level), (dimension, level)


def test_slices_agree_with_the_score(tagged: Corpus, damage: Damage) -> None:
    result = score(tagged, damage(tagged, 1))
    found = {(one.dimension, one.name): one for one in slices(result, tagged)}
    for language, part in result.by_language.items():
        assert found["language", language].claim == part.claim
        assert found["language", language].documents == len(part)
    for category in Category:
        if ("category", category.value) in found:
            assert found["category", category.value].claim == result.category(category)
    for stage in Stage:
        if ("stage", stage.value) in found:
            # A stage read wrongly is false where it was found and missing where it was not.
            assert found["stage", stage.value].claim == result.stage(stage)
    odd, prime = found["tag", "odd"], found["tag", "prime"]
    assert odd.rows == prime.rows
    assert odd.documents == len(tagged) // 2
    dimensions = [one.dimension for one in slices(result, tagged)]
    assert dimensions == sorted(dimensions, key=DIMENSIONS.index)


def test_reach_is_that_of_the_evidence() -> None:
    gold = load("newsroom", split="train")
    parts = {one.name: one for one in slices(score(gold, {}), gold) if one.dimension == "reach"}
    assert sum(one.claim.gold for one in parts.values()) == len(gold.claims)
    longer = sum(len(claim.evidence) > 1 for claim in gold.claims)
    assert parts["several sentences"].claim.gold >= longer > 0
    assert parts["one sentence"].claim.gold > 0


def test_what_the_corpus_does_not_say_is_no_dimension(dev: Corpus) -> None:
    found = {one.dimension for one in slices(score(dev, {}), dev)}
    assert found == {"language", "split", "reach", "category", "stage"}


def test_interval_of_a_slice(tagged: Corpus, damage: Damage) -> None:
    for one in slices(score(tagged, damage(tagged, 2)), tagged):
        bounds = one.interval(resamples=200)
        assert bounds.low <= one.claim.f1 <= bounds.high
        assert one.interval(resamples=200) == bounds
