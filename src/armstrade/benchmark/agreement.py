"""Who finds what alone, who agrees with whom, who contradicts whom, and what each adds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from armstrade.claims import Document, TransferClaim
from armstrade.combine.clusters import Cluster, clusters
from armstrade.combine.union import Union
from armstrade.corpora import GoldDocument
from armstrade.plugins.outcome import Outcome, Status

from .align import align
from .counts import Share
from .matching import Side
from .score import Score, score_document
from .unique import Unique, found_gold, unique

Outcomes = Mapping[str, Sequence[Outcome]]
"""By id of the document."""


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha of one slot.

    Attributes
    ----------
    value
        1 is perfect agreement, 0 what chance would give, below 0 systematic disagreement;
        ``None`` where there is nothing to compare or everybody always says the same.
    units, answers
        Statements with at least two answers, and the answers to them.
    """

    value: float | None
    units: int
    answers: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two extractors read one statement differently in one slot.

    Attributes
    ----------
    document_id, slot
        Where.
    one, other
        Names of the extractors, sorted.
    claims
        What each says, in that order.
    """

    document_id: str
    slot: str
    one: str
    other: str
    claims: tuple[TransferClaim, TransferClaim]


@dataclass(frozen=True, slots=True)
class Gain:
    """What one extractor adds to the others, at claim level.

    Attributes
    ----------
    union_f1, union_f1_without
        F1 of the union of all, and of all others.
    oracle_recall, oracle_recall_without
        Share of the gold claims that anybody finds, and that any of the others finds.
    """

    union_f1: float
    union_f1_without: float
    oracle_recall: float
    oracle_recall_without: float

    @property
    def f1(self) -> float:
        """What it adds to the F1 of the union; below 0 where it does harm."""
        return self.union_f1 - self.union_f1_without

    @property
    def recall(self) -> float:
        """What it adds to the recall that a perfect combination could reach."""
        return self.oracle_recall - self.oracle_recall_without


@dataclass(frozen=True, slots=True)
class Agreement:
    """How several extractors stand to each other on one corpus.

    Attributes
    ----------
    names
        The extractors, in the order of the report.
    unique
        What each finds that no other does.
    overlap
        For two names: of the claims of the first, how many the second makes as well (a pair
        at claim level, as if one were the gold of the other).
    contradictions
        Statements that two extractors read differently, slot by slot.
    alpha
        By slot; ``claim`` stands for making the claim at all.
    gains
        What each adds to the others.
    """

    names: tuple[str, ...]
    unique: Mapping[str, Unique]
    overlap: Mapping[tuple[str, str], Share]
    contradictions: tuple[Contradiction, ...]
    alpha: Mapping[str, Alpha]
    gains: Mapping[str, Gain]

    def contradicting(self, one: str, other: str) -> Counter[str]:
        """How often two extractors contradict each other, by slot."""
        pair = tuple(sorted((one, other)))
        return Counter(
            found.slot for found in self.contradictions if (found.one, found.other) == pair
        )


Value = Hashable
"""What an extractor says in a slot; ``None`` when it leaves the slot open."""


def _key(name: str) -> Callable[[TransferClaim], Value]:
    def value(claim: TransferClaim) -> Value:
        side = Side(claim)
        return side.value(name) if side.fills(name) else None

    return value


def _party(name: str) -> Callable[[TransferClaim], Value]:
    def value(claim: TransferClaim) -> Value:
        party = getattr(claim, name)
        # Naming nobody in particular is an answer: it claims that the text names nobody.
        return (party and party.key) or "nobody"

    return value


SLOTS: Mapping[str, Callable[[TransferClaim], Value]] = {
    "supplier": _party("supplier"),
    "recipient": _party("recipient"),
    "category": lambda claim: claim.materiel.category,
    **{name: _key(name) for name in ("designation", "quantity", "stage", "polarity",
                                     "factuality", "date", "mode")},
}  # fmt: skip
"""The slots in which answers are compared."""


def agreement(
    gold: Iterable[GoldDocument],
    outcomes: Outcomes,
    scores: Mapping[str, Score],
) -> Agreement:
    """Compare what several extractors said about the same documents.

    Parameters
    ----------
    gold
        The corpus.
    outcomes
        What each extractor said about each document.
    scores
        Of the extractors alone, by name; the others among the outcomes are left out.

    Notes
    -----
    Which claims speak of one statement is decided by `armstrade.combine.clusters`.
    """
    names = tuple(scores)
    documents = list(gold)
    said = {
        one.id: [outcome for outcome in outcomes.get(one.id, ()) if outcome.extractor in scores]
        for one in documents
    }
    grouped = {name: clusters(heard) for name, heard in said.items()}
    return Agreement(
        names=names,
        unique=unique(scores),
        overlap=_overlap(names, said),
        contradictions=tuple(_contradictions(grouped)),
        alpha=_alphas(grouped, said),
        gains=_gains(documents, said, scores),
    )


def krippendorff(units: Iterable[Sequence[Value]]) -> Alpha:
    """Krippendorff's alpha for nominal answers (Krippendorff 2011, section D).

    Parameters
    ----------
    units
        The answers to each question; ``None`` is no answer. A question with fewer than two
        answers does not count.

    Examples
    --------
    >>> found = krippendorff([["a", "a"], ["b", "b"], ["a", "b"], ["a"]])
    >>> round(found.value, 3), found.units
    (0.444, 3)
    """
    # Ordered pairs of answers within a unit, each unit weighing as much as its answers.
    agreeing, pairable, counted = 0.0, 0, 0
    totals: Counter[Value] = Counter()
    for unit in units:
        answers = Counter(answer for answer in unit if answer is not None)
        size = answers.total()
        if size < 2:
            continue
        counted += 1
        pairable += size
        totals.update(answers)
        agreeing += sum(count * (count - 1) for count in answers.values()) / (size - 1)
    by_chance = sum(count * (count - 1) for count in totals.values())
    everything = pairable * (pairable - 1)
    if by_chance == everything:  # nothing to compare, or nothing but one answer
        return Alpha(None, counted, pairable)
    observed = 1 - agreeing / pairable
    expected = 1 - by_chance / everything
    return Alpha(1 - observed / expected, counted, pairable)


def _alphas(
    grouped: Mapping[str, Sequence[Cluster]], said: Mapping[str, Sequence[Outcome]]
) -> dict[str, Alpha]:
    silent = (Status.ABSTAINED, Status.FAILED)
    made = []
    for document_id, found in grouped.items():
        asked = {one.extractor for one in said[document_id] if one.status not in silent}
        made += [[name in dict(cluster.claims) for name in sorted(asked)] for cluster in found]
    every = [cluster for found in grouped.values() for cluster in found]
    return {
        "claim": krippendorff(made),
        **{
            slot: krippendorff([[value(claim) for _, claim in one.claims] for one in every])
            for slot, value in SLOTS.items()
        },
    }


def _contradictions(grouped: Mapping[str, Sequence[Cluster]]) -> Iterable[Contradiction]:
    for document_id, found in grouped.items():
        for cluster in found:
            told = sorted(cluster.claims, key=lambda member: member[0])
            for (one, left), (other, right) in combinations(told, 2):
                for slot, value in SLOTS.items():
                    answers = value(left), value(right)
                    if None not in answers and answers[0] != answers[1]:
                        yield Contradiction(document_id, slot, one, other, (left, right))


def _overlap(
    names: Sequence[str], said: Mapping[str, Sequence[Outcome]]
) -> dict[tuple[str, str], Share]:
    shared: defaultdict[tuple[str, str], int] = defaultdict(int)
    made: Counter[str] = Counter()
    for heard in said.values():
        claims = {outcome.extractor: outcome.claims for outcome in heard}
        for name, told in claims.items():
            made[name] += len(told)
        for one, other in combinations(names, 2):
            pairs = align(claims.get(one, ()), claims.get(other, ()))
            same = sum(pair.reaches("claim") for pair in pairs)
            shared[one, other] += same
            shared[other, one] += same
    return {
        (one, other): Share(made[one] if one == other else shared[one, other], made[one])
        for one in names
        for other in names
    }


def _gains(
    documents: Sequence[GoldDocument],
    said: Mapping[str, Sequence[Outcome]],
    scores: Mapping[str, Score],
) -> dict[str, Gain]:
    combiner = Union()
    found = {name: found_gold(score) for name, score in scores.items()}
    total = sum(len(one.claims) for one in documents)

    def united(names: set[str]) -> float:
        if not names:
            return 0.0
        rows = [
            score_document(one.claims, _told(combiner, said[one.id], names, one.document),
                           document_id=one.id)
            for one in documents
        ]  # fmt: skip
        return Score(tuple(rows)).claim.f1

    def recall(names: set[str]) -> float:
        return len(set().union(*(found[name] for name in names))) / total if total else 1.0

    everybody = set(scores)
    with_all = united(everybody), recall(everybody)
    gains = {}
    for name in scores:
        others = everybody - {name}
        gains[name] = Gain(with_all[0], united(others), with_all[1], recall(others))
    return gains


def _told(
    combiner: Union, heard: Sequence[Outcome], names: set[str], document: Document
) -> Sequence[TransferClaim]:
    return combiner.combine([one for one in heard if one.extractor in names], document)
