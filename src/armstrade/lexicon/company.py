"""Company: what an ambiguous name needs beside it before it counts."""

from __future__ import annotations

import re
from functools import cache

from .entries import DesignationEntry, MaterielEntry, PartyEntry
from .matching import Candidate
from .tables import pairs

WINDOW = 60
_QUANTITY = re.compile(r"\d[\d.,]*\s+$")
_NUMBER_WORDS = frozenset(
    [
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "dutzend",
        "dutzende",
        "zwanzig",
        "dreißig",
        "vierzig",
        "fünfzig",
        "hundert",
        "hunderte",
        "mehrere",
        "weitere",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozen",
        "dozens",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "hundred",
        "hundreds",
        "several",
        "more",
    ]
)
_FIRM = re.compile(
    r"konzern|hersteller|firma|unternehmen|schmiede|tochter|werft|gmbh|\bag\b|\bse\b|company|maker"
    r"|manufacturer|\bfirm\b|\binc\b|\bcorp|\bltd\b|contractor|supplier|shipyard|subsidiary|plc\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\n\s*\n")


def kept(text: str, found: list[Candidate], *, language: str) -> list[Candidate]:
    """Without the weak hits that have no company."""
    if not any(c.weak for c in found):
        return found
    sure = {c.readings[0].entry.family for c in found  # type: ignore[union-attr]
            if c.kind == "designation" and (not c.weak or _has_company(text, c, found))}  # fmt: skip
    people = _people(found)
    result = []
    for one in found:
        if one.weak:
            if one.kind == "designation":
                families = [s for s in one.readings if _family(s.entry) in sure]
                if not families:
                    continue
            elif one.kind == "party" and not _party_fits(text, one, people, language):
                continue
        result.append(one)
    return result


def _family(entry: object) -> str:
    return entry.family if isinstance(entry, DesignationEntry) else ""


def _has_company(text: str, one: Candidate, found: list[Candidate]) -> bool:
    if _quantity_before(text, one.start):
        return True
    low, high = one.start - WINDOW, one.end + WINDOW
    for other in found:
        if other is one or other.kind == "party" or other.end < low:
            continue
        if other.start > high:
            break
        if other.kind == "designation" and (
            other.weak or other.readings[0].entry == one.readings[0].entry
        ):
            continue
        if isinstance(other.readings[0].entry, MaterielEntry) and other.form == "?":
            continue
        between = text[min(one.end, other.end) : max(one.start, other.start)]
        if not _BREAK.search(between):
            return True
    return False


def _quantity_before(text: str, start: int) -> bool:
    before = text[max(0, start - 20) : start]
    if _QUANTITY.search(before):
        return True
    words = before.split()
    return bool(words) and before[-1:].isspace() and words[-1].lower() in _NUMBER_WORDS


def _people(found: list[Candidate]) -> dict[str | None, set[str]]:
    """Surnames of the people who are named in full, by country."""
    people: dict[str | None, set[str]] = {}
    for one in found:
        entry = one.readings[0].entry
        if isinstance(entry, PartyEntry) and entry.kind == "leader" and not one.weak:
            people.setdefault(entry.id, set()).add(entry.surface.rpartition(" ")[2])
    return people


def _party_fits(
    text: str, one: Candidate, people: dict[str | None, set[str]], language: str
) -> bool:
    leaders = [s for s in one.readings if isinstance(s.entry, PartyEntry)]
    entries = [s.entry for s in leaders if isinstance(s.entry, PartyEntry)]
    if entries[0].kind != "leader":
        around = text[max(0, one.start - 40) : one.end + 20]
        return entries[0].kind != "company" or _FIRM.search(around) is not None
    named = [s for s in leaders
             if isinstance(s.entry, PartyEntry)
             and s.entry.surface.rpartition(" ")[2] in people.get(s.entry.id, ())]  # fmt: skip
    if named:
        one.readings = named
        return True
    if _titled(text, one, language):
        return True
    common = any("common word" in entry.note for entry in entries)
    return len({entry.id for entry in entries}) == 1 and not common


@cache
def _titles(language: str) -> tuple[str, ...]:
    return tuple(row[0].lower() for row in pairs("titles", language))


def _titled(text: str, one: Candidate, language: str) -> bool:
    before = text[max(0, one.start - 30) : one.start].rstrip().lower()
    return before.endswith(_titles(language))
