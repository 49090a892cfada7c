"""The examples do what they show, as a stranger would run them."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

from armstrade.plugins import Registry

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_five_lines():
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "five_lines.py")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=True,
    )
    assert done.stdout.splitlines() == [
        "PL UA artillery",
        "Poland sends howitzers to Ukraine, a paper reports.",
    ]


def test_the_tutorial_plugin_is_found_by_its_entry_point(monkeypatch):
    monkeypatch.syspath_prepend(str(EXAMPLES / "armstrade-keyword/src"))
    point = EntryPoint("keyword", "armstrade_keyword", "armstrade")
    registry = Registry(builtins=False, entry_points=[point])
    found = registry.extractor("keyword").value
    assert (found.name, found.version) == ("keyword", "0.1.0")


def test_the_tests_of_the_tutorial_plugin_pass():
    folder = EXAMPLES / "armstrade-keyword"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder),
         str(folder / "tests")],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "[100%]" in done.stdout


def test_listing_the_tutorial_plugin_imports_no_reading(monkeypatch):
    monkeypatch.syspath_prepend(str(EXAMPLES / "armstrade-keyword/src"))
    for name in [name for name in sys.modules if name.startswith("armstrade_keyword")]:
        monkeypatch.delitem(sys.modules, name)
    importlib.import_module("armstrade_keyword")
    assert "armstrade_keyword.patterns" not in sys.modules
