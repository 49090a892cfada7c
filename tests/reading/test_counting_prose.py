"""Numbers apart from their nouns: adjectives in a row, calibres, sizes, instalments."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.reading import read


@pytest.mark.parametrize(
    ("language", "text", "goods", "amount"),
    [
        ("en", "Oman ordered 400 laser-guided, air-launched missiles.",
         "air-launched missiles", 400),
        ("en", "Oman received 36 155 mm howitzers.", "155 mm howitzers", 36),
        ("en", "Oman received 36 155mm howitzers.", "155mm howitzers", 36),
        ("en", "Oman received 36 000 155mm shells.", "155mm shells", 36000),
        ("en", "Oman ordered four 2,500t corvettes.", "corvettes", 4),
        ("en", "Oman ordered four 2,500-tonne corvettes.", "corvettes", 4),
        ("en", "Oman ordered 2,500t of ammunition.", "ammunition", 2500),
        ("de", "Oman bestellte 400 lasergelenkte, luftgestützte Raketen.", "Raketen", 400),
        ("de", "Oman bekam 36 155-Millimeter-Haubitzen.", "155-Millimeter-Haubitzen", 36),
        ("de", "Oman bekam 36 000 Granaten.", "Granaten", 36000),
        ("de", "Oman bekam 20 Panzer in drei Tranchen.", "Panzer", 20),
    ],
)  # fmt: skip
def test_counted(language: str, text: str, goods: str, amount: int) -> None:
    (sentence,) = read(Document(text=text, language=language)).sentences
    (phrase,) = (m for m in sentence.materiel if not m.anaphoric)
    assert text[phrase.start : phrase.end] == goods
    assert phrase.quantity is not None
    assert phrase.quantity.min == amount
