"""The slots that are voted on, and what counts as the same vote.

Some slots are decided together, because their values only make sense together: stage and
polarity ("refused" is told as a refusal, not as a denied delivery).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from armstrade.claims import Category, Materiel, Party, Span, TransferClaim

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One question that the extractors behind a claim answer.

    Attributes
    ----------
    name
        As in the claim; of several fields decided together, that of the first.
    fields
        The fields of the claim that the answer fills.
    key
        What two answers share when they are the same.
    show
        The answer in words, as it stands in a ballot.
    """

    name: str
    fields: tuple[str, ...]
    key: Callable[[TransferClaim], Key]
    show: Callable[[TransferClaim], str]

    def values(self, claim: TransferClaim) -> dict[str, Any]:
        """The fields as this claim fills them."""
        return {name: getattr(claim, name) for name in self.fields}

    def covers(self, coarse: Key, fine: Key) -> bool:
        """Whether who says `coarse` may mean `fine`.

        Examples
        --------
        >>> quantity = next(slot for slot in SLOTS if slot.name == "quantity")
        >>> quantity.covers((), (40, 40)), quantity.covers((40, 40), ())
        (True, False)
        """
        if coarse == fine:
            return False
        if self.name == "materiel":
            return _coarser_materiel(coarse, fine)
        # A party left out is an answer of its own: the text names none. Any other slot
        # left open contradicts nothing.
        return not coarse and self.name not in ("supplier", "recipient")


def _coarser_materiel(coarse: Key, fine: Key) -> bool:
    (category, name), (other, other_name) = coarse, fine
    if category == other:
        return name is None and other_name is not None
    return category == Category.UNSPECIFIED and name is None


def party_key(party: Party | None) -> Key:
    """What makes two parties the same; one without id counts by its words."""
    if party is None:
        return ()
    return (party.key or f"text:{party.span.text.casefold()}",)


def materiel_key(materiel: Materiel) -> Key:
    """Category and designation, the latter as `plain_designation`."""
    return (materiel.category, plain_designation(materiel.designation))


def plain_designation(designation: str | None) -> str | None:
    """A type name without case, spaces and punctuation.

    Examples
    --------
    >>> plain_designation("Shahed-136"), plain_designation(None)
    ('shahed136', None)
    """
    if designation is None:
        return None
    return "".join(filter(str.isalnum, designation.casefold())) or designation


def _party(name: str) -> Slot:
    def show(claim: TransferClaim) -> str:
        party = getattr(claim, name)
        return "" if party is None else party.id or party.span.text

    return Slot(name, (name,), lambda claim: party_key(getattr(claim, name)), show)


def _materiel() -> Slot:
    def show(claim: TransferClaim) -> str:
        name = claim.materiel.designation
        return claim.materiel.category.value + (f" {name}" if name else "")

    return Slot("materiel", ("materiel",), lambda claim: materiel_key(claim.materiel), show)


def _enumeration(*names: str, unset: str | None = None) -> Slot:
    def key(claim: TransferClaim) -> Key:
        values = tuple(getattr(claim, name) for name in names)
        return () if values[0] is None or values[0] == unset else values

    return Slot(names[0], names, key, lambda claim: " ".join(str(one) for one in key(claim)))


def _span(name: str) -> Slot:
    def key(claim: TransferClaim) -> Key:
        span: Span | None = getattr(claim, name)
        return () if span is None else (span.start, span.end)

    def show(claim: TransferClaim) -> str:
        span: Span | None = getattr(claim, name)
        return "" if span is None else span.text

    return Slot(name, (name,), key, show)


def _bounds(name: str, *parts: str) -> Slot:
    """A slot with two bounds, and parts that must agree as well."""

    def key(claim: TransferClaim) -> Key:
        value = getattr(claim, name)
        found = () if value is None else tuple(getattr(value, part) for part in parts)
        return () if all(one is None for one in found[:2]) else found

    def show(claim: TransferClaim) -> str:
        low, high, *rest = key(claim) or ("", "")
        bounds = f"{low}" if low == high else f"{_open(low)}–{_open(high)}"
        return " ".join([bounds, *map(str, rest)])

    return Slot(name, (name,), key, show)


def _open(bound: object) -> str:
    return "" if bound is None else str(bound)


def _attribution() -> Slot:
    return Slot(
        "attribution",
        ("attribution",),
        lambda claim: tuple((one.span.start, one.span.end) for one in claim.attribution),
        lambda claim: " < ".join(one.span.text for one in claim.attribution),
    )


SLOTS: tuple[Slot, ...] = (
    _party("supplier"),
    _party("recipient"),
    _materiel(),
    _enumeration("stage", "polarity"),
    _enumeration("factuality"),
    _bounds("quantity", "min", "max", "unit"),
    _bounds("date", "start", "end"),
    _enumeration("mode", unset="unspecified"),
    _attribution(),
    _party("intermediary"),
    _span("consideration"),
    _enumeration("condition"),
    _bounds("value", "min", "max", "currency"),
    _party("maker"),
)
"""All slots that are voted on, in the order of the claim."""
