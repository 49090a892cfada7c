"""Names and words of a language that the lexicon has no forms of: listed or learnt."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from armstrade.claims import Category

from .entries import DesignationEntry, Entry, MaterielEntry, PartyEntry
from .linking.folds import plain
from .mention import Mention
from .rows import DATA

if TYPE_CHECKING:
    from .lexicon import Lexicon

_WORD = re.compile(r"[^\W_]+")
_FIGURES = re.compile(r"\d")
_ROOT = 4
"""Letters that two forms of a word have in common at least."""
_LONG = 6
_ENDING = 3
_SHARE = 0.75  # of the shorter form of a verb
_JOINTS = frozenset(" -‐‑'’.\u00a0")
Words = tuple[str, ...]


@cache
def _listed(language: str) -> tuple[PartyEntry, ...]:
    """Names of states and capitals in a language (Unicode CLDR)."""
    with (DATA / "territories.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            PartyEntry(row["surface"], row["id"], row["id"], row["kind"], language)
            for row in csv.DictReader(file)
            if row["language"] == language
        )


@dataclass(frozen=True, slots=True)
class _Form:
    """A form to look for; `capital` are the words of it that need a capital letter."""

    words: Words
    capital: tuple[bool, ...]
    entry: Entry


class Vocabulary:
    """Finds names and words of one language.

    States and many capitals are known by their names in CLDR; the rest is added. What is the
    same in all languages (types, companies, armed groups) comes from the lexicon when a text is
    looked through.

    Parameters
    ----------
    language
        ISO 639-1.

    Attributes
    ----------
    numbers
        Number words, in small letters, with the bounds that they mean.
    bounds
        Words before a number that make it a bound, and whether that is the lower one.

    Examples
    --------
    >>> from armstrade.lexicon import Lexicon
    >>> vocabulary = Vocabulary("pl")
    >>> vocabulary.add_party("Ukrainie", "UA", "UA")
    >>> vocabulary.add_materiel("czołgów", Category.ARMOURED_VEHICLE)
    >>> text = "Litwa przekazała Polsce 20 czołgów, a Ukraina Litwie czołg T-72."
    >>> found = vocabulary.find(text, Lexicon.default())
    >>> [(text[m.start : m.end], m.kind) for m in found][:4]
    [('Litwa', 'party'), ('czołgów', 'materiel'), ('Ukraina', 'party'), ('Litwie', 'party')]
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._parties: dict[str, list[_Form]] = {}
        self._materiel: dict[str, list[_Form]] = {}
        self._listed: dict[str, list[PartyEntry]] = {}
        self.numbers: dict[str, tuple[int | None, int | None]] = {}
        self.bounds: dict[str, bool] = {}
        self._predicates: list[str] = []
        self._endings: set[tuple[str, str, bool]] = set()
        for entry in _listed(language):
            self._listed.setdefault(entry.country or "", []).append(entry)
            self._name(entry.surface, entry)

    def add_party(self, surface: str, id: str | None, country: str | None) -> None:
        """Learn a name of a party.

        Where it is the listed name of the state with another ending, that ending is learnt for
        all states: from "Ukrainie", which is listed as "Ukraina", also "Litwie".
        """
        lower = surface[:1].islower()
        kind = "country" if id == country else "company" if country else "armed_group"
        listed = self._listed.get(country or "", ())
        swaps = [swap for one in listed if (swap := _swapped(one.surface, surface)) is not None]
        note = swaps[0][1] if swaps else ""
        kind = "adjective" if lower else kind
        self._name(surface, PartyEntry(surface, id, country, kind, self.language, note=note))
        for old, new in swaps:
            if (old, new, lower) not in self._endings:
                self._endings.add((old, new, lower))
                self._inflect(old, new, lower=lower)

    def _inflect(self, old: str, new: str, *, lower: bool) -> None:
        """Add the states with one ending for another; the note tells the ending."""
        for entry in [one for names in self._listed.values() for one in names]:
            name, code = entry.surface, entry.country
            stem = name[: len(name) - len(old)]
            if name.endswith(old) and len(stem) >= _ROOT - 1:
                form = (stem[0].lower() if lower else stem[0]) + stem[1:] + new
                kind = "adjective" if lower else entry.kind
                self._name(form, PartyEntry(form, code, code, kind, self.language, note=new))

    def add_materiel(self, term: str, category: Category) -> None:
        """Learn a noun of materiel, found with other endings too."""
        words = _words(term)
        if words:
            generic = category is Category.UNSPECIFIED
            entry = MaterielEntry(term, category, generic, language=self.language)
            forms = self._materiel.setdefault(words[0][:_ROOT], [])
            if all(form.words != words for form in forms):
                forms.append(_Form(words, (False,) * len(words), entry))
                forms.sort(key=lambda form: -len(form.words))

    def add_type(self, name: str, designation: str, category: Category) -> None:
        """Learn the name of a type that the lexicon lacks."""
        self._name(name, DesignationEntry(designation, category, designation), self._materiel)

    def add_count(self, words: str, low: int | None, high: int | None) -> None:
        """Learn a count: a number word ("douze") or what stands before one ("plus de 200")."""
        figures = _FIGURES.search(words)
        if figures is None:
            self.numbers.setdefault(words.lower(), (low, high))
        elif words[: figures.start()].strip() and (low is None) != (high is None):
            self.bounds.setdefault(words[: figures.start()].strip().lower(), low is not None)

    def add_predicate(self, word: str) -> None:
        """Learn a word that says a transfer: a verb, a noun."""
        if self.predicate(word) is None:
            self._predicates.append(plain(word))

    def predicate(self, word: str) -> str | None:
        """The learnt word that a word is a form of.

        >>> vocabulary = Vocabulary("es")
        >>> vocabulary.add_predicate("enviará")
        >>> vocabulary.predicate("enviaron"), vocabulary.predicate("envuelto")
        ('enviara', None)
        """
        folded = plain(word)
        alike = [(_root(folded, known), known) for known in self._predicates]
        root, known = max(alike, default=(0, ""))
        return known if root else None

    def find(self, text: str, lexicon: Lexicon, *, year: int | None = None) -> list[Mention]:
        """All mentions, sorted by start; none overlaps another."""
        own = list(self._own(text))
        taken = {at for mention in own for at in range(mention.start, mention.end)}
        shared = [
            mention
            for mention in lexicon.find(text, language="en", year=year)
            if _is_international(mention.entry)
            and mention.part != "head"
            and taken.isdisjoint(range(mention.start, mention.end))
        ]
        return sorted([*own, *shared], key=lambda mention: mention.start)

    def _own(self, text: str) -> Iterator[Mention]:
        spans = [match.span() for match in _WORD.finditer(text)]
        folded = [plain(text[start:end]) for start, end in spans]
        at = 0
        while at < len(spans):
            form = self._at(text, spans, folded, at)
            if form is None:
                at += 1
                continue
            last = at + len(form.words) - 1
            start, end = spans[at][0], spans[last][1]
            kind = "party" if isinstance(form.entry, PartyEntry) else "materiel"
            if isinstance(form.entry, DesignationEntry):
                kind = "designation"
            yield Mention(kind, start, end, form.entry, (start, end), "whole", "", (form.entry,))
            at = last + 1

    def _at(
        self, text: str, spans: list[tuple[int, int]], folded: list[str], at: int
    ) -> _Form | None:
        """The longest form that begins with a word."""
        first = folded[at]
        best: _Form | None = None
        for forms, fits in (
            (self._parties.get(first, ()), _same),
            (self._materiel.get(first[:_ROOT], ()), _alike),
            (self._materiel.get(first, ()) if len(first) > _ROOT else (), _same),
        ):
            for form in forms:
                size = len(form.words)
                if (best is not None and size <= len(best.words)) or at + size > len(spans):
                    continue
                if all(
                    fits(folded[at + k], form.words[k])
                    and (not form.capital[k] or text[spans[at + k][0]].isupper())
                    and (not k or _joined(text, spans[at + k - 1][1], spans[at + k][0]))
                    for k in range(size)
                ):
                    best = form
        return best

    def _name(
        self, surface: str, entry: Entry, table: dict[str, list[_Form]] | None = None
    ) -> None:
        table = self._parties if table is None else table
        parts = _WORD.findall(surface)
        if not parts:
            return
        form = _Form(tuple(map(plain, parts)), tuple(part[0].isupper() for part in parts), entry)
        forms = table.setdefault(form.words[0], [])
        # A listed or learnt name stands before one that is only inferred.
        if all(other.words != form.words for other in forms):
            forms.append(form)


