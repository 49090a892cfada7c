"""Finds the dates in a text and resolves them against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from armstrade.language._data import read_toml
from armstrade.language._resolve import OpenPeriod, Resolver
from armstrade.language._triggers import Triggers
from armstrade.language.number_words import alternatives
from armstrade.language.periods import Period


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date expression in a text.

    Attributes
    ----------
    start, end
        Half-open offsets in code points.
    first, last
        The first and last day meant, both inclusive; ``None`` where an end is
        left open by the text or cannot be resolved without the publication date.
    """

    start: int
    end: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class _Atom:
    """One date expression before it is joined with "since", "between … and" and the like."""

    start: int
    end: int
    name: str
    groups: Mapping[str, str]


# How far the words that frame a date reach, and how far back an anchor is looked for.
_FRAME = 40
_ANCHOR = 600
_ANCHOR_DEPTH = 3
_CLAUSE_END = re.compile(r"[,;:()„“”«»\n]|\s[–—-]+\s|\.\s")


class _Patterns:
    """The compiled tables of one language."""

    def __init__(self, language: str) -> None:
        table = read_toml(language, "dates.toml")
        self.table: Mapping[str, Any] = table
        names = ("relatives", "parts", "units", "counts", "ordinals", "days", "decades", "words")
        fragments = {name.upper(): alternatives(list(table[name])) for name in names}
        for name in ("months", "weekdays", "seasons", "feasts"):
            # "may" and "march" are verbs, "May" and "March" are months.
            words = [form for word in table[name] for form in (word.title(), word.upper())]
            if name == "seasons":
                words += [word for word in table[name] if language == "en"]
            fragments[name.upper()] = f"(?-i:{alternatives(words)})"
        self.names: list[str] = []
        parts = []
        for index, row in enumerate(table["patterns"]):
            pattern = row["re"]
            for name, fragment in fragments.items():
                pattern = pattern.replace("{" + name + "}", fragment)
            pattern = re.sub(r"\?P<(\w+)>", rf"?P<\1__{index}>", pattern)
            parts.append(f"(?P<p__{index}>{pattern})")
            self.names.append(row["name"])
        self.triggers = Triggers(parts, before=r"(?<![\w-])", after=r"(?!\w)", flags=re.IGNORECASE)
        frames = table["frames"]
        self.frames = {
            phrase: effect
            for effect in ("since", "until", "before", "between", "later_in")
            for phrase in frames[effect]
        }
        self.to = frozenset(frames["to"])
        self.and_ = frozenset(frames["and"])
        context = table["context"]
        self.future = re.compile(rf"(?<!\w){context['future_re']}", re.IGNORECASE)
        self.past = re.compile(rf"(?<!\w){context['past_re']}", re.IGNORECASE)
        self.nearest_cue: bool = context["nearest_cue"]
        kinds = read_toml(language, "numbers.toml")["kinds"]
        self.designation = re.compile(rf"(?<!\w)(?:{kinds['designation_re']})\s$")
        self.year_before = re.compile(rf"(?<!\w){kinds['year_before_re']}\s+$", re.IGNORECASE)
        prefixes = read_toml(language, "numbers.toml")["prefixes"]
        counted = [
            w for name in ("approximate", "at_least", "at_most", "each") for w in prefixes[name]
        ]
        self.since_event = re.compile(
            rf"(?<!\w){table['frames']['since_event_re']}\s+$", re.IGNORECASE
        )
        self.counted = re.compile(rf"(?<!\w){alternatives(counted)}\s+$", re.IGNORECASE)


@cache
def _patterns(language: str) -> _Patterns:
    return _Patterns(language)


def dates(
    text: str,
    start: int,
    end: int,
    language: str,
    published: tuple[date, date] | None,
) -> list[DateMatch]:
    """The dates in ``text[start:end]``, in order and without overlap.

    Parameters
    ----------
    text
        The whole text; for "a day earlier" the words before `start` are looked at.
    start, end
        The stretch to search, usually one sentence.
    language
        ``"de"`` or ``"en"``.
    published
        The first and last day on which the text may have been published, or
        ``None`` where nothing is known.

    Examples
    --------
    >>> day = date(2022, 12, 6)
    >>> text = "Seit August liefert Iran Drohnen, zuletzt am Montag."
    >>> for match in dates(text, 0, len(text), "de", (day, day)):
    ...     print(text[match.start : match.end], match.first, match.last)
    Seit August 2022-08-01 2022-12-06
    Montag 2022-12-05 2022-12-05
    """
    if published is None or published[0] == published[1]:
        return _scan(text, start, end, language, published and published[0])
    early = _scan(text, start, end, language, published[0])
    late = _scan(text, start, end, language, published[1])
    if [match.end for match in early] != [match.end for match in late]:
        # Some expressions belong together on one day only: nothing relative can be said.
        return _scan(text, start, end, language, None)
    return [
        replace(match, first=match.first and _least(match.first, other.first), last=other.last)
        for match, other in zip(early, late, strict=True)
    ]


def _least(first: date, second: date | None) -> date:
    return first if second is None else min(first, second)


