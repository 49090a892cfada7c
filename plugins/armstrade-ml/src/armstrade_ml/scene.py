"""A sentence with its candidates and their features, as arrays."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from armstrade.reading import Reading, Trigger

from .candidates import (
    MaterielCandidate,
    Memory,
    PartyCandidate,
    materiel_candidates,
    may_tell,
    party_candidates,
)
from .features import materiel, pair, party, trigger
from .syntax import View

Floats = NDArray[np.float32]
NOWHERE = -100


class Scene:
    """A sentence that may hold claims.

    Attributes
    ----------
    view, triggers, parties, goods
        The sentence, and the candidates for the slots.
    """

    def __init__(self, view: View, memory: Memory, following: View | None) -> None:
        self.view = view
        self.triggers: list[Trigger] = view.triggers
        self.parties: list[PartyCandidate] = party_candidates(view, memory)
        self.goods: list[MaterielCandidate] = materiel_candidates(view, memory)
        self._following = following
        self._party_rows: dict[int, Floats] = {}
        self._goods_rows: dict[int, Floats] = {}

    @property
    def index(self) -> int:
        """Index of the sentence."""
        return self.view.sentence.index

    @cached_property
    def party_numbers(self) -> NDArray[np.intp]:
        """A number per party candidate, the same for the same party."""
        numbers: dict[str, int] = {}
        return np.array([numbers.setdefault(p.key, len(numbers)) for p in self.parties], np.intp)

    @cached_property
    def trigger_rows(self) -> Floats:
        """One row per trigger."""
        rows = [
            trigger.trigger_row(self.view, t, rank, self._following)
            for rank, t in enumerate(self.triggers)
        ]
        return np.asarray(rows, dtype=np.float32).reshape(len(rows), len(trigger.NAMES))

    def party_rows(self, t: int) -> Floats:
        """One row per party candidate, seen from a trigger."""
        if t not in self._party_rows:
            rows = [party.party_row(self.view, self.triggers[t], p) for p in self.parties]
            self._party_rows[t] = np.asarray(rows, dtype=np.float32)
        return self._party_rows[t]

    def goods_rows(self, t: int) -> Floats:
        """One row per materiel candidate, seen from a trigger."""
        if t not in self._goods_rows:
            rows = [materiel.materiel_row(self.view, self.triggers[t], m) for m in self.goods]
            self._goods_rows[t] = np.asarray(rows, dtype=np.float32)
        return self._goods_rows[t]

    def pair_row(self, supplier: int, recipient: int) -> list[float]:
        """Supplier and recipient together."""
        return pair.parties_row(self.view, self.parties[supplier], self.parties[recipient])

    def ownership_row(self, one: int, goods: int) -> list[float]:
        """A party and the goods together."""
        return pair.goods_row(self.view, self.parties[one], self.goods[goods])


def scenes(reading: Reading) -> Iterator[Scene]:
    """The scenes of a document, in order."""
    if not any(mention.kind != "party" for mention in reading.mentions):
        return
    memory = Memory()
    last_goods = NOWHERE
    sentences = reading.sentences
    views: dict[int, View] = {}

    def view_of(index: int) -> View | None:
        if index >= len(sentences):
            return None
        if index not in views:
            views[index] = View(sentences[index])
        return views[index]

    for sentence in sentences:
        i = sentence.index
        if may_tell(reading, i, last_goods):
            view = view_of(i)
            assert view is not None
            if view.triggers:
                scene = Scene(view, memory, view_of(i + 1))
                if scene.parties and scene.goods:
                    yield scene
        if sentence.has_materiel:
            last_goods = i
        if sentence.has_materiel or sentence.has_party:
            view = view_of(i)
            assert view is not None
            memory.add(view)
