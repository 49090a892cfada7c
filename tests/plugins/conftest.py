"""Plugins written to a folder that is on the path for one test, with entry points."""

from __future__ import annotations

import sys
import textwrap
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, PathDistribution
from pathlib import Path

import pytest


@dataclass
class Site:
    """A folder of installed distributions."""

    folder: Path
    points: list[EntryPoint] = field(default_factory=list)

    def install(self, distribution: str, name: str, code: str, *, version: str = "1.0") -> str:
        """Install one module under one entry point; returns the module's name."""
        module = distribution.replace("-", "_")
        (self.folder / f"{module}.py").write_text(textwrap.dedent(code), encoding="utf-8")
        info = self.folder / f"{module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n", encoding="utf-8"
        )
        (info / "entry_points.txt").write_text(
            f"[armstrade]\n{name} = {module}\n", encoding="utf-8"
        )
        self.points += PathDistribution(info).entry_points.select(group="armstrade")
        return module


@pytest.fixture
def site(tmp_path, monkeypatch):
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield Site(tmp_path)
    for name in set(sys.modules) - before:
        module = sys.modules[name]
        if str(getattr(module, "__file__", "") or "").startswith(str(tmp_path)):
            del sys.modules[name]


EXTRACTOR = """
import armstrade

class {cls}:
    name = "{name}"
    languages = ()
    def extract(self, reading):
        return []

@armstrade.hookimpl
def armstrade_extractors():
    return [{cls}()]
"""


@pytest.fixture
def extractor_code():
    def code(name: str) -> str:
        return EXTRACTOR.format(name=name, cls=name.title().replace("-", ""))

    return code
