"""A few words for each slot, for tables and previews."""

from __future__ import annotations

from armstrade.claims.enums import Unit
from armstrade.claims.models import Materiel, Party, Quantity, TransferClaim


def party_words(party: Party | None) -> str:
    """The id without its ``org:``, the quoted words of a party without id, ``?`` for none.

    Examples
    --------
    >>> party_words(None)
    '?'
    """
    if party is None:
        return "?"
    if party.id is None:
        return f"“{one_line(party.span.text)}”"
    return party.id.removeprefix("org:")


def materiel_words(materiel: Materiel) -> str:
    """The category, followed by the designation where there is one."""
    category = materiel.category.value.replace("_", " ")
    return category if materiel.designation is None else f"{category} ({materiel.designation})"


def quantity_words(quantity: Quantity | None) -> str:
    """The interval as one would note it: ``150``, ``≥ 200``, ``≤ 30``, ``20–30``."""
    if quantity is None:
        return ""
    low, high = quantity.min, quantity.max
    if low is None and high is None:
        number = "some"
    elif high is None:
        number = f"≥ {low}"
    elif low is None:
        number = f"≤ {high}"
    else:
        number = str(low) if low == high else f"{low}–{high}"
    return number if quantity.unit is Unit.PIECE else f"{number} {quantity.unit.value}"


def source_words(claim: TransferClaim) -> str:
    """Who is quoted, outermost first."""
    return " < ".join(one_line(source.span.text) for source in claim.attribution)


def stage_words(claim: TransferClaim) -> str:
    """The stage, with a ``not`` before a negated one."""
    negated = claim.polarity.value == "negated"
    return f"not {claim.stage.value}" if negated else claim.stage.value


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())
