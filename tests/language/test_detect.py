"""Which language a text is in."""

from __future__ import annotations

import pytest

from armstrade.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Berlin liefert der Ukraine Panzer", "de"),
        ("Die Türkei verkauft Drohnen", "de"),
        ("Kiew erhält neue Flugabwehrraketen aus Deutschland", "de"),
        ("Ägypten gibt Russland Triebwerke zurück", "de"),
        ("USA halten Bomben zurück", "de"),
        ("Indiens Überschallrakete landet in Manila", "de"),
        ("Merkels Abschiedsgeschenk: Fregatten und Raketen für Kairo", "de"),
        ("Schweiz verbietet Weitergabe von Munition", "de"),
        ("Turkey hands frigate to Pakistan", "en"),
        ("Merkel's parting gift: frigates and missiles for Cairo", "en"),
        ("Saab books radar order", "en"),
        ("Berlin to send Leopard tanks to Ukraine", "en"),
        ("The navy has given the yard sixty days", "en"),
        ("Germany clears sale of missiles", "en"),
        ("Russia denies buying drones from Iran", "en"),
    ],
)
def test_short_texts(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "   \n", "F-16, S-400, 2024", "政府は戦車を供給する"])
def test_no_language(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le gouvernement français livre des canons à l'Ukraine et à la Pologne", "fr"),
        ("Kiev a reçu des missiles.", "fr"),
        ("El gobierno de España vende aviones a la Arabia y los envía por mar", "es"),
        ("Il governo italiano vende le navi alla marina del Qatar", "it"),
        ("O governo vende os navios à marinha do Catar e não diz por quanto", "pt"),
        ("De regering levert tanks aan Oekraïne en dat is een besluit van het kabinet", "nl"),
        ("Rząd nie dostarczy czołgów, które są w kraju, oraz amunicji dla armii", "pl"),
        ("Försvaret meddelade att tolv haubitsar ska levereras till Kiev före årets slut", "sv"),
        ("Министерство сообщило, что гаубицы будут переданы Киеву до конца года", "ru"),
    ],
)
def test_other_languages(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Alemania ha entregado 18 carros Leopard a Polonia.",
        "Portugal compró doce aviones de combate a Brasil.",
        "China ofrece misiles a Irán.",
        "Forsvarsministeriet oplyste tirsdag, at tolv haubitser skal leveres til Kyiv.",
        "Litwa przekazała Ukrainie 10 haubic.",
        "Ministerstvo obrany oznámilo, že předá Kyjevu dvanáct houfnic.",
        "Almanya Ukrayna'ya 20 Leopard 2 teslim etti.",
    ],
)
def test_a_foreign_sentence_is_neither_german_nor_english(text: str) -> None:
    assert detect(text) not in ("de", "en")


def test_only_the_beginning_counts() -> None:
    german = "Die Regierung hat der Armee die Panzer übergeben, die sie bestellt hatte. " * 10
    assert detect(german + "The army has been given the tanks. " * 100) == "de"
