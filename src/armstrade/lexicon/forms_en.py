"""English forms: plurals by rule where none is listed."""

from __future__ import annotations

from collections.abc import Iterator

from .entries import MaterielEntry, PartyEntry
from .forms_de import is_weak
from .surfaces import Surface


def party_surfaces(entry: PartyEntry) -> Iterator[Surface]:
    """Forms of a party name; the genitive 's is read off the text."""
    weak = is_weak(entry)
    inflection = entry.kind if entry.kind in ("adjective", "demonym") else ""
    yield Surface(entry.surface, entry, inflection, weak=weak)
    if "sg." in entry.note and entry.kind == "demonym" and entry.surface.endswith("n"):
        yield Surface(entry.surface + "s", entry, inflection, weak=weak)


def materiel_surfaces(entry: MaterielEntry) -> Iterator[Surface]:
    """Forms of a materiel noun or phrase."""
    yield Surface(entry.term, entry)
    plural = entry.plural or (entry.term + "s" if entry.term.isupper() else "")
    if plural and plural != entry.term:
        yield Surface(plural, entry, "plural")
