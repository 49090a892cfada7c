"""Where the words of a gold record stand (as in the annotation guide)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armstrade.claims import Span
from armstrade.corpora.ground import closest, locate, locate_evidence, locate_pair, occurrences


@pytest.mark.parametrize(
    ("text", "words", "evidence", "start", "why"),
    [
        ("Kiew bittet. Kiew bekommt.", "Kiew", (13, 26), 13, "inside the evidence"),
        ("Kiew bittet. Es bekommt. Kiew dankt.", "Kiew", (13, 24), 25, "nearest to the evidence"),
        ("It waited for it.", "it", (0, 17), 14, "a whole word before a part of one"),
        ("Waffenlieferung. Waffen!", "Waffen", (0, 16), 0, "a compound inside the evidence"),
        ("Waiting. it", "it", (0, 8), 9, "a short word is not meant inside another"),
        ("U-Boote und Boote", "Boote", (0, 17), 2, "a hyphen is a word border; then the first"),
    ],
)
def test_locate(text: str, words: str, evidence: tuple[int, int], start: int, why: str) -> None:
    found = locate(text, words, [Span.of(text, *evidence)])
    assert found == Span.of(text, start, start + len(words)), why


def test_of_several_places_the_one_near_the_materiel_is_meant() -> None:
    text = "Iran bittet; Russland gab Iran Panzer."
    everything = [Span.of(text, 0, len(text))]
    near = Span.of(text, 31, 37)
    found = locate(text, "Iran", everything, near=near)
    assert found is not None
    assert found.start == 26


def test_number_and_thing_belong_together() -> None:
    text = "50 tanks in May, 20 tanks in June, 50 guns"
    evidence = [Span.of(text, 0, len(text))]
    assert locate_pair(text, "20", "tanks", evidence) == (
        Span.of(text, 17, 19), Span.of(text, 20, 25),
    )  # fmt: skip
    assert locate_pair(text, "50", "guns", evidence)[0] == Span.of(text, 35, 37)


def test_repeated_evidence_is_taken_near_the_rest() -> None:
    text = "Tanks sold. Rain. Tanks sold. To Chad."
    found = locate_evidence(text, ["Tanks sold.", "To Chad."])
    assert [span.start for span in found if span] == [18, 30]
    twice = locate_evidence(text, ["Tanks sold.", "Tanks sold."])
    assert sorted(span.start for span in twice if span) == [0, 18]
    assert locate_evidence(text, ["Snow."]) == [None]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Er sagte: „Nein“.", '"Nein"', "„Nein“"),
        ("die  Leopard 2-Panzer", "Die Leopard", "die  Leopard"),
        ("Leopard\n2", "Leopard 2", "Leopard\n2"),
        ("sieben Panzerhaubitzen 2000", "Panzerhaubitze 2000", "Panzerhaubitzen 200"),
        ("nichts davon", "Zeppelin", None),
        ("text", "", None),
    ],
)
def test_closest(text: str, words: str, expected: str | None) -> None:
    assert closest(text, words) == expected


@settings(deadline=None)
@given(
    st.text(alphabet="ab 😀ß\r\n", max_size=30), st.text(alphabet="ab 😀ß", min_size=1, max_size=3)
)
def test_what_is_located_stands_there(text: str, words: str) -> None:
    evidence = [Span.of(text, 0, len(text))] if text else []
    found = locate(text, words, evidence)
    assert (found is not None) == (words in text)
    if found is not None:
        found.verify(text)
        assert found.start in occurrences(text, words)
