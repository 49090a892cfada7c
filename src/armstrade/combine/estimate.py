"""Reliabilities without gold: from who agrees with whom.

Expectation maximisation after Dawid and Skene (1979): given how reliable each extractor
is, every statement is true with some probability; given these probabilities, count how
often each extractor was right; repeat.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from armstrade.errors import ArmstradeError
from armstrade.plugins.outcome import Outcome

from .ballots import SLOTS
from .clusters import Cluster, clusters, voting
from .reliability import Reliabilities, Reliability, bounded

ROUNDS = 100
LEAST_EXTRACTORS = 3
LEAST_STATEMENTS = 50
"""Two extractors fit any reliabilities as well as any other; few statements fit by chance."""


class CannotEstimateError(ArmstradeError):
    """The data do not tell how reliable the extractors are."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A cluster, and who could have been behind it."""

    cluster: Cluster
    voters: frozenset[str]
    voting: tuple[str, ...]


def estimate(runs: Iterable[Sequence[Outcome]]) -> Reliabilities:
    """Estimate how reliable each extractor is from their agreement alone.

    Parameters
    ----------
    runs
        The outcomes of the same extractors, one sequence per document.

    Raises
    ------
    CannotEstimateError
        With fewer than three extractors that agree more than by chance, or too few
        statements. Use ``vote`` then.

    Notes
    -----
    Extractors that make the same mistakes look better than they are: agreement is all
    there is to see.
    """
    statements = [
        Statement(cluster, frozenset(cluster.voters), voting(outcomes))
        for outcomes in runs
        for cluster in clusters(outcomes)
    ]
    names = sorted({name for one in statements for name in one.voting})
    if len(names) < LEAST_EXTRACTORS:
        raise CannotEstimateError(
            f"agreement tells how reliable extractors are only for {LEAST_EXTRACTORS} or more; "
            f"there are {len(names)}: {', '.join(names) or 'none'}"
        )
    if len(statements) < LEAST_STATEMENTS:
        raise CannotEstimateError(
            f"agreement needs {LEAST_STATEMENTS} statements or more; the extractors made "
            f"{len(statements)}; give more documents"
        )
    current = _existence(statements, names)
    telling = [name for name, one in current.extractors.items() if one.finds > one.invents]
    if len(telling) < LEAST_EXTRACTORS:
        raise CannotEstimateError(
            f"of {len(names)} extractors only {len(telling)} agree with the others more than by "
            f"chance; {LEAST_EXTRACTORS} must"
        )
    return _with_slots(_without_chance(current), statements)


def _without_chance(current: Reliabilities) -> Reliabilities:
    """Who agrees with the others by chance at most has no weight, not a negative one."""
    return replace(
        current,
        extractors={
            name: one if one.finds > one.invents else replace(one, invents=one.finds)
            for name, one in current.extractors.items()
        },
    )


def _existence(statements: Sequence[Statement], names: Sequence[str]) -> Reliabilities:
    """Prior, and how often each extractor finds and invents."""
    # To begin with, a statement is as probable as the share of votes it has.
    truth = [len(one.voters) / len(one.voting) for one in statements]
    for _ in range(ROUNDS):
        current = _count(statements, truth, names)
        renewed = [current.probability(one.voters, one.voting) for one in statements]
        if max(abs(a - b) for a, b in zip(truth, renewed, strict=True)) < 1e-6:
            break
        truth = renewed
    return current


def _count(
    statements: Sequence[Statement], truth: Sequence[float], names: Sequence[str]
) -> Reliabilities:
    found: defaultdict[str, float] = defaultdict(float)
    invented: defaultdict[str, float] = defaultdict(float)
    true: defaultdict[str, float] = defaultdict(float)
    false: defaultdict[str, float] = defaultdict(float)
    for one, probability in zip(statements, truth, strict=True):
        for name in one.voting:
            true[name] += probability
            false[name] += 1 - probability
            if name in one.voters:
                found[name] += probability
                invented[name] += 1 - probability
    return Reliabilities(
        prior=bounded(sum(truth) / len(truth)),
        extractors={
            name: Reliability(
                finds=(found[name] + 1) / (true[name] + 2),
                invents=(invented[name] + 1) / (false[name] + 2),
                slots={},
            )
            for name in names
        },
    )


def _with_slots(current: Reliabilities, statements: Sequence[Statement]) -> Reliabilities:
    """Add how often each extractor's answer in a slot is right, slot by slot."""
    shared = [dict(one.cluster.claims) for one in statements if len(one.voters) > 1]
    right = {slot.name: dict.fromkeys(current.extractors, 0.8) for slot in SLOTS}
    for slot in SLOTS:
        answers = [{name: slot.key(claim) for name, claim in one.items()} for one in shared]
        # Where all leave the slot open there is nothing to be right about.
        answers = [one for one in answers if any(one.values())]
        for _ in range(ROUNDS):
            score: defaultdict[str, float] = defaultdict(float)
            total: defaultdict[str, float] = defaultdict(float)
            for one in answers:
                for name, probability in _answers(one, right[slot.name]).items():
                    score[name] += probability
                    total[name] += 1
            renewed = {name: (score[name] + 1.6) / (total[name] + 2) for name in right[slot.name]}
            if max(abs(renewed[name] - right[slot.name][name]) for name in renewed) < 1e-6:
                break
            right[slot.name] = renewed
    return replace(
        current,
        extractors={
            name: replace(one, slots={slot: found[name] for slot, found in right.items()})
            for name, one in current.extractors.items()
        },
    )


def _answers(answers: dict[str, tuple[object, ...]], right: dict[str, float]) -> dict[str, float]:
    """For each extractor the probability that its answer is the right one."""
    values = sorted(set(answers.values()), key=repr)
    if len(values) == 1:
        return dict.fromkeys(answers, 1.0)
    worth = {}
    for value in values:
        product = 1.0
        for name in sorted(answers):
            share = bounded(right[name])
            product *= share if answers[name] == value else (1 - share) / (len(values) - 1)
        worth[value] = product
    total = sum(worth.values())
    return {name: worth[value] / total for name, value in answers.items()}
