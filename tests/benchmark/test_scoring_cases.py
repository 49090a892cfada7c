"""The table of awkward cases in docs/explanation/scoring.md, row by row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from armstrade.benchmark import Counts, score_document
from armstrade.benchmark.errors import KINDS
from armstrade.claims import (
    Category,
    Factuality,
    Materiel,
    Party,
    Polarity,
    Quantity,
    Span,
    Stage,
    TransferClaim,
)

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "scoring.md"
HERE = Span(start=0, end=1, text="x")
LEVELS = ("triple", "claim", "full")


def rows() -> list[list[str]]:
    found = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 6 and cells[3].count("/") == 2:
            found.append(cells)
    return found


def party(word: str) -> Party | None:
    if word == "null":
        return None
    if word == "~":
        return Party(span=HERE)
    name, _, country = word.partition("@")
    if len(name) == 2 and name not in ("EU", "UN"):
        country = name
    return Party(id=name, country=country or None, span=HERE)


def quantity(word: str) -> Quantity:
    low, dots, high = word.partition("..")
    return Quantity(
        min=int(low) if low else None,
        max=int(high) if high else None if dots else int(low),
        span=HERE,
    )


def claim(written: str) -> TransferClaim:
    supplier, _, rest = written.partition(" > ")
    recipient, category, *words = rest.split()
    slots: dict[str, object] = {}
    for word in words:
        for name, kind in (("stage", Stage), ("polarity", Polarity), ("factuality", Factuality)):
            if word in list(kind):  # type: ignore[call-overload]
                slots[name] = word
                break
        else:
            slots["quantity"] = quantity(word)
    return TransferClaim.model_validate(
        {
            "document_id": "d",
            "supplier": party(supplier),
            "recipient": party(recipient),
            "materiel": Materiel(category=Category(category), span=HERE),
            "evidence": (HERE,),
            **slots,
        }
    )


def claims(cell: str) -> list[TransferClaim]:
    return [claim(one.strip()) for one in cell.split(";") if one.strip()]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0].replace(" ", "-"))
def test_case(row: list[str]) -> None:
    _, gold, predicted, *expected = row
    result = score_document(claims(gold), claims(predicted))
    for level, counts in zip(LEVELS, expected, strict=True):
        assert result.counts(level) == Counts(*map(int, counts.split("/"))), level


def test_the_table_is_read() -> None:
    names = [row[0] for row in rows()]
    assert len(names) >= 38
    assert len(names) == len(set(names))


def test_the_page_lists_every_class_of_errors() -> None:
    listed = re.findall(r"^\| `(\w+)` \| [^|]+ \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(set(KINDS) & set(listed)) == sorted(KINDS)
