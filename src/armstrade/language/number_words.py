"""The value of a number, written in figures or in words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from armstrade.language._data import read_toml

# The separators of thousands that both languages share: spaces and apostrophes.
_SPACES = " \u00a0\u202f\u2009'’"


def alternatives(words: list[str]) -> str:
    """A regular expression for one of these words or phrases, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("\\ ", r"\s+") for word in ordered) + ")"


@cache
def figures_pattern(language: str) -> str:
    """A regular expression for a number in figures."""
    table = read_toml(language, "numbers.toml")
    grouping, decimal = re.escape(table["grouping"]), re.escape(table["decimal"])
    return (
        rf"(?:\d{{1,3}}(?:{grouping}\d{{3}})+(?![\d])(?:{decimal}\d+)?"
        # "36 155-mm guns": 36 of a calibre
        rf"|\d{{1,3}}(?:[{_SPACES}]\d{{3}}(?!\s?-?(?:mm|[Mm]illimet)))+(?!\d)"
        rf"|\d+(?:{decimal}\d+)?)"
    )


HYPHENS = "-\u2010\u2011"
# What stands between the words of a number.
_BETWEEN = rf"{HYPHENS}\s"


@cache
def words_pattern(language: str) -> str:
    """A regular expression for a whole number in words."""
    table = read_toml(language, "numbers.toml")
    units, teens, tens = (alternatives(list(table[key])) for key in ("units", "teens", "tens"))
    if language == "de":
        below_100 = rf"(?:{units}und{tens}|{tens}|{teens}|{units})"
        below_1000 = rf"(?:{units}?hundert(?:und)?{below_100}?|{below_100})"
        return rf"(?:{below_1000}?tausend(?:und)?{below_1000}?|{below_1000})"
    below_100 = rf"(?:{tens}(?:[{_BETWEEN}]{units})?|{teens}|{units})"
    below_1000 = (
        rf"(?:(?:a|{below_100})[{_BETWEEN}]hundred(?:\s(?:and\s)?{below_100})?|{below_100})"
    )
    return (
        rf"(?:(?:a|{below_1000})[{_BETWEEN}]thousand(?:,?\s(?:and\s)?{below_1000})?|{below_1000})"
    )


@lru_cache(maxsize=10_000)
def figures_value(figures: str, language: str) -> float:
    """The value of a number in figures.

    Examples
    --------
    >>> figures_value("25.000", "de"), figures_value("1,5", "de"), figures_value("12'400", "de")
    (25000.0, 1.5, 12400.0)
    >>> figures_value("25,000", "en"), figures_value("1.5", "en")
    (25000.0, 1.5)
    """
    table = read_toml(language, "numbers.toml")
    decimal = str(table["decimal"])
    bare = re.sub(rf"[{_SPACES}]", "", figures)
    # The other language's thousands: "25,000" in a German text is no decimal.
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(decimal)}000)+", bare):
        return float(bare.replace(decimal, ""))
    return float(bare.replace(table["grouping"], "").replace(decimal, "."))


def words_value(words: str, language: str) -> int:
    """The value of a whole number in words.

    Examples
    --------
    >>> words_value("zweihundertfünfzig", "de"), words_value("elftausend", "de")
    (250, 11000)
    >>> words_value("two hundred and fifty", "en"), words_value("twenty-four", "en")
    (250, 24)
    """
    lowered = words.lower()
    if language == "de":
        return _german(lowered)
    return _english(re.split(rf"[{_BETWEEN},]+", lowered))


def is_small_number(low: str, language: str) -> bool:
    """Whether a lower-cased word is a number below a hundred, written as one word.

    Examples
    --------
    >>> is_small_number("neun", "de"), is_small_number("nun", "de")
    (True, False)
    """
    return low in _small(language)


@cache
def _small(language: str) -> dict[str, int]:
    table = read_toml(language, "numbers.toml")
    return {**table["units"], **table["teens"], **table["tens"]}


def _german(word: str) -> int:
    small = _small("de")
    if word in small:
        return small[word]
    for scale, factor in (("tausend", 1000), ("hundert", 100)):
        before, found, after = word.partition(scale)
        if found:
            return (_german(before) if before else 1) * factor + (
                _german(after.removeprefix("und")) if after.removeprefix("und") else 0
            )
    unit, _, ten = word.partition("und")
    return small[unit] + small[ten]


def _english(words: list[str]) -> int:
    small = _small("en")
    total = current = 0
    for word in words:
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total += max(current, 1) * 1000
            current = 0
        elif word == "a":
            current = 1
        elif word not in ("and", ""):
            current += small[word]
    return total + current
