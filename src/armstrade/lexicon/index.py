"""The index: one automaton that finds all surfaces of a language in one pass."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick, Implementation

from .entries import DesignationEntry, MaterielEntry, PartyEntry
from .fold import core, fold
from .surfaces import Bound, Surface

Group = tuple[str, Bound, tuple[Surface, ...]]
_KINDS = {PartyEntry: "party", DesignationEntry: "designation", MaterielEntry: "materiel"}


def _by_kind(surfaces: list[Surface]) -> tuple[Group, ...]:
    if len(surfaces) == 1:
        one = surfaces[0]
        return ((_KINDS[type(one.entry)], one.bound, (one,)),)
    kinds: dict[str, list[Surface]] = {}
    for one in surfaces:
        kinds.setdefault(_KINDS[type(one.entry)], []).append(one)
    return tuple((kind, some[0].bound, tuple(some)) for kind, some in kinds.items())


class Index:
    """Finds surfaces in folded text; what a hit is worth is for others to say.

    A left boundary is part of the pattern (a space, which every separator folds to), so that
    the automaton drops most of what is no word start by itself.

    Parameters
    ----------
    surfaces
        All forms to look for.
    """

    def __init__(self, surfaces: Iterable[Surface]) -> None:
        numbers: dict[bytes, int] = {}
        readings: list[list[Surface]] = []
        for surface in surfaces:
            pattern = core(surface.form)
            if not pattern.strip():
                continue
            if surface.bound is Bound.CLOSED:
                pattern = b" " + pattern + b" "
            elif surface.bound is Bound.LEFT:
                pattern = b" " + pattern
            number = numbers.setdefault(pattern, len(readings))
            if number == len(readings):
                readings.append([surface])
            else:
                readings[number].append(surface)
        self.groups: list[tuple[Group, ...]] = [_by_kind(group) for group in readings]
        # How far a pattern's ends lie from those of the word, one for the pad included.
        self._left = bytes(0 if group[0].bound is not Bound.NONE else 1 for group in readings)
        self._right = bytes(2 if group[0].bound is Bound.CLOSED else 1 for group in readings)
        self._automaton = (
            BytesAhoCorasick(list(numbers), implementation=Implementation.ContiguousNFA)
            if numbers
            else None
        )

    def hits(self, text: str) -> list[tuple[int, int, int]]:
        """All hits as (number of the reading, start, end) in code points, overlaps included."""
        if self._automaton is None:
            return []
        left, right = self._left, self._right
        found = self._automaton.find_matches_as_indexes(b" " + fold(text) + b" ", overlapping=True)
        return [(n, start - left[n], end - right[n]) for n, start, end in found]
