"""Training a model on gold documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from armstrade.corpora import Corpus, GoldDocument

from .. import __version__
from ..decode import Proposal, propose
from ..model import Model
from ..scorer import Scorer
from .adverbials import interrupted
from .augment import lone, shortened
from .calibration import KNOTS, calibrate, judgements
from .examples import Example, prepare
from .fit import PARAMETERS, Fitted, Report, apply, fit
from .tune import REPEATED, Scored, thresholds


def silent(_: str) -> None:
    """Says nothing."""


def train(
    corpora: Sequence[Corpus],
    tuned_on: Sequence[Corpus] = (),
    *,
    shorten: bool = False,
    vary: bool = True,
    report: Report = silent,
) -> Model:
    """Train a model; the same gold gives the same model.

    Parameters
    ----------
    corpora
        Gold to learn from.
    tuned_on
        Gold to calibrate the probabilities on, and to choose the thresholds on beside `corpora`,
        of which each document is judged by scorers that have not seen it. Without it these are
        calibrated on, too; that flatters the model where its makers knew `corpora`.
    shorten
        Whether to learn from shorter copies of the documents, too; see `augment`.
    vary
        Whether to put adverbials with further parties into half of the documents, and to learn
        from sentences that tell claims alone, too; see `adverbials` and `augment`.
    report
        Called with a line for each step.

    Raises
    ------
    DataError
        When there are too few claims.
    MissingDependencyError
        When LightGBM is not installed.
    """
    golds = [gold for corpus in corpora for gold in corpus]
    copies = list(shortened(golds)) if shorten else []
    if vary:
        copies += lone(golds)
        golds = list(interrupted(golds))
    examples = _read([*golds, *(copy for _, copy in copies)], report)
    groups = [*range(len(golds)), *(index for index, _ in copies)]
    fitted = fit(examples, groups=groups, report=report)
    model = Model(fitted.scorers, {}, fitted.wording)
    unseen = cross_validated(examples, fitted, model)[: len(golds)]
    held: list[Scored] = []
    if tuned_on:
        others = _read([gold for corpus in tuned_on for gold in corpus], report)
        apply(others, fitted)
        held = [(one.gold, proposals(model, one)) for one in others]
    believed = held or unseen
    method, probabilities = calibrate(judgements(believed))
    report(f"probabilities are calibrated on {len(believed)} documents ({method})")
    manifest: dict[str, Any] = {
        "plugin": __version__,
        "trained_on": [_named(corpus) for corpus in corpora],
        "copies": len(copies),
        "varied": vary,
        "tuned_on": [_named(corpus) for corpus in tuned_on] or "cross-validation",
        "parameters": {name: dict(values) for name, values in PARAMETERS.items()},
        "calibration": {
            "method": method,
            "log_odds": KNOTS.tolist(),
            "probabilities": probabilities,
        },
        "repeated": REPEATED,
        "thresholds": thresholds([*unseen, *held]),
    }
    return replace(model, manifest=manifest)


def cross_validated(examples: Sequence[Example], fitted: Fitted, model: Model) -> list[Scored]:
    """The proposals for each document by scorers that have not seen it."""
    found: dict[int, Scored] = {}
    for fold, status in zip(fitted.folds, fitted.fold_status, strict=True):
        unseen = _with_status(model, status)
        for i in fold:
            found[i] = (examples[i].gold, proposals(unseen, examples[i]))
    return [found[i] for i in sorted(found)]


def proposals(model: Model, example: Example) -> list[Proposal]:
    """The claims that may be made of an example that has been judged."""
    return propose(model, example.judged) if example.judged is not None else []


def _with_status(model: Model, status: Scorer) -> Model:
    return replace(model, scorers={**model.scorers, "status": status})


def _read(golds: Iterable[GoldDocument], report: Report) -> list[Example]:
    listed = list(golds)
    report(f"reading {len(listed)} documents")

    def told() -> Iterator[Example]:
        for number, example in enumerate(prepare(listed), start=1):
            if number % 100 == 0:
                report(f"{number} of {len(listed)} documents read")
            yield example

    return list(told())


def _named(corpus: Corpus) -> dict[str, Any]:
    return {
        "name": corpus.name,
        "version": corpus.version,
        "sha256": corpus.sha256,
        "documents": len(corpus),
        "claims": len(corpus.claims),
        "licence": corpus.licence,
    }
