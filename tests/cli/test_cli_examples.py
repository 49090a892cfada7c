"""``armstrade extract --examples``."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

EXAMPLE = {
    "id": "mine-1",
    "language": "en",
    "published": "2024-05-01",
    "title": None,
    "text": "Berlin chipped in ten howitzers for Kyiv.",
    "claims": [
        {
            "supplier": {"id": "DE", "country": "DE", "text": "Berlin"},
            "recipient": {"id": "UA", "country": "UA", "text": "Kyiv"},
            "intermediary": None,
            "materiel": {"category": "artillery", "designation": None, "text": "howitzers"},
            "quantity": {"min": 10, "max": 10, "unit": "piece", "text": "ten"},
            "stage": "planned",
            "polarity": "affirmed",
            "factuality": "asserted",
            "date": None,
            "mode": "aid",
            "consideration": None,
            "attribution": [],
            "evidence": ["Berlin chipped in ten howitzers for Kyiv."],
        }
    ],
}


@pytest.fixture(autouse=True)
def files(work: Path) -> None:
    (work / "new.txt").write_text("Warsaw chipped in twenty tanks for Vilnius.\n")
    (work / "mine.jsonl").write_text(json.dumps(EXAMPLE))
    (work / "bad.jsonl").write_text('{"id": "x", "text": "Nothing."}\n')


def claims(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [claim for line in done.stdout.splitlines() for claim in json.loads(line)["claims"]]


def test_an_example_changes_what_is_found(run: Run) -> None:
    plain = ("extract", "new.txt", "--format", "jsonl", "--language", "en")
    assert claims(run(*plain)) == []
    done = run(*plain, "--examples", "mine.jsonl")
    assert done.returncode == 0, done.stderr
    (claim,) = claims(done)
    assert (claim["supplier"]["id"], claim["recipient"]["id"]) == ("PL", "LT")
    assert claim["stage"] == "planned"


def test_examples_add_the_extractor_to_those_named(run: Run) -> None:
    done = run(
        "extract", "new.txt", "--format", "jsonl", "--language", "en",
        "--extractors", "rules", "--examples", "mine.jsonl",
    )  # fmt: skip
    assert len(claims(done)) == 1


def test_a_bad_example_is_told_with_file_line_and_remedy(run: Run) -> None:
    done = run("extract", "new.txt", "--examples", "bad.jsonl")
    assert done.returncode != 0
    assert "bad.jsonl:1" in done.stderr
    assert "Traceback" not in done.stderr


FRENCH = {
    **EXAMPLE,
    "id": "fr-1",
    "language": "fr",
    "text": "Berlin offre dix obusiers à Kiev.",
    "claims": [
        {
            **EXAMPLE["claims"][0],
            "recipient": {"id": "UA", "country": "UA", "text": "Kiev"},
            "materiel": {"category": "artillery", "designation": None, "text": "obusiers"},
            "quantity": {"min": 10, "max": 10, "unit": "piece", "text": "dix"},
            "evidence": ["Berlin offre dix obusiers à Kiev."],
        }
    ],
}


def test_examples_teach_a_language(run: Run, work: Path) -> None:
    (work / "fr.jsonl").write_text(json.dumps(FRENCH))
    (work / "article.txt").write_text("Varsovie offre 20 obusiers à la Lituanie.\n")
    done = run(
        "extract", "--examples", "fr.jsonl", "article.txt", "-f", "jsonl", "--language", "fr"
    )
    assert done.returncode == 0, done.stderr
    (claim,) = claims(done)
    assert (claim["supplier"]["id"], claim["recipient"]["id"]) == ("PL", "LT")
    assert (claim["stage"], claim["quantity"]["min"]) == ("planned", 20)


def test_a_language_that_nobody_reads_is_told(run: Run, work: Path) -> None:
    (work / "article.txt").write_text("Varsovie offre des obusiers à la Lituanie et à la Grèce.\n")
    done = run("extract", "article.txt", "-f", "jsonl")
    assert claims(done) == []
    assert "not read by rules: the document is in 'fr'" in done.stderr
