"""German forms: endings of nouns and adjectives, by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .entries import MaterielEntry, PartyEntry
from .surfaces import NO_TAIL, Bound, Surface
from .tables import words

ADJECTIVE_ENDINGS = ("e", "em", "en", "er", "es")
_NO_S = ("s", "ß", "x", "z", "'", "S", "X", "Z")


def party_surfaces(entry: PartyEntry) -> Iterator[Surface]:
    """Forms of a party name."""
    surface, kind = entry.surface, entry.kind
    weak = is_weak(entry)
    if kind == "adjective":
        yield Surface(surface, entry, "adjective", weak=weak)
        if "stem" in entry.note or surface[:1].islower() or surface.startswith("US-"):
            for ending in ADJECTIVE_ENDINGS:
                yield Surface(surface + ending, entry, "adjective", weak=weak)
        return
    inflection = "demonym" if kind == "demonym" else ""
    if kind == "country" and " " not in surface and len(surface) >= 5:
        # Open to the right for closed compounds: "Ukrainehilfe".
        plural = surface.endswith(("irate", "lande", "inseln", "staaten"))
        tails = NO_TAIL if plural or surface.endswith(_NO_S) else frozenset({"", "s"})
        yield Surface(surface, entry, bound=Bound.LEFT, tails=tails, weak=weak)
        return
    yield Surface(surface, entry, inflection, weak=weak)
    if kind not in ("leader", "company", "demonym"):
        for phrase in _inflected(surface):
            yield Surface(phrase, entry, inflection, weak=weak)
    if kind == "demonym":
        if "masc. sg." in entry.note:
            yield Surface(surface + "s", entry, "demonym", weak=weak)
        if "pl." in entry.note and surface.endswith("r"):
            yield Surface(surface + "n", entry, "demonym", weak=weak)
    elif not surface.endswith(_NO_S) and not surface.isupper():
        yield Surface(surface + "s", entry, "genitive", weak=weak)
        if surface.endswith(("heer", "amt", "rat", "tag")):
            yield Surface(surface + "es", entry, "genitive", weak=weak)
    if kind in ("capital", "seat", "city") and " " not in surface and not weak:
        # "Moskauer", "Kiewer": adjectives that take no endings.
        yield Surface(_inhabitant(surface), entry, "adjective", weak=weak)


_LEADING = re.compile(r"((?:[^\W\d_]{3,}(?:e|er|es) )+)(?=[A-ZÄÖÜ])")
_GIVEN_UP = ("der", "die", "das", "Haus", "Große")


def _inflected(surface: str) -> Iterator[str]:
    """Other cases of a name that starts with adjectives, and dative plurals.

    "Vereinigte Arabische Emirate" also as "Vereinigten Arabischen Emiraten".
    """
    if surface.endswith(("irate", "lande", "kräfte", "inseln")) and not surface.endswith("n"):
        yield surface + "n"
    leading = _LEADING.match(surface)
    if leading is None or leading.group(1).startswith(_GIVEN_UP):
        return
    noun = surface[leading.end() :]
    stems = [
        word.removesuffix("s").removesuffix("r").removesuffix("e")
        for word in leading.group(1).split()
    ]
    for ending in ("e", "en", "er", "em"):
        phrase = " ".join(stem + ending for stem in stems)
        if f"{phrase} {noun}" != surface:
            yield f"{phrase} {noun}"
        if noun.endswith(("e", "er")) and ending == "en":
            yield f"{phrase} {noun}n"


def _inhabitant(city: str) -> str:
    if city.endswith("e"):
        return city + "r"
    return city + "er"


def is_weak(entry: PartyEntry) -> bool:
    """Whether the name needs company in the text."""
    if entry.kind == "leader":
        return "surname only" in entry.note
    if entry.surface in words("needs_context"):
        return True
    return "common word" in entry.note and entry.surface not in words("firm_names")


def materiel_surfaces(entry: MaterielEntry) -> Iterator[Surface]:
    """Forms of a materiel noun or phrase."""
    term, plural = entry.term, entry.plural
    if "adjective inflects" in entry.note:
        yield from _phrases(entry)
        return
    if " " in term:
        yield Surface(term, entry)
        if plural and plural != term:
            yield from _dative(plural, entry)
        return
    acronym = term.isupper() or len(term) < 4
    bound = Bound.LEFT if acronym or "-" in term else Bound.NONE
    yield Surface(term, entry, bound=bound, tails=singular_tails(term, plural))
    if plural and not plural.startswith(term):
        tails = frozenset({"", "n"}) if plural[-1:] not in "ns" else frozenset({""})
        yield Surface(plural, entry, "plural", bound=bound, tails=tails)


@cache
def singular_tails(term: str, plural: str) -> frozenset[str]:
    """Endings of the word's forms: genitive, plural, dative plural."""
    tails = {""}
    last = term[-1:]
    if last != "e" and not term.endswith(("ung", "tion", "heit", "keit", "ik", "ie", "s")):
        tails.add("s")
    if plural.startswith(term):
        ending = plural[len(term) :]
        tails.add(ending)
        if plural[-1:] not in "nsa":
            tails.add(ending + "n")
        if ending in ("e", "er"):
            tails.add("es")
    if term.isupper():
        tails.add("s")
    return frozenset(tails)


def _dative(plural: str, entry: MaterielEntry) -> Iterator[Surface]:
    yield Surface(plural, entry, "plural")
    if plural[-1:] not in "ns":
        yield Surface(plural + "n", entry, "plural")


def _phrases(entry: MaterielEntry) -> Iterator[Surface]:
    """ "leichtes Kampfflugzeug" in all cases and both numbers."""
    adjective, _, noun = entry.term.partition(" ")
    stem = adjective
    for ending in ("es", "er", "e"):
        if adjective.endswith(ending):
            stem = adjective[: -len(ending)]
            break
    nouns = {noun}
    if noun[-1:] not in "sexz":
        nouns.add(noun + "s")
    plural = entry.plural.partition(" ")[2]
    plurals = {plural, plural + "n" if plural[-1:] not in "nsa" else plural} if plural else set()
    for ending in ADJECTIVE_ENDINGS:
        for form in nouns:
            yield Surface(f"{stem}{ending} {form}", entry)
        for form in plurals - nouns:
            yield Surface(f"{stem}{ending} {form}", entry, "plural")
