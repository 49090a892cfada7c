"""The figures in the datasheet are those of the corpus."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

from armstrade import corpora

PAGE = Path(corpora.__file__).parent / "data" / "newsroom" / "datasheet.md"


def table_rows(columns: int) -> list[list[str]]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in lines if line[:1] == "|"]
    return [row for row in cells if len(row) == columns and set(row[0]) != {"-"}][1:]


def test_composition() -> None:
    rows = table_rows(6)
    assert len(rows) == 22
    for split, language, *figures in rows:
        part = corpora.load("newsroom", split=split, language=language)
        empty = sum(not gold.claims for gold in part)
        chars = sum(len(gold.document.text) for gold in part)
        assert [int(figure) for figure in figures] == [len(part), empty, len(part.claims), chars]


def test_slot_values() -> None:
    claims = corpora.load("newsroom").claims
    rows = table_rows(2)
    assert [name for name, _ in rows] == ["stage", "polarity", "factuality", "category", "mode"]
    for name, written in rows:
        owners = [claim.materiel if name == "category" else claim for claim in claims]
        counted = Counter(getattr(owner, name).value for owner in owners)
        assert {w.split()[0]: int(w.split()[1]) for w in written.split(", ")} == counted


def test_version_is_that_of_the_manifest() -> None:
    version = corpora.load("newsroom/de/dev").version
    assert f"Version {version}." in PAGE.read_text(encoding="utf-8")


def test_agreement_of_two_annotators() -> None:
    path = Path(__file__).parents[2] / "benchmarks" / "agreement.py"
    spec = importlib.util.spec_from_file_location("agreement", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    german, english = module.agreement("de"), module.agreement("en")
    assert f"{german.claim.f1:.3f} (German) and {english.claim.f1:.3f} (English)" in page
    assert f"triple-level {german.triple.f1:.3f} and {english.triple.f1:.3f}" in page
    assert german.false_alarms.right == english.false_alarms.right == 0
