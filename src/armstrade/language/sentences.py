"""Splits a text into sentences.

One regular expression finds the places where a sentence may end; each place is
then judged by the words around it. Line breaks are judged by the layout.
"""

from __future__ import annotations

import re
from functools import cache

from armstrade.language._data import abbreviations, check_language, read_toml, stopwords
from armstrade.language._layout import hard_breaks

_CLOSERS = "\"'”“’‘»«›‹)\\]"
# Possessive, and tried once for each run of stops: linear on any junk. The stop comes before
# the look behind it so that the search can skip to it.
_END = re.compile(rf"[.!?…](?<![.!?…]{{2}})[.!?…]*+(?:[{_CLOSERS}]|\[\d{{1,4}}\])*+(?=\s)")
_OPENERS = "\"'„“”‚‘»«›‹([¿¡–—-•*_"
_QUOTES = frozenset("\"”“»«›‹’‘'")
_NEXT_WORD = re.compile(rf"[\s{re.escape(_OPENERS)}]*+(\w*)")
_ROMAN = re.compile(r"[IVX]{2,}$")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+-?[^\W\d_]{1,3}$")
_NUMBER = re.compile(r"(?:\d{1,2}\.?/)?\d{1,3}$")
_CONSONANTS = re.compile(r"[B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-z]{1,2}$")
_DAY = re.compile(r"\d{1,2}\.$")
_DAY_AHEAD = re.compile(r"\s?\d{1,2}\.(?:\s?\d{2,4})?")
# How far back the word before a stop is looked for, and forward the word after it.
_BACK = 48
_FORWARD = 48


