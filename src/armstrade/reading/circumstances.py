"""Nouns that say when, where or why something happens: an election, a war, a visit."""

from __future__ import annotations

from armstrade.language.grammar import all_words
from armstrade.language.words import Word

_CIRCUMSTANCES = all_words("circumstances")
# German compounds: "Grenzkrieg", "Parlamentswahlen"
_ENDINGS = tuple(all_words("circumstance_endings"))


def is_circumstance(word: Word) -> bool:
    """Whether the noun is an occasion, a conflict, a motive or the like.

    Examples
    --------
    >>> from armstrade import Document
    >>> from armstrade.reading import read
    >>> text = "Nach den Parlamentswahlen in Bosnien kam Munition."
    >>> words = read(Document(text=text, language="de")).sentences[0].words
    >>> [word.text for word in words if is_circumstance(word)]
    ['Parlamentswahlen']
    """
    return word.low in _CIRCUMSTANCES or (word.capital and word.low.endswith(_ENDINGS))
