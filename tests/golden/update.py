"""What the rules find in the seed articles, as offsets and facts without a word of the texts.

    ARMSTRADE_SEEDS=folder python tests/golden/update.py

rewrites tests/golden/seeds/. Look at the difference before you commit it: each line of it is a
change that users see.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import armstrade
from armstrade import corpora
from armstrade.claims import TransferClaim

FOLDER = Path(__file__).parent / "seeds"


def bare(value: Any) -> Any:
    """JSON without the words: a span is ``[start, end]``.

    Examples
    --------
    >>> bare({"id": "DE", "span": {"start": 0, "end": 6, "text": "Berlin"}})
    {'id': 'DE', 'span': [0, 6]}
    """
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            return [value["start"], value["end"]]
        return {name: bare(slot) for name, slot in value.items()}
    return [bare(one) for one in value] if isinstance(value, list) else value


def facts(claim: TransferClaim) -> dict[str, Any]:
    """A claim without its words, its id and who said so; empty slots are left out."""
    said = claim.model_dump(mode="json", exclude={"id", "document_id", "provenance", "confidence"})
    return {name: bare(slot) for name, slot in said.items() if slot not in (None, [])}


def goldens() -> Iterator[tuple[str, str]]:
    """Name of the file and what belongs into it, for each article."""
    for gold in corpora.load("seeds"):
        claims = armstrade.extract(gold.document, extractors=["rules"])
        lines = [json.dumps(facts(claim), sort_keys=True) for claim in claims]
        yield f"{gold.id}.json", "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in goldens():
        (FOLDER / name).write_text(content, encoding="utf-8", newline="\n")
        print(f"wrote {name}")
