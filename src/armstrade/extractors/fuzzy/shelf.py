"""Shelves of examples: skeletons as strings, looked up by likeness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from .outline import Skeleton

L = TypeVar("L")

_UNLIKE = 0.5  # less than this is no analogue; the metric stops early
_SPARE = 30  # how many of the likest may be of the document itself
_UNKNOWN = chr(0)


@dataclass(frozen=True, slots=True)
class Example(Generic[L]):
    """What a skeleton of the bank stands for.

    Attributes
    ----------
    name
        Document and offset of the sentence; tells the user where an analogy comes from.
    document
        Id of the document; it does not testify in its own cause.
    label
        What it teaches.
    weight
        Its weight in a vote; a user's own examples count for more.
    """

    name: str
    document: str
    label: L
    weight: float = 1.0


Found = list[tuple[float, Example[L]]]
"""Examples with their likeness in [0, 1], the likest first."""


class Shelf(Generic[L]):
    """Examples of one kind, in groups of which only one is looked through.

    A skeleton becomes a string: a letter for each token, written as often as the token weighs.
    So one call of a string metric compares two skeletons with all their weights.

    Parameters
    ----------
    weights
        How often the letter of a feature is written; ``word`` is for tokens without feature.

    Examples
    --------
    >>> shelf = Shelf({"prep": 3, "word": 1})
    >>> shelf.add("", ("prep=an", "PARTY"), Example("x:0", "x", "recipient"))
    >>> [(likeness, found.label) for likeness, found in shelf.nearest("", ("prep=an", "DATE"), 1)]
    [(0.75, 'recipient')]
    """

    def __init__(self, weights: Mapping[str, int]) -> None:
        self._weights = weights
        self._letters: dict[str, str] = {}
        self._examples: dict[str, list[Example[L]]] = {}
        self._spelt: dict[str, list[str]] = {}

    def copy(self) -> Shelf[L]:
        """A shelf that can be added to without changing this one."""
        twin: Shelf[L] = Shelf(self._weights)
        twin._letters = dict(self._letters)
        twin._examples = {group: list(examples) for group, examples in self._examples.items()}
        twin._spelt = {group: list(spelt) for group, spelt in self._spelt.items()}
        return twin

    def __contains__(self, group: str) -> bool:
        return group in self._examples

    def add(self, group: str, skeleton: Skeleton, example: Example[L]) -> None:
        """Put an example into a group."""
        for token in skeleton:
            if token not in self._letters:
                # Code points below 256 come first: the metric has a table for them.
                self._letters[token] = chr(1 + len(self._letters)) * self._weight(token)
        self._examples.setdefault(group, []).append(example)
        self._spelt.setdefault(group, []).append(self._spell(skeleton))

    def nearest(self, group: str, skeleton: Skeleton, limit: int, without: str = "") -> Found[L]:
        """The likest examples of a group, but none of the document `without`."""
        from rapidfuzz.distance import Indel
        from rapidfuzz.process import extract

        examples = self._examples.get(group)
        if not examples:
            return []
        found = extract(
            self._spell(skeleton),
            self._spelt[group],
            scorer=Indel.normalized_similarity,
            limit=limit + _SPARE,
            score_cutoff=_UNLIKE,
        )
        kept = [
            (likeness, examples[at])
            for _, likeness, at in found
            if not without or examples[at].document != without
        ]
        return kept[:limit]

    def _spell(self, skeleton: Skeleton) -> str:
        letters = self._letters
        return "".join(
            letters[token] if token in letters else _UNKNOWN * self._weight(token)
            for token in skeleton
        )

    def _weight(self, token: str) -> int:
        feature, equals, _ = token.partition("=")
        return self._weights[feature if equals else "word"]
