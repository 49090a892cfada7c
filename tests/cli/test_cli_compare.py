"""``armstrade compare``."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = "Germany delivered 40 tanks to Ukraine on Monday. Berlin sends Kyiv 12 tanks.\n"


@pytest.fixture(autouse=True)
def files(work: Path) -> None:
    (work / "a.txt").write_text(TEXT)
    rows = [{"id": name, "text": TEXT, "language": "en"} for name in ("first", "second")]
    (work / "two.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_extractors_stand_side_by_side(run: Run) -> None:
    done = run("compare", "a.txt", "--extractors", "rules,finder", "--combine", "union",
               "--published", "2024-05-06")  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "a.txt  2024-05-06" in done.stdout
    assert "only rules" in done.stdout
    assert "> Germany delivered 40 tanks to Ukraine on Monday." in done.stdout
    assert "finder: 1 claim\n" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_all_that_are_installed_run_by_default(run: Run) -> None:
    lines = run("compare", "a.txt").stdout.splitlines()
    names = [line.split(":")[0].strip() for line in lines[1:4]]
    assert names == ["finder", "fuzzy", "rules"]


def test_the_combiner_can_be_chosen(run: Run) -> None:
    done = run("compare", "a.txt", "--extractors", "rules,finder", "--combine", "vote")
    assert "vote (combined)" in done.stdout


def test_the_page_is_written(run: Run, work: Path) -> None:
    done = run("compare", "a.txt", "--extractors", "rules", "--html", "out.html")
    assert done.returncode == 0
    page = (work / "out.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Compared: a.txt" in page


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nowhere.txt"], 1, "nowhere.txt: no such file or folder"),
        (["two.jsonl"], 1, "two.jsonl: holds 2 documents; choose one with --document, such as fir"),
        (["two.jsonl", "--document", "thrid"], 2, "no document in two.jsonl named 'thrid'"),
        (["a.txt", "--extractors", "ruls"], 2, "rules"),
        (["a.txt", "--combine", "voet"], 2, "vote"),
        (["a.txt", "--published", "yesterday"], 2, "is no date"),
        (["a.txt", "--extractors", "rules", "--html", "no/such/folder.html"], 1, "check --html"),
    ],
)
def test_what_goes_wrong_is_told(run: Run, arguments: list[str], code: int, words: str) -> None:
    done = run("compare", *arguments)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_one_document_of_several(run: Run) -> None:
    done = run("compare", "two.jsonl", "--document", "second", "--extractors", "rules")
    assert done.returncode == 0
    assert done.stdout.startswith("second\n")


def test_standard_input_and_a_failing_extractor(run: Run) -> None:
    done = run("compare", "-", "--extractors", "rules,finder", input=TEXT + "BOOM")
    assert done.returncode == 1
    assert "finder: 0 claims; failed: ValueError: cannot read this" in done.stdout
    assert "cannot read this" in done.stderr


def test_nothing_found(run: Run, work: Path) -> None:
    (work / "b.txt").write_text("The weather was fine.\n")
    done = run("compare", "b.txt", "--extractors", "rules")
    assert done.returncode == 0
    assert "0 statements" in done.stdout
    assert "no transfer claims found" in done.stderr
