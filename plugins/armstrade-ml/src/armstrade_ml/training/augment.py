"""More gold out of gold: copies that leave out what no claim points at.

* A headline, a caption or a sentence that holds no words of any claim says nothing that gold would
  note, so that what is left still has the same claims.
* A sentence that has all the words of its claims tells them alone, too, also without its full stop,
  as a headline would.

What is put in that no claim is about is in `adverbials`. To swap names, types, numbers or dates
would teach nothing: the features see no names.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from armstrade.corpora import GoldDocument
from armstrade.reading import read

from .copies import Piece, Stretch, put_together, spans

SEED = 1
SHARE = 0.5
"""How many of the idle sentences are left out."""
HEADLINES = 0.3
"""How many of the lone sentences lose their full stop."""


def shortened(
    golds: Iterable[GoldDocument], seed: int = SEED
) -> Iterator[tuple[int, GoldDocument]]:
    """For each gold document that has idle sentences its index and a shorter copy."""
    choice = random.Random(seed)
    for index, gold in enumerate(golds):
        gone = [one for one in idle(gold) if choice.random() < SHARE]
        if gone:
            yield index, without(gold, gone)


def lone(golds: Iterable[GoldDocument], seed: int = SEED) -> Iterator[tuple[int, GoldDocument]]:
    """For each sentence that holds all the words of its claims the document's index and a copy of
    the sentence alone, of which some lose their full stop."""
    choice = random.Random(seed)
    for index, gold in enumerate(golds):
        words = [(claim, spans(claim)) for claim in gold.claims]
        text = gold.document.text
        for number, sentence in enumerate(read(gold.document).sentences):
            start, end = sentence.start, sentence.end
            touching = [
                (claim, all(start <= first and last <= end for first, last in found))
                for claim, found in words
                if any(first < end and start < last for first, last in found)
            ]
            if touching and all(whole for _, whole in touching):
                told = [claim for claim, _ in touching]
                if choice.random() < HEADLINES and text[end - 1] == ".":
                    end -= 1
                yield index, put_together(gold, [Piece(text[start:end], start)], f"s{number}", told)


def idle(gold: GoldDocument) -> list[Stretch]:
    """The sentences that no claim points into, each with the white space behind it."""
    reading = read(gold.document)
    words = [span for claim in gold.claims for span in spans(claim)]
    found = []
    ends = [*(s.start for s in reading.sentences[1:]), len(reading.text)]
    for sentence, end in zip(reading.sentences, ends, strict=True):
        if not any(start < end and sentence.start < stop for start, stop in words):
            found.append((sentence.start, end))
    return found


def without(gold: GoldDocument, gone: list[Stretch]) -> GoldDocument:
    """A copy of a gold document without some stretches that no claim points into."""
    text = gold.document.text
    ends = [0, *(end for _, end in gone)]
    starts = [*(start for start, _ in gone), len(text)]
    kept = [Piece(text[end:start], end) for end, start in zip(ends, starts, strict=True)]
    return put_together(gold, kept, "short")
