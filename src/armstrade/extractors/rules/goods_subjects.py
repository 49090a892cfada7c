"""English: "They arrived in May.", "None has been delivered.": a pronoun that stands for goods."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.grammar import grammar
from armstrade.language.words import Word

from .event import Event
from .lemmas import lemmas
from .subjects import is_passive
from .themes import moves

_PRONOUNS = grammar("en").words("goods_subjects")
_OF_WHICH = frozenset({"them", "these", "those", "which"})
_ADVERBS = grammar("en").words("verb_group_adverbs")
_DONE = frozenset({Stage.DELIVERED, Stage.ORDERED})
_ARRIVING = lemmas("arriving")
_OPENING = frozenset({"coord", "sub", "punct"})
# What may follow a noun without belonging to it follows a verb in the same way: no object begins.
_NO_NOUNS = grammar("en").words("behind_organs")


def may_stand_for_goods(event: Event) -> bool:
    """Cheap to ask: whether the subject of the event's verb may be such a pronoun."""
    return event.language == "en" and not event.sentence.lows.isdisjoint(_PRONOUNS)


def stands_for_goods(event: Event) -> bool:
    """Whether a pronoun is the subject of what is done with goods, or of goods that move."""
    core, clause = event.core, event.clause
    if not may_stand_for_goods(event) or clause is None or event.governors:
        return False
    if not core.is_verb or core.row.stage not in _DONE or core.row.pos != "verb":
        return False
    if clause.kind not in ("main", "coord"):
        return False
    words = [event.sentence.words[i] for i in clause.words]
    while words and words[0].tag in _OPENING:
        words = words[1:]
    if len(words) < 2 or words[0].low not in _PRONOUNS:
        return False
    behind = words[1:]
    of_them = behind[0].low == "of" and len(behind) > 2 and behind[1].low in _OF_WHICH
    if of_them:
        behind = behind[2:]
    while behind and behind[0].low in _ADVERBS:
        behind = behind[1:]
    if not behind or not (behind[0].is_verb or behind[0].tag == "aux"):
        return False
    if any(w.tag == "fin" and w.i > behind[0].i and w.i < core.word for w in behind[1:]):
        return False
    if moves(core):  # "They will go a long way": people as often as goods
        return of_them or core.row.lemma in _ARRIVING or bool(event.supplier or event.recipient)
    return is_passive(event.sentence, core) and _ends(event.sentence.words[core.word + 1 :])


def _ends(behind: list[Word]) -> bool:
    """ "They were delivered in May", not "They were given a warm welcome": no object follows."""
    return (
        not behind
        or behind[0].tag in ("prep", "punct", "coord", "sub", "inf")
        or (behind[0].low in _NO_NOUNS or behind[0].low.endswith("ly") or behind[0].low == "to")
    )
