"""Folds: forms of a name that are the same however it is spelt, transliterated or scanned."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "a", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "œ": "o", "þ": "th"}
)
_UMLAUTS = re.compile("ae|oe|ue")


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
    return "".join([char for char in low if char.isalnum()])


def squash(name: str) -> str:
    """The plain name with umlauts as their base letters, however they are written.

    Examples
    --------
    >>> squash("Tyuratam"), squash("Bayraktar TB-2"), squash("Müller") == squash("Mueller")
    ('tyuratam', 'bayraktartb2', True)
    """
    return _UMLAUTS.sub(lambda match: match.group()[0], plain(name))


# Longest first. What German, English and other transliterations write for one sound.
_SOUNDS = {
    "tsch": "k", "dsch": "i", "dzh": "i", "sch": "s", "tch": "k", "zh": "s", "sh": "s",
    "kh": "k", "ch": "k", "ck": "k", "ph": "v", "th": "t", "gh": "g", "dj": "i", "ts": "s",
    "tz": "s", "cz": "k", "qu": "kv", "ou": "u", "oo": "u", "ei": "ai", "ey": "ai", "ay": "ai",
    "iy": "i", "yi": "i", "yj": "i", "ij": "i", "ie": "i", "ee": "i", "ya": "ia", "ja": "ia",
    "c": "k", "q": "k", "x": "ks", "z": "s", "w": "v", "f": "v", "y": "i", "j": "i", "h": "",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_DOUBLED = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=4096)
def sound(squashed: str) -> str:
    """A squashed name by its sounds, the same for all transliterations.

    Examples
    --------
    >>> sound("kinschal") == sound("kinzhal"), sound("selenskyj") == sound("zelenskyy")
    (True, True)
    """
    return _DOUBLED.sub(r"\1", _SOUND.sub(lambda match: _SOUNDS[match.group()], squashed))


_LOOKS = {
    "rn": "m", "vv": "w", "cl": "d", "0": "o", "1": "l", "i": "l", "j": "l", "5": "s",
    "8": "b", "c": "e", "2": "z", "u": "n", "q": "g",
}  # fmt: skip
_LOOK = re.compile("|".join(sorted(_LOOKS, key=len, reverse=True)))


@lru_cache(maxsize=4096)
def look(plain_name: str) -> str:
    """A plain name by its shape: letters that a scanner takes for one another are one.

    Examples
    --------
    >>> look("lran") == look("iran"), look("homet") == look("hornet"), look("t72") == look("t62")
    (True, True, False)
    """
    return _LOOK.sub(lambda match: _LOOKS[match.group()], plain_name)


_DIGITS = re.compile(r"\d+")


def figures(squashed: str) -> tuple[str, ...]:
    """The numbers in a name."""
    return tuple(_DIGITS.findall(squashed))
