"""How claims are written down: as JSON Lines, flat rows, short words and a page.

All of it is a plain function of the models, so it lives beside them and
`ClaimSet` needs no room above its own.
"""

from .jsonl import dump_record, load_records
from .rows import COLUMNS, flat_row, write_csv_header, write_csv_rows
from .words import materiel_words, party_words, quantity_words, source_words

__all__ = [
    "COLUMNS",
    "dump_record",
    "flat_row",
    "load_records",
    "materiel_words",
    "party_words",
    "quantity_words",
    "source_words",
    "write_csv_header",
    "write_csv_rows",
]
