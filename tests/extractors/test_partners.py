"""The other side of a deal that only a sentence behind it tells."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


def _told(language: str, text: str) -> list[str]:
    claims = RulesExtractor().extract(read(Document(text=text, language=language)))
    return [
        f"{c.supplier and c.supplier.country}>{c.recipient and c.recipient.country} "
        f"{c.stage} {c.quantity.min if c.quantity else '-'}"
        for c in claims
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Estland hat 30 Panzer bestellt. Der Vertrag mit Südkorea wurde gestern besiegelt."),
        ("de", "Estland hat 30 Panzer bestellt. Vereinbart wurde der Kaufvertrag mit Hanwha."),
        ("de", "Estland hat 30 Panzer bestellt. Gebaut werden sollen sie von Hanwha."),
        ("de", "Estland hat 30 Panzer bestellt. Lieferant ist Hanwha."),
        ("de", "Estland hat 30 Panzer bestellt. Hanwha soll die ersten 2028 liefern."),
        ("de", "Hanwha hat 30 Panzer verkauft. Das Geschäft mit Estland gilt als sicher."),
        ("en", "Estonia has ordered 30 tanks. The contract with South Korea was sealed yesterday."),
        ("en", "Estonia has ordered 30 tanks. A final agreement with Hanwha will follow in May."),
        ("en", "Estonia has ordered 30 tanks. They are to be built by Hanwha."),
        ("en", "Estonia has ordered 30 tanks. The supplier is Hanwha."),
        ("en", "Hanwha has sold 30 tanks. The deal with Estonia was closed in May."),
    ],
)
def test_told_behind(language: str, text: str) -> None:
    assert "KR>EE ordered 30" in _told(language, text)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Togo bekommt 30 Panzer. Sie stammen aus Beständen der spanischen Armee.",
         "ES>TG planned 30"),
        ("de", "Togo hat 30 Mörser erhalten. Sie sind ein Geschenk Spaniens.",
         "ES>TG delivered 30"),
        ("en", "Togo will get 30 tanks. They come from stocks of the Spanish army.",
         "ES>TG planned 30"),
        ("en", "Togo received 30 mortars on Monday. The contract with Spain dates from 2021.",
         "ES>TG delivered 30"),
    ],
)  # fmt: skip
def test_where_they_come_from(language: str, text: str, told: str) -> None:
    assert told in _told(language, text)


def test_first_of_them() -> None:
    text = "Estonia has ordered 30 tanks. Hanwha will deliver the first of them in 2028."
    assert _told("en", text) == ["KR>EE ordered 30", "KR>EE planned -"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Estland hat 30 Panzer bestellt. Das Handelsabkommen mit China läuft aus."),
        ("de", "Estland hat 30 Panzer bestellt. Ein Vertrag mit Hanwha kam nicht zustande."),
        ("de", "Die Bundeswehr hat 30 Panzer bestellt. Lieferant ist Rheinmetall."),
        ("en", "Estonia has ordered 30 tanks. Its trade deal with China expires in May."),
        ("en", "Estonia has ordered 30 tanks. No contract with Hanwha has been signed."),
        ("en", "Estonia has ordered 30 tanks. The contract with Hanwha on training was signed."),
        ("en", "Estonia has ordered 30 tanks. They were tested by the United States."),
        ("en", "The German army has ordered 30 tanks. Rheinmetall will deliver the first of them."),
    ],
)
def test_another_matter(language: str, text: str) -> None:
    assert not _told(language, text)


def test_other_goods_of_the_partner() -> None:
    text = "Estonia has ordered 30 tanks. It also signed a contract with Saab for nine jets."
    assert _told("en", text) == ["SE>EE ordered 9"]
