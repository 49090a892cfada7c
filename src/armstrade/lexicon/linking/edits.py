"""Kinds of slips: what was done to the letters of a name, and where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

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


def slips(asked: str, name: str) -> Iterator[str]:
    """What would make `asked` of `name`, each as the kind of the slip and its place.

    Kinds are ``swap`` (letters in the wrong order), ``double``, ``lost``, ``extra``, ``vowel``
    (one for another), ``seen`` (look alike), ``heard`` (sound alike), ``key`` (neighbours on a
    keyboard) and ``other``; places are ``first``, ``last`` and nothing for the inside.

    Examples
    --------
    >>> list(slips("isreal", "israel")), list(slips("belaruss", "belarus"))
    (['swap'], ['double last'])
    >>> list(slips("pentagone", "pentagon")), list(slips("damascas", "damascus"))
    (['extra last'], ['vowel'])
    """
    start = 0
    for one, two in zip(asked, name, strict=False):
        if one != two:
            break
        start += 1
    end = 0
    limit = min(len(asked), len(name)) - start
    while end < limit and asked[-1 - end] == name[-1 - end]:
        end += 1
    mine, theirs = asked[start : len(asked) - end], name[start : len(name) - end]
    if not mine and not theirs:
        return
    if len(mine) <= 1 and len(theirs) <= 1:
        yield _slip(asked, name, start, start, mine, theirs)
        return
    if len(mine) == len(theirs) <= 4 and sorted(mine) == sorted(theirs):
        yield "swap" + _place(start, len(mine), len(asked))
        return
    from rapidfuzz.distance import Levenshtein

    for change in Levenshtein.editops(mine, theirs):
        at, to = change.src_pos, change.dest_pos
        yield _slip(
            asked,
            name,
            start + at,
            start + to,
            "" if change.tag == "insert" else mine[at],
            "" if change.tag == "delete" else theirs[to],
        )


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
