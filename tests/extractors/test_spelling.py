"""What is written the Swiss, the American or the typographer's way says the same."""

from __future__ import annotations

from typing import Any

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


def _slots(language: str, text: str) -> list[tuple[Any, ...]]:
    claims = RulesExtractor().extract(read(Document(text=text, language=language)))
    return [
        (
            c.supplier and c.supplier.id,
            c.recipient and c.recipient.id,
            c.materiel.category,
            c.quantity and (c.quantity.min, c.quantity.max),
            c.stage,
            c.factuality,
        )
        for c in claims
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Großbritannien ließ sechs Haubitzen nach Kenia ausliefern.",
        "Portugal hieß den Verkauf von dreißig Haubitzen an Kenia gut.",
        "Kenia vergab den Großauftrag über zwölf Haubitzen an Nexter.",
        "Kenia, heißt es, habe mit Portugal einen Vertrag über zwölf Haubitzen abgeschlossen.",
        "Paris schloß mit Nairobi einen Vertrag über zwölf Haubitzen.",
    ],
)
def test_swiss(text: str) -> None:
    assert _slots("de", text)
    assert _slots("de", text.replace("ß", "ss")) == _slots("de", text)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("France authorised the delivery of 20 tanks to Chile.", "authorised authorized"),
        ("Chile finalised the purchase of 20 French tanks.", "finalised finalized"),
        ("Spain has stopped issuing export licences for weapons for Turkey.", "licences licenses"),
        ("Britain revoked nine licences for howitzers for Sri Lanka.", "licences licenses"),
        ("Serbia sold Cyprus four air defence turrets.", "defence defense"),
        ("Serbia sold Cyprus twelve armoured buses.", "armoured armored"),
        ("Ukraine cancelled the sale of 20 tanks to Sudan.", "cancelled canceled"),
    ],
)
def test_american(british: str, american: str) -> None:
    assert _slots("en", british)
    assert _slots("en", british.replace(*american.split())) == _slots("en", british)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Japan delivered twenty-four second-hand patrol boats to Fiji."),
        ("en", "The Belgian-built guns were sold to Oman by a London-based dealer, Belgium says."),
        ("en", "Belarus delivered four Mi-24 helicopters to Uganda."),
        ("de", "Belarus übergab Uganda vier Mi-24-Hubschrauber."),
    ],
)
@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011"])
def test_hyphens(language: str, text: str, hyphen: str) -> None:
    assert _slots(language, text.replace("-", hyphen)) == _slots(language, text)
