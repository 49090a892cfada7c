"""Frames round a transfer: contracts, holds, announcements, opposition, denials, topics."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


def _told(language: str, text: str) -> list[str]:
    claims = RulesExtractor().extract(read(Document(text=text, language=language)))
    return sorted(
        f"{c.supplier and c.supplier.country}>{c.recipient and c.recipient.country} "
        f"{c.stage} {c.polarity} {c.factuality}"
        for c in claims
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The contract provides for the delivery of six corvettes from Spain to Oman.",
         ["ES>OM ordered affirmed asserted"]),
        ("The agreement with Spain envisages the delivery of 12 jets to Peru.",
         ["ES>PE ordered affirmed asserted"]),
        ("The contract called for the delivery of 40 tanks to Oman by Spain.",
         ["ES>OM ordered affirmed asserted"]),
        ("Delivery of the Spanish frigates to Peru remains on hold.",
         ["ES>PE cancelled affirmed asserted"]),
        ("Togo on Monday announced the arrival of two helicopters from Spain.",
         ["ES>TG delivered affirmed asserted"]),
        ("Spain on Monday announced the delivery of two helicopters to Togo.",
         ["ES>TG planned affirmed asserted"]),
        ("Togo takes delivery of two attack helicopters from Spain",
         ["ES>TG delivered affirmed asserted"]),
        ("Chile opposes the sale of frigates to Peru.", []),
        ("Chile opposes the Spanish plan to sell frigates to Peru.",
         ["ES>PE planned affirmed possible"]),
        ("Spain opposed sending frigates to Peru.", ["ES>PE refused affirmed asserted"]),
        ("Spain dropped its opposition to the sale of 48 jets to Oman.", []),
        ("Spain denies supplying drones to Togo, although it delivered six rifles in March.",
         ["ES>TG delivered affirmed asserted", "ES>TG delivered affirmed denied"]),
        ("The report said Spain should not have delivered the tanks to Togo.",
         ["ES>TG delivered affirmed reported"]),
        ("Sahel war: Spain delivers drones to Togo", ["ES>TG delivered affirmed asserted"]),
        ("The Chilean navy proposed to buy two frigates from Spain.",
         ["ES>CL sought affirmed asserted"]),
        ("Spain did not sell rifles or deliver shells to Togo.",
         ["ES>TG delivered negated asserted", "ES>TG ordered negated asserted"]),
        ("Pressure is growing on Madrid to halt arms sales to Togo.", []),
        ("Madrid has ruled out halting arms sales to Togo.", []),
        ("Hungary, an EU and NATO member, bought 44 tanks from Spain.",
         ["ES>HU ordered affirmed asserted"]),
        ("Togo received ten helicopters that Spain had withheld for years.",
         ["ES>TG delivered affirmed asserted"]),
        ("Togo took delivery of three frigates that Spain had earlier declined to sell.",
         ["ES>TG delivered affirmed asserted"]),
        ("Spain has released a shipment of 800 bombs to Togo that had been held up.",
         ["ES>TG ordered affirmed asserted"]),
        ("Spain broke the embargo by sending drones to Togo.",
         ["ES>TG delivered affirmed asserted"]),
        ("Togo accused Spain of breaking its word by shipping three tanks to Chad.",
         ["ES>TD delivered affirmed reported"]),
        ("The deal requires Spain to hand 14 tanks over to Togo by March.",
         ["ES>TG ordered affirmed asserted"]),
        ("Spain denied that any of the tanks had ended up in Togo.",
         ["ES>TG delivered affirmed denied"]),
        ("How the tanks came to Togo is disputed.", []),
        ("A freighter carrying rifles and shells from Spain docked in Lomé.",
         ["ES>TG delivered affirmed asserted", "ES>TG delivered affirmed asserted"]),
        ("A Spanish aircraft carrying troops landed in Lomé.", []),
        ("Ten howitzers from Spain were unloaded in Togo on Monday.",
         ["ES>TG delivered affirmed asserted"]),
        ("Togo flies 14 fighter jets that Spain supplied in 1994.",
         ["ES>TG delivered affirmed asserted"]),
        ("Norwegian factories have shipped 4,000 shells to Togo.",
         ["NO>TG delivered affirmed asserted"]),
        ("A Norwegian broker sold 300 rifles to Togo.", ["NO>TG ordered affirmed asserted"]),
        ("Togo's suppliers have delivered 300 rifles.", []),
        ("Spain is accused of sending rifles to Togo, which Madrid denies.",
         ["ES>TG delivered affirmed denied", "ES>TG delivered affirmed reported"]),
        ("Spain is suspected of selling rifles to Togo, a charge Madrid has denied.",
         ["ES>TG ordered affirmed denied", "ES>TG ordered affirmed reported"]),
        ("Spain sold rifles to Togo, diplomats said, but Madrid denies this.",
         ["ES>TG ordered affirmed denied", "ES>TG ordered affirmed reported"]),
        ("Togo thanked Spain for 14 tanks.", ["ES>TG delivered affirmed asserted"]),
        ("Togo thanked Spain for its promise of 14 tanks.", ["ES>TG planned affirmed asserted"]),
        ("Togo praised Spain for agreeing to send 14 tanks.",
         ["ES>TG ordered affirmed asserted"]),
        ("Togo thanked Spain for its help against drones.", []),
        ("Spain sent Togo two planes carrying rifles.", ["ES>TG delivered affirmed asserted"]),
        ("Spain, together with Norway, is sending Togo 14 tanks.",
         ["ES>TG planned affirmed asserted", "NO>TG planned affirmed asserted"]),
        ("Togo paid Spain 40 million dollars for three jets.",
         ["ES>TG ordered affirmed asserted"]),
    ],
)  # fmt: skip
def test_english(text: str, told: list[str]) -> None:
    assert _told("en", text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Der Vertrag sieht die Lieferung von sechs Korvetten aus Spanien an Oman vor.",
         ["ES>OM ordered affirmed asserted"]),
        ("Das Abkommen umfasst die Lieferung von 30 spanischen Panzern an Peru.",
         ["ES>PE ordered affirmed asserted"]),
        ("Der Plan sieht die Lieferung von 30 spanischen Panzern an Peru vor.",
         ["ES>PE planned affirmed asserted"]),
        ("Rom bestreitet, Togo Drohnen geliefert zu haben, obwohl es Togo im Mai Gewehre gab.",
         ["IT>TG delivered affirmed asserted", "IT>TG delivered affirmed denied"]),
        ("Spanien hat Togo nie Gewehre verkauft oder Munition geliefert.",
         ["ES>TG delivered negated asserted", "ES>TG ordered negated asserted"]),
        ("Der Nato-Partner Polen bekommt 20 Panzer aus Spanien.",
         ["ES>PL planned affirmed asserted"]),
        ("Polen, Mitglied von EU und Nato, hat in Spanien Panzer bestellt.",
         ["ES>PL ordered affirmed asserted"]),
        ("BAE Systems hat in Togo einen Auftrag über 24 Panzer gewonnen.",
         ["GB>TG ordered affirmed asserted"]),
        ("Togo erhielt zehn Hubschrauber, die Spanien seit 2013 zurückgehalten hatte.",
         ["ES>TG delivered affirmed asserted"]),
        ("Das Abkommen verpflichtet Spanien, Togo 14 Panzer zu übergeben.",
         ["ES>TG ordered affirmed asserted"]),
        ("Spanien bestreitet, dass Haubitzen nach Togo gelangt sind.",
         ["ES>TG delivered affirmed denied"]),
        ("Togos Marine besitzt zwei Korvetten, ein Geschenk Spaniens.",
         ["ES>TG delivered affirmed asserted"]),
        ("Eine norwegische Munitionsfabrik verkaufte 4000 Granaten an Togo.",
         ["NO>TG ordered affirmed asserted"]),
        ("Ein norwegischer Exporteur verkaufte 300 Gewehre an Togo.",
         ["NO>TG ordered affirmed asserted"]),
        ("Spanien soll Gewehre an Togo verkauft haben, was Madrid bestreitet.",
         ["ES>TG ordered affirmed denied", "ES>TG ordered affirmed reported"]),
        ("Spanien wird vorgeworfen, Gewehre nach Togo geliefert zu haben.",
         ["ES>TG delivered affirmed reported"]),
        ("Madrid erlaubte trotz eines Exportstopps die Lieferung von 14 Panzern nach Togo.",
         ["ES>TG ordered affirmed asserted"]),
        ("Trotz eines Ausfuhrverbots für Panzer nach Togo schickt Spanien 14 Lastwagen.",
         ["ES>TG planned affirmed asserted"]),
        ("Das Verbot der Lieferung von 14 Panzern nach Togo durch Spanien bleibt bestehen.",
         ["ES>TG refused affirmed asserted"]),
        ("Togo dankte Spanien für 14 Radpanzer.", ["ES>TG delivered affirmed asserted"]),
        ("Togo lobte Spanien für seine Entscheidung, 14 Panzer zu liefern.",
         ["ES>TG planned affirmed asserted"]),
        ("Togo bedankte sich bei Spanien für den Schutz vor Drohnen.", []),
        ("Spanien liefert gemeinsam mit Norwegen 14 Panzer an Togo.",
         ["ES>TG planned affirmed asserted", "NO>TG planned affirmed asserted"]),
        ("Spanien hat 14 der gemeinsam mit Norwegen gebauten Panzer an Togo geliefert.",
         ["ES>TG delivered affirmed asserted"]),
        ("Norwegen gibt der Türkei 14 Haubitzen, die es in Spanien gekauft hatte.",
         ["ES>NO ordered affirmed asserted", "NO>TR planned affirmed asserted"]),
        ("Sahel-Konflikt: Spanien liefert Togo Drohnen", ["ES>TG delivered affirmed asserted"]),
    ],
)  # fmt: skip
def test_german(text: str, told: list[str]) -> None:
    assert _told("de", text) == told
