"""Documents prepared for training, and the tables that scorers learn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from armstrade.claims import Polarity, TransferClaim
from armstrade.corpora import GoldDocument
from armstrade.reading import read

from ..combinations import Combinations
from ..decode import FACTUALITIES, STAGES, groups, shares
from ..features.words import Context
from ..model import Judged
from ..scene import Scene, scenes
from ..tables import Place, Tables, contexts
from ..wording import Wording
from .gold import SceneGold, align

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]
Table = tuple[Floats, Labels]


@dataclass
class Example:
    """A gold document with its scenes, and what has been predicted of them out of fold.

    Attributes
    ----------
    tables
        Its scenes and their features; ``None`` when it has no scenes.
    aligned
        What gold says of each scene.
    contexts
        The words around each trigger.
    combinations, draft
        All combinations and their drafts.
    kept, rows, final
        The likely ones, their rows with what the rest of the document says, and their scores.
    """

    gold: GoldDocument
    tables: Tables | None
    aligned: list[SceneGold]
    contexts: list[Context]
    combinations: Combinations | None = None
    draft: Floats | None = None
    kept: Combinations | None = None
    rows: Floats | None = None
    final: Floats | None = None

    @property
    def scenes(self) -> Sequence[Scene]:
        return self.tables.scenes if self.tables is not None else ()

    def hear(self, wording: Wording) -> None:
        """Put what the words tell into the rows of the triggers."""
        if self.tables is not None:
            self.tables.hear(wording(self.contexts))

    @property
    def judged(self) -> Judged | None:
        """The combinations with their final scores."""
        if self.kept is None or self.final is None:
            return None
        return Judged(self.kept, self.final)


def prepare(golds: Iterable[GoldDocument]) -> Iterator[Example]:
    """Read and align gold documents, one after the other."""
    for gold in golds:
        found = list(scenes(read(gold.document)))
        tables = Tables(found) if found else None
        yield Example(gold, tables, align(gold, found), contexts(found))


def _aligned(examples: Sequence[Example]) -> Iterator[tuple[Tables, int, SceneGold]]:
    """Every scene of the examples with what gold says of it."""
    for example in examples:
        if example.tables is not None:
            for number, gold in enumerate(example.aligned):
                yield example.tables, number, gold


def _stacked(rows: Sequence[Floats], labels: Sequence[Iterable[bool]]) -> Table:
    return (
        np.concatenate(rows),
        np.fromiter((int(label) for part in labels for label in part), dtype=np.int64),
    )


def trigger_table(examples: Sequence[Example]) -> Table:
    """Which triggers tell a claim."""
    labels = []
    for tables, number, gold in _aligned(examples):
        telling = {key[0] for key in gold.chosen}
        labels.append([t in telling for t in range(len(tables.scenes[number].triggers))])
    rows = [example.tables.triggers for example in examples if example.tables is not None]
    return _stacked(rows, labels)


def role_tables(examples: Sequence[Example]) -> tuple[Table, Table, Table]:
    """Who supplies, who receives and what is given, for the triggers that tell a claim.

    Another mention of the right party is neither right nor wrong and left out.
    """
    rows: list[list[Floats]] = [[], [], []]
    labels: list[list[list[bool]]] = [[], [], []]
    for tables, number, gold in _aligned(examples):
        scene = tables.scenes[number]
        for t in sorted({key[0] for key in gold.chosen}):
            parties, goods = tables.party_rows_of(number, t), tables.goods_rows_of(number, t)
            told = [key for key in gold.chosen if key[0] == t]
            for slot in (1, 2):
                right = {key[slot] for key in told}
                names = {scene.parties[i].key for i in right}
                kept = [
                    i
                    for i, party in enumerate(scene.parties)
                    if i in right or party.key not in names
                ]
                rows[slot - 1].append(tables.role_rows[[parties[i] for i in kept]])
                labels[slot - 1].append([i in right for i in kept])
            given = {key[3] for key in told}
            rows[2].append(tables.goods_rows[goods.start : goods.stop])
            labels[2].append([i in given for i in range(len(scene.goods))])
    return tuple(_stacked(r, y) for r, y in zip(rows, labels, strict=True))  # type: ignore[return-value]


def claim_table(examples: Sequence[Example], *, final: bool) -> Table:
    """Which combinations are claims; those that fit a claim but were not chosen are left out."""
    rows, labels = [], []
    for example in examples:
        listed = example.kept if final else example.combinations
        if listed is None:
            continue
        table = example.rows if final and example.rows is not None else listed.rows
        right = [place[1:] in example.aligned[place[0]].chosen for place in listed.places]
        kept = [
            i
            for i, place in enumerate(listed.places)
            if right[i] or place[2:] not in example.aligned[place[0]].open
        ]
        rows.append(table[kept])
        labels.append([right[i] for i in kept])
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
        judged, tables = example.judged, example.tables
        if tables is None:
            continue
        told = groups(judged) if judged is not None else {}
        same: dict[tuple[int, str, str, int], list[tuple[Place, TransferClaim]]] = {}
        for number, gold in enumerate(example.aligned):
            parties = tables.scenes[number].parties
            for key, claim in gold.chosen.items():
                group = (number, parties[key[1]].key, parties[key[2]].key, key[3])
                same.setdefault(group, []).append(((number, *key), claim))
        places: list[Place] = []
        for group, members in same.items():
            seen = shares(told[group]) if len(members) == 1 and group in told else []
            for share, place in seen or [(1.0, place) for place, _ in members]:
                places.append(place)
                weights.append(share)
                claims.append(next((c for p, c in members if p == place), members[0][1]))
        if places:
            rows.append(tables.status_rows(places))
    return StatusTable(
        rows=np.concatenate(rows),
        stages=np.array([STAGES.index(c.stage) for c in claims]),
        negated=np.array([int(c.polarity is Polarity.NEGATED) for c in claims]),
        factualities=np.array([FACTUALITIES.index(c.factuality) for c in claims]),
        weights=np.array(weights, np.float32),
    )
