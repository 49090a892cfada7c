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
    from rich.table import Table
    from rich.text import Text

# Shares of the width; at 100 columns they leave room for "PL → org:Rheinmetall Denel".
_SHARES = (("supplier → recipient", 24), ("materiel", 24), ("quantity", 12), ("stage", 13),
           ("factuality", 10), ("source", 17))  # fmt: skip

_COLOURS = {
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
        from rich.padding import Padding
        from rich.text import Text

        if not claims:
            return
        if self._begun:
            self._console.print()
        self._begun = True
        about = " · ".join(fact for fact in (document.published, document.title) if fact)
        self._console.print(
            Text.assemble(
                (printable(document.id), "bold"), f"  {printable(about)}" if about else ""
            )
        )
        self._console.print(self._row([Text(name, style="dim") for name, _ in _SHARES]))
        for claim in claims:
            self._console.print(self._row(_cells(claim)))
            for span in claim.evidence:
                quote = _evidence(claim, span.start, span.text)
                self._console.print(Padding(quote, (0, 0, 0, 4)))

    def _row(self, cells: Sequence[Text]) -> Table:
        from rich.table import Table

        room = self._console.width - 2 * (len(_SHARES) - 1)
        whole = sum(share for _, share in _SHARES)
        row = Table.grid(padding=(0, 2, 0, 0))
        for _, share in _SHARES:
            row.add_column(width=max(room * share // whole, 5), overflow="fold")
        row.add_row(*cells)
        return row


def _cells(claim: TransferClaim) -> list[Text]:
    from rich.text import Text

    supplier, recipient = party_words(claim.supplier), party_words(claim.recipient)
    flow = Text.assemble(
        (printable(supplier), _COLOURS["supplier"]),
        " → ",
        (printable(recipient), _COLOURS["recipient"]),
    )
    if claim.intermediary is not None:
        flow.append(f" via {printable(party_words(claim.intermediary))}", "magenta")
    stage = stage_words(claim)
    return [
        flow,
        Text(printable(materiel_words(claim.materiel)), style=_COLOURS["materiel"]),
        Text(quantity_words(claim.quantity), style=_COLOURS["quantity"]),
        Text(stage, style="red" if stage.startswith("not ") else _STAGE_COLOURS.get(stage, "")),
        Text(claim.factuality.value),
        Text(printable(source_words(claim))),
    ]


def _evidence(claim: TransferClaim, start: int, text: str) -> Text:
    """The sentence, dimmed, with the claim's own words in the colours of their slots."""
    from rich.text import Text

    quote = Text(printable(text), style="dim")
    for slot, span in claim.spans():
        if slot in _COLOURS and start <= span.start and span.end <= start + len(text):
            style = f"not dim {_COLOURS[slot]}"
            quote.stylize(style, span.start - start, span.end - start)
    return quote
