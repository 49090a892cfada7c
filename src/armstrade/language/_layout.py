"""Judges line breaks: which of them end a sentence, and which only wrap a paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

from armstrade.language._data import read_toml

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_BULLET = re.compile(r"\s*(?:[•▪◦‣·*►■●–—-]|\d{1,2}[.)]|\d{1,2}[:.]\d{2}(?: Uhr)?(?=\s))\s")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_FINAL = tuple(".!?…")
_CLOSERS = "\"'”“’‘»«›‹)]"
_OPEN_END = (",", "-", "–", "—", "(", "/", "&")
# No column of running text is set wider than this, and none narrower.
_WIDEST, _NARROWEST = 120, 40


def hard_breaks(text: str, language: str) -> list[int]:
    """Offsets of the line breaks at which a sentence ends whatever its last character.

    A blank line always ends one. A single line break does so unless the lines
    look like one paragraph set in a column: the next line begins in lower case,
    this one ends openly (comma, hyphen, function word), or every line is filled
    so far that the next word would not have fitted.
    """
    if "\n" not in text and "\r" not in text and "\u2028" not in text:
        return []
    breaks: list[int] = []
    at = 0
    lines: list[tuple[int, int]] = []
    blocks: list[list[tuple[int, int]]] = []
    for line in text.splitlines(keepends=True):
        stripped = line.rstrip()
        if stripped:
            lines.append((at, at + len(stripped)))
        elif lines:
            blocks.append(lines)
            lines = []
        at += len(line)
    if lines:
        blocks.append(lines)
    column = _column(text, blocks)
    for index, block in enumerate(blocks):
        # Two lines at the very top are a headline and what follows it.
        is_top = index == 0 and len(block) == 2
        breaks.extend(_breaks_within(text, block, column, is_top, language))
        breaks.append(block[-1][1])
    return breaks[:-1]


def _column(text: str, blocks: list[list[tuple[int, int]]]) -> int:
    """The width of the column a whole text is set in, or 0 if it is not wrapped."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    if len(pairs) < 4:
        return 0
    width = max(end - start for block in blocks for start, end in block)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(1 for line, following in pairs if _is_full(text, line, following, width))
    return width if full >= 0.6 * len(pairs) else 0


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    word = _FIRST_WORD.match(text, following[0], following[1])
    return word is not None and line[1] - line[0] + 1 + len(word.group(1)) > width


def _breaks_within(
    text: str, block: list[tuple[int, int]], column: int, is_top: bool, language: str
) -> list[int]:
    if len(block) == 1:
        return []
    width = column or max(end - start for start, end in block)
    pairs = list(pairwise(block))
    wrapped = column > 0 or (
        not is_top
        and _NARROWEST + 15 <= width <= _WIDEST
        and text[block[0][0] : block[-1][1]].rstrip(_CLOSERS).endswith(_FINAL)
        and all(_is_full(text, line, following, width) for line, following in pairs)
    )
    open_words = frozenset(read_toml(language, "sentences.toml")["open_words"])
    breaks = []
    for line, following in pairs:
        if _joins(text, line, following, open_words):
            continue
        if (
            wrapped
            and _is_full(text, line, following, width)
            and not _BULLET.match(text, following[0], following[1])
        ):
            continue
        breaks.append(line[1])
    return breaks


def _joins(
    text: str, line: tuple[int, int], following: tuple[int, int], open_words: frozenset[str]
) -> bool:
    """Whether two lines are one sentence by their words alone."""
    if _BULLET.match(text, following[0], following[1]):
        return False
    first = _FIRST_WORD.match(text, following[0], following[1])
    if first is not None and first.group(1)[0].islower():
        return not text[line[0] : line[1]].rstrip(_CLOSERS).endswith(_FINAL)
    last = text[line[0] : line[1]].rsplit(None, 1)[-1]
    return last.endswith(_OPEN_END) or (last in open_words)
