"""Features of a materiel candidate, seen from a trigger."""

from __future__ import annotations

from armstrade.claims import Category
from armstrade.reading import Trigger

from ..candidates import MaterielCandidate
from ..syntax import View

PREPOSITIONS = ("with", "mit", "of", "for", "für", "um", "in", "von", "an", "über", "on", "to",
                "zu", "by", "without", "ohne", "gegen", "against", "from", "aus")  # fmt: skip
VAGUE = (Category.UNSPECIFIED, Category.COMPONENT, Category.VEHICLE, Category.EQUIPMENT,
         Category.AMMUNITION, Category.SENSOR, Category.SHIP, Category.OTHER)  # fmt: skip

NAMES = [
    "here", "pointing", "earlier_rank", "earlier_distance",
    "generic", "definite", "typed", "civil", "dual", "incidental", "plural", "coordinated",
    *(f"category_{c.value}" for c in VAGUE),
    "counted", "count_number", "count_article", "count_vague",
    "inside_trigger", "inside_other",
    "clause_same", "clause_above", "clause_below", "clause_rel_below",
    "before", "distance", "near", "between", "nearest", "order", "many",
    "bare", *(f"prep_{p}" for p in PREPOSITIONS), "prep_other", "prep_theme",
    "after_verb", "touches_left", "touches_right", "made_somewhere",
]  # fmt: skip


def materiel_row(view: View, trigger: Trigger, candidate: MaterielCandidate) -> list[float]:
    """The features of a materiel candidate; `NAMES` says which is which."""
    phrase = candidate.phrase
    quantity = phrase.quantity if candidate.here else None
    out: list[float] = [
        candidate.here,
        candidate.pointed is not None,
        candidate.rank,
        0 if candidate.here else view.sentence.index - phrase.sentence,
        phrase.generic,
        phrase.definite,
        candidate.designation is not None,
        phrase.civil,
        phrase.dual,
        phrase.incidental,
        phrase.number == "plural",
        phrase.group >= 0,
    ]
    out += [candidate.category is c for c in VAGUE]
    kind = quantity.kind if quantity is not None else ""
    out += [quantity is not None, kind == "count", kind == "article", kind == "vague"]
    if not candidate.here:
        out += [0.0] * (len(NAMES) - len(out))
        return out
    t = trigger.word
    c = view.clause_index(trigger)
    p = phrase.clause
    same = p == c and c >= 0
    below = not same and p >= 0 and c in view.ancestors(p)
    inside = phrase.inside is not None
    distance = 0 if inside and phrase.inside == t else abs(phrase.last - t)
    low, high = min(phrase.last, t), max(phrase.first, t)
    others = [m for m in view.materiel if m is not phrase]
    between = sum(1 for m in others if low < m.first < high)
    theme = [note.strip() for note in trigger.row.note.split(";")]
    preposition = phrase.preposition
    out += [
        inside and phrase.inside == t,
        inside and phrase.inside != t,
        same,
        p >= 0 and c >= 0 and p in view.ancestors(c),
        below,
        below and view.clauses[p].kind == "rel",
        phrase.last < t,
        min(distance, 40) / 10,
        distance <= 3,
        between,
        all(abs(m.last - t) >= distance for m in others),
        min(sum(1 for m in others if m.first < phrase.first), 8),
        min(len(others), 8),
        not preposition,
    ]
    flags = [preposition == q for q in PREPOSITIONS]
    out += flags
    verb = view.first_verbs[p] if p >= 0 else -1
    out += [
        bool(preposition) and not any(flags),
        any(note.startswith(f"theme=prep:{preposition}") for note in theme) and bool(preposition),
        verb >= 0 and phrase.first > verb,
        phrase.last + 1 in trigger.words,
        phrase.first - 1 in trigger.words,
        any(
            o.modifies is not None and phrase.first <= o.modifies <= phrase.last for o in view.named
        ),
    ]
    return out
