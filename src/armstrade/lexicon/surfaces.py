"""Surfaces: every written form under which an entry is looked for."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .entries import DesignationEntry, Entry, MaterielEntry, PartyEntry
from .spelling import respelt


class Bound(enum.IntEnum):
    """Which ends of a surface must be ends of a word."""

    CLOSED = 0
    LEFT = 1
    NONE = 2


NO_TAIL = frozenset({""})


class Surface(NamedTuple):
    """One form to look for (a tuple, because tens of thousands are made at loading).

    Attributes
    ----------
    form
        As it would stand in a text, case included.
    inflection
        What the form tells: ``""``, ``genitive``, ``plural``, ``adjective``, ``demonym``.
    bound
        Which ends must be word ends.
    tails
        Endings that may follow, with ``bound`` other than closed.
    weak
        Needs company: also a common word, or shared by several types.
    """

    form: str
    entry: Entry
    inflection: str = ""
    bound: Bound = Bound.CLOSED
    tails: frozenset[str] = NO_TAIL
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A designation with its other spellings, and those of them that need company."""

    entry: DesignationEntry
    aliases: tuple[str, ...] = ()
    ambiguous_forms: frozenset[str] = frozenset()


def surfaces(item: PartyEntry | MaterielEntry | Named, language: str) -> Iterator[Surface]:
    """All forms of an entry in a language; none when it is not of that language."""
    for surface in _surfaces(item, language):
        yield surface
        if language == "en" and (other := respelt(surface.form, surface.entry)) is not None:
            yield surface._replace(form=other)
        if language == "de" and "ß" in surface.form:  # Swiss "Grossbritannien"
            yield surface._replace(form=surface.form.replace("ß", "ss"))


def _surfaces(item: PartyEntry | MaterielEntry | Named, language: str) -> Iterator[Surface]:
    if isinstance(item, Named):
        from .forms_designation import designation_surfaces

        yield from designation_surfaces(item)
        return
    if item.language not in (language, "both"):
        return
    if language == "de":
        from . import forms_de as forms
    else:
        from . import forms_en as forms  # type: ignore[no-redef]
    if isinstance(item, PartyEntry):
        yield from forms.party_surfaces(item)
    else:
        yield from forms.materiel_surfaces(item)
