"""What a report has said so far: its sentences, parties, goods and events."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.reading import Reading, Sentence

from .event import Event
from .goods import SAME_DEAL_REACH, Goods
from .named import Named, since
from .referents import Referents


class Discourse:
    """Parties, materiel and events in the order in which they were read.

    Attributes
    ----------
    named, referents, goods
        The parties of the sentences read, what later words stand for, and the materiel.
    events
        Those that held up, of the sentences read.
    pending
        Those of the sentence in hand.
    goes_on
        Whether the event in hand goes on from those pending.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.events: list[Event] = []
        self.pending: list[Event] = []
        self.goes_on = False
        self._past: list[Sentence] = []
        self.named = Named(self._past)
        self.referents = Referents(reading, self.named, self.events)
        self.goods = Goods(reading, self._past, self.events)

    def add_sentence(self, sentence: Sentence) -> None:
        """Remember a sentence; to be called for each one in turn, after its events are read."""
        self._past.append(sentence)

    def sentences_since(self, index: int) -> list[Sentence]:
        """The sentences read, from that with the given index on."""
        return since(self._past, index)

    def deal_with(self, told: set[str | None], event: Event) -> Event | None:
        """The deal told of shortly before in which these had a part, best one in such goods."""
        near = [
            past
            for past in reversed([*self.events[-4:], *self._told_here()])
            if event.sentence.index - past.sentence.index <= SAME_DEAL_REACH + 1
            and past.supplier
            and past.recipient
            and (told <= {p.key for p in past.supplier} or told <= {p.key for p in past.recipient})
        ]
        categories = {m.category for m in event.materiel}
        alike = (past for past in near if categories & {m.category for m in past.materiel})
        return next(alike, next(iter(near), None))

    def same_deal(
        self, sentence: Sentence, *, contract: bool = False, here: bool = False
    ) -> Event | None:
        """The past event that "the deal", "die Lieferung" points back to.

        A `contract` is rather one of which a contract, and not only a delivery, was told. It may
        have been told `here`, in the same sentence.
        """
        near = [
            past
            for past in reversed([*self.events[-4:], *self._told_here(here=here)])
            if sentence.index - past.sentence.index <= SAME_DEAL_REACH
            and past.supplier
            and past.recipient
        ]
        ordered = (past for past in near if contract and past.stage is Stage.ORDERED)
        return next(ordered, next(iter(near), None))

    def _told_here(self, *, here: bool = False) -> list[Event]:
        """The events told so far in the sentence that is being read, if they may be meant."""
        german = self.reading.grammar.language == "de"
        return self.pending if (self.goes_on if german else here) else []
