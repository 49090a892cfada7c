"""Drafts: words are found where they are meant, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from armstrade.claims import Document, Materiel, Party, TransferClaim
from armstrade.claims.draft import ClaimDraft, Lookup, ground
from armstrade.claims.locate import is_whole_word, occurrences
from armstrade.errors import GroundingError
from armstrade.testing.strategies import documents_with_claims, texts


def borders(text):
    """Sentences end after a full stop and a space."""
    found, start = [], 0
    while start < len(text):
        stop = text.find(". ", start)
        end = len(text) if stop < 0 else stop + 1
        found.append((start, end))
        start = end + 1
    return found


def grounded(text, supplier, materiel, *, evidence=(), **slots) -> TransferClaim:
    draft = ClaimDraft(
        supplier={"text": supplier, "country": "DE"} if isinstance(supplier, str) else supplier,
        materiel={"text": materiel, "category": "other"} if isinstance(materiel, str) else materiel,
        stage="delivered",
        evidence=evidence,
        **slots,
    )
    return ground(draft, Document(id="d", text=text), sentences=lambda: borders(text))


TWICE = "Bonn schweigt. Iran liefert Drohnen. Viel Regen. Iran baut Drohnen. Ende."


@pytest.mark.parametrize(
    ("text", "supplier", "materiel", "evidence", "at", "why"),
    [
        ("Iran liefert Drohnen.", "Iran", "Drohnen", (), (0, 13), "plain"),
        (TWICE, "Iran", "Drohnen", (), (49, 59), "where they stand closest"),
        (TWICE, "Iran", "Drohnen", ("Iran baut Drohnen.",), (49, 59), "inside the evidence"),
        (TWICE, "Bonn", "Drohnen", (), (0, 28), "the only Bonn decides"),
        (TWICE, "Bonn", "Drohnen", ("Iran baut Drohnen.",), (0, 59), "nearest to the evidence"),
        ("Iran. " * 3 + "Der Iran gibt Waffen.", "Iran", "Waffen", (), (22, 32), "closest"),
        ("Die USA. Uns schickt US Waffen.", "US", "Waffen", (), (21, 24), "whole words first"),
        ("iranische Drohnen.", "iran", "Drohnen", (), (0, 10), "part of a word, if need be"),
        ("🚀𝕏 Über Iran: Drohnen", "Iran", "Drohnen", (), (8, 14), "code points"),
        ("A\r\nIran schickt\r\nLeopard\r\n2.", "Iran", "Leopard 2", (), (3, 17), "white space"),
        ("Iran: Drohnen. Iran: Drohnen.", "Iran", "Drohnen",
         ("Iran: Drohnen.",), (0, 6), "evidence that stands twice: the first"),
    ],
)  # fmt: skip
def test_the_right_occurrence(text, supplier, materiel, evidence, at, why):
    claim = grounded(text, supplier, materiel, evidence=evidence)
    assert (claim.supplier.span.start, claim.materiel.span.start) == at, why


def test_slots_prefer_to_be_near_the_materiel():
    text = "Iran und wieder Iran schickt Drohnen."
    assert grounded(text, "Iran", "Drohnen", evidence=(text,)).supplier.span.start == 16


def test_an_offset_decides_between_sentences_that_stand_twice():
    text = "Iran: Drohnen. Iran: Drohnen."
    second = {"text": "Iran", "at": 15, "country": "IR"}
    claim = grounded(text, second, "Drohnen", evidence=("Iran: Drohnen.",))
    assert claim.evidence[0].start == 15
    assert claim.materiel.span.start == 21


@pytest.mark.parametrize(
    ("slots", "sentences"),
    [
        (("Iran", "Drohnen"), ["Iran baut Drohnen."]),
        (("Rom", "Schiffe"), ["Rom kauft hier keine alten Schiffe."]),
        (("Bonn", "Drohnen"), ["Bonn schweigt.", "Iran liefert Drohnen."]),
        (("Regen", "Ende"), ["Viel Regen.", "Iran baut Drohnen.", "Ende."]),
    ],
)
def test_evidence_is_the_run_of_sentences(slots, sentences):
    # "Schiffe. Rom" is closer than the two within one sentence.
    text = TWICE + " Schiffe. Rom kauft hier keine alten Schiffe."
    assert [span.text for span in grounded(text, *slots).evidence] == sentences


def test_several_pieces_of_evidence_are_put_in_order():
    claim = grounded(TWICE, "Bonn", "Drohnen", evidence=("Iran baut Drohnen.", "Bonn schweigt."))
    assert [span.text for span in claim.evidence] == ["Bonn schweigt.", "Iran baut Drohnen."]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"supplier": "Paris"}, "supplier: 'Paris' does not stand in document 'd'"),
        ({"materiel": "drohnen"}, "materiel: 'drohnen' does not stand"),
        ({"supplier": {"text": "Iran", "at": 14}}, "supplier: document 'd' has ' Ira' at 14:18"),
        ({"supplier": {"text": "Iran", "at": 900}}, "supplier: document 'd' has '' at 900:904"),
        ({"attribution": ["Iran", "dpa"]}, "attribution[1]: 'dpa'"),
        ({"evidence": ["Iran liefert Drohnen!"]}, "evidence[0]: 'Iran liefert Drohnen!'"),
        ({"materiel": {"text": "Drohnen"}}, "materiel: no category is known for 'Drohnen'"),
        (
            {"quantity": {"text": "Viel", "min": 5, "max": 2}},
            "quantity: Value error, min 5",
        ),
        ({"supplier": {"text": "Iran", "id": "iran"}}, "supplier.id: "),
        ({"supplier": "  "}, "supplier: '  ' does not stand"),
    ],
)
def test_what_cannot_be_grounded_names_the_slot(change, words):
    slots = {"supplier": "Iran", "materiel": "Drohnen", **change}
    with pytest.raises(GroundingError) as caught:
        grounded(TWICE, slots.pop("supplier"), slots.pop("materiel"), **slots)
    assert words in str(caught.value)


def test_without_evidence_and_sentences_there_is_an_error():
    draft = ClaimDraft(supplier="A", materiel={"text": "B", "category": "uav"}, stage="sought")
    with pytest.raises(GroundingError, match=r"evidence: .* no sentence borders"):
        ground(draft, Document(text="A B"))


def test_a_draft_needs_a_party_and_known_fields():
    with pytest.raises(ValidationError, match="a supplier or a recipient"):
        ClaimDraft(materiel="Drohnen", stage="sought")
    with pytest.raises(ValidationError, match="Extra inputs"):
        ClaimDraft(supplier="Iran", materiel="Drohnen", stage="sought", giver="Iran")


class Known(Lookup):
    def party(self, span):
        return Party(id="IR", country="IR", span=span) if span.text == "Iran" else None

    def materiel(self, span):
        return Materiel(category="uav", designation="Shahed-136", span=span)


def test_the_lookup_fills_what_the_draft_leaves_open():
    draft = ClaimDraft(supplier="Iran", recipient="Bonn", materiel="Drohnen", stage="sought")
    claim = ground(draft, Document(text=TWICE), sentences=borders(TWICE), lookup=Known())
    assert (claim.supplier.key, claim.recipient.key) == ("IR", None)
    assert (claim.materiel.category, claim.materiel.designation) == ("uav", "Shahed-136")


def test_the_lookup_does_not_overrule_the_draft():
    draft = ClaimDraft(
        supplier={"text": "Iran", "id": "org:Iran Air"},
        materiel={"text": "Drohnen", "category": "aircraft"},
        stage="sought",
    )
    claim = ground(draft, Document(text=TWICE), sentences=borders(TWICE), lookup=Known())
    assert (claim.supplier.id, claim.supplier.country) == ("org:Iran Air", None)
    assert (claim.materiel.category, claim.materiel.designation) == ("aircraft", None)


def test_the_record_of_the_annotation_guide_is_a_draft():
    text = "Teheran soll Moskau mehr als 200 Drohnen schicken, sagt die CIA."
    draft = ClaimDraft.model_validate(
        {
            "supplier": {"id": "IR", "country": "IR", "text": "Teheran"},
            "recipient": {"id": "RU", "country": "RU", "text": "Moskau"},
            "intermediary": None,
            "materiel": {"category": "uav", "designation": None, "text": "Drohnen"},
            "quantity": {"min": 200, "max": None, "unit": "piece", "text": "mehr als 200"},
            "stage": "planned", "polarity": "affirmed", "factuality": "reported",
            "date": None, "mode": "unspecified", "consideration": None,
            "attribution": ["CIA"], "evidence": [text],
        }
    )  # fmt: skip
    claim = ground(draft, Document(id="d", text=text))
    assert {name: span.text for name, span in claim.spans()} == {
        "supplier": "Teheran", "recipient": "Moskau", "materiel": "Drohnen",
        "quantity": "mehr als 200", "attribution": "CIA", "evidence": text,
    }  # fmt: skip


@given(documents_with_claims(min_claims=1, max_claims=2))
def test_a_claim_told_by_its_spans_comes_back_unchanged(pair):
    document, claims = pair
    for claim in claims:
        slots = {
            name: getattr(claim, name)
            for name in ClaimDraft.model_fields
            if name not in ("rule", "attribution")
        }
        draft = ClaimDraft(**slots, attribution=[source.span for source in claim.attribution])
        again = ground(draft, document)
        for name in ("supplier", "recipient", "materiel", "quantity", "date", "attribution"):
            assert getattr(again, name) == getattr(claim, name)
        assert set(again.evidence) == set(claim.evidence)


@given(texts(min_size=1), st.data())
def test_occurrences_are_found_wherever_a_stretch_is_cut(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    found = occurrences(text, words)
    for low, high in found:
        assert text[low:high].split() == words.split()
    if words.strip() == words and words:
        assert (start, end) in found


@pytest.mark.parametrize(
    ("text", "interval", "whole"),
    [("Iran.", (0, 4), True), ("Iraner", (0, 4), False), ("im Iran", (3, 7), True),
     ("US-Waffen", (0, 2), True), ("F-16C", (0, 4), False), ("(Iran)", (1, 5), True)],
)  # fmt: skip
def test_whole_words(text, interval, whole):
    assert is_whole_word(text, interval) is whole
