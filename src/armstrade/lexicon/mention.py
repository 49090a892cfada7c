"""Mentions: where a text names a party, a designation or a materiel noun."""

from __future__ import annotations

from dataclasses import dataclass

from .entries import Entry


@dataclass(frozen=True, slots=True)
class Mention:
    """One hit of the lexicon in a text.

    Attributes
    ----------
    kind
        ``party``, ``designation`` or ``materiel``.
    start, end
        Code points of the hit, half-open. A German genitive -s belongs to it, an English 's
        does not.
    entry
        The best reading for the language and the year.
    word
        The whole word that holds the hit, hyphens included ("Leopard-2-Panzer").
    part
        ``whole``, ``head`` (the word's right end, which says what it is) or ``modifier``.
    form
        What the inflection tells: ``""``, ``genitive``, ``plural``, ``adjective``, ``demonym``.
    candidates
        All readings of the surface, the best one first.
    """

    kind: str
    start: int
    end: int
    entry: Entry
    word: tuple[int, int]
    part: str
    form: str
    candidates: tuple[Entry, ...]
