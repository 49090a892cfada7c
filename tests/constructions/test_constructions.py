"""The rules on the construction suite: no worse than the page of constructions says."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest


def _load():  # type: ignore[no-untyped-def]
    path = Path(__file__).with_name("measure.py")
    spec = importlib.util.spec_from_file_location("measure_constructions", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


suite = _load()
SHOWN = suite.shown(suite.PAGE.read_text(encoding="utf-8"))
REMEDY = "repair the grammar, or own up to it: python tests/constructions/measure.py"


@pytest.mark.parametrize("language", suite.LANGUAGES)
@pytest.mark.parametrize("group", suite.groups())
def test_no_group_falls_below_the_page(group: str, language: str) -> None:
    now, before = (suite.summed(tallies, group, language) for tallies in (suite.measure(), SHOWN))
    assert now.share >= before.share, f"{now} instead of {before}; {REMEDY}"


def test_the_page_does_not_say_more_than_is_true() -> None:
    now = suite.measure()
    overstated = {
        key: (said, now.get(key)) for key, said in SHOWN.items()
        if key not in now or said.total != now[key].total or said.passed > now[key].passed
    }  # fmt: skip
    assert overstated == {}, REMEDY


def test_the_page_has_every_construction() -> None:
    assert {slug for slug, _ in SHOWN} == {slug for slug, _ in suite.shown_order()}
    assert {language for _, language in SHOWN} == set(suite.LANGUAGES)


def test_a_page_is_read_as_it_is_written() -> None:
    text = "| `who-active` | A \\| B sends. | 3/13 | 11/13 |\n| who | 3/13 | 11/13 |\n"
    assert suite.shown(text) == {("who-active", "de"): (3, 13), ("who-active", "en"): (11, 13)}


def test_a_case_passes_only_with_exactly_its_claims() -> None:
    extractor = suite.RulesExtractor()
    line = "PL > UA: armoured_vehicle | - | 60 | delivered | affirmed | asserted"
    case = {"text": "Poland has delivered 60 tanks to Ukraine.", "claims": [line]}
    assert suite.passes(case, "en", extractor)
    assert not suite.passes(case | {"claims": []}, "en", extractor)
    assert not suite.passes(case | {"claims": [line, line]}, "en", extractor)
    other = line.replace("delivered", "planned")
    assert not suite.passes(case | {"claims": [other]}, "en", extractor)


def test_parties_of_the_suite_are_those_of_the_lexicon() -> None:
    assert suite.party("org:TKMS") == "DE"
    assert suite.party("org:RSF") == suite.party("org:Rapid Support Forces")
    assert suite.party("org:Nobody") == "org:Nobody"
