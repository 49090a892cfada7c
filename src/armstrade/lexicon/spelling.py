"""British and American spelling: "air defence", "air defense"; a table lists one of them."""

from __future__ import annotations

import re

from .entries import Entry, PartyEntry

# British → American; words that begin or end with them are spelt in the same way.
_SPELLINGS = {
    "defence": "defense",
    "armour": "armor",
    "calibre": "caliber",
    "centre": "center",
    "harbour": "harbor",
    "isation": "ization",
    "licence": "license",
    "plough": "plow",
    "programme": "program",
    "refuelling": "refueling",
}
_OTHER = _SPELLINGS | {american: british for british, american in _SPELLINGS.items()}
_FOUND = re.compile("|".join(sorted(_OTHER, key=len, reverse=True)), re.IGNORECASE)


def respelt(form: str, entry: Entry) -> str | None:
    """The form in the other spelling; ``None`` where there is none.

    Examples
    --------
    >>> from armstrade.claims import Category
    >>> from armstrade.lexicon import MaterielEntry
    >>> radar = MaterielEntry("Air defence radar", "en", Category.AIR_DEFENCE)
    >>> respelt("Air defence radar", radar), respelt("radar", radar)
    ('Air defense radar', None)
    """
    if _FOUND.search(form) is None:
        return None
    if isinstance(entry, PartyEntry) and entry.kind == "ministry" and entry.country == "US":
        return None  # the Department of Defense is one state's, that of Defence another's
    return _FOUND.sub(_other, form)


def _other(found: re.Match[str]) -> str:
    word = found.group()
    other = _OTHER[word.lower()]
    if word.isupper():
        return other.upper()
    return other.capitalize() if word[0].isupper() else other
