"""Nouns that say when, where or why something happens: an election, a war, a visit."""

from __future__ import annotations

from armstrade.language.grammar import Grammar
from armstrade.language.words import Word


def is_circumstance(word: Word, grammar: Grammar) -> bool:
    """Whether the noun is an occasion, a conflict, a motive or the like.

    Examples
    --------
    >>> from armstrade import Document
    >>> from armstrade.reading import read
    >>> reading = read(Document(text="Nach den Kommunalwahlen in Bosnien.", language="de"))
    >>> words = reading.sentences[0].words
    >>> [word.text for word in words if is_circumstance(word, reading.grammar)]
    ['Kommunalwahlen']
    """
    if grammar.language != "de":
        return word.low in grammar.words("circumstances")
    compound = word.low.endswith(tuple(grammar.words("circumstance_endings")))
    return word.capital and (word.low in grammar.words("circumstances") or compound)
