"""The JSON Schema of a transfer claim, as published in the documentation."""

from __future__ import annotations

from typing import Any

from .models import SCHEMA_VERSION, TransferClaim


def claim_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``claim.model_dump(mode="json")`` returns.

    Examples
    --------
    >>> claim_schema()["version"]
    '1.1'
    """
    schema = TransferClaim.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:armstrade:transfer-claim:{SCHEMA_VERSION}",
        "version": SCHEMA_VERSION,
        **schema,
    }
