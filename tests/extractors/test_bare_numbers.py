"""Stretches without verb and noun: "liefert Kiew 18 Panzer, Polen 14", "sold Benin three …"."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Norwegen versprach Oman 20 Haubitzen, Schweden acht.",
         ["NO>OM 20 planned", "SE>OM 8 planned"]),
        ("de", "Spanien liefert der Ukraine 18 Panzer, Polen 14 und Norwegen acht.",
         ["ES>UA 18 planned", "NO>UA 8 planned", "PL>UA 14 planned"]),
        ("de", "Polen will Kiew 14 Panzer liefern, Portugal drei.",
         ["PL>UA 14 planned", "PT>UA 3 planned"]),
        ("de", "Peru hat 20 Panzer aus Spanien bekommen, Chile zwölf.",
         ["ES>CL 12 delivered", "ES>PE 20 delivered"]),
        ("de", "Peru hat zwölf Panzer aus Spanien erhalten, Oman eine unbekannte Zahl.",
         ["ES>OM - delivered", "ES>PE 12 delivered"]),
        ("en", "Norway promised Oman 20 howitzers, Sweden eight.",
         ["NO>OM 20 planned", "SE>OM 8 planned"]),
        ("en", "Norway sold Oman three frigates and Peru one.",
         ["NO>OM 3 ordered", "NO>PE 1 ordered"]),
        ("en", "Peru will get 20 tanks from Spain, Chile 12.",
         ["ES>CL 12 planned", "ES>PE 20 planned"]),
        ("en", "Poland will send Kyiv 14 tanks, Portugal three and Norway eight.",
         ["NO>UA 8 planned", "PL>UA 14 planned", "PT>UA 3 planned"]),
        ("en", "Spain has sent Peru 30 howitzers and Chile 40.",
         ["ES>CL 40 delivered", "ES>PE 30 delivered"]),
    ],
)  # fmt: skip
def test_told(language: str, text: str, told: list[str]) -> None:
    claims = RulesExtractor().extract(read(Document(text=text, language=language)))
    found = sorted(
        f"{c.supplier and c.supplier.country}>{c.recipient and c.recipient.country} "
        f"{c.quantity.min if c.quantity else '-'} {c.stage}"
        for c in claims
    )
    assert found == told
