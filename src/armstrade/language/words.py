"""Tokens of a sentence and what is known of each without looking at its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# A word may hold inner hyphens, apostrophes, dots and slashes ("U.S.", "IRIS-T", "SLS/SLX",
# "12'400", "A-200"), but a final stop is a token of its own unless the word is an acronym.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\d+(?:[.,'’\u00a0\u202f]\d+)*(?!\w)|\w+(?:[-‐‑’'/.&]\w+)*-?|[^\w\s]",
    re.UNICODE,
)
_ENGLISH_GENITIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@dataclass(slots=True)
class VerbReading:
    """One way to read a word form as a verb."""

    lemma: str
    particle: str
    features: frozenset[str]


@dataclass(slots=True)
class Word:
    """A token. ``start`` and ``end`` are offsets into the document.

    ``tag`` is one of ``punct num prep det pron sub coord fin inf zu part ing noun word``; it is
    set by the language's tagger. ``verbs`` holds the possible verb readings.
    """

    i: int
    start: int
    end: int
    text: str
    low: str
    tag: str = "word"
    verbs: list[VerbReading] = field(default_factory=list)

    @property
    def is_verb(self) -> bool:
        return self.tag in _VERB_TAGS

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


_VERB_TAGS = frozenset({"fin", "inf", "zu", "part", "ing"})


def tokenise(text: str, start: int, end: int, *, split_genitive: bool = False) -> list[Word]:
    """The words of ``text[start:end]``; `split_genitive` makes English ``'s`` a word of its own.

    >>> [w.text for w in tokenise("Berlin sends 12 IRIS-T.", 0, 23)]
    ['Berlin', 'sends', '12', 'IRIS-T', '.']
    >>> [w.text for w in tokenise("Iran's drones", 0, 13, split_genitive=True)]
    ['Iran', "'s", 'drones']
    """
    words: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        begin, finish = match.span()
        if split_genitive and (cut := _ENGLISH_GENITIVE.search(match.group())):
            middle = begin + cut.start()
            if middle > begin:
                words.append(_word(len(words), text, begin, middle))
                begin = middle
        words.append(_word(len(words), text, begin, finish))
    return words


def _word(i: int, text: str, start: int, end: int) -> Word:
    surface = text[start:end]
    tag = "word" if (surface[0].isalnum() or surface[0] == "_") else "punct"
    if tag == "punct" and len(surface) > 1:
        tag = "word"
    if surface[0].isdigit() and surface.replace(".", "").replace(",", "").isdigit():
        tag = "num"
    return Word(i, start, end, surface, surface.lower(), tag)
