"""From hits to candidates: case, boundaries, endings, the place in the word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import compounds
from .entries import DesignationEntry, MaterielEntry, PartyEntry
from .fold import same
from .index import Index
from .surfaces import Bound, Surface
from .wording import HYPHENS, case_fits, cut_off, segment, word

_VARIANT = re.compile(r"[A-Z]{1,4}\d{0,2}(?![A-Za-z0-9])")
_VARIANT_AFTER_SPACE = re.compile(r" ?[A-Z]\d{1,2}(?![A-Za-z0-9])")
_GENITIVE = re.compile(r"['’][sS]?(?![^\W_])")
_NOT_IN_CAPITALS = frozenset({"IS", "MAN", "MEN", "ERA", "EVA", "HOT", "TOW", "LAW", "BAL", "NAG"})


@dataclass(slots=True)
class Candidate:
    """A hit that fits its surface; company and overlaps are not judged yet."""

    kind: str
    start: int
    end: int
    readings: list[Surface]
    word: tuple[int, int]
    part: str
    form: str
    weak: bool


def candidates(text: str, index: Index, *, german: bool) -> list[Candidate]:
    """Everything the index finds that is well-formed in the text, overlaps included."""
    found: list[Candidate] = []
    readings = index.readings
    size = len(text)
    for number, start, end in index.hits(text):
        group = readings[number]
        bound = group[0].bound
        if bound is not Bound.NONE and start and text[start - 1].isalnum():
            continue  # a letter outside Latin-1, which folds to a space
        if bound is Bound.CLOSED and end < size and text[end].isalnum():
            continue
        if isinstance(group[0].entry, MaterielEntry) and german:
            found.extend(_german_materiel(text, start, end, group))
            continue
        slice_ = text[start:end]
        fitting = [s for s in group if same(slice_, s.form) and case_fits(slice_, s.form)]
        for kind, some in _by_kind(fitting):
            if kind == "party":
                one = _party(text, start, end, some, german=german)
            elif kind == "designation":
                one = _designation(text, start, end, some)
            elif german:
                found.extend(_german_materiel(text, start, end, some))
                continue
            else:
                one = _english_materiel(text, start, end, some)
            if one is not None:
                found.append(one)
    return found


def _by_kind(group: list[Surface]) -> list[tuple[str, list[Surface]]]:
    kinds: dict[str, list[Surface]] = {}
    for surface in group:
        entry = surface.entry
        if isinstance(entry, PartyEntry):
            kinds.setdefault("party", []).append(surface)
        elif isinstance(entry, DesignationEntry):
            kinds.setdefault("designation", []).append(surface)
        else:
            kinds.setdefault("materiel", []).append(surface)
    return list(kinds.items())


def _part(text: str, start: int, end: int, extent: tuple[int, int]) -> str:
    if extent[1] > end or cut_off(text, end):
        return "modifier"
    return "head" if extent[0] < start else "whole"


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around are all capitals too, so that capitals tell nothing."""
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    letters = [char for char in around if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)


def _party(
    text: str, start: int, end: int, group: list[Surface], *, german: bool
) -> Candidate | None:
    surface = group[0]
    form = surface.inflection
    if any(s.inflection == "adjective" for s in group):
        form = "adjective"
        group.sort(key=lambda s: s.inflection != "adjective")
        surface = group[0]
    if surface.form in _NOT_IN_CAPITALS and _shouted(text, start, end):
        return None
    if surface.bound is Bound.LEFT:
        rest = segment(text, start, end)[1]
        tail = text[end:rest].lower()
        if tail in surface.tails:
            form = "genitive" if tail else form
            end = rest
        elif not compounds.is_trade_tail(tail):
            return None
    extent = word(text, start, end)
    part = _part(text, start, end, extent)
    if form == "adjective" and group[0].form.islower() and german and part == "whole":
        stem = not surface.form.endswith(("e", "em", "en", "er", "es"))
        if stem and "stem" in getattr(surface.entry, "note", ""):
            return None  # "deutsch": the language, or an adverb
    if form in ("", "demonym") and (genitive := _GENITIVE.match(text, end)):
        # After s, a bare apostrophe is a genitive; otherwise it closes a quotation.
        apostrophe_s = len(genitive.group()) == 2
        if apostrophe_s or text[end - 1 : end] in ("s", "x", "z", "ß"):
            form = "genitive"
    return Candidate("party", start, end, group, extent, part, form, all(s.weak for s in group))


