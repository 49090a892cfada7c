"""How far the confidence of a claim can be trusted."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from .counts import Counts
from .score import Score

BINS = 10
TARGETS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims whose confidence lies above `low` and not above `high`.

    The first bin holds a confidence of 0 as well.

    Attributes
    ----------
    claims, right
        How many, and how many of them are right.
    total
        Sum of their confidences.
    """

    low: float
    high: float
    claims: int = 0
    right: int = 0
    total: float = 0.0

    @property
    def accuracy(self) -> float | None:
        """Share that is right, ``None`` of an empty bin."""
        return self.right / self.claims if self.claims else None

    @property
    def confidence(self) -> float | None:
        """Mean confidence, ``None`` of an empty bin."""
        return self.total / self.claims if self.claims else None

    @property
    def chance(self) -> float:
        """Mean distance of the number right from the expected one, were the confidences true.

        The mean absolute deviation of the binomial distribution in closed form (de Moivre 1730;
        Diaconis and Zabell 1991), taking the mean confidence for each of the claims.
        """
        n, p = self.claims, self.total / self.claims if self.claims else 0.0
        if p <= 0.0 or p >= 1.0:
            return 0.0
        above = math.floor(n * p) + 1
        ways = math.lgamma(n + 1) - math.lgamma(above + 1) - math.lgamma(n - above + 1)
        likely = math.exp(ways + above * math.log(p) + (n - above + 1) * math.log1p(-p))
        return 2 * above * likely


@dataclass(frozen=True, slots=True)
class Point:
    """What is kept when only claims with at least this confidence count.

    Attributes
    ----------
    threshold
        The least confidence kept.
    kept
        How many of the claims with a confidence are kept.
    coverage
        Their share.
    counts
        Kept and right, kept and false, and gold claims not found by those kept.
    """

    threshold: float
    kept: int
    coverage: float
    counts: Counts

    @property
    def risk(self) -> float:
        """Share of the kept claims that are false."""
        return 1 - self.counts.precision


@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidence against truth, over the predicted claims that have a confidence.

    Attributes
    ----------
    level
        ``triple``, ``claim`` or ``full``: what being right means.
    claims
        How many claims have a confidence.
    without
        How many have none; they are left out.
    bins
        The reliability diagram: bins of equal width from 0 to 1.
    curve
        The risk–coverage curve (El-Yaniv and Wiener 2010): one point for each confidence
        that occurs, the highest first.
    """

    level: str
    claims: int
    without: int
    bins: tuple[Bin, ...]
    curve: tuple[Point, ...]

    @property
    def ece(self) -> float | None:
        """Expected calibration error; ``None`` without claims.

        The mean over all claims of the distance between the accuracy and the mean
        confidence of their bin (Naeini et al. 2015; Guo et al. 2017, equation 3).
        """
        if not self.claims:
            return None
        return sum(abs(one.right - one.total) for one in self.bins) / self.claims

    @property
    def ece_by_chance(self) -> float | None:
        """What `ece` would be on average if every confidence were exactly right.

        Few claims fall beside their confidence by chance alone: an error no greater than this
        says nothing against the confidences.
        """
        if not self.claims:
            return None
        return sum(one.chance for one in self.bins) / self.claims

    @property
    def area(self) -> float | None:
        """Area under the risk–coverage curve, in steps (Geifman et al. 2019); less is better."""
        if not self.claims:
            return None
        before, area = 0.0, 0.0
        for point in self.curve:
            area += (point.coverage - before) * point.risk
            before = point.coverage
        return area

    def at(self, threshold: float) -> Point | None:
        """What is kept at a threshold; ``None`` when nothing is."""
        kept = [point for point in self.curve if point.threshold >= threshold]
        return kept[-1] if kept else None

    def keep(self, precision: float) -> Point | None:
        """The most claims that can be kept with at least this precision; ``None``: not one."""
        fitting = [point for point in self.curve if point.counts.precision >= precision]
        return fitting[-1] if fitting else None

    @property
    def thresholds(self) -> dict[float, Point | None]:
        """`keep` for each of `TARGETS`."""
        return {target: self.keep(target) for target in TARGETS}


def calibration(score: Score, level: str = "claim", *, bins: int = BINS) -> Calibration:
    """Hold the confidence of each predicted claim against whether it is right.

    Parameters
    ----------
    score
        Of one system.
    level
        Which level a claim must reach to be right.
    bins
        Number of bins, at least 1.

    Examples
    --------
    >>> calibration(Score()).ece is None
    True
    """
    judged: list[tuple[float, bool]] = []
    without = 0
    for row in score:
        false = set(row.spurious(level))
        for index, claim in enumerate(row.predicted):
            if claim.confidence is None:
                without += 1
            else:
                judged.append((claim.confidence, index not in false))
    gold = score.counts(level).gold
    return Calibration(level, len(judged), without, _binned(judged, bins), _curve(judged, gold))


def _binned(judged: Iterable[tuple[float, bool]], bins: int) -> tuple[Bin, ...]:
    edges = [number / bins for number in range(bins + 1)]
    claims, right, total = [0] * bins, [0] * bins, [0.0] * bins
    for confidence, true in judged:
        place = next(n for n in range(bins) if confidence <= edges[n + 1])
        claims[place] += 1
        right[place] += true
        total[place] += confidence
    return tuple(Bin(edges[n], edges[n + 1], claims[n], right[n], total[n]) for n in range(bins))


def _curve(judged: list[tuple[float, bool]], gold: int) -> tuple[Point, ...]:
    ordered = sorted(judged, reverse=True)
    points: list[Point] = []
    right = 0
    for kept, (confidence, true) in enumerate(ordered, start=1):
        right += true
        if kept == len(ordered) or ordered[kept][0] < confidence:
            counts = Counts(right, kept - right, gold - right)
            points.append(Point(confidence, kept, kept / len(ordered), counts))
    return tuple(points)
