"""Sentences as any newsroom writes them: each tells exactly one claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from armstrade.claims import Document, Factuality, Party, Polarity
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read

_TABLE = Path(__file__).with_name("plain_sentences.tsv")
ROWS = [
    tuple(line.split("\t"))
    for line in _TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SILENT = [
    ("en", "The US lifted its ban on the sale of bombs to Saudi Arabia."),
    ("de", "Die USA schlossen die Türkei vom Kauf der F-35 aus."),
    ("de", "Paris will Athen von der Beschaffung neuer Fregatten ausschließen."),
    ("de", "Washington hob das Verbot der Ausfuhr von Bomben nach Saudi-Arabien auf."),
    ("de", "Aus Protest gegen Waffenlieferungen an Baku zog Eriwan seinen Botschafter ab."),
    ("de", "Die Türkei finanziert den Kauf der Fregatten mit Krediten aus Katar."),
    ("de", "Die Möglichkeiten zur Beschaffung von Raketen werden für Moskau knapper."),
    ("de", "Kiew hat Schwierigkeiten, Granaten für seine Haubitzen zu beschaffen."),
    ("de", "Berlin sollte der Ukraine endlich Marschflugkörper liefern, fordert die Opposition."),
    ("en", "Algerian crews boarded fishing boats in Oran and cleared mock villages for France."),
    ("en", "Villagers in India have handed the police the tail of a Pakistani missile."),
    ("en", "The minister, who had flown to Cairo from Paris, praised the French jets."),
    ("en", "Brasilia, which buys soya from China, asked why it needed gunships at all."),
    ("en", "The senator argued that Washington should sell Taiwan submarines."),
    ("en", "The United Nations called on its members to stop the flow of arms into Myanmar."),
    ("en", "The prime minister asked all foreign fighters to leave Libya."),
    ("en", "Moscow and Washington signed a treaty on nuclear warheads."),
    ("en", "China sent a ship to listen to the exercises of Australia."),
    ("en", "China urged Seoul not to go through with the sale of jets to Manila."),
    ("en", "Algeria followed with interest how Tunisia chose its tanks."),
    ("en", "The two ministers are expected in Ankara, where a third had praised the jets."),
    ("en", "The army said the boat it stopped had carried fish from Oman to Yemen."),
    ("en", "The tanks came under fire from Syria when they left Ankara's base."),
    ("en", "The gunner waits for his tank's fuel from Poland."),
    ("en", "Kyiv called on its partners to lift the limits on Western-supplied missiles."),
    ("de", "Die Drohnen der Armee Malis werden von Technikern aus der Türkei gewartet."),
    ("de", "Bern gibt seinen Widerstand gegen den Verkauf von Panzern an Katar auf."),
    ("de", "Berlin streitet über die Lieferung von Haubitzen an die Ukraine."),
    ("en", "The decision on 40 tanks for Latvia will be announced in Oslo."),
    ("en", "Rwanda must withdraw its missiles from Congolese territory, said the United States."),
]


def _claims(language: str, text: str) -> list[str]:
    reading = read(Document(text=text, language=language, published="2024-05-15"))
    return [
        f"{_name(claim.supplier)}>{_name(claim.recipient)} {claim.stage.value}"
        for claim in RulesExtractor().extract(reading)
        if claim.polarity is Polarity.AFFIRMED
    ]


def _name(party: Party | None) -> str | None:
    return party and (party.country or party.id)


@pytest.mark.parametrize(("language", "expected", "text"), ROWS)
def test_tells_one_claim(language: str, expected: str, text: str) -> None:
    assert _claims(language, text) == [expected]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_tells_none(language: str, text: str) -> None:
    assert _claims(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Kyiv says Tehran has sold hundreds of drones to Moscow and already delivered them.",
            {"IR>RU delivered"},
        ),
        (
            "de",
            "Trotz der Kritik aus Wien kauften die Slowenen in Madrid zwölf Haubitzen.",
            {"ES>SI ordered"},
        ),
        ("de", "Teheran schickt der Hisbollah im Libanon Raketen.", {"IR>org:Hezbollah delivered"}),
        ("en", "A ship with shells from Oman has docked in Kenya.", {"OM>KE delivered"}),
    ],
)
def test_attachment(language: str, text: str, expected: set[str]) -> None:
    assert set(_claims(language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Estland kauft beim italienischen Konzern Leonardo sechs Radare.", "org:Leonardo"),
        ("de", "Estland erhielt sechs Hubschrauber des US-Herstellers Boeing.", "org:Boeing"),
        ("en", "Estonia bought six radars from the Italian firm Leonardo.", "org:Leonardo"),
    ],
)
def test_a_firm_goes_by_its_name(language: str, text: str, expected: str) -> None:
    (claim,) = RulesExtractor().extract(read(Document(text=text, language=language)))
    assert claim.supplier is not None
    assert (claim.supplier.id, claim.supplier.span.text) == (expected, expected[4:])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Norwegen will bei Boeing 24 Hubschrauber kaufen.", {24}),
        ("en", "Norway will buy from Airbus 24 helicopters.", {24}),
        ("en", "Spain gave Ukraine four leased helicopters.", {4}),
        ("en", "Oman has received three out of 24 attack helicopters from France.", {3}),
        ("en", "Mali and Togo have both received Turkish drones.", {None}),
        ("de", "Lettland hat als erster Kunde 42 Radpanzer von Patria bestellt.", {42}),
        (
            "de",
            "Oman bestellte bei Hanwha 24 Haubitzen mit einer Option auf sechs weitere.",
            {24, 6},
        ),
        ("de", "Litauen hat sechs in der Türkei bestellte Drohnen erhalten.", {6}),
        ("de", "Frankreich hat die letzte von vier Fregatten an Marokko geliefert.", {1}),
        ("de", "Je 14 Hubschrauber und Lenkwaffen bestellte Peru in Frankreich.", {14}),
        ("de", "Ghana verhandelt mit Werften in Italien und Spanien über drei Korvetten.", {3}),
        ("de", "Estland hat erst zwei der acht bei Nexter bestellten Haubitzen bekommen.", {2, 8}),
        ("en", "Oman ordered five batteries of the Patriot system from Raytheon.", {5}),
        ("en", "Kenya has sold two of the six patrol boats it got from Spain to Malta.", {2, 6}),
        ("en", "Of the 40 howitzers, France has delivered 12 to Estonia.", {12}),
        ("en", "Spain donated the first pair of patrol boats to Senegal.", {2}),
    ],
)
def test_how_many(language: str, text: str, expected: set[int | None]) -> None:
    reading = read(Document(text=text, language=language, published="2024-05-15"))
    found = RulesExtractor().extract(reading)
    assert {claim.quantity and claim.quantity.min for claim in found} == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Minsk rejected accusations that it supplied drones to Moscow."),
        ("en", "Minsk rejects the charge that it had sold missiles to Moscow."),
        ("de", "Minsk wies den Vorwurf zurück, es habe Raketen an Moskau geliefert."),
        ("de", "Minsk wies Berichte zurück, Drohnen an Moskau geliefert zu haben."),
    ],
)
def test_accusations_rejected_are_denied(language: str, text: str) -> None:
    (claim,) = RulesExtractor().extract(read(Document(text=text, language=language)))
    assert (claim.stage.value != "refused", claim.factuality) == (True, Factuality.DENIED)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway gave Latvia howitzers but no tanks."),
        ("de", "Norwegen hat Lettland Haubitzen geliefert, aber keine Panzer."),
    ],
)
def test_what_is_not_given_beside(language: str, text: str) -> None:
    found = RulesExtractor().extract(read(Document(text=text, language=language)))
    told = {(claim.materiel.category.value, claim.polarity) for claim in found}
    assert told == {("artillery", Polarity.AFFIRMED), ("armoured_vehicle", Polarity.NEGATED)}


def test_more_of_the_same_is_another_claim() -> None:
    text = (
        "Oman bestellte bei Hanwha acht weitere Haubitzen. 2019 hatte Oman acht Haubitzen bestellt."
    )
    reading = read(Document(text=text, language="de", published="2024-05-15"))
    dates = [claim.date and claim.date.start.year for claim in RulesExtractor().extract(reading)]
    assert sorted(dates, key=str) == [2019, None]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "SEOUL - Hanwha said it had sold Romania 54 howitzers.", "Hanwha"),
        ("en", "SEOUL, May 14 (AP) - Hanwha said it had sold Romania 54 howitzers.", "Hanwha"),
        ("de", "PARIS - Nexter teilte mit, man habe Peru zwölf Haubitzen geliefert.", "Nexter"),
    ],
)
def test_a_dateline_says_nothing(language: str, text: str, expected: str) -> None:
    (claim,) = RulesExtractor().extract(read(Document(text=text, language=language)))
    assert [source.span.text for source in claim.attribution] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Die Nato-Staaten Dänemark und Norwegen haben Kiew gemeinsam Granaten geliefert.",
            {"DK>UA delivered", "NO>UA delivered"},
        ),
        (
            "en",
            "NATO members Spain and Norway have given Kyiv howitzers.",
            {"ES>UA delivered", "NO>UA delivered"},
        ),
        ("de", "Spanien hat Panzer an Togo verkauft, nicht aber an Mali.", {"ES>TG ordered"}),
        (
            "en",
            "Togo has bought six attack jets from Italy and Chinese drones.",
            {"IT>TG ordered", "CN>TG ordered"},
        ),
        (
            "en",
            "Poland has received two frigates and has ordered 20 attack helicopters from Boeing.",
            {"US>PL ordered"},
        ),
        (
            "de",
            "Washington kündigte ein Militärhilfepaket für Kiew an. Dazu gehören 18 Haubitzen.",
            {"US>UA planned"},
        ),
        (
            "de",
            "Mali erhielt Drohnen aus der Türkei, und der Iran schickte Togo sechs Raketenwerfer.",
            {"TR>ML delivered", "IR>TG delivered"},
        ),
        (
            "de",
            "Hanoi hat in Russland sechs U-Boote bestellt. Über zwölf Jagdbomber werde noch "
            "verhandelt, hieß es.",
            {"RU>VN ordered", "RU>VN negotiated"},
        ),
        (
            "de",
            "Die USA haben den Verkauf von 18 Himars an Marokko genehmigt. Das Paket umfasst auch "
            "lasergelenkte Bomben.",
            {"US>MA ordered"},
        ),
        (
            "de",
            "Die Streitkräfte Malis hatten Militärflugzeuge aus Russland und Drohnen aus der "
            "Türkei in Empfang genommen.",
            {"RU>ML delivered", "TR>ML delivered"},
        ),
        (
            "de",
            "Kroatien kauft in Frankreich zwölf Kampfflugzeuge vom Typ Rafale. Die ersten sechs "
            "Maschinen sollen 2024 eintreffen.",
            {"FR>HR ordered", "FR>HR planned"},
        ),
        (
            "en",
            "Argentina has bought 24 F-16 fighters from Denmark. The first six jets are to reach "
            "Rio Cuarto before the end of 2025.",
            {"DK>AR ordered", "DK>AR planned"},
        ),
        (
            "en",
            "The US will send Kenya 12 attack helicopters, while Turkey will provide six drones.",
            {"US>KE planned", "TR>KE planned"},
        ),
        (
            "en",  # a parade is no deal, and "said" is no aid
            "The US has sold Peru 24 fighter jets. The ministry said the parade includes 40 tanks.",
            {"US>PE ordered"},
        ),
        (
            "en",
            "Hungary, which ordered 218 Lynx vehicles from Rheinmetall in 2020, received another "
            "five during the quarter.",
            {"DE>HU ordered", "DE>HU delivered"},
        ),
        (
            "en",
            "Taiwan has received the first 38 of 108 Abrams tanks it ordered from the United "
            "States.",
            {"US>TW ordered", "US>TW delivered"},
        ),
        (
            "en",
            "Poland is buying 96 Apaches from Boeing. The contract was signed in August. The first "
            "eight are expected in 2028.",
            {"US>PL ordered", "US>PL planned"},
        ),
        (
            "en",
            "Egypt bought 30 Rafales from France. The $4.5 billion contract was signed in May. The "
            "remaining 12 will follow next year.",
            {"FR>EG ordered", "FR>EG planned"},
        ),
        (
            "en",
            "Denmark sold Argentina 24 F-16s. Handover of the first six is set for December.",
            {"DK>AR ordered", "DK>AR planned"},
        ),
        (
            "en",
            "India has lent Sri Lanka a patrol plane; it has offered a second.",
            {"IN>LK delivered", "IN>LK offered"},
        ),
        (
            "en",
            "Bolivia has asked Brazil for trainers. Its air force bought six helicopters from "
            "France in 2014.",
            {"BR>BO sought", "FR>BO ordered"},
        ),
        (
            "en",
            "Ghana is slow. Senegal is further along. It ordered 40 trucks for its army from "
            "Turkey in May, and postponed the purchase of two drones so as not to anger Algeria.",
            {"TR>SN ordered", "TR>SN cancelled"},
        ),
        (
            "en",
            "Qatar paid; France shipped it 36 Rafales, the United States 36 F-15QAs.",
            {"FR>QA delivered", "US>QA delivered"},
        ),
    ],
)
def test_several_claims(language: str, text: str, expected: set[str]) -> None:
    assert set(_claims(language, text)) == expected
