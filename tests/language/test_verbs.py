"""Verb forms: principal parts, prefixes, particles, spelling."""

import pytest

from armstrade.language.de import verbs as german
from armstrade.language.en import verbs as english
from armstrade.language.grammar import grammar


@pytest.mark.parametrize(
    ("lemma", "particle", "form", "feature"),
    [
        ("liefern", "", "lieferte", "past"),
        ("liefern", "", "geliefert", "part"),
        ("vergeben", "", "vergab", "past"),
        ("überlassen", "", "überließ", "past"),
        ("überlassen", "", "überlassen", "part"),
        ("anbieten", "an", "bot", "split"),
        ("anbieten", "an", "anzubieten", "zu"),
        ("anbieten", "an", "angeboten", "part"),
        ("genehmigen", "", "genehmigt", "part"),
        ("exportieren", "", "exportiert", "part"),
        ("sein", "", "sind", "pres"),
        ("werden", "", "worden", "part"),
    ],
)
def test_german_forms(lemma, particle, form, feature):
    assert feature in german.forms(lemma, particle)[form]


def test_a_separable_verb_has_no_bare_participle_of_its_base():
    assert "geboten" not in german.forms("anbieten", "an")


@pytest.mark.parametrize(
    ("lemma", "form", "feature"),
    [
        ("ship", "shipped", "past"),
        ("equip", "equipping", "ing"),
        ("supply", "supplies", "pres"),
        ("supply", "supplied", "part"),
        ("buy", "bought", "part"),
        ("veto", "vetoes", "pres"),
        ("give", "giving", "ing"),
        ("offer", "offered", "past"),
    ],
)
def test_english_forms(lemma, form, feature):
    assert feature in english.forms(lemma)[form]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_class_of_the_grammar_is_lower_case_and_without_repeats(language):
    for name, words in grammar(language).data["words"].items():
        assert all(word == word.lower() for word in words), name
        assert len(set(words)) == len(words), f"{language}: {name} repeats a word"


@pytest.mark.parametrize("table", ["words", "cues"])
def test_both_languages_have_the_same_classes(table):
    german_names = grammar("de").data["words"] if table == "words" else grammar("de").cues["cues"]
    english_names = grammar("en").data["words"] if table == "words" else grammar("en").cues["cues"]
    shared = set(german_names) & set(english_names)
    # what code asks for in both languages must be there in both
    assert {"agents", "titles", "relatives", "list_coordinators"} <= shared or table == "cues"
    assert {"negators", "hearsay", "denial", "reporting"} <= shared or table == "words"
