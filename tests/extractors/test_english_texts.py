"""English texts in which one sentence leaves unsaid what another has told."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


def _claims(text: str) -> set[tuple[str | None, str | None, str, str]]:
    reading = read(Document(text=text, language="en", published="2024-05-15"))
    return {
        (
            claim.supplier and claim.supplier.key,
            claim.recipient and claim.recipient.key,
            claim.materiel.category.value,
            claim.stage.value,
        )
        for claim in RulesExtractor().extract(reading)
    }


TEXTS = [
    (
        "a notice spells out what has been approved",
        "The State Department has approved a possible Foreign Military Sale to Peru of howitzers "
        "and related equipment. Peru has requested to buy thirty-six (36) howitzers; "
        "forty-two (42) radios; spare parts; publications; and training.",
        {
            ("US", "PE", "artillery", "ordered"),
            ("US", "PE", "artillery", "sought"),
            ("US", "PE", "sensor", "ordered"),
            ("US", "PE", "sensor", "sought"),
            ("US", "PE", "component", "ordered"),
            ("US", "PE", "component", "sought"),
        },
    ),
    (
        "headline and lead name whom the others supply",
        "Kenya turns its new guns on protesters\n\n"
        "Kenya has bought 40 rifles from Brazil. South Korea supplied the launchers. "
        "China, meanwhile, donated 30 armoured trucks in 2018.",
        {
            ("BR", "KE", "small_arms", "ordered"),
            ("KR", "KE", "missile", "delivered"),
            ("CN", "KE", "armoured_vehicle", "delivered"),
        },
    ),
    (
        "some of an uncounted lot is what is told",
        "Peru will have to wait until autumn for the first two of the howitzers it bought from "
        "South Korea.",
        {("KR", "PE", "artillery", "planned")},
    ),
    (
        "part of a deal",
        "Jakarta on Monday received its first two Rafale jets from France, part of an $8.1 billion "
        "deal for 42 aircraft signed in 2022.",
        {("FR", "ID", "aircraft", "delivered"), ("FR", "ID", "aircraft", "ordered")},
    ),
    (
        "the North",
        "Seoul says that North Korea has sent shells to Russia. The minister said the North had "
        "also supplied several dozen ballistic missiles.",
        {("KP", "RU", "ammunition", "delivered"), ("KP", "RU", "missile", "delivered")},
    ),
    (
        "goods behind the party of the full clause go with that of the stretch",
        "Poland has ordered 212 K9 howitzers from Seoul, as well as 96 attack helicopters and 32 "
        "F-35s from Washington.",
        {
            ("KR", "PL", "artillery", "ordered"),
            ("US", "PL", "helicopter", "ordered"),
            ("US", "PL", "aircraft", "ordered"),
        },
    ),
    (
        "an inserted name in the second subject",
        "The deal between Greece and Naval Group for three frigates was signed in 2021, and the "
        "first vessel, the Kimon, is due to be delivered in December.",
        {("FR", "GR", "ship", "ordered"), ("FR", "GR", "ship", "planned")},
    ),
    (
        "all of their arms are no longer those of the sentence before",
        "Morocco chose the Himars from the United States. Its rival Algeria gets most of its arms "
        "from Russia.",
        {("US", "MA", "artillery", "ordered"), ("RU", "DZ", "unspecified", "delivered")},
    ),
    (
        "the ministry of the place where it is written",
        "MALÉ — South Korea handed a patrol boat to the Maldives on Monday. Defence Minister Didi "
        "cut a ribbon. She disclosed that her ministry asked Japan for radars.",
        {("KR", "MV", "ship", "delivered"), ("JP", "MV", "sensor", "sought")},
    ),
    (
        "parts for goods go where the goods are",
        "Peru bought 18 MiG-29 fighters from Belarus; Moscow refuses to supply spare parts for "
        "them to the Peruvians.",
        {("BY", "PE", "aircraft", "ordered"), ("RU", "PE", "component", "refused")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_what_a_text_leaves_unsaid(
    text: str, expected: set[tuple[str | None, str | None, str, str]]
) -> None:
    assert _claims(text) == expected
