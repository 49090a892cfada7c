"""What the sentences before lend: parties that a sentence leaves out or only points to.

Who fills the gap is a matter of analogy too: each party told so far is a candidate, and its
skeleton says how far back it stands, what it did in the transfers before, and so on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from armstrade.reading import PartyPhrase, Reading, Sentence

from .outline import Skeleton
from .role import ROLES

_REACH = 6
_OPENING = range(2)  # the headline and what follows it


@dataclass(slots=True)
class Deal:
    """A transfer told before: its parties and where it was told."""

    sentence: int
    supplier: list[PartyPhrase] = field(default_factory=list)
    recipient: list[PartyPhrase] = field(default_factory=list)

    def of(self, role: str) -> list[PartyPhrase]:
        """Those who play a role."""
        return self.supplier if role == "supplier" else self.recipient

    def keys(self, role: str) -> set[str]:
        """The keys of those who play a role."""
        return {party.key for party in self.of(role) if party.key is not None}


@dataclass(frozen=True, slots=True)
class Gap:
    """A role that no name in the sentence plays.

    Attributes
    ----------
    role
        ``supplier`` or ``recipient``.
    others
        The keys of those who play the other role.
    pointing
        The pronoun or description that plays it, if one does.
    """

    sentence: Sentence
    role: str
    others: frozenset[str]
    pointing: PartyPhrase | None
    stage: str


class Context:
    """Parties and deals told so far."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.deals: list[Deal] = []
        self._last: dict[str, PartyPhrase] = {}
        self._count: dict[str, int] = {}

    def pass_on(self, sentence: Sentence) -> None:
        """Remember the parties of a sentence that has been read."""
        if not sentence.has_party:
            return
        for party in sentence.parties:
            if party.key is not None:
                self._count[party.key] = self._count.get(party.key, 0) + 1
                if party.modifies is None or party.genitive:
                    self._last[party.key] = party

    def remember(self, deal: Deal) -> None:
        """Remember a transfer."""
        self.deals.append(deal)

    def candidates(
        self, gap: Gap, here: Iterable[PartyPhrase] = ()
    ) -> Iterator[tuple[PartyPhrase, Skeleton]]:
        """Who may fill a gap, the last told first, each with its skeleton.

        Parameters
        ----------
        here
            Parties of the sentence itself that play no role yet.
        """
        at = gap.sentence.index
        told = sorted(self._last.values(), key=lambda party: (-party.sentence, -party.start))
        near = (p for p in told if at - p.sentence <= _REACH or p.sentence in _OPENING)
        pool: dict[str, PartyPhrase] = {}
        for party in (*here, *near):
            if party.key is not None and party.key not in gap.others:
                pool.setdefault(party.key, party)
        for rank, (key, party) in enumerate(pool.items()):
            yield party, tuple(self._describe(gap, party, key, rank))

    def _describe(self, gap: Gap, party: PartyPhrase, key: str, rank: int) -> Iterator[str]:
        other = ROLES[gap.role == "supplier"]
        yield f"stage={gap.stage}"
        yield f"pointing={_kind(gap.pointing)}"
        if gap.pointing is not None:
            yield f"words={self.reading.text[gap.pointing.start : gap.pointing.end].lower()}"
        yield f"far={min(3, gap.sentence.index - party.sentence)}"
        yield f"rank={min(3, rank)}"
        yield f"known={bool(gap.others)}"
        yield f"sort={party.kind}"
        yield f"state={party.country is not None}"
        yield f"owner={party.modifies is not None}:{party.genitive}"
        yield f"subject={'nom' in party.cases and not party.preposition}"
        yield f"told={min(3, self._count.get(key, 0))}"
        yield f"first={party.sentence in _OPENING}"
        last = self.deals[-1] if self.deals else None
        if last is None:
            yield "last=none"
        else:
            played = gap.role if key in last.keys(gap.role) else ""
            played = other if key in last.keys(other) else played
            yield f"last={_same(played, gap.role)}:{min(3, gap.sentence.index - last.sentence)}"
            ever = [_same(r, gap.role) for d in self.deals for r in ROLES if key in d.keys(r)]
            yield f"ever={','.join(sorted(set(ever)))}"
            paired = any(key in d.keys(gap.role) and gap.others & d.keys(other) for d in self.deals)
            yield f"paired={paired}"


def _same(played: str, wanted: str) -> str:
    return "" if not played else ("same" if played == wanted else "other")


def _kind(pointing: PartyPhrase | None) -> str:
    return "none" if pointing is None else pointing.kind
