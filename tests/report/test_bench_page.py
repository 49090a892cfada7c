"""The benchmark as a page: all figures are there, and hostile text stays text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from armstrade.benchmark import Report, score
from armstrade.benchmark.report import Kind, SystemReport
from armstrade.claims import Ballot, Document, Provenance, TransferClaim
from armstrade.corpora import Corpus, GoldDocument
from armstrade.plugins.outcome import Outcome, Status

from .conftest import TEXT, Page, reading

HOSTILE = (
    "Berlin</script><script>alert(1)</script>\"'<!--\u202e\x00]]> Kiew &amp; Panzer\u2028"
    + "Panzer, Panzer!"
)


def data_of(page: str) -> dict[str, Any]:
    """What the page holds for its script, as a browser reads it."""
    found = re.search(r'<script type="application/json" id="data">([^<]*)</script>', page)
    assert found
    parsed: dict[str, Any] = json.loads(found[1])
    return parsed


def report_of(text: str = TEXT, *, names: tuple[str, str] = ("one", "two")) -> Report:
    """Two extractors on three documents: one is right, one wrong about the stage, one silent."""
    documents = [
        Document(id=f"d{number}", text=text, language="de", title=text[:30]) for number in range(3)
    ]
    right = {one.id: reading(one) for one in documents}
    corpus = Corpus(
        name="tiny",
        version="1",
        licence="",
        sha256="0" * 64,
        documents=(
            GoldDocument(documents[0], (right["d0"],), tags=("denial",)),
            GoldDocument(documents[1], (right["d1"],)),
            GoldDocument(documents[2]),
        ),
    )
    first: dict[str, tuple[TransferClaim, ...]] = {"d0": (right["d0"],), "d1": (right["d1"],)}
    wrong = reading(documents[1], stage="planned", rule=text)
    ballots = (
        Ballot(slot="stage", value="planned", voters=("a", "b"), chosen=True),
        Ballot(slot="stage", value=text, voters=("c",), chosen=False),
    )
    said = Provenance(extractor="one", rule=text, votes=("a", "b", "c"), ballots=ballots)
    wrong = wrong.model_copy(update={"provenance": said})
    second = {"d0": (right["d0"],), "d1": (wrong,), "d2": (right["d2"],)}
    outcomes = {
        one.id: tuple(
            Outcome(name, Status.CLAIMS, claims[one.id])
            if one.id in claims
            else Outcome(name, Status.NOTHING)
            for name, claims in zip(names, (first, second), strict=True)
        )
        for one in documents
    }
    systems = [
        SystemReport(names[0], score(corpus, first), seconds=0.5),
        SystemReport(names[1], score(corpus, second), statuses={"abstained": 1}, ungrounded=2),
        SystemReport("nothing", score(corpus, {}), Kind.BASELINE),
    ]
    return Report(corpus=corpus, systems=tuple(systems), outcomes=outcomes, resamples=50)


@pytest.fixture(scope="module")
def page() -> str:
    return report_of().to_html()


def test_it_is_well_formed_and_fetches_nothing(page: str) -> None:
    Page(page).check()
    assert not re.search(r"https?:|url\(|@import", page)


def test_every_section_is_there_and_linked(page: str) -> None:
    parsed = Page(page)
    names = [one["id"] for tag, one in parsed.tags if tag == "section"]
    assert names == [
        "leaderboard", "slots", "slices", "stages", "calibration", "agreement", "claims"
    ]  # fmt: skip
    links = [one["href"] for tag, one in parsed.tags if tag == "a"]
    assert links == [f"#{name}" for name in names]


def test_figures_have_intervals_drawn_and_told(page: str) -> None:
    labels = [one["aria-label"] or "" for tag, one in Page(page).tags if tag == "svg"]
    assert "1.00, 95 % between 1.00 and 1.00" in labels
    assert sum("95 % between" in label for label in labels) == 3
    assert any(label.startswith("Reliability of one") for label in labels)
    assert any(label.startswith("Risk and coverage of two") for label in labels)


def test_warnings_stand_above_the_figures(page: str) -> None:
    text = Page(page).text
    assert "two: 2 claims set apart" in text
    assert text.index("two: abstained on 1 documents") < text.index("All documents")


def test_the_classes_add_up_to_the_cases(page: str) -> None:
    data = data_of(page)
    kinds = {one["name"]: sorted(kind for _, kind, *_ in one["cases"]) for one in data["systems"]}
    assert kinds == {"one": ["right", "right"], "two": ["right", "spurious", "stage"]}
    buttons = [
        (one["data-system"], one["data-kind"], one["aria-label"])
        for tag, one in Page(page).tags
        if tag == "button"
    ]
    assert buttons == [
        ("one", "right", "2 right, one"),
        ("two", "right", "1 right, two"),
        ("two", "stage", "1 stage, two"),
        ("two", "spurious", "1 spurious, two"),
    ]


def test_a_case_has_its_slots_its_words_and_who_says_so(page: str) -> None:
    data = data_of(page)
    [case] = [one for one in data["systems"][1]["cases"] if one[1] == "stage"]
    document, _, gold, found, odd = case
    assert [data["slots"][place] for place in odd] == ["stage"]
    claim = data["claims"][found]
    assert claim["label"] == "DE → UA · armoured vehicle · 40 · planned"
    assert (claim["by"], claim["rule"], claim["confidence"]) == ("one", TEXT, "0.80")
    assert claim["votes"] == ["a", "b", "c"]
    assert claim["ballots"] == [
        ["stage", "planned", ["a", "b"], True],
        ["stage", TEXT, ["c"], False],
    ]
    article = data["documents"][document]
    assert "".join(piece for piece, _ in article["text"]) == TEXT
    marked = {
        article["marks"][mark][0]: piece
        for piece, running in article["text"]
        for mark in running
        if gold in article["marks"][mark][2]
    }
    assert (marked["supplier"], marked["quantity"]) == ("Berlin", "vierzig")


def test_hostile_text_stays_text() -> None:
    name = "<b onclick='x'>\""
    page = report_of(HOSTILE, names=(name, "two")).to_html(title="</title><script>")
    parsed = Page(page)
    parsed.check()
    assert [tag for tag, _ in parsed.tags].count("script") == 2
    assert "b" not in {tag for tag, _ in parsed.tags}
    assert not {"\x00", "\u202e", "\u2028"} & set(page)
    data = data_of(page)
    assert [one["name"] for one in data["systems"]] == [name, "two"]
    shown = "".join(piece for piece, _ in data["documents"][0]["text"])
    assert shown == HOSTILE.replace("\x00", "\ufffd").replace("\u202e", "\ufffd")


def test_a_corpus_without_gold_has_a_page_too(tmp_path: Path) -> None:
    report = report_of()
    empty = Corpus("bare", "1", "", "0" * 64, (report.corpus[2],))
    system = SystemReport("one", score(empty, {"d2": (reading(empty[0].document),)}))
    page = Report(corpus=empty, systems=(system,), resamples=50).to_html(tmp_path / "page.html")
    parsed = Page(page)
    parsed.check()
    assert "no gold claims" in parsed.text
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page
    assert data_of(page)["systems"][0]["cases"][0][1] == "spurious"


def test_the_same_report_gives_the_same_page(page: str) -> None:
    assert report_of().to_html() == page
