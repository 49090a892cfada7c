"""From scored combinations to a consistent set of claims, each said once.

One kind of goods goes from one supplier to one recipient, unless the text coordinates several;
what a scene says best is kept and what contradicts it dropped. Of two claims that differ in
nothing but how many, both are made: they are two deliveries of the same kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from armstrade.claims import Category, Factuality, Polarity, Stage

from .model import Judged, Model
from .scene import Scene
from .tables import Place, Tables, trigger_table

STAGES = tuple(Stage)
FACTUALITIES = tuple(Factuality)
# Combinations below are not looked at again; triggers below this share say nothing of the status.
LEAST_FINAL = 0.08
LEAST_SHARE = 0.08
ANOTHER = 0.4
"""The lowest score of a claim that differs from a surer one in its number alone."""

Key = tuple[int, int, int, int]
"""Indices of trigger, supplier, recipient and materiel in their scene."""
Group = tuple[int, str, str, int]
"""Index of the scene, keys of supplier and recipient, and index of the materiel."""
Number = tuple[int | None, int | None] | None
"""Bounds of a quantity."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that may be made.

    Attributes
    ----------
    score
        How surely its parties, goods, stage and polarity are right, not yet calibrated.
    """

    scene: Scene
    key: Key
    stage: Stage
    polarity: Polarity
    factuality: Factuality
    score: float

    @property
    def parties(self) -> tuple[str, str]:
        _, s, r, _ = self.key
        return self.scene.parties[s].key, self.scene.parties[r].key

    @property
    def category(self) -> Category:
        return self.scene.goods[self.key[3]].category

    @property
    def number(self) -> Number:
        """How many are given, as the text says it; ``None`` when it does not."""
        quantity = self.scene.goods[self.key[3]].phrase.quantity
        if quantity is None or (quantity.min is None and quantity.max is None):
            return None
        return quantity.min, quantity.max


def groups(judged: Judged) -> dict[Group, list[tuple[float, Place]]]:
    """The combinations that say the same, the best of each trigger, the best first."""
    scenes = judged.combinations.tables.scenes
    found: dict[Group, dict[int, tuple[float, Place]]] = {}
    for place, p in zip(judged.combinations.places, judged.final.tolist(), strict=True):
        k, t, s, r, m = place
        parties = scenes[k].parties
        best = found.setdefault((k, parties[s].key, parties[r].key, m), {})
        if t not in best or p > best[t][0]:
            best[t] = (p, place)
    return {group: sorted(best.values(), key=lambda one: -one[0]) for group, best in found.items()}


def shares(told: Sequence[tuple[float, Place]]) -> list[tuple[float, Place]]:
    """The triggers that tell a claim and the share of each."""
    total = sum(p for p, _ in told)
    return [(p / total, place) for p, place in told if p / total > LEAST_SHARE]


def propose(model: Model, judged: Judged) -> list[Proposal]:
    """Every claim that may be made of a document, with its status."""
    tables = judged.combinations.tables
    best: list[tuple[float, Place]] = []
    begins: list[int] = []
    places: list[Place] = []
    weights: list[float] = []
    for told in groups(judged).values():
        if told[0][0] < LEAST_FINAL:
            continue
        best.append(told[0])
        begins.append(len(places))
        for weight, place in shares(told):
            weights.append(weight)
            places.append(place)
    if not best:
        return []
    weighing = np.array(weights)
    scored = model.status(tables.status_rows(places)) * weighing[:, None]
    total = np.add.reduceat(weighing, begins)
    means = np.add.reduceat(scored, begins, axis=0) / total[:, None]
    stage, negated = means[:, : len(STAGES)], means[:, len(STAGES)]
    likeliest, factual = stage.argmax(axis=1), means[:, len(STAGES) + 1 :].argmax(axis=1)
    sure = stage.max(axis=1) * np.maximum(negated, 1.0 - negated)
    return [
        Proposal(
            scene=tables.scenes[k],
            key=(t, s, r, m),
            stage=STAGES[told_stage],
            polarity=Polarity.NEGATED if no > 0.5 else Polarity.AFFIRMED,
            factuality=FACTUALITIES[told_factuality],
            score=p * status,
        )
        for (p, (k, t, s, r, m)), told_stage, no, told_factuality, status in zip(
            best, likeliest.tolist(), negated.tolist(), factual.tolist(), sure.tolist(), strict=True
        )
    ]


def propose_all(model: Model, listed: Sequence[Scene]) -> list[Proposal]:
    """Every claim that may be made of the scenes of a document, none of them left out before."""
    if not listed:
        return []
    return propose(model, model.judge(Tables(listed, trigger_table(listed, model.wording))))


def choose(proposals: Iterable[Proposal], least: float, repeated: float) -> list[Proposal]:
    """The proposals that are made: surest first, without contradiction or repetition.

    Parameters
    ----------
    least
        Lowest score of a claim.
    repeated
        Lowest score of a claim that only adds a stage to one that is surer.
    """
    kept: list[Proposal] = []
    said: dict[tuple[object, ...], set[Number]] = {}
    told: set[tuple[object, ...]] = set()
    for one in sorted(proposals, key=_order):
        if one.score < least or any(_contradicts(one, other) for other in kept):
            continue
        transfer = (*one.parties, one.category)
        claim = (*transfer, one.stage, one.polarity)
        if claim in said:
            number = one.number
            if number is None or number in said[claim] or one.score < ANOTHER:
                continue
        elif transfer in told and one.score < repeated:
            continue
        said.setdefault(claim, set()).add(one.number)
        told.add(transfer)
        kept.append(one)
    return kept


def _order(one: Proposal) -> tuple[float, int, Key]:
    return -one.score, one.scene.index, one.key


def _contradicts(one: Proposal, other: Proposal) -> bool:
    """The same words of one sentence cannot go between different parties."""
    if one.scene is not other.scene:
        return False
    goods = one.scene.goods
    here, there = goods[one.key[3]].phrase, goods[other.key[3]].phrase
    if here.start != there.start:
        return False
    supplier = one.parties[0] == other.parties[0]
    recipient = one.parties[1] == other.parties[1]
    if supplier == recipient:
        return True
    slot = 1 if recipient else 2
    place = one.scene.parties[one.key[slot]].place
    rival = one.scene.parties[other.key[slot]].place
    coordinated = (
        place is not None and rival is not None and place.group >= 0 and place.group == rival.group
    )
    return not coordinated
