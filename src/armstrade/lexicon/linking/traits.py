"""Traits of a link: what sets a name apart from what was asked, and what kind of name it is."""

from __future__ import annotations

import re

from armstrade.lexicon.entries import PartyEntry

from .edits import measures, slips
from .names import Asked, Name

EXACT = "exact"
"""The reason of a name that is written as in the lexicon."""

_LIKE = 0.6  # names must look somewhat alike however much they sound alike
_MOST = 3  # slips in a long name
_LONG = 9
_LONGEST = 12
_SIZED = {
    reason: [f"{reason} {length}" for length in range(_LONGEST + 1)]
    for reason in ("case", "spelling", "look-alike", "transliteration", "typo", "two typos")
}
_ENDING = 2
_STEM = 4
_UMLAUTS = frozenset("äöüÄÖÜ")
_STROKES = str.maketrans("i1j", "lll")
_PARTS = re.compile(r"[\s‐‑/.-]+")
# What makes another word of a name: "Israelit", "Türkis", "Belaruse", "Predatorin".
_DERIVED = frozenset((
    "an", "ans", "e", "en", "er", "erin", "ern", "ers", "ese", "esen", "i", "ian", "ians", "in",
    "innen", "is", "isch", "ische", "ish", "ism", "ismus", "ist", "isten", "it", "ite", "iten",
    "ites", "land", "o", "um", "us",
))  # fmt: skip


def traits(wanted: Asked, name: Name) -> tuple[str, list[str]] | None:
    """The reason of a link and its traits, or nothing when there is no such link."""
    asked, squashed = wanted.text, wanted.squashed
    if asked == name.text:
        return EXACT, []
    if squashed == name.squashed:
        reason = "case" if asked.casefold() == name.text.casefold() else "spelling"
        found = [_sized(reason, len(squashed))]
        if _adds_umlaut(wanted, name):
            found.append("umlaut out of nothing")
        elif name.text.isascii() and not asked.isascii():
            found.append("accented word" if name.weak else "accent out of nothing")
        elif wanted.plain != name.plain and name.text.isascii() and name.plain != name.squashed:
            found.append("half a digraph")
        if name.tail.isalpha() and asked.isalpha():
            found.append("hidden tail")
    elif wanted.looks == name.looks:
        if not _parted_alike(wanted, name):
            return None
        reason, found = "look-alike", [_sized("look-alike", len(squashed))]
        if wanted.numbers and name.numbers:
            found.append("figures alike" if wanted.numbers != name.numbers else "letters alike")
        if wanted.plain.translate(_STROKES) == name.plain.translate(_STROKES):
            found.append("strokes alike")
    elif wanted.numbers != name.numbers:
        return None  # T-72 is no T-62
    else:
        if not _same_tail(wanted, name):
            return None
        if name.plain not in wanted.slipped:  # many names differ in their capitals only
            wanted.slipped[name.plain] = _slipped(wanted, name)
        judged = wanted.slipped[name.plain]
        if judged is None:
            return None
        reason, found = judged[0], [*judged[1]]
    found.extend(_manner(wanted, name, reason))
    return reason, found


def _slipped(wanted: Asked, name: Name) -> tuple[str, list[str]] | None:
    """Names that differ in their letters."""
    squashed, sounds = wanted.squashed, wanted.sounds
    measure = measures()
    likeness = measure.likeness(squashed, name.squashed)
    if sounds == name.sounds:
        if likeness < _LIKE / 2:
            return None
        found = [_sized("transliteration", len(sounds))]
        spelt = slips(squashed, name.squashed)
        if len(spelt) > 1:
            found.append("sound otherwise")
        else:
            found.extend("sound " + slip for slip in spelt)
        found.extend(_grown(squashed, name))
        return "transliteration", found
    if likeness < _LIKE:
        return None
    spelt = least = slips(squashed, name.squashed)
    if len(spelt) > 1:
        away = measure.distance(sounds, name.sounds, score_cutoff=len(spelt))
        if len(spelt) > _MOST + 1 and away > _MOST:
            return None
        if wanted.plain != squashed or name.plain != name.squashed:
            spelt = least = min(spelt, slips(wanted.plain, name.plain), key=len)
        if len(spelt) > 1 and away <= len(spelt):
            least = min(spelt, slips(sounds, name.sounds), key=len)
    length = min(len(squashed), len(name.squashed))
    if len(least) > (_MOST if length >= _LONG else _MOST - 1):
        return None
    reason = "typo" if len(least) == 1 else "two typos"
    found = [_sized(reason, min(name.letters, len(name.sounds) + 1)), *least]
    if len(spelt) > len(least):
        found.append("spelt otherwise")
    if squashed[0] != name.squashed[0]:
        found.append("other first letter" if sounds[:1] != name.sounds[:1] else "first letter")
    found.extend(_grown(squashed, name))
    return reason, found


def _grown(squashed: str, name: Name) -> list[str]:
    """A name with an ending is another word: "Canberran", "Israelit"."""
    shared = measures().prefix(squashed, name.squashed)
    tail, rest = squashed[shared:], name.squashed[shared:]
    if tail in _DERIVED and len(rest) <= _ENDING and shared >= _STEM:
        return ["derived"]
    if not rest and tail and tail[0] != squashed[shared - 1]:
        return ["grown"]
    return []


def _manner(wanted: Asked, name: Name, reason: str) -> list[str]:
    """How the name is written, and whose it is."""
    asked, found = wanted.text, []
    grave = "" if reason in ("case", "spelling") else "noisy "
    if name.weak and not name.numbers:
        found.append(grave + ("telling word" if name.telling else "word"))
    if asked.islower() and not name.text.islower() and not any(c.isdigit() for c in asked):
        found.append(grave + "lower case")
    if name.text.isupper() and not asked.isupper() and not name.numbers:
        found.append(grave + "capitals lost")
    if name.text.islower() and not asked.islower():
        found.append(grave + "adjective")
    if not grave and name.entry.__class__ is PartyEntry and name.entry.kind == "leader":
        found.append("written leader")
    if grave:
        if not wanted.plain.isalpha():
            found.append("figures")
        found.append(name.whose)
        if " " in name.text:
            found.append("two words")
    return found


def _sized(reason: str, length: int) -> str:
    return _SIZED[reason][min(length, _LONGEST)]


def _same_tail(wanted: Asked, name: Name) -> bool:
    """A short last word is no place for a typo: "Wing Loong II" is not "Wing Loong I"."""
    if not name.tail:
        return True
    last = wanted.tail
    if last:
        return last == name.tail
    return wanted.squashed.endswith(name.tail) and not wanted.text.isalpha()


def _adds_umlaut(wanted: Asked, name: Name) -> bool:
    """ "Märder", "Tornadoes": umlauts get lost, but none comes by itself."""
    if not name.text.isascii() or name.squashed != name.plain:
        return False
    return wanted.plain != name.plain or not _UMLAUTS.isdisjoint(wanted.text)


def _parted_alike(wanted: Asked, name: Name) -> bool:
    """Codes that look alike have hyphens and spaces in the same places: "Mi-19" is no "M119"."""
    if not (wanted.numbers or name.numbers):
        return True
    parts, others = _PARTS.split(wanted.text), _PARTS.split(name.text)
    if len(parts) == 1:
        return len(others) == 1 or not wanted.text.isalpha()
    return [*map(len, parts)] == [*map(len, others)]
