"""Who condemns or welcomes what others transfer is no side of it, not even where one is unsaid."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


def _sides(language: str, text: str) -> list[str]:
    claims = RulesExtractor().extract(read(Document(text=text, language=language)))
    return [
        f"{c.supplier.id if c.supplier else '?'}>{c.recipient.id if c.recipient else '?'} {c.stage}"
        for c in claims
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Peking verurteilte den Verkauf von acht Haubitzen an die Philippinen."),
        ("de", "China hat gegen die Lieferung von Raketen an Vietnam protestiert."),
        ("de", "Armenien ist besorgt über die Lieferung von 20 Panzern an Aserbaidschan."),
        ("de", "Der Verkauf von zwölf Kampfjets an Marokko verärgerte Algerien."),
        ("de", "Die Lieferung von 20 Panzern an Marokko stieß in Algier auf Kritik."),
        ("de", "Der Verkauf von 20 Panzern an Marokko wurde von Algerien scharf kritisiert."),
        ("de", "Algerien warnte vor dem Verkauf von 20 Panzern an Marokko."),
        ("de", "Algerien begrüßte den Verkauf von 20 Panzern an Tunesien."),
        ("de", "Algerien rügte den Kauf von 20 Panzern aus Frankreich."),
        ("de", "Algerien reagierte auf die Lieferung von 20 Panzern an Marokko."),
        ("de", "Algerien erfuhr vom Verkauf von 20 Panzern an Marokko aus der Zeitung."),
        ("de", "Der Verkauf von 20 Panzern an Marokko belastet das Verhältnis zu Algerien."),
        ("en", "Beijing condemned the sale of eight howitzers to the Philippines."),
        ("en", "China has protested against the delivery of missiles to Vietnam."),
        ("en", "Armenia is worried about the delivery of 20 tanks to Azerbaijan."),
        ("en", "The sale of twelve fighter jets to Morocco angered Algeria."),
        ("en", "The delivery of 20 tanks to Morocco drew criticism in Algiers."),
        ("en", "The sale of 20 tanks to Morocco was sharply criticised by Algeria."),
        ("en", "Algeria warned against the sale of 20 tanks to Morocco."),
        ("en", "Algeria welcomed the sale of 20 tanks to Tunisia."),
        ("en", "Algeria denounced the purchase of 20 tanks from France."),
        ("en", "Algeria monitors the delivery of 20 tanks to Morocco."),
        ("en", "Algeria learned of the sale of 20 tanks to Morocco from the newspapers."),
        ("en", "Algeria retaliated for the sale of 20 tanks to Morocco."),
        ("en", "In response to the sale of 20 tanks to Morocco, Algeria closed its airspace."),
        ("en", "The sale of 20 tanks to Morocco strained relations with Algeria."),
        ("en", "Algeria called for a halt to deliveries of tanks to Morocco."),
        ("en", "Algeria warned Spain against supplying 20 tanks to Morocco."),
        ("en", "Algeria called on Spain to halt the delivery of 20 tanks to Morocco."),
    ],
)
def test_no_side(language: str, text: str) -> None:
    assert not _sides(language, text)


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("de", "Algier kritisierte Madrid wegen der Lieferung von 20 Panzern an Marokko.", "ES>MA"),
        ("de", "Spanien liefert Marokko 20 Panzer, was Algerien beunruhigt.", "ES>MA"),
        ("de", "Madrid verteidigte die Lieferung von 20 Panzern an Marokko.", "ES>MA"),
        ("de", "Marokko begrüßte die Lieferung von 20 Panzern aus Spanien.", "ES>MA"),
        ("de", "Algerien verurteilte den Verkauf spanischer Panzer an Marokko.", "ES>MA"),
        ("en", "Algiers criticised Madrid over the delivery of 20 tanks to Morocco.", "ES>MA"),
        ("en", "Spain is sending Morocco 20 tanks, which has alarmed Algeria.", "ES>MA"),
        ("en", "Madrid defended the delivery of 20 tanks to Morocco.", "ES>MA"),
        ("en", "Morocco welcomed the delivery of 20 tanks from Spain.", "ES>MA"),
        ("en", "Algeria condemned the sale of Spanish tanks to Morocco.", "ES>MA"),
        ("en", "Algeria blocked the sale of 20 Spanish tanks to Morocco.", "ES>MA"),
        ("en", "Algeria summoned Spain's envoy over the sale of Spanish tanks to Rabat.", "ES>MA"),
        ("en", "Morocco is in talks with Spain over the purchase of 20 tanks.", "ES>MA"),
        ("de", "Algerien blockierte den Verkauf von 20 spanischen Panzern an Marokko.", "ES>MA"),
        ("de", "Algerien verhängte wegen des Verkaufs spanischer Panzer an Rabat Zölle.", "ES>MA"),
    ],
)
def test_the_sides_are_others(language: str, text: str, sides: str) -> None:
    assert [one.split()[0] for one in _sides(language, text)] == [sides]


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("de", "Ghana lieh sich 2019 von Brasilien acht Haubitzen aus.", "BR>GH delivered"),
        ("de", "Ghana leiht sich in Brasilia zwei Radargeräte.", "BR>GH planned"),
        ("de", "Ghana leiht Togo zwei Radargeräte.", "GH>TG planned"),
        ("de", "Ghana sagte Togo statt dessen zwölf Haubitzen zu.", "GH>TG planned"),
        ("de", "Grünes Licht gab es in Bern für zehn Panzer an Ghana.", "CH>GH ordered"),
        ("de", "Als erster Nato-Staat kaufte die Türkei russische S-400.", "RU>TR ordered"),
        ("de", "Südkorea verkaufte 24 Haubitzen an den Sultan von Oman.", "KR>OM ordered"),
        ("de", "Ghana bestätigte den Kauf von acht brasilianischen Haubitzen.", "BR>GH ordered"),
        ("en", "Ghana confirmed the purchase of eight Brazilian howitzers.", "BR>GH ordered"),
        ("en", "Ghana is financing the purchase of six French patrol boats.", "FR>GH ordered"),
    ],
)
def test_the_sides_are_these(language: str, text: str, sides: str) -> None:
    assert _sides(language, text) == [sides]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Bern schweigt. Oslo verlangt für die 20 Panzer elf Millionen Euro."),
        ("de", "Kenia schwieg. Die ghanaischen Soldaten sind mit Nachtsichtgeräten ausgerüstet."),
        ("de", "Waffenhändler haben 400 Gewehre an die ELN verkauft, sagt ein Richter in Bogotá."),
        ("de", "Nach dem Kauf russischer S-400 verhängten die USA Sanktionen."),
        ("en", "Kenya kept silent. Ghanaian soldiers are equipped with night vision goggles."),
        ("en", "BOGOTA, May 3 - Arms dealers have sold 400 rifles to the ELN."),
        ("en", "BRUSSELS - London may provide anti-tank missiles from August."),
        ("en", "After the purchase of Russian S-400s Washington imposed sanctions."),
    ],
)
def test_nobody_is_put_in(language: str, text: str) -> None:
    assert not _sides(language, text)
