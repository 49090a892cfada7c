"""The page of hooks: documented in docs/reference/hooks.md, and each hook has a test."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from armstrade import hookspecs

ROOT = Path(__file__).parents[2]
HOOKS = {
    name: function
    for name, function in vars(hookspecs).items()
    if inspect.isfunction(function) and name.startswith("armstrade_")
}


def signature(function) -> str:
    names = ", ".join(
        f"{parameter.name}: {parameter.annotation}"
        for parameter in inspect.signature(function).parameters.values()
    )
    returns = inspect.signature(function).return_annotation
    return f"({names}) -> {returns}"


def page() -> str:
    return (ROOT / "docs/reference/hooks.md").read_text(encoding="utf-8")


def test_the_page_documents_exactly_the_hooks_of_the_code():
    headings = re.findall(r"^## `(armstrade_\w+)(\(.*)`$", page(), flags=re.MULTILINE)
    assert dict(headings) == {name: signature(function) for name, function in HOOKS.items()}


def test_the_page_names_the_version():
    assert f"Version of the hooks: {hookspecs.HOOKSPEC_VERSION}\n" in page()


@pytest.mark.parametrize("name", sorted(HOOKS))
def test_each_hook_says_what_an_author_must_know(name):
    doc = inspect.getdoc(HOOKS[name]) or ""
    for part in ("Runs ", "Examples\n--------", ".. versionadded::"):
        assert part in doc
    assert "Returns\n-------" in doc or "Parameters\n----------" in doc
    section = page().split(f"## `{name}(")[1].split("\n## ")[0]
    for part in ("**When**", "**Returns**", "**On error**", "```python", "Added in"):
        assert part in section


@pytest.mark.parametrize("name", sorted(HOOKS))
def test_each_hook_has_a_test(name):
    tests = (Path(__file__).parent / "test_registry.py").read_text(encoding="utf-8")
    assert f"def test_hook_{name.removeprefix('armstrade_')}(" in tests


def test_examples_of_the_page_run():
    for number, code in enumerate(re.findall(r"```python\n(.*?)```", page(), flags=re.DOTALL)):
        exec(compile(code, f"hooks.md, example {number}", "exec"), {"__name__": f"ex{number}"})
