"""How a language is read that has no grammar: its words and figures."""

from __future__ import annotations

import re

from armstrade.language.quantities import QuantityMatch
from armstrade.language.words import Word

# A word may hold hyphens, stops and slashes ("T-72", "U.S."); an apostrophe parts two words and
# stays with the one that it shortens: "l'|Ukraine", "Ukrayna|'ya".
_ELIDED = r"[^\W\d_]{1,3}['’](?=[^\W\d_])"
_WORD = re.compile(
    rf"\d+(?:[.,\u00a0\u202f ]\d{{3}})*(?!\w)|{_ELIDED}|['’][^\W\d_]+|\w+(?:[-‐‑/.&]\w+)*|[^\w\s]"
)
_FIGURES = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+")
_NO_COUNT = re.compile(r"\s?(?:%|‰|[€$£]|[A-Z]{3}\b|mm\b|km\b|m\b|kg\b|[.,:/-]\d)")
_CODE = re.compile(r"[\w.,:/$€£-]")
_YEARS = range(1900, 2100)
_LONGEST = 9


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]``; only figures and punctuation have a tag.

    >>> [word.text for word in words("La France livre l'Ukraine.", 0, 26)]
    ['La', 'France', 'livre', "l'", 'Ukraine', '.']
    """
    found = []
    for i, match in enumerate(_WORD.finditer(text, start, end)):
        form = match.group()
        tag = "word"
        if form[0].isdigit() and _FIGURES.fullmatch(form):
            tag = "num"
        elif len(form) == 1 and not form.isalnum() and form != "_":
            tag = "punct"
        found.append(Word(i, match.start(), match.end(), form, form.lower(), tag))
    return found


def figures(text: str, start: int, end: int) -> list[QuantityMatch]:
    """Counts in figures: no years, sums of money, measures or parts of a name.

    >>> found = figures("En 2024, 1 200 obus de 155 mm et 12 canons.", 0, 43)
    >>> [match.min for match in found]
    [1200, 12]
    """
    found = []
    for match in _FIGURES.finditer(text, start, end):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) > _LONGEST or _CODE.search(
            text, max(start, match.start() - 1), match.start()
        ):
            continue
        after = text[match.end() : match.end() + 1]
        if after.isalpha() or _NO_COUNT.match(text, match.end(), end):
            continue
        value = int(digits)
        if not value or (value in _YEARS and len(match.group()) == 4):
            continue
        found.append(quantity(match.start(), match.end(), value, value))
    return found


def quantity(start: int, end: int, low: int | None, high: int | None) -> QuantityMatch:
    """A count of pieces."""
    return QuantityMatch(start, end, low, high, "piece", "count", None, end)
