"""Fitted combiners: files, sets of extractors, and what a broken file is told."""

from __future__ import annotations

import json

import pytest

from armstrade import extract
from armstrade.claims import Document
from armstrade.combine.logistic import Logistic
from armstrade.combine.reliability import Reliabilities, Reliability
from armstrade.combine.shipped import Shipped, load_combiner, to_dict
from armstrade.combine.stacked import Stacking
from armstrade.combine.union import Union
from armstrade.combine.weighted import Weighing
from armstrade.errors import InputError
from armstrade.pipeline import run

TEXT = "Norwegen hat der Ukraine 40 Drohnen geliefert."
RELIABLE = Reliabilities(0.5, {"rules": Reliability(0.8, 0.2, {"stage": 0.9})}, threshold=0.25)


@pytest.mark.parametrize(
    "combiner",
    [Weighing("weighted", RELIABLE), Weighing("agreement", RELIABLE),
     Stacking(RELIABLE, Logistic(0.5, {"voters:rules": 1.5}), 0.3)],
)  # fmt: skip
def test_a_combiner_survives_its_file(tmp_path, combiner):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(to_dict({"rules": combiner}, corpus="x")), encoding="utf-8")
    found = load_combiner(path)
    assert found.name == combiner.name
    assert found.teams == {"rules": combiner}


def test_a_file_is_named_like_a_combiner(tmp_path):
    path = tmp_path / "mine.json"
    stacked = Stacking(RELIABLE, Logistic(0.5, {"voters:rules": 1.5}), 0.3)
    path.write_text(json.dumps(to_dict({"rules": stacked})), encoding="utf-8")
    (claim,) = extract(TEXT, language="de", extractors=["rules"], combine=str(path))
    assert claim.confidence == pytest.approx(0.881, abs=0.001)


def test_a_set_nothing_was_fitted_on_keeps_all_claims(tmp_path):
    class Stranger:
        name, languages = "stranger", ()

        def extract(self, reading):
            return list(run(reading.document, ["rules"], combine="union").claims)

    outcomes = run(Document(id="d", text=TEXT, language="de"), ["rules", Stranger()]).outcomes
    document = Document(id="d", text=TEXT, language="de")
    with pytest.warns(RuntimeWarning, match=r"not fitted on rules \+ stranger and keeps all"):
        kept = Shipped("stacked").combine(outcomes, document)
    assert kept == Union().combine(outcomes, document)


@pytest.mark.parametrize("kind", ["stacked", "weighted"])
def test_the_shipped_ones_serve_our_extractors(kind):
    result = run(Document(id="d", text=TEXT, language="de"), ["rules", "fuzzy"], combine=kind)
    assert [claim.quantity.min for claim in result.claims] == [40]
    assert 0 < result.claims[0].confidence < 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON"),
        ("[]", "no combiner"),
        ('{"armstrade combiner": 9, "kind": "stacked", "teams": {}}', "fit the combiner again"),
        ('{"armstrade combiner": 1, "kind": "magic", "teams": {}}', "fit the combiner again"),
        ('{"armstrade combiner": 1, "kind": "stacked", "teams": {"a": {}}}', "no combiner"),
    ],
)
def test_a_broken_file_is_explained(tmp_path, text, words):
    path = tmp_path / "mine.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        load_combiner(path)


def test_a_missing_file_is_explained(tmp_path):
    with pytest.raises(InputError, match="combine fit"):
        load_combiner(tmp_path / "none.json")
