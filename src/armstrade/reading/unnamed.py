"""Parties that a text keeps unnamed: "an undisclosed customer", "the army of a NATO country".

Nobody else is to be put in their place, so they are parties without an id. English only.
"""

from __future__ import annotations

from armstrade.language.grammar import Grammar
from armstrade.language.words import Word

from .phrases import PartyPhrase

# How far before the noun its article may stand, in words.
_REACH = 5


def unnamed_parties(words: list[Word], taken: set[int], grammar: Grammar) -> list[PartyPhrase]:
    """Indefinite customers and states; `taken` are words of parties with a name."""
    nouns, hiding = grammar.words("unnamed_nouns"), grammar.words("unnamed_adjectives")
    found: list[PartyPhrase] = []
    for word in words:
        if word.low not in nouns or word.i in taken:
            continue
        first = _article(words, word.i)
        if first is None or (first and words[first - 1].text == ","):
            continue  # "Poland, a European country"
        inside = words[first + 1 : word.i]
        last = _region_end(words, word.i)
        hidden = any(w.low in hiding for w in inside)
        if not hidden and last == word.i:
            continue
        first = _organ_of(words, first, grammar)
        if not any(i in taken for i in range(first, word.i)):
            found.append(_phrase(words, first, last))
    return found


def _article(words: list[Word], i: int) -> int | None:
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if words[k].low in ("a", "an", "one"):
            return k
        if words[k].tag not in ("word", "noun", "num") or not words[k].text[0].isalpha():
            return None
    return None


def _region_end(words: list[Word], i: int) -> int:
    """ "a customer in the Gulf", "a country in Southeast Asia": the last word."""
    if i + 2 >= len(words) or words[i + 1].low != "in":
        return i
    k = i + 2 + (words[i + 2].tag == "det")
    last = i
    while k < len(words) and words[k].capital and words[k].tag == "noun":
        last = k
        k += 1
    return last


def _organ_of(words: list[Word], first: int, grammar: Grammar) -> int:
    """ "the army of a country in Africa": begins with the army."""
    if first < 2 or words[first - 1].low != "of":
        return first
    organ = words[first - 2].low in grammar.words("organs")
    return first - 2 if organ or words[first - 2].low in grammar.words("agents") else first


def _phrase(words: list[Word], first: int, last: int) -> PartyPhrase:
    begin = first + 1 if words[first].low in ("a", "an") else first
    return PartyPhrase(
        id=None,
        country=None,
        kind="group",
        start=words[begin].start,
        end=words[last].end,
        first=begin,
        last=last,
    )
