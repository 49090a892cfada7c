"""The index of names: found by their folds and by what is left when a letter is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armstrade.lexicon.entries import DesignationEntry, PartyEntry
from armstrade.lexicon.surfaces import Named
from armstrade.lexicon.tables import words

from .folds import figures, look, plain, sound, squash

_SHORTEST = 5
"""Letters and digits that a name needs before a letter of it may be wrong."""

_TAIL = 3
_LETTERED = 7
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
    return squash(text.replace("-", " ").split()[-1])


def shortened(key: str) -> Iterator[str]:
    """A key and all that it becomes when one letter is taken out.

    Examples
    --------
    >>> list(shortened("abc"))
    ['abc', 'bc', 'ac', 'ab']
    """
    yield key
    for at in range(len(key)):
        yield key[:at] + key[at + 1 :]


class NameIndex:
    """All names of parties and designations of a lexicon.

    Parameters
    ----------
    items
        As the lexicon holds them; materiel nouns are passed over.
    """

    def __init__(self, items: Iterable[object]) -> None:
        self.names: list[Name] = []
        self._folded: dict[str, list[int]] = {}
        self._cut: dict[str, list[int]] = {}
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
        )
        self.names.append(name)
        for fold, key in (("", squashed), ("~", name.sounds), ("=", name.looks)):
            self._folded.setdefault(fold + key, []).append(number)
        if len(squashed) >= _SHORTEST:
            self._folded.setdefault(_mixed(squashed), []).append(number)
            for key in _cut_keys(squashed, name.plain, name.sounds):
                self._cut.setdefault(key, []).append(number)

    def near(self, asked: Asked) -> set[int]:
        """Numbers of the names that share a fold with what is asked or nearly do."""
        found: set[int] = set()
        for key in (asked.squashed, "~" + asked.sounds, "=" + asked.looks):
            found.update(self._folded.get(key, ()))
        if len(asked.squashed) >= _SHORTEST:
            found.update(self._folded.get(_mixed(asked.squashed), ()))
            for key in _cut_keys(asked.squashed, asked.plain, asked.sounds):
                if key in self._cut:
                    found.update(self._cut[key])
        return found


def _mixed(squashed: str) -> str:
    """The same for names with the same letters in another order: "Vietman"."""
    return "&" + squashed[0] + "".join(sorted(squashed))


def _cut_keys(squashed: str, plain_name: str, sounds: str) -> set[str]:
    """The shortened forms of all folds in which a letter may be wrong."""
    forms = {squashed, plain_name, sounds} if len(sounds) >= _SOUNDS else {squashed, plain_name}
    return {key for form in forms for key in shortened(form)}


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
