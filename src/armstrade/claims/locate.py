"""Finding words in a document: which of several occurrences is meant.

The rule is that of the annotation guide: the occurrence inside the
evidence, or nearest to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from armstrade.errors import GroundingError

from .document import Document
from .span import Span

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Slot:
    """Words to find: the slot's name, its wording, its offset if given.

    `core` slots stand close together; they decide where a draft without evidence
    was read.
    """

    name: str
    text: str
    at: int | None
    core: bool


def occurrences(text: str, words: str) -> list[Interval]:
    """All places where `words` stand in `text`; overlapping ones too.

    Runs of white space in `words` match any run of white space.

    Examples
    --------
    >>> occurrences("Iran, iranisch, Iran", "Iran")
    [(0, 4), (16, 20)]
    >>> occurrences("Leopard\\n2 und Leopard  2", "Leopard 2")
    [(0, 9), (14, 24)]
    """
    parts = words.split()
    if not parts:
        return []
    found: list[Interval] = []
    start = text.find(parts[0])
    if len(parts) == 1:
        while start >= 0:
            found.append((start, start + len(parts[0])))
            start = text.find(parts[0], start + 1)
        return found
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts))
    while start >= 0:
        match = pattern.match(text, start)
        if match is not None:
            found.append(match.span())
        start = text.find(parts[0], start + 1)
    return found


def is_whole_word(text: str, interval: Interval) -> bool:
    """Whether neither end of the interval cuts a run of letters and digits."""
    start, end = interval
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut_after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not (cut_before or cut_after)


def locate(
    slots: Sequence[Slot],
    evidence: Sequence[tuple[str, int | None]],
    document: Document,
    *,
    sentences: Sequence[Interval] | Callable[[], Sequence[Interval]] | None = None,
) -> tuple[dict[str, Span], list[Span]]:
    """Spans of all slots by name, and of the evidence.

    Raises
    ------
    GroundingError
        When words do not stand in the document, or when the evidence is neither quoted
        nor to be had from `sentences`.
    """
    text = document.text
    places = {slot.name: _candidates(slot.name, slot.text, slot.at, document) for slot in slots}
    if evidence:
        quoted = [
            _candidates(f"evidence[{number}]", words, at, document)
            for number, (words, at) in enumerate(evidence)
        ]
        chosen = _choose_evidence(quoted, [places[slot.name] for slot in slots])
    else:
        core = [places[slot.name] for slot in slots if slot.core]
        borders = _borders(sentences, document)
        chosen = _touched(_closest_together(core, borders, text), borders, document)
    # The materiel is settled first; the other slots then prefer to be near it.
    anchor = _nearest(places["materiel"], chosen, text) if "materiel" in places else chosen[0]
    spans = {
        name: Span.of(text, *_nearest(found, chosen, text, anchor))
        for name, found in places.items()
    }
    return spans, [Span.of(text, *interval) for interval in chosen]


def _candidates(name: str, words: str, at: int | None, document: Document) -> list[Interval]:
    text = document.text
    if at is not None:
        end = at + len(words)
        if text[at:end] == words:
            return [(at, end)]
        raise GroundingError(
            f"{name}: document {document.id!r} has {text[at:end]!r} at {at}:{end}, not {words!r}; "
            "leave the offset out and the words are searched for",
            document_id=document.id,
            words=words,
        )
    found = occurrences(text, words)
    if not found:
        raise GroundingError(
            f"{name}: {words!r} does not stand in document {document.id!r}; "
            "quote it as written there",
            document_id=document.id,
            words=words,
        )
    return found


def _gap(interval: Interval, others: Iterable[Interval]) -> int:
    """Code points between `interval` and the nearest of `others`; 0 when inside one."""
    return min(max(start - interval[0], interval[1] - end, 0) for start, end in others)


def _nearest(
    found: Sequence[Interval],
    evidence: Sequence[Interval],
    text: str,
    anchor: Interval | None = None,
) -> Interval:
    """The occurrence inside the evidence, else nearest to it.

    Among those inside, whole words come before parts of words, then what is nearest to
    `anchor`, then the first.
    """

    def rank(place: Interval) -> tuple[int, bool, int, Interval]:
        start, end = place
        away = 0 if anchor is None else max(anchor[0] - end, start - anchor[1], 0)
        return (_gap(place, evidence), not is_whole_word(text, place), away, place)

    return min(found, key=rank)


def _choose_evidence(
    quoted: Sequence[Sequence[Interval]], slots: Sequence[Sequence[Interval]]
) -> list[Interval]:
    """For each quoted sentence the occurrence that holds most slots; then the first.

    A sentence that stands once is settled first; the others then prefer to be near it.
    """
    settled = [places[0] for places in quoted if len(places) == 1]

    def rank(place: Interval) -> tuple[int, int, Interval]:
        # A slot given with its offset has one place, so it decides between repeated sentences.
        holds = sum(
            any(place[0] <= start and end <= place[1] for start, end in places) for places in slots
        )
        return (-holds, _gap(place, settled) if settled else 0, place)

    return sorted({min(places, key=rank) for places in quoted})


def _closest_together(
    slots: Sequence[Sequence[Interval]], borders: Sequence[Interval], text: str
) -> Interval:
    """The stretch with one occurrence of every slot that touches fewest sentences.

    Of several the narrowest, then the first. A sweep over all occurrences in text order
    with one pointer per end: n log n in their number. Parts of words count only for slots
    that have no whole word.
    """
    events: list[tuple[int, int, int]] = []
    for number, places in enumerate(slots):
        whole = [place for place in places if is_whole_word(text, place)]
        events.extend((start, end, number) for start, end in whole or places)
    events.sort()
    begins = [start for start, _ in borders]
    best: tuple[int, int, Interval] | None = None
    counts = [0] * len(slots)
    missing, left = len(slots), 0
    for start, end, number in events:
        missing -= counts[number] == 0
        counts[number] += 1
        while missing == 0:
            # For each right end the latest left one: nearer in code points and in sentences.
            first, _, leaving = events[left]
            crossed = bisect_right(begins, start) - bisect_right(begins, first)
            found = (crossed, start - first, (first, end))
            best = found if best is None else min(best, found)
            counts[leaving] -= 1
            missing += counts[leaving] == 0
            left += 1
    assert best is not None  # every slot has at least one occurrence
    return best[2]


def _borders(
    sentences: Sequence[Interval] | Callable[[], Sequence[Interval]] | None, document: Document
) -> Sequence[Interval]:
    if sentences is None:
        raise GroundingError(
            f"evidence: the draft for document {document.id!r} quotes no evidence and no "
            "sentence borders were passed; give one of the two",
            document_id=document.id,
        )
    return sentences() if callable(sentences) else sentences


def _touched(window: Interval, borders: Sequence[Interval], document: Document) -> list[Interval]:
    """The sentences that share words with the window."""
    touched = [(start, end) for start, end in borders if start < window[1] and window[0] < end]
    if not touched:
        raise GroundingError(
            f"evidence: no sentence of document {document.id!r} holds "
            f"{document.text[window[0] : window[1]]!r}",
            document_id=document.id,
        )
    return touched
