"""The example bank: gold sentences taken apart into skeletons with what they teach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from armstrade.claims import Factuality, Mode, Polarity, Span, Stage, TransferClaim
from armstrade.lexicon.vocabulary import Vocabulary
from armstrade.reading import MaterielPhrase, PartyPhrase, Reading, Sentence

from .anchors import Anchor
from .context import Context, Deal, Gap
from .frame import frame
from .outline import Outline, negators
from .role import ROLES, role, turned
from .shelf import Example, Shelf
from .status import status
from .tables import weights

L = TypeVar("L")
_NEAR = 4  # words to a negator


@dataclass(frozen=True, slots=True)
class Status:
    """What an example says about a transfer, apart from who and what.

    Attributes
    ----------
    stage
        ``None`` for the one that the anchor has by itself, so that "ordered" and "supplied" can
        learn from one another what a modal or a negation does.
    """

    stage: Stage | None
    polarity: Polarity
    factuality: Factuality
    mode: Mode


def group_of(anchor: Anchor, language: str) -> str:
    """The frames that an anchor is compared with: of its stage, else of its own lemma."""
    return f"{language}:{anchor.stage or anchor.lemma}"


def shelf_of_roles(anchor: Anchor, outline: Outline) -> str:
    """The roles that an anchor is compared with: of its language, or of its own word alone.

    Only the frames of the trigger table tell that "orders" takes what "supplies" gives.
    """
    if outline.sentence.reading.readable:
        return outline.language
    return f"{outline.language}:{anchor.lemma}"


def shelf_of_statuses(anchor: Anchor, outline: Outline) -> str:
    """The statuses that an anchor is compared with.

    All, but in a language without a grammar only those of its own word: nothing else tells the
    stage. There a statement that is negated tells nothing about one that is not, either.
    """
    if outline.sentence.reading.readable:
        return ""
    near = outline.words[max(0, anchor.word - _NEAR) : anchor.word + _NEAR + 1]
    denied = any(word.low in negators(outline.language) for word in near)
    return f"{outline.language}:{anchor.lemma}:{denied}"


class Bank:
    """All examples, on shelves for frames, roles, statuses and gaps.

    Attributes
    ----------
    vocabularies
        What the examples teach of languages without a grammar.
    """

    def __init__(self) -> None:
        self.vocabularies: dict[str, Vocabulary] = {}
        self.frames: Shelf[bool] = Shelf(weights("frame"))
        self.roles: Shelf[str] = Shelf(weights("role"))
        self.statuses: Shelf[Status] = Shelf(weights("status"))
        self.gaps: Shelf[bool] = Shelf(weights("gap"))

    def copy(self) -> Bank:
        """A bank that can learn more without changing this one."""
        twin = Bank()
        twin.vocabularies = dict(self.vocabularies)
        twin.frames, twin.roles = self.frames.copy(), self.roles.copy()
        twin.statuses, twin.gaps = self.statuses.copy(), self.gaps.copy()
        return twin

    def learn(
        self, reading: Reading, claims: Iterable[TransferClaim], *, own_weight: float | None = None
    ) -> None:
        """Take a document with its gold claims apart.

        Parameters
        ----------
        own_weight
            For examples of the user's own: their weight in a vote, where others weigh 1. They
            also count when the document itself is read; others do not.
        """
        gold = list(claims)
        context = Context(reading)
        for sentence in reading.sentences:
            if sentence.has_materiel:
                _Lesson(self, sentence, gold, context, own_weight).teach()
            context.pass_on(sentence)


class _Lesson:
    """What one sentence teaches."""

    def __init__(
        self,
        bank: Bank,
        sentence: Sentence,
        gold: list[TransferClaim],
        context: Context,
        own_weight: float | None,
    ) -> None:
        self.bank, self.gold, self.context = bank, gold, context
        self.outline = Outline(sentence)
        self.sentence = sentence
        document = sentence.reading.document.id
        self.name = f"{document}:{sentence.start}"
        self.document = document if own_weight is None else ""
        self.weight = 1.0 if own_weight is None else own_weight

    def teach(self) -> None:
        told: dict[tuple[int, int], list[TransferClaim]] = defaultdict(list)
        repeated: set[int] = set()
        for number, thing in enumerate(self.outline.materiel):
            for claim in self.gold:
                span = claim.materiel.span
                if thing.start < span.end and span.start < thing.end:
                    at = self._anchor_of(claim, thing)
                    if at is not None:
                        told[number, at].append(claim)
                elif claim.materiel.category is thing.category:
                    repeated.add(number)
        # Gold notes a claim once; where its evidence goes on, the rest teaches nothing.
        evident = any(_overlaps(span, self.sentence) for c in self.gold for span in c.evidence)
        said: set[int] = set()
        for number, thing in enumerate(self.outline.materiel):
            for at, anchor in enumerate(self.outline.anchors):
                claims = told.get((number, at), [])
                if not claims and number in repeated and evident:
                    continue
                self._frame(anchor, thing, bool(claims))
                if not claims:
                    continue
                if at not in said:  # an anchor is said in one way, of however many things
                    said.add(at)
                    self._status(anchor, thing, claims[0])
                self._roles(anchor, thing, claims)
                self._gaps(anchor, claims)

    def _example(self, label: L) -> Example[L]:
        return Example(self.name, self.document, label, self.weight)

    def _anchor_of(self, claim: TransferClaim, thing: MaterielPhrase) -> int | None:
        """Which anchor says a claim: one of its stage, else the nearest to the materiel."""

        def rank(at: int) -> tuple[bool, int]:
            anchor = self.outline.anchors[at]
            return anchor.stage != claim.stage.value, abs(anchor.word - thing.first)

        return min(range(len(self.outline.anchors)), key=rank, default=None)

    def _frame(self, anchor: Anchor, thing: MaterielPhrase, tells: bool) -> None:
        group = group_of(anchor, self.outline.language)
        self.bank.frames.add(group, frame(self.outline, anchor, thing), self._example(tells))

    def _status(self, anchor: Anchor, thing: MaterielPhrase, claim: TransferClaim) -> None:
        own = claim.stage.value == anchor.stage
        label = Status(None if own else claim.stage, claim.polarity, claim.factuality, claim.mode)
        shelf = shelf_of_statuses(anchor, self.outline)
        self.bank.statuses.add(shelf, status(self.outline, anchor, thing), self._example(label))

    def _roles(self, anchor: Anchor, thing: MaterielPhrase, claims: list[TransferClaim]) -> None:
        cast = {which: _players(claims, which) for which in ROLES}
        keys = {which: {key for _, key in players if key} for which, players in cast.items()}
        starts = {which: {start for start, _ in players} for which, players in cast.items()}
        spoken = starts["supplier"] | starts["recipient"]
        exact = {p.key for p in self.outline.parties if p.key and _begins(p, spoken)}
        named = {p.key for p in self.outline.parties if p.key}
        for party in self.outline.parties:
            label = "none"
            if party.key is not None:
                if party.key in exact and not _begins(party, spoken):
                    continue  # the same party, named once more elsewhere in the sentence
                label = next((which for which in ROLES if party.key in keys[which]), "none")
            else:
                label = next((which for which in ROLES if party.start in starts[which]), "none")
                missing = any(not keys[which] & named for which in ROLES)
                if label == "none" and missing and party.kind in ("pronoun", "description"):
                    continue  # it may well stand for the one that is not named
            self.bank.roles.add(
                shelf_of_roles(anchor, self.outline),
                role(self.outline, anchor, thing, party),
                self._example(turned(label, anchor)),
            )

    def _gaps(self, anchor: Anchor, claims: list[TransferClaim]) -> None:
        deal = Deal(self.sentence.index)
        cast = {which: _players(claims, which) for which in ROLES}
        keys = {which: {key for _, key in players if key} for which, players in cast.items()}
        for which in ROLES:
            deal.of(which).extend(p for p in self.outline.parties if p.key in keys[which])
        for which, other in (ROLES, ROLES[::-1]):
            if not keys[which] or deal.of(which):
                continue
            starts = {start for start, _ in cast[which]}
            nameless = (p for p in self.outline.parties if p.key is None and p.start in starts)
            gap = Gap(
                self.sentence, which, frozenset(keys[other]), next(nameless, None), anchor.stage
            )
            for party, skeleton in self.context.candidates(gap, self.outline.parties):
                right = party.key in keys[which]
                self.bank.gaps.add("", skeleton, self._example(right))
                if right:
                    deal.of(which).append(party)
        self.context.remember(deal)


def _players(claims: list[TransferClaim], which: str) -> list[tuple[int, str | None]]:
    """Where the words of a role begin, and whose they are."""
    parties = (getattr(claim, which) for claim in claims)
    return [(party.span.start, party.key) for party in parties if party is not None]


def _begins(party: PartyPhrase, starts: set[int]) -> bool:
    return any(party.start <= start < party.end for start in starts)


def _overlaps(span: Span, sentence: Sentence) -> bool:
    return span.start < sentence.end and sentence.start < span.end
