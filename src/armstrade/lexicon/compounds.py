"""German compounds: the right end says what a word is, the left ends are its modifiers."""

from __future__ import annotations

from functools import cache

from .entries import MaterielEntry
from .tables import words

MIN_HEAD = 4
_LINKS = ("", "s", "n", "en", "es", "e", "er")
_ENDINGS = ("", "s", "n", "en", "e", "es", "er", "ern", "in", "innen")


@cache
def may_head(term: str) -> bool:
    """Whether a term stands as head after any modifier (else only after a military one)."""
    return len(term) >= MIN_HEAD and term not in words("weak_heads")


@cache
def _false_friends() -> frozenset[str]:
    return frozenset(word.lower() for word in words("false_friends"))


@cache
def is_false_friend(segment: str) -> bool:
    """Whether a word only looks like a compound of materiel ("Termine", "Scheinwerfer")."""
    folded = segment.lower()
    friends = _false_friends()
    return any(folded[: len(folded) - len(end)] in friends for end in _ENDINGS
               if folded.endswith(end))  # fmt: skip


@cache
def is_military(modifier: str) -> bool:
    """Whether the left part of a compound makes a civil word military ("Kampf|flugzeug")."""
    folded = modifier.lower()
    known = words("modifiers")
    if any(folded[: len(folded) - len(link)] in known for link in _LINKS if folded.endswith(link)):
        return True
    return any(len(stem) > 4 and folded.startswith(stem) for stem in known)


@cache
def _tails() -> frozenset[str]:
    return words("compound_tails")


@cache
def is_trade_tail(tail: str) -> bool:
    """Whether what follows a modifier is a word of trade ("Waffen|lieferungen").

    Examples
    --------
    >>> is_trade_tail("nlieferungen"), is_trade_tail("nruhe")
    (True, False)
    """
    folded = tail.lower().lstrip("-")
    tails = _tails()
    for link in _LINKS:
        if not folded.startswith(link):
            continue
        rest = folded[len(link) :]
        if len(rest) < 4:
            continue
        for end in _ENDINGS:
            if rest.endswith(end):
                stem = rest[: len(rest) - len(end)]
                if stem in tails or any(
                    stem.endswith(tail) for tail in _long_tails() if len(stem) > len(tail)
                ):
                    return True
    return False


@cache
def _long_tails() -> tuple[str, ...]:
    return tuple(tail for tail in _tails() if len(tail) >= 6)


def head_fits(entry: MaterielEntry, left: str) -> bool:
    """Whether a term may end a compound whose left part is `left` (no hyphen)."""
    if len(entry.term) < MIN_HEAD or len(left) < 2:
        return False
    if may_head(entry.term) and not entry.civil:
        return True
    return is_military(left)
