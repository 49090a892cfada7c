"""Runs on disk, and what changed between two."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from armstrade.benchmark import Counts, Report, Run, SystemReport, diff, load_run, score
from armstrade.benchmark.runs import key, run_of, save
from armstrade.claims import Stage
from armstrade.corpora import Corpus
from armstrade.errors import InputError

Damage = Callable[[Corpus, int], dict]  # type: ignore[type-arg]


def report(gold: Corpus, *predicted: dict) -> Report:  # type: ignore[type-arg]
    names = ("one", "two")
    systems = [
        SystemReport(name, score(gold, told), seconds=1.0, version="1")
        for name, told in zip(names, predicted, strict=False)
    ]
    return Report(gold, tuple(systems), resamples=50)


@pytest.fixture(scope="module")
def old(dev: Corpus, damage: Damage) -> Run:
    return run_of(report(dev, damage(dev, 1), damage(dev, 2)))


def test_a_run_comes_back_as_it_was(old: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "deep" / "run.jsonl", tmp_path / "folder"):
        save(old, path)
        assert load_run(path) == old
    assert sorted(one.name for one in (tmp_path / "folder").iterdir()) == [
        "manifest.json", "rows.jsonl",
    ]  # fmt: skip
    save(old, f"{tmp_path}/made/")
    assert load_run(tmp_path / "made") == old


def test_the_manifest_says_what_was_run(dev: Corpus, old: Run) -> None:
    manifest = old.manifest
    assert manifest["corpus"]["sha256"] == dev.sha256
    assert manifest["corpus"]["claims"] == len(dev.claims)
    assert {"armstrade", "python", "date", "seed", "split"} <= set(manifest)
    assert manifest["systems"]["one"]["version"] == "1"
    dated = run_of(report(dev, {}), date=dt.date(2024, 5, 1))
    assert dated.manifest["date"] == "2024-05-01"


def test_rows_hold_the_counts_and_no_text(dev: Corpus, damage: Damage, old: Run) -> None:
    whole = report(dev, damage(dev, 1))["one"].score
    assert old.counts("one") == whole.claim
    assert old.counts("one", "full") == whole.full
    for row in old.rows:
        counts = row.counts["claim"]
        assert (len(row.found), len(row.false), len(row.missed)) == (
            counts.tp, counts.fp, counts.fn,
        )  # fmt: skip
    said = json.dumps([[*row.found.values(), *row.false.values()] for row in old.rows])
    for claim in dev.claims:
        assert claim.evidence[0].text not in said


def test_diff_tells_gained_from_lost(dev: Corpus, damage: Damage, old: Run) -> None:
    new = run_of(report(dev, damage(dev, 3), damage(dev, 2)))
    found = diff(old, new)
    one, two = found.systems
    assert two.same
    assert not one.same
    assert not found.same
    assert one.new["claim"].tp - one.old["claim"].tp == len(one.gained) - len(one.lost)
    assert one.new["claim"].fp - one.old["claim"].fp == len(one.added) - len(one.removed)
    back = diff(new, old).systems[0]
    assert (back.gained, back.lost) == (one.lost, one.gained)
    assert {change.id for change in one.gained} <= {
        claim.id for claim in dev.claims
    } | {f"{claim.id}#2" for claim in dev.claims}  # fmt: skip
    page = str(found)
    assert max(map(len, page.splitlines())) <= 100
    assert one.gained[0].key in page
    assert found.to_dict()["systems"]["two"]["gained"] == []
    assert diff(old, old).same


def test_false_claims_are_compared_by_what_they_say(dev: Corpus) -> None:
    claim = dev.claims[0]
    said = claim.model_copy(update={"stage": Stage.SOUGHT})
    elsewhere = said.model_copy(update={"date": None, "evidence": (claim.materiel.span,)})
    runs = [run_of(report(dev, {claim.document_id: [one]})) for one in (said, elsewhere)]
    assert said.id != elsewhere.id
    [system] = diff(*runs).systems
    assert (system.added, system.removed) == ((), ())


def test_other_documents_are_told_and_left_out(dev: Corpus, damage: Damage, old: Run) -> None:
    few = replace(dev, documents=dev.documents[:5], sha256="other")
    found = diff(old, run_of(report(few, damage(few, 1))))
    assert found.documents == 5
    assert found.only_old == ("two",)
    assert any("sha256" in note for note in found.notes)
    assert any("11 documents" in note for note in found.notes)
    assert found.systems[0].old["claim"].gold == len(few.claims)


def test_what_is_no_run_is_explained(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    for text in ("", "[]", "{}", '{"armstrade run": 1}\n{"system": "x"}', "no json"):
        bad.write_text(text)
        with pytest.raises(InputError, match="no run"):
            load_run(bad)
    bad.write_text('{"armstrade run": 99}')
    with pytest.raises(InputError, match="format 99"):
        load_run(bad)
    with pytest.raises(InputError, match="armstrade bench --save"):
        load_run(tmp_path / "nowhere")


def test_a_key_is_short_and_has_no_words(dev: Corpus) -> None:
    for claim in dev.claims:
        assert len(key(claim)) < 80
        assert claim.stage.value in key(claim)
    assert sum((row.counts["claim"] for row in ()), Counts()) == Counts()
