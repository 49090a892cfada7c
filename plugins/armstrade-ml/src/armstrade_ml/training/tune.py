"""Thresholds, and how far off probabilities are, from documents the scorers have not seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from armstrade.claims import TransferClaim
from armstrade.corpora import GoldDocument

from ..decode import Proposal, choose

# Lowest score of a second stage of one transfer; chosen by cross-validation on newsroom train.
REPEATED = 0.3
FALSE_ALARMS = 0.10
NEARLY = 0.01
"""How much F1 may be given for fewer false claims: as much as combiners give."""
STEPS = [round(0.02 * k, 2) for k in range(2, 46)]
PRECISE, SENSITIVE = 0.8, 0.5

Scored = tuple[GoldDocument, list[Proposal]]
What = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What a threshold gives.

    Attributes
    ----------
    score
        The threshold, on the scale of `Proposal.score`.
    precision, recall, f1
        At claim level, over all documents.
    false_alarms
        Share of the documents without gold claims in which something was claimed.
    """

    score: float
    precision: float
    recall: float
    f1: float
    false_alarms: float


def said(claim: TransferClaim) -> What:
    """What counts at claim level."""
    return (
        claim.supplier.key if claim.supplier else None,
        claim.recipient.key if claim.recipient else None,
        claim.materiel.category,
        claim.stage,
        claim.polarity,
    )


def proposed(proposal: Proposal) -> What:
    """The same of a proposal."""
    return (*proposal.parties, proposal.category, proposal.stage, proposal.polarity)


def point(scored: Sequence[Scored], least: float, repeated: float = REPEATED) -> Point:
    """Precision, recall and false alarms with a threshold."""
    right = made = wanted = alarms = empty = 0
    for gold, proposals in scored:
        chosen = choose(proposals, least, repeated)
        claims = Counter(said(claim) for claim in gold.claims)
        right += sum((claims & Counter(map(proposed, chosen))).values())
        made += len(chosen)
        wanted += len(gold.claims)
        if not gold.claims:
            empty += 1
            alarms += bool(chosen)
    return Point(
        score=least,
        precision=right / made if made else 1.0,
        recall=right / wanted if wanted else 0.0,
        f1=2 * right / (made + wanted) if made + wanted else 0.0,
        false_alarms=alarms / empty if empty else 0.0,
    )


def thresholds(scored: Sequence[Scored]) -> dict[str, dict[str, float]]:
    """The named thresholds and what each gives on these documents.

    ``balanced`` is the highest whose F1 is within `NEARLY` of the best among those with at most
    `FALSE_ALARMS` false alarms, ``precise`` is the lowest with a precision of `PRECISE`,
    ``sensitive`` the lowest with one of `SENSITIVE`; where none reaches it, the one that comes
    nearest.
    """
    points = [point(scored, least) for least in STEPS]
    calm = [p for p in points if p.false_alarms <= FALSE_ALARMS] or points[-1:]
    named = {
        "balanced": _calmest(calm),
        "precise": _lowest(points, PRECISE),
        "sensitive": _lowest(points, SENSITIVE),
    }
    return {name: _rounded(found) for name, found in named.items()}


def _calmest(points: Sequence[Point]) -> Point:
    best = max(p.f1 for p in points)
    return [p for p in points if p.f1 >= best - NEARLY][-1]


def _lowest(points: Sequence[Point], precision: float) -> Point:
    reached = [p for p in points if p.precision >= precision and p.recall > 0]
    return reached[0] if reached else max(points, key=lambda p: (p.precision, p.recall))


def _rounded(found: Point) -> dict[str, float]:
    return {
        "score": found.score,
        "precision": round(found.precision, 3),
        "recall": round(found.recall, 3),
        "f1": round(found.f1, 3),
        "false_alarms": round(found.false_alarms, 3),
    }


def calibration_error(
    probabilities: Sequence[float], right: Sequence[bool], bins: int = 10
) -> float:
    """Expected calibration error over bins of equal width (Naeini et al., 2015), in [0, 1].

    Examples
    --------
    >>> calibration_error([0.75] * 4, [True, True, True, False])
    0.0
    """
    if not probabilities:
        return 0.0
    p, y = np.asarray(probabilities), np.asarray(right, dtype=float)
    places = np.minimum((p * bins).astype(int), bins - 1)
    error = 0.0
    for k in range(bins):
        inside = places == k
        if inside.any():
            error += inside.mean() * abs(p[inside].mean() - y[inside].mean())
    return float(error)
