"""From transfers to claims: lists expanded, values attached, repetitions dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armstrade.claims import (
    Category,
    Materiel,
    Party,
    Period,
    Polarity,
    Provenance,
    Quantity,
    Span,
    TransferClaim,
)
from armstrade.reading import PartyPhrase, Reading, quantity_slot

from .analogy import Transfer

NAME = "fuzzy"


def claims(reading: Reading, transfer: Transfer) -> Iterator[TransferClaim]:
    """The claims of a transfer: one supplier and one recipient at a time."""
    suppliers: list[PartyPhrase | None] = [*transfer.supplier] or [None]
    recipients: list[PartyPhrase | None] = [*transfer.recipient] or [None]
    shared = len(suppliers) > 1 or len(recipients) > 1
    for supplier in suppliers:
        for recipient in recipients:
            if any(p is not None and p.key is not None for p in (supplier, recipient)):
                yield _claim(reading, transfer, supplier, recipient, shared=shared)


def _claim(
    reading: Reading,
    transfer: Transfer,
    supplier: PartyPhrase | None,
    recipient: PartyPhrase | None,
    *,
    shared: bool,
) -> TransferClaim:
    text, thing = reading.text, transfer.materiel
    phrases = [phrase for phrase in (supplier, recipient) if phrase is not None]
    indices = {transfer.sentence.index, *(p.sentence for p in phrases if p.sentence >= 0)}
    sentences = [reading.sentences[index] for index in sorted(indices)]
    return TransferClaim(
        document_id=reading.document.id,
        supplier=_party(text, supplier),
        recipient=_party(text, recipient),
        materiel=Materiel(
            category=thing.category,
            designation=thing.designation,
            span=Span.of(text, thing.start, thing.end),
        ),
        quantity=_quantity(text, transfer, shared=shared),
        stage=transfer.stage,
        polarity=transfer.polarity,
        factuality=transfer.factuality,
        date=_date(text, transfer),
        mode=transfer.mode,
        evidence=tuple(Span.of(text, one.start, one.end) for one in sentences),
        confidence=round(transfer.confidence, 4),
        provenance=Provenance(extractor=NAME, rule="like " + ", ".join(transfer.examples)),
    )


def _party(text: str, phrase: PartyPhrase | None) -> Party | None:
    if phrase is None:
        return None
    return Party(id=phrase.id, country=phrase.country, span=Span.of(text, phrase.start, phrase.end))


def _quantity(text: str, transfer: Transfer, *, shared: bool) -> Quantity | None:
    match = transfer.materiel.quantity
    if match is None or transfer.polarity is Polarity.NEGATED:
        return None
    if shared and match.kind != "article":
        return None  # a total that several claims share is given to none of them
    return quantity_slot(text, match)


def _date(text: str, transfer: Transfer) -> Period | None:
    """The date in the anchor's clause that stands nearest to it."""
    sentence, anchor = transfer.sentence, transfer.anchor
    word = sentence.words[anchor.word]
    clause = sentence.clause_of.get(anchor.word)
    inside = [sentence.words[i].start for i in clause.words] if clause is not None else []
    found = [
        (abs(match.start - word.start), match.start, match.end, match.first, match.last)
        for match in sentence.dates
        if match.start in inside
    ]
    for _, start, end, first, last in sorted(found, key=lambda one: one[:2]):
        if first is not None and last is not None and first <= last:
            return Period(start=first, end=last, span=Span.of(text, start, end))
    return None


Said = tuple[object, ...]


def merged(found: Iterable[TransferClaim]) -> list[TransferClaim]:
    """Each claim once; "weapons" not where the document says which."""
    kept: dict[Said, list[TransferClaim]] = {}
    for claim in found:
        same = kept.setdefault(_said(claim), [])
        for at, other in enumerate(same):
            if None in (_amount(claim), _amount(other)) or _amount(claim) == _amount(other):
                if _amount(other) is None and _amount(claim) is not None:
                    same[at] = claim
                break
        else:
            same.append(claim)
    claims = [claim for same in kept.values() for claim in same]
    specific = {_said(c)[1:] for c in claims if c.materiel.category is not Category.UNSPECIFIED}
    return [
        claim
        for claim in claims
        if claim.materiel.category is not Category.UNSPECIFIED or _said(claim)[1:] not in specific
    ]


def _said(claim: TransferClaim) -> Said:
    supplier = claim.supplier.key if claim.supplier else None
    recipient = claim.recipient.key if claim.recipient else None
    return claim.materiel.category, supplier, recipient, claim.stage, claim.polarity


def _amount(claim: TransferClaim) -> tuple[int | None, int | None] | None:
    return None if claim.quantity is None else (claim.quantity.min, claim.quantity.max)
