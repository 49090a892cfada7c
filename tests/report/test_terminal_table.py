"""The terminal table: widths, wrapping, and text that tries to steer the terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from armstrade.claims import Document, Materiel, Party, Source, Span, TransferClaim
from armstrade.report import printable
from armstrade.report.table import TablePrinter


def table(document: Document, *claims: TransferClaim, width: int = 100, **options: object) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, **options)  # type: ignore[arg-type]
    TablePrinter(console).print(document, claims)
    return stream.getvalue()


def claim(document: Document) -> TransferClaim:
    whole = Span.of(document.text, 0, len(document.text))
    return TransferClaim(
        document_id=document.id,
        supplier=Party(span=whole),
        intermediary=Party(id="BY", country="BY", span=whole),
        materiel=Materiel(category="armoured_vehicle", designation="Leopard 2A6", span=whole),
        stage="negotiated",
        polarity="negated",
        factuality="possible",
        attribution=(Source(span=whole), Source(span=whole)),
        evidence=(whole,),
    )


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_no_line_is_longer_than_the_console_or_ends_in_blanks(width: int) -> None:
    document = Document(id="a", text="Ein Satz, der länger ist als jede Spalte. " * 5, title="T")
    lines = table(document, claim(document), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_all_words_of_the_cells_are_there() -> None:
    document = Document(id="a", text="Quelle")
    row = " ".join(table(document, claim(document)).splitlines()[2:])
    for word in ("“Quelle”", "BY", "2A6", "not negotiated", "possible", "Quelle <"):
        assert word in row


def test_colours_only_on_a_terminal() -> None:
    document = Document(id="a", text="Quelle")
    assert "\x1b[" not in table(document, claim(document))
    assert "\x1b[" in table(document, claim(document), force_terminal=True, color_system="standard")


def test_a_document_without_claims_prints_nothing() -> None:
    assert table(Document(id="a", text="x")) == ""


@given(st.text(min_size=1))
def test_printable_keeps_length_and_leaves_nothing_that_steers(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in shown)
    assert not any(char in shown for char in "\u202e\u2066\u200f\u2028")
    assert printable(shown) == shown
