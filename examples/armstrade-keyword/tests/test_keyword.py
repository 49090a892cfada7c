"""The tutorial plugin: the conformance kit, and what it is meant to find."""

from __future__ import annotations

import pytest
from armstrade_keyword import Keyword

import armstrade
from armstrade.testing import parametrize_checks

DOCUMENTS = [
    armstrade.Document(id="de", text="Regen. Polen liefert der Ukraine 18 Panzer.", language="de"),
    armstrade.Document(id="en", text="Poland sends 18 howitzers to Ukraine.", language="en"),
]


@parametrize_checks(Keyword(), documents=DOCUMENTS)
def test_conformance(check):
    check()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Poland sends 18 howitzers to Ukraine.", ("PL", "UA", 18, "delivered")),
        ("en", "Poland will send howitzers to Ukraine.", ("PL", "UA", None, "planned")),
        ("de", "Polen liefert der Ukraine 18 Panzer.", ("PL", "UA", 18, "delivered")),
        ("de", "Polen will der Ukraine Panzer liefern.", ("PL", "UA", None, "planned")),
        ("en", "Poland sends flowers to Ukraine.", None),
    ],
)
def test_claims(language, text, expected):
    claims = armstrade.extract(text, language=language, extractors=[Keyword()], strict=True)
    found = [
        (
            claim.supplier.country,
            claim.recipient.country,
            claim.quantity.min if claim.quantity else None,
            claim.stage,
        )
        for claim in claims
    ]
    assert found == ([] if expected is None else [expected])


def test_options():
    text = "Poland will send howitzers to Ukraine."
    claims = armstrade.extract(
        text, language="en", extractors=[Keyword()], options={"keyword": {"planned": False}}
    )
    assert len(claims) == 0
