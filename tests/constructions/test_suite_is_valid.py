"""The construction suite itself: well-formed, within the vocabularies, and as broad as promised."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from armstrade.claims import Category, Factuality, Polarity, Stage

HERE = Path(__file__).parent
LANGUAGES = ("de", "en")
GROUPS = (
    "who",
    "order",
    "list",
    "reference",
    "stage",
    "polarity",
    "factuality",
    "source",
    "value",
    "silence",
)
REQUIRED = {"construction", "text", "claims", "reason"}
OPTIONAL = {"published", "sources", "date", "intermediary"}
FEWEST_CASES = 5

_PARTY = r"\?|[A-Z]{2}|EU|NATO|UN|WEST|org:.+?"
_CLAIM = re.compile(rf"(?P<supplier>{_PARTY}) > (?P<recipient>{_PARTY}): (?P<rest>.+)\Z")
_QUANTITY = re.compile(r"-|(?P<exact>\d+)|(?P<low>\d+)-(?P<high>\d+)|\d+-|-\d+")


def _cases(language: str) -> list[dict[str, Any]]:
    with (HERE / f"{language}.toml").open("rb") as file:
        cases: list[dict[str, Any]] = tomllib.load(file)["case"]
    return cases


def _claim_faults(line: str) -> list[str]:
    match = _CLAIM.match(line)
    if match is None:
        return [f"{line!r}: no 'supplier > recipient: …'"]
    supplier, recipient = match["supplier"], match["recipient"]
    slots = match["rest"].split(" | ")
    if len(slots) != 6:
        return [f"{line!r}: {len(slots)} slots instead of 6"]
    category, designation, quantity, stage, polarity, factuality = slots
    faults = []
    if supplier == recipient == "?":
        faults.append("neither party is known")
    if supplier == recipient != "?":
        faults.append("supplier and recipient are the same")
    for value, vocabulary in (
        (category, Category),
        (stage, Stage),
        (polarity, Polarity),
        (factuality, Factuality),
    ):
        if value not in set(vocabulary):
            faults.append(f"{value!r} is no {vocabulary.__name__}")
    if not designation.strip():
        faults.append("the designation is empty; write '-'")
    number = _QUANTITY.fullmatch(quantity)
    if number is None:
        faults.append(f"quantity {quantity!r} is not N, N-M, N-, -M or '-'")
    elif number["low"] and int(number["low"]) > int(number["high"]):
        faults.append(f"quantity {quantity!r} runs backwards")
    return [f"{line!r}: {fault}" for fault in faults]


def _case_faults(case: dict[str, Any]) -> list[str]:
    faults = [f"lacks {key!r}" for key in sorted(REQUIRED - case.keys())]
    faults += [f"unknown key {key!r}" for key in sorted(case.keys() - REQUIRED - OPTIONAL)]
    if faults:
        return faults
    if case["construction"].partition("-")[0] not in GROUPS:
        faults.append(f"construction {case['construction']!r} belongs to no group")
    if not case["text"].strip() or case["text"] != case["text"].strip():
        faults.append("the text is empty or has blanks around it")
    if not case["reason"].strip():
        faults.append("the reason is empty")
    if len(set(case["claims"])) != len(case["claims"]):
        faults.append("a claim stands twice")
    for line in case["claims"]:
        faults += _claim_faults(line)
    if case["construction"].startswith("silence-") and case["claims"]:
        faults.append("a case of silence has claims")
    if not isinstance(case.get("published", dt.date.min), dt.date):
        faults.append("'published' is no date")
    if "date" in case:
        start, end = (dt.date.fromisoformat(day) for day in case["date"].split("/"))
        if start > end:
            faults.append(f"date {case['date']!r} runs backwards")
        if not case["claims"]:
            faults.append("a date without a claim")
    for source in case.get("sources", []):
        if source not in case["text"]:
            faults.append(f"source {source!r} does not stand in the text")
    return faults


def _slug_counts(language: str) -> Counter[str]:
    return Counter(case["construction"] for case in _cases(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_is_well_formed(language: str) -> None:
    faults = [
        f"{case.get('text', case)!r}: {fault}"
        for case in _cases(language)
        for fault in _case_faults(case)
    ]
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_stands_twice(language: str) -> None:
    counts = Counter(case["text"] for case in _cases(language))
    assert [text for text, count in counts.items() if count > 1] == []


def test_both_languages_have_the_same_constructions() -> None:
    german, english = (set(_slug_counts(language)) for language in LANGUAGES)
    assert german ^ english == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_construction_has_enough_cases(language: str) -> None:
    thin = {slug: n for slug, n in _slug_counts(language).items() if n < FEWEST_CASES}
    assert thin == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", [group for group in GROUPS if group != "silence"])
def test_groups_mix_claims_and_contrasts(language: str, group: str) -> None:
    cases = [c for c in _cases(language) if c["construction"].startswith(f"{group}-")]
    speaking = sum(bool(case["claims"]) for case in cases)
    assert speaking > len(cases) / 2
    assert speaking < len(cases)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("DE > UA: tank | - | 4 | delivered | affirmed | asserted", "no Category"),
        ("DE > UA: ship | - | 4 | delivered | affirmed", "5 slots"),
        ("DE > UA: ship | - | 9-4 | delivered | affirmed | asserted", "backwards"),
        ("DE > UA: ship | - | four | delivered | affirmed | asserted", "is not N"),
        ("DE > DE: ship | - | 4 | delivered | affirmed | asserted", "the same"),
        ("? > ?: ship | - | 4 | delivered | affirmed | asserted", "neither"),
        ("Germany > UA: ship | - | 4 | delivered | affirmed | asserted", "supplier > recipient"),
        ("DE > UA: ship | - | 4 | sold | affirmed | asserted", "no Stage"),
    ],
)
def test_a_broken_claim_is_noticed(line: str, fault: str) -> None:
    assert any(fault in message for message in _claim_faults(line))
