"""The rule-based extractor as a whole; the construction suite holds the breadth."""

import pytest

import armstrade
from armstrade.claims import Document
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


def _told(text: str) -> list[tuple[str | None, str | None, str, int | None, str]]:
    reading = read(Document(text=text, language="en", published="2024-05-15"))
    return [
        (
            c.supplier and c.supplier.key,
            c.recipient and c.recipient.key,
            c.materiel.designation or c.materiel.category.value,
            c.quantity and c.quantity.min,
            c.stage.value,
        )
        for c in RulesExtractor().extract(reading)
    ]


def test_a_sale_notice_lists_what_is_requested() -> None:
    notice = (
        "The State Department has approved a possible Foreign Military Sale to Oman of Javelin "
        "missiles. The Government of Oman has requested to buy six (6) M142 HIMARS launchers; "
        "thirty-six (36) ATACMS missiles; and twelve (12) Humvees. Also included are radios."
    )
    told = _told(notice)
    assert told[0] == ("US", "OM", "Javelin", None, "ordered")
    for goods in (("HIMARS", 6), ("ATACMS", 36), ("HMMWV", 12)):
        assert ("US", "OM", *goods, "sought") in told
    assert told[-1][:3] == ("US", "OM", "sensor")


def test_whoever_requests_a_sale_is_the_buyer() -> None:
    notice = (
        "The State Department approved the sale of Javelin missiles to Oman. "
        "The Government of Oman has requested a possible sale of nine Patriot launchers."
    )
    assert ("US", "OM", "Patriot", 9, "sought") in _told(notice)


def test_semicolons_between_clauses_without_verbs_end_them() -> None:
    text = "Russia sent Mali 20 tanks; China, 40 drones."
    assert ("RU", "ML", "uav", 40, "delivered") not in _told(text)


def test_on_order_is_told_of_the_whole_number() -> None:
    text = (
        "Airbus handed over three of the eight H225 medium helicopters on order for Kenya's army."
    )
    assert [(c[3], c[4]) for c in _told(text)] == [(3, "delivered"), (8, "ordered")]


def test_a_contract_calls_for_more() -> None:
    text = "Kenya has awarded Saab a contract for radars. The contract also calls for mortars."
    assert ("SE", "KE", "artillery", None, "ordered") in _told(text)


def test_whoever_was_offered_it_declines_it() -> None:
    text = "Nexter made an offer of 56 Caesar guns to Kuwait. The land force declined it."
    assert _told(text)[-1] == ("FR", "KW", "CAESAR", 56, "refused")


def test_a_gun_of_a_great_calibre_is_artillery() -> None:
    text = "Italy's Leonardo supplied the Spanish yard with the 76 mm gun."
    assert _told(text) == [("IT", "ES", "artillery", None, "delivered")]


def test_what_is_sent_besides_goods_is_no_claim() -> None:
    text = "China delivered 36 howitzers to Kenya. Then they send us a brochure."
    assert len(_told(text)) == 1


def test_in_an_interview_we_is_whoever_is_asked() -> None:
    text = (
        "Bolivia's defence minister talks to Andean Review about old jets and new radars\n\n"
        "AR: Why has the air force no jets?\nOurs were built in the sixties.\n\n"
        "And the replacement?\nWe are talking with Leonardo about six trainer jets.\n\n"
        "What about the army?\nSpain has lent us a helicopter."
    )
    assert [c[:2] for c in _told(text)] == [("IT", "BO"), ("ES", "BO")]


def test_the_remainder_points_back() -> None:
    text = (
        "Airbus handed over three helicopters to Kenya's army. The remainder are to follow in May."
    )
    assert _told(text)[-1] == ("FR", "KE", "helicopter", None, "planned")
    told = "Airbus handed over three helicopters to Kenya's army. The rest of the world watched."
    assert len(_told(told)) == 1
