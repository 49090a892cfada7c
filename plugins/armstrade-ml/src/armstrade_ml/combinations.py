"""Combinations of a trigger, a supplier, a recipient and materiel, and their features.

The scores of the parts (who supplies, who receives, what is given) are features of the whole,
beside how the parts stand to one another and what the rest of the document says of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from armstrade.claims import Category

from .features import materiel, pair, party, trigger
from .scene import Scene

Floats = NDArray[np.float32]
Key = tuple[int, int, int, int]
"""Indices of trigger, supplier, recipient and materiel in their scene."""

# How many candidates of each kind are combined, and below which scores none is. On newsroom dev
# this loses 3 in 100 of the right combinations and leaves 45 of 330 to be looked at closely.
PARTIES = 4
GOODS = 6
LEAST_TRIGGER = 0.02
LEAST_GOODS = 0.02
LEAST_PRODUCT = 0.001
LEAST_DRAFT = 0.005

_TRIGGER = [
    name
    for name in trigger.NAMES
    if name.startswith(
        ("inner_", "outer_", "tense_", "note_weak", "note_agent", "pos_noun", "governed", "lang",
         "headline", "position", "sent_negators", "above_speech", "own_speech", "clause_depth",
         "named", "anaphors", "goods", "triggers", "words")
    )
]  # fmt: skip
_PARTY = [
    "named", "silent", "pronoun", "description", "fits_supplier", "fits_recipient", "subject",
    "subject_above", "clause_same", "clause_above", "before", "distance", "of_trigger", "of_goods",
    "thither", "thence", "prep_to", "prep_from", "prep_in", "prep_by", "prep_with", "bare", "nom",
    "dat", "genitive",
    "kind_adjective", "kind_company", "kind_leader", "entity_count", "entity_distance",
    "entity_rank", "entity_lead", "agentive", "speaker", "coordinated", "antecedent_here",
    "antecedent_distance", "antecedent_rank", "antecedent_subject", "antecedent_bare", "parallel",
    "named_too", "says_person", "says_plural",
]  # fmt: skip
_GOODS = [
    "here", "pointing", "earlier_rank", "generic", "typed", "civil", "dual",
    "category_unspecified", "category_component", "counted", "inside_trigger", "inside_other",
    "clause_same", "clause_below", "before", "distance", "nearest", "many", "plural", "definite",
]  # fmt: skip
_SCORES = [
    "trigger", "supplier", "recipient", "goods", "recipient_of_supplier", "supplier_of_recipient",
    "supplier_rank", "recipient_rank", "goods_rank", "best_supplier", "best_recipient",
    "best_goods", "parties", "all", "odds_trigger", "odds_supplier", "odds_recipient",
    "odds_goods", "odds_turned_supplier", "odds_turned_recipient", "odds_all",
]  # fmt: skip
NAMES = [
    *(f"score_{n}" for n in _SCORES),
    *(f"parties_{n}" for n in pair.PARTIES),
    *(f"supplier_goods_{n}" for n in pair.GOODS),
    *(f"recipient_goods_{n}" for n in pair.GOODS),
    *(f"trigger_{n}" for n in _TRIGGER),
    *(f"supplier_{n}" for n in _PARTY),
    *(f"recipient_{n}" for n in _PARTY),
    *(f"goods_{n}" for n in _GOODS),
]
DOCUMENT_NAMES = [
    "pair_before", "pair_elsewhere", "gave_before", "gave_elsewhere", "got_before",
    "got_elsewhere", "recipient_supplied_before", "supplier_received_before",
    "claim_elsewhere", "draft", "draft_rank", "draft_best", "odds_draft", "odds_draft_best",
]  # fmt: skip
_TRIGGER_COLUMNS = [trigger.NAMES.index(n) for n in _TRIGGER]
_PARTY_COLUMNS = [party.NAMES.index(n) for n in _PARTY]
_GOODS_COLUMNS = [materiel.NAMES.index(n) for n in _GOODS]


@dataclass(slots=True)
class RoleScores:
    """Probabilities of the parts of one scene.

    Attributes
    ----------
    trigger
        That a trigger tells a claim, one per trigger.
    supplier, recipient, goods
        That a candidate fills the slot of a trigger that does: triggers × candidates.
    """

    trigger: Floats
    supplier: Floats
    recipient: Floats
    goods: Floats


@dataclass(slots=True)
class Combinations:
    """The combinations of one scene, one row of features each."""

    scene: Scene
    keys: list[Key]
    rows: Floats


def odds(p: NDArray[np.floating]) -> Floats:
    """Log odds; probabilities are kept away from 0 and 1."""
    kept = np.clip(p, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(kept / (1 - kept)), dtype=np.float32)


def combine(scene: Scene, scores: RoleScores) -> Combinations:
    """The likeliest combinations of a scene."""
    found = []
    for t in np.flatnonzero(scores.trigger >= LEAST_TRIGGER).tolist():
        sup, rec, given = scores.supplier[t], scores.recipient[t], scores.goods[t]
        suppliers = np.argsort(-sup, kind="stable")[:PARTIES]
        recipients = np.argsort(-rec, kind="stable")[:PARTIES]
        goods = np.argsort(-given, kind="stable")[:GOODS]
        goods = goods[given[goods] > LEAST_GOODS]
        product = scores.trigger[t] * np.einsum(
            "i,j,k->ijk", sup[suppliers], rec[recipients], given[goods]
        )
        i, j, k = np.nonzero(product >= LEAST_PRODUCT)
        if len(i):
            s, r, m = suppliers[i], recipients[j], goods[k]
            other = scene.party_numbers[s] != scene.party_numbers[r]
            columns = (np.full(len(i), t), s, r, m, i, j, k)
            found.append(np.stack(columns, axis=1)[other])
    table = np.concatenate(found) if found else np.zeros((0, 7), np.intp)
    if not len(table):
        return Combinations(scene, [], np.zeros((0, len(NAMES)), np.float32))
    keys: list[Key] = [tuple(key) for key in table[:, :4].tolist()]
    return Combinations(scene, keys, _rows(scene, scores, table))


def _rows(scene: Scene, scores: RoleScores, table: NDArray[np.intp]) -> Floats:
    t, s, r, m = table[:, :4].T
    trig, sup, rec, goods = (
        scores.trigger[t], scores.supplier[t, s], scores.recipient[t, r], scores.goods[t, m],
    )  # fmt: skip
    turned_s, turned_r = scores.recipient[t, s], scores.supplier[t, r]
    log_odds = odds(np.stack([trig, sup, rec, goods, turned_s, turned_r]))
    values = np.stack(
        [
            trig, sup, rec, goods, turned_s, turned_r, *table[:, 4:].T,
            scores.supplier.max(axis=1)[t], scores.recipient.max(axis=1)[t],
            scores.goods.max(axis=1)[t], sup * rec, sup * rec * goods * trig,
            *log_odds, log_odds[:4].sum(axis=0),
        ],
        axis=1,
    ).astype(np.float32)  # fmt: skip
    return np.hstack(
        [
            values,
            _paired(s, r, scene.pair_row),
            _paired(s, m, scene.ownership_row),
            _paired(r, m, scene.ownership_row),
            scene.trigger_rows[:, _TRIGGER_COLUMNS][t],
            _gather(scene.party_rows, t, s, _PARTY_COLUMNS),
            _gather(scene.party_rows, t, r, _PARTY_COLUMNS),
            _gather(scene.goods_rows, t, m, _GOODS_COLUMNS),
        ]
    )


def _paired(
    one: NDArray[np.intp], two: NDArray[np.intp], row: Callable[[int, int], list[float]]
) -> Floats:
    """One row per pair; each pair is looked at once."""
    packed, index = np.unique(one * 1000 + two, return_inverse=True)
    rows = [row(*divmod(pair, 1000)) for pair in packed.tolist()]
    return np.asarray(rows, dtype=np.float32)[index]


def _gather(
    rows: Callable[[int], Floats], t: NDArray[np.intp], i: NDArray[np.intp], columns: list[int]
) -> Floats:
    """Columns of the rows of candidates, each seen from its trigger; `t` rises."""
    triggers, starts = np.unique(t, return_index=True)
    parts = np.split(i, starts[1:])
    return np.concatenate(
        [rows(k)[:, columns][part] for k, part in zip(triggers.tolist(), parts, strict=True)]
    )


def likely(
    combinations: Sequence[Combinations], drafts: Sequence[Floats]
) -> tuple[list[Combinations], list[Floats]]:
    """The combinations worth a closer look, with their drafts."""
    kept, left = [], []
    for one, draft in zip(combinations, drafts, strict=True):
        index = np.flatnonzero(draft >= LEAST_DRAFT)
        keys = [one.keys[i] for i in index.tolist()]
        kept.append(Combinations(one.scene, keys, one.rows[index]))
        left.append(draft[index])
    return kept, left


def document_rows(
    combinations: Sequence[Combinations], drafts: Sequence[NDArray[np.floating]]
) -> list[Floats]:
    """The rows of each scene with what the other scenes of the document say added."""
    said = [_said(one, draft) for one, draft in zip(combinations, drafts, strict=True)]
    found = []
    for k, (one, draft) in enumerate(zip(combinations, drafts, strict=True)):
        before, elsewhere = _most(said[:k]), _most([*said[:k], *said[k + 1 :]])
        if not one.keys:
            found.append(np.zeros((0, len(NAMES) + len(DOCUMENT_NAMES)), np.float32))
            continue
        rank = np.argsort(np.argsort(-draft, kind="stable"), kind="stable")
        best = float(draft.max())
        known: dict[tuple[str, str, Category], list[float]] = {}
        extra = []
        for i, (_, s, r, m) in enumerate(one.keys):
            key = _key(one.scene, s, r, m)
            if key not in known:
                sup, rec, category = key
                known[key] = [
                    before.get((sup, rec), 0.0), elsewhere.get((sup, rec), 0.0),
                    before.get(("gives", sup), 0.0), elsewhere.get(("gives", sup), 0.0),
                    before.get(("gets", rec), 0.0), elsewhere.get(("gets", rec), 0.0),
                    before.get(("gives", rec), 0.0), before.get(("gets", sup), 0.0),
                    elsewhere.get((sup, rec, category.value), 0.0),
                ]  # fmt: skip
            p = float(draft[i])
            extra.append([*known[key], p, min(int(rank[i]), 10), best])
        table = np.asarray(extra, dtype=np.float32)
        found.append(
            np.hstack([one.rows, table, odds(table[:, [9, 11]])]).astype(np.float32, copy=False)
        )
    return found


def _key(scene: Scene, s: int, r: int, m: int) -> tuple[str, str, Category]:
    return scene.parties[s].key, scene.parties[r].key, scene.goods[m].category


def _said(one: Combinations, draft: NDArray[np.floating]) -> dict[tuple[str, ...], float]:
    """How surely a scene says something of parties, pairs of them, and whole claims."""
    found: dict[tuple[str, ...], float] = {}
    for (_, s, r, m), p in zip(one.keys, draft.tolist(), strict=True):
        sup, rec, category = _key(one.scene, s, r, m)
        for what in ((sup, rec), ("gives", sup), ("gets", rec), (sup, rec, category.value)):
            if p > found.get(what, 0.0):
                found[what] = p
    return found


def _most(said: Sequence[dict[tuple[str, ...], float]]) -> dict[tuple[str, ...], float]:
    found: dict[tuple[str, ...], float] = {}
    for one in said:
        for what, p in one.items():
            if p > found.get(what, 0.0):
                found[what] = p
    return found
