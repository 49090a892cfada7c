"""How alike two claims of one document are: the weights of the alignment.

Whole numbers, so that sums do not depend on the order in which they are made.
"""

from __future__ import annotations

from armstrade.claims import Category, Materiel, Party, Quantity, Span, TransferClaim

from .ballots import materiel_key, party_key

_PARTY, _MATERIEL, _STATUS, _FACTUALITY, _QUANTITY, _WORDS, _EVIDENCE = 16, 16, 8, 1, 4, 6, 3
"""What agreement is worth: parties and materiel make the transfer, the stage tells apart what
is said of it at two times, the rest only decides between candidates."""


def likeness(one: TransferClaim, other: TransferClaim) -> int:
    """How much two claims agree; 0 when they cannot be readings of the same statement.

    They can be when no slot of the transfer (supplier, recipient, materiel, quantity)
    contradicts the other's and they tell the same stage or rest on the same sentence. One
    party or the materiel may be read differently, or the parties the other way round, when
    both claims speak of the same words for the materiel in the same sentence.

    Examples
    --------
    >>> claim = TransferClaim(
    ...     document_id="d",
    ...     supplier=Party(id="DE", country="DE", span=Span(start=0, end=6, text="Berlin")),
    ...     materiel=Materiel(category="uav", span=Span(start=15, end=22, text="Drohnen")),
    ...     stage="planned",
    ...     evidence=(Span(start=0, end=23, text="Berlin liefert Drohnen."),),
    ... )
    >>> likeness(claim, claim) > likeness(claim, claim.model_copy(update={"stage": "ordered"})) > 0
    True
    """
    same_sentence = _overlap(one.evidence, other.evidence)
    same_words = one.materiel.span.overlaps(other.materiel.span)
    same_status = (one.stage, one.polarity) == (other.stage, other.polarity)
    if not (same_status or same_sentence):
        return 0
    parties = (_parties(one.supplier, other.supplier), _parties(one.recipient, other.recipient))
    materiel = _materiel(one.materiel, other.materiel)
    if _quantities(one.quantity, other.quantity) < 0:
        return 0
    contradictions = sum(value < 0 for value in (*parties, materiel))
    turned = _turned(one, other)
    if turned:
        contradictions = 1
    if contradictions > 1 or (contradictions and not (same_sentence and same_words)):
        return 0
    agreed = sum(value > 0 for value in parties)
    # With no party in common, two claims about one thing are two transfers of it.
    if contradictions and not (agreed or turned):
        return 0
    total = _PARTY * agreed + _MATERIEL * (materiel > 0)
    if not total:  # nothing in common but the sentence
        return 0
    total += _STATUS * same_status + _FACTUALITY * (one.factuality == other.factuality)
    total += _QUANTITY * _quantities(one.quantity, other.quantity)
    return total + _WORDS * same_words + _EVIDENCE * same_sentence


def _parties(one: Party | None, other: Party | None) -> int:
    """1 the same, 0 open, -1 two different ones."""
    if party_key(one) == party_key(other):
        return int(one is not None)
    if one is None or other is None or one.key is None or other.key is None:
        return 0
    # The same words read as the bloc and as its member contradict nothing.
    return 0 if one.span.overlaps(other.span) else -1


def _materiel(one: Materiel, other: Materiel) -> int:
    (category, name), (other_category, other_name) = materiel_key(one), materiel_key(other)
    if one.span.overlaps(other.span):
        return int(category == other_category)
    if category != other_category:
        return 0 if Category.UNSPECIFIED in (category, other_category) else -1
    return 1 if name == other_name or None in (name, other_name) else -1


def _quantities(one: Quantity | None, other: Quantity | None) -> int:
    if one is None or other is None:
        return 0
    if (one.min, one.max) == (other.min, other.max):
        return 1
    # Different numbers: two deliveries, unless both read the same words differently.
    return 0 if one.span.overlaps(other.span) else -1


def _turned(one: TransferClaim, other: TransferClaim) -> bool:
    """Whether supplier and recipient have changed places."""
    return (
        one.supplier is not None
        and one.recipient is not None
        and party_key(one.supplier) == party_key(other.recipient)
        and party_key(one.recipient) == party_key(other.supplier)
        and party_key(one.supplier) != party_key(one.recipient)
    )


def _overlap(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    return any(a.overlaps(b) for a in one for b in other)
