"""The conformance kit of armstrade."""

from __future__ import annotations

from armstrade_ml import MLExtractor

import armstrade
from armstrade.testing import parametrize_checks

DOCUMENTS = [
    armstrade.Document(
        id="de",
        text="Regen. Polen hat der Ukraine 60 Panzer geliefert, sagte der Minister am Montag.",
        language="de",
        published="2023-11-08",
    ),
    armstrade.Document(
        id="en",
        text="Rain. Poland has delivered 60 tanks to Ukraine, the minister said on Monday.",
        language="en",
        published="2023-11-08",
    ),
]


@parametrize_checks(MLExtractor(), documents=DOCUMENTS)
def test_conformance(check):
    check()


def test_other_languages_are_abstained_from():
    document = armstrade.Document(
        id="fr", text="La Pologne a livré 60 chars à l'Ukraine.", language="fr"
    )
    [result] = armstrade.extract_many([document], extractors=[MLExtractor()])
    assert [outcome.status.value for outcome in result.outcomes] == ["abstained"]
