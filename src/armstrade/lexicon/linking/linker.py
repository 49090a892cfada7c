"""From a noisy name to ranked links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from armstrade.lexicon.entries import DesignationEntry, PartyEntry

from .folds import squash
from .model import Link
from .names import Asked, Name, NameIndex
from .scoring import CERTAIN, log_odds, ordinary_words, shares, weights
from .traits import EXACT, traits

# Of the endings that a name can take. Adjectives, and those of places, are in the lexicon.
_GENITIVE = ("'s", "’s", "s'", "s’", "s", "es")
_PLURAL = ("en", "n")
_INFLECTED = "er"  # or another of an adjective
_DATIVE = "n n"
_ADJECTIVE = re.compile(r"(?<=sch)e[mnrs]?$")
_APOSTROPHES = {"s'": "'s", "’s": "'s", "s’": "'s"}
_LAST = frozenset("semnr'’")  # letters of an ending
_AS_WRITTEN = ("case", "spelling")
_STEM = 4
_SURE = 3.0  # log-odds with which no ending needs to be taken off
_LONGEST = 80  # no name is longer; neither is the work


class Linker:
    """Links noisy names to the entries of a lexicon.

    Parameters
    ----------
    items
        As the lexicon holds them.
    """

    def __init__(self, items: Iterable[object]) -> None:
        self.index = NameIndex(items)

    def link(
        self,
        name: str,
        *,
        kind: str | None = None,
        year: int | None = None,
        limit: int = 5,
        threshold: float = 0.0,
    ) -> list[Link]:
        """The entries that a name may mean, the surest first; see `armstrade.lexicon.link`."""
        asked = " ".join(name.split())
        if not asked or len(asked) > _LONGEST:
            return []
        known, ordinary = weights(), squash(asked) in ordinary_words()
        best: dict[object, tuple[float, Candidate]] = {}
        surest = 0.0
        for form, ending in _forms(asked):
            for found in self._of_form(form, ending, ordinary, kind, year):
                odds = CERTAIN if found.reason == EXACT else log_odds(found.traits, known)
                meaning = found.name.meaning
                if meaning not in best or odds > best[meaning][0]:
                    best[meaning] = odds, found
                    surest = max(surest, odds)
            if surest >= _SURE:
                break
        if not best:
            return []
        scores = shares([(_family(found.name), odds) for odds, found in best.values()])
        ranked = [
            (-round(score, 4), found.name.text, found)
            for (_, found), score in zip(best.values(), scores, strict=True)
            if score >= threshold
        ]
        ranked.sort(key=itemgetter(0, 1))
        return [
            Link(found.name.entry, text, -score, found.reason)
            for score, text, found in ranked[:limit]
        ]

    def candidates(self, name: str) -> Iterator[Candidate]:
        """All that is near a name, with what tells for and against it."""
        for form, ending in _forms(" ".join(name.split())):
            yield from self._of_form(form, ending, ordinary=False)

    def _of_form(
        self,
        form: str,
        ending: str,
        ordinary: bool,
        kind: str | None = None,
        year: int | None = None,
    ) -> Iterator[Candidate]:
        asked = Asked(form)
        if not asked.squashed:
            return
        for number in sorted(self.index.near(asked)):
            name = self.index.names[number]
            if kind and _kind(name) != kind:
                continue
            if year is not None and not _in_office(name, year):
                continue
            if ending and not _may_end(name, ending):
                continue
            judged = traits(asked, name)
            if judged is None:
                continue
            reason, found = judged
            if reason == EXACT and not ending:
                yield Candidate(found, reason, name)
                continue
            if ending:
                found.extend(_ended(ending, reason, name))
                reason += " + inflection"
            if ordinary and not _stands_as_written(reason, name):
                found.append("ordinary word")
            yield Candidate(found, reason, name)


class Candidate(NamedTuple):
    """A name that may be meant.

    Attributes
    ----------
    traits
        Each adds its weight to the log-odds of the link; none when the name is as written.
    """

    traits: list[str]
    reason: str
    name: Name


def _may_end(name: Name, ending: str) -> bool:
    """Whether the name takes the ending: no state has a plural, and nobody else is "-ischer"."""
    if isinstance(name.entry, DesignationEntry):
        return ending != _INFLECTED
    if name.text.islower():
        return ending in ("", _INFLECTED)
    if ending in _PLURAL:
        return name.entry.kind == "demonym"
    return ending != _INFLECTED


def _ended(ending: str, reason: str, name: Name) -> Iterator[str]:
    """The traits of a name with an ending."""
    kind = _kind(name)
    if name.weak:
        kind = "telling" if name.telling else "weak"
    yield f"ending {_APOSTROPHES.get(ending, ending)} {kind}"
    if reason == EXACT:
        yield EXACT
    elif reason not in _AS_WRITTEN:
        yield "noisy ending"


def _stands_as_written(reason: str, name: Name) -> bool:
    """Whether it is the name though it is a word too: one word, but for capitals and hyphens."""
    return reason in _AS_WRITTEN and " " not in name.text and not name.text.isupper()


def _family(name: Name) -> object:
    """What a name and the names of its variants have in common."""
    entry = name.entry
    return entry.family if isinstance(entry, DesignationEntry) else entry.key or entry.surface


def _forms(asked: str) -> Iterator[tuple[str, str]]:
    """The name as it is, then without an ending."""
    yield asked, ""
    if asked[-1:] not in _LAST:
        return
    adjective = "sch" in asked and _ADJECTIVE.search(asked)
    if adjective:
        yield asked[: adjective.start()], _INFLECTED
    for ending in (*_GENITIVE, *_PLURAL):
        if asked.endswith(ending) and len(asked) - len(ending) >= _STEM:
            yield asked[: -len(ending)], ending
    words = asked.split()
    if len(words) > 1 and words[0].endswith("n") and words[-1].endswith("n"):
        # "in den Vereinigten Arabischen Emiraten"
        yield " ".join(word.removesuffix("n") for word in words), _DATIVE


def _kind(name: Name) -> str:
    return "party" if isinstance(name.entry, PartyEntry) else "designation"


def _in_office(name: Name, year: int) -> bool:
    return not isinstance(name.entry, PartyEntry) or name.entry.in_office(year)
