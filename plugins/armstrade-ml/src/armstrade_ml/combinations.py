"""Combinations of a trigger, a supplier, a recipient and materiel, and their features.

The scores of the parts (who supplies, who receives, what is given) are features of the whole,
beside how the parts stand to one another and what the rest of the document says of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .features import materiel, pair, party, trigger
from .scene import Scene
from .standing import NAMES as STANDING
from .tables import Floats, Place, Tables

# How many candidates of each kind are combined, and below which scores none is. Ten times as many
# combinations made no better claims in cross-validation, and cost as much time again.
PARTIES = 4
GOODS = 6
LEAST_TRIGGER = 0.1
LEAST_GOODS = 0.02
LEAST_PRODUCT = 0.01
LEAST_DRAFT = 0.02

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
    "named_too", "says_person", "says_plural", "says_we", "aside", *STANDING,
]  # fmt: skip
_GOODS = [
    "here", "pointing", "earlier_rank", "generic", "typed", "civil", "dual",
    "category_unspecified", "category_component", "counted", "inside_trigger", "inside_other",
    "clause_same", "clause_below", "before", "distance", "nearest", "many", "plural", "definite",
    "coordinated", "listed_behind", "list_distance",
    "list_between", "list_nearest",
]  # fmt: skip
_SCORES = [
    "trigger", "supplier", "recipient", "goods", "recipient_of_supplier", "supplier_of_recipient",
    "supplier_rank", "recipient_rank", "goods_rank", "parties", "all", "odds_trigger",
    "odds_supplier", "odds_recipient", "odds_goods", "odds_turned_supplier",
    "odds_turned_recipient", "odds_all",
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
_TRIGGER_COLUMNS = [trigger.NAMES.index(n) for n in _TRIGGER]
_PARTY_COLUMNS = [party.NAMES.index(n) for n in _PARTY]
_GOODS_COLUMNS = [materiel.NAMES.index(n) for n in _GOODS]


@dataclass(slots=True)
class RoleScores:
    """Probabilities of the parts of the combinations of a document, one per row of its tables.

    Attributes
    ----------
    trigger
        That a trigger tells a claim.
    supplier, recipient, goods
        That a candidate fills the slot of a trigger that does.
    """

    trigger: Floats
    supplier: Floats
    recipient: Floats
    goods: Floats


@dataclass(slots=True)
class Combinations:
    """The combinations of a document, by scene, one row of features each."""

    tables: Tables
    places: list[Place]
    rows: Floats


def odds(p: NDArray[np.floating]) -> Floats:
    """Log odds; probabilities are kept away from 0 and 1."""
    kept = np.clip(p, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(kept / (1 - kept)), dtype=np.float32)


def combine(tables: Tables, scores: RoleScores) -> Combinations:
    """The likeliest combinations of the scenes of a document."""
    told = scores.trigger.tolist()
    supplier, recipient = scores.supplier.tolist(), scores.recipient.tolist()
    given = scores.goods.tolist()
    places: list[Place] = []
    # Rows in the tables, numbers of the candidates, and ranks; see `_rows`.
    found: list[tuple[int, ...]] = []
    for k, scene in enumerate(tables.scenes):
        keys = [one.key for one in scene.parties]
        party, thing = tables.party_first[k], tables.goods_first[k]
        for t in range(len(scene.triggers)):
            row = tables.trigger_at[k] + t
            p = told[row]
            if p < LEAST_TRIGGER:
                continue
            parties, goods = tables.party_rows_of(k, t), tables.goods_rows_of(k, t)
            first, begin = parties.start, goods.start
            suppliers = _best(supplier[first : parties.stop], PARTIES)
            recipients = _best(recipient[first : parties.stop], PARTIES)
            things = _best(given[begin : goods.stop], GOODS)
            deal, bystanders = scene.triggers[t], scene.view.sentence.bystanders
            idle = _standing_at(scene, bystanders(deal))
            no_supplier = _standing_at(scene, bystanders(deal, supplier=True))
            for i, (supplies, s) in enumerate(suppliers):
                for j, (receives, r) in enumerate(recipients):
                    if keys[s] == keys[r] or s in no_supplier or r in idle:
                        continue
                    both = p * supplies * receives
                    for n, (fits, m) in enumerate(things):
                        if both * fits < LEAST_PRODUCT or fits <= LEAST_GOODS:
                            break  # the others fit less
                        places.append((k, t, s, r, m))
                        rows = (row, first + s, first + r, begin + m)
                        found.append((*rows, party + s, party + r, thing + m, i, j, n))
    if not places:
        return Combinations(tables, [], np.zeros((0, len(NAMES)), np.float32))
    return Combinations(tables, places, _rows(tables, scores, found))


def _standing_at(scene: Scene, starts: frozenset[int]) -> set[int]:
    """The candidates for parties that the sentence names at some places."""
    if not starts:
        return set()
    places = [one.place for one in scene.parties]
    return {i for i, place in enumerate(places) if place is not None and place.start in starts}


def _best(scores: list[float], most: int) -> list[tuple[float, int]]:
    """The highest scores with their indices, the earlier of equals first."""
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    return [(scores[i], i) for i in order[:most]]


def _rows(tables: Tables, scores: RoleScores, found: list[tuple[int, ...]]) -> Floats:
    t, s, r, m, one, two, thing, *ranks = np.array(found, np.intp).T
    trig, sup, rec, goods = (
        scores.trigger[t], scores.supplier[s], scores.recipient[r], scores.goods[m],
    )  # fmt: skip
    turned_s, turned_r = scores.recipient[s], scores.supplier[r]
    both = sup * rec
    log_odds = odds(np.stack([trig, sup, rec, goods, turned_s, turned_r]))
    rows: Floats = np.empty((len(found), len(NAMES)), np.float32)
    columns = (
        trig, sup, rec, goods, turned_s, turned_r, *ranks, both, both * goods * trig,
        *log_odds, log_odds[:4].sum(axis=0), *tables.pair_columns(one, two, thing),
    )  # fmt: skip
    for number, column in enumerate(columns):
        rows[:, number] = column
    at = len(columns)
    for table, picked, index in (
        (tables.triggers, _TRIGGER_COLUMNS, t),
        (tables.parties, _PARTY_COLUMNS, s),
        (tables.parties, _PARTY_COLUMNS, r),
        (tables.goods, _GOODS_COLUMNS, m),
    ):
        rows[:, at : at + len(picked)] = table.take(picked, axis=1).take(index, axis=0)
        at += len(picked)
    return rows


def likely(combinations: Combinations, draft: Floats) -> tuple[Combinations, Floats]:
    """The combinations worth a closer look, with their drafts."""
    index = np.flatnonzero(draft >= LEAST_DRAFT)
    places = [combinations.places[i] for i in index.tolist()]
    return Combinations(combinations.tables, places, combinations.rows[index]), draft[index]
