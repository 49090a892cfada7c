"""Finds the few places in a text at which a large pattern can match at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

_TOKEN = re.compile(r"\w+|[$€£¥₩+]")
_LITERAL = re.compile(r"[^\W\d_]+")
# What is no literal in a regular expression: escapes and the names of groups.
_SYNTAX = re.compile(r"\\[AbBdDsSwWZ]|\?P<\w+>|\?P=\w+")
_LOOK_BEHIND = re.compile(r"\(\?<=[^()]*\)")
_PREFIX = 4
# What a word can be to a match: nothing, the first of several words, or the whole of it.
_NOTHING, _LEADS, _BEGINS = 1, 2, 3
# How many words are kept in mind; texts without end must not fill the memory.
_REMEMBERED = 100_000


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
        What it takes behind white space begins in the same way, and what it
        looks ahead to must not follow.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        literals = {word.lower() for word in _LITERAL.findall(_SYNTAX.sub(" ", pattern.pattern))}
        self.long = frozenset(word[:_PREFIX] for word in literals if len(word) >= _PREFIX)
        self.short = frozenset(word for word in literals if len(word) == _PREFIX - 1)
        self.whole = frozenset(word for word in literals if len(word) < _PREFIX - 1)
        self._roles: dict[str, int] = {}
        self._dead_ends: dict[str, bool] = {}

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        """The pattern for words without a context: nothing is asked of what stands before."""
        return re.compile(_LOOK_BEHIND.sub("", self.pattern.pattern), self.pattern.flags)

    def _learn(self, word: str) -> int:
        """The role of a word that has not been met before."""
        if len(self._roles) >= _REMEMBERED:
            self._roles.clear()
        role = self._roles[word] = self._find_role(word)
        return role

    def _find_role(self, word: str) -> int:
        """Whether a match can begin with a word, and whether the word can be all of it."""
        low = word[:_PREFIX].lower()
        if not low.isalpha():
            return _BEGINS
        if low in self.long or low[: _PREFIX - 1] in self.short or low in self.whole:
            return _BEGINS if not word.isalpha() or self._alone.match(word) else _LEADS
        return _NOTHING

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]``, as `re.Pattern.finditer` gives them."""
        at = start
        words: list[str] = _TOKEN.findall(text, start, end)
        roles = list(map(self._roles.get, words))
        if None in roles:
            roles = [role or self._learn(word) for role, word in zip(roles, words, strict=True)]
        last = len(words) - 1
        match_at = self.pattern.match
        tokens: list[re.Match[str]] = []
        for k, role in enumerate(roles):
            if role == _NOTHING:
                continue
            tokens = tokens or list(_TOKEN.finditer(text, start, end))
            begin, stop = tokens[k].span()
            if begin < at:
                continue
            if role == _LEADS and k < last:
                # "der" of "der erste" before a word with which nothing can go on
                following = tokens[k + 1].start()
                if roles[k + 1] == _NOTHING and text[stop:following].isspace():
                    continue
                # "von der" before such a word
                if (
                    k + 1 < last
                    and roles[k + 2] == _NOTHING
                    and text[tokens[k + 1].end() : tokens[k + 2].start()].isspace()
                    and self._lead_nowhere(text[begin : tokens[k + 1].end()])
                ):
                    continue
            match = match_at(text, begin, end)
            if match is not None:
                yield match
                at = match.end()

    def _lead_nowhere(self, words: str) -> bool:
        """Whether no match can begin with words after which nothing can go on."""
        known = self._dead_ends.get(words)
        if known is None:
            if len(self._dead_ends) >= _REMEMBERED:
                self._dead_ends.clear()
            plain = all(word.isalpha() for word in words.split())
            known = self._dead_ends[words] = plain and self._alone.match(words) is None
        return known
