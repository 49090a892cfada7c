"""Short texts on which extractors are checked; written for this purpose."""

from __future__ import annotations

from armstrade.claims import Document

_TEXTS = {
    "de": (
        "Deutschland liefert der Ukraine 18 Kampfpanzer vom Typ Leopard 2. Das teilte das "
        "Verteidigungsministerium in Berlin am Montag mit.\n\n"
        "Der Iran soll Russland mehr als 200 Drohnen geschickt haben, berichtet eine Zeitung. "
        "Teheran bestreitet das.",
        "Die Türkei hat in Südkorea Haubitzen bestellt. Über den Preis schwiegen beide Länder.\n"
        "Frankreich will Ägypten drei Fregatten verkaufen, Schweden bietet Brasilien weitere "
        "Kampfflugzeuge an.",
        "Am Mittwoch regnete es in Köln. Der Zoo öffnet wieder um neun Uhr.",
    ),
    "en": (
        "Germany is delivering 18 Leopard 2 tanks to Ukraine, the defence ministry in Berlin "
        "said on Monday.\n\n"
        "Iran has reportedly sent Russia more than 200 drones. Tehran denies it.",
        "Turkey has ordered howitzers from South Korea. Neither country named a price.\n"
        "France wants to sell Egypt three frigates, and Sweden is offering Brazil more "
        "fighter jets.",
        "It rained in Cologne on Wednesday. The zoo opens again at nine.",
    ),
}


def samples(languages: tuple[str, ...]) -> list[Document]:
    """The sample documents in these languages; all of them for an empty tuple."""
    return [
        Document(id=f"{language}-{number}", text=text, language=language, published="2024-03-12")
        for language, texts in _TEXTS.items()
        if not languages or language in languages
        for number, text in enumerate(texts)
    ]
