"""Writers that take one document at a time, so that a long run loses nothing it has done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, TextIO

from armstrade.claims import Document, TransferClaim
from armstrade.claims.render import dump_record, write_csv_header, write_csv_rows
from armstrade.claims.render.page import render_page
from armstrade.errors import UnknownNameError
from armstrade.plugins import Exporter, Registry, default_registry


class Writer(Protocol):
    """Writes the claims of documents to a stream it was made for.

    `write` is called once per document, in reading order, also for documents
    without claims; `close` once at the end, also when the run was interrupted.
    Neither closes the stream.
    """

    def write(self, document: Document, claims: Sequence[TransferClaim]) -> None:
        """Write one document's claims."""
        ...

    def close(self) -> None:
        """Write what could only be written at the end."""
        ...


class JsonlWriter:
    """One JSON object per document, as `ClaimSet.to_jsonl` writes them."""

    def __init__(self, stream: TextIO, *, with_text: bool = True) -> None:
        self._stream = stream
        self._with_text = with_text

    def write(self, document: Document, claims: Sequence[TransferClaim]) -> None:
        """Write one line."""
        self._stream.write(dump_record(document, claims, with_text=self._with_text) + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Nothing is left to write."""


class CsvWriter:
    """One line per claim, as `ClaimSet.to_csv` writes them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        write_csv_header(stream)

    def write(self, document: Document, claims: Sequence[TransferClaim]) -> None:
        """Write the lines of one document."""
        write_csv_rows(self._stream, claims, document)
        self._stream.flush()

    def close(self) -> None:
        """Nothing is left to write."""


class HtmlWriter:
    """One page, as `ClaimSet.to_html` writes it; it is written at the end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._pairs: list[tuple[Document, list[TransferClaim]]] = []

    def write(self, document: Document, claims: Sequence[TransferClaim]) -> None:
        """Keep the document for the page."""
        self._pairs.append((document, list(claims)))

    def close(self) -> None:
        """Write the page."""
        self._stream.write(render_page(self._pairs, title="Transfer claims"))
        self._stream.flush()


FORMATS: dict[str, Callable[[TextIO], Writer]] = {
    "csv": CsvWriter,
    "html": HtmlWriter,
    "jsonl": JsonlWriter,
}


class PluginWriter:
    """What a plugin's exporter makes of all claims; it is written at the end."""

    def __init__(self, stream: TextIO, exporter: Exporter) -> None:
        self._stream = stream
        self._exporter = exporter
        self._claims: list[TransferClaim] = []

    def write(self, document: Document, claims: Sequence[TransferClaim]) -> None:
        """Keep the claims for the exporter."""
        self._claims.extend(claims)

    def close(self) -> None:
        """Let the exporter write."""
        for piece in self._exporter.lines(self._claims):
            self._stream.write(piece)
        self._stream.flush()


def find_writer(format: str, *, registry: Registry | None = None) -> Callable[[TextIO], Writer]:
    """What makes the writer of a format: ``jsonl``, ``csv``, ``html`` or one that a plugin adds.

    Parameters
    ----------
    registry
        Where formats of plugins are looked up; default: the registry of this process.

    Raises
    ------
    UnknownNameError
        Lists the formats there are.
    """
    if format in FORMATS:
        return FORMATS[format]
    found = (registry or default_registry()).exporters()
    for one in found:
        if one.name == format:
            return partial(PluginWriter, exporter=one.value)
    raise UnknownNameError("format", format, [*FORMATS, *(one.name for one in found)])
