"""Noise in the texts: seeded, with the gold mapped along; what is left of the scores."""

from __future__ import annotations

import pytest

from armstrade.benchmark import NOISE, benchmark, noisy, robustness, unique
from armstrade.corpora import load
from armstrade.errors import UnknownNameError


@pytest.fixture(scope="module")
def few():
    return load("newsroom", split="train", language="de")[:12]


@pytest.mark.parametrize("name", NOISE)
def test_gold_stands_in_the_noisy_text(few, name):
    loud = noisy(few, name)
    assert [gold.id for gold in loud] == [gold.id for gold in few]
    assert any(a.document.text != b.document.text for a, b in zip(few, loud, strict=True))
    for clean, gold in zip(few, loud, strict=True):
        assert len(gold.claims) == len(clean.claims)
        for before, after in zip(clean.claims, gold.claims, strict=True):
            after.verify(gold.document)
            assert after.stage is before.stage
            assert (after.supplier and after.supplier.key) == (
                before.supplier and before.supplier.key
            )
            # Words stay whole words: nothing of a neighbour comes in.
            assert len(after.materiel.span.text.split()) >= len(before.materiel.span.text.split())


@pytest.mark.parametrize("name", NOISE)
def test_noise_is_seeded(few, name):
    once, again = noisy(few, name, seed=1), noisy(few, name, seed=1)
    assert [one.document.text for one in once] == [one.document.text for one in again]
    if NOISE[name].share < 1:
        other = noisy(few, name, seed=2)
        assert [one.document.text for one in once] != [one.document.text for one in other]


def test_the_levels_are_what_they_say(few):
    words = [gold.document.text.split() for gold in few]
    loud = [gold.document.text.split() for gold in noisy(few, "mistyped 5 %")]
    changed = sum(a != b for one, two in zip(words, loud, strict=True)
                  for a, b in zip(one, two, strict=True))  # fmt: skip
    assert 0.02 < changed / sum(map(len, words)) < 0.06


def test_unknown_noise(few):
    with pytest.raises(UnknownNameError, match="mistyped 3 %"):
        noisy(few, "mistyped 3%")


def test_robustness_table(few):
    found = robustness(["rules"], few, levels=["umlauts stripped", "mistyped 5 %"])
    assert list(found.f1) == ["clean", "umlauts stripped", "mistyped 5 %"]
    assert found.kept("clean", "rules") == 1.0
    lines = found.table().splitlines()
    assert lines[-1].startswith("mistyped 5 %")
    assert found.to_dict()["claim_f1"]["clean"]["rules"] == found.f1["clean"]["rules"]


def test_unique_right_claims(few):
    report = benchmark(["rules", "fuzzy"], corpus=few)
    found = unique({name: report[name].score for name in ("rules", "fuzzy")})
    rules, fuzzy = found["rules"], found["fuzzy"]
    assert rules.found - rules.alone == fuzzy.found - fuzzy.alone
    assert fuzzy.missed == len(few.claims) - rules.found
    assert fuzzy.share == fuzzy.alone / fuzzy.missed
    assert "by no other" in report.table()
    assert "by no other" not in benchmark(["rules"], corpus=few).table()
