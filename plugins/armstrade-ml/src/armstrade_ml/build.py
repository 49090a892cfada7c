"""From a chosen proposal to a claim with all its words."""

from __future__ import annotations

from armstrade.claims import (
    Materiel,
    Mode,
    Party,
    Period,
    Polarity,
    Provenance,
    Quantity,
    Span,
    TransferClaim,
)
from armstrade.reading import PartyPhrase, quantity_slot

from .candidates import PartyCandidate
from .decode import Proposal


def claim(proposal: Proposal, confidence: float, *, shared: bool, dated: bool) -> TransferClaim:
    """The claim of a proposal.

    Parameters
    ----------
    shared
        Whether other claims speak of the same words of materiel: a total that several share is
        given to none of them.
    dated
        Whether to look for its date, which takes longer than all the rest.
    """
    scene = proposal.scene
    reading = scene.view.sentence.reading
    text = reading.text
    t, s, r, m = proposal.key
    goods, trigger = scene.goods[m], scene.triggers[t]
    supplier, recipient = scene.parties[s], scene.parties[r]
    sentences = {scene.index, goods.phrase.sentence}
    if goods.pointed is not None and not goods.here:
        sentences.add(goods.pointed.sentence)
    sentences |= {_words(one).sentence for one in (supplier, recipient)}
    return TransferClaim(
        document_id=reading.document.id,
        supplier=_party(text, supplier),
        recipient=_party(text, recipient),
        materiel=Materiel(
            category=goods.category,
            designation=goods.designation,
            span=Span.of(text, goods.phrase.start, goods.phrase.end),
        ),
        quantity=None if shared else _quantity(text, proposal),
        stage=proposal.stage,
        polarity=proposal.polarity,
        factuality=proposal.factuality,
        date=_date(text, proposal) if dated else None,
        mode=trigger.row.mode if trigger.row.mode is not None else Mode.UNSPECIFIED,
        evidence=tuple(
            Span.of(text, reading.sentences[i].start, reading.sentences[i].end)
            for i in sorted(i for i in sentences if i >= 0)
        ),
        confidence=confidence,
        provenance=Provenance(extractor="ml", rule=f"ml:{trigger.row.lemma}"),
    )


def _words(candidate: PartyCandidate) -> PartyPhrase:
    return candidate.party if candidate.place is None else candidate.place


def _party(text: str, candidate: PartyCandidate) -> Party:
    words = _words(candidate)
    return Party(
        id=candidate.party.id,
        country=candidate.party.country,
        span=Span.of(text, words.start, words.end),
    )


def _quantity(text: str, proposal: Proposal) -> Quantity | None:
    goods = proposal.scene.goods[proposal.key[3]]
    found = goods.phrase.quantity
    if proposal.polarity is Polarity.NEGATED:
        return None
    return quantity_slot(text, found)


def _date(text: str, proposal: Proposal) -> Period | None:
    """The date that stands nearest to the trigger, in its clause."""
    view = proposal.scene.view
    trigger = proposal.scene.triggers[proposal.key[0]]
    clause = view.clause_of.get(trigger.word)
    inside = [
        d
        for d in view.sentence.dates
        if d.first is not None
        and d.last is not None
        and d.first <= d.last
        and clause is not None
        and any(view.words[i].start <= d.start < view.words[i].end for i in clause.words)
    ]
    if not inside:
        return None
    best = min(inside, key=lambda d: abs(d.start - trigger.start))
    assert best.first is not None
    assert best.last is not None
    return Period(start=best.first, end=best.last, span=Span.of(text, best.start, best.end))
