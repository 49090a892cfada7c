"""The extractor: reads, judges, chooses, builds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from armstrade.claims import TransferClaim
from armstrade.errors import UnknownNameError
from armstrade.plugins import Considered
from armstrade.reading import Reading

from .build import claim
from .combinations import LEAST_TRIGGER
from .decode import choose, propose
from .model import Model
from .options import MLOptions
from .scene import scenes
from .tables import telling

CONSIDERED = 0.05
"""The least probability of what is told to combiners without being claimed."""
SHIPPED = Path(__file__).parent / "data"


@cache
def model_of(folder: str | None) -> Model:
    """The model in a folder, read once per process; ``None``: the one shipped."""
    return Model.load(SHIPPED if folder is None else folder)


def least_score(model: Model, threshold: str | float) -> float:
    """The lowest score that a threshold lets pass; numbers are calibrated probabilities.

    Raises
    ------
    UnknownNameError
        When the model has no threshold of that name.
    """
    if isinstance(threshold, str):
        named = model.manifest["thresholds"]
        if threshold not in named:
            raise UnknownNameError("threshold", threshold, sorted(named))
        return float(named[threshold]["score"])
    return model.score_of(threshold)


def claims(reading: Reading, options: MLOptions) -> Iterator[TransferClaim | Considered]:
    """The claims of a document, and those that it nearly makes."""
    model = model_of(options.model)
    tables = telling(scenes(reading), model.scorers["trigger"], LEAST_TRIGGER, model.wording)
    if tables is None:
        return
    least = least_score(model, options.threshold)
    chosen = choose(
        propose(model, model.judge(tables)),
        least=min(least, model.score_of(CONSIDERED)),
        repeated=float(model.manifest["repeated"]),
    )
    words = Counter((p.scene.index, p.key[3]) for p in chosen if p.score >= least)
    probabilities = model.calibrated([proposal.score for proposal in chosen])
    for proposal, sure in zip(chosen, probabilities, strict=True):
        shared = words[proposal.scene.index, proposal.key[3]] > 1
        told = proposal.score >= least
        made = claim(proposal, round(sure, 4), shared=shared, dated=told)
        yield made if told else Considered(claim=made)
