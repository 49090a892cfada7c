"""The seed articles give the claims that are written down; the files hold none of their words."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from armstrade import corpora
from armstrade.corpora.manifest import read_manifest

HERE = Path(__file__).parent
MANIFEST = read_manifest(HERE.parents[1] / "seeds")
SEEDS = {table["id"]: table["chars"] for table in MANIFEST.files if "id" in table}


def _script():  # type: ignore[no-untyped-def]
    spec = importlib.util.spec_from_file_location("update_golden", HERE / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for slot in value.values() for leaf in _leaves(slot)]
    return [leaf for one in value for leaf in _leaves(one)] if isinstance(value, list) else [value]


@pytest.mark.seeds
def test_the_seeds_give_what_is_written_down() -> None:
    found = dict(_script().goldens())
    written = {path.name: path.read_text(encoding="utf-8") for path in (HERE / "seeds").iterdir()}
    assert found.keys() == written.keys()
    changed = [name for name in found if found[name] != written[name]]
    assert changed == [], "look at the changes of: python tests/golden/update.py"


@pytest.mark.seeds
def test_every_article_has_claims() -> None:
    for gold in corpora.load("seeds"):
        assert json.loads((HERE / "seeds" / f"{gold.id}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_files_hold_offsets_and_facts_but_no_sentence(seed: str) -> None:
    claims = json.loads((HERE / "seeds" / f"{seed}.json").read_text(encoding="utf-8"))
    for claim in claims:
        for leaf in _leaves(claim):
            if isinstance(leaf, str):
                assert len(leaf.split()) <= 4
        for start, end in claim["evidence"]:
            assert 0 <= start < end <= SEEDS[seed]


def test_words_are_taken_out_at_every_depth() -> None:
    span = {"start": 3, "end": 6, "text": "der"}
    assert _script().bare({"a": [{"span": span}], "b": span}) == {
        "a": [{"span": [3, 6]}],
        "b": [3, 6],
    }
