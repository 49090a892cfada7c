"""Sentence boundaries, against tables of constructions."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from armstrade.errors import InputError
from armstrade.language import sentences

HERE = Path(__file__).parent


def _cases(language: str) -> list[tuple[str, str, list[str]]]:
    table = tomllib.loads((HERE / f"sentences_{language}.toml").read_text(encoding="utf-8"))
    return [
        (group["name"], group["join"].join(case), case)
        for group in table["group"]
        for case in group["cases"]
    ]


def _split(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize("language", ["de", "en"])
def test_there_are_at_least_a_hundred_cases(language: str) -> None:
    assert len(_cases(language)) >= 100


@pytest.mark.parametrize("language", ["de", "en"])
def test_nearly_every_case_is_split_exactly(language: str) -> None:
    cases = _cases(language)
    wrong = [
        (name, _split(text, language))
        for name, text, case in cases
        if _split(text, language) != case
    ]
    assert len(wrong) <= 0.02 * len(cases), wrong


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(InputError, match="'fr'"):
        sentences("Bonjour.", "fr")
