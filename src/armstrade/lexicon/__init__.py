"""The names of the world: parties, types and materiel, found in one pass over a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .entries import DesignationEntry, Entry, MaterielEntry, PartyEntry
from .lexicon import Lexicon
from .mention import Mention
from .plugged import lexicon_of
from .rows import load_rows
from .sipri import import_sipri
from .triggers import Role, TriggerRow
from .user import user_lexicon_path, user_lexicon_paths

if TYPE_CHECKING:
    from .linking import Link

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
    "link",
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


def link(
    name: str,
    *,
    kind: Literal["party", "designation"] | None = None,
    year: int | None = None,
    limit: int = 5,
    threshold: float = 0.0,
) -> list[Link]:
    """Entries that a noisy name may mean, the surest first.

    Finds names in spite of another transliteration, missing umlauts, letters that a scanner
    confuses, broken lines, missing or doubled spaces and hyphens, endings and typing errors.
    `find` looks for names in a text as they are written; this is for one name by itself.

    Parameters
    ----------
    name
        The name alone, without the words around it.
    kind
        Only ``"party"`` or only ``"designation"``; ``None``: both.
    year
        Of publication; leaders out of office in it are passed over.
    limit
        At most so many links.
    threshold
        Least score; 0.85 is a good one (see the reference page on linking).

    Returns
    -------
    list of Link
        Each with ``entry``, ``name`` (the lexicon's spelling), ``score`` and ``reason``.

    Examples
    --------
    >>> best = link("Wolodimir Zelenskij")[0]
    >>> best.entry.id, best.score > 0.95, best.reason
    ('UA', True, 'transliteration')
    >>> link("Amigo", threshold=0.85)  # no MiG
    []
    """
    return Lexicon.default().linker.link(
        name, kind=kind, year=year, limit=limit, threshold=threshold
    )
