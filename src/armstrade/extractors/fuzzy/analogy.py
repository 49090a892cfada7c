"""From a sentence to transfers: the likest examples vote on what it says and who plays what."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from armstrade.claims import Factuality, Mode, Polarity, Stage
from armstrade.reading import MaterielPhrase, PartyPhrase, Sentence

from .anchors import Anchor
from .bank import Bank, group_of, shelf_of_roles, shelf_of_statuses
from .context import Context, Gap
from .frame import frame
from .outline import Outline
from .role import ROLES, role, turned
from .shelf import Example, Found
from .status import status
from .tables import weights
from .vote import shares, winner

_NOTHING = Example("", "", False)
_NAMED = 3  # examples named as the reason


@dataclass(slots=True)
class Transfer:
    """What a sentence says of one kind of materiel, by analogy.

    Attributes
    ----------
    confidence
        The product of the shares with which each vote was won.
    examples
        Names of the likest examples that tell a transfer.
    """

    sentence: Sentence
    anchor: Anchor
    materiel: MaterielPhrase
    stage: Stage
    polarity: Polarity
    factuality: Factuality
    mode: Mode
    confidence: float
    examples: tuple[str, ...]
    supplier: list[PartyPhrase] = field(default_factory=list)
    recipient: list[PartyPhrase] = field(default_factory=list)

    def of(self, which: str) -> list[PartyPhrase]:
        """Those who play a role."""
        return self.supplier if which == "supplier" else self.recipient


Votes = list[tuple[PartyPhrase, dict[str, float]]]


class Analogy:
    """Reads sentences by the examples of a bank.

    Parameters
    ----------
    bank
        The examples.
    context
        What was told before; each transfer found is for the caller to add.
    without
        Id of a document whose examples are passed over: the one that is read.
    """

    def __init__(self, bank: Bank, context: Context, *, without: str = "") -> None:
        self._bank, self._context, self._without = bank, context, without
        self._vote: dict[str, Any] = weights("vote")

    def transfers(self, sentence: Sentence) -> list[Transfer]:
        """The transfers of a sentence: at most one for each materiel phrase."""
        outline = Outline(sentence)
        found: list[Transfer] = []
        for thing in outline.materiel:
            judged = (self._judge(outline, anchor, thing) for anchor in outline.anchors)
            told = [(one.confidence, one) for one in judged if one is not None]
            if not told:
                continue
            share, best = max(told, key=lambda one: one[0])
            known = "frame_threshold" if best.anchor.stage else "verb_threshold"
            if share >= self._vote[known]:
                self._cast(outline, best)
                found.append(best)
        return found

    def _judge(self, outline: Outline, anchor: Anchor, thing: MaterielPhrase) -> Transfer | None:
        """What an anchor says of materiel; its confidence is whether it tells a transfer."""
        group = group_of(anchor, outline.language)
        if group not in self._bank.frames:
            return None
        vote = self._vote
        alike = self._bank.frames.nearest(
            group, frame(outline, anchor, thing), vote["frames"], self._without
        )
        telling = [example for _, example in alike if example.label]
        if not telling:
            return None
        # Analogues that are none too like are outvoted by nothing.
        floor: Found[bool] = [(vote["frame_floor"], _NOTHING)] * _NAMED
        tells = shares([*alike, *floor], bool, vote["frame_sharpness"])[True]
        said = self._bank.statuses.nearest(
            shelf_of_statuses(anchor, outline),
            status(outline, anchor, thing),
            vote["statuses"],
            self._without,
        )
        own = Stage(anchor.stage) if anchor.stage else None
        sharp = vote["status_sharpness"]
        if not said:
            return None
        stage, polarity = winner(shares(said, lambda s: (s.stage or own, s.polarity), sharp))
        if stage is None:
            return None
        return Transfer(
            outline.sentence,
            anchor,
            thing,
            stage,
            polarity,
            winner(shares(said, lambda s: s.factuality, sharp)),
            winner(shares(said, lambda s: s.mode, sharp)),
            tells,
            tuple(dict.fromkeys(example.name for example in telling))[:_NAMED],
        )

    def _cast(self, outline: Outline, transfer: Transfer) -> None:
        """Give roles to the parties of the sentence, then fill what is left open."""
        anchor, sharp = transfer.anchor, self._vote["role_sharpness"]
        votes: Votes = []
        for party in outline.parties:
            skeleton = role(outline, anchor, transfer.materiel, party)
            alike = self._bank.roles.nearest(
                shelf_of_roles(anchor, outline), skeleton, self._vote["roles"], self._without
            )
            votes.append((party, shares(alike, lambda label: turned(label, anchor), sharp)))
        chosen = _best_pair(votes, self._vote["nobody"])
        for which, at in zip(ROLES, chosen, strict=True):
            if at is not None:
                transfer.of(which).extend((votes[at][0], *_listed(votes, at)))
                transfer.confidence *= votes[at][1][which]
        suppliers = {party.key for party in transfer.supplier} - {None}
        transfer.recipient = [p for p in transfer.recipient if p.key not in suppliers]
        for which, other in (ROLES, ROLES[::-1]):
            self._fill(transfer, which, other)

    def _fill(self, transfer: Transfer, which: str, other: str) -> None:
        """Resolve a pronoun or description, and let the context play a role that is open."""
        players = transfer.of(which)
        if any(party.key is not None or party.kind == "group" for party in players):
            return
        pointing = players[0] if players else None
        players.clear()
        others = frozenset(p.key for p in transfer.of(other) if p.key is not None)
        gap = Gap(transfer.sentence, which, others, pointing, transfer.anchor.stage)
        chances: list[tuple[float, PartyPhrase]] = []
        for party, skeleton in self._context.candidates(gap, transfer.sentence.parties):
            alike = self._bank.gaps.nearest("", skeleton, self._vote["gaps"], self._without)
            won = shares(alike, bool, self._vote["gap_sharpness"])
            chances.append((won.get(True, 0.0), party))
        chance, party_or_none = max(chances, key=lambda one: one[0], default=(0.0, None))
        transfer.confidence *= max(chance, self._vote["nobody"])
        if party_or_none is None or chance < self._vote["gap_threshold"]:
            return
        if pointing is not None:
            party_or_none = replace(pointing, id=party_or_none.id, country=party_or_none.country)
        players.append(party_or_none)


def _best_pair(votes: Votes, nobody: float) -> tuple[int | None, int | None]:
    """Supplier and recipient that the votes favour together; ``None`` where nobody stands."""
    best: tuple[float, int | None, int | None] = (nobody * nobody, None, None)
    for at, (supplier, won) in enumerate(votes):
        chance = won.get("supplier", 0.0)
        alone = [(chance * nobody, at, None), (won.get("recipient", 0.0) * nobody, None, at)]
        pairs = [
            (chance * theirs.get("recipient", 0.0), at, other)
            for other, (recipient, theirs) in enumerate(votes)
            if other != at and (supplier.key is None or supplier.key != recipient.key)
        ]
        best = max(best, *alone, *pairs, key=lambda one: one[0])
    return best[1], best[2]


def _listed(votes: Votes, chosen: int) -> list[PartyPhrase]:
    """The others of a list: "Iran and North Korea"."""
    first = votes[chosen][0]
    if first.group < 0 or first.key is None:
        return []
    return [
        party
        for party, _ in votes
        if party.group == first.group and party.key not in (None, first.key)
    ]
