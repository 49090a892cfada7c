"""Streaming writers: document by document they write what `ClaimSet` writes at once."""

from __future__ import annotations

import io

import pytest

import armstrade
from armstrade.claims import ClaimSet, Document, Materiel, Party, Span, TransferClaim
from armstrade.errors import UnknownNameError
from armstrade.export import find_writer
from armstrade.plugins import Registry


@pytest.fixture
def claims() -> ClaimSet:
    documents = [Document(id=name, text="Paris sends Kyiv\r tanks.") for name in "abc"]
    made = [
        TransferClaim(
            document_id=document.id,
            supplier=Party(id="FR", country="FR", span=Span.of(document.text, 0, 5)),
            materiel=Materiel(category="armoured_vehicle", span=Span.of(document.text, 18, 23)),
            stage="delivered",
            evidence=(Span.of(document.text, 0, 24),),
        )
        for document in documents[:2]
    ]
    return ClaimSet(made, documents=documents)


@pytest.mark.parametrize("format", ["jsonl", "csv", "html"])
def test_streamed_equals_written_at_once(claims: ClaimSet, format: str) -> None:
    stream = io.StringIO(newline="")
    writer = find_writer(format)(stream)
    for document, group in claims.by_document():
        writer.write(document, group)
    writer.close()
    assert stream.getvalue() == getattr(claims, f"to_{format}")()


def test_jsonl_and_csv_write_before_the_end(claims: ClaimSet) -> None:
    for format in ("jsonl", "csv"):
        stream = io.StringIO()
        writer = find_writer(format)(stream)
        document, group = next(iter(claims.by_document()))
        writer.write(document, group)
        assert "Paris" in stream.getvalue()


def test_a_format_of_a_plugin(claims: ClaimSet) -> None:
    class Count:
        name = "count"

        def writer(self, stream):  # type: ignore[no-untyped-def]
            return Counter(stream)

    class Counter:
        def __init__(self, stream):  # type: ignore[no-untyped-def]
            self.stream, self.count = stream, 0

        def write(self, document, claims):  # type: ignore[no-untyped-def]
            self.count += len(claims)

        def close(self):  # type: ignore[no-untyped-def]
            self.stream.write(f"{self.count} claims")

    class Plugin:
        @armstrade.hookimpl
        def armstrade_exporters(self):  # type: ignore[no-untyped-def]
            return [Count()]

    registry = Registry.empty()
    registry.register(Plugin(), name="demo")
    stream = io.StringIO()
    writer = find_writer("count", registry=registry)(stream)
    for document, group in claims.by_document():
        writer.write(document, group)
    assert stream.getvalue() == ""
    writer.close()
    assert stream.getvalue() == "2 claims"
    with pytest.raises(UnknownNameError, match="'count'"):
        find_writer("cuont", registry=registry)
