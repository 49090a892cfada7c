"""How sure a link is: what differs, in how long a name, and what else it could be."""

from __future__ import annotations

import re
from functools import cache

from armstrade.lexicon.tables import words

from .folds import squash
from .names import Asked, Name

# Scores by reason for names of at least so many letters, the longest first. They are set so that
# a score is about the share of right links among those that have it (docs/reference/linking.md).
_SCORES: dict[str, tuple[tuple[int, float], ...]] = {
    "exact": ((1, 1.0),),
    "case": ((5, 0.98), (4, 0.9), (1, 0.6)),
    "spelling": ((4, 0.98), (3, 0.95), (1, 0.9)),
    "look-alike": ((6, 0.97), (5, 0.9), (4, 0.7), (1, 0.4)),
    "transliteration": ((6, 0.97), (5, 0.84), (4, 0.7), (1, 0.4)),
    "typo": ((8, 0.94), (7, 0.91), (6, 0.84), (5, 0.6), (1, 0.3)),
    "two typos": ((12, 0.9), (9, 0.8), (8, 0.7), (1, 0.2)),
}
TIERS = ("exact", "case", "spelling", "look-alike", "transliteration", "typo", "two typos")
"""The reasons, the surest first."""
WEAK = 0.6  # a name that is also a common word, and short or not written as it should be
_LOWER = 0.55  # names are capitalised
ORDINARY = 0.3
_FIRST = 0.8  # the first letter is seldom wrong
_HEARD = 0.96  # an error in how it sounds, and more in how it is spelt
_GROWN = 0.85  # a name with an ending is another word: "Canberran", "Moskito"
_INNER = 6
_LACKING = 0.88
_SWAPPED = 0.08  # two letters in the wrong order are hardly ever another word
RIVAL = 0.6  # another entry is as near
CERTAIN = 0.99
_LIKE = 0.7  # names that only sound alike must look somewhat alike too
_LONG = 7
_OFTEN = ("country", "capital")
_NAMED_OFTEN = 0.02  # states and capitals are in the news more than types
_UMLAUTS = frozenset("äöüÄÖÜ")
_PARTS = re.compile(r"[\s‐‑/.-]+")


def difference(wanted: Asked, name: Name) -> tuple[str, float] | None:
    """What sets a name apart from what was asked, and the score of such a link."""
    asked, squashed, sounds = wanted.text, wanted.squashed, wanted.sounds
    looks = wanted.looks
    if asked == name.text:
        return "exact", 1.0
    if squashed == name.squashed:
        if _adds_umlaut(wanted, name) or _hides_tail(asked, name):
            return _scored("two typos", name, asked, name.letters)
        same_case = asked.casefold() == name.text.casefold()
        return _scored("case" if same_case else "spelling", name, asked, len(squashed))
    if looks == name.looks and _clipped(asked, name.text):
        return "look-alike", 0.95
    if looks == name.looks and not _parted_alike(wanted, name):
        return None
    if looks == name.looks:
        length = len(squashed) + 2 * (bool(name.numbers) and bool(wanted.numbers))
        return _scored("look-alike", name, asked, length)
    if wanted.numbers != name.numbers:
        return None  # T-72 is no T-62
    from rapidfuzz.distance import OSA, Indel, Levenshtein

    letters = min(name.letters, len(name.sounds) + 1)
    if sounds == name.sounds:
        if Indel.normalized_similarity(squashed, name.squashed) < _LIKE / 2:
            return None
        spelt_alike = len(squashed) >= _LONG and OSA.distance(squashed, name.squashed) <= 1
        return _scored("transliteration", name, asked, len(sounds) + spelt_alike)
    edits = min(
        OSA.distance(squashed, name.squashed, score_cutoff=2),
        OSA.distance(wanted.plain, name.plain, score_cutoff=2),
    )
    heard = OSA.distance(sounds, name.sounds, score_cutoff=2)
    least = min(edits, heard)
    if (
        least > 2
        or not _same_tail(asked, squashed, name)
        or Indel.normalized_similarity(squashed, name.squashed) < _LIKE
    ):
        return None
    reason, score = _scored("typo" if least == 1 else "two typos", name, asked, letters)
    if edits == 1 and Levenshtein.distance(wanted.plain, name.plain) == 2 and letters > 4:
        score = min(0.97, score + _SWAPPED)
    if edits > least:
        score *= _HEARD
    if squashed[0] != name.squashed[0] and sounds[:1] != name.sounds[:1]:
        score *= _FIRST
    if squashed.startswith(name.squashed) and squashed[-1] != squashed[-2]:
        score *= _GROWN
    elif edits == 1 and letters >= _INNER and _lacks_inner_letter(wanted.plain, name.plain):
        score = max(score, _LACKING)
    return reason, score


def _lacks_inner_letter(asked: str, name: str) -> bool:
    """ "Taiwn": a letter gets lost inside a word, seldom at its ends."""
    return len(asked) == len(name) - 1 and asked[0] == name[0] and asked[-1] == name[-1]


def _same_tail(asked: str, squashed: str, name: Name) -> bool:
    """A short last word is no place for a typo: "Wing Loong II" is not "Wing Loong I"."""
    words = asked.split()
    if name.tail and len(words) > 1:
        return squash(words[-1]) == name.tail
    return squashed.endswith(name.tail)


def _clipped(asked: str, text: str) -> bool:
    """A capital I read as a small l: "lran"."""
    return asked[0] in "l1|" and text[0] == "I" and asked[1:] == text[1:]


def _adds_umlaut(wanted: Asked, name: Name) -> bool:
    """ "Märder", "Tornadoes": umlauts get lost, but none comes by itself."""
    if not name.text.isascii() or name.squashed != name.plain:
        return False
    return wanted.plain != name.plain or not _UMLAUTS.isdisjoint(wanted.text)


def _hides_tail(asked: str, name: Name) -> bool:
    """ "Leopardi" hardly is a "Leopard I"."""
    return name.tail.isalpha() and asked.isalpha()


def _parted_alike(wanted: Asked, name: Name) -> bool:
    """Codes that look alike have hyphens and spaces in the same places: "Mi-19" is no "M119"."""
    if not (wanted.numbers or name.numbers):
        return True
    parts, others = _PARTS.split(wanted.text), _PARTS.split(name.text)
    if len(parts) == 1:
        return len(others) == 1 or not wanted.text.isalpha()
    return [*map(len, parts)] == [*map(len, others)]


def _scored(reason: str, name: Name, asked: str, length: int) -> tuple[str, float]:
    score = next((score for least, score in _SCORES[reason] if length >= least), 0.1)
    if length == _INNER and getattr(name.entry, "kind", "") in _OFTEN:
        score += _NAMED_OFTEN
    unlike = length < _LONG or "typo" in reason
    if name.weak and unlike and reason != "spelling" and not name.numbers:
        score *= WEAK
    if name.text.islower() and asked[0].isupper() and reason not in ("case", "spelling"):
        score *= _LOWER  # an adjective
    if asked.islower() and not name.text.islower() and not any(c.isdigit() for c in asked):
        score *= _LOWER
    return reason, score


@cache
def ordinary_words() -> frozenset[str]:
    """Words that are no names of the lexicon and must not be taken for misspelt ones."""
    lists = ("first_names", "common_surnames", "near_words")
    return frozenset(squash(word) for name in lists for word in words(name))
