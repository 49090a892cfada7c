"""Documents prepared for training, and the tables that scorers learn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from armstrade.claims import Polarity, TransferClaim
from armstrade.corpora import GoldDocument
from armstrade.reading import read

from ..combinations import Combinations, RoleScores
from ..decode import FACTUALITIES, STAGES, groups, shares
from ..model import Judged, role_rows, status_row
from ..scene import Scene, scenes
from .gold import SceneGold, align

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]
Table = tuple[Floats, Labels]


@dataclass
class Example:
    """A gold document with its scenes, and what has been predicted of them out of fold."""

    gold: GoldDocument
    scenes: list[Scene]
    aligned: list[SceneGold]
    roles: list[RoleScores] = field(default_factory=list)
    combinations: list[Combinations] = field(default_factory=list)
    draft: list[Floats] = field(default_factory=list)
    kept: list[Combinations] = field(default_factory=list)
    rows: list[Floats] = field(default_factory=list)
    final: list[Floats] = field(default_factory=list)

    @property
    def judged(self) -> list[Judged]:
        """The combinations with their final scores."""
        return [Judged(c, p) for c, p in zip(self.kept, self.final, strict=True)]


def prepare(golds: Iterable[GoldDocument]) -> Iterator[Example]:
    """Read and align gold documents, one after the other."""
    for gold in golds:
        found = list(scenes(read(gold.document)))
        yield Example(gold, found, align(gold, found))


def _stacked(rows: Sequence[Floats], labels: Sequence[Iterable[bool]]) -> Table:
    return (
        np.concatenate(rows),
        np.fromiter((int(label) for part in labels for label in part), dtype=np.int64),
    )


def trigger_table(examples: Sequence[Example]) -> Table:
    """Which triggers tell a claim."""
    rows, labels = [], []
    for example in examples:
        for scene, gold in zip(example.scenes, example.aligned, strict=True):
            telling = {key[0] for key in gold.chosen}
            rows.append(scene.trigger_rows)
            labels.append([t in telling for t in range(len(scene.triggers))])
    return _stacked(rows, labels)


def role_tables(examples: Sequence[Example]) -> tuple[Table, Table, Table]:
    """Who supplies, who receives and what is given, for the triggers that tell a claim.

    Another mention of the right party is neither right nor wrong and left out.
    """
    rows: list[list[Floats]] = [[], [], []]
    labels: list[list[list[bool]]] = [[], [], []]
    for example in examples:
        for scene, gold in zip(example.scenes, example.aligned, strict=True):
            for t in sorted({key[0] for key in gold.chosen}):
                parties, goods = role_rows(scene, t)
                told = [key for key in gold.chosen if key[0] == t]
                for slot in (1, 2):
                    right = {key[slot] for key in told}
                    names = {scene.parties[i].key for i in right}
                    kept = [
                        i
                        for i, party in enumerate(scene.parties)
                        if i in right or party.key not in names
                    ]
                    rows[slot - 1].append(parties[kept])
                    labels[slot - 1].append([i in right for i in kept])
                given = {key[3] for key in told}
                rows[2].append(goods)
                labels[2].append([i in given for i in range(len(scene.goods))])
    return tuple(_stacked(r, y) for r, y in zip(rows, labels, strict=True))  # type: ignore[return-value]


def claim_table(examples: Sequence[Example], *, final: bool) -> Table:
    """Which combinations are claims; those that fit a claim but were not chosen are left out."""
    rows, labels = [], []
    for example in examples:
        listed = example.kept if final else example.combinations
        tables = example.rows if final else [one.rows for one in listed]
        for one, table, gold in zip(listed, tables, example.aligned, strict=True):
            kept = [
                i
                for i, key in enumerate(one.keys)
                if key in gold.chosen or key[1:] not in gold.open
            ]
            rows.append(table[kept])
            labels.append([one.keys[i] in gold.chosen for i in kept])
    return _stacked(rows, labels)


@dataclass(frozen=True, slots=True)
class StatusTable:
    """Stage, negation and factuality of gold claims, seen from the triggers that tell them."""

    rows: Floats
    stages: Labels
    negated: Labels
    factualities: Labels
    weights: Floats


def status_table(examples: Sequence[Example]) -> StatusTable:
    """Each gold claim once in all, shared out over its triggers as decoding will do."""
    rows: list[Floats] = []
    claims: list[TransferClaim] = []
    weights: list[float] = []
    for example in examples:
        for judged, gold in zip(example.judged, example.aligned, strict=True):
            scene = judged.combinations.scene
            told = groups(judged) if gold.chosen else {}
            same: dict[tuple[str, str, int], list[tuple[tuple[int, int, int, int], TransferClaim]]]
            same = {}
            for key, claim in gold.chosen.items():
                group = (scene.parties[key[1]].key, scene.parties[key[2]].key, key[3])
                same.setdefault(group, []).append((key, claim))
            for group, members in same.items():
                seen = list(shares(told[group])) if len(members) == 1 and group in told else []
                for share, key in seen or [(1.0, key) for key, _ in members]:
                    rows.append(status_row(scene, key))
                    weights.append(share)
                    claims.append(next((c for k, c in members if k == key), members[0][1]))
    return StatusTable(
        rows=np.stack(rows),
        stages=np.array([STAGES.index(c.stage) for c in claims]),
        negated=np.array([int(c.polarity is Polarity.NEGATED) for c in claims]),
        factualities=np.array([FACTUALITIES.index(c.factuality) for c in claims]),
        weights=np.array(weights, np.float32),
    )
