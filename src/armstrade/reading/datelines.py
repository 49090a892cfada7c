"""Datelines, which say where a text was written: "WARSCHAU (Reuters) - "."""

from __future__ import annotations

import re

# Stands for the preposition of a place of writing: no frame asks for it.
DATELINE = "dateline"
# "Abuja/Washington - ", "PARIS, May 20 - ", "MADRID (AP) – "
_DATELINE = re.compile(
    r"(?:[A-ZÄÖÜ][\w.'’]+[ /]?){1,3}(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r" ?(?:\([A-Za-z/ -]{2,20}\) ?)?[-–—|]{1,2} |[A-ZÄÖÜ]{4,}(?: [A-ZÄÖÜ]{3,})?: "
    # "MADRID taz ■ ", "PARIS afp | "
    r"|[A-ZÄÖÜ]{3,}(?:[/ ][A-ZÄÖÜ]{3,})* [a-z]{2,5}(?:/[a-z]{2,5})* [■|] "
    # "LIMA, 21. August (Reuter).": a line of its own
    r"|[A-ZÄÖÜ]{3,}(?:[/ ][A-ZÄÖÜ]{3,})*, \d{1,2}\. \w+ ?\([\w./ -]{2,20}\)\.?"
)


def dateline_end(text: str, start: int) -> int:
    """Where the dateline at the offset `start` ends; 0 where there is none."""
    found = _DATELINE.match(text, start)
    return found.end() if found is not None else 0
