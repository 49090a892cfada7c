"""Goods that were not given beside those that were; objects that are no goods at all."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Spain delivered tanks to Peru, but not rockets.",
         ["rockets delivered negated", "tanks delivered affirmed"]),
        ("en", "Officials said Oslo had delivered tanks to Peru, though not rockets.",
         ["rockets delivered negated", "tanks delivered affirmed"]),
        ("en", "Spain sold Peru tanks, not helicopters.",
         ["helicopters ordered negated", "tanks ordered affirmed"]),
        ("en", "Rome clears frigates for Peru but not jets.",
         ["frigates ordered affirmed", "jets refused affirmed"]),
        ("en", "Spain did not deliver tanks or rockets to Peru.",
         ["rockets delivered negated", "tanks delivered negated"]),
        ("de", "Spanien lieferte Peru Panzer, nicht aber Raketen.",
         ["Panzer delivered affirmed", "Raketen delivered negated"]),
        ("de", "Oslo hat Chile nicht Panzer, sondern Haubitzen geliefert.",
         ["Haubitzen delivered affirmed", "Panzer delivered negated"]),
        ("de", "Oslo hat Chile Haubitzen geliefert, aber keine Panzer.",
         ["Haubitzen delivered affirmed", "Panzer delivered negated"]),
        ("de", "Madrid genehmigt Panzer für Peru, aber keine Raketen.",
         ["Panzer ordered affirmed", "Raketen refused affirmed"]),
        ("de", "Norwegens Premier, der seinen Urlaub abgebrochen hatte, sagte Chile Panzer zu.",
         ["Panzer planned affirmed"]),
        ("de", "Oslo, dessen Kabinett den Handel mit Peru gestoppt hat, schickt Chile 20 Panzer.",
         ["Panzer planned affirmed"]),
    ],
)  # fmt: skip
def test_told(language: str, text: str, told: list[str]) -> None:
    claims = RulesExtractor().extract(read(Document(text=text, language=language)))
    assert sorted(f"{c.materiel.span.text} {c.stage} {c.polarity}" for c in claims) == told
