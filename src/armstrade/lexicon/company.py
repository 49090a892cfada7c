"""Company: what an ambiguous name needs beside it before it counts."""

from __future__ import annotations

import re
from functools import cache

from armstrade.claims import Category

from .candidate import Candidate, near
from .entries import DesignationEntry, MaterielEntry, PartyEntry
from .tables import pairs, words

WINDOW = 60
APPOSITION = 24
_QUOTES = "[ \"„“»«'‚]*"
_APPOSED = re.compile(
    rf"{_QUOTES}(?:(?:vom|des|der|of|the|from) )?"
    rf"(?:(?:Typs?|Klasse|Modells?|Bauart|Systems?|type|class|model) )?{_QUOTES}"
)
_QUANTITY = re.compile(r"\d[\d.,]*\s+$")
_FIRM = re.compile(
    r"konzern|hersteller|firma|unternehmen|schmiede|tochter|werft|gmbh|\bag\b|\bse\b|company|maker"
    r"|manufacturer|\bfirm\b|\binc\b|\bcorp|\bltd\b|contractor|supplier|shipyard|subsidiary|plc\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\n\s*\n")
_STOP = re.compile(r"[.!?]\s|\n")
_SURNAME = re.compile(r" ([A-ZÀ-Þ][^\W\d_]+)")
_COMPASS = re.compile(
    r" (?:des|der|von|of|[Cc]oast|[Ss]ide|[Bb]ank|Wing|Virginia|Point|Africans?|Midlands)\b"
)
_FIRST_NAME = re.compile(r"([^\W\d_]+) $")


def kept(text: str, found: list[Candidate], *, language: str) -> list[Candidate]:
    """Without the weak hits that have no company."""
    if any(c.weak for c in found):
        families = _families(text, found)
        people = _people(found)
        states = {key for c in found if c.kind == "party" and not c.weak for key in _keys(c)}
    result = []
    for one in found:
        if one.kind == "party" and (_is_given_name(text, one) or _is_compass(text, one)):
            continue
        if one.weak:
            if one.kind == "designation":
                if not any(_family(s.entry) in families for s in one.readings):
                    continue
            elif not _party_fits(text, one, people, states, language):
                continue
        result.append(one)
    return result


def _is_compass(text: str, one: Candidate) -> bool:
    """Whether "the West" is a direction ("im Westen des Landes", "West Bank")."""
    entry = one.readings[0].entry
    if not isinstance(entry, PartyEntry) or entry.id != "WEST" or one.part != "whole":
        return False
    return _COMPASS.match(text, one.end) is not None


def _is_given_name(text: str, one: Candidate) -> bool:
    """Whether a place is somebody's first or last name here ("Santiago Peña")."""
    name = text[one.start : one.end]
    if name not in words("place_or_person") or one.part != "whole":
        return False
    if _has_other_first_name(text, one.start):
        return True
    follows = _SURNAME.match(text, one.end)
    return follows is not None and follows.group(1) not in words("after_places")


def _families(text: str, found: list[Candidate]) -> set[str]:
    """Types that are surely meant somewhere in the text."""
    sure: set[str] = set()
    themes = _themes(found)
    for one in found:
        if one.kind != "designation":
            continue
        named = {_family(s.entry) for s in one.readings}
        if not one.weak or _has_company(text, one, found):
            sure |= named
        elif text[one.start].isupper() and (one.form == "plural" or text[one.end - 1] == "s"):
            # "Typhoons", "F-5s": a capital plural, where the text speaks of such materiel.
            code = any(char.isdigit() for char in text[one.start : one.end])
            sure |= {
                _family(s.entry)
                for s in one.readings
                if code or getattr(s.entry, "category", None) in themes
            }
    return sure


def _themes(found: list[Candidate]) -> set[Category]:
    return {
        entry.category
        for one in found
        if one.kind != "party" and not one.weak
        for entry in (one.readings[0].entry,)
        if isinstance(entry, (MaterielEntry, DesignationEntry))
    }


def _family(entry: object) -> str:
    return entry.family if isinstance(entry, DesignationEntry) else ""


