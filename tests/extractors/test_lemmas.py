"""The classes of trigger lemmas: in order, and of words that are there."""

import tomllib
from importlib.resources import files

import pytest

from armstrade.extractors.rules.lemmas import lemmas

CLASSES = tomllib.loads(
    files("armstrade.extractors.rules").joinpath("lemmas.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_is_sorted_lower_case_and_without_repeats(name):
    words = CLASSES[name]
    assert words == sorted(set(words))
    assert all(word == word.lower() for word in words)
    assert lemmas(name) == frozenset(words)


def test_classes_stand_in_alphabetical_order():
    assert list(CLASSES) == sorted(CLASSES)