def _scan(
    text: str, start: int, end: int, language: str, day: date | None, depth: int = 0
) -> list[DateMatch]:
    patterns = _patterns(language)
    atoms = _atoms(text, start, end, patterns)
    found: list[DateMatch] = []

    def anchor() -> Period | None:
        """The last date before this one, here or in the sentences before."""
        earlier: list[DateMatch] = found
        if not earlier and depth < _ANCHOR_DEPTH and start > 0:
            earlier = _scan(text, max(0, start - _ANCHOR), start, language, day, depth + 1)
        known = [m for m in earlier if m.first is not None and m.last is not None]
        if not known or known[-1].first is None or known[-1].last is None:
            return None
        return known[-1].first, known[-1].last

    at = 0
    while at < len(atoms):
        atom = atoms[at]
        before = _frame(text, found[-1].end if found else start, atom.start, patterns)
        effect, begin = before
        future = _is_future(text, start, end, atom, patterns)
        if effect in ("until", "later_in"):
            future = future or not _cues(text, start, end, atom, patterns)[1]
        resolver = Resolver(day, future and effect != "since", anchor, patterns.table)
        following = atoms[at + 1] if at + 1 < len(atoms) else None
        if following is not None:
            between = " ".join(text[atom.end : following.start].lower().split())
            joined = between in patterns.and_ or (effect == "between" and between in patterns.to)
            joined = joined or (between in patterns.to and between not in patterns.and_)
            period = _join(atom, following, resolver, effect) if joined else None
            if period is not None:
                found.append(DateMatch(begin, following.end, *period))
                at += 2
                continue
        first, last = resolver.resolve(atom.name, atom.groups)
        if effect == "since" and first is not None:
            last = day if day is None or first <= day else last
        elif effect == "until":
            first = day if day is not None and last is not None and day <= last else None
        elif effect == "before" and first is not None and atom.name != "ago":
            if atom.name in ("words", "unit") or (
                day is not None and first <= day <= (last or day)
            ):
                first = day
            else:
                last = first - timedelta(days=1)
                first = day if day is not None and day <= last else None
        elif effect == "between":
            begin = atom.start
        found.append(DateMatch(begin, atom.end, first, last))
        at += 1
    return found


def _atoms(text: str, start: int, end: int, patterns: _Patterns) -> list[_Atom]:
    atoms = []
    for match in patterns.triggers.finditer(text, start, end):
        index = int(str(match.lastgroup).removeprefix("p__"))
        suffix = f"__{index}"
        groups = {
            key.removesuffix(suffix): value
            for key, value in match.groupdict().items()
            if value is not None and key.endswith(suffix) and not key.startswith("p__")
        }
        name = patterns.names[index]
        if name == "year" and not _is_year(text, match, start, patterns):
            continue
        atoms.append(_Atom(match.start(), match.end(), name, groups))
    return atoms


def _is_year(text: str, match: re.Match[str], start: int, patterns: _Patterns) -> bool:
    """Whether four figures name a year rather than count or belong to a designation."""
    if len(match.group()) > 4:
        return True
    before = text[max(start, match.start() - _FRAME) : match.start()]
    if patterns.designation.search(before):
        return False
    if patterns.year_before.search(before):
        return True
    if patterns.counted.search(before):
        return False
    after = text[match.end() : match.end() + 2]
    return not (match.group().endswith("00") and after[:1].isspace() and after[1:].isalpha())


def _frame(text: str, floor: int, at: int, patterns: _Patterns) -> tuple[str, int]:
    """What the words before a date do to it, and where they begin."""
    window = text[max(floor, at - _FRAME) : at]
    words = [(m.start(), m.group().lower()) for m in re.finditer(r"[^\s\"„“”»«‘’(]+", window)]
    for length in range(min(4, len(words)), 0, -1):
        effect = patterns.frames.get(" ".join(word for _, word in words[-length:]))
        if effect is not None:
            return effect, at - len(window) + words[-length][0]
    event = patterns.since_event.search(text, max(floor, at - 2 * _FRAME), at)
    if event is not None:
        return "since", event.start()
    return "", at


def _cues(text: str, start: int, end: int, atom: _Atom, patterns: _Patterns) -> tuple[int, int]:
    """Where the clause of a date last speaks of the future and of the past, plus one.

    Zero means that it does not. Where the language has its verbs at the end of
    the clause the whole of it is looked at, else only the words before the date.
    """
    begin, stop = start, end
    for boundary in _CLAUSE_END.finditer(text, start, end):
        if boundary.end() <= atom.start:
            begin = boundary.end()
        elif boundary.start() >= atom.end:
            stop = boundary.start()
            break
    if patterns.nearest_cue:
        stop = atom.start
    future = [m.start() + 1 for m in patterns.future.finditer(text, begin, stop)]
    past = [m.start() + 1 for m in patterns.past.finditer(text, begin, stop)]
    return max(future, default=0), max(past, default=0)


def _is_future(text: str, start: int, end: int, atom: _Atom, patterns: _Patterns) -> bool:
    """Whether the clause that holds a date speaks of what is to come."""
    future, past = _cues(text, start, end, atom, patterns)
    return future > past if patterns.nearest_cue else bool(future) and not past


def _join(atom: _Atom, following: _Atom, resolver: Resolver, effect: str) -> OpenPeriod | None:
    """One period from two dates; the first takes the year from the second."""
    groups = dict(atom.groups)
    yearless = atom.name in ("month", "season", "day", "piece") and "year" not in groups
    inherited = yearless and "relyear" not in groups
    if inherited:
        groups |= {k: v for k, v in following.groups.items() if k in ("year", "relyear")}
    first = resolver.resolve(atom.name, groups)[0]
    last = resolver.resolve(following.name, following.groups)[1]
    if first is None or last is None:
        return None
    if first > last and inherited:
        first = first.replace(year=first.year - 1) if (first.month, first.day) != (2, 29) else first
    return (first, last) if first <= last else None
