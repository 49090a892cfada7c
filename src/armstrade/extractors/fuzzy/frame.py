"""The skeleton of a frame: an anchor with materiel, and whether it tells a transfer."""

from __future__ import annotations

from collections.abc import Iterator

from armstrade.language.grammar import all_words
from armstrade.reading import MaterielPhrase

from .anchors import Anchor
from .outline import Outline, Skeleton, negators, sign

MODALS = all_words("modals") | all_words("future") | all_words("perhaps")
_FAR = 8


def frame(outline: Outline, anchor: Anchor, thing: MaterielPhrase) -> Skeleton:
    """Skeleton of an anchor with materiel, told by words and places around both.

    Examples
    --------
    >>> from armstrade.claims import Document
    >>> from armstrade.reading import read
    >>> reading = read(Document(text="Polen liefert der Ukraine 60 Panzer.", language="de"))
    >>> outline = Outline(reading.sentences[0])
    >>> skeleton = frame(outline, outline.anchors[0], outline.materiel[0])
    >>> skeleton[:3], skeleton[-5:]
    (('lemma=liefern', 'stage=delivered:give', 'form=active'), \
('PARTY', 'ANCHOR', 'PARTY', 'NUM', 'MATERIEL'))
    """
    return tuple(_tokens(outline, anchor, thing))


def _tokens(outline: Outline, anchor: Anchor, thing: MaterielPhrase) -> Iterator[str]:
    members = outline.clause_words(anchor.word)
    yield f"lemma={anchor.lemma}"
    yield f"stage={anchor.stage}:{anchor.direction}"
    yield f"form={anchor.form}"
    yield f"inside={thing.inside == anchor.word}"
    yield f"order={sign(thing.first, anchor.word)}"
    yield f"same={thing.last in members or thing.first in members}"
    yield f"prep={thing.preposition}"
    yield f"generic={thing.generic}:{thing.definite}"
    yield f"counted={thing.quantity is not None and thing.quantity.kind}"
    yield f"nearest={_nearest(outline, anchor, thing)}"
    yield f"far={min(_FAR, abs(thing.first - anchor.word)) // 2}"
    named = [party for party in outline.parties if party.key is not None]
    here = {p.key for p in named if p.modifies is None and p.last in members}
    yield f"named={min(2, len({party.key for party in named}))}"
    yield f"here={min(2, len(here))}"
    yield from sorted(_cues(outline, members, anchor))
    others = {a.stage for a in outline.anchors if a is not anchor and a.stage}
    yield from (f"other={stage}" for stage in sorted(others))
    clause = outline.sentence.clause_of.get(anchor.word)
    yield f"clause={clause.kind if clause is not None else ''}"
    yield from outline.around(anchor.word, 4)


def _nearest(outline: Outline, anchor: Anchor, thing: MaterielPhrase) -> str:
    """Whether the anchor is the nearest of all to the materiel, and the materiel to it."""
    gap = abs(thing.first - anchor.word)
    first = all(abs(thing.first - other.word) >= gap for other in outline.anchors)
    second = all(abs(other.first - anchor.word) >= gap for other in outline.materiel)
    return f"{first:d}{second:d}"


def _cues(outline: Outline, members: list[int], anchor: Anchor) -> set[str]:
    seen: set[str] = set()
    for i in members:
        word = outline.words[i]
        if word.low in negators(outline.language):
            seen.add("cue=not")
        elif word.low in MODALS:
            seen.add(f"cue={word.low[:4]}")
        elif word.tag == "sub":
            seen.add(f"cue={word.low}")
    if anchor.trigger is not None and "konj1" in anchor.trigger.features:
        seen.add("cue=konj1")
    if any(word.text in '„“”"«»' for word in outline.words):
        seen.add("cue=quote")
    return seen
