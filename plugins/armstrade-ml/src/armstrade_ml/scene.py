"""Sentences that may hold claims, with their candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from armstrade.reading import Reading, Sentence, Trigger

from .candidates import (
    MaterielCandidate,
    Memory,
    PartyCandidate,
    materiel_candidates,
    may_tell,
    party_candidates,
)
from .features.seen import Seen
from .standing import Standings
from .syntax import View

NOWHERE = -100


class Scene:
    """A sentence that may hold claims.

    Attributes
    ----------
    view, triggers, parties, goods
        The sentence, and the candidates for the slots.
    following
        The sentence after it.
    standings
        How the parties stand in the whole document.
    """

    def __init__(self, view: View, memory: Memory, following: Sentence | None) -> None:
        self.view = view
        self.triggers: list[Trigger] = view.triggers
        self.parties: list[PartyCandidate] = party_candidates(view, memory)
        self.goods: list[MaterielCandidate] = materiel_candidates(view, memory)
        self.following = following
        self.standings = memory.standings

    @property
    def index(self) -> int:
        """Index of the sentence."""
        return self.view.sentence.index

    @cached_property
    def seen(self) -> list[Seen]:
        """The triggers as features see them."""
        return [Seen(self.view, trigger) for trigger in self.triggers]

    def keep(self, places: Sequence[int]) -> None:
        """Leave only the triggers at some places."""
        self.seen = [self.seen[t] for t in places]
        self.triggers = [self.triggers[t] for t in places]


def scenes(reading: Reading) -> Iterator[Scene]:
    """The scenes of a document, in order."""
    if not any(mention.kind != "party" for mention in reading.mentions):
        return
    memory = Memory(Standings(reading))
    last_goods = NOWHERE
    sentences = reading.sentences
    # Sentences are only remembered, and for that analysed, when one after them may tell a claim.
    waiting: list[Sentence] = []
    for sentence in sentences:
        i = sentence.index
        view: View | None = None
        if may_tell(sentence, i - last_goods) and sentence.triggers:
            for earlier in waiting:
                memory.add(View(earlier), i)
            waiting.clear()
            view = View(sentence)
            memory.standings.see(view)
            scene = Scene(view, memory, sentences[i + 1] if i + 1 < len(sentences) else None)
            if scene.parties and scene.goods:
                yield scene
        if sentence.has_materiel:
            last_goods = i
        if sentence.has_materiel or sentence.has_party:
            if view is not None:
                memory.add(view, i)
            else:
                waiting.append(sentence)
