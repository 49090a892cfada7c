"""English texts whose second sentence goes on with the deal of the first, without its goods."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read

ORDERED = "NAIROBI - Kenya has ordered 12 howitzers from Finland. "
GIVEN = "NAIROBI - Finland gave Kenya 12 howitzers in May. "
OFFERED = "NAIROBI - Finland offered Kenya 12 howitzers. "
ASKED = "NAIROBI - Kenya asked Finland for 12 howitzers. "


def _claims(text: str) -> list[tuple[str | None, str | None, str, str, str]]:
    reading = read(Document(text=text, language="en", published="2024-05-15"))
    return [
        (
            claim.supplier and claim.supplier.key,
            claim.recipient and claim.recipient.key,
            claim.materiel.category.value,
            claim.stage.value,
            claim.polarity.value,
        )
        for claim in RulesExtractor().extract(reading)
    ]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (ORDERED + "The others are to follow by the summer.", "planned"),
        (ORDERED + "The first pair is to be shipped in March.", "planned"),
        (ORDERED + "They will reach the army in June.", "planned"),
        (ORDERED + "Deliveries are to begin in 2026.", "planned"),
        (ORDERED + "Deliveries will run until mid-2026.", "planned"),
        (ORDERED + "Delivery was completed in May.", "delivered"),
        (ORDERED + "All of them were delivered by 2012.", "delivered"),
        (ORDERED + "Both batches have since been delivered.", "delivered"),
        (GIVEN + "They were ordered in 2004.", "ordered"),
        (GIVEN + "Kenya now wants six more.", "sought"),
        (GIVEN + "The army would like another six.", "sought"),
        (OFFERED + "The army said no.", "refused"),
        (ASKED + "Finland said no.", "refused"),
        (ASKED + "A contract was signed in May.", "ordered"),
    ],
)
def test_goes_on(text: str, stage: str) -> None:
    assert ("FI", "KE", "artillery", stage, "affirmed") in _claims(text)


@pytest.mark.parametrize("sequel", ["None has been delivered.", "They have not arrived."])
def test_has_not_come(sequel: str) -> None:
    assert ("FI", "KE", "artillery", "delivered", "negated") in _claims(ORDERED + sequel)


@pytest.mark.parametrize(
    "sequel",
    [
        "They were given a warm welcome.",
        "They will go a long way.",
        "Delivery of the mail was late.",
        "Nothing beyond the pair was ordered.",
        "Reporters asked whether he would tear up the deal.",
    ],
)
def test_says_nothing_more(sequel: str) -> None:
    assert _claims(ORDERED + sequel) == _claims(ORDERED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a column speaks for the state that it is about
        (
            "Nairobi's gift horses\n\nKenya has no money, and in Mombasa and Nairobi everybody "
            "knows it. Kenya needs roads.\n\nFinland is giving us four howitzers.",
            ("FI", "KE"),
        ),
        # the force of the state that the text is about, with its own words before it
        (
            "NAIROBI - The minister spoke on Friday. Fishing boats had been lost.\n\n"
            "Nobody was hurt.\n\nFinland has offered two gunboats to the Coast Guard.",
            ("FI", "KE"),
        ),
        ("Finland gave two mortars to the Border Service of Kenya.", ("FI", "KE")),
        (
            "Kenya has in recent years taken 44 armoured vehicles from Finland.",
            ("FI", "KE"),
        ),
        ("Two gunboats from Finland will go to the National Guard of Uzbekistan.", ("FI", "UZ")),
        (
            "The Kenyan Navy will take over the former Finnish frigate Karjala in October.",
            ("FI", "KE"),
        ),
    ],
)
def test_whose_it_is(text: str, expected: tuple[str, str]) -> None:
    assert [claim[:2] for claim in _claims(text)] == [expected]


def test_goes_back_to_whoever_gave_it() -> None:
    found = _claims("Kenya has returned two of the four howitzers it received from Finland.")
    assert ("KE", "FI", "artillery", "delivered", "affirmed") in found
    assert ("FI", "KE", "artillery", "delivered", "affirmed") in found
