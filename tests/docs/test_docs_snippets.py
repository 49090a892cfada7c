"""Every snippet in the README and the documentation runs.

``pycon`` and ``python`` blocks that hold ``>>>`` are doctests, other ``python`` blocks are
executed, in the order of the page and in one namespace. ``console`` blocks run their
``$ armstrade`` lines in an empty folder and compare what is printed. A block after
``<!-- file: NAME -->`` is put into that folder first. ``<!-- not run: REASON -->`` leaves one out.
``<!-- shape: REASON -->`` is for a table of claims that changes when extractors learn: what is
printed must have the same head and rows of the same form, and say something of the same article.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(
    r"(?:<!-- (?P<note>(?:file|not run|shape): [^>]+?) -->\n+)?"
    r"^```(?P<kind>\w+)[^\n]*\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Block(NamedTuple):
    """A fenced block of a page."""

    kind: str
    body: str
    note: str
    line: int


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page.

    Examples
    --------
    >>> [block.kind for block in blocks("```python\\n1\\n```\\n")]
    ['python']
    """
    return [
        Block(
            found["kind"],
            found["body"],
            found["note"] or "",
            text.count("\n", 0, found.start()) + 1,
        )
        for found in BLOCK.finditer(text)
    ]


def run_page(page: Path, text: str, folder: Path) -> int:
    """Run the snippets of a page and return how many there were."""
    names: dict[str, object] = {"__name__": page.stem}
    count = 0
    for block in blocks(text):
        if block.note.startswith("file: "):
            path = folder / block.note.removeprefix("file: ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, encoding="utf-8")
        elif block.note.startswith("not run: "):
            continue
        elif block.kind in ("python", "pycon"):
            count += 1
            if ">>>" in block.body:
                _doctest(page, block, names)
            else:
                exec(compile(block.body, f"{page}:{block.line}", "exec"), names)
        elif block.kind == "console":
            count += 1
            _console(page, block, folder)
    return count


def _doctest(page: Path, block: Block, names: dict[str, object]) -> None:
    parsed = doctest.DocTestParser().get_doctest(
        block.body, names, page.name, str(page), block.line
    )
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    told: list[str] = []
    runner.run(parsed, out=told.append, clear_globs=False)
    names.update(parsed.globs)
    assert runner.failures == 0, "".join(told)


def _console(page: Path, block: Block, folder: Path) -> None:
    for entry in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        line, _, expected = entry.partition("\n")
        words = shlex.split(line)
        if words[0] != "armstrade":
            continue
        words[0] = str(Path(sys.executable).with_name("armstrade"))
        done = subprocess.run(
            words, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}, check=False,
        )  # fmt: skip
        printed = done.stdout + done.stderr
        if block.note.startswith("shape: "):
            matches = _same_shape(expected, printed)
        else:
            matches = doctest.OutputChecker().check_output(expected, printed, FLAGS)
        assert matches, f"{page.name}:{block.line}: $ {line}\n{printed}"


def _same_shape(expected: str, printed: str) -> bool:
    """Two tables of claims about one article: the head is the same, the rows are of one form."""
    shown, told = (_parts(table) for table in (expected, printed))
    return shown[0] == told[0] and all(rows and evidence for _, rows, evidence in (shown, told))


def _parts(table: str) -> tuple[list[str], list[str], list[str]]:
    """Head, rows and lines of evidence; a line that is none of these is an error."""
    lines = table.rstrip("\n").split("\n")
    head, body = lines[:2], lines[2:]
    assert re.fullmatch(r"\S+  \d{4}(-\d\d){0,2}", head[0])
    column = head[1].index("materiel")
    rows = [line for line in body if re.match(r"\S+ → \S+ +[a-z_]+", line)]
    evidence = [line for line in body if re.match(r" {4}\S", line)]
    wrapped = [line for line in body if not line[:column].strip() and line[column:].strip()]
    assert len(rows) + len(evidence) + len(wrapped) == len(body), table
    assert max(map(len, lines)) <= 100
    return head, rows, evidence


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_snippets_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # A page that writes to the reader's own lexicon must not write to that of the tester.
    monkeypatch.setenv("ARMSTRADE_LEXICON", str(tmp_path / "lexicon.csv"))
    (tmp_path / "lexicon.csv").write_text("designation,category\n", encoding="utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    run_page(page, page.read_text(encoding="utf-8"), tmp_path)


def test_the_article_of_the_readme_is_the_example() -> None:
    [shown] = [
        block.body for block in blocks((ROOT / "README.md").read_text(encoding="utf-8"))
        if block.note == "file: examples/article-de.txt"
    ]  # fmt: skip
    assert shown == (ROOT / "examples" / "article-de.txt").read_text(encoding="utf-8")


def test_the_runner_notices_a_wrong_snippet(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    assert run_page(page, "```pycon\n>>> 1 + 1\n2\n```\n", tmp_path) == 1
    with pytest.raises(AssertionError):
        run_page(page, "```pycon\n>>> 1 + 1\n3\n```\n", tmp_path)
    with pytest.raises(NameError):
        run_page(page, "```python\nunknown\n```\n", tmp_path)
    with pytest.raises(AssertionError):
        run_page(page, "```console\n$ armstrade --version\nother 9\n```\n", tmp_path)
    shape = "<!-- shape: it learns -->\n```console\n$ armstrade extract examples/article-de.txt\n"
    with pytest.raises(AssertionError):
        run_page(page, shape + "other.txt  2023\nsupplier → recipient  materiel\n```\n", tmp_path)
    assert run_page(page, "<!-- not run: slow -->\n```python\nunknown\n```\n", tmp_path) == 0
