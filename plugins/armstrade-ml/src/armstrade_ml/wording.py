"""What the words around a trigger speak for: linear models, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .features.words import NAMES, Context

Floats = NDArray[np.float32]
SCALE = 3.0
"""The length of the row of a context, however many of its words are known."""


@dataclass(frozen=True)
class Wording:
    """Weights of words.

    Attributes
    ----------
    places
        For each word, as `features.words.spelt` gives it, its row in `weights`.
    weights
        One row per word and a last one of zeros, one column per `features.words.NAMES`.
    bias
        What holds without a word.

    Examples
    --------
    >>> wording = Wording({"en t sell": 0}, np.eye(2, 14, dtype=np.float32), np.zeros(14))
    >>> wording([[("en s", ["today"]), ("en t", ["sell"])], [("en s", ["today"])]])[:, 0].tolist()
    [3.0, 0.0]
    """

    places: Mapping[str, int]
    weights: Floats
    bias: Floats

    @cached_property
    def _by_place(self) -> dict[str, dict[str, int]]:
        """The rows by where a word stands, then by the word."""
        found: dict[str, dict[str, int]] = {}
        for spelt, row in self.places.items():
            language, place, word = spelt.split(" ", 2)
            found.setdefault(f"{language} {place}", {})[word] = row
        return found

    def _known(self, place: str, words: Iterable[str]) -> Iterable[int | None]:
        return map(self._by_place.get(place, {}).get, words)

    def __call__(self, contexts: Sequence[Context]) -> Floats:
        """Log odds, one row per context."""
        rows: list[int] = []
        begins: list[int] = []
        sizes: list[int] = []
        shared: object = None
        anywhere: set[int | None] = set()
        for (place, words), *around in contexts:
            if words is not shared:
                shared, anywhere = words, set(self._known(place, words))
            known = anywhere.copy()
            for place, words in around:
                known.update(self._known(place, words))
            begins.append(len(rows))
            rows += [row for row in known if row is not None]
            sizes.append(len(rows) - begins[-1])
            rows.append(len(self.places))  # the row of zeros, so that no context is empty
        if not begins:
            return np.zeros((0, len(NAMES)), np.float32)
        sums = np.add.reduceat(self.weights.take(rows, axis=0), begins, axis=0)
        told: Floats = sums * length(np.array(sizes))[:, None] + self.bias
        return told

    def tensors(self) -> dict[str, NDArray[np.generic]]:
        """Its arrays, by name; the words as UTF-8, a line each."""
        words = "\n".join(sorted(self.places, key=self.places.__getitem__))
        return {
            "words": np.frombuffer(words.encode(), np.uint8),
            "weights": self.weights.astype(np.float16),
            "bias": self.bias,
        }

    @classmethod
    def of(cls, tensors: Mapping[str, NDArray[np.generic]]) -> Wording:
        """Weights from `tensors`."""
        text = tensors["words"].tobytes().decode()
        words = text.split("\n") if text else []
        return cls(
            {word: place for place, word in enumerate(words)},
            tensors["weights"].astype(np.float32),
            tensors["bias"].astype(np.float32),
        )


def length(known: NDArray[np.integer]) -> Floats:
    """What each word of a context counts, of which so many are known."""
    return np.asarray(SCALE / np.sqrt(np.maximum(known, 1)), dtype=np.float32)
