"""The outline of a sentence: mentions become slots, everything else normalised words."""

from __future__ import annotations

from functools import cache, cached_property

from armstrade.language.grammar import grammar
from armstrade.language.words import Word
from armstrade.reading import Sentence

from .anchors import anchors

Skeleton = tuple[str, ...]
"""Tokens of what a sentence says about a focus. ``prep=an`` is a feature and its value; a token
without ``=`` is a slot or a word that stands near the focus."""


class Outline:
    """A sentence as a row of slots and words; made once and shared by its skeletons.

    Attributes
    ----------
    parties, materiel
        The phrases that fill the slots, by position.
    anchors
        The words that a claim may hang on.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.language = sentence.reading.grammar.language
        self.words = sentence.words
        self.parties = sentence.parties
        self.materiel = sentence.materiel
        self.anchors = anchors(sentence)

    @cached_property
    def slots(self) -> list[str]:
        """A token for each word; the empty string where a slot has swallowed the word."""
        tokens = [word_token(word, self.language) for word in self.words]
        for anchor in self.anchors:
            if anchor.trigger is not None:
                tokens[anchor.word] = f"t:{anchor.stage}:{anchor.direction}"
        for match in self.sentence.dates:
            self._cover(tokens, match.start, match.end, "DATE")
        for party in self.parties:
            name = "PARTY" if party.key is not None else "WHO"
            _fill(tokens, party.first, party.last, name + "-OF" * (party.modifies is not None))
        for thing in self.materiel:
            if thing.inside is None:
                if thing.quantity is not None:
                    self._cover(tokens, thing.quantity.start, thing.quantity.end, "NUM")
                _fill(tokens, thing.first, thing.last, "MATERIEL")
        return tokens

    def _cover(self, tokens: list[str], start: int, end: int, name: str) -> None:
        inside = [word.i for word in self.words if start <= word.start < end]
        if inside:
            _fill(tokens, inside[0], inside[-1], name)

    def around(self, word: int, reach: int) -> list[str]:
        """The tokens within `reach` words of one, which is told as ``ANCHOR``."""
        before = self.slots[max(0, word - reach) : word]
        after = self.slots[word + 1 : word + 1 + reach]
        return [token for token in (*before, "ANCHOR", *after) if token]

    def clause_words(self, word: int) -> list[int]:
        """Indices of the words of its clause."""
        clause = self.sentence.clause_of.get(word)
        return clause.words if clause is not None else [word]


def _fill(tokens: list[str], first: int, last: int, name: str) -> None:
    tokens[first : last + 1] = [name] + [""] * (last - first)


def word_token(word: Word, language: str) -> str:
    """The token of a word that no slot has swallowed; empty for what says nothing."""
    negates = word.low in negators(language)
    if word.tag == "punct":
        return word.text if word.text in ",:;()–—?" else ("" if word.text == "." else "q")
    if word.tag == "det":
        return "not" if negates else ""
    if negates:
        return "not"
    if word.tag in ("prep", "pron", "sub", "coord", "particle", "poss"):
        return word.low
    if word.tag == "num":
        return "NUM"
    return f"{word.tag[:1]}:{_stem(word)}"


def _stem(word: Word) -> str:
    """The lemma of a verb, the beginning of any other word."""
    if word.is_verb and word.verbs:
        return word.verbs[0].lemma
    return word.low[:6] if len(word.low) > 4 else word.low


@cache
def negators(language: str) -> frozenset[str]:
    """The words that negate in a language."""
    return grammar(language).cue("negators")


def sign(one: int, other: int) -> int:
    """-1, 0 or 1: before, the same, after."""
    return (one > other) - (one < other)
