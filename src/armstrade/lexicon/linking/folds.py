"""Folds: forms of a name that are the same however it is spelt, transliterated or scanned."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "a", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "œ": "o", "þ": "th"}
)


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Lower-case letters and digits without accents.

    Examples
    --------
    >>> plain("Su-57"), plain("Türkiye")
    ('su57', 'turkiye')
    """
    low = name.casefold()
    if not low.isascii():
        low = unicodedata.normalize("NFKD", low.translate(_PLAIN))
    low = low.replace(" ", "").replace("-", "")  # mostly that is all
    return low if low.isalnum() else "".join([char for char in low if char.isalnum()])


def squash(name: str) -> str:
    """The plain name with umlauts as their base letters, however they are written.

    Examples
    --------
    >>> squash("Tyuratam"), squash("Bayraktar TB-2"), squash("Müller") == squash("Mueller")
    ('tyuratam', 'bayraktartb2', True)
    """
    return plain(name).replace("ae", "a").replace("oe", "o").replace("ue", "u")


# What German, English and other transliterations write for one sound. Several letters go before
# single ones, which leave alone what those have become.
_CLUSTERS = {
    "tsch": "k", "dsch": "i", "dzh": "i", "sch": "s", "tch": "k", "zh": "s", "sh": "s",
    "kh": "k", "ch": "k", "ck": "k", "ph": "v", "th": "t", "gh": "g", "dj": "i", "ts": "s",
    "tz": "s", "cz": "k", "qu": "kv", "ou": "u", "oo": "u", "ei": "ai", "ey": "ai", "ay": "ai",
    "iy": "i", "yi": "i", "yj": "i", "ij": "i", "ie": "i", "ee": "i", "ya": "ia", "ja": "ia",
}  # fmt: skip
_CLUSTER = re.compile("|".join(sorted(_CLUSTERS, key=len, reverse=True)))
_LETTERS = str.maketrans("cqzwfyj", "kksvvii", "h")
_DOUBLED = re.compile(r"([a-z])(?=\1)")


@lru_cache(maxsize=4096)
def sound(squashed: str) -> str:
    """A squashed name by its sounds, the same for all transliterations.

    Examples
    --------
    >>> sound("kinschal") == sound("kinzhal"), sound("selenskyj") == sound("zelenskyy")
    (True, True)
    """
    letters = _CLUSTER.sub(lambda match: _CLUSTERS[match.group()], squashed)
    return _DOUBLED.sub("", letters.translate(_LETTERS).replace("x", "ks"))


_SHAPES = str.maketrans("01ij58c2uq", "olllsbezng")


def look(plain_name: str) -> str:
    """A plain name by its shape: letters that a scanner takes for one another are one.

    Examples
    --------
    >>> look("lran") == look("iran"), look("homet") == look("hornet"), look("t72") == look("t62")
    (True, True, False)
    """
    paired = plain_name.replace("rn", "m").replace("vv", "w").replace("cl", "d")
    return paired.translate(_SHAPES)


_DIGITS = re.compile(r"\d+")


def figures(squashed: str) -> tuple[str, ...]:
    """The numbers in a name."""
    return () if squashed.isalpha() else tuple(_DIGITS.findall(squashed))
