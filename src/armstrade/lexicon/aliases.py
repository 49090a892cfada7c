"""Short names that a text introduces itself: "the Philippine Air Force (PAF)"."""

from __future__ import annotations

import re
from dataclasses import replace

from .mention import Mention

_INTRODUCED = re.compile(r"\s\(([A-ZÄÖÜ][A-ZÄÖÜa-z]{0,2}[A-ZÄÖÜ]{1,4})\)")


def with_aliases(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions, those of introduced short names among them, sorted by start.

    In its own text a short name stands for what it was introduced for, whatever it means
    elsewhere: the PAF is Pakistan's air force until a text says it is that of the Philippines.
    """
    if "(" not in text:
        return found
    meant: dict[str, Mention] = {}
    for mention in found:
        if mention.kind != "party" or mention.part != "whole":
            continue
        bracket = _INTRODUCED.match(text, mention.end)
        if bracket and _abbreviates(bracket.group(1), text[mention.start : mention.end]):
            meant.setdefault(bracket.group(1), mention)
    if not meant:
        return found
    again = {
        match.span(): replace(
            meant[match.group()], start=match.start(), end=match.end(), word=match.span(), form=""
        )
        for match in re.finditer(rf"\b(?:{'|'.join(map(re.escape, meant))})\b", text)
        if match.start() > meant[match.group()].end
    }
    kept = [one for one in found if one.kind != "party" or (one.start, one.end) not in again]
    return sorted([*kept, *again.values()], key=lambda m: (m.start, -m.end, m.kind))


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of `short` begin words of `name`, in order, from the first on."""
    initials = iter([word[0].upper() for word in re.findall(r"\w+", name)])
    letters = short.upper()
    return name[:1].upper() == letters[0] and all(letter in initials for letter in letters)
