"""Materiel nouns in a text: whole words, and the parts of compounds."""

from __future__ import annotations

from . import compounds
from .candidate import Candidate, part_of
from .entries import MaterielEntry
from .fold import same
from .surfaces import Bound, Surface
from .wording import case_fits, cut_off, segment, word

_OPPOSED = ("anti-", "counter-", "non-", "ex-")


def english_noun(text: str, start: int, end: int, group: list[Surface]) -> Candidate | None:
    """An English materiel noun or phrase."""
    extent = word(text, start, end)
    before = text[max(0, start - 8) : start].lower()
    if before.endswith(_OPPOSED):
        return None
    part = part_of(text, start, end, extent)
    return Candidate("materiel", start, end, group, extent, part, group[0].inflection, False)


def german_noun(text: str, start: int, end: int, group: tuple[Surface, ...]) -> list[Candidate]:
    """A German materiel noun: a word, its right end, or a left part of it."""
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
            form = "" if compounds.modifier_fits(entry, tail) else "?"
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
        form = "" if compounds.modifier_fits(entry, rest) else "?"
        return Candidate("materiel", start, end, [surface], extent, "modifier", form, False)
    part = "whole" if extent[0] == start else "head"
    return Candidate("materiel", start, end, [surface], extent, part, form, False)
