"""Text from strangers, made safe to print."""

from __future__ import annotations

import unicodedata

_KEPT = {"\n": " ", "\t": " ", "\r": " "}


def printable(text: str) -> str:
    r"""The text on one line, of the same length, with what could steer a terminal replaced.

    Control characters could recolour or overwrite the screen, and direction
    marks could show words in another order; an article may hold either.

    Examples
    --------
    >>> printable("Berlin\nliefert\x1b[2J")
    'Berlin liefert�[2J'
    """
    return "".join(
        _KEPT.get(char, char if unicodedata.category(char) not in _STEERING else "\ufffd")
        for char in text
    )


_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