def _designation(text: str, start: int, end: int, group: list[Surface]) -> Candidate | None:
    rest = segment(text, start, end)[1]
    tail = text[end:rest]
    form = ""
    if group[0].bound is Bound.LEFT and tail:
        if tail == "s" and text[end - 1] not in "sS":
            form, end = ("genitive" if text[start - 4 : start] == "des " else "plural"), rest
        elif text[end - 1].isdigit() and _VARIANT.fullmatch(tail):
            end = rest
        elif text[end - 1].isdigit() and _VARIANT.fullmatch(tail[:-1]) and tail[-1] == "s":
            form, end = "plural", rest
        else:
            return None
    if text[start].islower() and group[0].form[:1].isupper():
        return None
    if text[end : end + 1] in HYPHENS and text[end + 1 : end + 2].isdigit():
        return None  # "S-300-400" or a date: another number belongs to it
    genitive = _GENITIVE.match(text, end)
    if form == "" and genitive is not None and len(genitive.group()) == 2:
        form = "genitive"
    extent = word(text, start, end)
    part = _part(text, start, end, extent)
    weak = all(s.weak for s in group)
    if part == "modifier" and text[start:end].isalpha():
        # "Astra-Zeneca": a name in a compound needs materiel or trade beside it.
        weak = not compounds.is_trade_tail(text[end : extent[1]])
    return Candidate("designation", start, end, group, extent, part, form, weak)


def _english_materiel(text: str, start: int, end: int, group: list[Surface]) -> Candidate | None:
    extent = word(text, start, end)
    before = text[max(0, start - 8) : start].lower()
    if before.endswith(("anti-", "counter-", "non-", "ex-")):
        return None
    part = _part(text, start, end, extent)
    return Candidate("materiel", start, end, group, extent, part, group[0].inflection, False)


def _german_materiel(
    text: str, start: int, end: int, group: list[Surface] | tuple[Surface, ...]
) -> list[Candidate]:
    first, last = segment(text, start, end)
    if group[0].bound is Bound.NONE and first < start and len(group[0].form) < compounds.MIN_HEAD:
        return []
    slice_ = text[start:end]
    tail = text[end:last].lower()
    result: list[Candidate] = []
    for surface in group:
        entry = surface.entry
        assert isinstance(entry, MaterielEntry)
        inner = start > first
        if not same(slice_, surface.form):
            continue
        if "modifier only" in entry.note and (
            inner or surface.bound is Bound.CLOSED or not compounds.is_trade_tail(tail)
        ):
            continue
        if inner:
            if not text[first].isupper():
                continue
        elif not case_fits(slice_, surface.form):
            continue
        extent = word(text, start, end)
        if surface.bound is Bound.CLOSED or tail in surface.tails:
            one = _ending(text, start, last if tail else end, surface, entry, extent, first)
        elif not inner and len(tail) > MIN_TAIL:
            # "?": a modifier for a materiel head; dropped later unless that head is found.
            form = "" if compounds.is_trade_tail(tail) else "?"
            stop = _modifier_end(text, start, end, entry)
            one = Candidate("materiel", start, stop, [surface], extent, "modifier", form, False)
        else:
            continue
        if one is not None:
            result.append(one)
            break
    return result


MIN_TAIL = 3


def _modifier_end(text: str, start: int, end: int, entry: MaterielEntry) -> int:
    """End of a modifier with its plural ending: "Waffen" in "Waffenlieferung"."""
    stop = start + len(entry.plural)
    return stop if stop > end and text[start:stop].lower() == entry.plural.lower() else end


def _ending(
    text: str,
    start: int,
    end: int,
    surface: Surface,
    entry: MaterielEntry,
    extent: tuple[int, int],
    first: int,
) -> Candidate | None:
    """A materiel noun at the end of its segment of the word."""
    form = surface.inflection
    if not form and end > start:
        found = text[start:end].lower()
        tail = found[len(surface.form) :]
        plural = entry.plural.lower()
        if tail and plural and found in (plural, plural + "n"):
            form = "plural"
        elif tail in ("s", "es"):
            form = "genitive"
    if start > first:
        left = text[first:start]
        if compounds.is_false_friend(text[first:end]) or not compounds.head_fits(entry, left):
            return None
    if cut_off(text, end):
        return Candidate("materiel", start, end, [surface], extent, "modifier", form, False)
    if extent[1] > end:
        rest = text[end : extent[1]]
        form = "" if compounds.is_trade_tail(rest) else "?"
        return Candidate("materiel", start, end, [surface], extent, "modifier", form, False)
    part = "whole" if extent[0] == start else "head"
    return Candidate("materiel", start, end, [surface], extent, part, form, False)
