"""`ClaimSet`: a sequence, its equality, and the exact way to JSON Lines and back."""

from __future__ import annotations

import csv
import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrade.claims import ClaimSet, Document, Materiel, Party, Quantity, Span, TransferClaim
from armstrade.claims.render import COLUMNS, flat_row
from armstrade.errors import GroundingError, InputError, MissingDependencyError

TEXT = "Berlin liefert 14 Panzer.\r\nMoskau – so „Interfax“ – 𝕏 widerspricht."


def make(document: Document, start: int = 0, **changes: object) -> TransferClaim:
    """A claim whose supplier begins at `start`."""
    text = document.text
    fields: dict[str, object] = {
        "document_id": document.id,
        "supplier": Party(id="DE", country="DE", span=Span.of(text, start, start + 1)),
        "materiel": Materiel(category="armoured_vehicle", span=Span.of(text, 0, 1)),
        "stage": "delivered",
        "evidence": (Span.of(text, 0, len(text)),),
    }
    return TransferClaim.model_validate(fields | changes)


@pytest.fixture
def doc() -> Document:
    return Document(id="a", text=TEXT, language="de", published="2023-01")


@pytest.fixture
def claims(doc: Document) -> ClaimSet:
    other = Document(id="b", text="Nichts.")
    return ClaimSet([make(doc, at) for at in range(4)], documents=[doc, other], outcomes=["x"])


def test_is_a_sequence(claims: ClaimSet) -> None:
    assert len(claims) == 4
    assert list(claims) == [claims[0], claims[1], claims[2], claims[-1]]
    assert claims[1] in claims
    assert next(reversed(claims)) == claims[3]


def test_slice_is_a_claim_set_over_the_same_documents(claims: ClaimSet) -> None:
    part = claims[1:3]
    assert isinstance(part, ClaimSet)
    assert list(part) == [claims[1], claims[2]]
    assert part.documents == claims.documents
    assert claims[:] == claims


def test_equality_looks_at_claims_their_order_and_documents(
    claims: ClaimSet, doc: Document
) -> None:
    assert claims == ClaimSet(list(claims), documents=claims.documents, outcomes=["other"])
    assert claims != ClaimSet(list(claims), documents=[doc])
    assert claims != ClaimSet(list(claims)[::-1], documents=claims.documents)
    assert claims != list(claims)


def test_is_not_hashable_and_not_changeable(claims: ClaimSet) -> None:
    with pytest.raises(TypeError):
        hash(claims)
    with pytest.raises(AttributeError):
        claims.documents = ()  # type: ignore[misc]


def test_a_claim_needs_its_document(doc: Document) -> None:
    with pytest.raises(GroundingError, match="not among the documents"):
        ClaimSet([make(doc)])


def test_two_documents_may_not_share_an_id(doc: Document) -> None:
    with pytest.raises(InputError, match="'a'"):
        ClaimSet(documents=[doc, Document(id="a", text="another")])
    assert len(ClaimSet(documents=[doc, doc]).documents) == 1


def test_jsonl_has_a_line_for_documents_without_claims(claims: ClaimSet) -> None:
    first, second = (json.loads(line) for line in claims.to_jsonl().splitlines())
    assert (first["id"], len(first["claims"])) == ("a", 4)
    assert (second["id"], second["claims"]) == ("b", [])
    assert first["claims"][0]["supplier"]["span"] == {"start": 0, "end": 1, "text": "B"}
    assert list(first)[:4] == ["id", "language", "published", "title"]


def test_jsonl_to_a_file_and_back(claims: ClaimSet, tmp_path: object) -> None:
    path = tmp_path / "claims.jsonl"  # type: ignore[operator]
    text = claims.to_jsonl(path)
    assert path.read_bytes().decode("utf-8") == text
    assert ClaimSet.from_jsonl(path) == claims


