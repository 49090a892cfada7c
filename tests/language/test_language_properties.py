"""What must hold for any text."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armstrade.language import dates, detect, quantities, sentences

LANGUAGES = st.sampled_from(["de", "en"])
DAY = date(2023, 6, 14)
UNTIMED = settings(deadline=None)
# Pieces that the rules look at, so that random texts reach them.
PIECES = st.sampled_from(
    [
        "1.",
        "3",
        "30",
        "25.000",
        "25,000",
        "2014",
        "12:30",
        "8.11.2023",
        "z.",
        "B.",
        "Dr.",
        "U.S.",
        "No.",
        "Mrd.",
        "Abs.",
        "2",
        "II.",
        "A.",
        "…",
        "...",
        "!",
        "?",
        "“",
        "„",
        "”\n",
        "",
        "",
        "",
        '"',
        "»",
        "«",
        "(",
        ")",
        "[1]",
        "-",
        "–",
        "•",
        ":",
        ";",
        ",",
        "\n",
        "\n\n",
        "Der",
        "der",
        "The",
        "the",
        "panzer",
        "Panzer",
        "tanks",
        "ein",
        "a",
        "zwei",
        "two",
        "hundert",
        "hundred\n",
        "",
        "",
        "",
        "million",
        "Millionen",
        "Dutzend",
        "dozen",
        "bis",
        "to",
        "und",
        "and",
        "zwischen",
        "between",
        "seit",
        "since",
        "am",
        "on",
        "Mai",
        "May",
        "im",
        "in\n",
        "",
        "",
        "",
        "Montag",
        "Monday",
        "Jahr",
        "year",
        "letzten",
        "last",
        "Anfang",
        "early",
        "vor",
        "ago",
        "über",
        "over",
        "mehr",
        "als",
        "F-16",
        "155-mm",
        "$",
        "€",
        "%",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
)


@UNTIMED
@given(TEXTS, LANGUAGES)
def test_sentences_cover_the_text_in_order(text: str, language: str) -> None:
    spans = sentences(text, language)
    covered = set[int]()
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        covered.update(range(start, end))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(char.isspace() or at in covered for at, char in enumerate(text))


@UNTIMED
@given(TEXTS, LANGUAGES)
def test_a_sentence_of_a_text_without_line_breaks_stays_one(text: str, language: str) -> None:
    flat = " ".join(text.split())
    joined = "\n\n".join(flat[start:end] for start, end in sentences(flat, language))
    again = [joined[start:end] for start, end in sentences(joined, language)]
    assert "".join("".join(again).split()) == "".join(flat.split())
    assert len(again) >= len(sentences(flat, language))


@UNTIMED
@given(TEXTS, LANGUAGES)
def test_quantities_lie_in_the_stretch_in_order(text: str, language: str) -> None:
    start, end = len(text) // 4, len(text)
    found = quantities(text, start, end, language)
    for quantity in found:
        assert start <= quantity.start < quantity.end <= end
        assert quantity.end <= quantity.noun_start <= end
        if quantity.min is not None and quantity.max is not None:
            assert quantity.min <= quantity.max
    assert all(one.end <= other.start for one, other in pairwise(found))


@UNTIMED
@given(TEXTS, LANGUAGES, st.booleans(), st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_dates_lie_in_the_stretch_in_order(
    text: str, language: str, known: bool, day: date
) -> None:
    start, end = len(text) // 4, len(text)
    found = dates(text, start, end, language, (day, day) if known else None)
    for match in found:
        assert start <= match.start < match.end <= end
        if match.first is not None and match.last is not None:
            assert match.first <= match.last
    assert all(one.end <= other.start for one, other in pairwise(found))


@UNTIMED
@given(TEXTS)
def test_detecting_never_fails(text: str) -> None:
    found = detect(text)
    assert found is None or (len(found) == 2 and found.isalpha() and found.islower())


def _german(number: int) -> str:
    units = [
        "null",
        "ein",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
    ]
    tens = [
        "-",
        "-",
        "zwanzig",
        "dreißig",
        "vierzig",
        "fünfzig",
        "sechzig",
        "siebzig",
        "achtzig",
        "neunzig",
    ]
    if number >= 1000:
        rest = number % 1000
        return _german(number // 1000) + "tausend" + (_german(rest) if rest else "")
    if number >= 100:
        rest = number % 100
        return _german(number // 100) + "hundert" + (_german(rest) if rest else "")
    if number <= 12:
        return units[number]
    if number < 20:
        return {16: "sech", 17: "sieb"}.get(number, units[number - 10]) + "zehn"
    return (units[number % 10] + "und" if number % 10 else "") + tens[number // 10]


def _english(number: int) -> str:
    units = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if number >= 1000:
        rest = number % 1000
        link = " and " if 0 < rest < 100 else " "
        return (
            _english(number // 1000) + " thousand" + link + (_english(rest) if rest else "")
        ).strip()
    if number >= 100:
        rest = number % 100
        return _english(number // 100) + " hundred" + (f" and {_english(rest)}" if rest else "")
    if number < 20:
        return units[number]
    return tens[number // 10] + (f"-{units[number % 10]}" if number % 10 else "")


@given(st.integers(2, 999_999))
@settings(max_examples=300, deadline=None)
def test_words_figures_and_grouped_figures_agree(number: int) -> None:
    for language, words, grouped, noun in (
        ("de", _german(number), f"{number:,}".replace(",", "."), "Granaten"),
        ("en", _english(number), f"{number:,}", "shells"),
    ):
        for written in (words, grouped, grouped.replace(",", " ").replace(".", " ")):
            text = f"{written} {noun}"
            (found,) = quantities(text, 0, len(text), language)
            assert (found.min, found.max) == (number, number), text
            assert text[found.start : found.end] == written
    text = f"Sie gaben ihnen mehr als {number} Granaten"
    (found,) = quantities(text, 0, len(text), "de")
    assert (found.min, found.max) == (number, None)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "junk",
    ["1.", "1. ", "A.", "a. ", "(", "(. ", "„", "...", "\n", "a\n", "x", "1", "1 ", "1,", "bis 1 ",
     "über 1 ", "im Mai und ", "in May to ", "zwei ", "two ", "hundert", "a few ",
     "- ", "1-", "z. B. ", ". ", ".)", ".\"", "-", "und ", "to "],
)  # fmt: skip
def test_junk_is_read_to_its_end(junk: str, language: str) -> None:
    # Far more than any article; a super-linear rule would never come back.
    text = junk * (50_000 // len(junk))
    spans = sentences(text, language)
    assert "".join(re.sub(r"\s", "", text[start:end]) for start, end in spans) == re.sub(
        r"\s", "", text
    )
    short = text[:4000]
    assert all(q.end <= len(short) for q in quantities(short, 0, len(short), language))
    found = dates(short, 0, len(short), language, (DAY, DAY))
    assert all(match.end <= len(short) for match in found)
