"""Generated pages are current, links of the navigation exist, the public names are documented."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import armstrade

ROOT = Path(__file__).parents[2]


def _generator():  # type: ignore[no-untyped-def]
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_current() -> None:
    pages = _generator().pages()
    assert len(pages) == 3
    for path, text in pages.items():
        assert path.read_text(encoding="utf-8") == text, f"{path}: run python docs/generate.py"


def test_every_page_of_the_navigation_exists_and_every_page_is_in_it() -> None:
    listed = set(re.findall(r"[\w/-]+\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    there = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert listed == there


def test_public_names_and_the_api_page_agree() -> None:
    page = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^### `(\w+)", page, re.MULTILINE))
    assert documented == set(armstrade.__all__) - {"__version__"}
    assert "`armstrade.__version__`" in page
