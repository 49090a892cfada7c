"""Fusion: which answer a slot gets, and what is told about the votes."""

from __future__ import annotations

import pytest

from armstrade.claims import Materiel, Party, Quantity, Span, TransferClaim
from armstrade.combine.clusters import Cluster
from armstrade.combine.fusion import fuse

TEXT = "Oslo sagt Kyjiw Drohnen zu. Es sind 40 Vector, die im Mai kommen."


def span(words):
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


FIRST, SECOND = span("Oslo sagt Kyjiw Drohnen zu."), span("Es sind 40 Vector, die im Mai kommen.")
NORWAY = Party(id="NO", country="NO", span=span("Oslo"))
UKRAINE = Party(id="UA", country="UA", span=span("Kyjiw"))


def claim(**slots):
    values = {
        "document_id": "d",
        "supplier": NORWAY,
        "recipient": UKRAINE,
        "materiel": Materiel(category="uav", span=span("Drohnen")),
        "stage": "planned",
        "evidence": (FIRST,),
    }
    return TransferClaim(**{**values, **slots})


def fused(*claims, weights=None):
    cluster = Cluster(tuple(zip("abcdef", claims, strict=False)))
    return fuse(cluster, weights) if weights else fuse(cluster)


def test_the_majority_wins_slot_by_slot():
    found = fused(
        claim(stage="ordered", factuality="reported"),
        claim(stage="ordered"),
        claim(factuality="reported", recipient=None),
    )
    assert (found.stage, found.factuality, found.recipient) == ("ordered", "reported", UKRAINE)


def test_stage_and_polarity_are_decided_together():
    found = fused(
        claim(stage="refused"),
        claim(stage="delivered", polarity="negated"),
        claim(stage="ordered", polarity="negated"),
    )
    assert (found.stage, found.polarity) in {
        ("refused", "affirmed"), ("delivered", "negated"), ("ordered", "negated"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        (Materiel(category="unspecified", span=span("Drohnen")), claim().materiel),
        (claim().materiel, Materiel(category="uav", designation="Vector", span=span("Vector"))),
    ],
)
def test_the_coarse_supports_the_fine(coarse, fine):
    plain = claim(materiel=coarse)
    assert fused(plain, plain, claim(materiel=fine)).materiel == fine


def test_a_slot_left_open_contradicts_nothing():
    forty = Quantity(min=40, max=40, span=span("40"))
    found = fused(claim(), claim(), claim(quantity=forty, evidence=(FIRST, SECOND)))
    assert found.quantity == forty


def test_a_party_left_out_is_an_answer():
    assert fused(claim(supplier=None), claim(supplier=None), claim()).supplier is None


def test_evidence_follows_the_words_that_were_taken():
    vector = Materiel(category="uav", designation="Vector", span=span("Vector"))
    found = fused(claim(), claim(materiel=vector, evidence=(SECOND,)))
    assert found.materiel == vector
    assert found.evidence == (FIRST, SECOND)


def test_a_party_never_supplies_itself_by_majority():
    turned = claim(supplier=UKRAINE, recipient=NORWAY)
    found = fused(turned, claim(recipient=None), claim(supplier=None, recipient=NORWAY))
    assert (found.supplier, found.recipient) in {(UKRAINE, NORWAY), (NORWAY, None)}


def test_weights_decide_against_the_majority():
    def weights(extractor, slot):
        return 5.0 if extractor == "c" and slot == "stage" else 1.0

    found = fused(claim(), claim(), claim(stage="delivered"), weights=weights)
    assert found.stage == "delivered"


def test_ballots_tell_who_said_what():
    found = fused(claim(), claim(stage="ordered"), claim(stage="ordered"))
    cast = {(one.slot, one.value): (one.voters, one.chosen) for one in found.provenance.ballots}
    assert cast["stage", "ordered affirmed"] == (("b", "c"), True)
    assert cast["stage", "planned affirmed"] == (("a",), False)
    assert cast["supplier", "NO"] == (("a", "b", "c"), True)
    assert not any(slot == "date" for slot, _ in cast)  # nobody says anything there


def test_one_extractor_alone_needs_no_ballots():
    found = fused(claim())
    assert found.id == claim().id
    assert (found.provenance.votes, found.provenance.ballots) == (("a",), ())


def test_confidence_is_left_to_the_combiner():
    assert fused(claim(confidence=0.9), claim(confidence=0.4)).confidence is None
