"""Fits combiners on gold: what to trust whom with, and when to believe a statement.

Needs scikit-learn (``pip install "armstrade[train]"``); a fitted combiner does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from armstrade.claims import TransferClaim
from armstrade.combine.ballots import SLOTS
from armstrade.combine.clusters import clusters, voting
from armstrade.combine.logistic import Logistic
from armstrade.combine.reliability import Reliabilities, Reliability, bounded
from armstrade.combine.stacked import Stacking, candidates, outspoken
from armstrade.combine.weighted import Weighing
from armstrade.errors import InputError
from armstrade.plugins.outcome import Outcome, Status

from .align import align
from .score import Gold

GOLD = "gold"
LEAST_DOCUMENTS = 20
FOLDS = 10
STRENGTH = 0.3
"""Inverse strength of the L2 penalty, chosen by cross-validation on the development gold."""


Labelled = tuple[Sequence[TransferClaim], Sequence[Outcome]]
"""The gold claims of a document, and what the extractors said of it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One cluster of a document, and whether the claim made of it is right."""

    document: int
    voters: tuple[str, ...]
    voting: tuple[str, ...]
    features: Mapping[str, float]
    right: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """Combiners fitted on gold, and how they did on documents they were not fitted on.

    Attributes
    ----------
    weighted, stacked
        Ready to use.
    judged, probabilities
        Every statement with the probability that a stacked combiner gave it which had not
        seen its document.
    gold
        Number of gold claims.
    """

    weighted: Weighing
    stacked: Stacking
    judged: tuple[Judged, ...]
    probabilities: tuple[float, ...]
    gold: int

    def figures(self) -> str:
        """The cross-fitted scores in one line."""
        pairs = list(zip(self.probabilities, self.judged, strict=True))
        kept = [one.right for probability, one in pairs if probability >= self.stacked.threshold]
        every = [one.right for _, one in pairs]
        return (
            f"claim F1 {_f1(sum(kept), len(kept), self.gold):.3f} keeping {len(kept)} of "
            f"{len(every)} statements at {self.stacked.threshold:.2f} or more "
            f"(all of them: {_f1(sum(every), len(every), self.gold):.3f})"
        )


def _f1(right: int, made: int, gold: int) -> float:
    return 2 * right / (made + gold) if made + gold else 1.0


def fit(gold: Iterable[Gold], runs: Mapping[str, Sequence[Outcome]]) -> Fitted:
    """Fit the ``weighted`` and the ``stacked`` combiner.

    Parameters
    ----------
    gold
        Documents with their claims.
    runs
        What the extractors said, by document id.

    Raises
    ------
    InputError
        With fewer than 20 documents, or when all statements are right or all are wrong.
    """
    gold = list(gold)
    if len(gold) < LEAST_DOCUMENTS:
        raise InputError(
            f"fitting a combiner takes {LEAST_DOCUMENTS} gold documents or more, not {len(gold)}"
        )
    total = sum(len(one.claims) for one in gold)

    def threshold(probabilities: Sequence[float], right: Sequence[bool]) -> float:
        # With nobody to contradict it, an extractor's claims are all kept, with their probability.
        names = {outcome.extractor for one in gold for outcome in runs[one.document.id]}
        return 0.0 if len(names) == 1 else best_threshold(probabilities, right, total)

    plain = [(one.claims, runs[one.document.id]) for one in gold]
    apart = [(one, weight) for one, _, weight in _crossed(plain)]
    weights = [weight for _, weight in apart]
    weighed = replace(measure(plain), threshold=threshold(weights, [one.right for one, _ in apart]))
    # Only `stacked` hears what extractors considered and did not claim.
    documents = [(claims, outspoken(outcomes)) for claims, outcomes in plain]
    reliabilities = measure(documents)
    crossed = [(one, p) for one, p, _ in _crossed(documents)]
    judged = tuple(one for one, _ in crossed)
    probabilities = tuple(p for _, p in crossed)
    model = _logistic(judge(documents, reliabilities))
    return Fitted(
        weighted=Weighing("weighted", weighed),
        stacked=Stacking(
            reliabilities, model, threshold(probabilities, [one.right for one in judged])
        ),
        judged=judged,
        probabilities=probabilities,
        gold=total,
    )


def _folds(documents: int) -> int:
    return min(FOLDS, documents)


def _crossed(documents: Sequence[Labelled]) -> list[tuple[Judged, float, float]]:
    """Every statement with what a logistic model and mere weights make of it, fitted without
    its document.

    Raises
    ------
    InputError
        When all statements are right or all are wrong.
    """
    if len({one.right for one in judge(documents, measure(documents))}) < 2:
        raise InputError(
            "all statements of the extractors are right, or all are wrong; there is nothing to "
            "learn from this gold"
        )
    crossed: list[tuple[Judged, float, float]] = []
    folds = _folds(len(documents))
    for fold in range(folds):
        # Documents, not statements, are held out: those of one article are alike.
        train = [one for number, one in enumerate(documents) if number % folds != fold]
        apart = measure(train)
        model = _logistic(judge(train, apart))
        held = [(number, one) for number, one in enumerate(documents) if number % folds == fold]
        for number, one in held:
            crossed += [
                (
                    replace(seen, document=number),
                    model.probability(seen.features),
                    apart.probability(seen.voters, seen.voting),
                )
                for seen in judge([one], apart)
            ]
    return crossed


def measure(
    documents: Sequence[Labelled],
) -> Reliabilities:
    """How reliable each extractor is, slot by slot, against gold."""
    right: defaultdict[tuple[str, str], int] = defaultdict(int)
    total: defaultdict[tuple[str, str], int] = defaultdict(int)
    for claims, outcomes in documents:
        truth = Outcome(GOLD, Status.CLAIMS, claims=tuple(claims))
        for outcome in outcomes:
            for cluster in clusters([outcome, truth]):
                both = dict(cluster.claims)
                if len(both) < 2:
                    continue
                for slot in SLOTS:
                    answer, wanted = slot.key(both[outcome.extractor]), slot.key(both[GOLD])
                    if (answer or wanted) and not slot.covers(answer, wanted):
                        total[outcome.extractor, slot.name] += 1
                        right[outcome.extractor, slot.name] += answer == wanted
    names = sorted({one.extractor for _, outcomes in documents for one in outcomes})
    slots = {
        name: {
            slot.name: (right[name, slot.name] + 1) / (total[name, slot.name] + 2) for slot in SLOTS
        }
        for name in names
    }
    # How often each finds and invents is counted over the claims made with these weights.
    first = Reliabilities(0.5, {name: Reliability(0.5, 0.5, slots[name]) for name in names})
    judged = judge(documents, first)
    true = sum(one.right for one in judged)
    extractors = {}
    for name in names:
        asked = [one for one in judged if name in one.voting]
        good = [name in one.voters for one in asked if one.right]
        bad = [name in one.voters for one in asked if not one.right]
        extractors[name] = Reliability(
            finds=(sum(good) + 1) / (len(good) + 2),
            invents=(sum(bad) + 1) / (len(bad) + 2),
            slots=slots[name],
        )
    return Reliabilities(bounded(true / len(judged)) if judged else 0.5, extractors)


def judge(
    documents: Sequence[Labelled],
    reliabilities: Reliabilities,
) -> list[Judged]:
    """Every statement of the documents, and whether it is right at claim level."""
    found = []
    for number, (claims, outcomes) in enumerate(documents):
        made = list(candidates(outcomes, reliabilities))
        pairs = align(claims, [fused for _, fused, _ in made])
        right = {pair.predicted for pair in pairs if pair.reaches("claim")}
        voters = voting(outcomes)
        found += [
            Judged(number, cluster.voters, voters, seen, index in right)
            for index, (cluster, _, seen) in enumerate(made)
        ]
    return found


def best_threshold(
    probabilities: Sequence[float], right: Sequence[bool], total: int, *, tolerance: float = 0.01
) -> float:
    """The highest threshold whose F1 is as good as the best, given the number of gold claims.

    As good: at most `tolerance` below. Where it costs nothing to speak of, fewer false claims
    are better.

    Examples
    --------
    >>> best_threshold([0.9, 0.6, 0.2], [True, True, False], 2)
    0.4
    """
    ranked = sorted(zip(probabilities, right, strict=True), reverse=True)
    found = 0
    scores: list[tuple[float, float]] = []
    for kept, (probability, good) in enumerate(ranked, start=1):
        found += good
        after = ranked[kept][0] if kept < len(ranked) else 0.0
        if after < probability:
            scores.append((_f1(found, kept, total), (probability + after) / 2))
    best = max((score for score, _ in scores), default=0.0)
    return round(max((at for score, at in scores if score >= best - tolerance), default=0.5), 3)


def _logistic(judged: Sequence[Judged]) -> Logistic:
    from sklearn.linear_model import LogisticRegression

    names = sorted({name for one in judged for name in one.features})
    rows = [[one.features.get(name, 0.0) for name in names] for one in judged]
    model = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-8)
    model.fit(rows, [one.right for one in judged])
    return Logistic(
        round(float(model.intercept_[0]), 4),
        {name: round(float(value), 4) for name, value in zip(names, model.coef_[0], strict=True)},
    )
