"""Languages without a grammar: the examples alone teach them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from armstrade.claims import Document
from armstrade.corpora.jsonl import load_jsonl
from armstrade.extractors.fuzzy import FuzzyExtractor, FuzzyOptions
from armstrade.pipeline import extract
from armstrade.plugins import Status
from armstrade.reading import read
from armstrade.testing import check_extractor

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "other_languages.toml").read_text(encoding="utf-8"))


def examples(language):
    return HERE / f"examples_{language}.jsonl"


def fuzzy(text, language, **options):
    reading = read(Document(id="new", text=text, language=language))
    chosen = FuzzyOptions(examples=(examples(language),), **options)
    return list(FuzzyExtractor().extract(reading, options=chosen))


def said(claim):
    return [
        claim.supplier and claim.supplier.key,
        claim.recipient and claim.recipient.key,
        claim.materiel.category.value,
        claim.stage.value,
        claim.polarity.value,
    ]


@pytest.mark.parametrize("packaged", [True, False], ids=["with packaged", "alone"])
@pytest.mark.parametrize(
    ("language", "case"),
    [(language, case) for language, cases in CASES.items() for case in cases],
    ids=lambda value: value["text"] if isinstance(value, dict) else value,
)
def test_similar_sentences(language, case, packaged):
    found = fuzzy(case["text"], language, packaged=packaged)
    assert [said(claim) for claim in found] == ([case["claim"]] if "claim" in case else [])
    for claim in found:
        claim.verify(Document(id="new", text=case["text"], language=language))
        assert claim.provenance.rule.startswith(f"like {language}-")


@pytest.mark.parametrize(
    ("text", "language", "quantity"),
    [
        ("Le Canada promet plus de 40 véhicules blindés à Haïti.", "fr", (40, None, "plus de 40")),
        ("L'Égypte a reçu 1 200 canons de la France.", "fr", (1200, 1200, "1 200")),
        ("Vingt canons ont été livrés à Kiev par Copenhague.", "fr", (20, 20, "Vingt")),
        ("China ofrece misiles a Irán.", "es", None),
    ],
)
def test_counts(text, language, quantity):
    (claim,) = fuzzy(text, language)
    found = claim.quantity
    assert (found and (found.min, found.max, found.span.text)) == quantity


def test_a_learnt_ending_holds_for_other_states():
    """ "Ukrainie" and "Egiptowi" are taught, "Litwie" and "Iranowi" follow from them."""
    (claim,) = fuzzy("Niemcy przekazały Litwie 30 czołgów T-72.", "pl")
    assert (claim.recipient.key, claim.recipient.span.text) == ("LT", "Litwie")
    assert claim.materiel.designation == "T-72"
    (claim,) = fuzzy("Francja sprzedała Iranowi haubice.", "pl")
    assert claim.recipient.key == "IR"


def test_a_negation_needs_an_example_that_negates():
    """Without one nothing is claimed, rather than the opposite of what is said."""
    assert fuzzy("La Norvège n'a pas livré de munitions à Israël.", "fr")[0].polarity == "negated"
    assert fuzzy("Madrid ne promet pas de chars à la Bulgarie.", "fr") == []


def test_an_added_example_changes_the_result(tmp_path):
    text = "Oslo cède dix chars à Riga."
    assert fuzzy(text, "fr") == []
    gold = load_jsonl(examples("fr"))[0]
    line = (
        examples("fr").read_text(encoding="utf-8").splitlines()[0]
        .replace("a livré", "cède").replace(f'"{gold.id}"', '"mine"')
    )  # fmt: skip
    both = tmp_path / "mine.jsonl"
    both.write_text(line + "\n", encoding="utf-8")
    reading = read(Document(id="new", text=text, language="fr"))
    options = FuzzyOptions(examples=(examples("fr"), both))
    (claim,) = FuzzyExtractor().extract(reading, options=options)
    assert said(claim)[:2] == ["NO", "LV"]
    assert claim.provenance.rule == "like mine:0"


FRENCH = "La Suède a envoyé dix chars à l'Estonie. Le ministère ne dit pas quand."


@pytest.mark.parametrize("language", ["fr", None], ids=["declared", "detected"])
def test_rules_abstain_where_fuzzy_reads(language):
    options = {"fuzzy": {"examples": [examples("fr")]}}
    found = extract(FRENCH, language=language, extractors=["rules", "fuzzy"], options=options)
    status = {outcome.extractor: outcome.status for outcome in found.outcomes}
    assert status == {"fuzzy": Status.CLAIMS, "rules": Status.ABSTAINED}
    assert [said(claim)[:2] for claim in found] == [["SE", "EE"]]


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        (FRENCH, "fr", "no examples in 'fr'"),
        (FRENCH, "sw", "no examples in 'sw'"),
        ("政府は戦車を供給する", None, "not known"),
    ],
)
def test_it_abstains_without_examples(text, language, why):
    options = {"fuzzy": {"examples": [examples("es")]}}
    (outcome,) = extract(text, language=language, extractors=["fuzzy"], options=options).outcomes
    assert outcome.status is Status.ABSTAINED
    assert why in outcome.reason


@pytest.mark.parametrize("language", sorted(CASES))
def test_conformance(language):
    texts = [case["text"] for case in CASES[language]]
    documents = [
        Document(
            id=f"{language}-{start}", text=" ".join(texts[start : start + 6]), language=language
        )
        for start in range(0, len(texts), 6)
    ]
    report = check_extractor(
        FuzzyExtractor(), documents=documents, options={"examples": (examples(language),)}
    )
    report.raise_for_failures()
    # It takes any language that it has examples in, so none is declared.
    assert report.skipped == ("abstains_in_other_languages",)
