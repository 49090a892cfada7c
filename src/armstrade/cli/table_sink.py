"""The terminal table as a sink of `armstrade extract`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from armstrade.claims import Document, TransferClaim
from armstrade.report.table import TablePrinter

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 100


def console_for(stream: TextIO) -> Console:
    """The terminal behind a stream; without one, 100 columns and no colours."""
    from rich.console import Console

    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        # A terminal that cannot show "→" shows a question mark instead of a traceback.
        reconfigure(errors="replace")
    width = None if stream.isatty() else PIPED_WIDTH
    return Console(file=stream, width=width, highlight=False, soft_wrap=False)


class TableSink:
    """Prints each document's claims at once; without a terminal, 100 columns and no colours."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._printer = TablePrinter(console_for(stream))

    def write(self, document: Document, claims: Sequence[TransferClaim]) -> None:
        """Print one document's claims."""
        self._printer.print(document, claims)
        self._stream.flush()

    def close(self) -> None:
        """Nothing is left to print."""
