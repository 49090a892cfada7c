"""What belongs to a participle before its noun: "die [von Rom an Lima gelieferten] Panzer"."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.language.number_words import is_small_number
from armstrade.language.words import Word

_OBLIQUE = frozenset({"dem", "den", "der", "des", "einem", "einer", "eines"})


def attribute_start(words: Sequence[Word], participle: int) -> int | None:
    """Index of the first word that belongs to a participle, behind an article or a number.

    ``None`` where none shows where it begins. An article shows it when a preposition or another
    article follows at once, as do a number and an article with a number: "zwei [in Russland
    bestellte] Jets", "die vier [im Mai bei Saab bestellten] Jets".
    """
    nearest = words[participle - 1]
    if (nearest.tag == "num" and len(nearest.text) != 4) or is_small_number(nearest.low, "de"):
        return None  # "die ersten vier von 13 zugesagten Jets"
    for k in range(participle - 1, 0, -1):
        word, before = words[k], words[k - 1]
        counted = before.tag == "num" or is_small_number(before.low, "de")
        if word.tag == "prep" and (before.tag == "det" or counted):
            return k
        if word.tag == "det" and before.tag == "det":
            return k
        if word.tag == "det" and before.tag != "prep" and word.low not in _OBLIQUE:
            return None  # a noun phrase of its own: nothing before it belongs to the participle
        adjective = word.tag in ("word", "attr") and not word.capital
        if adjective and before.tag not in ("prep", "det"):
            return None
        if word.tag not in ("noun", "prep", "num", "det", "word", "attr"):
            return None
    return None
