"""The other commands, and all of them with every plugin broken."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from armstrade import __version__
from armstrade.claims import claim_schema

Run = Callable[..., subprocess.CompletedProcess[str]]


def break_all(site: Path) -> None:
    (site / "finder_plugin.py").write_text("raise RuntimeError('broken at import')")


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["extract", "--help"], ["plugins"]]
)
def test_works_with_every_plugin_broken(run: Run, site: Path, arguments: list[str]) -> None:
    break_all(site)
    done = run(*arguments)
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr == ""


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"armstrade {__version__}\n"


def test_no_arguments_show_the_help(run: Run) -> None:
    done = run()
    assert done.returncode == 2
    assert "Examples:" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "name",
    [
        "extract",
        "compare",
        "bench",
        "bench errors",
        "bench diff",
        "plugins",
        "schema",
        "lexicon find",
    ],
)
def test_help_of_each_command_has_an_example(run: Run, name: str) -> None:
    done = run(*name.split(), "--help")
    assert f"armstrade {name}" in done.stdout.split("Example", 1)[1]


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    done = run("extrakt")
    assert done.returncode == 2
    assert "extrakt" in done.stderr


def test_a_command_of_a_plugin(run: Run) -> None:
    assert run("greet", "world").stdout == "hello world\n"


def test_plugins_lists_what_is_registered(run: Run) -> None:
    out = run("plugins").stdout
    for line in (
        "finder  (finder_plugin)  1.0, any language, only when asked for",
        "ids",
        "dashes",
    ):
        assert line in out


def test_plugins_names_the_broken_one_with_the_reason(run: Run, site: Path) -> None:
    break_all(site)
    out = run("plugins").stdout
    assert "failed in load: RuntimeError: broken at import" in out
    found = json.loads(run("plugins", "--json").stdout)
    [broken] = [one for one in found["plugins"] if one["name"] == "finder_plugin"]
    assert (broken["status"], broken["distribution"]) == ("failed", "finder_plugin")
    assert broken["failures"][0]["message"] == "broken at import"
    assert {one["kind"] for one in found["registered"]} >= {"combiner"}


def test_plugins_can_be_left_out(run: Run, environment: dict[str, str]) -> None:
    out = run("plugins", env={**environment, "ARMSTRADE_LOAD_PLUGINS": ""}).stdout
    assert "not selected" in out
    assert "finder  (" not in out


def test_a_broken_plugin_is_named_and_costs_nothing_else(run: Run, site: Path) -> None:
    break_all(site)
    done = run("extract", "-", input="Rain.")
    assert done.returncode == 0
    assert "plugin 'finder_plugin' (finder_plugin 1.0) failed in load" in done.stderr
    asked = run("extract", "-", "--extractors", "finder_plugin", input="Rain.")
    assert asked.returncode == 1
    assert "broken at import" in asked.stderr


def test_schema(run: Run) -> None:
    assert json.loads(run("schema").stdout) == claim_schema()


def test_lexicon_find(run: Run) -> None:
    done = run("lexicon", "find", "Moscow thanked Pyongyang.")
    assert [line.split("  ")[1:] for line in done.stdout.splitlines()] == [
        ["party", "Moscow, RU, capital"],
        ["party", "Pyongyang, KP, capital"],
    ]
    missed = run("lexicon", "find", "qqqq")
    assert (missed.returncode, missed.stdout) == (1, "")
    assert "nothing found" in missed.stderr


def test_import_sipri_adds_names_to_ones_own_lexicon(
    run: Run, work: Path, environment: dict[str, str]
) -> None:
    own = {**environment, "ARMSTRADE_LEXICON": str(work / "own.csv")}
    (work / "register.csv").write_text(
        "Recipient,Supplier,Weapon designation,Weapon description\nX,Y,Zorblax-77,tank\n"
    )
    done = run("lexicon", "import-sipri", "register.csv", env=own)
    assert done.stdout == f"1 designations added to {work / 'own.csv'}\n", done.stderr
    assert "Zorblax-77" in run("lexicon", "find", "Ten Zorblax-77 arrived.", env=own).stdout
    (work / "other.csv").write_text("a,b\n1,2\n")
    bad = run("lexicon", "import-sipri", "other.csv", env=own)
    assert (bad.returncode, bad.stdout) == (1, "")
    assert bad.stderr.startswith("armstrade: other.csv")


GOLD = {
    "id": "g", "language": "en", "published": "2023-01-01", "title": None,
    "text": "Paris sends Kyiv 2 tanks. Berlin sells Rome a frigate.",
    "claims": [{
        "supplier": {"id": "FR", "country": "FR", "text": "Paris"},
        "recipient": {"id": "UA", "country": "UA", "text": "Kyiv"}, "intermediary": None,
        "materiel": {"category": "armoured_vehicle", "designation": None, "text": "tanks"},
        "quantity": {"min": 2, "max": 2, "unit": "piece", "text": "2"},
        "stage": "delivered", "polarity": "affirmed", "factuality": "asserted", "date": None,
        "mode": "unspecified", "consideration": None, "attribution": [],
        "evidence": ["Paris sends Kyiv 2 tanks."],
    }],
}  # fmt: skip


def test_bench_scores_a_gold_file(run: Run, work: Path) -> None:
    (work / "gold.jsonl").write_text(json.dumps(GOLD) + "\n")
    done = run("bench", "--corpus", "gold.jsonl", "--extractors", "finder", "--errors")
    assert done.returncode == 0, done.stderr
    assert "finder" in done.stdout
    found = json.loads(
        run(
            "bench", "--corpus", "gold.jsonl", "--extractors", "finder", "-f", "json", "--errors"
        ).stdout
    )
    # The plugin calls Paris "PA": one missed and one false claim, and both are listed.
    assert [error["kind"] for error in found["errors"]["finder"]] != []


def test_bench_errors_walks_through_them(run: Run, work: Path) -> None:
    (work / "gold.jsonl").write_text(json.dumps(GOLD) + "\n")
    ours = ("bench", "errors", "--corpus", "gold.jsonl", "--extractors", "finder")
    done = run(*ours)
    assert done.returncode == 0, done.stderr
    assert "finder, claim level: 1 gold claims not found, 1 false claims" in done.stdout
    assert "[1] " in done.stdout
    assert "Paris sends Kyiv 2 tanks." in done.stdout
    [error] = json.loads(run(*ours, "--page", "1", "--per-page", "1", "-f", "json").stdout)
    assert error["document_id"] == GOLD["id"]
    assert "errors shown: none" in run(*ours, "--kind", "stage").stdout
    beyond = run(*ours, "--page", "9")
    assert beyond.returncode == 1
    assert "there is no page 9" in beyond.stderr


def test_bench_errors_explains_wrong_usage(run: Run) -> None:
    wrong = run("bench", "errors", "--kind", "stages")
    assert wrong.returncode == 2
    assert "Did you mean 'stage'" in wrong.stderr
    misplaced = run("bench", "--split", "train", "errors")
    assert misplaced.returncode == 2
    assert "stand behind it" in misplaced.stderr


def test_bench_reads_all_splits_when_asked(run: Run) -> None:
    done = run("bench", "--split", "all", "--extractors", "nothing", "--no-memory")
    assert done.returncode == 0, done.stderr
    assert re.match(r"newsroom [\d.]+: 436 documents \(108 without claims\)", done.stdout)


def test_bench_diff_compares_two_saved_runs(run: Run, work: Path) -> None:
    (work / "gold.jsonl").write_text(json.dumps(GOLD) + "\n")
    ours = ("bench", "--corpus", "gold.jsonl", "--no-memory", "--save")
    assert run(*ours, "old.jsonl", "--extractors", "nothing,finder").returncode == 0
    (work / "folder").mkdir()
    assert run(*ours, "folder", "--extractors", "finder").returncode == 0
    done = run("bench", "diff", "old.jsonl", "folder", "--exit-code")
    assert done.returncode == 0, done.stderr
    assert "1 documents in both runs" in done.stdout
    missing = run("bench", "diff", "old.jsonl", "nowhere.jsonl")
    assert missing.returncode == 1
    assert "armstrade bench --save" in missing.stderr
    rows = (work / "old.jsonl").read_text().splitlines()
    worse = [row.replace('"claim":[0,1,1]', '"claim":[0,2,1]') for row in rows]
    (work / "worse.jsonl").write_text("\n".join(worse) + "\n")
    changed = run("bench", "diff", "old.jsonl", "worse.jsonl", "--exit-code", "-f", "json")
    assert changed.returncode == 1
    found = json.loads(changed.stdout)
    assert found["systems"]["finder"]["new"]["claim"] == [0, 2, 1]


def test_bench_explains_wrong_names(run: Run) -> None:
    done = run("bench", "--corpus", "newsrom", "--extractors", "finder")
    assert done.returncode == 2
    assert "Did you mean 'newsroom'" in done.stderr


def test_bench_writes_a_page(run: Run, work: Path) -> None:
    (work / "gold.jsonl").write_text(json.dumps(GOLD) + "\n")
    ours = ("bench", "--corpus", "gold.jsonl", "--extractors", "finder", "--no-memory", "--html")
    done = run(*ours, "page.html")
    assert done.returncode == 0, done.stderr
    page = (work / "page.html").read_text(encoding="utf-8")
    assert "Claims, right and wrong" in page
    assert "FR → UA · armoured vehicle · 2 · delivered" in page
    bad = run(*ours, "no/such/folder.html")
    assert bad.returncode == 1
    assert "check --html" in bad.stderr
