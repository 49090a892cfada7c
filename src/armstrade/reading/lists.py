"""Lists of materiel: "12 fighters, 64 tanks and ammunition"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from armstrade.language.grammar import Grammar, all_words
from armstrade.language.words import Word

from .phrases import MaterielPhrase

_COMING_ALONG = all_words("coming_along")
_PLAIN = ("num", "det", "word")


def mark_lists(words: Sequence[Word], phrases: Sequence[MaterielPhrase], grammar: Grammar) -> None:
    """Give the phrases of a list the same `MaterielPhrase.group`; `phrases` stand by position."""
    coordinators = grammar.words("list_coordinators")
    group = 0
    for left, right in pairwise(phrases):
        between = words[left.last + 1 : right.first]
        joints = [w.low in coordinators or w.text == "," for w in between]
        if not any(joints) or not all(
            joint or w.tag in _PLAIN or w.low in _COMING_ALONG
            for w, joint in zip(between, joints, strict=True)
        ):
            continue
        if left.group < 0:
            group += 1
            left.group = group
        right.group = left.group
