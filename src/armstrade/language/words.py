"""Tokens of a sentence and what is known of each without looking at its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

# A word may hold inner hyphens, apostrophes, dots and slashes ("U.S.", "IRIS-T", "SLS/SLX",
# "12'400", "A-200"), but a final stop is a token of its own unless the word is an acronym.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\d+(?:[.,'’\u00a0\u202f]\d+)*(?!\w)|\w+(?:[-‐‑’'/.&]\w+)*-?|[^\w\s]",
    re.UNICODE,
)
_ENGLISH_GENITIVE = ("'s", "’s")


@dataclass(slots=True)
class VerbReading:
    """One way to read a word form as a verb."""

    lemma: str
    particle: str
    features: frozenset[str]


class Readings(tuple[VerbReading, ...]):
    """All ways to read a word form as a verb; what they have in common is worked out once."""

    @cached_property
    def features(self) -> frozenset[str]:
        """The features of any of them."""
        return frozenset().union(*(reading.features for reading in self))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        return frozenset(reading.lemma for reading in self)


NO_READINGS = Readings()


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
    verbs: Readings = NO_READINGS

    @property
    def is_verb(self) -> bool:
        return self.tag in _VERB_TAGS

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


class Look(NamedTuple):
    """What the form of a word tells, whatever stands beside it.

    A `settled` word needs no look at its neighbours: its tag and its verbs are known.
    """

    low: str
    tag: str
    verbs: Readings = NO_READINGS
    settled: bool = False


class Looks(dict[str, Look]):
    """Form → what it tells; each form is looked at once.

    Parameters
    ----------
    look
        What a language makes of a form that is neither a number nor a mark, given the form
        and its lower case.
    """

    def __init__(self, look: Callable[[str, str], Look] | None = None) -> None:
        super().__init__()
        self._look = look or _plain

    def __missing__(self, form: str) -> Look:
        if len(self) >= _REMEMBERED:
            self.clear()
        tag = "word" if form.isalpha() else _shape(form)
        low = form.lower().translate(_HYPHENS)
        found = Look(low, tag, settled=True) if tag != "word" else self._look(form, low)
        self[form] = found
        return found


# "twenty‑four" with a hyphen that does not break is the same word.
_HYPHENS = str.maketrans("\u2010\u2011", "--")
# How many forms are kept in mind; texts without end must not fill the memory.
_REMEMBERED = 100_000
_start = attrgetter("start")
_VERB_TAGS = frozenset({"fin", "inf", "zu", "part", "ing"})


def word_forms(text: str, start: int, end: int, *, split_genitive: bool = False) -> list[str]:
    """The words of ``text[start:end]`` as they are written; what `tokenise` makes words of.

    >>> word_forms("Iran's drones", 0, 13, split_genitive=True)
    ['Iran', "'s", 'drones']
    """
    found: list[str] = _TOKEN.findall(text, start, end)
    if split_genitive and any(form.endswith(_ENGLISH_GENITIVE) for form in found):
        parts = (
            (form[:-2], form[-2:]) if form.endswith(_ENGLISH_GENITIVE) else (form,)
            for form in found
        )
        return [part for both in parts for part in both]
    return found


def tokenise(text: str, start: int, end: int, *, split_genitive: bool = False) -> list[Word]:
    """The words of ``text[start:end]``; `split_genitive` makes English ``'s`` a word of its own.

    >>> [w.text for w in tokenise("Berlin sends 12 IRIS-T.", 0, 23)]
    ['Berlin', 'sends', '12', 'IRIS-T', '.']
    >>> [w.text for w in tokenise("Iran's drones", 0, 13, split_genitive=True)]
    ['Iran', "'s", 'drones']
    """
    forms = word_forms(text, start, end, split_genitive=split_genitive)
    return as_words(forms, text, start, end)[0]


def as_words(
    forms: list[str], text: str, start: int, end: int, looks: Looks | None = None
) -> tuple[list[Word], list[Word]]:
    """The words whose forms in ``text[start:end]`` are known, and those that are not settled.

    See `word_forms` and `Look`.
    """
    if looks is None:
        looks = Looks()
    words: list[Word] = []
    unsettled: list[Word] = []
    find, stop = text.find, start
    for i, form in enumerate(forms):
        # Nothing but white space stands between words.
        begin = find(form, stop, end)
        stop = begin + len(form)
        low, tag, verbs, settled = looks[form]
        word = Word(i, begin, stop, form, low, tag, verbs)
        words.append(word)
        if not settled:
            unsettled.append(word)
    return words, unsettled


def word_at(words: list[Word], offset: int) -> int | None:
    """Index of the word that covers an offset into the document."""
    i = bisect_right(words, offset, key=_start) - 1
    return i if i >= 0 and offset < words[i].end else None


def _plain(form: str, low: str) -> Look:
    """All that can be told without a language."""
    return Look(low, "word")


def _shape(surface: str) -> str:
    """The first guess at a tag: what the characters tell."""
    if surface[0].isdigit() and surface.replace(".", "").replace(",", "").isdigit():
        return "num"
    if len(surface) == 1 and not surface.isalnum() and surface != "_":
        return "punct"
    return "word"
