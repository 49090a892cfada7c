"""The fast way to the matches of a large pattern, against the obvious one."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from armstrade.language._triggers import Triggers

ALTERNATIVES = [
    r"(?P<ago>vor\s+(?:zwei|12)\s+Tagen?)",
    r"(?P<word>einhundert(?:zehn)?|am|je|(?<=den )zwei)",
    r"(?P<ahead>in\s+de[nr]\s+Tagen)",
    r"\d+(?:,\d+)?",
    r"\$\s?\d+",
]
BEFORE, AFTER = r"(?<!\w)", r"(?!\w)"
PATTERN = re.compile(f"{BEFORE}(?:{'|'.join(ALTERNATIVES)}){AFTER}", re.IGNORECASE)
PIECES = ["vor", "Vor", "zwei", "Tagen", "Tag", "einhundert", "Einhundertzehn", "ein", "am", "amt"]
PIECES += [
    "den",
    "in",
    "der",
    "je",
    "jede",
    "12",
    "1,5",
    "$",
    "$ 3",
    "x9",
    ",",
    " ",
    "\n",
    "_",
    "ß",
    "-",
]


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES)).map(" ".join)))
@settings(deadline=None)
def test_nothing_is_passed_over(text: str) -> None:
    start, end = len(text) // 5, len(text)
    triggers = Triggers(ALTERNATIVES, before=BEFORE, after=AFTER, flags=re.IGNORECASE)
    fast = [(m.span(), m.lastgroup) for m in triggers.finditer(text, start, end)]
    assert fast == [(m.span(), m.lastgroup) for m in PATTERN.finditer(text, start, end)]
