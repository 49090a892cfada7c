"""The index of names: found by their folds and by what is left when a letter is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from armstrade.lexicon.entries import DesignationEntry, PartyEntry
from armstrade.lexicon.surfaces import Named
from armstrade.lexicon.tables import words

from .folds import figures, look, plain, sound, squash

_SHORTEST = 5
"""Letters and digits that a name needs before a letter of it may be wrong."""

_TAIL = 3
_LETTERED = 7
_WHOSE = {
    "country": "a state", "capital": "a state", "seat": "a state", "leader": "a leader",
    "company": "a group", "armed_group": "a group", "bloc": "a group",
    "adjective": "a people", "demonym": "a people",
}  # fmt: skip
_SOUNDS = 4  # and its sounds, before one of them may be


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling of an entry with its folds.

    Attributes
    ----------
    weak
        Also a common word: only found as it is written.
    telling
        A type that is in the news more than the word (``telling_names.csv``).
    tail
        Its last word when that is so short that a typo could hide it ("Predator B").
    whose
        The trait of a link to it that tells what it is a name of: "a state".
    meaning
        What it has in common with other spellings of the same.
    """

    text: str
    entry: PartyEntry | DesignationEntry
    plain: str
    squashed: str
    sounds: str
    looks: str
    weak: bool
    tail: str
    letters: int
    numbers: tuple[str, ...]
    telling: bool
    whose: str
    meaning: tuple[str, str]


class Asked:
    """What is looked for, with its folds."""

    __slots__ = ("looks", "numbers", "plain", "slipped", "sounds", "squashed", "tail", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        self.squashed = squash(text)
        self.sounds = sound(self.squashed)
        self.looks = look(self.plain)
        self.numbers = figures(self.squashed)
        self.tail = last_word(text)
        self.slipped: dict[str, tuple[str, list[str]] | None] = {}


def last_word(text: str) -> str:
    """The last of several words, squashed; a letter after a hyphen is one ("Tornado-S").

    Examples
    --------
    >>> last_word("Wing Loong II"), last_word("Tornado-S"), last_word("IRIS-T"), last_word("Iran")
    ('ii', 's', '', '')
    """
    if " " not in text and (len(text) < _LETTERED or text[-2] != "-" or text.isupper()):
        return ""
    parts = text.replace("-", " ").split()
    return squash(parts[-1]) if parts else ""


def shortened(key: str) -> list[str]:
    """A key and all that it becomes when one letter is taken out.

    Examples
    --------
    >>> shortened("abc")
    ['abc', 'ab', 'ac', 'bc']
    """
    return [key, *map("".join, combinations(key, len(key) - 1))]


class NameIndex:
    """All names of parties and designations of a lexicon.

    Parameters
    ----------
    items
        As the lexicon holds them; materiel nouns are passed over.
    """

    def __init__(self, items: Iterable[object]) -> None:
        self.names: list[Name] = []
        # Most keys are of one name: a tuple of it is half a list.
        self._keyed: dict[str, tuple[int, ...]] = {}
        # Most keys that are looked for are not there; a set, which has the hashes of its members
        # at hand, tells that several times as fast as a dictionary.
        self._keys: set[str] = set()
        seen: set[tuple[str, object]] = set()
        for text, entry, weak in _spellings(items):
            if (text, entry) not in seen:
                seen.add((text, entry))
                self._add(text, entry, weak=weak)

    def _add(self, text: str, entry: PartyEntry | DesignationEntry, *, weak: bool) -> None:
        squashed = squash(text)
        if not squashed:
            return
        number = len(self.names)
        last = last_word(text)
        tail = last if len(last) <= _TAIL else ""
        name = Name(
            text,
            entry,
            plain(text),
            squashed,
            sound(squashed),
            look(plain(text)),
            weak,
            tail,
            sum(char.isalpha() for char in plain(text)),
            figures(squashed),
            text in words("telling_names"),
            _whose(entry),
            meaning_of(entry),
        )
        self.names.append(name)
        keys = set(_keys(name))
        self._keys |= keys
        for key in keys:
            self._keyed[key] = (*self._keyed.get(key, ()), number)

    def near(self, asked: Asked) -> set[int]:
        """Numbers of the names that share a fold with what is asked or nearly do."""
        shared = self._keys.intersection(_keys(asked))
        return set().union(*map(self._keyed.__getitem__, shared))


def meaning_of(entry: PartyEntry | DesignationEntry) -> tuple[str, str]:
    """What two spellings of the same have in common."""
    if isinstance(entry, PartyEntry):
        return "party", entry.key or entry.surface
    return "designation", entry.designation


def _whose(entry: PartyEntry | DesignationEntry) -> str:
    if not isinstance(entry, PartyEntry):
        return "a type"
    if entry.kind == "leader" and entry.valid_to is not None:
        return "a former leader"
    return _WHOSE.get(entry.kind, "a office")


def _keys(name: Name | Asked) -> list[str]:
    """What names that may be meant by one another have one of in common."""
    squashed, plain_name, sounds = name.squashed, name.plain, name.sounds
    keys = ["~" + sounds, "=" + name.looks]
    if len(squashed) < _SHORTEST:
        keys.append("#" + squashed)
        return keys
    # The same for names with the same letters in another order: "Vietman".
    keys.append("&" + squashed[0] + "".join(sorted(squashed)))
    # In all folds a letter may be wrong.
    keys += shortened(squashed)
    if plain_name != squashed:
        keys += shortened(plain_name)
    if sounds != squashed and len(sounds) >= _SOUNDS:
        keys += shortened(sounds)
    return keys


def _spellings(
    items: Iterable[object],
) -> Iterator[tuple[str, PartyEntry | DesignationEntry, bool]]:
    for item in items:
        if isinstance(item, Named):
            entry = item.entry
            yield entry.designation, entry, entry.designation in item.ambiguous_forms
            for alias in item.aliases:
                yield alias, entry, alias in item.ambiguous_forms
        elif isinstance(item, PartyEntry) and item.kind != "city":  # few towns are worth a typo
            yield item.surface, item, False
