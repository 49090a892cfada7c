"""Finds the words of a gold record in its document.

The record form of the annotation guide holds strings, not offsets:
"where a string occurs several times, the occurrence inside the evidence, or
nearest to it, is meant".
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from armstrade.claims import Span

_SHORT = 4
"""A string shorter than this counts inside a longer word only as a last resort ("it", "US")."""

_FOLD = str.maketrans(dict.fromkeys("„“”«»‚‘’›‹'", '"') | dict.fromkeys("‐‑–—", "-"))


def occurrences(text: str, words: str) -> list[int]:
    """Offsets at which `words` stands in `text`, overlapping ones included.

    Examples
    --------
    >>> occurrences("Panzer für Panzer", "Panzer")
    [0, 11]
    """
    found = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def locate_evidence(text: str, strings: Sequence[str]) -> list[Span | None]:
    """Locate evidence sentences; ``None`` for a string that does not occur.

    A repeated sentence (a headline that the first line repeats) is taken where it is
    nearest to the sentences that occur once, else where it comes first. A string given
    twice means two occurrences.
    """
    places = [occurrences(text, words) for words in strings]
    fixed = [
        (at[0], at[0] + len(words))
        for words, at in zip(strings, places, strict=True)
        if len(at) == 1
    ]
    taken: set[tuple[int, str]] = set()
    spans: list[Span | None] = []
    for words, starts in zip(strings, places, strict=True):
        free = [at for at in starts if (at, words) not in taken]
        if not free:
            spans.append(None)
            continue
        best = min(free, key=lambda at: (_distance(at, at + len(words), fixed), at))
        taken.add((best, words))
        spans.append(Span(start=best, end=best + len(words), text=words))
    return spans


def locate(
    text: str, words: str, evidence: Sequence[Span], *, near: Span | None = None
) -> Span | None:
    """Locate a mention: inside the evidence, or nearest to it.

    Among several places inside the evidence, one that is a whole word comes before
    one inside a word ("it" is not meant to be found in "waiting"), and of those left
    the one nearest to `near` (the materiel, for the other slots), then the first.

    Examples
    --------
    >>> text = "It waited. France offers it jets, waiting."
    >>> locate(text, "it", [Span.of(text, 11, 42)])
    Span(start=25, end=27, text='it')
    """
    places = candidates(text, words, evidence)
    if not places:
        return None
    anchors = [(near.start, near.end)] if near else []
    best = min(places, key=lambda at: (_distance(at, at + len(words), anchors), at))
    return Span(start=best, end=best + len(words), text=words)


def locate_pair(
    text: str, first: str, second: str, evidence: Sequence[Span]
) -> tuple[Span | None, Span | None]:
    """Locate two mentions that belong together: the candidates nearest to each other.

    "50 tanks in May, 20 tanks in June": the number tells which tanks are meant.
    """
    one, two = candidates(text, first, evidence), candidates(text, second, evidence)
    if not one or not two:
        return locate(text, first, evidence), locate(text, second, evidence)
    best = min(
        ((a, b) for a in one for b in two),
        key=lambda ab: (
            _distance(ab[0], ab[0] + len(first), [(ab[1], ab[1] + len(second))]),
            ab[0] < ab[1],
            ab,
        ),
    )
    return (
        Span(start=best[0], end=best[0] + len(first), text=first),
        Span(start=best[1], end=best[1] + len(second), text=second),
    )


def candidates(text: str, words: str, evidence: Sequence[Span]) -> list[int]:
    """The offsets that the guide's rule leaves open: equally good places for `words`."""
    starts = occurrences(text, words)
    if len(starts) < 2:
        return starts
    bounds = [(span.start, span.end) for span in evidence]
    length = len(words)

    def rank(at: int) -> tuple[int, int]:
        inside = any(start <= at and at + length <= end for start, end in bounds)
        whole = _whole(text, at, at + length)
        if inside and (whole == 2 or (whole == 1 and length >= _SHORT)):
            return 2 - whole, 0
        distance = _distance(at, at + length, bounds)
        return (2 if whole == 2 else 3), distance

    ranks = {at: rank(at) for at in starts}
    best = min(ranks.values())
    return [at for at in starts if ranks[at] == best]


def closest(text: str, words: str) -> str | None:
    """What `text` has that looks most like `words`, for a repair suggestion.

    ``None`` when nothing is close. Cost: linear in the text times the words.

    Examples
    --------
    >>> closest("Er sagte: „Nein“, und ging.", '"nein"')
    '„Nein“'
    """
    pattern = r"\s+".join(re.escape(part) for part in words.translate(_FOLD).split())
    if not pattern:
        return None
    # Folding keeps every code point in its place, so offsets carry over.
    if match := re.search(pattern, text.translate(_FOLD), re.IGNORECASE):
        return text[match.start() : match.end()]
    matcher = difflib.SequenceMatcher(None, text, words, autojunk=False)
    block = matcher.find_longest_match()
    if block.size < max(_SHORT, len(words) // 2):
        return None
    start = max(0, block.a - block.b)
    return text[start : start + len(words)]


def _whole(text: str, start: int, end: int) -> int:
    """How many of its two edges are word borders."""
    left = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    right = end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())
    return left + right


def _distance(start: int, end: int, others: Sequence[tuple[int, int]]) -> int:
    """Code points between a stretch and the nearest other one; 0 when they touch."""
    return min((max(o - end, start - e, 0) for o, e in others), default=0)
