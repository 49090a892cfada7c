"""Words in the text around a hit: their extents, and the case rules."""

from __future__ import annotations

import re

HYPHENS = frozenset("-\u2010\u2011")
_WORDS = re.compile(r"[^\W_]+")
_UPPER_MIN = 4
LONGEST_WORD = 400


def segment(text: str, start: int, end: int) -> tuple[int, int]:
    """The run of letters and digits that holds ``text[start:end]``.

    At most `LONGEST_WORD` on either side, so that junk without spaces stays cheap.
    """
    low = max(0, start - LONGEST_WORD)
    while start > low and text[start - 1].isalnum():
        start -= 1
    size = min(len(text), end + LONGEST_WORD)
    while end < size and text[end].isalnum():
        end += 1
    return start, end


def word(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole word, over hyphens between letters.

    Examples
    --------
    >>> word("ein Leopard-2-Panzer.", 4, 11)
    (4, 20)
    """
    size = len(text)
    before = text[start - 1] if start else " "
    after = text[end] if end < size else " "
    if not (before.isalnum() or after.isalnum() or before in HYPHENS or after in HYPHENS):
        return start, end  # most words
    low, high = start - LONGEST_WORD, end + LONGEST_WORD
    start, end = segment(text, start, end)
    while start >= 2 and start > low and text[start - 1] in HYPHENS and text[start - 2].isalnum():
        start = segment(text, start - 2, start - 1)[0]
    while end + 1 < size and end < high and text[end] in HYPHENS and text[end + 1].isalnum():
        end = segment(text, end + 1, end + 2)[1]
    return start, end


def cut_off(text: str, end: int) -> bool:
    """Whether the word ends in a hyphen that stands for what follows ("Waffen- und …")."""
    return text[end : end + 1] in HYPHENS and not text[end + 1 : end + 2].isalnum()


def case_fits(found: str, form: str) -> bool:
    """Whether the capitals of the form are capitals in the text.

    Words in lower case fit any case. Acronyms must be capitals throughout, longer ones may be
    written as a name ("Himars").

    Examples
    --------
    >>> case_fits("us", "US"), case_fits("Himars", "HIMARS"), case_fits("BUSH", "Bush")
    (False, True, True)
    """
    if found == form:
        return True
    if form.islower():
        return True
    for have, want in zip(_WORDS.findall(found), _WORDS.findall(form), strict=False):
        if have == want or not want[0].isupper():
            continue
        if not have[0].isupper():
            return False
        if want.isupper() and len(want) > 1 and not have.isupper() and len(want) < _UPPER_MIN:
            return False
    return True
