"""Alliances that only tell what kind of states are meant: "countries outside NATO"."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.language.clauses import Clause
from armstrade.language.grammar import Grammar
from armstrade.language.words import Word

from .phrases import PartyPhrase

_NEAR = 5
_ARTICLES = frozenset({"a", "an", "another", "fellow"})
_MEMBER = frozenset({"mitglied", "member", "members"})
_JOINED = frozenset({"and", ",", "/"})


def without_memberships(
    words: list[Word], clauses: Sequence[Clause], phrases: list[PartyPhrase], grammar: Grammar
) -> list[PartyPhrase]:
    """The parties without "EU" in "Länder, die nicht der EU angehören"."""
    return [p for p in phrases if p.kind != "bloc" or not _classes(words, clauses, p, grammar)]


def _classes(
    words: list[Word], clauses: Sequence[Clause], phrase: PartyPhrase, grammar: Grammar
) -> bool:
    before = {word.low for word in words[max(0, phrase.first - _NEAR) : phrase.last]}
    if not before.isdisjoint(grammar.words("outside")) or not before.isdisjoint(_MEMBER):
        return True
    behind = [word.low for word in words[phrase.last + 1 : phrase.last + _NEAR]]
    if not before.isdisjoint(_ARTICLES) and _one_of(behind, grammar):
        return True
    inside = {words[i].low for i in clauses[phrase.clause].words} if phrase.clause >= 0 else set()
    return not inside.isdisjoint(grammar.words("belonging"))


def _one_of(behind: list[str], grammar: Grammar) -> bool:
    """ "an [EU] and NATO member", "a [NATO] ally"."""
    member = next((k for k, low in enumerate(behind) if low in grammar.words("members")), None)
    return member == 0 or (bool(behind) and behind[0] in _JOINED and member == 2)
