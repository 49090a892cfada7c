"""The names of the world: parties, types and materiel, found in one pass over a text."""

from __future__ import annotations

from .entries import DesignationEntry, Entry, MaterielEntry, PartyEntry
from .lexicon import Lexicon
from .mention import Mention
from .plugged import lexicon_of
from .rows import load_rows
from .sipri import import_sipri
from .triggers import Role, TriggerRow
from .user import user_lexicon_path, user_lexicon_paths

__all__ = [
    "DesignationEntry",
    "Entry",
    "Lexicon",
    "MaterielEntry",
    "Mention",
    "PartyEntry",
    "Role",
    "TriggerRow",
    "find",
    "import_sipri",
    "lexicon_of",
    "load_rows",
    "user_lexicon_path",
    "user_lexicon_paths",
]


def find(text: str, *, language: str, year: int | None = None) -> list[Mention]:
    """Mentions in a text, by the default lexicon; see `Lexicon.find`.

    Examples
    --------
    >>> [m.entry.id for m in find("Moscow thanked Pyongyang.", language="en")]
    ['RU', 'KP']
    """
    return Lexicon.default().find(text, language=language, year=year)
