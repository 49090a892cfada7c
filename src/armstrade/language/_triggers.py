"""Finds the few places in a text at which a large pattern can match at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"\w+|[$€£¥₩+]")
_LITERAL = re.compile(r"([^\W\d_]+)([\[(])?")
# What is no literal in a regular expression: escapes and the names of groups.
_SYNTAX = re.compile(r"\\[AbBdDsSwWZ]|\?P<\w+>|\?P=\w+")
_LOOK_BEHIND = re.compile(r"\(\?<=[^()]*\)")
# What can take a figure, once repetition counts and the names of groups are left out.
_COUNT = re.compile(r"\{\d*,?\d*\}|\?P[<=]\w+")
_FIGURE = re.compile(r"\\[dwS]|\[\^|(?<!\\)\.|\d")
_PREFIX = 4
# How many words are kept in mind; texts without end must not fill the memory.
_REMEMBERED = 100_000


class Triggers:
    """The alternatives of a large pattern, each tried only where it can match.

    A large alternation is slow to try at every word of a text. Most words begin
    with letters that no literal of the pattern begins with, and are passed over;
    the others are tried with the alternatives that have such a literal. Sets of
    alternatives are written as the bits of a number, the first one lowest.

    Parameters
    ----------
    alternatives
        Patterns whose matches begin with a figure, a currency sign, a plus sign or
        with one of their own literals, and end where a word ends. Only literals of
        three letters and more, and those right before a bracket, may be the beginning
        of a longer word. What they take behind white space begins in the same way,
        and what they look ahead to must not follow. The first that matches counts.
    before, after
        What all of them look at before they begin and where they end.
    """

    def __init__(
        self, alternatives: Sequence[str], *, before: str = "", after: str = "", flags: int = 0
    ) -> None:
        def compiled(pattern: str) -> re.Pattern[str]:
            return re.compile(f"{before}(?:{pattern}){after}", flags)

        self._patterns = [compiled(pattern) for pattern in alternatives]
        # For words without a context: nothing is asked of what stands before.
        self._alone = [compiled(_LOOK_BEHIND.sub("", pattern)) for pattern in alternatives]
        self._all = (1 << len(alternatives)) - 1
        self._figures = 0
        # The alternatives with a literal: whole words first, then beginnings by their length.
        self._tables: list[dict[str, int]] = [{} for _ in range(_PREFIX + 1)]
        for number, pattern in enumerate(alternatives):
            bit = 1 << number
            if _FIGURE.search(_COUNT.sub("", pattern)):
                self._figures |= bit
            for literal, more in _LITERAL.findall(_SYNTAX.sub(" ", pattern)):
                beginning = literal.lower()[:_PREFIX]
                size = len(beginning) if more or len(literal) >= _PREFIX - 1 else 0
                table = self._tables[size]
                table[beginning] = table.get(beginning, 0) | bit
        self._roles: dict[str, tuple[int, int]] = {}
        self._chosen: dict[int, list[re.Pattern[str]]] = {}

    def _learn(self, word: str) -> tuple[int, int]:
        """The roles of a word that has not been met before."""
        if len(self._roles) >= _REMEMBERED:
            self._roles.clear()
        roles = self._roles[word] = self._find_roles(word)
        return roles

    def _find_roles(self, word: str) -> tuple[int, int]:
        """Of which alternatives a word can be a part, and of which it can be the whole."""
        low = word[:_PREFIX].lower()
        if not low.isalpha():
            some = self._figures if word[0] in "0123456789" else self._all
        else:
            some = self._tables[0].get(low, 0)
            for size in range(1, len(low) + 1):
                some |= self._tables[size].get(low[:size], 0)
        if not some or not (word.isalpha() or word.isdecimal()):
            return some, some
        matching = [k for k, alone in enumerate(self._alone) if some >> k & 1 and alone.match(word)]
        return some, sum(1 << k for k in matching)

    def _choose(self, some: int) -> list[re.Pattern[str]]:
        chosen = self._chosen[some] = [p for k, p in enumerate(self._patterns) if some >> k & 1]
        return chosen

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]``, as `re.Pattern.finditer` gives them."""
        words: list[str] = _TOKEN.findall(text, start, end)
        known = self._roles
        roles = [known.get(word) or self._learn(word) for word in words]
        find, count = text.find, len(words)
        at = stop = start
        for k, word in enumerate(words):
            some, whole = roles[k]
            if not some:
                stop = find(word, stop, end) + len(word)
                continue
            begin = find(word, stop, end)
            stop = begin + len(word)
            if begin < at:
                continue
            following = k + 1
            if some != whole and following < count:
                # "der" of "der erste": only before a word with which it can go on
                going_on = whole | roles[following][0]
                if some & ~going_on and text[stop : find(words[following], stop, end)].isspace():
                    some &= going_on
                    if not some:
                        continue
            for pattern in self._chosen.get(some) or self._choose(some):
                match = pattern.match(text, begin, end)
                if match is not None:
                    yield match
                    at = match.end()
                    break
