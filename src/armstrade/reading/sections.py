"""Where one report ends and the next begins: briefs and round-ups in one document.

The entries of a ticker are no reports of their own: they share what the ticker is about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from armstrade.lexicon.entries import PartyEntry

if TYPE_CHECKING:
    from .reading import Reading

# "NAIROBI – Im Hafen …", "GHANA: Keine neuen Boote"
_HEAD = re.compile(
    r"^(?P<place>[A-ZÄÖÜ][A-ZÄÖÜ' -]{2,28})(?: ?\([\w/ -]{2,20}\))?(?::| ?[–—]| -) "
    # "Kolumbien. Im Stützpunkt …": a label of its own
    r"|^(?P<label>[A-ZÄÖÜ][a-zäöüß]{2,}(?:[ -][A-ZÄÖÜ][a-zäöüß]{2,})?)\. (?=[A-ZÄÖÜ0-9„«»])",
    re.MULTILINE,
)
_PLACES = frozenset({"country", "capital", "seat", "city"})


def section_starts(reading: Reading) -> frozenset[int]:
    """The indices of the sentences that begin a report of its own.

    Empty for a document that is one report: a single dateline stands at the head of many.

    Examples
    --------
    >>> from armstrade.claims import Document
    >>> from armstrade.reading import read
    >>> text = "OSLO – Es gibt neue Boote.\\n\\nQUITO – Es gibt Kritik."
    >>> sorted(section_starts(read(Document(text=text, language="de"))))
    [0, 1]
    """
    heads = list(_HEAD.finditer(reading.text))
    if len(heads) < 2:
        return frozenset()
    named = {m.start for m in reading.mentions if _is_place(m.entry)}
    labels = [match.group("place") or match.group("label") for match in heads]
    starts = {
        match.start()
        for match, label in zip(heads, labels, strict=True)
        if match.start() in named and labels.count(label) == 1
    }
    if len(starts) < 2:
        return frozenset()
    return frozenset(s.index for s in reading.sentences if s.start in starts)


def _is_place(entry: object) -> bool:
    return isinstance(entry, PartyEntry) and entry.kind in _PLACES
