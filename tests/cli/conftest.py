"""The installed command, with a plugin that was installed without pip."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

FINDER = """
import re
import time
import armstrade
from armstrade.claims.draft import ClaimDraft

class Finder:
    name, languages, default = "finder", (), False
    def extract(self, reading):
        for word in reading.document.text.split():
            if word == "BOOM":
                raise ValueError("cannot read this")
            if word == "SLOW":
                for _ in range(1200):  # one long sleep misses a signal just before it
                    time.sleep(0.05)
        pattern = r"(Berlin|Paris) sends (Kyiv) (\\\\d+) (tanks)"
        for found in re.finditer(pattern, reading.document.text):
            yield ClaimDraft(
                supplier={"text": found[1], "id": found[1][:2].upper()},
                recipient={"text": found[2], "id": "UA"},
                materiel={"text": found[4], "category": "armoured_vehicle"},
                quantity={"text": found[3], "min": int(found[3]), "max": int(found[3])},
                stage="delivered",
            )

class Ids:
    name = "ids"
    def writer(self, stream):
        return IdsWriter(stream)

class IdsWriter:
    def __init__(self, stream):
        self.stream = stream
    def write(self, document, claims):
        self.stream.writelines(claim.materiel.category + "\\\\n" for claim in claims)
    def close(self):
        pass

class Dashes:
    name, suffixes = "dashes", (".dashes",)
    def read(self, path):
        for number, text in enumerate(path.read_text().split("---")):
            yield armstrade.Document(id=f"{path.name}#{number}", text=text)

@armstrade.hookimpl
def armstrade_extractors():
    return [Finder()]

@armstrade.hookimpl
def armstrade_exporters():
    return [Ids()]

@armstrade.hookimpl
def armstrade_readers():
    return [Dashes()]

@armstrade.hookimpl
def armstrade_commands(app):
    @app.command("greet")
    def greet(name: str) -> None:
        print("hello", name)
""".replace("\\\\", "\\")

Run = Callable[..., subprocess.CompletedProcess[str]]


def install(folder: Path, name: str, code: str) -> None:
    """What pip leaves behind for a package of one module, in a folder for the path."""
    (folder / f"{name}.py").write_text(code)
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[armstrade]\n{name} = {name}\n")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with the plugin `finder_plugin`."""
    folder = tmp_path / "site"
    folder.mkdir()
    install(folder, "finder_plugin", FINDER)
    return folder


@pytest.fixture
def environment(site: Path) -> dict[str, str]:
    return {
        **{key: value for key, value in os.environ.items() if not key.startswith("ARMSTRADE")},
        "PYTHONPATH": str(site),
        "PYTHONIOENCODING": "utf-8",
        "NO_COLOR": "1",
    }


@pytest.fixture
def command() -> str:
    """The installed script, beside the interpreter that runs the tests."""
    return str(Path(sys.executable).with_name("armstrade"))


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The folder the command runs in."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@pytest.fixture
def run(work: Path, environment: dict[str, str], command: str) -> Run:
    """Run ``armstrade`` as a user does."""

    def call(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            [command, *map(str, arguments)],
            **{
                "cwd": work, "env": environment, "capture_output": True, "text": True,
                "encoding": "utf-8", "timeout": 60, "input": "", **options,
            },
        )  # fmt: skip

    return call
