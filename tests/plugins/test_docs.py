"""The Python of the tutorial and of the page on grounding runs, from top to bottom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["tutorial/plugin.md", "explanation/grounding.md"])
def test_the_page_runs(page):
    text = (DOCS / page).read_text(encoding="utf-8")
    snippets = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    assert snippets
    names: dict[str, object] = {"__name__": "page"}
    for number, code in enumerate(snippets):
        exec(compile(code, f"{page}, snippet {number}", "exec"), names)
