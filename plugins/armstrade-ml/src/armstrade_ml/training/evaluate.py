"""How far the probabilities of a model can be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from armstrade.corpora import GoldDocument
from armstrade.reading import read

from ..decode import propose_all
from ..extractor import model_of
from ..model import Model
from ..scene import scenes
from .calibration import judgements, pooled
from .tune import Scored, calibration_error

PRECISIONS = (0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of the threshold table.

    Attributes
    ----------
    precision
        What is wished for.
    probability
        Lowest calibrated probability from which on it is reached.
    kept
        Share of the right claims found at all that are kept.
    """

    precision: float
    probability: float
    kept: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Calibration of a model on a corpus."""

    error: float
    claims: int
    rows: tuple[Kept, ...]


def scored(model: Model, golds: Iterable[GoldDocument]) -> list[Scored]:
    """The proposals of a model for each gold document."""
    return [(gold, propose_all(model, list(scenes(read(gold.document))))) for gold in golds]


def reliability(golds: Iterable[GoldDocument], folder: str | None = None) -> Reliability:
    """Compare the probabilities of a model's claims with how often they are right."""
    model = model_of(folder)
    judged = pooled(judgements(scored(model, golds)))
    right = [bool(good) for good in judged.right]
    probabilities = model.calibrated(judged.scores.tolist())
    ordered = sorted(zip(probabilities, right, strict=True), reverse=True)
    total = sum(right)
    rows = []
    for wanted in PRECISIONS:
        best: Kept | None = None
        hits = 0
        for made, (probability, good) in enumerate(ordered, start=1):
            hits += good
            if hits / made >= wanted:
                best = Kept(wanted, probability, hits / total)
        if best is not None:
            rows.append(best)
    return Reliability(calibration_error(probabilities, right), len(right), tuple(rows))
