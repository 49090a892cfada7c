"""Flat rows: one per claim, for CSV files and data frames.

What a row cannot hold: offsets other than those of the first evidence sentence,
and which word of a joined cell (``attribution``, ``evidence``, ``places``)
stood where; in CSV also which kind of line break stood in a cell. JSON Lines
lose nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from armstrade.claims.document import Document
from armstrade.claims.models import Party, TransferClaim

JOINER = " | "

Cell = str | int | float | None


def _party(prefix: str, party: Party | None) -> dict[str, Cell]:
    return {
        f"{prefix}_id": party.id if party else None,
        f"{prefix}_country": party.country if party else None,
        f"{prefix}_text": party.span.text if party else None,
    }


def flat_row(claim: TransferClaim, document: Document) -> dict[str, Cell]:
    """One claim as a flat row; the keys are `COLUMNS`."""
    quantity, date, value = claim.quantity, claim.date, claim.value
    return {
        "document_id": document.id,
        "published": document.published,
        "title": document.title,
        **_party("supplier", claim.supplier),
        **_party("recipient", claim.recipient),
        **_party("intermediary", claim.intermediary),
        "category": claim.materiel.category.value,
        "designation": claim.materiel.designation,
        "materiel_text": claim.materiel.span.text,
        "quantity_min": quantity.min if quantity else None,
        "quantity_max": quantity.max if quantity else None,
        "quantity_unit": quantity.unit.value if quantity else None,
        "quantity_counting": quantity.counting.value if quantity and quantity.counting else None,
        "quantity_text": quantity.span.text if quantity else None,
        "stage": claim.stage.value,
        "polarity": claim.polarity.value,
        "factuality": claim.factuality.value,
        "date_start": date.start.isoformat() if date else None,
        "date_end": date.end.isoformat() if date else None,
        "date_text": date.span.text if date else None,
        "mode": claim.mode.value,
        "consideration": claim.consideration.text if claim.consideration else None,
        "condition": claim.condition.value if claim.condition else None,
        "value_min": value.min if value else None,
        "value_max": value.max if value else None,
        "value_currency": value.currency if value else None,
        "value_text": value.span.text if value else None,
        **_party("maker", claim.maker),
        "places": JOINER.join(span.text for span in claim.places) or None,
        "attribution": JOINER.join(source.span.text for source in claim.attribution) or None,
        "evidence": JOINER.join(span.text for span in claim.evidence),
        "evidence_start": claim.evidence[0].start,
        "evidence_end": claim.evidence[0].end,
        "confidence": claim.confidence,
        "extractor": claim.provenance.extractor if claim.provenance else None,
        "votes": JOINER.join(claim.provenance.votes) or None if claim.provenance else None,
        "claim_id": claim.id,
    }


COLUMNS: tuple[str, ...] = (
    "document_id", "published", "title",
    "supplier_id", "supplier_country", "supplier_text",
    "recipient_id", "recipient_country", "recipient_text",
    "intermediary_id", "intermediary_country", "intermediary_text",
    "category", "designation", "materiel_text",
    "quantity_min", "quantity_max", "quantity_unit", "quantity_counting", "quantity_text",
    "stage", "polarity", "factuality", "date_start", "date_end", "date_text", "mode",
    "consideration", "condition", "value_min", "value_max", "value_currency", "value_text",
    "maker_id", "maker_country", "maker_text", "places", "attribution",
    "evidence", "evidence_start", "evidence_end", "confidence", "extractor", "votes", "claim_id",
)  # fmt: skip
"""Names and order of the columns; new ones are only added at the end."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    # A spreadsheet runs a cell that starts like a formula; the text is a stranger's.
    if cell.startswith(_FORMULA):
        cell = "'" + cell
    # Rows end in "\n", for grep and cut; the csv module then leaves a lone "\r" unquoted.
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def write_csv_header(stream: TextIO) -> None:
    """Write the line of column names."""
    csv.writer(stream, lineterminator="\n").writerow(COLUMNS)


def write_csv_rows(stream: TextIO, claims: Iterable[TransferClaim], document: Document) -> None:
    """Write one line per claim; a text cell that a spreadsheet would run gets a ``'`` in front."""
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    for claim in claims:
        row = flat_row(claim, document)
        writer.writerow({name: _harmless(cell) for name, cell in row.items()})
