"""What the rules tell of a text, in short."""

from __future__ import annotations

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


def tell(language: str, text: str) -> list[str]:
    """Parties and stage of each claim ("ES>PE ordered"), in alphabetical order."""
    claims = RulesExtractor().extract(read(Document(text=text, language=language)))
    return sorted(
        f"{c.supplier and c.supplier.country}>{c.recipient and c.recipient.country} {c.stage}"
        for c in claims
    )
