"""Offsets and boundaries on any text; the folding against a slow reference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armstrade.errors import InputError
from armstrade.lexicon import Lexicon, MaterielEntry, PartyEntry, find
from armstrade.lexicon.fold import core, fold
from armstrade.lexicon.index import Index
from armstrade.lexicon.surfaces import Surface

PIECES = st.sampled_from(
    ["Russland", "Russlands", "Leopard-2-Panzer", " ", "-", "ı", "İ", "ğ", "🚀", "„", "’s", "\n",
     "Erdoğan", "Ägypten", "F-16C", "Waffen", "lieferung", "s", "Čaputová", "US", "\u2011", "."]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["de", "en"]))
def test_mentions_lie_in_their_words_and_in_order(text: str, language: str) -> None:
    found = find(text, language=language)
    assert found == sorted(found, key=lambda m: (m.start, -m.end, m.kind))
    for mention in found:
        low, high = mention.word
        assert 0 <= low <= mention.start < mention.end <= high <= len(text)
        assert mention.entry == mention.candidates[0]
        assert low == 0 or not text[low - 1].isalnum()
        assert high == len(text) or not text[high].isalnum()


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    for char, byte in zip(text, folded, strict=True):
        if char.isascii() and char.isalnum():
            assert chr(byte) == char.lower()


WORDS = st.text(alphabet="ab cß-ä", min_size=1, max_size=5).filter(
    lambda s: s == s.strip(" -") and s
)


@given(
    st.lists(WORDS, min_size=1, max_size=5, unique=True), st.text(alphabet="abcßä -.", max_size=30)
)
def test_the_index_finds_what_a_plain_search_finds(forms: list[str], text: str) -> None:
    entry = PartyEntry("x", "DE", "DE", "country")
    index = Index(Surface(form, entry) for form in forms)
    padded = " " + text + " "
    plain = padded.translate(str.maketrans("-.", "  "))
    expected = set()
    for form in forms:
        needle = " " + core(form).decode("latin-1") + " "
        at = plain.find(needle)
        while at >= 0:
            expected.add((at, at + len(needle) - 2))
            at = plain.find(needle, at + 1)
    assert {(start, end) for _, start, end in index.hits(text)} == expected


def test_names_with_letters_outside_latin_1() -> None:
    assert [m.entry.id for m in find("Präsident Erdoğan", language="de", year=2022)] == ["TR"]  # type: ignore[union-attr]
    assert find("ğIran", language="en") == []


def test_entries_can_be_added_without_changing_the_lexicon() -> None:
    base = Lexicon([])
    more = base.with_entries(
        [
            PartyEntry("Ruritania", "org:Ruritania", None, "armed_group"),
            {"designation": "Zorg-9", "category": "uav", "aliases": "Zorgling"},
            {"term": "blaster", "category": "small_arms", "language": "en", "plural": "blasters"},
        ]
    )
    text = "Ruritania sent Zorg 9 and a Zorgling with blasters"
    assert base.find(text, language="en") == []
    assert [m.kind for m in more.find(text, language="en")] == [
        "party", "designation", "designation", "materiel",
    ]  # fmt: skip
    assert isinstance(more.find("blaster", language="en")[0].entry, MaterielEntry)


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(InputError, match="'fr'"):
        find("x", language="fr")


@pytest.mark.parametrize("piece", ["Panzer", "Tiger ", "Saudi Arabia ", "Puma drones "])
def test_work_grows_with_the_text_only(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Counts looks at neighbours instead of measuring time.
    from armstrade.lexicon import candidate, company, resolve

    looks = 0
    plain = candidate.near

    def counting(found: list[Any], one: Any, reach: int) -> Iterator[Any]:
        nonlocal looks
        for other in plain(found, one, reach):
            looks += 1
            yield other

    monkeypatch.setattr(company, "near", counting)
    monkeypatch.setattr(resolve, "near", counting)
    counts = []
    for size in (100, 400):
        looks = 0
        find(piece * size, language="en")
        counts.append(looks)
    assert counts[1] <= 5 * counts[0] + 50
