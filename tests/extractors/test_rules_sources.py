"""Who said it, and whether that makes a fact or a report (annotation guide, sections 5 and 6)."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read

CASES = [
    ("en", "Norway has sent Ghana ten mortars, the Norwegian minister said on Monday.",
     "asserted", ["Norwegian minister"]),
    ("en", "Norway has sent Ghana ten mortars, three Norwegian officials said.",
     "reported", ["three Norwegian officials"]),
    ("en", "According to the Kenyan army, Norway has sent Ghana ten mortars.",
     "reported", ["Kenyan army"]),
    ("en", "Norway has sent Ghana ten mortars, two diplomats told Reuters.",
     "reported", ["Reuters", "two diplomats"]),
    ("en", "Norway may have sent Ghana ten mortars, the Kenyan army said.",
     "possible", ["Kenyan army"]),
    ("de", "Norwegen habe Ghana zehn Mörser geliefert, sagte ein Sprecher der Regierung in Oslo.",
     "asserted", ["Sprecher der Regierung in Oslo"]),
    ("de", "Norwegen hat Ghana laut dem Sender CNN zehn Mörser geliefert.",
     "reported", ["Sender CNN"]),
    ("de", "Norwegen hat Ghana zehn Mörser geliefert. Das teilte die Regierung in Oslo mit.",
     "asserted", ["Regierung in Oslo"]),
    ("de", "Norwegen soll Ghana zehn Mörser geliefert haben.", "reported", []),
    ("de", "Norwegen hat Ghana angeblich zehn Mörser geliefert.", "reported", []),
]  # fmt: skip


def claims(text: str, language: str) -> list[tuple[str, list[str]]]:
    reading = read(Document(text=text, language=language, published="2024-05-15"))
    return [
        (claim.factuality.value, [source.span.text for source in claim.attribution])
        for claim in RulesExtractor().extract(reading)
    ]


@pytest.mark.parametrize(("language", "text", "factuality", "sources"), CASES)
def test_source_and_factuality(
    language: str, text: str, factuality: str, sources: list[str]
) -> None:
    assert claims(text, language) == [(factuality, sources)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway has sent Ghana ten mortars, diplomats said. Oslo denies that."),
        ("de", "Norwegen habe Ghana zehn Mörser gesandt, sagten Diplomaten. Oslo bestreitet das."),
    ],
)
def test_a_denial_in_the_next_sentence_is_a_claim_of_its_own(language: str, text: str) -> None:
    found = claims(text, language)
    assert [factuality for factuality, _ in found] == ["reported", "denied"]
    assert found[1][1] == ["Oslo"]
