"""What the shipped model reads."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest
from armstrade_ml import MLExtractor

import armstrade
from armstrade import corpora
from armstrade.benchmark import benchmark


def read(text, language, **options):
    return armstrade.extract(
        text,
        language=language,
        published="2023-11-08",
        extractors=[MLExtractor()],
        options={"ml": options},
        strict=True,
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Polen hat der Ukraine 60 Panzer geliefert.", ("PL", "UA", 60, "delivered")),
        ("en", "Poland has delivered 60 tanks to Ukraine.", ("PL", "UA", 60, "delivered")),
        ("en", "Ukraine has received 60 tanks from Poland.", ("PL", "UA", 60, "delivered")),
        ("de", "Polen wird der Ukraine 60 Panzer liefern.", ("PL", "UA", 60, "planned")),
        ("en", "Nigeria ordered 12 helicopters from Brazil.", ("BR", "NG", 12, "ordered")),
        ("de", "Der Panzer fuhr durch Polen in die Ukraine.", None),
    ],
)
def test_plain_sentences(language, text, expected):
    found = [
        (
            claim.supplier.key,
            claim.recipient.key,
            claim.quantity.min if claim.quantity else None,
            claim.stage.value,
        )
        for claim in read(text, language)
    ]
    assert found == ([] if expected is None else [expected])


def test_a_higher_threshold_keeps_a_part():
    texts = [gold.document.text for gold in corpora.load("newsroom/en/dev")[:10]]
    few, many = (
        {claim.id for text in texts for claim in read(text, "en", threshold=name)}
        for name in ("precise", "sensitive")
    )
    assert few < many


def test_what_it_nearly_claims_is_only_considered():
    texts = [gold.document.text for gold in corpora.load("newsroom/en/dev")[:10]]
    outcomes = [read(text, "en", threshold="precise").outcomes[0] for text in texts]
    assert any(outcome.considered for outcome in outcomes)
    for outcome in outcomes:
        least = min((claim.confidence for claim in outcome.claims), default=1.0)
        assert all(0.04 < claim.confidence <= least for claim in outcome.considered)


def test_claims_say_how_sure_they_are():
    for claim in read("Poland has delivered 60 tanks to Ukraine.", "en"):
        assert 0.5 < claim.confidence <= 1.0
        assert claim.provenance.rule.startswith("ml:")


def test_registering_loads_nothing_heavy():
    code = (
        "import sys, armstrade_ml; armstrade_ml.armstrade_extractors(); "
        "sys.exit(any(m in sys.modules for m in ('numpy', 'lightgbm', 'safetensors')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("language", ["de", "en"])
def test_unseen_passages_are_read_as_well_as_the_model_card_says(language):
    report = benchmark([MLExtractor()], corpus="newsroom", split="calibration", language=language,
                       baselines=False)  # fmt: skip
    [system] = report.systems
    assert system.score.claim.f1 >= 0.48
    assert system.score.false_alarms.value <= 0.13


def test_a_document_that_was_read_leaves_no_garbage():
    text = "Poland has delivered 60 tanks to Ukraine. Kyiv had asked Warsaw for 90 of them in May."
    assert read(text, "en")
    gc.collect()
    gc.disable()
    try:
        read(text, "en")
        assert gc.collect() == 0
    finally:
        gc.enable()
