"""The tables of the model card: families of models, learning curve, ablation.

    python benchmarks/study.py families
    python benchmarks/study.py curve
    python benchmarks/study.py ablation

Five-fold cross-validation by document on what the shipped model learns from, and
newsroom/calibration, which nothing is tuned on. Needs `armstrade-ml[compare]`; one to two minutes
a line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
from armstrade_ml.context import DOCUMENT_NAMES
from armstrade_ml.model import FEATURES, Model
from armstrade_ml.training.examples import prepare
from armstrade_ml.training.fit import apply, boosted, fit
from armstrade_ml.training.gold import align
from armstrade_ml.training.train import cross_validated, proposals
from armstrade_ml.training.tune import Scored, point

from armstrade.corpora import load

LEARNT_FROM = ("train", "plain", "agency", "wire", "feature", "press", "desk")
LEAST = 0.25
"""One threshold for all lines, so that none is helped by choosing its own."""

NAMES = {**FEATURES, "stage": FEATURES["status"], "negated": FEATURES["status"],
         "factuality": FEATURES["status"]}  # fmt: skip
GROUPS = {
    "frames of the trigger table": r"fits_|_slot_|supplier_rank$|recipient_rank$",
    "tense and composed stage": r"tense_|inner_|outer_|governed|negated_",
    "cues": r"(own|above|sent)_|negator_near|denial_after",
    "other triggers": r"(same|above|below|elsewhere)_(sought|offered|neg|ord|pla|del|ref|can)",
    "clauses and subjects": r"clause_|subject|depth|aside$",
    "prepositions and cases": r"prep|bare|nom$|acc$|dat$|gen$|caseless|genitive|thither|thence",
    "distance and order": r"distance$|near$|far$|between|gap|before$|order|touches|adjacent",
    "discourse": r"entity_|antecedent_|known|parallel|named_too|says_",
    "rest of the document": "|".join(f"^{name}$" for name in DOCUMENT_NAMES if "draft" not in name),
    "standing in the document": r"doc_(count|share|rank|first|title|home)$",
    "lists of goods": r"list_|listed|goods_coordinated$",
}


class Fitted:
    """A scikit-learn estimator as a scorer."""

    def __init__(self, estimator: Any, choices: int) -> None:
        self.groups = (choices,)
        self._estimator = estimator

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        if not len(rows):
            return np.zeros((0, self.groups[0]), np.float32)
        found = self._estimator.predict_proba(rows)
        if self.groups == (1,):
            return found[:, 1:].astype(np.float32)
        full = np.zeros((len(rows), self.groups[0]), np.float32)
        full[:, self._estimator.classes_] = found
        return full


def _piped(estimator: Any) -> Callable[..., Fitted]:
    from sklearn.base import clone
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    def learn(_: str, rows: Any, labels: Any, choices: int = 1, weights: Any = None) -> Fitted:
        model = make_pipeline(StandardScaler(), clone(estimator))
        name = model.steps[-1][0]
        keywords = {} if weights is None else {f"{name}__sample_weight": weights}
        return Fitted(model.fit(rows, labels, **keywords), choices)

    return learn


def linear() -> Callable[..., Any]:
    """Logistic regression with an L2 penalty, on standardised features."""
    from sklearn.linear_model import LogisticRegression

    return _piped(LogisticRegression(C=0.01, max_iter=500))


def net() -> Callable[..., Any]:
    """A net with one hidden layer of 24 units, trained from scratch."""
    from sklearn.neural_network import MLPClassifier

    return _piped(MLPClassifier((24,), alpha=3.0, max_iter=25, batch_size=256, random_state=0))


def without(pattern: str) -> Callable[..., Any]:
    """The shipped learner without the features whose names match."""

    def learn(question: str, rows: Any, *rest: Any) -> Any:
        gone = np.array([bool(re.search(pattern, name)) for name in NAMES[question]])
        # A column that is always 0 is never split on, so the scorer ignores it later, too.
        return boosted(question, np.where(gone, 0, rows).astype(np.float32), *rest)

    return learn


def line(name: str, examples: list[Any], held: list[Any], learn: Any = boosted) -> None:
    """Train, score and print."""
    for example in (*examples, *held):
        if example.tables is not None:
            example.aligned = align(example.gold, example.tables.scenes)
    fitted = fit(examples, learn=learn)
    model = Model(fitted.scorers, {}, fitted.wording)
    crossed = cross_validated(examples, fitted, model)
    apply(held, fitted)
    dev = [(one.gold, proposals(model, one)) for one in held]
    print(f"| {name} | {_cells(crossed)} | {_cells(dev)} |", flush=True)


def _cells(scored: list[Scored], least: float = LEAST) -> str:
    found = []
    for language in ("de", "en"):
        part = [one for one in scored if one[0].document.language == language]
        found.append(f"{point(part, least).f1:.3f}")
    return " | ".join(found)


def main(what: str) -> None:
    """Print one table."""
    examples = [one for part in LEARNT_FROM for one in prepare(load("newsroom", split=part))]
    held = list(prepare(load("newsroom", split="calibration")))
    print("| | CV de | CV en | unseen de | unseen en |\n|---|---|---|---|---|")
    if what == "families":
        line("gradient-boosted trees", examples, held)
        line("logistic regression", examples, held, linear())
        line("small neural net", examples, held, net())
    elif what == "curve":
        for share in (8, 4, 2, 1):
            line(f"{len(examples[::share])} documents", examples[::share], held)
    elif what == "ablation":
        line("all", examples, held)
        for name, pattern in GROUPS.items():
            line(f"without {name}", examples, held, without(pattern))
    else:
        sys.exit("families, curve or ablation?")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
