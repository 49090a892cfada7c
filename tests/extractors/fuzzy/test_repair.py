"""Names that are too noisy for the lexicon come back by linking."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.fuzzy import FuzzyExtractor
from armstrade.extractors.fuzzy.repair import repaired
from armstrade.reading import read


def sentence(text, language):
    return read(Document(text=text, language=language)).sentences[0]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Polen liefert der Ukrainne 60 Panzer.", "de", ["PL", "UA"]),
        ("Turkei liefert der Ukraine Drohnen.", "de", ["TR", "UA"]),
        ("Poland will send Venezulea 60 tanks.", "en", ["PL", "VE"]),
        ("Poland will send Vene-\nzuela 60 tanks.", "en", ["PL", "VE"]),
    ],
)
def test_a_noisy_name_comes_back(text, language, wanted):
    before = sentence(text, language)
    assert len(before.parties) < len(wanted)
    assert [party.key for party in repaired(before).parties] == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Polen liefert der Ukraine 60 Panzer.", "de"),  # nothing is missing
        ("Die Ukrainne ist groß.", "de"),  # nothing is transferred
        ("Poland will send its partner 60 tanks.", "en"),  # there is no other name
    ],
)
def test_other_sentences_are_left_alone(text, language):
    before = sentence(text, language)
    assert repaired(before) is before


def test_the_reading_stays_as_it_was():
    reading = read(Document(text="Polen liefert der Ukrainne 60 Panzer.", language="de"))
    (claim,) = FuzzyExtractor().extract(reading)
    assert (claim.supplier.key, claim.recipient.key) == ("PL", "UA")
    assert claim.recipient.span.text == "Ukrainne"
    assert [party.key for party in reading.sentences[0].parties] == ["PL"]
