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
    tables: dict[str, Any] = with_swiss(tomllib.loads(read_text(language, name)))
    return tables


def with_swiss(value: Any) -> Any:
    """A table whose words and keys with "ß" are there in Swiss spelling, too.

    >>> with_swiss({"big": ["groß", "weit"], "dreißig": 30})
    {'big': ['groß', 'weit', 'gross'], 'dreißig': 30, 'dreissig': 30}
    """
    if isinstance(value, dict):
        table = {key: with_swiss(part) for key, part in value.items()}
        return table | {k.replace("ß", "ss"): part for k, part in table.items() if "ß" in k}
    if isinstance(value, list):
        swiss = [v.replace("ß", "ss") for v in value if isinstance(v, str) and "ß" in v]
        return value + [word for word in swiss if word not in value]
    return value


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
