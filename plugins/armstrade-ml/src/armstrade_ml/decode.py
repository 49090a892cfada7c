"""From scored combinations to a consistent set of claims, each said once.

One kind of goods goes from one supplier to one recipient, unless the text coordinates several;
what a scene says best is kept and what contradicts it dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from armstrade.claims import Category, Factuality, Polarity, Stage

from .combinations import Key
from .model import Judged, Model, each, status_row
from .scene import Scene

STAGES = tuple(Stage)
FACTUALITIES = tuple(Factuality)
# Combinations below are not looked at again; triggers below this share say nothing of the status.
LEAST_FINAL = 0.08
LEAST_SHARE = 0.08

Group = tuple[str, str, int]
"""Keys of supplier and recipient, and the index of the materiel."""


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


def groups(judged: Judged) -> dict[Group, list[tuple[float, Key]]]:
    """The combinations that say the same, the best of each trigger, the best first."""
    scene = judged.combinations.scene
    found: dict[Group, dict[int, tuple[float, Key]]] = {}
    for key, p in zip(judged.combinations.keys, judged.final.tolist(), strict=True):
        t, s, r, m = key
        group = (scene.parties[s].key, scene.parties[r].key, m)
        best = found.setdefault(group, {})
        if t not in best or p > best[t][0]:
            best[t] = (p, key)
    return {group: sorted(best.values(), key=lambda one: -one[0]) for group, best in found.items()}


def shares(told: Sequence[tuple[float, Key]]) -> Iterator[tuple[float, Key]]:
    """The triggers that tell a claim and the share of each."""
    total = sum(p for p, _ in told)
    for p, key in told:
        if p / total > LEAST_SHARE:
            yield p / total, key


def propose(model: Model, judged: Sequence[Judged]) -> list[Proposal]:
    """Every claim that may be made, with its status, for the scenes of one document."""
    places: list[tuple[Scene, Key, float, list[float]]] = []
    rows = []
    for one in judged:
        scene = one.combinations.scene
        for told in groups(one).values():
            if told[0][0] < LEAST_FINAL:
                continue
            weighted = list(shares(told))
            places.append((scene, told[0][1], told[0][0], [w for w, _ in weighted]))
            rows.append(np.stack([status_row(scene, key) for _, key in weighted]))
    scored = each(model.scorers["status"], rows)
    found = []
    for (scene, key, p, weights), table in zip(places, scored, strict=True):
        mean = np.average(table, axis=0, weights=weights)
        stages, negated, factual = np.split(mean, [len(STAGES), len(STAGES) + 1])
        no = float(negated[0])
        found.append(
            Proposal(
                scene=scene,
                key=key,
                stage=STAGES[int(stages.argmax())],
                polarity=Polarity.NEGATED if no > 0.5 else Polarity.AFFIRMED,
                factuality=FACTUALITIES[int(factual.argmax())],
                score=float(p * stages.max() * max(no, 1.0 - no)),
            )
        )
    return found


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
    said: set[tuple[object, ...]] = set()
    told: set[tuple[object, ...]] = set()
    for one in sorted(proposals, key=_order):
        if one.score < least or any(_contradicts(one, other) for other in kept):
            continue
        transfer = (*one.parties, one.category)
        claim = (*transfer, one.stage, one.polarity)
        if claim in said or (transfer in told and one.score < repeated):
            continue
        said.add(claim)
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
