"""Which combinations of a document's scenes are its gold claims.

Gold says parties, materiel and evidence, not which verb tells a claim. Of all combinations
that fit a claim the one is taken that agrees best with its words; the others that fit are
neither right nor wrong and are left out of training.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from armstrade.claims import Polarity, Span, TransferClaim
from armstrade.corpora import GoldDocument

from ..decode import Key
from ..scene import Scene

Preference = Callable[[int, Key], float]


@dataclass(slots=True)
class SceneGold:
    """What gold says of one scene.

    Attributes
    ----------
    chosen
        (trigger, supplier, recipient, materiel) → the claim it tells.
    open
        (supplier, recipient, materiel) that fit a claim of the document.
    """

    chosen: dict[Key, TransferClaim] = field(default_factory=dict)
    open: set[tuple[int, int, int]] = field(default_factory=set)


def _overlaps(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def align(
    gold: GoldDocument, scenes: Sequence[Scene], prefer: Preference | None = None
) -> list[SceneGold]:
    """One `SceneGold` per scene.

    Parameters
    ----------
    prefer
        How well a combination (scene number, key) tells a claim, from a model trained before;
        without it the frames and stages of the triggers decide.
    """
    found = [SceneGold() for _ in scenes]
    taken: set[tuple[int, Key]] = set()
    for claim in gold.claims:
        best: tuple[float, int, Key] | None = None
        for number, scene in enumerate(scenes):
            inside = any(
                _overlaps(e, scene.view.sentence.start, scene.view.sentence.end)
                for e in claim.evidence
            )
            for s, r, m, words in _fitting(scene, claim):
                found[number].open.add((s, r, m))
                if not inside:
                    continue
                for t, trigger in enumerate(scene.triggers):
                    key = (t, s, r, m)
                    if (number, key) in taken:
                        continue
                    score = words + _stage_score(claim, trigger.row.stage, scene, t, m)
                    if prefer is not None:
                        score += 4.0 * prefer(number, key)
                    if best is None or score > best[0]:
                        best = (score, number, key)
        if best is not None:
            _, number, key = best
            taken.add((number, key))
            found[number].chosen[key] = claim
    return found


def _fitting(scene: Scene, claim: TransferClaim) -> list[tuple[int, int, int, float]]:
    """Supplier, recipient and materiel that fit a claim, and how well their words do."""
    if claim.supplier is None or claim.recipient is None:
        return []
    sup, rec = claim.supplier, claim.recipient
    suppliers = [
        (i, _words(scene, i, sup.span)) for i, p in enumerate(scene.parties) if p.key == sup.key
    ]
    recipients = [
        (i, _words(scene, i, rec.span)) for i, p in enumerate(scene.parties) if p.key == rec.key
    ]
    if not suppliers or not recipients:
        return []
    goods = [
        (
            i,
            2.0 * _overlaps(claim.materiel.span, m.phrase.start, m.phrase.end)
            + 0.5 * (m.designation == claim.materiel.designation)
            + 0.5 * m.here,
        )
        for i, m in enumerate(scene.goods)
        if m.category is claim.materiel.category
    ]
    return [(s, r, m, a + b + c) for s, a in suppliers for r, b in recipients for m, c in goods]


def _words(scene: Scene, index: int, span: Span) -> float:
    candidate = scene.parties[index]
    place = candidate.place
    if place is None:
        return 0.0
    if _overlaps(span, place.start, place.end):
        return 2.0
    return 0.7 if place is candidate.party else 0.2


def _stage_score(claim: TransferClaim, stage: object, scene: Scene, t: int, m: int) -> float:
    trigger = scene.triggers[t]
    clause = scene.view.clause_index(trigger)
    goods = scene.goods[m]
    same = goods.here and goods.phrase.clause == clause
    weak = "weak cue" in trigger.row.note
    return (
        1.5 * (stage is claim.stage)
        + 1.0 * same
        - 0.5 * weak
        + 0.3 * (claim.polarity is Polarity.AFFIRMED)
        - 0.02 * (abs(goods.phrase.last - trigger.word) if goods.here else 20)
    )
