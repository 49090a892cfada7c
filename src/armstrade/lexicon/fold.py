"""Folding: one byte for each code point, so that offsets never have to be converted.

The automaton works on bytes. In UTF-8 every umlaut would shift all later offsets; Latin-1
has one byte for each code point and holds all letters of German. Characters outside it
become separators here; a hit is compared with the text itself afterwards, so that they
cannot cause a false one.
"""

from __future__ import annotations

import re


def _table() -> bytes:
    folded = bytearray(b" " * 256)
    for code in range(256):
        char = chr(code)
        if char.isalnum() and char not in "ªº²³¹¼½¾µ":
            lower = char.lower()
            folded[code] = ord(lower) if ord(lower) < 256 else code
    return bytes(folded)


_TABLE = _table()
_SEPARATORS = re.compile("[\\s\u2010\u2011\u00ad-]")
_APOSTROPHES = str.maketrans("\u2018\u2019", "''")


def fold(text: str) -> bytes:
    """Lower-cased text with a space for everything but letters and digits; same length.

    Examples
    --------
    >>> fold("Über F-16: nein")
    b'\\xfcber f 16  nein'
    """
    return text.encode("latin-1", "replace").translate(_TABLE)


def core(form: str) -> bytes:
    """Folded form without outer punctuation ("U.S." is found as "U.S").

    Examples
    --------
    >>> core("U.S."), core("Vučić")
    (b'u s', b'vu i ')
    """
    start, end = 0, len(form)
    while start < end and not form[start].isalnum():
        start += 1
    while end > start and not form[end - 1].isalnum():
        end -= 1
    return fold(form[start:end])


def same(found: str, form: str) -> bool:
    """Whether the words found are the form looked for, but for case, hyphens and apostrophes.

    Examples
    --------
    >>> same("Su 57", "Su-57"), same("Erdo-an", "Erdoğan")
    (True, False)
    >>> same("Lord’s Resistance Army", "Lord's Resistance Army")
    True
    """
    if found == form:
        return True
    form = form.rstrip(".")
    found, form = found.casefold(), form.casefold()
    if not found.isascii():
        found = found.translate(_APOSTROPHES)
    return found == form or _SEPARATORS.sub(" ", found) == _SEPARATORS.sub(" ", form)
