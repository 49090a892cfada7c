"""The id of a claim is that of what it says, however the claim was made."""

from __future__ import annotations

import copy

from hypothesis import given

from armstrade.claims import Document, Materiel, Party, Provenance, Span, Stage, TransferClaim
from armstrade.testing.strategies import documents_with_claims


def anew(claim: TransferClaim) -> str:
    """The id of an equal claim that was never copied."""
    return TransferClaim.model_validate(claim.model_dump()).id


@given(documents_with_claims(min_claims=1, max_claims=1))
def test_a_copy_that_says_something_else_has_another_id(
    pair: tuple[Document, list[TransferClaim]],
) -> None:
    [claim] = pair[1]
    before = claim.id
    stage = Stage.SOUGHT if claim.stage is not Stage.SOUGHT else Stage.PLANNED
    for deep in (False, True):
        changed = claim.model_copy(update={"stage": stage}, deep=deep)
        assert changed.id == anew(changed) != before
    assert claim.id == before


@given(documents_with_claims(min_claims=1, max_claims=1))
def test_who_said_so_does_not_change_the_id(pair: tuple[Document, list[TransferClaim]]) -> None:
    [claim] = pair[1]
    before = claim.id
    said = claim.model_copy(
        update={"provenance": Provenance(extractor="someone"), "confidence": 0.25}
    )
    assert said.id == anew(said) == before
    assert [copy.copy(claim).id, copy.deepcopy(claim).id, claim.model_copy().id] == [before] * 3


def test_no_id_can_be_given() -> None:
    claim = TransferClaim(
        document_id="d",
        supplier=Party(id="DE", country="DE", span=Span(start=0, end=6, text="Berlin")),
        materiel=Materiel(category="uav", span=Span(start=15, end=22, text="Drohnen")),
        stage="planned",
        evidence=(Span(start=0, end=23, text="Berlin liefert Drohnen."),),
    )
    assert claim.model_copy(update={"id": "forged"}).id == claim.id
    loaded = TransferClaim.model_validate(claim.model_dump() | {"id": "forged"})
    assert loaded.id == claim.id
