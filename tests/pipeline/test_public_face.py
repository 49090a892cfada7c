"""`import armstrade`: few names, all of them there, and nothing heavy behind it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import armstrade

HEAVY = {
    "numpy", "pandas", "torch", "spacy", "requests", "rich", "typer", "click", "ahocorasick_rs",
    "scipy", "trafilatura", "hypothesis", "pytest", "pydantic", "pluggy", "importlib.metadata",
    "sqlite3", "multiprocessing", "asyncio", "http", "urllib.request", "email",
}  # fmt: skip


def modules_after(code: str) -> set[str]:
    code += "\nimport sys, json; print(json.dumps([*sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))


# An editable install loads some modules before any of ours.
BEFORE = modules_after("pass")


def test_importing_loads_nothing_heavy():
    assert (modules_after("import armstrade, armstrade.errors") - BEFORE) & HEAVY == set()


def test_a_plugin_needs_only_pluggy():
    loaded = modules_after("import armstrade; armstrade.hookimpl") - BEFORE
    assert loaded & (HEAVY - {"pluggy", "importlib.metadata", "email"}) == set()
    assert "pluggy" in loaded


def test_listing_plugins_loads_no_extractor():
    loaded = modules_after("from armstrade.plugins import Registry; Registry().describe()")
    own = {name for name in loaded if name.startswith("armstrade.")}
    rooms = {name.split(".")[1] for name in own}
    assert rooms <= {"_version", "claims", "errors", "hookspecs", "plugins"}
    assert (
        loaded & {"numpy", "pandas", "torch", "spacy", "rich", "typer", "ahocorasick_rs"} == set()
    )


def test_the_names_are_sorted_and_few():
    assert armstrade.__all__ == sorted(armstrade.__all__)
    assert len(armstrade.__all__) <= 25


@pytest.mark.parametrize("name", armstrade.__all__)
def test_each_name_is_there_and_listed(name):
    assert getattr(armstrade, name) is getattr(armstrade, name)
    assert name in dir(armstrade)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        _ = armstrade.extrakt
    assert not hasattr(armstrade, "__wrapped__")


def test_the_benchmark_can_be_called_and_its_parts_imported():
    import armstrade.benchmark

    assert callable(armstrade.benchmark)
