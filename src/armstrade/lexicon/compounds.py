"""German compounds: the right end says what a word is, the left ends are its modifiers."""

from __future__ import annotations

from functools import cache

from armstrade.claims import Category

from .entries import MaterielEntry
from .tables import words

MIN_HEAD = 4
_SOFT = frozenset({Category.COMPONENT, Category.EQUIPMENT, Category.OTHER, Category.VEHICLE})
_DELIVERIES = frozenset(
    {"lieferung", "export", "ausfuhr", "auslieferung", "übergabe", "nachlieferung", "spende"}
)
_LINKS = ("", "s", "n", "en", "es", "e", "er")
_ENDINGS = ("", "s", "n", "en", "e", "es", "er", "ern", "in", "innen")


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
    return any(
        folded[: len(folded) - len(link)] in known for link in _LINKS if folded.endswith(link)
    )


@cache
def is_trade_tail(tail: str, *, strict: bool = False) -> bool:
    """Whether what follows a modifier is a word of trade ("Waffen|lieferungen").

    Parameters
    ----------
    strict
        Only words for a delivery: for goods that are not military by themselves.

    Examples
    --------
    >>> is_trade_tail("nlieferungen"), is_trade_tail("nruhe")
    (True, False)
    """
    folded = tail.lower().lstrip("-\u2010\u2011")
    tails = _DELIVERIES if strict else words("compound_tails")
    return any(_is_tail(folded[len(link) :], tails) for link in _LINKS if folded.startswith(link))


def _is_tail(rest: str, tails: frozenset[str]) -> bool:
    for ending in _ENDINGS:
        if not rest.endswith(ending):
            continue
        noun = rest[: len(rest) - len(ending)]
        if noun in tails:
            return True
        for prefix in words("tail_prefixes"):
            if noun.startswith(prefix) and noun[len(prefix) :].removeprefix("s") in tails:
                return True
    return False


def modifier_fits(entry: MaterielEntry, tail: str) -> bool:
    """Whether a term may stand before a word of trade in a compound."""
    if "modifier only" in entry.note or entry.category not in _SOFT:
        return (len(entry.term) > 3 or tail.startswith("-")) and is_trade_tail(tail)
    return len(entry.term) > 3 and is_trade_tail(tail, strict=True)


def head_fits(entry: MaterielEntry, left: str) -> bool:
    """Whether a term may end a compound whose left part is `left` (no hyphen)."""
    if len(entry.term) < MIN_HEAD or len(left) < 2:
        return False
    return entry.term in words("strong_heads") or is_military(left)
