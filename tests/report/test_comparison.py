"""Extractors side by side: what is told alike, what differs, and who says it."""

from __future__ import annotations

import io
import itertools

import pytest
from rich.console import Console

from armstrade.claims import Document
from armstrade.plugins.outcome import Outcome, PluginFailure, Status
from armstrade.report.comparison import Comparison, compare, statement_of
from armstrade.report.comparison_page import comparison_page
from armstrade.report.comparison_table import print_comparison

from .conftest import Page, reading

HOSTILE = "Berlin</div><script>alert(1)</script>\"'\u202e\x1b[2J\x00 Kiew &amp; Panzer, Panzer!"


def printed(comparison: Comparison, width: int = 100) -> str:
    stream = io.StringIO()
    print_comparison(Console(file=stream, width=width), comparison)
    return stream.getvalue()


@pytest.fixture
def compared(document: Document, outcomes: list[Outcome]) -> Comparison:
    claims = [outcomes[1].claims[0]]
    return compare(document, outcomes, combined=claims, combiner="vote")


def test_columns_are_the_extractors_by_name_and_the_combination(compared: Comparison) -> None:
    assert [column.name for column in compared.columns] == ["one", "two", "zero", "vote (combined)"]
    assert [column.claims for column in compared.columns] == [2, 1, 0, 1]
    assert compared.columns[2].note == "abstained: reads no German"


def test_a_statement_that_two_make_is_one_and_its_differences_are_named(
    compared: Comparison,
) -> None:
    first, second = compared.statements
    assert compared.verdict(first) == "one and two differ in quantity"
    assert compared.verdict(second) == "only one"
    [quantity] = [row for row in first.rows if row.slot == "quantity"]
    assert quantity.cells == ("40", "", None, "40")
    assert quantity.odd == (True, True, False, True)
    assert compared.summary() == (
        "2 statements: 0 told alike by several extractors, 1 with differences, 1 by one alone"
    )


def test_the_one_who_says_something_else_than_most_is_odd(document: Document) -> None:
    usual, other = reading(document), reading(document, stage="planned")
    statement = statement_of([usual, other, usual, None])
    assert statement.differing == ["stage"]
    [stage] = [row for row in statement.rows if row.slot == "stage"]
    assert stage.odd == (False, True, False, False)


def test_the_combination_has_no_vote(document: Document) -> None:
    usual, other = reading(document), reading(document, stage="planned")
    statement = statement_of([usual, other, other], [False, True, True])
    [stage] = [row for row in statement.rows if row.slot == "stage"]
    assert stage.odd == (False, True, True)


def test_the_order_of_extractors_does_not_matter(
    document: Document, outcomes: list[Outcome]
) -> None:
    found = {printed(compare(document, some)) for some in itertools.permutations(outcomes)}
    assert len(found) == 1


def test_a_failure_is_told(document: Document) -> None:
    error = PluginFailure.of("bad", "extract", ValueError("cannot read"))
    found = compare(document, [Outcome("bad", Status.FAILED, error=error)])
    assert "bad: 0 claims; failed: ValueError: cannot read" in printed(found)
    assert "no transfer claims found" in comparison_page(found)


@pytest.mark.parametrize("width", [40, 60, 100, 160])
def test_no_line_is_wider_than_the_console(compared: Comparison, width: int) -> None:
    lines = printed(compared, width).splitlines()
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_the_table_has_the_words_the_marks_and_the_sentence(compared: Comparison) -> None:
    lines = printed(compared).splitlines()
    rows = [line.split() for line in lines]
    assert ["≠", "quantity", "40", "–", "40"] in rows
    assert ["supplier", "DE", "DE", "DE"] in rows
    assert ["by", "liefern", "liefern", "liefern"] in rows
    assert "   > Berlin liefert Kiew vierzig Panzer." in lines


def test_the_page_is_well_formed_and_holds_the_article(compared: Comparison) -> None:
    page = Page(comparison_page(compared))
    page.check()
    assert compared.document.text in page.text
    assert "one and two differ in quantity" in page.text
    claims = [attributes["data-claim"] for _, attributes in page.tags if "data-claim" in attributes]
    assert claims == ["s0-0", "s0-1", "s0-3", "s1-0"]
    marks = {
        name
        for _, attributes in page.tags
        for name in (attributes.get("data-claims") or "").split()
    }
    assert marks == set(claims)


def test_hostile_text_stays_text() -> None:
    document = Document(id="<b>", text=HOSTILE, title=HOSTILE)
    claim = reading(document, rule="</td><script>")
    found = compare(document, [Outcome("<i>", Status.CLAIMS, (claim,))], combined=[claim])
    page = Page(comparison_page(found))
    page.check()
    assert "\x1b" not in printed(found)
    assert "</td><script>" in page.text
    assert {"b", "i"}.isdisjoint(tag for tag, _ in page.tags)
