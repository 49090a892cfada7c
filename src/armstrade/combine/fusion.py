"""One claim out of a cluster: each slot gets the answer that weighs most.

Nothing appears that no extractor said, and the provenance of the result lists for each
slot who said what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Protocol

from armstrade.claims import Ballot, Provenance, Span, TransferClaim
from armstrade.plugins.runner import ById

from .ballots import SLOTS, Key, Slot, party_key
from .clusters import Cluster, Member


class Weights(Protocol):
    """How much an extractor's answer counts."""

    def __call__(self, extractor: str, slot: str) -> float:
        """Above 0; compared with the weights of the others in the same slot."""
        ...


def evenly(extractor: str, slot: str) -> float:
    """Every answer counts the same."""
    return 1.0


def fuse(cluster: Cluster, weights: Weights = evenly) -> TransferClaim:
    """The claim that the extractors behind a cluster make together.

    In each slot the answer with the greatest weight wins; who says the coarse also
    supports the fine ("unspecified" and "uav", no quantity and forty). Between equals the
    answer of the best-grounded claim stays: most parties resolved, then most slots filled,
    then the surest, then the shortest evidence; the last tie goes to the smallest id.

    Returns
    -------
    TransferClaim
        With the votes in its provenance and without confidence.
    """
    if len(cluster.claims) == 1:
        return _alone(*cluster.claims[0])
    base_name, base = min(cluster.claims, key=lambda one: (rank(one[1]), ById(one[1]), one[0]))
    values: dict[str, Any] = {}
    ballots: list[Ballot] = []
    helpers = [base]
    for slot in SLOTS:
        winner, votes = _decide(slot, cluster.claims, base, weights)
        if any(votes):
            ballots += _ballots(slot, votes, slot.key(winner))
        if slot.key(winner) != slot.key(base):
            values |= slot.values(winner)
            helpers.append(winner)
    if _no_transfer(values, base):  # each party was outvoted by the other one, or by nobody
        values |= {"supplier": base.supplier, "recipient": base.recipient}
    provenance = base.provenance or Provenance(extractor=base_name)
    values["provenance"] = provenance.model_copy(
        update={"votes": cluster.voters, "ballots": tuple(ballots)}
    )
    values["evidence"] = _evidence(base.model_copy(update=values), helpers)
    values["confidence"] = None
    return base.model_copy(update=values)


def _alone(name: str, claim: TransferClaim) -> TransferClaim:
    """A claim that only one extractor makes, as it is."""
    provenance = claim.provenance or Provenance(extractor=name)
    return claim.model_copy(
        update={
            "provenance": provenance.model_copy(update={"votes": (name,)}),
            "confidence": None,
        }
    )


def rank(claim: TransferClaim) -> tuple[float, ...]:
    """Best-grounded first."""
    parties = (claim.supplier, claim.recipient)
    resolved = sum(party is not None and party.key is not None for party in parties)
    filled = sum(bool(slot.key(claim)) for slot in SLOTS)
    confidence = -1.0 if claim.confidence is None else claim.confidence
    return (-resolved, -filled, -confidence, sum(len(span.text) for span in claim.evidence))


def _decide(
    slot: Slot, members: Iterable[Member], base: TransferClaim, weights: Weights
) -> tuple[TransferClaim, dict[Key, list[Member]]]:
    """The claim whose answer is taken, and all answers with who gave them."""
    votes: defaultdict[Key, list[Member]] = defaultdict(list)
    for name, claim in members:
        votes[slot.key(claim)].append((name, claim))
    totals = {
        # Rounded, so that the order of summation cannot decide between equals.
        key: round(
            sum(
                weights(name, slot.name)
                for other, voters in votes.items()
                if other == key or slot.covers(other, key)
                for name, _ in voters
            ),
            9,
        )
        for key in votes
    }
    own = slot.key(base)
    best = max(totals.values())
    winners = [key for key, total in totals.items() if total == best]
    finest = [key for key in winners if not any(slot.covers(key, other) for other in winners)]
    chosen = own if own in finest else min(finest, key=repr)
    if chosen == own:
        return base, votes
    return min((claim for _, claim in votes[chosen]), key=lambda one: (rank(one), ById(one))), votes


def _ballots(slot: Slot, votes: dict[Key, list[Member]], chosen: Key) -> list[Ballot]:
    return [
        Ballot(
            slot=slot.name,
            value=slot.show(voters[0][1]),
            voters=tuple(sorted(name for name, _ in voters)),
            chosen=key == chosen,
        )
        for key, voters in sorted(votes.items(), key=lambda item: (item[0] != chosen, repr(item)))
    ]


def _no_transfer(values: dict[str, Any], base: TransferClaim) -> bool:
    supplier = values.get("supplier", base.supplier)
    recipient = values.get("recipient", base.recipient)
    return party_key(supplier) == party_key(recipient)


def _evidence(claim: TransferClaim, helpers: Iterable[TransferClaim]) -> tuple[Span, ...]:
    """The sentences of the base claim, and those in which a slot's words were found besides."""
    evidence = list(claim.evidence)
    for helper in helpers:
        for name, span in helper.spans():
            if name in ("evidence", "places") or not _holds(claim, span):
                continue
            if not any(_inside(span, sentence) for sentence in evidence):
                evidence += [one for one in helper.evidence if _inside(span, one)]
    return tuple(sorted(set(evidence), key=lambda span: (span.start, span.end)))


def _holds(claim: TransferClaim, span: Span) -> bool:
    return any(span == own for name, own in claim.spans() if name not in ("evidence", "places"))


def _inside(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end
