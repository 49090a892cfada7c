"""Who condemns, welcomes or reacts to what others transfer is no side of it."""

from __future__ import annotations

import pytest

import armstrade


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Tansania verurteilte die Lieferung von 20 Panzern an Burundi."),
        ("de", "Tansania ist besorgt über den Verkauf von zwölf Haubitzen an Burundi."),
        ("de", "Tansania begrüßte die Lieferung von 20 Panzern an Burundi."),
        ("de", "Tansania reagierte auf die Lieferung von 20 Panzern an Burundi."),
        ("en", "Tanzania condemned the delivery of 20 tanks to Burundi."),
        ("en", "Tanzania is worried about the sale of twelve howitzers to Burundi."),
        ("en", "Tanzania welcomed the delivery of 20 tanks to Burundi."),
        ("en", "Tanzania imposed sanctions over the delivery of 20 tanks to Burundi."),
    ],
)
def test_no_side_of_it(language: str, text: str) -> None:
    claims = armstrade.extract(text, language=language, extractors=["ml"])
    assert not [c for c in claims if c.supplier and c.supplier.id == "TZ"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Trotz der Proteste lieferte Tansania 20 Panzer an Burundi."),
        ("de", "Besorgt über die Nachbarn, bestellte Burundi 20 Panzer in Tansania."),
        ("en", "Despite protests, Tanzania delivered 20 tanks to Burundi."),
        ("en", "Alarmed by its neighbour's rearmament, Burundi ordered 20 tanks from Tanzania."),
        ("en", "Amid criticism at home, Tanzania sold Burundi 20 tanks."),
    ],
)
def test_a_side_may_be_upset(language: str, text: str) -> None:
    claims = armstrade.extract(text, language=language, extractors=["ml"])
    assert [c.supplier and c.supplier.id for c in claims] == ["TZ"]
