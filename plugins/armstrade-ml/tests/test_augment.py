"""Shorter copies of gold documents say the same claims."""

from __future__ import annotations

import pytest
from armstrade_ml.training.augment import idle, makerless, shortened, without
from armstrade_ml.training.examples import prepare

from armstrade.corpora import load


@pytest.fixture(scope="module")
def gold():
    return load("newsroom", split="train", language="en")[:40]


def said(claims):
    return [
        (c.supplier and c.supplier.key, c.recipient and c.recipient.key, c.materiel.span.text,
         c.quantity and c.quantity.span.text, c.stage, [e.text for e in c.evidence])
        for c in claims
    ]  # fmt: skip


def test_copies_are_shorter_and_say_the_same(gold):
    copies = dict(shortened(gold))
    assert len(copies) > 20
    for index, copy in copies.items():
        original = gold[index]
        assert len(copy.document.text) < len(original.document.text)
        assert said(copy.claims) == said(original.claims)
        for claim in copy.claims:
            claim.verify(copy.document)


def test_same_copies_each_time(gold):
    one, two = ([(index, copy.document.text) for index, copy in shortened(gold)] for _ in range(2))
    assert one == two
    assert one != [(index, copy.document.text) for index, copy in shortened(gold, seed=2)]


def test_nothing_that_a_claim_points_at_is_left_out(gold):
    for original in gold:
        stretches = idle(original)
        for claim in original.claims:
            for start, end in stretches:
                assert not any(start < e.end and e.start < end for e in claim.evidence)
        assert said(without(original, stretches).claims) == said(original.claims)


def test_most_documents_have_no_makers(gold):
    most = [one for one in gold if makerless(one)]
    assert 0.5 * len(gold) < len(most) < len(gold)

    def makers(example):
        tables = example.tables
        scenes = tables.scenes if tables is not None else ()
        return [thing.phrase.maker for scene in scenes for thing in scene.goods]

    assert any(any(makers(example)) for example in prepare(most))
    assert not any(any(makers(example)) for example in prepare(most, makerless))
