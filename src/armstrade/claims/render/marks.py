"""An article with the words of its claims marked.

Spans nest and overlap, so each is an underline in a lane of its own; a segment
between two span borders carries all underlines that run through it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from armstrade.claims.models import TransferClaim

from .shell import escape

SLOTS = ("supplier", "recipient", "intermediary", "materiel", "quantity", "date", "attribution",
         "consideration", "value", "maker", "places")  # fmt: skip
"""The slots that have a colour, as listed in legends."""


class Mark(NamedTuple):
    """A mention, or a sentence of evidence (lane -1), with the names of its claims."""

    start: int
    end: int
    slot: str
    lane: int
    claims: tuple[str, ...]


def place_marks(claims: Sequence[TransferClaim], names: Sequence[str]) -> list[Mark]:
    """The mentions, each once, in lanes such that no two in one lane overlap."""
    owners: dict[tuple[int, int, str], list[str]] = {}
    for claim, name in zip(claims, names, strict=True):
        for slot, span in claim.spans():
            owners.setdefault((span.start, span.end, slot), []).append(name)
    ends: list[int] = []
    marks = []
    for (start, end, slot), claim_names in sorted(owners.items()):
        if slot == "evidence":
            lane = -1
        else:
            free = (lane for lane, busy in enumerate(ends) if busy <= start)
            lane = next(free, len(ends))
            ends[lane : lane + 1] = [end]
        marks.append(Mark(start, end, slot, lane, tuple(dict.fromkeys(claim_names))))
    return marks


def segments(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, list[Mark]]]:
    """The text cut at every border of a mark, with the marks that run through each piece.

    Innermost first: the lowest lane hugs the words, evidence shades all of it.
    """
    borders = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
    running: list[Mark] = []
    for start, end in itertools.pairwise(borders):
        running = [mark for mark in running if mark.end > start] + opening.get(start, [])
        yield (
            text[start:end],
            sorted(running, key=lambda mark: (mark.lane < 0, mark.lane, mark.slot)),
        )


def marked(text: str, claims: Sequence[TransferClaim], names: Sequence[str]) -> str:
    """The text as markup; each mark names its claims in ``data-claims``."""
    parts = []
    for piece, running in segments(text, place_marks(claims, names)):
        markup = escape(piece)
        for mark in running:
            owners = " ".join(mark.claims)
            kind = "evidence" if mark.lane < 0 else f"m {mark.slot} l{min(mark.lane, 9)}"
            hint = "" if mark.lane < 0 else f' title="{mark.slot}"'
            markup = f'<span class="{kind}"{hint} data-claims="{owners}">{markup}</span>'
        parts.append(markup)
    return "".join(parts)


def legend(claims: Sequence[TransferClaim]) -> str:
    """The names of the slots that occur, underlined as in the text."""
    used = {name for claim in claims for name, _ in claim.spans()}
    shown = "".join(f'<span class="m {slot}">{slot}</span> ' for slot in SLOTS if slot in used)
    return f'<p class="legend">{shown}<span class="evidence">evidence</span></p>'
