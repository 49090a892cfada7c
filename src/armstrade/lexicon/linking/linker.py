"""From a noisy name to ranked links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armstrade.lexicon.entries import DesignationEntry, PartyEntry

from .folds import look, sound, squash
from .model import Link
from .names import Name, NameIndex
from .scoring import CERTAIN, ORDINARY, RIVAL, difference, ordinary_words

_ENDINGS = ("s", "es", "n", "en", "e", "er", "em", "ern", "'s", "’s", "s'")
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
        best: dict[object, tuple[float, str, Name]] = {}
        for form, suffix in _forms(asked):
            found = self._of_form(form)
            for score, reason, one in found:
                if (kind and _kind(one) != kind) or not _in_office(one, year):
                    continue
                meaning = _meaning(one.entry)
                if suffix:
                    score, reason = score * CERTAIN, reason + suffix
                if meaning not in best or score > best[meaning][0]:
                    best[meaning] = (score, reason, one)
            if any(score >= CERTAIN for score, _, _ in best.values()):
                break
        if not best:
            return []
        ranked = sorted(best.values(), key=lambda one: (-one[0], one[2].text))
        links = []
        for place, (score, reason, one) in enumerate(ranked):
            rival = ranked[1 if place == 0 else 0][0] if len(ranked) > 1 else 0.0
            if reason not in _AS_WRITTEN:
                score *= _without_rival(score, rival)
                if squash(asked) in ordinary_words():
                    score *= ORDINARY
            links.append(Link(one.entry, one.text, round(score, 4), reason))
        links.sort(key=lambda link: (-link.score, link.name))
        return [link for link in links if link.score >= threshold][:limit]

    def _of_form(self, form: str) -> Iterator[tuple[float, str, Name]]:
        squashed = squash(form)
        sounds, looks = sound(squashed), look(squashed)
        for number in self.index.near(squashed):
            name = self.index.names[number]
            judged = difference(form, squashed, sounds, looks, name)
            if judged is not None:
                yield judged[1], judged[0], name


_AS_WRITTEN = frozenset({"exact", "case", "spelling"})


def _without_rival(score: float, rival: float) -> float:
    """What is left of a score beside that of the nearest other entry."""
    return 1.0 if score - rival > 0.1 else RIVAL


def _forms(asked: str) -> Iterator[tuple[str, str]]:
    """The name as it is, then without an ending."""
    yield asked, ""
    for ending in _ENDINGS:
        if asked.endswith(ending) and len(asked) - len(ending) >= 4:
            yield asked[: -len(ending)], " + inflection"


def _kind(name: Name) -> str:
    return "party" if isinstance(name.entry, PartyEntry) else "designation"


def _in_office(name: Name, year: int | None) -> bool:
    return not isinstance(name.entry, PartyEntry) or name.entry.in_office(year)


def _meaning(entry: PartyEntry | DesignationEntry) -> object:
    """What two spellings of the same have in common."""
    if isinstance(entry, PartyEntry):
        return "party", entry.key or entry.surface
    return "designation", entry.designation
