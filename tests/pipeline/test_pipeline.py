"""From text to claims: what is asked for is what runs, and nothing gets lost on the way."""

from __future__ import annotations

import gc

import pytest

import armstrade
from armstrade.claims.draft import ClaimDraft
from armstrade.errors import InputError, PluginError, UnknownNameError
from armstrade.pipeline import extract, extract_many, run
from armstrade.plugins import Registry, Status

TEXT = "Berlin liefert Kyjiw Leopard-2-Panzer. Das Wetter ist gut."


class Keyword:
    """Claims what stands in the documents of this file."""

    languages = ("de",)

    def __init__(self, name="keyword", **declared):
        self.name = name
        vars(self).update(declared)

    def extract(self, reading):
        if "Panzer" in reading.document.text:
            yield ClaimDraft(supplier="Berlin", materiel="Leopard-2-Panzer", stage="delivered")


class Broken(Keyword):
    def extract(self, reading):
        raise OSError("model file is missing")


class Dreamer(Keyword):
    def extract(self, reading):
        yield ClaimDraft(supplier="Rom", materiel="Schiffe", stage="delivered")


def registry(*extractors):
    class Plugin:
        @armstrade.hookimpl
        def armstrade_extractors(self):
            return extractors

    registry = Registry(entry_points=())
    registry.block("armstrade.extractors")
    registry.register(Plugin(), name="test")
    return registry


def test_words_become_a_claim_with_names_resolved():
    (claim,) = extract(TEXT, extractors=[Keyword()])
    assert (claim.supplier.id, claim.supplier.country) == ("DE", "DE")
    assert claim.materiel.category == "armoured_vehicle"
    assert claim.materiel.designation == "Leopard 2"
    assert [span.text for span in claim.evidence] == ["Berlin liefert Kyjiw Leopard-2-Panzer."]
    assert claim.provenance.extractor == "keyword"


def test_a_text_and_its_document_give_the_same():
    document = armstrade.Document(text=TEXT, language="de", published="2024", title="Wetter")
    from_text = extract(
        TEXT, language="de", published="2024", title="Wetter", extractors=[Keyword()]
    )
    assert extract(document, extractors=[Keyword()]) == from_text
    assert from_text.documents == (document,)


@pytest.mark.parametrize("slot", ["language", "published", "title"])
def test_a_document_is_not_changed_by_arguments(slot):
    with pytest.raises(InputError, match="belong into the Document"):
        extract(armstrade.Document(text=TEXT), extractors=[Keyword()], **{slot: "de"})


@pytest.mark.parametrize(("text", "language"), [("", None), ("12 34", None), (TEXT, "en")])
def test_a_language_not_told_or_not_read_is_an_abstention(text, language):
    claims = extract(text, language=language, extractors=[Keyword()])
    (outcome,) = claims.outcomes
    assert (len(claims), outcome.status) == (0, Status.ABSTAINED)
    assert "language" in outcome.reason or "'en'" in outcome.reason


def test_without_names_all_run_that_run_by_default():
    found = registry(Keyword("a"), Keyword("b", default=False), Keyword("c"))
    claims = extract(TEXT, registry=found)
    assert [outcome.extractor for outcome in claims.outcomes] == ["a", "c"]
    assert claims[0].provenance.votes == ("a", "c")
    claims = extract(TEXT, extractors=["b"], registry=found)
    assert [outcome.extractor for outcome in claims.outcomes] == ["b"]


def test_a_failure_warns_and_keeps_the_claims_of_others():
    with pytest.warns(RuntimeWarning, match="'broken' failed in extract: OSError"):
        claims = extract(TEXT, language="de", extractors=[Broken("broken"), Keyword()])
    assert len(claims) == 1
    assert [outcome.status for outcome in claims.outcomes] == [Status.FAILED, Status.CLAIMS]


@pytest.mark.parametrize(
    ("extractor", "words"),
    [(Broken("broken"), "OSError: model file"), (Dreamer("dreamer"), "'Rom' does not stand")],
)
def test_strict_raises(extractor, words):
    with pytest.raises(PluginError, match=words):
        extract(TEXT, language="de", extractors=[extractor, Keyword()], strict=True)


def test_strict_raises_when_a_plugin_cannot_be_loaded():
    found = registry(Keyword(), object())
    with pytest.raises(PluginError, match="no attribute 'name'"):
        extract(TEXT, registry=found, strict=True)
    assert len(extract(TEXT, registry=found)) == 1


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"extractors": ["keywrd"]}, UnknownNameError, "Did you mean 'keyword'"),
        ({"extractors": "keyword"}, InputError, r"extractors is a list: \['keyword'\]"),
        ({"combine": "magic"}, UnknownNameError, "no combiner named"),
        ({"options": {"rules": {"a": 1}}}, InputError, "'rules', which does not run"),
        ({"options": {"keyword": {"a": 1}}}, PluginError, "has no options"),
    ],
)
def test_wrong_arguments_are_told_before_a_document_is_read(arguments, error, words):
    def documents():
        raise AssertionError("a document was read")
        yield

    with pytest.raises(error, match=words):
        extract_many(documents(), registry=registry(Keyword()), **arguments)


def test_many_documents_are_read_one_by_one():
    seen = []

    def documents():
        for number in range(3):
            seen.append(number)
            yield armstrade.Document(id=f"d{number}", text=TEXT, language="de")

    results = extract_many(documents(), extractors=[Keyword()])
    first = next(results)
    assert (first.document.id, seen) == ("d0", [0])
    rest = list(results)
    assert [result.document.id for result in rest] == ["d1", "d2"]
    alone = run(rest[1].document, [Keyword()])
    assert (alone.claims, alone.outcomes) == (rest[1].claims, rest[1].outcomes)


@pytest.mark.parametrize("name", ["rules", "fuzzy"])
def test_a_document_that_was_read_leaves_no_garbage(name):
    text = (
        "Oman hat bei Italien vier Schnellboote bestellt und zwei davon schon erhalten. "
        "Das Königreich soll sie im Mai erhalten haben. Rom bestreitet das."
    )
    document = armstrade.Document(text=text, language="de")
    assert run(document, [name]).claims
    gc.collect()
    gc.disable()
    try:
        run(document, [name])
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_reading_that_was_let_go_reads_again():
    result = run(armstrade.Document(text=TEXT, language="de"), [Keyword()])
    first, second = result.reading.sentences
    assert (first.text, second.text) == (TEXT[:38], TEXT[39:])
    result.reading.forget()
    assert result.reading.sentences[0] is not first
    assert first.text == TEXT[:38]


def test_the_combiner_may_be_an_object():
    class Nobody:
        name = "nobody"

        def combine(self, outcomes, document):
            return []

    assert len(extract(TEXT, extractors=[Keyword()], combine=Nobody())) == 0
    assert len(extract(TEXT, extractors=[Keyword()], combine="vote")) == 1
