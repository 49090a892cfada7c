"""The words around a trigger, for the linear models of `armstrade_ml.wording`.

Parties, goods and numbers are seen as what they are, and so is a capital word inside an English
sentence, so that nothing is learnt about who usually supplies whom. A name that the lexicon does
not know as a party is left where it opens an English sentence, and in German.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from armstrade.claims import Factuality, Stage

from ..syntax import View
from .seen import Seen

NAMES = [
    "words_told",
    *(f"words_{s.value}" for s in Stage),
    "words_negated",
    *(f"words_{f.value}" for f in Factuality),
]
"""What the words speak for, as log odds: a claim, its stage, its negation, its factuality."""
Context: TypeAlias = list[tuple[str, Sequence[str]]]
"""Words by where they stand, first those of the whole sentence, which its contexts share."""
# How many words are looked at on either side.
_NEAR = 4


def shown(view: View) -> list[str]:
    """The words of a sentence in lower case, without names and numbers."""
    german = view.german
    found = [
        "<number>"
        if word.tag == "num"
        else "<name>"
        if word.i and not german and word.capital
        else word.low
        for word in view.words
    ]
    for goods in view.materiel:
        for i in range(goods.first, goods.last + 1):
            found[i] = "<goods>"
    for party in view.named:
        for i in range(party.first, party.last + 1):
            found[i] = "<party>"
    return found


def spelt(context: Context) -> set[str]:
    """Each word with where it stands in one string.

    >>> sorted(spelt([("en s", ["sold", "today"]), ("en t", ["sell"])]))
    ['en s sold', 'en s today', 'en t sell']
    """
    return {f"{place} {word}" for place, words in context for word in words}


def contexts(view: View, listed: Sequence[Seen]) -> list[Context]:
    """What stands around each trigger of a sentence: its words, by where they stand.

    The places tell the language, and whether a word stands somewhere in the sentence (``s``),
    in the clause of the trigger (``c``) or above it (``a``), near to the left or right (``l``,
    ``r``), right beside (``l1``, ``l2``, ``r1``, ``r2``); the trigger itself (``t``) and other
    triggers, above it, in its clause or elsewhere (``g``, ``o``, ``x``).
    """
    language = "de" if view.german else "en"
    words = shown(view)
    anywhere = f"{language} s", words
    return [[anywhere, *_around(view, words, language, seen, listed)] for seen in listed]


def _around(
    view: View, words: list[str], language: str, seen: Seen, listed: Sequence[Seen]
) -> Context:
    own, lemma = seen.words, seen.row.lemma
    members: Iterable[int] = range(len(words))
    if seen.clause >= 0:
        members = view.clauses[seen.clause].words
    found: Context = [
        (f"{language} t", (lemma, f"{lemma} {view.words[seen.word].tag}")),
        (f"{language} c", [words[i] for i in members if i not in own]),
    ]
    for clause in seen.above:
        above = view.clauses[clause].words
        found.append((f"{language} a", [words[i] for i in above if i not in own]))
    for side, near in (
        ("l", _near(words, range(min(own) - 1, -1, -1))),
        ("r", _near(words, range(max(own) + 1, len(words)))),
    ):
        found.append((f"{language} {side}", near))
        found += [
            (f"{language} {side}{k}", (" ".join(near[:k]),)) for k in (1, 2) if len(near) >= k
        ]
    for other in listed:
        if other is not seen:
            place = "o" if other.clause == seen.clause else "x"
            place = "g" if other.clause in seen.above else place
            found.append((f"{language} {place}", (other.row.lemma,)))
    return found


def _near(words: list[str], places: Iterable[int]) -> list[str]:
    """The nearest words, a stretch of the same kind counted as one."""
    found: list[str] = []
    for i in places:
        if not found or found[-1] != words[i]:
            found.append(words[i])
            if len(found) == _NEAR:
                break
    return found
