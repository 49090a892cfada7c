"""The working record of the rule-based extractor: a transfer on its way to becoming claims."""

from __future__ import annotations

from dataclasses import dataclass, field

from armstrade.claims import Condition, Factuality, Mode, Polarity, Stage
from armstrade.language.clauses import Clause
from armstrade.reading import MaterielPhrase, PartyPhrase, Sentence, Trigger


@dataclass(slots=True)
class Event:
    """A trigger with what has been found out about it so far.

    Attributes
    ----------
    core
        The trigger that names the transfer.
    governors
        Triggers above it, innermost first ("approved" above "sale").
    supplier, recipient
        The parties, several where the text coordinates them.
    origin
        For a gapped event: the event whose verb it shares.
    receiving
        The verb of getting above a noun core ("received an offer").
    contracted
        A contract is named as its frame ("under a deal signed last week").
    indirect
        Whether it stands in indirect speech without other marks of hearsay.
    backshifted
        Possible only because of a "would", which a verb of speech may have put there.
    echo
        The later sentence that denies it, for an event that is the denial of another.
    consideration
        Offsets of what is given in return.
    reported_in
        Offsets of the words that say who said it and when ("sagte am Mittwoch").
    beside
        All events of its sentence, this one among them; empty when the sentence has been read,
        so that no event holds itself.
    among
        Whether its sentence tells of other events, too.
    support
        How well roles are grounded: the sum of the scores of the links; low for guesses.
    """

    sentence: Sentence
    clause: Clause | None
    core: Trigger
    governors: list[Trigger] = field(default_factory=list)
    supplier: list[PartyPhrase] = field(default_factory=list)
    recipient: list[PartyPhrase] = field(default_factory=list)
    intermediary: PartyPhrase | None = None
    materiel: list[MaterielPhrase] = field(default_factory=list)
    stage: Stage = Stage.DELIVERED
    polarity: Polarity = Polarity.AFFIRMED
    factuality: Factuality = Factuality.ASSERTED
    mode: Mode = Mode.UNSPECIFIED
    supplier_score: float = 0.0
    recipient_score: float = 0.0
    materiel_score: float = 0.0
    sources: list[tuple[int, int]] = field(default_factory=list)
    indirect: bool = False
    backshifted: bool = False
    echo: Sentence | None = None
    consideration: tuple[int, int] | None = None
    condition: Condition | None = None
    reported_in: list[tuple[int, int]] = field(default_factory=list)
    origin: Event | None = None
    receiving: Trigger | None = None
    contracted: bool = False
    beside: list[Event] = field(default_factory=list, repr=False)
    among: bool = False

    @property
    def language(self) -> str:
        return self.sentence.reading.grammar.language

    @property
    def outermost(self) -> Trigger:
        return self.governors[-1] if self.governors else self.core

    def shares_goods(self, other: Event) -> bool:
        """Whether both speak of the same words for goods."""
        mine = {(m.first, m.last) for m in self.materiel}
        return any((m.first, m.last) in mine for m in other.materiel)

    @property
    def support(self) -> float:
        return self.supplier_score + self.recipient_score + self.materiel_score
