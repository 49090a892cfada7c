"""The screen before the analysis of sentences: it may save work, never lose a claim."""

from __future__ import annotations

import tomllib
from itertools import islice
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armstrade import corpora
from armstrade.claims import Document
from armstrade.extractors.rules import read_events
from armstrade.extractors.rules.assemble import claims
from armstrade.reading import TriggerIndex, read

LANGUAGES = ("de", "en")
CONSTRUCTIONS = Path(__file__).parent.parent / "constructions"


def sentences_of(language: str) -> list[str]:
    table = tomllib.loads((CONSTRUCTIONS / f"{language}.toml").read_text("utf-8"))
    return [case["text"] for case in table["case"]]


def assert_nothing_is_lost(text: str, language: str) -> None:
    document = Document(text=text, language=language, published="2024-05-06")
    told = read_events(fast := read(document))
    with mock.patch.object(TriggerIndex, "partners", anything_may_carry_a_trigger):
        wanted = read_events(slow := read(document), screened=False)
        assert claims(slow, wanted, "rules", "0") == claims(fast, told, "rules", "0")


def anything_may_carry_a_trigger(index: TriggerIndex, low: str) -> frozenset[str]:
    return frozenset()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["newsroom/dev", "newsroom/negative"])
def test_on_articles(part: str, language: str) -> None:
    for gold in islice(corpora.load(part, language=language), 40):
        assert_nothing_is_lost(gold.document.text, language)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_on_sentences_in_any_order(language: str, data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.sampled_from(sentences_of(language)), max_size=8))
    fillers = st.sampled_from([" ", "\n\n", " Es regnet seit Tagen. ", " It rained again. "])
    assert_nothing_is_lost("".join(text + data.draw(fillers) for text in texts), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_with_triggers_are_let_through(language: str) -> None:
    for gold in islice(corpora.load("newsroom/train", language=language), 40):
        for sentence in read(gold.document).sentences:
            told = sentence.may_have_triggers
            with mock.patch.object(TriggerIndex, "partners", anything_may_carry_a_trigger):
                assert told or not sentence.triggers
