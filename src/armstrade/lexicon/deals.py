"""Terms of the table that rules read better.

"Waffenlieferung" is a delivery of "Waffen"; "Leopard-Panzer" is a "Panzer" named "Leopard".
"""

from __future__ import annotations

import re

_DEAL = {
    "de": re.compile(r"(.{4,}?)(?:en|n|s)?(?:lieferung|export|transfer|deal|geschäft|auftrag)\Z"),
    "en": re.compile(r"(.{4,}?) (?:delivery|export|transfer|deal|sale|shipment)\Z"),
}


def is_deal(term: str, language: str, known: frozenset[str]) -> bool:
    """Whether the term is a known materiel noun with a word for a deal after it.

    Examples
    --------
    >>> is_deal("Waffenlieferung", "de", frozenset({"waffe"}))
    True
    """
    match = _DEAL[language].match(term.lower()) if language in _DEAL else None
    if match is None:
        return False
    left = match.group(1)
    return any(form in known for form in (left, left + "e", left.removesuffix("s")))


def is_named(term: str, category: str, names: frozenset[str], terms: dict[str, str]) -> bool:
    """Whether the term is a type name with a noun of the same category after it.

    Examples
    --------
    >>> is_named("Leopard-Panzer", "armoured_vehicle", frozenset({"leopard"}),
    ...          {"panzer": "armoured_vehicle"})
    True
    """
    for separator in ("-", " "):
        name, found, noun = term.rpartition(separator)
        if found and terms.get(noun.lower()) == category:
            return name.lower().replace("-", " ") in names
    return False
