"""Extraction by analogy: what examples teach, and what they do not."""

from __future__ import annotations

import json

import pytest

from armstrade.claims import Document
from armstrade.corpora.jsonl import load_jsonl
from armstrade.errors import DataError, InputError
from armstrade.extractors.fuzzy import FuzzyExtractor, FuzzyOptions
from armstrade.pipeline import extract
from armstrade.plugins import Registry
from armstrade.plugins.runner import capabilities
from armstrade.reading import read

EXAMPLE = {
    "id": "mine-1",
    "language": "de",
    "published": "2024-05-01",
    "text": "Berlin gönnt Kiew zehn Haubitzen.",
    "claims": [
        {
            "supplier": {"id": "DE", "country": "DE", "text": "Berlin"},
            "recipient": {"id": "UA", "country": "UA", "text": "Kiew"},
            "intermediary": None,
            "materiel": {"category": "artillery", "designation": None, "text": "Haubitzen"},
            "quantity": {"min": 10, "max": 10, "unit": "piece", "text": "zehn"},
            "stage": "planned",
            "polarity": "affirmed",
            "factuality": "asserted",
            "date": None,
            "mode": "aid",
            "consideration": None,
            "attribution": [],
            "evidence": ["Berlin gönnt Kiew zehn Haubitzen."],
        }
    ],
}
NEW = "Warschau gönnt Vilnius zwanzig Panzer."


@pytest.fixture
def examples(tmp_path):
    path = tmp_path / "examples.jsonl"
    path.write_text(json.dumps(EXAMPLE), encoding="utf-8")
    return path


def fuzzy(text, language="de", **options):
    reading = read(Document(id="new", text=text, language=language))
    return list(FuzzyExtractor().extract(reading, options=FuzzyOptions(**options)))


def said(claim):
    return (
        claim.supplier and claim.supplier.key,
        claim.recipient and claim.recipient.key,
        claim.materiel.category.value,
        claim.stage.value,
        claim.polarity.value,
    )


def test_it_does_not_run_unless_asked():
    found = Registry(entry_points=()).extractor("fuzzy")
    assert not capabilities(found).default
    outcomes = extract("Polen liefert der Ukraine Panzer.", language="de").outcomes
    assert "fuzzy" not in [outcome.extractor for outcome in outcomes]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (
            "Polen hat der Ukraine 60 Panzer geliefert.",
            "de",
            ("PL", "UA", "armoured_vehicle", "delivered", "affirmed"),
        ),
        (
            "Poland has delivered 60 tanks to Ukraine.",
            "en",
            ("PL", "UA", "armoured_vehicle", "delivered", "affirmed"),
        ),
    ],
)
def test_plain_sentences(text, language, wanted):
    (claim,) = fuzzy(text, language)
    assert said(claim) == wanted
    assert 0.0 < claim.confidence <= 1.0


def test_no_claim_without_a_transfer():
    assert fuzzy("Die Drohnen wurden am Montag im Museum ausgestellt.") == []
    assert fuzzy("Es regnet.") == []


def test_provenance_names_examples_of_the_bank():
    (claim,) = fuzzy("Polen hat der Ukraine 60 Panzer geliefert.")
    names = claim.provenance.rule.removeprefix("like ").split(", ")
    assert 1 <= len(names) <= 3
    assert all(name.startswith("de-train-") and ":" in name for name in names)


def test_an_added_example_teaches_a_new_verb(examples):
    assert fuzzy(NEW) == []
    (claim,) = fuzzy(NEW, examples=(examples,))
    assert said(claim) == ("PL", "LT", "armoured_vehicle", "planned", "affirmed")
    assert claim.quantity.min == 20
    assert "mine-1:0" in claim.provenance.rule


def test_an_added_example_alone_is_enough(examples):
    (claim,) = fuzzy(NEW, examples=(examples,), packaged=False)
    assert said(claim)[:2] == ("PL", "LT")
    assert fuzzy("Polen hat der Ukraine 60 Panzer geliefert.", packaged=False) == []


def test_added_examples_leave_the_packaged_ones_alone(examples):
    fuzzy(NEW, examples=(examples,))
    assert fuzzy(NEW) == []


def test_changed_examples_are_read_again(examples):
    assert fuzzy(NEW, examples=(examples,))
    examples.write_text(json.dumps({**EXAMPLE, "claims": []}), encoding="utf-8")
    assert fuzzy(NEW, examples=(examples,)) == []


def test_a_document_is_no_witness_in_its_own_cause():
    from armstrade.corpora import load

    gold = load("newsroom", split="train", language="de")[0]
    for claim in FuzzyExtractor().extract(read(gold.document)):
        assert gold.id not in claim.provenance.rule


def test_bad_examples_are_told(tmp_path):
    missing = tmp_path / "missing.jsonl"
    with pytest.raises(InputError, match="no such file"):
        fuzzy("Polen liefert Panzer.", examples=(missing,))
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": 1}', encoding="utf-8")
    with pytest.raises(DataError):
        fuzzy("Polen liefert Panzer.", examples=(bad,))


def test_least_confidence():
    text = "Polen hat der Ukraine 60 Panzer geliefert."
    (claim,) = fuzzy(text)
    assert fuzzy(text, confidence=claim.confidence) == [claim]
    assert fuzzy(text, confidence=min(1.0, claim.confidence + 0.001)) == []


def test_examples_read_back(examples):
    assert load_jsonl(examples)[0].claims[0].stage.value == "planned"
