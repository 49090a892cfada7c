"""Candidates: hits that fit their surface, before company and overlaps are judged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from .surfaces import Surface
from .wording import cut_off


@dataclass(slots=True)
class Candidate:
    """A hit that fits its surface; `readings` and `form` are settled step by step.

    A ``form`` of ``?`` marks the left part of a compound whose right part is not known yet.
    """

    kind: str
    start: int
    end: int
    readings: list[Surface]
    word: tuple[int, int]
    part: str
    form: str
    weak: bool


def part_of(text: str, start: int, end: int, extent: tuple[int, int]) -> str:
    """Role of a hit in its word: whole, head or modifier."""
    if extent[1] > end or cut_off(text, end):
        return "modifier"
    return "head" if extent[0] < start else "whole"


LONGEST = 120


def near(found: list[Candidate], one: Candidate, reach: int) -> Iterator[Candidate]:
    """The others within `reach` code points, in order.

    Parameters
    ----------
    found
        Sorted by start. Looked up by bisection, so that a text full of names costs no more
        for each of them than a text with few.
    """
    at = bisect_left(found, one.start - reach - LONGEST, key=lambda c: c.start)
    high = one.end + reach
    for number in range(at, len(found)):
        other = found[number]
        if other.start > high:
            return
        if other is not one and other.end >= one.start - reach:
            yield other
