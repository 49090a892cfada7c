"""From candidates to mentions: company, overlaps, and the best reading."""

from __future__ import annotations

from .company import kept
from .choice import choose_types
from .compose import compose
from .entries import PartyEntry
from .index import Index
from .matching import Candidate, candidates
from .mention import Mention
from .surfaces import Surface


def mentions(text: str, index: Index, *, language: str, year: int | None) -> list[Mention]:
    """All mentions in a text, sorted by start."""
    german = language == "de"
    found = candidates(text, index, german=german)
    found = _in_office(found, year)
    found = _longest(found)
    found = _compounds(found)
    found = kept(text, found, language=language)
    found = compose(text, found, language=language)
    found.sort(key=lambda c: (c.start, -c.end, c.kind))
    choose_types(found)
    return [_mention(c, language) for c in found]


def _in_office(found: list[Candidate], year: int | None) -> list[Candidate]:
    """Without the leaders who were not in office in the year."""
    if year is None:
        return found
    result = []
    for one in found:
        if one.kind == "party":
            one.readings = [
                s
                for s in one.readings
                if not isinstance(s.entry, PartyEntry) or _holds_office(s, year)
            ]
            if not one.readings:
                continue
        result.append(one)
    return result


def _holds_office(surface: Surface, year: int) -> bool:
    """A full name may be a year early or late: elects, and predecessors still in the news."""
    entry = surface.entry
    assert isinstance(entry, PartyEntry)
    if entry.in_office(year):
        return True
    return not surface.weak and (entry.in_office(year - 1) or entry.in_office(year + 1))


def _longest(found: list[Candidate]) -> list[Candidate]:
    """The longest of overlapping hits of a kind; parts of one compound stay side by side."""
    found.sort(key=lambda c: (c.start, -c.end))
    result: list[Candidate] = []
    reach: dict[str, int] = {}
    merged: dict[tuple[str, int, int], Candidate] = {}
    for one in found:
        key = (one.kind, one.start, one.end)
        twin = merged.get(key)
        if twin is not None:
            twin.readings = [*twin.readings, *one.readings]
            twin.weak = twin.weak and one.weak
            continue
        if one.start < reach.get(one.kind, 0):
            continue
        reach[one.kind] = one.end
        merged[key] = one
        result.append(one)
    named = [c for c in result if c.kind == "designation"]
    return [c for c in result if not any(_inside(c, d) for d in named)] if named else result


def _inside(one: Candidate, name: Candidate) -> bool:
    """Whether a hit of another kind is only a piece of a type name ("Joint Strike Fighter")."""
    return (
        one.kind != "designation"
        and name.start <= one.start
        and one.end <= name.end
        and one.end - one.start < name.end - name.start
    )


def _compounds(found: list[Candidate]) -> list[Candidate]:
    """Drop provisional modifiers whose head turned out to be no materiel."""
    heads = {c.word for c in found if c.kind == "materiel" and c.part == "head"}
    result = []
    for one in found:
        if one.form == "?":
            if one.word not in heads:
                continue
            one.form = ""
        result.append(one)
    return result


def _mention(one: Candidate, language: str) -> Mention:
    entries = list(dict.fromkeys(s.entry for s in one.readings))
    if len(entries) > 1 and one.kind == "party":
        entries.sort(key=lambda e: _rank(e, language))  # type: ignore[arg-type]
    return Mention(
        one.kind, one.start, one.end, entries[0], one.word, one.part, one.form, tuple(entries)
    )


def _rank(entry: PartyEntry, language: str) -> tuple[bool, bool, bool]:
    return (entry.language not in (language, "both"), entry.id is None, "historic" in entry.note)
