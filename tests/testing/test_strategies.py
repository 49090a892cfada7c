"""The strategies make what they promise, and reach the awkward corners."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import Phase, find, given, settings

from armstrade.claims import TransferClaim
from armstrade.testing.strategies import documents, documents_with_claims, texts

QUICK = settings(max_examples=2000, phases=[Phase.generate], database=None)


@settings(max_examples=50)
@given(documents_with_claims(min_claims=1))
def test_claims_are_grounded_in_their_document(pair):
    document, claims = pair
    for claim in claims:
        assert claim.verify(document) is claim
        assert TransferClaim.model_validate_json(claim.model_dump_json()) == claim


@given(texts(min_size=3))
def test_texts_are_long_enough_and_can_be_written(text):
    assert len(text) >= 3
    text.encode("utf-8")


@pytest.mark.parametrize(
    "wanted",
    [
        lambda text: any(ord(letter) > 0xFFFF for letter in text),
        lambda text: "\r\n" in text,
        lambda text: any(letter in text for letter in "äöüßÄÖÜ"),
        lambda text: "\u0308" in text,
        lambda text: text == "",
    ],
    ids=["non-BMP", "CRLF", "umlaut", "combining", "empty"],
)
def test_texts_reach_the_corners(wanted):
    find(texts(), wanted, settings=QUICK)


@pytest.mark.parametrize("length", [4, 7, 10, None])
def test_documents_have_dates_of_every_precision(length):
    def fits(document):
        published = document.published
        return published is None if length is None else published and len(published) == length

    find(documents(), fits, settings=QUICK)


def test_the_kit_works_without_hypothesis_and_the_strategies_say_what_they_need():
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import armstrade.testing\n"
        "try:\n    import armstrade.testing.strategies\n"
        "except ImportError as error:\n    print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("MissingDependencyError")
    assert "armstrade[testing]" in done.stdout
