"""The fast way to the matches of a large pattern, against the obvious one."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from armstrade.language._triggers import Triggers

PATTERN = re.compile(
    r"(?<!\w)(?:(?P<ago>vor\s+(?:zwei|12)\s+Tagen?)"
    r"|(?P<word>einhundert(?:zehn)?|am|je|(?<=den )zwei)|\d+(?:,\d+)?"
    r"|\$\s?\d+)(?!\w)",
    re.IGNORECASE,
)
PIECES = ["vor", "Vor", "zwei", "Tagen", "Tag", "einhundert", "Einhundertzehn", "ein", "am", "amt"]
PIECES += ["den", "je", "jede", "12", "1,5", "$", "$ 3", "x9", ",", " ", "\n", "_", "ß", "-"]


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES)).map(" ".join)))
@settings(deadline=None)
def test_nothing_is_passed_over(text: str) -> None:
    start, end = len(text) // 5, len(text)
    fast = [match.span() for match in Triggers(PATTERN).finditer(text, start, end)]
    assert fast == [match.span() for match in PATTERN.finditer(text, start, end)]
