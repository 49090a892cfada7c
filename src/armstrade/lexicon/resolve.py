"""From candidates to mentions: company, overlaps, and the best reading."""

from __future__ import annotations

from .aliases import with_aliases
from .candidate import Candidate, near
from .choice import choose_parties, choose_types
from .company import kept
from .compose import compose
from .entries import PartyEntry
from .index import Index
from .matching import candidates
from .mention import Mention
from .surfaces import Surface


def mentions(text: str, index: Index, *, language: str, year: int | None) -> list[Mention]:
    """All mentions in a text, sorted by start."""
    german = language == "de"
    found = candidates(text, index, german=german)
    found = _in_office(found, year)
    found = _longest(text, found)
    found = _compounds(found)
    found = kept(text, found, language=language)
    found = compose(text, found, language=language)
    found.sort(key=lambda c: (c.start, -c.end, c.kind))
    choose_types(found)
    choose_parties(found)
    return with_aliases(text, [_mention(c, language) for c in found])


def _in_office(found: list[Candidate], year: int | None) -> list[Candidate]:
    """Without the leaders who were not in office in the year."""
    if year is None:
        return found
    result = []
    for one in found:
        if one.kind == "party":
            one.readings = _of_year(one.readings, year)
            if not one.readings:
                continue
        result.append(one)
    return result


def _of_year(readings: list[Surface], year: int) -> list[Surface]:
    """Readings that fit the year; for full names, else those a year early or late.

    Elects are in the news before they take office, and predecessors still afterwards.
    """
    if len(readings) == 1 and readings[0].entry.kind != "leader":  # type: ignore[union-attr]
        return readings
    holds = [s for s in readings if _in(s, year)]
    return holds or [s for s in readings if not s.weak and (_in(s, year - 1) or _in(s, year + 1))]


def _in(surface: Surface, year: int) -> bool:
    return isinstance(surface.entry, PartyEntry) and surface.entry.in_office(year)


def _longest(text: str, found: list[Candidate]) -> list[Candidate]:
    """The longest of overlapping hits of a kind; parts of one compound stay side by side."""
    found.sort(key=lambda c: (c.start, -c.end))
    result: list[Candidate] = []
    reach: dict[str, int] = {}
    merged: dict[tuple[str, int, int], Candidate] = {}
    for one in found:
        key = (one.kind, one.start, one.end)
        twin = merged.get(key)
        if twin is not None:
            _merge(twin, one)
            continue
        if one.start < reach.get(one.kind, 0):
            continue
        reach[one.kind] = one.end
        merged[key] = one
        result.append(one)
    names = [c for c in result if _may_hold_others(text, c)]
    if not names:
        return result
    kept: list[Candidate] = []
    at = furthest = 0
    for one in result:  # sorted by start, as the names are
        while at < len(names) and names[at].start <= one.start:
            furthest = max(furthest, names[at].end)
            at += 1
        if one.end > furthest or not any(_inside(text, one, name) for name in near(names, one, 0)):
            kept.append(one)
    return kept


def _merge(twin: Candidate, one: Candidate) -> None:
    """Two hits on the same words: a known variant ("F-16C") beats a guess from its family."""
    if one.kind == "designation":
        gain = len(one.readings[0].form) - len(twin.readings[0].form)
        if gain > 0:
            twin.readings, twin.weak, twin.form = one.readings, one.weak, one.form
        if gain:
            return
    twin.readings = [*twin.readings, *one.readings]
    twin.weak = twin.weak and one.weak


def _may_hold_others(text: str, name: Candidate) -> bool:
    words = text[name.start : name.end]
    return name.kind != "materiel" and (
        " " in words or (name.kind == "designation" and "-" in words)
    )


def _inside(text: str, one: Candidate, name: Candidate) -> bool:
    """Whether a hit is only a piece of a name of another kind ("Joint Strike Fighter").

    In a single word that is a party alone ("Sachsen-Klasse"), not the noun ("Taurus-Rakete").
    """
    return (
        one.kind != name.kind
        and name.start <= one.start
        and one.end <= name.end
        and one.end - one.start < name.end - name.start
        and (one.kind == "party" or " " in text[name.start : name.end])
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
    readings = one.readings
    if len(readings) == 1:
        entry = readings[0].entry
        return Mention(one.kind, one.start, one.end, entry, one.word, one.part, one.form, (entry,))
    entries = list(dict.fromkeys(s.entry for s in readings))
    if len(entries) > 1 and one.kind == "party":
        entries.sort(key=lambda e: _rank(e, language))  # type: ignore[arg-type]
    return Mention(
        one.kind, one.start, one.end, entries[0], one.word, one.part, one.form, tuple(entries)
    )


def _rank(entry: PartyEntry, language: str) -> tuple[bool, bool, bool, bool, int]:
    return (
        entry.language not in (language, "both"),
        entry.id is None,
        "historic" in entry.note,
        entry.kind == "capital",  # "Brüssel": the seat of the EU before Belgium's capital
        -(entry.valid_from or 0),
    )
