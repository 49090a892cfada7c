"""What the rest of a document says of the parties of a combination, as features."""

from __future__ import annotations

from itertools import groupby

import numpy as np

from armstrade.claims import Category

from .combinations import NAMES, Combinations, odds
from .tables import Floats

DOCUMENT_NAMES = [
    "pair_before", "pair_elsewhere", "gave_before", "gave_elsewhere", "got_before",
    "got_elsewhere", "recipient_supplied_before", "supplier_received_before",
    "claim_elsewhere", "listed_draft", "draft", "draft_rank", "draft_best",
    "odds_draft", "odds_draft_best",
]  # fmt: skip
_ODDS = [DOCUMENT_NAMES.index("draft"), DOCUMENT_NAMES.index("draft_best")]

_GIVES, _GETS = -1, -2
What = tuple[int, ...]
"""Numbers of two parties, of a party that gives or gets, or of two parties and a category."""
_CATEGORY = {category: number for number, category in enumerate(Category)}


def document_rows(combinations: Combinations, draft: Floats) -> Floats:
    """The rows with what the other scenes of the document say added."""
    places = combinations.places
    width = len(NAMES)
    rows: Floats = np.empty((len(places), width + len(DOCUMENT_NAMES)), np.float32)
    if not places:
        return rows
    keys = _keys(combinations)
    drafts = draft.tolist()
    told: list[tuple[int, list[int]]] = [
        (k, list(members)) for k, members in groupby(range(len(places)), lambda i: places[i][0])
    ]
    said = [_said(keys, drafts, members) for _, members in told]
    elsewhere = _Elsewhere()
    for (k, _), one in zip(told, said, strict=True):
        elsewhere.add(k, one)
    extra: list[tuple[float, ...]] = []
    before: dict[What, float] = {}
    for (k, members), one in zip(told, said, strict=True):
        known: dict[What, tuple[float, ...]] = {}
        ranked = sorted(members, key=drafts.__getitem__, reverse=True)
        rank = {i: place for place, i in enumerate(ranked)}
        best = drafts[ranked[0]]
        listed = _listed(combinations, drafts, members)
        for i in members:
            key = keys[i]
            if key not in known:
                known[key] = _of_document(key, k, before, elsewhere)
            extra.append((*known[key], listed[i], drafts[i], min(rank[i], 10), best))
        _raise(before, one)
    table = np.array(extra, dtype=np.float32)
    rows[:, :width] = combinations.rows
    rows[:, width : width + table.shape[1]] = table
    rows[:, width + table.shape[1] :] = odds(table[:, _ODDS])
    return rows


def _keys(combinations: Combinations) -> list[What]:
    """Supplier, recipient and category of each combination, as numbers."""
    numbers: dict[str, int] = {}
    parties: list[list[int]] = []
    goods: list[list[int]] = []
    for scene in combinations.tables.scenes:
        parties.append([numbers.setdefault(one.key, len(numbers)) for one in scene.parties])
        goods.append([_CATEGORY[one.category] for one in scene.goods])
    return [(parties[k][s], parties[k][r], goods[k][m]) for k, _, s, r, m in combinations.places]


def _of_document(
    key: What, k: int, before: dict[What, float], elsewhere: _Elsewhere
) -> tuple[float, ...]:
    """What other scenes than the one numbered `k` say; the first of `DOCUMENT_NAMES`."""
    sup, rec, _ = key
    return (
        before.get((sup, rec), 0.0), elsewhere.but(k, (sup, rec)),
        before.get((_GIVES, sup), 0.0), elsewhere.but(k, (_GIVES, sup)),
        before.get((_GETS, rec), 0.0), elsewhere.but(k, (_GETS, rec)),
        before.get((_GIVES, rec), 0.0), before.get((_GETS, sup), 0.0),
        elsewhere.but(k, key),
    )  # fmt: skip


def _listed(
    combinations: Combinations, drafts: list[float], members: list[int]
) -> dict[int, float]:
    """For each combination the best draft with other goods of the same list in its stead."""
    best: dict[tuple[int, ...], list[tuple[float, int]]] = {}
    where: dict[int, tuple[int, ...]] = {}
    for i in members:
        k, t, s, r, m = combinations.places[i]
        thing = combinations.tables.scenes[k].goods[m]
        if thing.here and thing.phrase.group >= 0:
            where[i] = (t, s, r, thing.phrase.group)
            best.setdefault(where[i], []).append((drafts[i], thing.phrase.start))
    found = dict.fromkeys(members, 0.0)
    for i, what in where.items():
        k, *_, m = combinations.places[i]
        start = combinations.tables.scenes[k].goods[m].phrase.start
        found[i] = max((p for p, other in best[what] if other != start), default=0.0)
    return found


class _Elsewhere:
    """How surely anything is said in another scene than a given one."""

    def __init__(self) -> None:
        # The highest score, the scene that gives it, and the highest of the other scenes.
        self._best: dict[What, tuple[float, int, float]] = {}

    def add(self, k: int, said: dict[What, float]) -> None:
        """Add what a scene says."""
        for what, p in said.items():
            best = self._best.get(what)
            if best is None:
                self._best[what] = (p, k, 0.0)
            elif p > best[0]:
                self._best[what] = (p, k, best[0])
            elif p > best[2]:
                self._best[what] = (best[0], best[1], p)

    def but(self, k: int, what: What) -> float:
        """The highest score in the scenes other than `k`."""
        best, scene, second = self._best.get(what, (0.0, -1, 0.0))
        return second if scene == k else best


def _said(keys: list[What], drafts: list[float], members: list[int]) -> dict[What, float]:
    """How surely a scene says something of parties, pairs of them, and whole claims."""
    found: dict[What, float] = {}
    for i in members:
        if drafts[i] > found.get(keys[i], 0.0):
            found[keys[i]] = drafts[i]
    for (sup, rec, _), p in list(found.items()):
        for what in ((sup, rec), (_GIVES, sup), (_GETS, rec)):
            if p > found.get(what, 0.0):
                found[what] = p
    return found


def _raise(before: dict[What, float], said: dict[What, float]) -> None:
    for what, p in said.items():
        if p > before.get(what, 0.0):
            before[what] = p
