"""``armstrade schema``."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a claim.

    It describes each entry of "claims" in the output of `armstrade extract --format jsonl`.

    \b
    Example:
      armstrade schema > transfer-claim.schema.json
    """
    from armstrade.claims import claim_schema

    typer.echo(json.dumps(claim_schema(), indent=2, ensure_ascii=False))