def test_jsonl_without_texts_takes_the_documents_from_the_caller(claims: ClaimSet) -> None:
    bare = claims.to_jsonl(with_text=False)
    assert "widerspricht" not in json.loads(bare.splitlines()[0]).get("text", "")
    assert ClaimSet.from_jsonl(bare, documents=claims.documents) == claims
    with pytest.raises(InputError, match="documents"):
        ClaimSet.from_jsonl(bare)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('{"id": "x", "text": "y"}', r"list of claims"),
        ('{"id": "x", "text": "y", "claims": []}\n{oops', r"no JSON"),
        ('{"id": "x", "text": "y", "claims": [{}]}', r"Field required"),
        ('{"id": "x", "claims": [], "text": 3}', r"string"),
        ('{"id":"x","text":"y","claims":[]}\n{"id":"x","text":"y","claims":[]}', r"line 1 already"),
        ("claims.jsonl", r"pathlib.Path"),
    ],
)
def test_jsonl_errors_name_the_line(lines: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        ClaimSet.from_jsonl(lines)


def test_jsonl_with_a_moved_span_is_refused(claims: ClaimSet, tmp_path: object) -> None:
    path = tmp_path / "moved.jsonl"  # type: ignore[operator]
    text = claims.to_jsonl()
    path.write_text(text.replace("Berlin liefert 14", "Berlim liefert 15"), encoding="utf-8")
    # The evidence is changed as well, the first letters are not: only real checking sees it.
    assert ClaimSet.from_jsonl(path) != claims
    path.write_text(text.replace('"text": "Berlin', '"text": "berlin', 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"moved\.jsonl:1"):
        ClaimSet.from_jsonl(path)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(st.lists(texts, max_size=4, unique=True), st.data())
def test_jsonl_round_trip_on_any_text(bodies: list[str], data: st.DataObject) -> None:
    documents = [Document(id=f"d{number}", text=text) for number, text in enumerate(bodies)]
    found = []
    for document in documents:
        for start in data.draw(st.lists(st.integers(0, len(document.text) - 1), max_size=3)):
            quantity = Quantity(min=start, span=Span.of(document.text, start, start + 1))
            found.append(make(document, start, quantity=quantity, confidence=0.1 * start % 1))
    claims = ClaimSet(found, documents=documents)
    again = ClaimSet.from_jsonl(claims.to_jsonl())
    assert again == claims
    assert again.to_jsonl() == claims.to_jsonl()
    assert [claim.id for claim in again] == [claim.id for claim in claims]
    frame_rows = list(csv.DictReader(io.StringIO(claims.to_csv(), newline="")))
    assert len(frame_rows) == len(claims)


def test_columns_are_the_keys_of_a_row(doc: Document) -> None:
    assert tuple(flat_row(make(doc), doc)) == COLUMNS


def test_csv_disarms_formulas() -> None:
    document = Document(id="=1+1", text="=cmd() liefert", title="@SUM(A1)")
    claim = make(document, supplier=Party(span=Span.of(document.text, 0, 6)))
    [row] = csv.DictReader(io.StringIO(ClaimSet([claim], documents=[document]).to_csv()))
    assert row["document_id"] == "'=1+1"
    assert row["title"] == "'@SUM(A1)"
    assert row["supplier_text"] == "'=cmd()"
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_csv_with_a_byte_order_mark(claims: ClaimSet, tmp_path: object) -> None:
    path = tmp_path / "claims.csv"  # type: ignore[operator]
    claims.to_csv(path, bom=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfdocument_id,")


def test_frame_keeps_whole_numbers_whole(doc: Document) -> None:
    quantity = Quantity(min=200, span=Span.of(doc.text, 0, 1))
    claims = ClaimSet([make(doc, quantity=quantity), make(doc, 1)], documents=[doc])
    frame = claims.to_frame()
    assert list(frame.columns) == list(COLUMNS)
    assert frame["quantity_min"].dtype == "Int64"
    assert frame["quantity_min"][0] == 200
    assert frame["quantity_min"].isna()[1]
    assert len(ClaimSet().to_frame()) == 0


def test_frame_without_pandas_names_the_command(
    claims: ClaimSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingDependencyError, match=r"pip install 'armstrade\[frame\]'"):
        claims.to_frame()


def test_repr_is_short_and_aligned(doc: Document) -> None:
    quantity = Quantity(min=20, max=30, span=Span.of(doc.text, 0, 1))
    negated = make(doc, 1, polarity="negated", quantity=quantity)
    claims = ClaimSet([make(doc), negated] * 8, documents=[doc])
    lines = repr(claims).splitlines()
    assert lines[0] == "ClaimSet: 16 claims from 1 document"
    assert lines[1] == "  DE → ?  armoured vehicle         delivered      asserted"
    assert lines[2] == "  DE → ?  armoured vehicle  20–30  not delivered  asserted"
    assert lines[-1] == "  … and 6 more"
    assert repr(ClaimSet()) == "ClaimSet: 0 claims from 0 documents"


def test_notebook_preview_escapes(doc: Document) -> None:
    hostile = Document(id="h", text="<img src=x onerror=alert(1)>")
    claim = make(hostile, supplier=Party(span=Span.of(hostile.text, 0, 28)))
    page = ClaimSet([claim], documents=[hostile])._repr_html_()
    assert "<img" not in page
    assert "&lt;img" in page
