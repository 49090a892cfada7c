"""Candidates: hits that fit their surface, before company and overlaps are judged."""

from __future__ import annotations

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
