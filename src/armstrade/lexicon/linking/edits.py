"""Kinds of slips: what was done to the letters of a name, and where."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from rapidfuzz.distance import Editops

_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "qwertzuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm")
_NEIGHBOURS = frozenset(
    pair for row in _ROWS for one, two in pairwise(row) for pair in (one + two, two + one)
)
_SHAPES = (
    "ao",
    "ec",
    "eo",
    "co",
    "li",
    "lj",
    "ij",
    "lt",
    "ft",
    "nu",
    "nr",
    "nh",
    "hb",
    "vy",
    "gq",
    "uv",
)
_SEEN = frozenset(pair for shape in _SHAPES for pair in (shape, shape[::-1]))
_FAMILIES = ("bp", "dt", "ckgqx", "szc", "vwf", "ijy", "mn", "lr", "uw")
_HEARD = frozenset(
    one + two for family in _FAMILIES for one in family for two in family if one != two
)


class Measures(NamedTuple):
    """What rapidfuzz measures of two strings."""

    likeness: Callable[[str, str], float]
    distance: Callable[..., int]
    edits: Callable[[str, str], Editops]
    prefix: Callable[[str, str], int]
    suffix: Callable[[str, str], int]


@cache
def measures() -> Measures:
    """Not needed before the first link."""
    from rapidfuzz.distance import Indel, Levenshtein, Postfix, Prefix

    return Measures(
        Indel.normalized_similarity,
        Levenshtein.distance,
        Levenshtein.editops,
        Prefix.similarity,
        Postfix.similarity,
    )


def slips(asked: str, name: str) -> list[str]:
    """What would make `asked` of `name`, each as the kind of the slip and its place.

    Kinds are ``swap`` (letters in the wrong order), ``double``, ``lost``, ``extra``, ``vowel``
    (one for another), ``seen`` (look alike), ``heard`` (sound alike), ``key`` (neighbours on a
    keyboard) and ``other``; places are ``first``, ``last`` and nothing for the inside.

    Examples
    --------
    >>> slips("isreal", "israel"), slips("belaruss", "belarus")
    (['swap'], ['double last'])
    >>> slips("pentagone", "pentagon"), slips("damascas", "damascus")
    (['extra last'], ['vowel'])
    """
    if asked == name:
        return []
    _, _, edits, prefix, suffix = measures()
    start = prefix(asked, name)
    mine, theirs = asked[start:], name[start:]
    end = suffix(mine, theirs)
    if end:
        mine, theirs = mine[:-end], theirs[:-end]
    if len(mine) <= 1 and len(theirs) <= 1:
        return [_slip(asked, name, start, start, mine, theirs)]
    if len(mine) == len(theirs) <= 4 and sorted(mine) == sorted(theirs):
        return ["swap" + _place(start, len(mine), len(asked))]
    return [
        _slip(
            asked,
            name,
            start + change.src_pos,
            start + change.dest_pos,
            "" if change.tag == "insert" else mine[change.src_pos],
            "" if change.tag == "delete" else theirs[change.dest_pos],
        )
        for change in edits(mine, theirs)
    ]


def _slip(asked: str, name: str, at: int, to: int, mine: str, theirs: str) -> str:
    if not theirs:
        near = asked[max(0, at - 1) : at] + asked[at + 1 : at + 2]
        return ("double" if mine in near else "extra") + _place(at, 1, len(asked))
    if not mine:
        near = name[max(0, to - 1) : to] + name[to + 1 : to + 2]
        return ("double" if theirs in near else "lost") + _place(to, 1, len(name))
    return _substitution(mine + theirs) + _place(at, 1, len(asked))


def _substitution(pair: str) -> str:
    if pair in _SEEN:
        return "seen"
    if pair in _HEARD:
        return "heard"
    if pair[0] in _VOWELS and pair[1] in _VOWELS:
        return "vowel"
    return "key" if pair in _NEIGHBOURS else "other"


def _place(at: int, width: int, length: int) -> str:
    if at == 0:
        return " first"
    return " last" if at + width >= length else ""
