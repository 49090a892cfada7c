"""How sure a link is: the weights of its traits, and what else the name could mean."""

from __future__ import annotations

import tomllib
from functools import cache
from math import exp
from pathlib import Path

from armstrade.lexicon.tables import words

from .folds import squash

_WEIGHTS = Path(__file__).with_name("weights.toml")
CERTAIN = 20.0
"""Log-odds of a name that is written as in the lexicon."""


@cache
def weights() -> dict[str, float]:
    """Log-odds that each trait of a link adds; how they were found: docs/reference/linking.md."""
    with _WEIGHTS.open("rb") as file:
        return {name: float(value) for name, value in tomllib.load(file)["weights"].items()}


def log_odds(traits: list[str], known: dict[str, float]) -> float:
    """Of a link by itself, from its traits; a trait without a weight says nothing."""
    total = known["any link"]
    for trait in traits:
        total += known.get(trait, 0.0)
    return min(total, CERTAIN - 1)


def shares(odds: list[tuple[object, float]]) -> list[float]:
    """Probabilities of links that exclude one another, except those of one family.

    Parameters
    ----------
    odds
        Family and log-odds of each link.

    Examples
    --------
    >>> [round(share, 2) for share in shares([("a", 2.0), ("b", 2.0), ("b", 0.0)])]
    [0.47, 0.47, 0.11]
    >>> shares([("a", CERTAIN), ("b", CERTAIN)])
    [1.0, 1.0]
    """
    if len(odds) == 1:
        return [_probability(odds[0][1], 0.0)]
    best: dict[object, float] = {}
    for family, value in odds:
        best[family] = max(value, best.get(family, value))
    sums = {family: exp(value) for family, value in best.items()}
    whole = sum(sums.values())
    return [_probability(value, whole - sums[family]) for family, value in odds]


def _probability(value: float, rivals: float) -> float:
    if value >= CERTAIN:
        return 1.0
    own = exp(value)
    return own / (1.0 + own + max(0.0, rivals))


@cache
def ordinary_words() -> frozenset[str]:
    """Words that are no names of the lexicon and must not be taken for misspelt ones."""
    lists = ("first_names", "common_surnames", "near_words")
    return frozenset(squash(word) for name in lists for word in words(name))
