"""Features of a trigger in its sentence: its row, its verb group, cues, the triggers around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from armstrade.claims import Mode, Stage
from armstrade.lexicon.triggers import TriggerRow
from armstrade.reading import Sentence

from ..syntax import View
from . import stage
from .cues import BIT, CUES
from .cues import NAMES as CLASSES
from .seen import Seen
from .words import NAMES as WORDS

STAGES = tuple(Stage)
SLOTS = ("subject", "object", "object2", "dative", "genitive", "adjective", "self", "prep", "")
CLAUSE_KINDS = ("main", "sub", "rel", "coord", "inf", "gap", "attr")
TAGS = ("fin", "part", "inf", "zu", "ing", "attr")
MODES = (Mode.SALE, Mode.AID, Mode.RETURN, Mode.LOAN, Mode.BARTER)
NOTES = ("symmetric", "weak cue", "agent noun", "subject=materiel", "factuality", "domestic",
         "foreign", "object=", "theme=")  # fmt: skip
_PLACES = ("same", "above", "below", "elsewhere")
_STAGE_PLACE = {s: place for place, s in enumerate(STAGES)}
_CLASS_SHIFTS = np.arange(len(CLASSES))
_CUE_SHIFTS = _CLASS_SHIFTS[-len(CUES) :]  # the cues are the last classes

FRAME = [
    "lang_de", "pos_noun", "pos_verb", "pos_mwe",
    *(f"stage_{s.value}" for s in STAGES),
    *(f"{role}_slot_{slot or 'none'}" for role in ("sup", "rec") for slot in SLOTS),
    *(f"mode_{m.value}" for m in MODES),
    *(f"note_{n.rstrip('=')}" for n in NOTES),
]  # fmt: skip
PLACE = [
    *(f"tag_{t}" for t in TAGS), "tag_other", "passive", "attr",
    *(f"clause_{k}" for k in CLAUSE_KINDS), "clause_depth", "clause_length",
    *(f"{place}_{s.value}" for place in _PLACES for s in STAGES),
    "trigger_rank", "negator_near", "verb_past", "verb_pres", "verb_part", "multiword",
    "weak_stem",
]  # fmt: skip
SENTENCE = [
    "triggers", "words", "question", "quote", "headline", "first_sentence", "named", "anaphors",
    "goods", "counted", "denial_after",
]  # fmt: skip
TABLED = [
    *FRAME, *PLACE, *stage.NAMES, *SENTENCE, "position",
    *(f"own_{c}" for c in CLASSES), *(f"above_{c}" for c in CLASSES), *(f"sent_{c}" for c in CUES),
]  # fmt: skip
NAMES = [*TABLED, *WORDS]


@lru_cache(maxsize=4096)
def _frame(row: TriggerRow) -> bytes:
    """What the trigger table says; `FRAME` says which is which."""
    out = [row.language == "de", *(row.pos == pos for pos in ("noun", "verb", "verb_mwe"))]
    out += [row.stage is s for s in STAGES]
    for roles in (row.supplier, row.recipient):
        first = roles[0].slot if roles else ""
        out += [first == slot for slot in SLOTS]
    out += [row.mode is m for m in MODES]
    out += [note in row.note for note in NOTES]
    return bytes(out)


def _sentence(view: View, following: Sentence | None) -> bytes:
    """What is the same for all triggers of a sentence; `SENTENCE` says which is which."""
    sentence, words = view.sentence, view.words
    return bytes(
        (
            min(len(view.triggers), 255),
            min(len(words), 60),
            bool(words) and words[-1].text == "?",
            view.bits & BIT["quote"] != 0,
            sentence.text.rstrip()[-1:] not in '.!?“”"»«…',
            sentence.index == 0,
            min(len({p.key for p in view.named}), 8),
            min(len(view.anaphors), 5),
            min(len(view.materiel), 8),
            any(m.quantity is not None for m in view.materiel),
            following is not None and not following.lows.isdisjoint(view.grammar.cue("denial")),
        )
    )


@cache
def _form(tag: str) -> bytes:
    return bytes([*(tag == t for t in TAGS), tag not in TAGS])


@cache
def _clause(kind: str) -> bytes:
    return bytes(kind == k for k in CLAUSE_KINDS)


def _place(view: View, seen: Seen, rank: int, others: Sequence[Seen]) -> bytes:
    """Its form, its clause and what else is told there; `PLACE` says which is which."""
    word = view.words[seen.word]
    clause = view.clauses[seen.clause] if seen.clause >= 0 else None
    around = bytearray(len(_PLACES) * len(STAGES))
    for other in others:
        if other.clause == seen.clause:
            place = 0
        elif other.clause in seen.above:
            place = 1
        elif other.clause >= 0 and seen.clause in other.above:
            place = 2
        else:
            place = 3
        around[place * len(STAGES) + _STAGE_PLACE[other.stage]] = 1
    features = word.verbs.features
    near = range(max(0, word.i - 4), min(len(view.words), word.i + 4))
    return (
        _form(word.tag)
        + bytes((seen.passive, "attr" in seen.trigger.features))
        + _clause(clause.kind if clause is not None else "")
        + bytes((len(seen.above) + 1, min(len(clause.words), 255)) if clause is not None else 2)
        + around
        + bytes(
            (
                min(rank, 255),
                view.bits_of(near) & BIT["negators"] != 0,
                "past" in features,
                "pres" in features,
                "part" in features,
                len(seen.words) > 1,
                seen.trigger.start > word.start,
            )
        )
    )


def trigger_rows(
    scenes: Sequence[tuple[View, Sentence | None, Sequence[Seen]]],
) -> NDArray[np.float32]:
    """The features of all triggers of some sentences but what their words tell; see `TABLED`.

    Parameters
    ----------
    scenes
        Sentence, the sentence after it, and its triggers.
    """
    rows: list[bytes] = []
    position: list[float] = []
    classes: list[tuple[int, int, int]] = []
    for view, following, listed in scenes:
        shared = _sentence(view, following)
        sentence = view.sentence
        far = sentence.index / max(1, len(sentence.reading.sentences))
        for rank, seen in enumerate(listed):
            others = [o for o in listed if o is not seen]
            rows.append(
                _frame(seen.row)
                + _place(view, seen, rank, others)
                + stage.stage_row(view, seen, others)
                + shared
            )
            position.append(far)
            own = view.clause_bits[seen.clause] if seen.clause >= 0 else view.bits
            classes.append((own, seen.above_bits, view.bits))
    told = np.frombuffer(b"".join(rows), np.uint8).reshape(len(rows), -1)
    masks = np.array(classes, dtype=np.int64)
    return np.hstack(
        [
            told,
            np.array(position)[:, None],
            masks[:, :1] >> _CLASS_SHIFTS & 1,
            masks[:, 1:2] >> _CLASS_SHIFTS & 1,
            masks[:, 2:] >> _CUE_SHIFTS & 1,
        ]
    ).astype(np.float32)
