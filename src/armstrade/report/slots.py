"""The slots of a claim as rows: what each says in words, and when two say the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from armstrade.claims import Party, TransferClaim
from armstrade.claims.render import materiel_words, party_words, quantity_words, source_words
from armstrade.claims.render.words import one_line, stage_words

NOTHING = "–"
"""Stands for a slot that a claim leaves open."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of a comparison.

    Attributes
    ----------
    words
        What a claim says there, empty when nothing.
    key
        What two claims share that say the same there.
    """

    name: str
    words: Callable[[TransferClaim], str]
    key: Callable[[TransferClaim], object]


def _party(name: str) -> Slot:
    def words(claim: TransferClaim) -> str:
        party: Party | None = getattr(claim, name)
        return "" if party is None else party_words(party)

    def key(claim: TransferClaim) -> object:
        party: Party | None = getattr(claim, name)
        return None if party is None else party.key or party.span.text.casefold()

    return Slot(name, words, key)


def _said(name: str, words: Callable[[TransferClaim], str]) -> Slot:
    return Slot(name, words, lambda claim: words(claim).casefold())


def _mode(claim: TransferClaim) -> str:
    return "" if claim.mode == "unspecified" else claim.mode.value.replace("_", " ")


def _date(claim: TransferClaim) -> str:
    if claim.date is None:
        return ""
    start, end = claim.date.start, claim.date.end
    return f"{start}" if start == end else f"{start} – {end}"


def _value(claim: TransferClaim) -> str:
    return "" if claim.value is None else one_line(claim.value.span.text)


def _condition(claim: TransferClaim) -> str:
    return "" if claim.condition is None else claim.condition.value.replace("_", " ")


def _consideration(claim: TransferClaim) -> str:
    return "" if claim.consideration is None else one_line(claim.consideration.text)


def _places(claim: TransferClaim) -> str:
    return ", ".join(one_line(place.text) for place in claim.places)


SLOTS: tuple[Slot, ...] = (
    _party("supplier"),
    _party("recipient"),
    _party("intermediary"),
    _said("materiel", lambda claim: materiel_words(claim.materiel)),
    _said("quantity", lambda claim: quantity_words(claim.quantity)),
    _said("stage", stage_words),
    _said("factuality", lambda claim: claim.factuality.value),
    _said("date", _date),
    _said("mode", _mode),
    _said("attribution", source_words),
    _said("consideration", _consideration),
    _said("condition", _condition),
    _said("value", _value),
    _party("maker"),
    _said("places", _places),
)
"""In the order in which they are shown."""


def behind(claim: TransferClaim) -> str:
    """The rule, model or example behind a claim, empty when it names none."""
    provenance = claim.provenance
    return "" if provenance is None or provenance.rule is None else one_line(provenance.rule)


def confidence_words(claim: TransferClaim) -> str:
    """The confidence with two digits, empty when there is none."""
    return "" if claim.confidence is None else f"{claim.confidence:.2f}"
