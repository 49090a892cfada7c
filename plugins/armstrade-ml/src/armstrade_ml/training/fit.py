"""Fitting all scorers of a model, each on what the ones before say out of fold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from armstrade.errors import DataError

from ..combinations import combine, likely
from ..context import document_rows
from ..decode import FACTUALITIES, STAGES, Key
from ..model import role_scores
from ..scorer import Scorer, beside
from ..tables import Place
from ..trees import Trees
from ..wording import Wording
from .boost import boost
from .examples import (
    Example,
    claim_table,
    role_tables,
    status_table,
    trigger_table,
)
from .gold import align
from .words import fit_wording

Floats = NDArray[np.float32]

FOLDS = 5
LEAST_CLAIMS = 40

PARAMETERS: Mapping[str, Mapping[str, Any]] = {
    "trigger": {"rounds": 160, "leaves": 8, "rate": 0.08, "least": 10, "columns": 0.3},
    "roles": {"rounds": 160, "leaves": 8, "rate": 0.08, "least": 10, "columns": 0.3},
    "goods": {"rounds": 120, "leaves": 8, "rate": 0.08, "least": 10, "columns": 0.3},
    "draft": {"rounds": 120, "leaves": 8, "rate": 0.08, "least": 20, "columns": 0.3},
    "final": {"rounds": 300, "leaves": 8, "rate": 0.05, "least": 20, "columns": 0.3},
    "stage": {"rounds": 80, "leaves": 8, "rate": 0.12, "least": 5, "columns": 0.25},
    "negated": {"rounds": 80, "leaves": 8, "rate": 0.1, "least": 5, "columns": 0.25},
    "factuality": {"rounds": 40, "leaves": 8, "rate": 0.12, "least": 5, "columns": 0.25},
}

Scorers = dict[str, Scorer]
Report = Callable[[str], None]
Learn = Callable[..., Scorer]
"""Question, rows, labels, number of choices, weights → scorer; see `boosted`."""
Fit = Callable[[Sequence[Example], Learn], Scorers]
Apply = Callable[[Sequence[Example], Scorers], None]


def boosted(
    question: str,
    rows: Floats,
    labels: NDArray[np.int64],
    choices: int = 1,
    weights: Floats | None = None,
) -> Trees:
    """The learner that is shipped: gradient-boosted trees, with the `PARAMETERS` of a question."""
    return boost(rows, labels, choices=choices, weights=weights, **PARAMETERS[question])


def fit_roles(examples: Sequence[Example], learn: Learn) -> Scorers:
    suppliers, recipients, goods = role_tables(examples)
    return {
        "trigger": learn("trigger", *trigger_table(examples)),
        "roles": beside(learn("roles", *suppliers), learn("roles", *recipients)),
        "goods": learn("goods", *goods),
    }


def apply_roles(examples: Sequence[Example], scorers: Scorers) -> None:
    for example in examples:
        if example.tables is not None:
            example.combinations = combine(example.tables, role_scores(example.tables, scorers))


def fit_draft(examples: Sequence[Example], learn: Learn) -> Scorers:
    return {"draft": learn("draft", *claim_table(examples, final=False))}


def apply_draft(examples: Sequence[Example], scorers: Scorers) -> None:
    for example in examples:
        if example.combinations is not None:
            example.draft = scorers["draft"](example.combinations.rows)[:, 0]
            example.kept, left = likely(example.combinations, example.draft)
            example.rows = document_rows(example.kept, left)


def fit_final(examples: Sequence[Example], learn: Learn) -> Scorers:
    return {"final": learn("final", *claim_table(examples, final=True))}


def apply_final(examples: Sequence[Example], scorers: Scorers) -> None:
    for example in examples:
        if example.rows is not None:
            example.final = scorers["final"](example.rows)[:, 0]


def fit_status(examples: Sequence[Example], learn: Learn) -> Scorers:
    table = status_table(examples)
    rows, weights = table.rows, table.weights
    return {
        "status": beside(
            learn("stage", rows, table.stages, len(STAGES), weights),
            learn("negated", rows, table.negated, 1, weights),
            learn("factuality", rows, table.factualities, len(FACTUALITIES), weights),
        )
    }


STEPS: tuple[tuple[str, Fit, Apply], ...] = (
    ("roles", fit_roles, apply_roles),
    ("drafts", fit_draft, apply_draft),
    ("claims", fit_final, apply_final),
)


@dataclass(frozen=True)
class Fitted:
    """Scorers, what words tell, and per fold the status scorer that has not seen it."""

    scorers: Scorers
    wording: Wording
    folds: list[list[int]]
    fold_status: list[Scorer]


def folds_of(groups: Sequence[int], count: int = FOLDS) -> list[list[int]]:
    """Indices of documents, dealt out evenly; those of a group stay together."""
    place = {group: k % count for k, group in enumerate(dict.fromkeys(groups))}
    folds: list[list[int]] = [[] for _ in range(min(count, len(place)))]
    for index, group in enumerate(groups):
        folds[place[group]].append(index)
    return folds


def fit(
    examples: Sequence[Example],
    *,
    groups: Sequence[int] | None = None,
    learn: Learn = boosted,
    report: Report = lambda _: None,
) -> Fitted:
    """Fit all scorers.

    Every scorer learns from what the earlier ones say of documents they have not seen; the
    examples keep these out-of-fold scores.

    Parameters
    ----------
    groups
        A number per example; examples with the same number (a document and its copies) are in
        the same fold. Left out, each is on its own.

    Raises
    ------
    DataError
        When there are too few gold claims to learn from.
    """
    number = sum(len(gold.chosen) for example in examples for gold in example.aligned)
    if number < LEAST_CLAIMS:
        raise DataError(
            f"{number} gold claims can be found again in {len(examples)} documents; "
            f"at least {LEAST_CLAIMS} are needed"
        )
    folds = folds_of(range(len(examples)) if groups is None else groups)
    report(f"learning words from {number} claims")
    for seen, unseen in _splits(examples, folds):
        heard = fit_wording(seen)
        for example in unseen:
            example.hear(heard)
    wording = fit_wording(examples)
    scorers: Scorers = {}
    for name, fit_step, apply_step in STEPS:
        report(f"learning {name} from {number} claims")
        for seen, unseen in _splits(examples, folds):
            apply_step(unseen, fit_step(seen, learn))
        if name == "drafts":
            _realign(examples)
            for seen, unseen in _splits(examples, folds):
                apply_step(unseen, fit_step(seen, learn))
        scorers |= fit_step(examples, learn)
    report(f"learning stages from {number} claims")
    fold_status = [fit_status(seen, learn)["status"] for seen, _ in _splits(examples, folds)]
    scorers |= fit_status(examples, learn)
    return Fitted(scorers, wording, folds, fold_status)


def _splits(
    examples: Sequence[Example], folds: list[list[int]]
) -> Iterator[tuple[list[Example], list[Example]]]:
    for fold in folds:
        held = set(fold)
        yield [e for i, e in enumerate(examples) if i not in held], [examples[i] for i in fold]


def _realign(examples: Sequence[Example]) -> None:
    """Choose again which trigger tells each claim: the one that the drafts believe."""
    for example in examples:
        tables, listed, draft = example.tables, example.combinations, example.draft
        if tables is None or listed is None or draft is None:
            continue
        scored = dict(zip(listed.places, draft.tolist(), strict=True))

        def believed(number: int, key: Key, scored: Mapping[Place, float] = scored) -> float:
            return scored.get((number, *key), 0.0)

        example.aligned = align(example.gold, tables.scenes, believed)


def apply(examples: Sequence[Example], fitted: Fitted) -> None:
    """Score examples that were not trained on."""
    for example in examples:
        example.hear(fitted.wording)
    for _, _, apply_step in STEPS:
        apply_step(examples, fitted.scorers)
