"""What did not happen, nobody knows, or others would like is not told as a fact."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


def _told(language: str, text: str) -> list[str]:
    claims = RulesExtractor().extract(read(Document(text=text, language=language)))
    return [f"{c.stage} {c.polarity} {c.factuality}" for c in claims]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Statt zwölf Haubitzen an Togo zu liefern, verschrottete Ghana sie."),
        ("de", "Fachleute raten Ghana davon ab, Togo zwölf Haubitzen zu verkaufen."),
        ("de", "Ghana gab Togo drei Millionen Euro für Haubitzen."),
        ("de", "Ghana schickte zwölf Haubitzen zu einer Übung nach Togo."),
        ("de", "Ghana hat Raketen, die Togo erreichen können."),
        ("en", "Instead of selling Togo twelve howitzers, Ghana scrapped them."),
        ("en", "Experts advise Ghana against selling twelve howitzers to Togo."),
        ("en", "Had Ghana sold twelve howitzers to Togo, Benin would have objected."),
        ("en", "Ghana gave Togo three million dollars for howitzers."),
        ("en", "Ghana sent twelve howitzers to an exercise in Togo."),
        ("en", "Ghana has rockets that can reach Togo."),
    ],
)
def test_nothing(language: str, text: str) -> None:
    assert not _told(language, text)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Es gibt keine Belege dafür, dass Ghana Togo Panzer geliefert hat.",
         "delivered affirmed possible"),
        ("de", "Hat Ghana zwölf Haubitzen an Togo geliefert?", "delivered affirmed possible"),
        ("de", "Ghana spielt mit dem Gedanken, Togo zwölf Haubitzen zu verkaufen.",
         "planned affirmed possible"),
        ("de", "Ghana hat aufgehört, Togo Munition zu liefern.", "cancelled affirmed asserted"),
        ("de", "Berichte, Ghana habe Togo Panzer geliefert, sind falsch.",
         "delivered affirmed denied"),
        ("en", "There is no evidence that Ghana delivered tanks to Togo.",
         "delivered affirmed possible"),
        ("en", "Ghana nearly sold twelve howitzers to Togo.", "ordered negated asserted"),
        ("en", "Ghana failed to deliver twelve howitzers to Togo.", "delivered negated asserted"),
        ("en", "Ghana can deliver twelve howitzers to Togo within weeks.",
         "planned affirmed possible"),
        ("en", "Ghana has sold nearly twelve howitzers to Togo.", "ordered affirmed asserted"),
    ],
)  # fmt: skip
def test_how_surely(language: str, text: str, told: str) -> None:
    assert _told(language, text) == [told]
