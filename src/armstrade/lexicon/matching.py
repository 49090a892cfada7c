"""From hits to candidates: case, boundaries, endings, the place in the word."""

from __future__ import annotations

import re

from . import compounds
from .candidate import Candidate, part_of
from .entries import PartyEntry
from .fold import same
from .index import Index
from .nouns import english_noun, german_noun
from .surfaces import Bound, Surface
from .wording import HYPHENS, case_fits, segment, word

_VARIANT = re.compile(r"[A-Z]{1,4}\d{0,2}s?")
_GENITIVE = re.compile(r"['’][sS]?(?![^\W_])")
_APOSTROPHES = frozenset("'’")
_NOT_IN_CAPITALS = frozenset({"IS", "MAN", "MEN", "ERA", "EVA", "HOT", "TOW", "LAW", "BAL", "NAG"})
_ENDED = ("e", "em", "en", "er", "es")
# Endings that German gives to type names, by the ends of names that take them.
_DATIVE_PLURALS = {"n": ("er", "el"), "en": ("pard", "ond", "ant"), "e": ("ond", "uchs")}


def candidates(text: str, index: Index, *, german: bool) -> list[Candidate]:
    """Everything the index finds that is well-formed in the text, overlaps included."""
    found: list[Candidate] = []
    groups = index.groups
    size = len(text)
    for number, start, end in index.hits(text):
        for kind, bound, group in groups[number]:
            if bound is not Bound.NONE:
                # A letter outside Latin-1 folds to a space, which is no boundary.
                if start and text[start - 1].isalnum():
                    continue
                if bound is Bound.CLOSED and end < size and text[end].isalnum():
                    continue
            if kind == "materiel" and german:
                found.extend(german_noun(text, start, end, group))
                continue
            words = text[start:end]
            fitting = [s for s in group if s.form == words or _fits(words, s.form)]
            if not fitting:
                continue
            if kind == "party":
                one = _party(text, start, end, fitting, german=german)
            elif kind == "designation":
                one = _designation(text, start, end, fitting)
            else:
                one = english_noun(text, start, end, fitting)
            if one is not None:
                found.append(one)
    return found


def _fits(words: str, form: str) -> bool:
    return same(words, form) and case_fits(words, form)


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around are all capitals too, so that capitals tell nothing."""
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    letters = [char for char in around if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)


def _party(
    text: str, start: int, end: int, group: list[Surface], *, german: bool
) -> Candidate | None:
    surface = group[0]
    if len(group) > 1:
        group.sort(key=lambda s: s.inflection != "adjective")
        surface = group[0]
    form = surface.inflection
    if surface.form in _NOT_IN_CAPITALS and _shouted(text, start, end):
        return None
    if surface.bound is Bound.LEFT:
        rest = segment(text, start, end)[1]
        tail = text[end:rest].lower() if rest > end else ""
        if tail in surface.tails:
            form = "genitive" if tail else form
            end = rest
        elif not compounds.is_trade_tail(tail):
            return None
    extent = word(text, start, end)
    part = part_of(text, start, end, extent)
    if form == "adjective" and german and part == "whole" and _is_bare_stem(surface):
        return None  # "deutsch": the language, or an adverb
    if form in ("", "demonym") and _is_genitive(text, end):
        form = "genitive"
    weak = surface.weak if len(group) == 1 else all(s.weak for s in group)
    return Candidate("party", start, end, group, extent, part, form, weak)


def _is_bare_stem(surface: Surface) -> bool:
    entry = surface.entry
    return (
        isinstance(entry, PartyEntry)
        and "stem" in entry.note
        and surface.form.islower()
        and not surface.form.endswith(_ENDED)
    )


def _is_genitive(text: str, end: int) -> bool:
    """Whether an apostrophe after the name makes it a genitive."""
    if text[end : end + 1] not in _APOSTROPHES:
        return False
    apostrophe = _GENITIVE.match(text, end)
    if apostrophe is None:
        return False
    # After s, a bare apostrophe is a genitive; otherwise it closes a quotation.
    return len(apostrophe.group()) == 2 or text[end - 1] in "sxzß"


def _designation(text: str, start: int, end: int, group: list[Surface]) -> Candidate | None:
    tail = text[end : segment(text, start, end)[1]] if group[0].bound is Bound.LEFT else ""
    form = group[0].inflection
    if tail:
        last = text[end - 1]
        if tail == "s" and last not in "sS":
            form = "genitive" if text[:start].endswith("des ") else "plural"
        elif last.isdigit() and _VARIANT.fullmatch(tail):
            form = "plural" if tail.endswith("s") else ""
        elif tail in _DATIVE_PLURALS and text[start:end].endswith(_DATIVE_PLURALS[tail]):
            form = "plural"
        else:
            return None
        end += len(tail)
    if text[end : end + 1] in HYPHENS and text[end + 1 : end + 2].isdigit():
        return None  # "S-300-400" or a date: another number belongs to it
    if form == "" and _is_genitive(text, end):
        form = "genitive"
    extent = word(text, start, end)
    part = part_of(text, start, end, extent)
    weak = all(s.weak for s in group)
    if part == "modifier" and text[start:end].isalpha():
        # "Astra-Zeneca": a name in a compound needs materiel or trade beside it.
        weak = not compounds.is_trade_tail(text[end : extent[1]])
    return Candidate("designation", start, end, group, extent, part, form, weak)
