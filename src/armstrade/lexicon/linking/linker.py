"""From a noisy name to ranked links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from armstrade.lexicon.entries import DesignationEntry, PartyEntry

from .folds import squash
from .model import Link
from .names import Asked, Name, NameIndex
from .scoring import CERTAIN, ORDINARY, RIVAL, TIERS, WEAK, difference, ordinary_words

# Of the endings that a name can take. Adjectives, and those of places, are in the lexicon.
_GENITIVE = ("'s", "’s", "s'", "s’", "s", "es")
_PLURAL = ("en", "n")
_DATIVE = "n n"
_STEM = 4
_SURE = 0.96  # no ending needs to be taken off
_CLOSE = 0.03  # scores of rivals
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
        best: dict[object, _Judged] = {}
        for form, ending in _forms(asked):
            for score, reason, one in self._of_form(form):
                if (kind and _kind(one) != kind) or not _in_office(one, year):
                    continue
                if ending in _PLURAL and _kind(one) == "party":
                    continue
                tier = TIERS.index(reason)
                if ending:
                    score *= WEAK if one.weak else CERTAIN
                    reason += " + inflection"
                meaning = _meaning(one.entry)
                if meaning not in best or score > best[meaning].score:
                    best[meaning] = _Judged(score, tier, reason, one)
            if any(judged.score >= _SURE for judged in best.values()):
                break
        ordinary = squash(asked) in ordinary_words()
        links = [
            Link(one.name.entry, one.name.text, round(one.settled(best, ordinary), 4), one.reason)
            for one in best.values()
        ]
        links.sort(key=lambda link: (-link.score, link.name))
        return [link for link in links if link.score >= threshold][:limit]

    def _of_form(self, form: str) -> Iterator[tuple[float, str, Name]]:
        asked = Asked(form)
        for number in self.index.near(asked):
            name = self.index.names[number]
            judged = difference(asked, name)
            if judged is not None:
                yield judged[1], judged[0], name


_AS_WRITTEN = TIERS.index("spelling")


class _Judged(NamedTuple):
    """A name with what sets it apart from what was asked."""

    score: float
    tier: int
    reason: str
    name: Name

    def settled(self, best: dict[object, _Judged], ordinary: bool) -> float:
        """The score in the light of the other entries."""
        written = self.tier <= _AS_WRITTEN
        if written and not (self.tier and (" " in self.name.text or self.name.text.isupper())):
            return self.score
        score = self.score * ORDINARY if ordinary else self.score
        if written:
            return score
        for other in best.values():
            rivals = other.tier <= self.tier and other.score > self.score - _CLOSE
            if other is not self and rivals and _family(other.name) != _family(self.name):
                return score * RIVAL
        return score


def _family(name: Name) -> object:
    """What a name and the names of its variants have in common."""
    entry = name.entry
    return entry.family if isinstance(entry, DesignationEntry) else entry.key or entry.surface


def _forms(asked: str) -> Iterator[tuple[str, str]]:
    """The name as it is, then without an ending."""
    yield asked, ""
    for ending in (*_GENITIVE, *_PLURAL):
        if asked.endswith(ending) and len(asked) - len(ending) >= _STEM:
            yield asked[: -len(ending)], ending
    words = asked.split()
    if len(words) > 1 and words[0].endswith("n") and words[-1].endswith("n"):
        # "in den Vereinigten Arabischen Emiraten"
        yield " ".join(word.removesuffix("n") for word in words), _DATIVE


def _kind(name: Name) -> str:
    return "party" if isinstance(name.entry, PartyEntry) else "designation"


def _in_office(name: Name, year: int | None) -> bool:
    return not isinstance(name.entry, PartyEntry) or name.entry.in_office(year)


def _meaning(entry: PartyEntry | DesignationEntry) -> object:
    """What two spellings of the same have in common."""
    if isinstance(entry, PartyEntry):
        return "party", entry.key or entry.surface
    return "designation", entry.designation
