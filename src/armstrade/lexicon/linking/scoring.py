"""How sure a link is: what differs, in how long a name, and what else it could be."""

from __future__ import annotations

from functools import cache

from armstrade.lexicon.tables import words

from .folds import figures, squash
from .names import Name

# Scores by reason for names of at least so many letters, the longest first. They are set so that
# a score is about the share of right links among those that have it (docs/reference/linking.md).
_SCORES: dict[str, tuple[tuple[int, float], ...]] = {
    "exact": ((1, 1.0),),
    "case": ((5, 0.98), (4, 0.9), (1, 0.6)),
    "spelling": ((4, 0.98), (3, 0.95), (1, 0.9)),
    "look-alike": ((6, 0.97), (5, 0.92), (3, 0.75), (1, 0.6)),
    "transliteration": ((6, 0.97), (5, 0.9), (4, 0.7), (1, 0.4)),
    "typo": ((9, 0.95), (7, 0.92), (6, 0.86), (5, 0.7), (1, 0.3)),
    "two typos": ((12, 0.9), (10, 0.82), (8, 0.6), (1, 0.2)),
}
_WEAK = 0.4  # a name that is also a common word, and not written as it should be
_LOWER = 0.55  # names are capitalised
ORDINARY = 0.3
_FIRST = 0.8  # the first letter is seldom wrong
RIVAL = 0.6  # another entry is as near
CERTAIN = 0.99


def difference(
    asked: str, squashed: str, sounds: str, looks: str, name: Name
) -> tuple[str, float] | None:
    """What sets a name apart from what was asked, and the score of such a link."""
    if asked == name.text:
        return "exact", 1.0
    if squashed == name.squashed:
        same_case = asked.casefold() == name.text.casefold()
        return _scored("case" if same_case else "spelling", name, asked)
    if looks == name.looks:
        return _scored("look-alike", name, asked)
    if figures(squashed) != figures(name.squashed):
        return None  # T-72 is no T-62
    if sounds == name.sounds:
        return _scored("transliteration", name, asked)
    from rapidfuzz.distance import OSA

    edits = OSA.distance(squashed, name.squashed, score_cutoff=2)
    heard = OSA.distance(sounds, name.sounds, score_cutoff=2)
    least = min(edits, heard)
    if least > 2:
        return None
    reason, score = _scored("typo" if least == 1 else "two typos", name, asked)
    if squashed[0] != name.squashed[0] and sounds[:1] != name.sounds[:1]:
        score *= _FIRST
    return reason, score


def _scored(reason: str, name: Name, asked: str) -> tuple[str, float]:
    letters = sum(char.isalpha() for char in name.squashed)
    length = letters if reason.endswith(("typo", "typos")) else len(name.squashed)
    score = next(score for least, score in _SCORES[reason] if length >= least)
    if name.weak and reason != "spelling":
        score *= _WEAK
    if asked.islower() and not name.text.islower() and not any(c.isdigit() for c in asked):
        score *= _LOWER
    return reason, score


@cache
def ordinary_words() -> frozenset[str]:
    """Words that are no names of the lexicon and must not be taken for misspelt ones."""
    lists = ("first_names", "common_surnames", "near_words")
    return frozenset(squash(word) for name in lists for word in words(name))
