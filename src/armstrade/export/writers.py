"""Writers that take one document at a time, so that a long run loses nothing it has done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TextIO

from armstrade.claims import Document, TransferClaim
from armstrade.claims.render import dump_record, write_csv_header, write_csv_rows
from armstrade.claims.render.page import render_page
from armstrade.errors import UnknownNameError
from armstrade.plugins import Registry, Writer, default_registry


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


@dataclass(frozen=True, slots=True)
class Format:
    """An exporter: a name and what makes its writer."""

    name: str
    writer: Callable[[TextIO], Writer]


FORMATS = (Format("csv", CsvWriter), Format("html", HtmlWriter), Format("jsonl", JsonlWriter))


def find_writer(format: str, *, registry: Registry | None = None) -> Callable[[TextIO], Writer]:
    """What makes the writer of a format: ``jsonl``, ``csv``, ``html`` or one that a plugin adds.

    Parameters
    ----------
    registry
        Where formats are looked up; default: the registry of this process.

    Raises
    ------
    UnknownNameError
        Lists the formats there are.
    PluginError
        When the plugin of that name failed.
    """
    registry = registry or default_registry()
    try:
        return registry.exporter(format).value.writer
    except UnknownNameError:
        known = [one.name for one in registry.exporters()]
        raise UnknownNameError("format", format, known) from None
