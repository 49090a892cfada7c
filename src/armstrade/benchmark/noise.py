"""Seeded noise: what scanners, typists and transliteration do to a text, gold mapped along."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from armstrade.claims import Document, TransferClaim
from armstrade.corpora import Corpus, GoldDocument
from armstrade.errors import UnknownNameError

Change = Callable[[str, Random], str]
"""Makes another word of a word; the same when there is nothing to change."""

_WORD = re.compile(r"\w+")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U", "ß": "ss"})
_SCANNED = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("1", "l"), ("0", "O"), ("O", "0"), ("I", "l"),
    ("i", "l"), ("e", "c"), ("u", "n"), ("h", "b"), ("S", "5"), ("cl", "d"),
)  # fmt: skip
_SPELT = (
    ("sch", "sh"), ("sh", "sch"), ("kh", "ch"), ("zh", "sch"), ("ch", "kh"), ("w", "v"),
    ("v", "w"), ("j", "y"), ("y", "j"), ("z", "s"), ("s", "z"), ("k", "c"), ("c", "k"),
    ("ou", "u"), ("u", "ou"), ("ei", "ey"), ("f", "v"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _umlauts(word: str, random: Random) -> str:
    return word.translate(_UMLAUTS)


def _scan(word: str, random: Random) -> str:
    return _swap(word, _SCANNED, random)


def _transliterate(word: str, random: Random) -> str:
    """Only words that may be names."""
    return _swap(word, _SPELT, random) if word[0].isupper() and len(word) > 3 else word


def _swap(word: str, pairs: tuple[tuple[str, str], ...], random: Random) -> str:
    fitting = [(old, new) for old, new in pairs if old in word]
    if not fitting:
        return word
    old, new = random.choice(fitting)
    places = [found.start() for found in re.finditer(re.escape(old), word)]
    at = random.choice(places)
    return word[:at] + new + word[at + len(old) :]


def _mistype(word: str, random: Random) -> str:
    """Two letters swapped, one left out, doubled or hit wrongly; never the first one."""
    if len(word) < 4:
        return word
    at = random.randrange(1, len(word) - 1)
    return random.choice((
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + random.choice(_LETTERS) + word[at + 1 :],
    ))  # fmt: skip


def _hyphenate(word: str, random: Random) -> str:
    if len(word) < 7:
        return word
    at = random.randrange(3, len(word) - 2)
    return f"{word[:at]}-\n{word[at:]}"


def _shout(word: str, random: Random) -> str:
    return word.upper()


@dataclass(frozen=True, slots=True)
class Noise:
    """A kind of noise at one level.

    Attributes
    ----------
    change
        What happens to a word.
    share
        Of the words that it happens to, in [0, 1].
    """

    change: Change
    share: float


NOISE: Mapping[str, Noise] = {
    "umlauts stripped": Noise(_umlauts, 1.0),
    "scanned 3 %": Noise(_scan, 0.03),
    "transliterated 3 %": Noise(_transliterate, 0.03),
    "mistyped 1 %": Noise(_mistype, 0.01),
    "mistyped 3 %": Noise(_mistype, 0.03),
    "mistyped 5 %": Noise(_mistype, 0.05),
    "hyphenated 3 %": Noise(_hyphenate, 0.03),
    "capitals 3 %": Noise(_shout, 0.03),
}
"""The kinds and levels of noise of the benchmark, by name."""


def noisy(corpus: Corpus, name: str, *, seed: int = 0) -> Corpus:
    """A corpus with noise in its texts and its gold mapped along.

    Parameters
    ----------
    name
        One of `NOISE`.
    seed
        The same seed makes the same noise, document by document.

    Raises
    ------
    UnknownNameError
        When there is no such noise.

    Examples
    --------
    >>> from armstrade.corpora import load
    >>> clean = load("newsroom", split="train", language="de")[:1]
    >>> loud = noisy(clean, "umlauts stripped")
    >>> "ü" in clean[0].document.text, "ü" in loud[0].document.text
    (True, False)
    """
    if name not in NOISE:
        raise UnknownNameError("noise", name, NOISE)
    documents = tuple(_noisy_document(gold, name, seed) for gold in corpus)
    return replace(corpus, name=f"{corpus.name} ({name})", documents=documents)


def _noisy_document(gold: GoldDocument, name: str, seed: int) -> GoldDocument:
    noise, document = NOISE[name], gold.document
    random = Random(f"{seed}:{name}:{document.id}")
    map_ = _Offsets()
    parts: list[str] = []
    done = 0
    for word in _WORD.finditer(document.text):
        changed = word.group()
        if random.random() < noise.share:
            changed = noise.change(changed, random)
        parts += [document.text[done : word.start()], changed]
        if changed != word.group():
            map_.add(word.start(), word.end(), len(changed))
        done = word.end()
    text = "".join([*parts, document.text[done:]])
    loud = document.model_copy(update={"text": text})
    claims = tuple(_moved(claim, loud, map_) for claim in gold.claims)
    return replace(gold, document=loud, claims=claims)


class _Offsets:
    """From offsets of a text to those of the text with some words replaced."""

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._changes: list[tuple[int, int, int, int]] = []
        self._shift = 0

    def add(self, start: int, end: int, length: int) -> None:
        """A word at ``start:end`` that has `length` characters now; to be added in order."""
        self._changes.append((start, end, start + self._shift, length))
        self._shift += length - (end - start)
        self._ends.append(end)

    def start(self, offset: int) -> int:
        """Where a span begins now that began at `offset`."""
        return self._moved(offset, last=1)

    def end(self, offset: int) -> int:
        """Where a span ends now that ended at `offset`."""
        return self._moved(offset - 1, last=0, of_end=True)

    def _moved(self, offset: int, *, last: int, of_end: bool = False) -> int:
        at = bisect_right(self._ends, offset)
        if at < len(self._changes):
            start, end, moved, length = self._changes[at]
            if start <= offset:  # inside a word that was replaced
                if of_end:
                    whole = offset + 1 == end
                    return moved + (length if whole else min(offset + 1 - start, length))
                return moved + min(offset - start, max(0, length - last))
        before = self._changes[at - 1] if at else None
        shift = 0 if before is None else before[2] + before[3] - before[1]
        return offset + of_end + shift


def _moved(claim: TransferClaim, document: Document, map_: _Offsets) -> TransferClaim:
    def move(value: Any) -> Any:
        if isinstance(value, list):
            return [move(one) for one in value]
        if not isinstance(value, dict):
            return value
        if isinstance(value.get("start"), int):
            start, end = map_.start(value["start"]), map_.end(value["end"])
            return {"start": start, "end": end, "text": document.text[start:end]}
        return {key: move(one) for key, one in value.items()}

    said = move(claim.model_dump(mode="json"))
    return TransferClaim.model_validate(said).verify(document)
