"""When two claims agree: the rules of the scorer, slot by slot.

The levels are those of the annotation guide; docs/explanation/scoring.md
has a table of the awkward cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armstrade.claims import Party, Source, Span, TransferClaim
from armstrade.combine.ballots import plain_designation

LEVELS = ("triple", "claim", "full")
SLOTS = (
    "stage", "polarity", "factuality", "quantity", "date", "designation", "mode", "attribution",
)  # fmt: skip
EXTRA_SLOTS = (
    "intermediary", "unit", "consideration", "condition", "counting", "value", "maker",
)  # fmt: skip
"""Scored only over pairs whose gold claim has them."""
MENTIONS = ("supplier", "recipient", "materiel", "quantity", "date")

_UNFILLED = {"mode": "unspecified", "quantity": (None, None)}


def same_party(one: Party | None, other: Party | None) -> bool:
    """Whether two parties are the same: countries agree, or, where one has none, ids agree.

    A party that was not identified has neither, whether the text leaves it out (``None``)
    or names a group without fixed members ("allies", a `Party` without id): the two agree.

    Examples
    --------
    >>> from armstrade.claims import Span
    >>> here = Span(start=0, end=1, text="x")
    >>> maker = Party(id="org:Rheinmetall", country="DE", span=here)
    >>> same_party(maker, Party(id="DE", country="DE", span=here))
    True
    >>> same_party(None, Party(span=here)), same_party(None, maker)
    (True, False)
    """
    id_one, country_one = (one.id, one.country) if one else (None, None)
    id_other, country_other = (other.id, other.country) if other else (None, None)
    if country_one and country_other:
        return country_one == country_other
    if country_one or country_other:
        return id_one is not None and id_one == id_other
    return id_one == id_other


def same_designation(one: str | None, other: str | None) -> bool:
    """Whether two type names differ at most in case, spaces and punctuation.

    Examples
    --------
    >>> same_designation("Shahed-136", "shahed 136"), same_designation("S-300", "S-400")
    (True, False)
    """
    return plain_designation(one) == plain_designation(other)


def same_chain(one: Sequence[Source], other: Sequence[Source]) -> bool:
    """Whether two chains of sources have equal length and agree link by link.

    Two links agree when their words are the same or when their spans overlap
    ("Joe Biden" in "President Joe Biden").
    """
    return len(one) == len(other) and all(
        a.span.text.casefold() == b.span.text.casefold() or a.span.overlaps(b.span)
        for a, b in zip(one, other, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two claims that agree on the triple agree on beyond it.

    Attributes
    ----------
    claim, full
        Whether these levels are reached.
    slots
        Agreement per name in `SLOTS`.
    extras
        Agreement per name in `EXTRA_SLOTS` that the gold claim fills.
    exact, overlapping
        Agreement of the mentions that both claims have, per name in `MENTIONS`.
    shared, spanned
        Code points of evidence that both quote, and that at least one quotes.
    """

    claim: bool
    full: bool
    slots: dict[str, bool]
    extras: dict[str, bool]
    exact: dict[str, bool]
    overlapping: dict[str, bool]
    shared: int
    spanned: int


class Side:
    """One claim, with what comparing it needs worked out once.

    Attributes
    ----------
    key
        What is compared for each of `SLOTS` but the last, in that order.
    places
        Offsets of the mentions it has, per name in `MENTIONS`.
    evidence
        Its evidence as disjoint stretches in text order.
    """

    def __init__(self, claim: TransferClaim) -> None:
        self.claim = claim
        quantity, date = claim.quantity, claim.date
        self.category = claim.materiel.category
        self.key: tuple[object, ...] = (
            claim.stage,
            claim.polarity,
            claim.factuality,
            # A quantity without bounds says as much as none ("several", a bare plural).
            (quantity.min, quantity.max) if quantity else (None, None),
            (date.start, date.end) if date else None,
            plain_designation(claim.materiel.designation),
            claim.mode,
        )
        self.places: dict[str, tuple[int, int]] = {
            name: (slot.span.start, slot.span.end)
            for name in MENTIONS
            if (slot := getattr(claim, name)) is not None
        }
        self.evidence = _merged(claim.evidence)
        self.evidence_length = sum(end - start for start, end in self.evidence)

    def value(self, slot: str) -> object:
        """What is compared for a slot of `SLOTS`, attribution apart."""
        return self.key[SLOTS.index(slot)]

    def fills(self, slot: str) -> bool:
        """Whether the claim says anything in a slot of `SLOTS`."""
        if slot == "attribution":
            return bool(self.claim.attribution)
        value = self.value(slot)
        return value is not None and value != _UNFILLED.get(slot)


def agree_on_triple(gold: Side, predicted: Side) -> bool:
    """Whether supplier, recipient and category agree."""
    return (
        gold.category == predicted.category
        and same_party(gold.claim.supplier, predicted.claim.supplier)
        and same_party(gold.claim.recipient, predicted.claim.recipient)
    )


def agree(gold: Side, predicted: Side) -> Agreement:
    """Compare two claims that agree on the triple."""
    same = [a == b for a, b in zip(gold.key, predicted.key, strict=True)]
    same.append(same_chain(gold.claim.attribution, predicted.claim.attribution))
    slots = dict(zip(SLOTS, same, strict=True))
    claim = slots["stage"] and slots["polarity"]
    both = {
        name: (here, predicted.places[name])
        for name, here in gold.places.items()
        if name in predicted.places
    }
    shared = shared_length(gold.evidence, predicted.evidence)
    return Agreement(
        claim=claim,
        full=claim and slots["factuality"] and slots["quantity"],
        slots=slots,
        extras=_extras(gold.claim, predicted.claim),
        exact={name: one == other for name, (one, other) in both.items()},
        overlapping={
            name: one[0] < other[1] and other[0] < one[1] for name, (one, other) in both.items()
        },
        shared=shared,
        spanned=gold.evidence_length + predicted.evidence_length - shared,
    )


def _extras(gold: TransferClaim, predicted: TransferClaim) -> dict[str, bool]:
    found: dict[str, bool] = {}
    if gold.intermediary is not None:
        found["intermediary"] = predicted.intermediary is not None and same_party(
            gold.intermediary, predicted.intermediary
        )
    if gold.maker is not None:
        found["maker"] = predicted.maker is not None and same_party(gold.maker, predicted.maker)
    if gold.quantity is not None:
        other = predicted.quantity
        found["unit"] = other is not None and other.unit == gold.quantity.unit
        if gold.quantity.counting is not None:
            found["counting"] = other is not None and other.counting == gold.quantity.counting
    if gold.consideration is not None:
        found["consideration"] = (
            predicted.consideration is not None
            and gold.consideration.overlaps(predicted.consideration)
        )
    if gold.condition is not None:
        found["condition"] = gold.condition == predicted.condition
    if gold.value is not None:
        found["value"] = predicted.value is not None and (
            (gold.value.min, gold.value.max, gold.value.currency)
            == (predicted.value.min, predicted.value.max, predicted.value.currency)
        )
    return found


def content(claim: TransferClaim) -> str:
    """All that a claim says, as a key to sort by; two claims with one key are equal."""
    return claim.model_dump_json(exclude={"id", "confidence", "provenance"})


def shared_length(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> int:
    """Code points in both of two sets of disjoint stretches."""
    shared = 0
    for start, end in one:
        for begin, stop in other:
            if start < stop and begin < end:
                shared += min(end, stop) - max(start, begin)
    return shared


def _merged(spans: Sequence[Span]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
