"""Training: from gold to a model that is used in the same session."""

from __future__ import annotations

import json

import pytest
from armstrade_ml import MLExtractor
from armstrade_ml.model import WEIGHTS
from armstrade_ml.training.examples import prepare
from armstrade_ml.training.fit import folds_of
from armstrade_ml.training.train import train
from armstrade_ml.training.tune import calibration_error

import armstrade
from armstrade.corpora import load, write_jsonl
from armstrade.errors import DataError

pytest.importorskip("lightgbm")


@pytest.fixture(scope="module")
def gold():
    corpus = load("newsroom", split="train", language="de")
    return corpus[:60]


@pytest.fixture(scope="module")
def model(gold):
    return train([gold])


def test_most_gold_claims_can_be_found_again(gold):
    found = sum(len(one.chosen) for example in prepare(gold) for one in example.aligned)
    assert found / len(gold.claims) > 0.85


def test_same_gold_same_model(gold, model, tmp_path):
    model.save(tmp_path / "one")
    train([gold]).save(tmp_path / "two")
    one, two = ((tmp_path / name / WEIGHTS).read_bytes() for name in ("one", "two"))
    assert one == two


def test_a_new_model_is_used_at_once(model, tmp_path):
    model.save(tmp_path)
    found = armstrade.extract(
        "Polen hat der Ukraine 60 Panzer geliefert.",
        language="de",
        extractors=[MLExtractor()],
        options={"ml": {"model": str(tmp_path), "threshold": 0.1}},
        strict=True,
    )
    assert ("PL", "UA") in {(claim.supplier.key, claim.recipient.key) for claim in found}


def test_a_document_and_its_copies_are_in_one_fold():
    folds = folds_of([0, 1, 2, 3, 4, 5, 6, 0, 3, 6], 3)
    assert folds == [[0, 3, 6, 7, 8, 9], [1, 4], [2, 5]]


def test_too_little_gold_is_told(gold):
    with pytest.raises(DataError, match="at least 40 are needed"):
        train([gold[:3]])


def test_calibration_error_of_certainty_is_none():
    assert calibration_error([1.0, 0.0], [True, False]) == 0.0
    assert calibration_error([1.0], [False]) == 1.0


def test_bad_gold_is_told_by_row(gold, tmp_path):
    path = tmp_path / "gold.jsonl"
    write_jsonl(gold[:3], path)
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows[1]["claims"] = [{"stage": "sent"}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with pytest.raises(DataError, match="problems") as caught:
        load(str(path))
    assert any(":2:" in problem or "line 2" in problem for problem in caught.value.problems)
