"""Claims as rows for a terminal, each with its evidence below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from armstrade.claims import Document, TransferClaim
from armstrade.claims.render import materiel_words, party_words, quantity_words, source_words
from armstrade.claims.render.words import stage_words

from .plain import printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# Shares of the width; at 100 columns they are the widths.
_SHARES = (("supplier → recipient", 21), ("materiel", 20), ("quantity", 11), ("stage", 14),
           ("factuality", 10), ("source", 14))  # fmt: skip
_GAP = 2

COLOURS = {
    "supplier": "red",
    "recipient": "blue",
    "intermediary": "magenta",
    "materiel": "green",
    "quantity": "yellow",
    "date": "cyan",
}

_STAGE_COLOURS = {"delivered": "green", "ordered": "green", "refused": "red", "cancelled": "red"}


class TablePrinter:
    """Prints documents one after the other, so that results show as they come.

    Parameters
    ----------
    console
        Where to; its width decides the columns, and whether it is a terminal the colours.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._begun = False

    def print(self, document: Document, claims: Sequence[TransferClaim]) -> None:
        """Print the rows of one document; one without claims prints nothing."""
        from rich.text import Text

        if not claims:
            return
        about = " · ".join(fact for fact in (document.published, document.title) if fact)
        lines = [Text()] if self._begun else []
        self._begun = True
        lines.append(Text(printable(document.id), style="bold"))
        if about:
            lines[-1].append(f"  {printable(about)}", style="not bold")
        lines.append(self._row([Text(name, style="dim") for name, _ in _SHARES]))
        for claim in claims:
            lines.append(self._row(_cells(claim)))
            for span in claim.evidence:
                quote = quoted(claim, span.start, span.text)
                for line in quote.wrap(self._console, self._console.width - 4):
                    line.rstrip()
                    lines.append(Text("    ").append_text(line))
        # In one piece: an interrupted run then ends between two documents, not within one.
        self._console.print(Text("\n").join(lines), soft_wrap=True)

    def _row(self, cells: Sequence[Text]) -> Text:
        """Cells side by side, each wrapped in its column; no blanks at line ends."""
        from rich.text import Text

        room = self._console.width - _GAP * (len(_SHARES) - 1)
        whole = sum(share for _, share in _SHARES)
        widths = [max(room * share // whole, 5) for _, share in _SHARES]
        columns = [
            list(cell.wrap(self._console, width)) for cell, width in zip(cells, widths, strict=True)
        ]
        lines = []
        for number in range(max(map(len, columns))):
            line = Text()
            for column, width in zip(columns, widths, strict=True):
                piece = column[number] if number < len(column) else Text()
                piece.rstrip()
                line.append_text(piece)
                line.append(" " * (width + _GAP - piece.cell_len))
            line.rstrip()
            lines.append(line)
        return Text("\n").join(lines)


def _cells(claim: TransferClaim) -> list[Text]:
    from rich.text import Text

    supplier, recipient = party_words(claim.supplier), party_words(claim.recipient)
    flow = Text.assemble(
        (printable(supplier), COLOURS["supplier"]),
        " → ",
        (printable(recipient), COLOURS["recipient"]),
    )
    if claim.intermediary is not None:
        flow.append(f" via {printable(party_words(claim.intermediary))}", "magenta")
    stage = stage_words(claim)
    return [
        flow,
        Text(printable(materiel_words(claim.materiel)), style=COLOURS["materiel"]),
        Text(quantity_words(claim.quantity), style=COLOURS["quantity"]),
        Text(stage, style="red" if stage.startswith("not ") else _STAGE_COLOURS.get(stage, "")),
        Text(claim.factuality.value),
        Text(printable(source_words(claim))),
    ]


def quoted(claim: TransferClaim, start: int, text: str) -> Text:
    """A sentence that begins at `start`, dimmed but for the claim's words, in their colours."""
    from rich.text import Text

    quote = Text(printable(text), style="dim")
    for slot, span in claim.spans():
        if slot in COLOURS and start <= span.start and span.end <= start + len(text):
            style = f"not dim {COLOURS[slot]}"
            quote.stylize(style, span.start - start, span.end - start)
    return quote