class _Rules:
    """What a language knows about the ends of its sentences."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.abbreviations = abbreviations(language)
        table = read_toml(language, "sentences.toml")
        self.starters = frozenset(
            word.capitalize() for word in stopwords(language) if word not in table["not_starters"]
        )
        self.ordinals_have_stops: bool = table["ordinals_have_stops"]
        self.suffixes = tuple(table["abbreviated_suffixes"])
        self.before_ordinal = frozenset(table["before_ordinal"])
        self.after_ordinal = re.compile(table["after_ordinal"])
        self.before_letter = frozenset(table["before_letter"])
        self.after_quote = re.compile(table["after_quote"]) if table["after_quote"] else None

    def kind(self, word: str) -> str | None:
        """How an abbreviation behaves, or ``None`` for an ordinary word."""
        found = self.abbreviations.get(word)
        if found is not None or len(word) == 1:
            return found
        found = self.abbreviations.get(word.lower())
        if found is None and word.isupper():
            found = self.abbreviations.get(word.capitalize())
        if found is None and len(word) > 4 and word.endswith(self.suffixes):
            found = "either"
        return found


@cache
def _rules(language: str) -> _Rules:
    check_language(language)
    return _Rules(language)


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """The sentences of a text, in order.

    Parameters
    ----------
    text
        Any text; its line breaks are judged by the layout, so that headlines
        stand alone and hard-wrapped paragraphs are joined.
    language
        ``"de"`` or ``"en"``.

    Returns
    -------
    list of tuple
        Half-open spans in code points. They do not overlap, have no white space
        at either end and cover every character that is not white space.

    Examples
    --------
    >>> text = "Am 8. November kamen 3 Mrd. Euro an. „Gut“, sagte Dr. Kahl."
    >>> [text[start:end] for start, end in sentences(text, "de")]
    ['Am 8. November kamen 3 Mrd. Euro an.', '„Gut“, sagte Dr. Kahl.']
    """
    rules = _rules(language)
    spans: list[tuple[int, int]] = []
    begin = 0
    for block_end in [*hard_breaks(text, language), len(text)]:
        _split_block(text, begin, block_end, rules, spans)
        begin = block_end
    return spans


def _split_block(
    text: str, begin: int, end: int, rules: _Rules, spans: list[tuple[int, int]]
) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    start = begin
    for match in _END.finditer(text, begin, end):
        stop = match.end()
        if stop >= end:
            break
        if match.group() == "." and _is_plain(text, start, stop - 1, rules):
            spans.append((start, stop))
            start = stop + 1
        elif _ends_sentence(text, start, match.start(), stop, end, rules):
            spans.append((start, stop))
            start = stop
            while text[start].isspace():
                start += 1
    if start < end:
        spans.append((start, end))


def _is_plain(text: str, start: int, mark: int, rules: _Rules) -> bool:
    """Whether the stop is one of the many that need no second look.

    A longer word in lower case that is no abbreviation stands before it, a space
    and a capital letter follow, and no parenthesis is open.
    """
    if text[mark + 1] != " " or not text[mark + 2].isupper():
        return False
    at = text.rfind(" ", max(start, mark - _BACK), mark) + 1
    word = text[at:mark]
    return (
        at > 0
        and len(word) > 3
        and word.isalpha()
        and word.islower()
        and word not in rules.abbreviations
        and text.find("(", start, mark) == -1
    )


def _ends_sentence(text: str, start: int, mark: int, stop: int, end: int, rules: _Rules) -> bool:
    """Whether the sentence that began at `start` ends with the mark at `mark`."""
    found = _NEXT_WORD.match(text, stop, min(end, stop + _FORWARD))
    follower = found.group(1) if found else ""
    if follower[:1].islower() and not follower[1:2].isupper():  # but "iPhone"
        return False
    closers = text[mark:stop].lstrip(".!?…")
    quoted = not _QUOTES.isdisjoint(closers)
    if rules.after_quote and quoted and text[mark] in "!?" and rules.after_quote.match(text, stop):
        return False
    if _inside_parenthesis(text, start, stop, end):
        return False
    if text[mark] != "." or stop - mark - len(closers) > 1:
        if text[mark] in ".…" and text[mark - 1 : mark].isspace() and mark > start:
            return follower in rules.starters
        return True
    if quoted:
        return True
    before = text[max(start, mark - _BACK) : mark]
    if not before or before[-1].isspace():
        return True
    last = before.rsplit(None, 1)[-1]
    return _stop_ends(text, start, mark - len(last), last.lstrip(_OPENERS), stop, follower, rules)


def _stop_ends(
    text: str, start: int, at: int, word: str, stop: int, follower: str, rules: _Rules
) -> bool:
    """Whether a single full stop after `word` (which begins at `at`) ends the sentence."""
    starter = follower in rules.starters
    kind = rules.kind(word)
    if kind is None and len(word) == 1 and word.isalpha():
        previous = _previous_word(text, start, at)
        kind = rules.kind(previous + word) if previous.endswith(".") else None
        if kind is None and (word.islower() or previous.rstrip(".") in rules.before_letter):
            kind = "never" if word.islower() else "word"
    if kind == "never":
        return False
    if kind == "either":
        return starter
    if kind == "number":
        return not (follower[:1].isdigit() or _ROMAN.match(follower))
    if kind == "word":
        return True
    if word.isdecimal() or _NUMBER.match(word):
        return _figure_ends(text, start, at, word, stop, follower, rules)
    tail = re.split(r"[-.(/]", word)[-1]
    if len(tail) == 1 and tail.isupper() and tail.isalpha():
        return starter or "/" in word  # "Gripen E/F." is no initial
    if _CONSONANTS.match(word) or _DOTTED.match(word):
        return starter
    if _ROMAN.match(word) and rules.ordinals_have_stops:
        return starter or follower[:1].isdigit()  # "die Cobra II. 32 davon …"
    return True


def _figure_ends(
    text: str, start: int, at: int, word: str, stop: int, follower: str, rules: _Rules
) -> bool:
    """Whether a full stop after a figure ends the sentence or makes it an ordinal."""
    if at == start and len(word) <= 2:
        return False  # the number of a list item
    if not rules.ordinals_have_stops or len(word) > 5:
        return True
    if rules.after_ordinal.match(follower):
        return False
    previous = _previous_word(text, start, at)
    if follower[:1].isdigit():
        of_a_date = len(word) <= 2 and (
            _DAY.match(previous) or _DAY_AHEAD.match(text, stop) is not None
        )
        return not of_a_date and previous.lower() not in rules.before_ordinal
    if follower in rules.starters:
        return True
    return previous.lower() not in rules.before_ordinal


def _previous_word(text: str, start: int, at: int) -> str:
    """The word before the one that begins at `at`."""
    words = text[max(start, at - _BACK) : at].split()
    return words[-1].lstrip(_OPENERS) if words else ""


def _inside_parenthesis(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the place lies in a parenthesis that stays within one sentence."""
    opened = text.rfind("(", start, stop)
    if opened == -1 or text.rfind(")", opened, stop) != -1:
        return False
    closed = text.find(")", stop, min(end, stop + (300 if opened > start else 60)))
    return closed != -1 and text.find("(", stop, closed) == -1
