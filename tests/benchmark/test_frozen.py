"""No figure of our own extractors moves without its frozen run in the same commit."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = "python benchmarks/freeze.py"


@pytest.fixture(scope="module")
def freeze() -> ModuleType:
    spec = importlib.util.spec_from_file_location("freeze", ROOT / "benchmarks" / "freeze.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("system", ["rules", "fuzzy", "cooccurrence"])
def test_the_frozen_run_is_current(freeze: ModuleType, system: str) -> None:
    changes = list(freeze.moved(freeze.measured([system])))
    assert not changes, f"run {COMMAND} and commit what it writes:\n" + "\n".join(changes)


def test_every_frozen_file_is_of_a_system_and_adds_up(freeze: ModuleType) -> None:
    files = sorted(freeze.FROZEN.glob("*.json"))
    assert {path.name.split("-")[0] for path in files} == set(freeze.SYSTEMS)
    for path in files:
        found = json.loads(path.read_text(encoding="utf-8"))
        assert path.read_text(encoding="utf-8") == freeze.written(found)
        sums = [
            [sum(column) for column in zip(*level, strict=True)]
            for level in zip(*found["documents"].values(), strict=True)
        ]
        assert sums == found["all"]


def test_a_moved_figure_is_named(freeze: ModuleType) -> None:
    path = freeze.FROZEN / "rules-de.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    assert list(freeze.moved({"rules-de.json": found})) == []
    found["documents"]["de-dev-01"] = [[9, 0, 0]] * 3
    [change] = freeze.moved({"rules-de.json": found})
    assert change.startswith("rules-de.json: de-dev-01: was ")
    assert list(freeze.moved({"other-de.json": found})) == ["other-de.json: not frozen yet"]