def _has_company(text: str, one: Candidate, found: list[Candidate]) -> bool:
    if text[one.start : one.end] in words("everyday_names"):
        return _in_apposition(text, one, found)
    if _quantity_before(text, one.start) or _is_supplied(text, one, found):
        return True
    for other in near(found, one, WINDOW):
        if other.kind == "party":
            continue
        if other.form == "?" or (other.kind == "designation" and other.weak):
            continue
        between = text[min(one.end, other.end) : max(one.start, other.start)]
        if not _BREAK.search(between):
            return True
    return False


def _is_supplied(text: str, one: Candidate, found: list[Candidate]) -> bool:
    """Whether a state and a word of supply vouch for a telling name: "Paris schickt Mistral"."""
    if text[one.start : one.end] not in words("telling_names"):
        return False
    states = [
        other
        for other in near(found, one, WINDOW)
        if other.kind == "party" and not other.weak and _is_state(other)
    ]
    if not states:
        return False
    start = max(text.rfind(mark, 0, one.start) for mark in (". ", "\n", "! ", "? ")) + 1
    stop = _STOP.search(text, one.end)
    sentence = slice(start, stop.start() if stop else len(text))
    return (
        any(sentence.start <= other.start < sentence.stop for other in states)
        and _supply().search(text, sentence.start, sentence.stop) is not None
    )


def _is_state(one: Candidate) -> bool:
    return any(isinstance(s.entry, PartyEntry) and s.entry.country for s in one.readings)


@cache
def _supply() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("supply_stems"))), re.IGNORECASE)


def _in_apposition(text: str, one: Candidate, found: list[Candidate]) -> bool:
    """Whether materiel stands right beside: "Raketenwerfer vom Typ Grad", "Tor-Raketen"."""
    for other in near(found, one, APPOSITION):
        if other.kind == "party" or other.form == "?":
            continue
        if other.word == one.word or text[one.end : other.start] == " ":
            return True
        if 0 <= one.start - other.end <= APPOSITION and _APPOSED.fullmatch(
            text, other.end, one.start
        ):
            return True
    return False


def _quantity_before(text: str, start: int) -> bool:
    before = text[max(0, start - 20) : start]
    if _QUANTITY.search(before):
        return True
    last = before.split()[-1:]
    return bool(last) and before[-1:].isspace() and last[0].lower() in words("number_words")


def _people(found: list[Candidate]) -> dict[str | None, set[str]]:
    """Surnames of the people who are named in full, by party."""
    people: dict[str | None, set[str]] = {}
    for one in found:
        entry = one.readings[0].entry
        if isinstance(entry, PartyEntry) and entry.kind == "leader" and not one.weak:
            people.setdefault(entry.id, set()).add(entry.surface.rpartition(" ")[2])
    return people


def _party_fits(
    text: str,
    one: Candidate,
    people: dict[str | None, set[str]],
    states: set[str],
    language: str,
) -> bool:
    entries = [s.entry for s in one.readings if isinstance(s.entry, PartyEntry)]
    if entries[0].kind != "leader":
        if entries[0].kind != "company":
            return not states.isdisjoint(_keys(one))
        return _FIRM.search(text[max(0, one.start - 40) : one.end + 20]) is not None
    named = [
        s
        for s in one.readings
        if isinstance(s.entry, PartyEntry)
        and s.entry.surface.rpartition(" ")[2] in people.get(s.entry.id, ())
    ]
    if named:
        one.readings = named
        return True
    if _titled(text, one.start, language):
        return True
    if one.part != "whole" or _has_other_first_name(text, one.start):
        return False
    return len({entry.id for entry in entries}) == 1 and not any(map(_is_common, entries))


def _is_common(entry: PartyEntry) -> bool:
    name = entry.surface
    if name in words("common_surnames") or name in words("first_names"):
        return True
    return "common word" in entry.note and name not in words("firm_names")


def _keys(one: Candidate) -> set[str]:
    return {s.entry.key for s in one.readings if isinstance(s.entry, PartyEntry) and s.entry.key}


def _has_other_first_name(text: str, start: int) -> bool:
    """Whether a first name stands before the surname: the full name would have been longer."""
    before = _FIRST_NAME.search(text[max(0, start - 20) : start])
    return before is not None and before.group(1) in words("first_names")


@cache
def _titles(language: str) -> tuple[str, ...]:
    return tuple(row[0].lower() for row in pairs("titles", language))


def _titled(text: str, start: int, language: str) -> bool:
    before = text[max(0, start - 30) : start].rstrip().lower()
    return before.endswith(_titles(language))
