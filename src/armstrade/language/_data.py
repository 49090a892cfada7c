"""Reads the data files of a language, once each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from armstrade.errors import InputError

LANGUAGES = ("de", "en")
GENERIC = "generic"
"""Stands for any other language: what can be read without a grammar."""


def check_language(language: str) -> None:
    """Raise `InputError` unless `language` is one that has data files."""
    if language not in (*LANGUAGES, GENERIC):
        raise InputError(
            f"no language data for {language!r}; use one of {', '.join(map(repr, LANGUAGES))}"
        )


def read_text(language: str, name: str) -> str:
    """The text of one data file of a language."""
    check_language(language)
    return (files("armstrade.language") / language / name).read_text(encoding="utf-8")


def read_lines(language: str, name: str) -> list[str]:
    """The lines of a data file without comments and blank lines."""
    return _rows(read_text(language, name))


def _rows(text: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@cache
def other_stopwords() -> dict[str, frozenset[str]]:
    """The function words of languages that armstrade has no grammar for, lower-case."""
    text = (files("armstrade.language") / "other_stopwords.toml").read_text(encoding="utf-8")
    return {code: frozenset(words.split()) for code, words in tomllib.loads(text).items()}


@cache
def read_toml(language: str, name: str) -> dict[str, Any]:
    """The tables of a TOML data file; callers must not change them."""
    return tomllib.loads(read_text(language, name))


@cache
def stopwords(language: str) -> frozenset[str]:
    """The function words of a language, lower-case."""
    return frozenset(read_lines(language, "stopwords.txt"))


@cache
def abbreviations(language: str) -> dict[str, str]:
    """Abbreviations without their last stop, each with its kind.

    Kinds are ``never`` (ends no sentence), ``either`` and ``number`` (an
    abbreviation only before a figure).
    """
    rows = (line.split() for line in read_lines(language, "abbreviations.txt"))
    return {row[0]: row[1] for row in rows}
