"""The scorer against an independent implementation on 1,000 random documents.

metametric (Chen et al. 2023) derives its metric from the shape of a claim; scipy assigns equals
to each other. Neither shares code with the scorer.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from armstrade.benchmark import Counts, score_document
from armstrade.claims import Materiel, Party, Quantity, Span, TransferClaim

HERE = Span(start=0, end=1, text="x")
STATES = ("RU", "UA", "DE")
CASES = 1000


def random_claim(chance: random.Random) -> TransferClaim:
    supplier = chance.choice((None, *STATES))
    recipient = chance.choice(STATES)
    number = chance.choice((None, 1, 2))
    return TransferClaim.model_validate(
        {
            "document_id": "d",
            "supplier": supplier and Party(id=supplier, country=supplier, span=HERE),
            "recipient": Party(id=recipient, country=recipient, span=HERE),
            "materiel": Materiel(category=chance.choice(("uav", "missile")), span=HERE),
            "quantity": number and Quantity(min=number, max=number, span=HERE),
            "stage": chance.choice(("planned", "delivered")),
            "polarity": chance.choice(("affirmed", "affirmed", "negated")),
            "factuality": chance.choice(("asserted", "reported")),
            "evidence": (HERE,),
        }
    )


def keys(claim: TransferClaim) -> dict[str, Any]:
    """What each level compares, as plain values: with states only, agreement is equality."""
    supplier = claim.supplier.country if claim.supplier else None
    assert claim.recipient is not None
    triple = (supplier, claim.recipient.country, claim.materiel.category.value)
    claimed = (triple, claim.stage.value, claim.polarity.value)
    number = (claim.quantity.min, claim.quantity.max) if claim.quantity else (None, None)
    return {"triple": triple, "claim": claimed, "full": (claimed, claim.factuality.value, number)}


Matched = Callable[[Sequence[Any], Sequence[Any], str], float]
"""How many pairs a one-to-one matching of equals makes."""


def by_scipy(gold: Sequence[Any], found: Sequence[Any], level: str) -> float:
    numpy = pytest.importorskip("numpy")
    optimize = pytest.importorskip("scipy.optimize")
    if not gold or not found:
        return 0.0
    equal = numpy.array([[one == other for other in found] for one in gold], dtype=float)
    rows, columns = optimize.linear_sum_assignment(equal, maximize=True)
    return float(equal[rows, columns].sum())


@dataclass(frozen=True)
class Item:
    """What a level compares, in the shape from which metametric derives its metric."""

    supplier: str
    recipient: str
    category: str
    stage: str = ""
    polarity: str = ""
    factuality: str = ""
    least: int = -1
    most: int = -1


def item(key: tuple[Any, ...], level: str) -> Item:
    """The key of a level, flat."""
    parts: list[Any] = list(key) if level == "triple" else []
    if level == "claim":
        parts = [*key[0], *key[1:]]
    elif level == "full":
        claim, factuality, bounds = key
        parts = [*claim[0], *claim[1:], factuality]
        parts += [-1 if bound is None else bound for bound in bounds]
    return Item(parts[0] or "", *parts[1:])


def by_metametric(gold: Sequence[Any], found: Sequence[Any], level: str) -> float:
    dsl = pytest.importorskip("metametric.dsl", reason="pip install metametric")
    metric = dsl.set_matching[Item, "<->"](dsl.auto[Item])
    return float(metric.score([item(k, level) for k in gold], [item(k, level) for k in found]))


def ratios(matched: float, gold: int, found: int) -> tuple[float, float, float]:
    """Precision, recall and F1 with the usual formula; nothing of nothing is perfect."""
    precision = matched / found if found else float(gold == 0)
    recall = matched / gold if gold else float(found == 0)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def check(matched: Matched) -> None:
    chance = random.Random(20240229)
    pool = [random_claim(chance) for _ in range(400)]
    for _ in range(CASES):
        gold = chance.choices(pool, k=chance.randrange(8))
        found = chance.choices(pool, k=chance.randrange(8))
        # Some are right, so that all counts occur.
        found += [one for one in gold if chance.random() < 0.4]
        result = score_document(gold, found)
        for level in ("triple", "claim", "full"):
            left, right = [keys(one)[level] for one in gold], [keys(one)[level] for one in found]
            expected = ratios(matched(left, right, level), len(gold), len(found))
            counts: Counts = result.counts(level)
            told = (counts.precision, counts.recall, counts.f1)
            assert told == pytest.approx(expected, abs=1e-12), (level, gold, found)


def test_agrees_with_an_assignment_by_scipy() -> None:
    check(by_scipy)


def test_agrees_with_metametric() -> None:
    check(by_metametric)
