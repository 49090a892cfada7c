"""Features of a materiel candidate: for itself, and seen from a trigger."""

from __future__ import annotations

from functools import cache

from armstrade.claims import Category
from armstrade.lexicon.triggers import TriggerRow
from armstrade.reading import MaterielPhrase

from ..candidates import MaterielCandidate
from ..syntax import View
from .seen import Seen

PREPOSITIONS = ("with", "mit", "of", "for", "für", "um", "in", "von", "an", "über", "on", "to",
                "zu", "by", "without", "ohne", "gegen", "against", "from", "aus")  # fmt: skip
VAGUE = (Category.UNSPECIFIED, Category.COMPONENT, Category.VEHICLE, Category.EQUIPMENT,
         Category.AMMUNITION, Category.SENSOR, Category.SHIP, Category.OTHER)  # fmt: skip

CANDIDATE = [
    "here", "pointing", "earlier_rank", "earlier_distance",
    "generic", "definite", "typed", "civil", "dual", "incidental", "plural", "coordinated",
    *(f"category_{c.value}" for c in VAGUE),
    "counted", "count_number", "count_article", "count_vague",
]  # fmt: skip
PLACE = [
    "order", "many", "bare", *(f"prep_{p}" for p in PREPOSITIONS), "prep_other",
    "after_verb", "made_somewhere",
]  # fmt: skip
SEEN = [
    "inside_trigger", "inside_other", "clause_same", "clause_above", "clause_below",
    "clause_rel_below", "before", "distance", "near", "between", "nearest", "prep_theme",
    "touches_left", "touches_right", "listed_behind", "list_distance", "list_between",
    "list_nearest", "list_prep_theme",
]  # fmt: skip
NAMES = [*CANDIDATE, *PLACE, *SEEN]
NOT_THERE = bytes(len(SEEN))
"""The features of `SEEN` of materiel that the sentence does not speak of."""
_NOWHERE = bytes(len(PLACE))


@cache
def _preposition(preposition: str) -> bytes:
    flags = [preposition == q for q in PREPOSITIONS]
    return bytes([not preposition, *flags, bool(preposition) and not any(flags)])


@cache
def _category(category: Category) -> bytes:
    return bytes(category is c for c in VAGUE)


@cache
def _theme(row: TriggerRow, preposition: str) -> bool:
    """Whether a trigger's frame has what is given behind a preposition."""
    notes = (note.strip() for note in row.note.split(";"))
    return bool(preposition) and any(n.startswith(f"theme=prep:{preposition}") for n in notes)


def candidate_row(view: View, candidate: MaterielCandidate) -> bytes:
    """The features of a materiel candidate for itself: those of `CANDIDATE` and `PLACE`."""
    phrase, here = candidate.phrase, candidate.here
    quantity = phrase.quantity if here else None
    kind = quantity.kind if quantity is not None else ""
    itself = (
        here,
        candidate.pointed is not None,
        candidate.rank,
        0 if here else view.sentence.index - phrase.sentence,
        phrase.generic,
        phrase.definite,
        candidate.designation is not None,
        phrase.civil,
        phrase.dual,
        phrase.incidental,
        phrase.number == "plural",
        phrase.group >= 0,
    )
    counted = (quantity is not None, kind == "count", kind == "article", kind == "vague")
    place = _place(view, phrase) if here else _NOWHERE
    return bytes(itself) + _category(candidate.category) + bytes(counted) + place


def _place(view: View, phrase: MaterielPhrase) -> bytes:
    p, first, last = phrase.clause, phrase.first, phrase.last
    verb = view.first_verbs[p] if p >= 0 else -1
    others = [m for m in view.materiel if m is not phrase]
    before = min(sum(1 for m in others if m.first < first), 8)
    made = any(o.modifies is not None and first <= o.modifies <= last for o in view.named)
    return (
        bytes((before, min(len(others), 8)))
        + _preposition(phrase.preposition)
        + bytes((verb >= 0 and first > verb, made))
    )


def seen_row(view: View, seen: Seen, phrase: MaterielPhrase) -> bytes:
    """The features of a phrase seen from a trigger; `SEEN` says which is which."""
    t, c, p = seen.word, seen.clause, phrase.clause
    same = p == c and c >= 0
    below = not same and p >= 0 and c in view.above[p]
    inside = phrase.inside is not None
    distance = 0 if inside and phrase.inside == t else abs(phrase.last - t)
    low, high = min(phrase.last, t), max(phrase.first, t)
    others = [m for m in view.materiel if m is not phrase]
    # A list is as near as the nearest of it.
    listed = [m for m in others if 0 <= m.group == phrase.group]
    nearest = min([phrase, *listed], key=lambda m: abs(m.last - t))
    near, far = min(nearest.last, t), max(nearest.first, t)
    rivals = [m for m in others if m not in listed] if listed else others
    list_distance = min(abs(nearest.last - t), distance)
    return bytes(
        (
            inside and phrase.inside == t,
            inside and phrase.inside != t,
            same,
            p >= 0 and p in seen.above,
            below,
            below and view.clauses[p].kind == "rel",
            phrase.last < t,
            min(distance, 40),
            distance <= 3,
            min(sum(1 for m in others if low < m.first < high), 255),
            all(abs(m.last - t) >= distance for m in others),
            _theme(seen.row, phrase.preposition),
            phrase.last + 1 in seen.words,
            phrase.first - 1 in seen.words,
            nearest.first < phrase.first,
            min(list_distance, 40),
            min(sum(1 for m in rivals if near < m.first < far), 255),
            all(abs(m.last - t) >= list_distance for m in rivals),
            any(_theme(seen.row, m.preposition) for m in (phrase, *listed)),
        )
    )
