"""The state that an English text is written in or about, for "the army", "us" and silent parties.

That of the dateline, or else the one that names, towns and leaders point to far more often than
to any other.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from armstrade.lexicon.entries import PartyEntry
from armstrade.reading import DATELINE, PartyPhrase, Reading

# How many more of its mentions than of the next one's a state needs, and how many in all.
_LEAD = 1.7
_ENOUGH = 5
# Headline and lead count twice; how long they are, in characters.
_OPENING = 300
# Added for a name in capitals at the head of a paragraph ("KATHMANDU, Nov. 29.").
_PLACE = 5
# A dateline stands in one of the first sentences.
_DATED = 3


@lru_cache(maxsize=1)  # asked again and again of one document, which must not be kept for long
def home(reading: Reading) -> PartyPhrase | None:
    """The first phrase that names that state, ``None`` where no state stands out."""
    if reading.grammar.language != "en":
        return None
    dated = [
        p
        for s in reading.sentences[:_DATED]
        for p in s.parties
        if p.preposition == DATELINE and p.country
    ]
    if dated:
        return dated[0]
    counts: Counter[str] = Counter()
    for mention in reading.mentions:
        entry = mention.entry
        if isinstance(entry, PartyEntry) and entry.country and entry.kind != "company":
            opening = mention.start < _OPENING
            written = opening and _is_place_of_writing(reading, mention.start, mention.end)
            counts[entry.country] += 1 + opening + _PLACE * written
    (first, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if most < _ENOUGH or most < _LEAD * next_most:
        return None
    return next(
        (p for s in reading.sentences for p in s.parties if p.key == first and p.kind != "city"),
        None,
    )


def _is_place_of_writing(reading: Reading, start: int, end: int) -> bool:
    text = reading.text
    return text[start:end].isupper() and end - start > 3 and text[max(0, start - 1) : start] in "\n"