def _words(text: str) -> Words:
    return tuple(map(plain, _WORD.findall(text)))


def _same(word: str, wanted: str) -> bool:
    return word == wanted


def _alike(word: str, wanted: str) -> bool:
    """Whether two words differ by their endings alone: "misil" and "misiles", no "misión".

    >>> [_alike(*pair.split()) for pair in ("misil misiles", "misil mision", "rakiety rakiet")]
    [True, False, True]
    """
    if word == wanted:
        return True
    short = min(len(word), len(wanted))
    root = short - (short >= _LONG)
    return (
        root >= _ROOT
        and word[:root] == wanted[:root]
        and max(len(word), len(wanted)) - root <= _ENDING
    )


def _root(word: str, known: str) -> int:
    """Letters that two forms of a verb begin with; 0 when they are forms of different words."""
    if word == known:
        return len(word) + 1
    short = min(len(word), len(known))
    root = next((at for at in range(short) if word[at] != known[at]), short)
    return root if root >= _ROOT and root >= _SHARE * short else 0


def _joined(text: str, end: int, start: int) -> bool:
    return start - end <= 2 and all(char in _JOINTS for char in text[end:start])


def _swapped(listed: str, written: str) -> tuple[str, str] | None:
    """The ending of a listed name and the one that stands for it; ``None`` if much differs.

    >>> _swapped("Ukraina", "Ukrainie"), _swapped("Irak", "irakien"), _swapped("France", "Paris")
    (('a', 'ie'), ('', 'ien'), None)
    """
    if " " in listed or " " in written:
        return None
    first, second = listed.casefold(), written.casefold()
    root = 0
    while root < min(len(first), len(second)) and first[root] == second[root]:
        root += 1
    old, new = listed[root:], written[root:]
    if root < _ROOT - 1 or max(len(old), len(new)) > _ENDING or old == new:
        return None
    return old, new


def _is_international(entry: Entry) -> bool:
    """Whether a name is written the same in German and English, so in most languages."""
    if isinstance(entry, PartyEntry):
        return entry.language == "both"
    return isinstance(entry, DesignationEntry)
