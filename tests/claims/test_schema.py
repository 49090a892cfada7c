"""The published JSON Schema."""

from __future__ import annotations

from pathlib import Path

import jsonschema

from armstrade.claims import (
    SCHEMA_VERSION,
    Document,
    Materiel,
    Party,
    Period,
    Span,
    TransferClaim,
    claim_schema,
)


def test_schema_is_valid_and_versioned() -> None:
    schema = claim_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["version"] == SCHEMA_VERSION
    assert schema["$id"].endswith(SCHEMA_VERSION)


def test_a_dumped_claim_fits_and_a_broken_one_does_not() -> None:
    document = Document(id="a", text="Berlin liefert Panzer.")
    span = Span.of(document.text, 0, 6)
    claim = TransferClaim(
        document_id="a",
        supplier=Party(id="DE", country="DE", span=span),
        materiel=Materiel(category="armoured_vehicle", span=span),
        date=Period(start="2023-01-01", end="2023-01-31", span=span),
        stage="delivered",
        evidence=(span,),
    )
    validator = jsonschema.Draft202012Validator(claim_schema())
    dumped = claim.model_dump(mode="json")
    assert list(validator.iter_errors(dumped)) == []
    assert list(validator.iter_errors(dumped | {"stage": "lost"}))
    assert list(validator.iter_errors({k: v for k, v in dumped.items() if k != "evidence"}))


def test_only_spelled_out_changes_alter_the_published_file() -> None:
    """The fields of version 1.0; a removed one needs version 2."""
    published = Path(__file__).parents[2] / "docs" / "reference" / "transfer-claim.schema.json"
    assert published.is_file()
    fields = set(claim_schema()["properties"])
    assert {
        "id", "document_id", "supplier", "recipient", "intermediary", "materiel", "quantity",
        "stage", "polarity", "factuality", "date", "mode", "consideration", "attribution",
        "evidence", "condition", "value", "maker", "places", "confidence", "provenance",
    } <= fields  # fmt: skip
