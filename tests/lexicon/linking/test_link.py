"""Linking noisy names: how many are found, and how many other words are taken for names."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from armstrade.lexicon import PartyEntry, link

HERE = Path(__file__).parent
THRESHOLD = 0.85


def rows(name):
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def meaning(found):
    entry = found.entry
    return entry.key if isinstance(entry, PartyEntry) else entry.designation


def test_there_are_enough_names():
    assert len(rows("variants")) >= 400
    assert len(rows("traps")) >= 400


def test_noisy_names_are_found():
    wrong = []
    for row in rows("variants"):
        found = link(row["name"], threshold=THRESHOLD, limit=1)
        if not found or meaning(found[0]) != row["meaning"]:
            wrong.append(row["name"])
    assert len(wrong) <= 0.05 * len(rows("variants")), wrong


def test_other_words_are_no_names():
    linked = [row["name"] for row in rows("traps") if link(row["name"], threshold=THRESHOLD)]
    assert len(linked) <= 0.02 * len(rows("traps")), linked


@pytest.mark.parametrize(
    ("name", "not_meant"),
    [
        ("Irak", "IR"),
        ("Iran", "IQ"),
        ("Mali", "MT"),
        ("Malta", "ML"),
        ("Niger", "NG"),
        ("Nigeria", "NE"),
        ("T-62", "T-72"),
        ("T-72", "T-62"),
        ("S-300", "S-400"),
        ("Slowenien", "SK"),
        ("Slovakia", "SI"),
        ("Austria", "AU"),
    ],
)
def test_names_near_to_another_keep_their_own_meaning(name, not_meant):
    best = link(name)[0]
    assert best.reason == "exact"
    assert meaning(best) != not_meant
    assert not [one for one in link(name, threshold=THRESHOLD) if meaning(one) == not_meant]


@pytest.mark.parametrize("name", ["", " ", "-", "a" * 500, "Amigo", "mig", "von", "der"])
def test_what_is_no_name(name):
    assert link(name, threshold=THRESHOLD) == []


def test_kind_year_limit_and_order():
    links = link("Schahed 136", limit=3)
    assert len(links) <= 3
    assert [one.score for one in links] == sorted((one.score for one in links), reverse=True)
    assert all(one.kind == "party" for one in link("Schahed", kind="party"))
    assert all(0.0 <= one.score <= 1.0 for one in link("Selenskj"))
    in_office = link("Volodymyr Zelenskyj", year=2023, threshold=THRESHOLD)
    assert in_office
    assert meaning(in_office[0]) == "UA"
    assert link("Volodymyr Zelenskyj", year=1990, threshold=THRESHOLD) == []


def test_the_reason_says_what_differs():
    assert link("Russland")[0].reason == "exact"
    assert link("Oesterreich")[0].reason == "spelling"
    assert link("Kinschal")[0].reason in ("exact", "transliteration")
    assert link("Hirnars")[0].reason == "look-alike"
    assert link("Venezulea")[0].reason == "typo"
