"""The class of an error, by rule: one row per class."""

from __future__ import annotations

import pytest

from armstrade.benchmark import Report, SystemReport, errors, score
from armstrade.benchmark.errors import KINDS
from armstrade.claims import Document, Materiel, Party, Quantity, Span, TransferClaim
from armstrade.corpora import from_pairs

TEXT = "Norway gives North Korea 20 to 30 helicopter engines. Oslo also sent tanks to Seoul."
FIRST, SECOND = Span.of(TEXT, 0, 53), Span.of(TEXT, 54, len(TEXT))


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def who(country: str, words: str) -> Party:
    return Party(id=country, country=country, span=at(words))


NORWAY, KOREA = who("NO", "Norway"), who("KP", "North Korea")
ENGINES = Materiel(category="engine", span=at("helicopter engines"))
MANY = Quantity(min=20, max=30, span=at("20 to 30"))


def claim(**slots: object) -> TransferClaim:
    return TransferClaim.model_validate(
        {
            "document_id": "d", "supplier": NORWAY, "recipient": KOREA, "materiel": ENGINES,
            "quantity": MANY, "stage": "delivered", "evidence": (FIRST,), **slots,
        }
    )  # fmt: skip


GOLD = claim()
TANKS = claim(
    supplier=who("NO", "Oslo"), recipient=who("KR", "Seoul"), quantity=None, evidence=(SECOND,),
    materiel=Materiel(category="armoured_vehicle", span=at("tanks")),
)  # fmt: skip
ROWS = [
    ("direction", claim(supplier=KOREA, recipient=NORWAY)),
    ("party", claim(recipient=who("KR", "Seoul"))),
    ("party", claim(recipient=None)),
    ("party", claim(supplier=KOREA, recipient=who("KR", "Seoul"))),
    ("boundary", claim(recipient=who("KR", "Korea"))),
    ("materiel", claim(materiel=Materiel(category="helicopter", span=ENGINES.span))),
    ("boundary", claim(materiel=Materiel(category="helicopter", span=at("helicopter")))),
    ("stage", claim(stage="planned")),
    ("stage", claim(stage="planned", polarity="negated")),
    ("scope", claim(polarity="negated")),
    ("scope", claim(factuality="possible")),
    ("scope", claim(factuality="possible", quantity=None)),
    ("number", claim(quantity=None)),
    ("number", claim(quantity=Quantity(min=20, max=20, span=MANY.span))),
    ("boundary", claim(quantity=Quantity(min=20, max=20, span=at("20")))),
]


def found(gold: list[TransferClaim], predicted: list[TransferClaim]) -> list[str]:
    corpus = from_pairs([(Document(id="d", text=TEXT, language="en"), gold)], name="one")
    report = Report(corpus, (SystemReport("one", score(corpus, {"d": predicted})),))
    return [error.kind for error in errors(report, level="full")]


@pytest.mark.parametrize(("kind", "predicted"), ROWS)
def test_a_near_miss_has_its_class(kind: str, predicted: TransferClaim) -> None:
    assert found([GOLD], [predicted]) == [kind]


def test_what_has_nothing_in_common_is_missed_and_spurious() -> None:
    assert sorted(found([GOLD], [TANKS])) == ["missed", "spurious"]
    elsewhere = claim(recipient=who("KR", "Seoul"), evidence=(SECOND,))
    assert sorted(found([GOLD], [elsewhere])) == ["missed", "spurious"]
    assert found([GOLD], []) == ["missed"]
    assert found([], [GOLD]) == ["spurious"]


def test_once_for_twice_is_merged_and_twice_for_once_is_split() -> None:
    again = claim(quantity=None)
    assert found([GOLD, again], [GOLD]) == ["merged"]
    assert found([GOLD], [GOLD, again]) == ["split"]


def test_every_class_is_tested() -> None:
    tested = {kind for kind, _ in ROWS} | {"missed", "spurious", "merged", "split"}
    assert tested == set(KINDS)


def test_a_right_claim_is_no_error() -> None:
    assert found([GOLD, TANKS], [TANKS, GOLD]) == []
