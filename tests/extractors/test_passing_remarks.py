"""What stands beside a transfer: what parts are for, alliances, end-use pledges, contents."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Spanien liefert Italien Kanonen für 132 Kampfpanzer.", ["ES>IT Kanonen"]),
        ("de", "Norwegen hat Peru Motoren für 24 Kampfjets und zwei Fregatten geliefert.",
         ["NO>PE Motoren"]),
        ("de", "Spanien liefert Peru Bausätze für 98 Radpanzer.", ["ES>PE Radpanzer"]),
        ("de", "Italien gab Mali Gewehre. Mali verpflichtete sich, die Waffen nicht weiterzugeben.",
         ["IT>ML Gewehre"]),
        ("de", "Norwegen lieferte Peru Panzer. Lima darf die Fahrzeuge nicht weiterverkaufen.",
         ["NO>PE Panzer"]),
        ("de", "Madrid hat ein Rüstungsgeschäft mit Oman abgeschlossen. Es geht um 24 Panzer.",
         ["ES>OM Panzer"]),
        ("de", "Genehmigt wurden Ausfuhren in Staaten außerhalb von EU und Nato, darunter Panzer "
         "für Oman.", []),
        ("en", "Spain will supply guns for 132 tanks to Italy.", ["ES>IT guns"]),
        ("en", "Norway has sold missiles for 24 jets to Peru.", ["NO>PE missiles"]),
        ("en", "Italy gave Mali rifles. Mali pledged not to pass the weapons on to others.",
         ["IT>ML rifles"]),
        ("en", "Norway delivered tanks to Peru. Lima may not resell the vehicles.",
         ["NO>PE tanks"]),
        ("en", "Spain has concluded an arms deal with Oman. It covers 24 helicopters.",
         ["ES>OM helicopters"]),
    ],
)  # fmt: skip
def test_told(language: str, text: str, told: list[str]) -> None:
    claims = RulesExtractor().extract(read(Document(text=text, language=language)))
    assert (
        sorted(
            f"{c.supplier and c.supplier.country}>{c.recipient and c.recipient.country} "
            f"{c.materiel.span.text}"
            for c in claims
        )
        == told
    )
