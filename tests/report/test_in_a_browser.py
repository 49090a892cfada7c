"""The pages in a real browser: keyboard, phone, print, dark, and nothing hostile runs.

Needs Chromium on the path (or named by ARMSTRADE_CHROMIUM) and the Python package playwright;
without them the tests are skipped and the summary says so.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from armstrade.claims import Document
from armstrade.plugins.outcome import Outcome
from armstrade.report.comparison import compare
from armstrade.report.comparison_page import comparison_page

from .test_bench_page import HOSTILE, report_of

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def _chromium() -> str:
    named = os.environ.get("ARMSTRADE_CHROMIUM")
    if named:
        return named
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    pytest.skip("no Chromium on the path, and ARMSTRADE_CHROMIUM names none")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install playwright"
    )
    path = _chromium()
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from a file; fails when it asks for anything else, complains, or alerts."""
    trouble: list[str] = []
    contexts = []

    def call(html: str, *, width: int = 1200, **options: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: trouble.append(said.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda asked: trouble.append(asked.url) if asked.url != url else None)
        url = file.as_uri()
        page.goto(url)
        return page

    yield call
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture(scope="module")
def bench() -> str:
    return report_of().to_html()


@pytest.fixture
def compared(document: Document, outcomes: list[Outcome]) -> str:
    claims = outcomes[1].claims[:1]
    return comparison_page(compare(document, outcomes, combined=claims, combiner="vote"))


def lit(page: Any) -> str:
    """The words that are marked as a party in the chosen claim."""
    return str(page.locator("#detail .text .m.supplier").inner_text())


@pytest.mark.parametrize("width", [320, 380, 700, 1400])
def test_no_page_is_wider_than_the_screen(
    show: Open, bench: str, compared: str, width: int
) -> None:
    for html in (bench, compared):
        page = show(html, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_claims_can_be_walked_through_with_the_keyboard(show: Open, bench: str) -> None:
    page = show(bench)
    page.select_option("#system", label="two")
    page.focus("#words")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "list"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    kinds = [page.locator("#detail h3 .kind").inner_text()]
    for key in ("ArrowDown", "ArrowDown", "Home", "End"):
        page.keyboard.press(key)
        kinds.append(page.locator("#detail h3 .kind").inner_text())
        active = page.get_attribute("#list", "aria-activedescendant")
        assert page.get_attribute(f"#{active}", "aria-selected") == "true"
        assert page.locator("[aria-selected=true]").count() == 1
    assert kinds == ["stage", "spurious", "spurious", "stage", "spurious"]


def test_a_figure_leads_to_the_claims_behind_it(show: Open, bench: str) -> None:
    page = show(bench)
    page.focus("button[data-system=two][data-kind=stage]")
    page.keyboard.press("Enter")
    assert page.locator("#count").inner_text() == "1 claim"
    assert page.evaluate("document.activeElement.id") == "list"
    rows = page.locator("#detail tr.differs").all_inner_texts()
    assert [row.split() for row in rows] == [["stage", "delivered", "planned"]]
    assert "rule, model or example" in page.locator("#detail dl").inner_text()
    assert lit(page) == "Berlin"
    quote = page.locator("#detail blockquote").inner_text()
    assert quote == "Berlin liefert Kiew vierzig Panzer."


def test_the_words_of_gold_and_of_the_system_can_be_shown(show: Open, bench: str) -> None:
    page = show(bench)
    assert "No such claims" in page.locator("#detail").inner_text()
    page.select_option("#system", label="two")
    buttons = page.locator("#detail thead button")
    assert buttons.all_inner_texts() == ["gold", "two"]
    states = [[one.get_attribute("aria-pressed") for one in buttons.all()]]
    buttons.first.click()
    states.append([one.get_attribute("aria-pressed") for one in buttons.all()])
    assert states == [["false", "true"], ["true", "false"]]


def test_who_voted_what_can_be_unfolded(show: Open, bench: str) -> None:
    page = show(bench)
    page.click("button[data-system=two][data-kind=stage]")
    page.locator("#detail summary").focus()
    page.keyboard.press("Enter")
    rows = page.locator("#detail .ballots tbody tr").all_inner_texts()
    assert rows[0].split() == ["stage", "planned", "a,", "b", "taken"]
    assert page.locator("#detail .outvoted").count() == 1


def test_claims_can_be_searched(show: Open, bench: str) -> None:
    page = show(bench)
    page.select_option("#kind", "all")
    assert page.locator("#list li").count() == 2
    page.fill("#words", "nowhere to be found")
    assert page.locator("#count").inner_text() == "0 claims"
    page.fill("#words", "VIERZIG")
    assert page.locator("#list li").count() == 2


def test_hostile_text_is_shown_and_does_not_run(show: Open) -> None:
    page = show(report_of(HOSTILE, names=("<img src=x onerror=alert(1)>", "two")).to_html())
    page.select_option("#kind", "all")
    shown = page.locator("#detail .text").evaluate("one => one.textContent")
    assert shown == HOSTILE.replace("\x00", "\ufffd").replace("\u202e", "\ufffd")
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 2


def test_dark_and_light_differ_and_both_can_be_read(show: Open, bench: str) -> None:
    colours = {}
    for scheme in ("light", "dark"):
        page = show(bench, color_scheme=scheme)
        colours[scheme] = page.evaluate(
            "(style => [style.color, style.backgroundColor])(getComputedStyle(document.body))"
        )
    assert colours["light"] == ["rgb(27, 27, 27)", "rgb(255, 255, 255)"]
    assert colours["dark"] == ["rgb(232, 232, 232)", "rgb(22, 22, 22)"]


def test_print_leaves_out_what_one_cannot_press(show: Open, bench: str) -> None:
    page = show(bench)
    page.select_option("#system", label="two")
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert not page.locator(".controls").is_visible()
    assert page.locator("#detail .text").is_visible()


def test_without_scripts_the_figures_are_there(show: Open, bench: str) -> None:
    page = show(bench, java_script_enabled=False)
    assert page.locator("#leaderboard table").first.is_visible()
    assert page.locator("noscript p").is_visible()
    assert not page.locator("#browser").is_visible()


def test_a_compared_claim_lights_its_words(show: Open, compared: str) -> None:
    page = show(compared)
    buttons = page.locator("[data-claim] button")
    buttons.first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".m.supplier.lit").all_inner_texts() == ["Berlin"]
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator(".m.supplier.lit").all_inner_texts() == ["Paris"]
    assert page.locator("[aria-pressed=true]").count() == 1


def test_only_statements_with_differences(show: Open, compared: str) -> None:
    page = show(compared)
    assert page.locator(".card:visible").count() == 2
    page.check("#only")
    assert page.locator(".card:visible").count() == 1
