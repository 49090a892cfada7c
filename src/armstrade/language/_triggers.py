"""Finds the few places in a text at which a large pattern can match at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"\w+|[$€£¥₩+]")
_LITERAL = re.compile(r"[^\W\d_]+")
# What is no literal in a regular expression: escapes and the names of groups.
_SYNTAX = re.compile(r"\\[AbBdDsSwWZ]|\?P<\w+>|\?P=\w+")
_PREFIX = 4


class Triggers:
    """The beginnings of words that occur in a pattern.

    A large alternation is slow to try at every word of a text. Most words begin
    with letters that no literal of the pattern begins with, and are passed over.

    Parameters
    ----------
    pattern
        A compiled pattern whose matches begin with a figure, a currency sign, a
        plus sign or with one of its literals, and end where a word ends. Only
        literals of three letters and more may be the beginning of a longer word.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        literals = {word.lower() for word in _LITERAL.findall(_SYNTAX.sub(" ", pattern.pattern))}
        self.long = frozenset(word[:_PREFIX] for word in literals if len(word) >= _PREFIX)
        self.short = frozenset(word for word in literals if len(word) == _PREFIX - 1)
        self.whole = frozenset(word for word in literals if len(word) < _PREFIX - 1)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]``, as `re.Pattern.finditer` gives them."""
        at = start
        match_at, long, short, whole = self.pattern.match, self.long, self.short, self.whole
        for token in _TOKEN.finditer(text, start, end):
            begin = token.start()
            if begin < at:
                continue
            word = token.group()[:_PREFIX].lower()
            if word in long or word[: _PREFIX - 1] in short or word in whole or not word.isalpha():
                match = match_at(text, begin, end)
                if match is not None:
                    yield match
                    at = match.end()
