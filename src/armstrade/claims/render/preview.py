"""Short previews of a `ClaimSet`, for the interpreter and for notebooks."""

from __future__ import annotations

import html
from collections.abc import Sequence

from armstrade.claims.models import TransferClaim

from .words import materiel_words, party_words, quantity_words, source_words, stage_words

SHOWN = 10


def _cells(claim: TransferClaim) -> tuple[str, ...]:
    return (
        f"{party_words(claim.supplier)} → {party_words(claim.recipient)}",
        materiel_words(claim.materiel),
        quantity_words(claim.quantity),
        stage_words(claim),
        claim.factuality.value,
        source_words(claim),
    )


def headline(claims: int, documents: int) -> str:
    """``3 claims from 1 document``."""
    return (
        f"{claims} claim{'' if claims == 1 else 's'} "
        f"from {documents} document{'' if documents == 1 else 's'}"
    )


def text_preview(claims: Sequence[TransferClaim], documents: int) -> str:
    """The head line and the first claims, aligned; empty columns are left out."""
    lines = [f"ClaimSet: {headline(len(claims), documents)}"]
    rows = [_cells(claim) for claim in claims[:SHOWN]]
    if rows:
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True) if width]
            lines.append("  " + "  ".join(cells).rstrip())
    if len(claims) > SHOWN:
        lines.append(f"  … and {len(claims) - SHOWN} more")
    return "\n".join(lines)


def html_preview(claims: Sequence[TransferClaim], documents: int) -> str:
    """A small table for notebooks; all text is escaped."""
    names = ("supplier → recipient", "materiel", "quantity", "stage", "factuality", "source",
             "evidence")  # fmt: skip
    head = "".join(f"<th>{name}</th>" for name in names)
    body = []
    for claim in claims[:SHOWN]:
        cells = (*_cells(claim), " … ".join(span.text for span in claim.evidence))
        body.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>")
    more = f"<p>… and {len(claims) - SHOWN} more</p>" if len(claims) > SHOWN else ""
    return (
        f"<p>{headline(len(claims), documents)}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>{more}"
    )
