"""Shorter copies of gold documents say the same claims."""

from __future__ import annotations

import pytest
from armstrade_ml.training.adverbials import interrupted
from armstrade_ml.training.augment import idle, lone, shortened, without

from armstrade.claims import Document
from armstrade.corpora import GoldDocument, load


@pytest.fixture(scope="module")
def gold():
    return load("newsroom", split="train", language="en")[:40]


def said(claims):
    return [
        (c.supplier and c.supplier.key, c.recipient and c.recipient.key, c.materiel.span.text,
         c.quantity and c.quantity.span.text, c.stage, [e.text.rstrip(".") for e in c.evidence])
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


def test_sentences_alone_tell_their_claims(gold):
    copies = list(lone(gold))
    assert len(copies) > 20
    for index, copy in copies:
        original = gold[index]
        assert copy.document.text in original.document.text
        assert copy.claims
        assert all(one in said(original.claims) for one in said(copy.claims))
        for claim in copy.claims:
            claim.verify(copy.document)


@pytest.mark.parametrize("language", ["de", "en"])
def test_adverbials_leave_the_claims_as_they_are(language):
    gold = load("newsroom", split="train", language=language)[:40]
    varied = list(interrupted(gold))
    longer = 0
    for original, copy in zip(gold, varied, strict=True):
        if copy is original:
            continue
        longer += 1
        assert len(copy.document.text) > len(original.document.text)
        assert [words[:-1] for words in said(copy.claims)] == [
            words[:-1] for words in said(original.claims)
        ]
        for claim in copy.claims:
            claim.verify(copy.document)
    assert longer > 10
    assert [one.document.text for one in interrupted(gold)] == [one.document.text for one in varied]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Türkei liefert Kenia zwölf Drohnen."),
        ("en", "The Turkish government will send Kenya twelve drones."),
    ],
)
def test_where_adverbials_stand(language, text):
    document = Document(id="one", text=text, language=language)
    copies = {
        copy.document.text
        for seed in range(60)
        for copy in interrupted([GoldDocument(document, ())], seed=seed)
    }
    assert text in copies
    if language == "de":
        assert any(copy.startswith("Die Türkei liefert ") and copy != text for copy in copies)
        assert any(copy.endswith(" liefert die Türkei Kenia zwölf Drohnen.") for copy in copies)
    else:
        assert any(copy.startswith(text[:-1] + " ") for copy in copies)
        assert any(", the Turkish government will send" in copy for copy in copies)


def test_some_sentences_alone_look_like_headlines(gold):
    stops = [copy.document.text.endswith(".") for _, copy in lone(gold)]
    assert 0.5 < sum(stops) / len(stops) < 0.9
