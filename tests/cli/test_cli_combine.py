"""``armstrade combine fit`` as a user starts it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]
ARTICLE = "Norwegen hat der Ukraine im Mai 40 Drohnen geliefert."


def test_a_combiner_is_fitted_and_used(run: Run, work: Path) -> None:
    (work / "article.txt").write_text(ARTICLE, encoding="utf-8")
    done = run(
        "combine", "fit", "--corpus", "newsroom/de/calibration", "--extractors", "rules",
        "--out", "mine.json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "rules: claim F1" in done.stderr
    packed = json.loads((work / "mine.json").read_text(encoding="utf-8"))
    assert packed["manifest"]["corpus"] == "newsroom/de/calibration"
    assert packed["manifest"]["extractors"].keys() == {"rules"}
    done = run("extract", "article.txt", "--extractors", "rules", "--combine", "mine.json",
               "--format", "jsonl")  # fmt: skip
    scored = run(
        "bench", "--corpus", "newsroom/de/dev", "--extractors", "rules", "--combine", "mine.json",
        "--no-memory",
    )  # fmt: skip
    assert "stacked" in scored.stdout, scored.stderr
    (claim,) = json.loads(done.stdout)["claims"]
    assert claim["provenance"]["votes"] == ["rules"]
    assert 0 < claim["confidence"] < 1


def test_agreement_of_two_is_refused_in_one_line(run: Run) -> None:
    done = run(
        "combine", "fit", "--corpus", "newsroom/de/calibration", "--extractors", "rules",
        "--without-gold", "--out", "mine.json",
    )  # fmt: skip
    assert done.returncode != 0
    assert "only for 3 or more" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_combiner_is_explained(run: Run, work: Path) -> None:
    (work / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (work / "mine.json").write_text("{}", encoding="utf-8")
    done = run("extract", "article.txt", "--combine", "mine.json")
    assert done.returncode != 0
    assert "mine.json: no combiner" in done.stderr
    assert "combine fit" in done.stderr


def test_extractors_that_nothing_was_fitted_on_are_told_in_one_line(run: Run, work: Path) -> None:
    (work / "article.txt").write_text(f"{ARTICLE} Berlin sends Kyiv 5 tanks.", encoding="utf-8")
    done = run("extract", "article.txt", "--extractors", "rules,finder")
    assert done.returncode == 0, done.stderr
    assert "Norwegen" in done.stdout
    (line,) = [line for line in done.stderr.splitlines() if "not fitted" in line]
    assert line.startswith("armstrade: warning: combiner 'stacked'")
    assert "armstrade combine fit --extractors finder,rules" in line
