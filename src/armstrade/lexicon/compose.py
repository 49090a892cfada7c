"""Composed parties: "der ukrainischen Armee", "the Russian defence ministry"."""

from __future__ import annotations

import re
from dataclasses import replace as changed
from functools import cache

from .candidate import Candidate
from .entries import PartyEntry
from .surfaces import Surface
from .tables import pairs
from .wording import word

_ENDING = {"de": "(?:n|s|es|en)?", "en": ""}


@cache
def _institutions(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds: dict[str, str] = {row[0]: row[1] for row in pairs("institutions", language)}
    nouns = "|".join(re.escape(noun) for noun in sorted(kinds, key=len, reverse=True))
    flags = re.IGNORECASE if language == "en" else re.NOFLAG
    return re.compile(rf"[\s-]({nouns}){_ENDING[language]}(?![^\W_])", flags), kinds


def compose(text: str, found: list[Candidate], *, language: str) -> list[Candidate]:
    """Join an adjective or country name with the institution after it."""
    pattern, kinds = _institutions(language)
    result: list[Candidate] = []
    reach = 0
    for one in found:
        if one.kind == "party":
            if one.start < reach:
                continue
            match = pattern.match(text, one.end) if _leads(one, text) else None
            if match is not None and not _begins_a_longer(found, match):
                noun = match.group(1)
                kind = kinds.get(noun) or kinds.get(noun.lower(), "government")
                one = _joined(text, one, match.end(), kind)
                reach = one.end
            elif _only_leads(one):
                continue
        result.append(one)
    return result


def _begins_a_longer(found: list[Candidate], match: re.Match[str]) -> bool:
    """ "a Chinese air defence system": the noun belongs to goods."""
    begin, end = match.span(1)
    return any(other.kind != "party" and begin <= other.start < end < other.end for other in found)


def _leads(one: Candidate, text: str) -> bool:
    entry = one.readings[0].entry
    assert isinstance(entry, PartyEntry)
    if one.form == "adjective":
        return True
    joined = text[one.end : one.end + 1] in ("-", "\u2011")
    if entry.kind == "leader":
        return joined and " " not in text[one.start : one.end]  # "das Gaddafi-Regime"
    return one.form == "" and (joined or entry.surface.isupper())


def _only_leads(one: Candidate) -> bool:
    """ "Moskauer" alone is an inhabitant or a street, not a state."""
    entry = one.readings[0].entry
    return one.form == "adjective" and isinstance(entry, PartyEntry) and entry.kind != "adjective"


def _joined(text: str, one: Candidate, end: int, kind: str) -> Candidate:
    surface = text[one.start : end]
    readings: list[Surface] = []
    for reading in one.readings:
        assert isinstance(reading.entry, PartyEntry)
        readings.append(reading._replace(entry=changed(reading.entry, surface=surface, kind=kind)))
    extent = word(text, one.start, end)
    part = "whole" if extent == (one.start, end) or " " in surface else "modifier"
    return Candidate("party", one.start, end, readings, extent, part, "", False)
