"""A model that is not what its manifest says is not used."""

from __future__ import annotations

import json
import shutil

import pytest
from armstrade_ml.extractor import SHIPPED, least_score
from armstrade_ml.model import MANIFEST, WEIGHTS, Model
from armstrade_ml.options import MLOptions
from pydantic import ValidationError

from armstrade.errors import DataError, InputError, UnknownNameError


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SHIPPED, tmp_path / "model")


def test_shipped_model_is_small_and_says_what_it_learned_from():
    model = Model.load(SHIPPED)
    assert (SHIPPED / WEIGHTS).stat().st_size < 10_000_000
    sources = model.manifest["trained_on"]
    assert [source["name"] for source in sources] == [
        "newsroom/train",
        "newsroom/plain",
        "newsroom/agency",
        "newsroom/wire",
        "newsroom/feature",
        "newsroom/press",
        "newsroom/desk",
    ]
    assert all(len(source["sha256"]) == 64 for source in sources)
    assert model.manifest["tuned_on"][0]["name"] == "newsroom/dev"


def test_saving_and_loading_changes_nothing(folder, tmp_path):
    Model.load(folder).save(tmp_path / "again")
    for name in (WEIGHTS, MANIFEST):
        assert (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes()


def test_changed_weights_are_refused(folder):
    data = bytearray((folder / WEIGHTS).read_bytes())
    data[-1] ^= 1
    (folder / WEIGHTS).write_bytes(data)
    with pytest.raises(DataError, match="sha256 differs"):
        Model.load(folder)


def test_other_features_are_refused(folder):
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    manifest["features"]["final"] = "0" * 16
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(DataError, match="another version"):
        Model.load(folder)


def test_missing_model_is_told(tmp_path):
    with pytest.raises(InputError, match="armstrade ml train"):
        Model.load(tmp_path / "nowhere")


def test_broken_manifest_is_told(folder):
    (folder / MANIFEST).write_text("{", "utf-8")
    with pytest.raises(InputError, match="no JSON"):
        Model.load(folder)


def test_thresholds_by_name_and_number():
    model = Model.load(SHIPPED)
    scores = {name: least_score(model, name) for name in ("sensitive", "balanced", "precise")}
    assert scores["sensitive"] <= scores["balanced"] <= scores["precise"]
    assert model.calibrated([least_score(model, 0.7)]) == pytest.approx([0.7])
    with pytest.raises(UnknownNameError, match="balanced"):
        least_score(model, "balance")
    with pytest.raises(ValidationError, match="less than or equal to 1"):
        MLOptions(threshold=1.5)
