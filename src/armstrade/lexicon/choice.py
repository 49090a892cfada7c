"""Which type or party a shared name means: what else the text speaks of decides."""

from __future__ import annotations

from .candidate import Candidate, near
from .entries import DesignationEntry, Entry, MaterielEntry, PartyEntry

REACH = 40


def choose_types(found: list[Candidate]) -> None:
    """Put first, of several types with one name, that of the materiel named beside it.

    Parameters
    ----------
    found
        Candidates of one text, sorted by start; their readings are reordered in place.
    """
    nouns = [c for c in found if isinstance(c.readings[0].entry, MaterielEntry)]
    chosen: dict[str, str] = {}
    unclear: list[Candidate] = []
    for one in found:
        if one.kind != "designation" or len(_categories(one)) < 2:
            continue
        noun = _nearest(one, nouns)
        if noun is None:
            unclear.append(one)
        else:
            _prefer(one, noun)
            chosen[one.readings[0].form] = noun
    if not unclear:
        return
    told = {
        entry.category
        for c in found
        for entry in (c.readings[0].entry,)
        if isinstance(entry, (MaterielEntry, DesignationEntry)) and len(_categories(c)) == 1
    }
    for one in unclear:
        category = chosen.get(one.readings[0].form)
        fitting = [c for c in _categories(one) if c in told]
        if category is None and len(fitting) == 1:
            category = fitting[0]
        if category is not None:
            _prefer(one, category)


def choose_parties(found: list[Candidate]) -> None:
    """Keep, of several parties with one name, the only one that the text names otherwise.

    "Brussels" is Belgium where Belgians are spoken of and the EU is not; likewise for leaders who
    share a name.
    """
    told: set[str] | None = None
    for one in found:
        if one.kind != "party" or len(one.readings) < 2 or len(keys := _keys(one)) < 2:
            continue
        if not any(getattr(s.entry, "kind", "") in ("seat", "leader") for s in one.readings):
            continue
        if told is None:
            told = {k for c in found if c.kind == "party" and len(ks := _keys(c)) == 1 for k in ks}
        fitting = keys & told
        if len(fitting) == 1:
            one.readings = [s for s in one.readings if _key(s.entry) in fitting]


def _keys(one: Candidate) -> set[str]:
    return {key for s in one.readings if (key := _key(s.entry)) is not None}


def _key(entry: Entry) -> str | None:
    return entry.key if isinstance(entry, PartyEntry) else None


def _categories(one: Candidate) -> list[str]:
    return list(
        dict.fromkeys(
            s.entry.category
            for s in one.readings
            if isinstance(s.entry, (DesignationEntry, MaterielEntry))
        )
    )


def _nearest(one: Candidate, nouns: list[Candidate]) -> str | None:
    """Category of the nearest noun that is one of the name's own categories."""
    best: tuple[int, str] | None = None
    categories = _categories(one)
    for noun in near(nouns, one, REACH):
        entry = noun.readings[0].entry
        if not isinstance(entry, MaterielEntry) or entry.category not in categories:
            continue
        gap = max(noun.start - one.end, one.start - noun.end, 0)
        if best is None or gap < best[0]:
            best = (gap, entry.category)
    return best and best[1]


def _prefer(one: Candidate, category: str) -> None:
    one.readings.sort(key=lambda s: getattr(s.entry, "category", None) != category)
