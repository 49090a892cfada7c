"""What each system finds that no other system finds: what a combination could gain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .score import Score


@dataclass(frozen=True, slots=True)
class Unique:
    """The gold claims that only one of several systems found.

    Attributes
    ----------
    found
        Gold claims that the system found.
    alone
        Those that no other system found.
    missed
        Gold claims that no other system found, whether this one did or not.
    """

    found: int
    alone: int
    missed: int

    @property
    def share(self) -> float | None:
        """Of what all the others missed, the share that this one found."""
        return self.alone / self.missed if self.missed else None


def unique(scores: Mapping[str, Score], level: str = "claim") -> dict[str, Unique]:
    """For each system, what it found that the others missed.

    Parameters
    ----------
    scores
        By name of the system, all of the same corpus.
    level
        ``triple``, ``claim`` or ``full``.

    Examples
    --------
    >>> from armstrade.benchmark import benchmark
    >>> report = benchmark(["rules"], split="train", language="de")
    >>> found = unique({system.name: system.score for system in report})
    >>> found["rules"].alone <= found["rules"].found
    True
    """
    found = {name: found_gold(score, level) for name, score in scores.items()}
    gold = {
        (row.document_id, index)
        for score in scores.values()
        for row in score
        for index in range(len(row.gold))
    }
    result = {}
    for name, mine in found.items():
        others: set[tuple[str, int]] = set().union(
            *(theirs for other, theirs in found.items() if other != name)
        )
        result[name] = Unique(len(mine), len(mine - others), len(gold - others))
    return result


def found_gold(score: Score, level: str = "claim") -> set[tuple[str, int]]:
    """The gold claims that were found, each as its document and its place in the gold there."""
    return {
        (row.document_id, index)
        for row in score
        for index in set(range(len(row.gold))) - set(row.missed(level))
    }
