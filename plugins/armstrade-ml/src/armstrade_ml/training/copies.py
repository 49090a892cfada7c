"""A gold document put together anew of pieces of its text; claims point at the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from armstrade.claims import Document, TransferClaim
from armstrade.corpora import GoldDocument

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a copy.

    Attributes
    ----------
    text
        What the copy says here.
    start
        Where the original says it, character by character (a letter may be another case);
        ``None`` when it is new.
    """

    text: str
    start: int | None = None


def put_together(
    gold: GoldDocument,
    pieces: Sequence[Piece],
    mark: str,
    claims: Sequence[TransferClaim] | None = None,
) -> GoldDocument:
    """The copy that consists of some pieces, one after the other.

    Parameters
    ----------
    mark
        What is put behind the document's id.
    claims
        Those of its claims that the copy still tells, all their words in it; left out, all.
    """
    document = Document.model_validate(
        {
            **gold.document.model_dump(),
            "text": "".join(piece.text for piece in pieces),
            "id": f"{gold.id}-{mark}",
        }
    )
    places = list(_places(pieces))
    told = gold.claims if claims is None else claims
    moved = tuple(
        TransferClaim.model_validate(
            {**_moved(claim.model_dump(), places, document.text), "document_id": document.id}
        ).verify(document)
        for claim in told
    )
    return GoldDocument(document, moved, gold.split, gold.tags)


def spans(claim: TransferClaim) -> list[Stretch]:
    """Where all its words are."""
    return list(_spans(claim.model_dump()))


Place = tuple[int, int, int]
"""Where a piece begins and ends in the original, and how far it has moved."""


def _places(pieces: Sequence[Piece]) -> Iterator[Place]:
    at = 0
    for piece in pieces:
        if piece.start is not None:
            yield piece.start, piece.start + len(piece.text), at - piece.start
        at += len(piece.text)


def _spans(value: Any) -> Iterator[Stretch]:
    """All spans in a dumped model."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value["start"], value["end"]
        else:
            for part in value.values():
                yield from _spans(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _spans(part)


def _moved(value: Any, places: Sequence[Place], text: str) -> Any:
    """A dumped model whose spans are where the copy says their words."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            start, end = value["start"], value["end"]
            held = [
                (max(start, first) + by, min(end, last) + by)
                for first, last, by in places
                if start < last and first < end
            ]
            begin, stop = min(first for first, _ in held), max(last for _, last in held)
            return {"start": begin, "end": stop, "text": text[begin:stop]}
        return {name: _moved(part, places, text) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_moved(part, places, text) for part in value]
    return value
