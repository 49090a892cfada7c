"""More gold out of gold: copies that leave out what no claim points at, and parties replaced.

A headline, a caption or a sentence that holds no words of any claim says nothing that gold would
note, so that what is left still has the same claims. To swap names, types, numbers or dates would
teach next to nothing: of names the features only see whether a type is made by the party at hand
(see the model card). So of three documents in four that is left out, lest the model lean on it.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from armstrade.claims import Document, TransferClaim
from armstrade.corpora import GoldDocument
from armstrade.reading import read

SEED = 1
SHARE = 0.5
"""How many of the idle sentences are left out."""

Stretch = tuple[int, int]


def shortened(
    golds: Iterable[GoldDocument], seed: int = SEED
) -> Iterator[tuple[int, GoldDocument]]:
    """For each gold document that has idle sentences its index and a shorter copy."""
    choice = random.Random(seed)
    for index, gold in enumerate(golds):
        gone = [one for one in idle(gold) if choice.random() < SHARE]
        if gone:
            yield index, without(gold, gone)


def makerless(gold: GoldDocument) -> bool:
    """Whether a document is one of the three in four that are learned from as if all parties had
    been replaced by others, so that nobody makes what is named; the same ones each time."""
    return zlib.crc32(gold.id.encode()) % 4 != 0


def idle(gold: GoldDocument) -> list[Stretch]:
    """The sentences that no claim points into, each with the white space behind it."""
    reading = read(gold.document)
    words = [span for claim in gold.claims for span in _spans(claim.model_dump())]
    found = []
    ends = [*(s.start for s in reading.sentences[1:]), len(reading.text)]
    for sentence, end in zip(reading.sentences, ends, strict=True):
        if not any(start < end and sentence.start < stop for start, stop in words):
            found.append((sentence.start, end))
    return found


def without(gold: GoldDocument, gone: list[Stretch]) -> GoldDocument:
    """A copy of a gold document without some stretches that no claim points into."""
    text = gold.document.text
    kept, at = [], 0
    for start, end in gone:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    document = Document.model_validate(
        {**gold.document.model_dump(), "text": "".join(kept), "id": f"{gold.id}-short"}
    )
    claims = tuple(
        TransferClaim.model_validate(
            {**_moved(claim.model_dump(), gone), "document_id": document.id}
        ).verify(document)
        for claim in gold.claims
    )
    return GoldDocument(document, claims, gold.split, gold.tags)


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


def _moved(value: Any, gone: list[Stretch]) -> Any:
    """A dumped model whose spans are where their words stand once the stretches are gone."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            back = sum(end - start for start, end in gone if end <= value["start"])
            return {**value, "start": value["start"] - back, "end": value["end"] - back}
        return {name: _moved(part, gone) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_moved(part, gone) for part in value]
    return value
