"""Everyday prose of the arms trade: ranks, lists of goals, orders from abroad, what is near."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read

from .telling import tell


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Hauptabnehmer spanischer Waffen war Oman.", ["ES>OM delivered"]),
        ("de", "Peru ist der größte Abnehmer spanischer Panzer.", ["ES>PE delivered"]),
        ("de", "Perus wichtigster Waffenlieferant bleibt Spanien.", ["ES>PE delivered"]),
        ("de", "Die wichtigsten Abnehmer spanischer Waffen waren Peru und Oman.",
         ["ES>OM delivered", "ES>PE delivered"]),
        ("en", "Peru's biggest arms supplier is Spain.", ["ES>PE delivered"]),
        ("en", "Spain remains the main supplier of arms to Peru.", ["ES>PE delivered"]),
        ("en", "Oman was the largest recipient of Spanish weapons.", ["ES>OM delivered"]),
        ("en", "Spain's top arms customers were Oman and Peru.",
         ["ES>OM delivered", "ES>PE delivered"]),
    ],
)  # fmt: skip
def test_ranks(language: str, text: str, told: list[str]) -> None:
    assert tell(language, text) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Spanien ist Perus wichtigster Handelspartner."),
        ("de", "China ist der größte Abnehmer deutscher Autos."),
        ("en", "Peru is the world's largest importer of arms."),
        ("en", "Spain is the biggest gas supplier of Peru."),
    ],
)
def test_other_ranks(language: str, text: str) -> None:
    assert not tell(language, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Spanien verkaufte Panzer nach Peru, Chile und in die Türkei.",
         ["ES>CL ordered", "ES>PE ordered", "ES>TR ordered"]),
        ("Spanien liefert Panzer nach Oman sowie an die Türkei.",
         ["ES>OM delivered", "ES>TR delivered"]),
        ("Oman kauft Panzer in Spanien, Peru, Chile und Kolumbien bestellen Jets in Italien.",
         ["ES>OM ordered", "IT>CL ordered", "IT>CO ordered", "IT>PE ordered"]),
        ("Saab meldet einen Auftrag über neun Radare aus Peru.", ["SE>PE ordered"]),
        ("Saab hat eine Bestellung aus Peru für neun Radare erhalten.", ["SE>PE ordered"]),
        ("Peru hat in Spanien eine Bestellung über neun Radare aufgegeben.", ["ES>PE ordered"]),
        ("Peru steht kurz vor der Bestellung von neun Radaren in Spanien.", ["ES>PE planned"]),
        ("Fachleute erwarten, dass Peru bei Saab neun Radare bestellt.", ["SE>PE planned"]),
        ("Peru dankte Spanien für die Lieferung von neun Panzern.", ["ES>PE delivered"]),
        ("Spanien konnte die ersten neun Panzer an Peru übergeben.", ["ES>PE delivered"]),
        ("Spanien denkt über die Lieferung von Panzern an Peru nach.", ["ES>PE planned"]),
        ("Der spanische Premier ist für die Lieferung von Panzern an Peru.", ["ES>PE planned"]),
        ("Spanien genehmigte mehrere Exporte. An Peru gehen neun Korvetten.", ["ES>PE planned"]),
        ("Spanien ist mit der Lieferung von neun Radaren an Peru in Verzug.", ["ES>PE planned"]),
    ],
)  # fmt: skip
def test_german(text: str, told: list[str]) -> None:
    assert tell("de", text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Saab was awarded a contract for nine radars by Peru.", ["SE>PE ordered"]),
        ("Peru is set to receive nine tanks after Madrid approved the sale.", ["ES>PE ordered"]),
        ("Peru will get nine tanks under a $2 billion deal approved by Madrid.",
         ["ES>PE ordered"]),
        ("Peru will send old rifles to Oman in exchange for drones.", ["PE>OM planned"]),
        ("Peru will buy nine tanks from Spain, Sánchez said.", ["ES>PE planned"]),
    ],
)  # fmt: skip
def test_english_deals(text: str, told: list[str]) -> None:
    assert tell("en", text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru sent rifles to Yemen's Iran-backed Houthi rebels.", ["PE>None delivered"]),
        ("Spain sold nine tanks to NATO ally Turkey.", ["ES>TR ordered"]),
        ("Turkey, a NATO member, bought nine tanks from Spain.", ["ES>TR ordered"]),
        ("N. Korea sold rifles to Peru.", ["KP>PE ordered"]),
        ("Peru selected Sweden's Saab to supply nine radars.", ["SE>PE planned"]),
        ("Peru, which borders Chile, will receive nine tanks from Spain.", ["ES>PE planned"]),
        ("Oman would object if Spain delivered tanks to Peru.", ["ES>PE planned"]),
        ("Spain and Italy will each deliver nine tanks to Peru.",
         ["ES>PE planned", "IT>PE planned"]),
        ("Spain has suspended already approved exports of tanks to Peru.", ["ES>PE cancelled"]),
        ("A boat carrying 90 rifles from Oman to Chad was intercepted by the Kenyan navy.",
         ["OM>TD cancelled"]),
        ("Spain gave Chile permission to send tanks to Peru.", ["CL>PE ordered"]),
        ("Oman condemned a decision by Spain to send tanks to Peru.", ["ES>PE planned"]),
        ("Spain has sold tanks to countries including Peru and Chile.",
         ["ES>CL ordered", "ES>PE ordered"]),
        ("Peru has received tanks from Spain, Italy and other countries.",
         ["ES>PE delivered", "IT>PE delivered"]),
        ("Spain to deliver tanks to Peru, Chile", ["ES>CL planned", "ES>PE planned"]),
        ("Spain ships missiles to Peru", ["ES>PE delivered"]),
        ("Spain awarded Peru nine helicopters.", ["ES>PE ordered"]),
        ("Peru's president thanked Spain for the delivery of nine tanks.", ["ES>PE delivered"]),
        ("Oman thanked Spain for the delivery of nine tanks to Peru.", ["ES>PE delivered"]),
    ],
)  # fmt: skip
def test_english_frames(text: str, told: list[str]) -> None:
    assert tell("en", text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Oslo is facing calls to halt the delivery of tanks to Peru.",
        "Activists want Spain to stop selling tanks to Peru.",
        "The Spanish government refused to suspend arms sales to Peru.",
        "Spain rejected calls to stop supplying explosives to Peru.",
        "Oslo called on Madrid to refrain from sending missiles to Peru.",
    ],
)
def test_nothing_has_ended(text: str) -> None:
    assert not tell("en", text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ägypten kaufte russische MiG-29. Marokko bestellte 24 Apache-Hubschrauber."),
        ("en", "Egypt bought Russian MiG-29s. Morocco ordered 24 Apache helicopters."),
    ],
)
def test_another_buyer_of_other_types(language: str, text: str) -> None:
    assert tell(language, text) == ["RU>EG ordered"]


def test_spans() -> None:
    for text in ("Peru bought a Spanish air defence system.", "Peru bought Spanish arms."):
        (claim,) = RulesExtractor().extract(read(Document(text=text, language="en")))
        assert claim.supplier is not None
        assert claim.supplier.span.text == "Spanish"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Spanien versicherte am Montag, Peru Drohnen liefern zu wollen.", ["ES>PE planned"]),
        ("Peru hatte in Spanien eigentlich Fregatten kaufen wollen.", ["ES>PE planned"]),
        ("Das Kabinett in Rom hat beschlossen, Peru keine Panzer mehr zu liefern.",
         ["IT>PE refused"]),
        ("Das spanische Parlament macht den Weg für die Lieferung von Fregatten an Peru frei.",
         ["ES>PE ordered"]),
        ("Madrid schob dem Export von Panzern nach Peru einen Riegel vor.", ["ES>PE cancelled"]),
        ("Im spanischen Parlament stimmten 200 Abgeordnete für die Lieferung von Panzern an Peru.",
         ["ES>PE ordered"]),
        ("Spanien hat Ja zur Lieferung von Panzern an Peru gesagt.", ["ES>PE ordered"]),
        ("Spanien fasst die Lieferung von Panzern an Peru ins Auge.", ["ES>PE planned"]),
        ("Spanien soll Peru Panzer schicken und dafür aus Oman Haubitzen bekommen.",
         ["ES>PE planned", "OM>ES planned"]),
        ("Spanien soll Peru Panzer liefern, Oman dafür Haubitzen nach Spanien schicken.",
         ["ES>PE planned", "OM>ES planned"]),
    ],
)  # fmt: skip
def test_wishes_and_consents(text: str, told: list[str]) -> None:
    assert tell("de", text) == told


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Von den 40 zugesagten Panzern hat Rom Kiew erst zehn geliefert.", 10),
        ("Von den zwölf Haubitzen hat Spanien Peru bislang drei übergeben.", 3),
        ("Von Spanien bezieht Peru 16 Panzer, die ersten vier sind noch im Bau.", 16),
    ],
)
def test_part_of_the_promised(text: str, quantity: int) -> None:
    (claim,) = RulesExtractor().extract(read(Document(text=text, language="de")))
    assert claim.quantity is not None
    assert claim.quantity.min == quantity
