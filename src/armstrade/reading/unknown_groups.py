"""Armed groups that the lexicon does not know: "the Cobra militia", "the Kivu Freedom Front".

They have no state; their name is their id.
"""

from __future__ import annotations

from armstrade.language.grammar import Grammar
from armstrade.language.words import Word

from .phrases import PartyPhrase

# Words of a name before "Front" or "Army" that make it one of fighters.
_LONG = 2


def name_groups(words: list[Word], taken: set[int], grammar: Grammar) -> list[PartyPhrase]:
    """The groups that a noun for fighters tells; `taken` are words of other parties."""
    nouns, titles = grammar.words("group_nouns"), grammar.words("group_titles")
    found: list[PartyPhrase] = []
    for word in words:
        called = word.capital and word.low in titles
        if not (called or word.low in nouns) or word.i in taken:
            continue
        first = word.i
        while first > 0 and words[first - 1].tag == "noun" and words[first - 1].capital:
            first -= 1
        name = words[first : word.i]
        if called and word.low not in nouns and len(name) < _LONG:
            continue  # "the Eastern Front"
        if not name or any(w.i in taken or not w.text.isalpha() for w in name):
            continue
        if first == 0 or words[first - 1].tag not in ("det", "word", "poss"):
            continue
        if words[first - 1].tag == "word" and not called:
            continue
        found.append(_group(words, first, word.i))
    return found


def _group(words: list[Word], first: int, last: int) -> PartyPhrase:
    name = " ".join(w.text for w in words[first : last + 1])
    return PartyPhrase(
        id=f"org:{name}",
        country=None,
        kind="armed_group",
        start=words[first].start,
        end=words[last].end,
        first=first,
        last=last,
    )
