"""The rule-based extractor as a whole; the construction suite holds the breadth."""

import pytest

import armstrade
from armstrade.corpora import load
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


def claims(text, language, published="2024-05-15"):
    return armstrade.extract(text, language=language, published=published, extractors=["rules"])


def slots(claim):
    return (
        claim.supplier.key,
        claim.recipient.key,
        claim.materiel.category.value,
        claim.stage.value,
        claim.polarity.value,
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Finnland hat Kenia 20 Haubitzen geliefert.",
         ("FI", "KE", "artillery", "delivered", "affirmed")),
        ("de", "Kenia hat von Finnland 20 Haubitzen gekauft.",
         ("FI", "KE", "artillery", "ordered", "affirmed")),
        ("de", "Finnland hat Kenia nie Haubitzen geliefert.",
         ("FI", "KE", "artillery", "delivered", "negated")),
        ("de", "Finnland weigert sich, Kenia Haubitzen zu liefern.",
         ("FI", "KE", "artillery", "refused", "affirmed")),
        ("en", "Finland has delivered 20 howitzers to Kenya.",
         ("FI", "KE", "artillery", "delivered", "affirmed")),
        ("en", "Kenya bought 20 howitzers from Finland.",
         ("FI", "KE", "artillery", "ordered", "affirmed")),
        ("en", "Finland has never delivered howitzers to Kenya.",
         ("FI", "KE", "artillery", "delivered", "negated")),
        ("en", "Finland refused to sell howitzers to Kenya.",
         ("FI", "KE", "artillery", "refused", "affirmed")),
    ],
)  # fmt: skip
def test_who_gives_what_to_whom(language, text, expected):
    (claim,) = claims(text, language)
    assert slots(claim) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Haubitzen aus Finnland beschossen Kenia."),
        ("de", "Finnland liefert Kenia Getreide."),
        ("de", "Die finnische Armee übt mit Haubitzen in Kenia."),
        ("en", "Finnish howitzers shelled Kenya."),
        ("en", "Finland delivers grain to Kenya."),
        ("en", "The Finnish army trains with howitzers in Kenya."),
    ],
)
def test_silence(language, text):
    assert list(claims(text, language)) == []


def test_the_rule_behind_a_claim_is_named():
    (claim,) = claims("Finnland hat den Verkauf von Haubitzen an Kenia genehmigt.", "de")
    assert claim.provenance.extractor == "rules"
    assert claim.provenance.rule == "genehmigen+Verkauf"


def test_the_order_of_documents_does_not_matter():
    documents = [gold.document for gold in load("newsroom", split="dev")][:12]
    extractor = RulesExtractor()
    forward = {d.id: list(extractor.extract(read(d))) for d in documents}
    backward = {d.id: list(extractor.extract(read(d))) for d in reversed(documents)}
    assert forward == backward


def test_every_span_of_every_claim_stands_in_its_document():
    for gold in load("newsroom", split="dev"):
        for claim in RulesExtractor().extract(read(gold.document)):
            claim.verify(gold.document)


def _goods(reading):
    return [
        (phrase.start, phrase.end, phrase.category, phrase.designation, phrase.sentence)
        for sentence in reading.sentences
        for phrase in sentence.materiel
    ]


@pytest.mark.parametrize("language", ["de", "en"])
def test_leaves_the_shared_reading_as_it_was(language):
    for gold in list(load("newsroom", split="dev", language=language))[:12]:
        reading = read(gold.document)
        before = _goods(reading)
        list(RulesExtractor().extract(reading))
        assert _goods(reading) == before
