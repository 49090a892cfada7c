"""Anchors: the words a claim may hang on, triggers or, where there is none, any verb."""

from __future__ import annotations

from dataclasses import dataclass

from armstrade.claims import Mode
from armstrade.language.grammar import all_words
from armstrade.language.words import Word
from armstrade.reading import Sentence, Trigger
from armstrade.reading.generic import GenericSentence

_PASSIVE = frozenset({"werden", "be", "get"})
_PERFECT = frozenset({"haben", "have"})
_WERDEN = frozenset({"worden", "werden", "be", "been"})
_MODALS = all_words("modals") | all_words("auxiliaries")
_HELPING = _PASSIVE | _PERFECT | {"sein", "do"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that may say a transfer.

    Attributes
    ----------
    lemma
        What it is reduced to; the anchor of a user's example need be in no table.
    stage
        As the trigger table has it, empty for a word that it has not.
    direction
        ``give`` (the subject hands over), ``get`` (the subject receives) or empty.
    form
        ``noun``, ``active``, ``passive``, ``attribute`` or ``infinitive``.
    word
        Index of the word in its sentence.
    trigger
        The trigger behind it, if any.
    """

    lemma: str
    stage: str
    direction: str
    form: str
    word: int
    mode: Mode = Mode.UNSPECIFIED
    trigger: Trigger | None = None


def anchors(sentence: Sentence) -> list[Anchor]:
    """The triggers of a sentence; the other verbs where it has none.

    In a language without a grammar: the words that the examples hang on.
    """
    if isinstance(sentence, GenericSentence):
        return [Anchor(known, "", "", "", at) for at, known in sentence.predicates]
    found = [_of_trigger(sentence, trigger) for trigger in sentence.triggers]
    if found:
        return found
    verbs = [word for word in sentence.words if word.is_verb and not _auxiliary(word)]
    return [
        Anchor(_lemma(word), "", "", _form(sentence, word), word.i)
        for word in verbs or _unknown_words(sentence)
    ]


def _unknown_words(sentence: Sentence) -> list[Word]:
    """Words that no table knows: one of them may be a verb that a user's example teaches."""
    taken = {i for thing in sentence.materiel for i in range(thing.first, thing.last + 1)}
    return [
        word
        for word in sentence.words
        if word.tag == "word" and len(word.low) > 4 and word.text.islower() and word.i not in taken
    ]


def _lemma(word: Word) -> str:
    return word.verbs[0].lemma if word.is_verb and word.verbs else word.low[:6]


def _of_trigger(sentence: Sentence, trigger: Trigger) -> Anchor:
    row = trigger.row
    word = sentence.words[trigger.word]
    form = _form(sentence, word, trigger.features) if trigger.is_verb else "noun"
    return Anchor(
        row.lemma.lower(),
        row.stage.value,
        _direction(trigger),
        form,
        trigger.word,
        row.mode,
        trigger,
    )


def _direction(trigger: Trigger) -> str:
    row = trigger.row
    if row.supplier and row.supplier[0].slot == "subject":
        return "give"
    if row.recipient and row.recipient[0].slot == "subject":
        return "get"
    return ""


def _auxiliary(word: Word) -> bool:
    return any(r.lemma in _HELPING for r in word.verbs) or word.low in _MODALS


def _form(sentence: Sentence, word: Word, features: frozenset[str] | None = None) -> str:
    """How a verb stands in its clause; helpers settle forms that could be two things."""
    if features is None:
        features = word.verbs[0].features if word.verbs else frozenset()
    if "attr" in features:
        return "attribute"
    clause = sentence.clause_of.get(word.i)
    others = [sentence.words[i] for i in clause.words if i != word.i] if clause else []
    ambiguous = "part" in features and any(w.low in _WERDEN for w in others)
    governed = word.tag in ("inf", "zu") or any(w.low in _MODALS for w in others)
    if "inf" in features and governed and not ambiguous:
        return "infinitive"
    if "part" in features:
        helpers = {reading.lemma for w in others for reading in w.verbs}
        if helpers & _PASSIVE:
            return "passive"
        if not helpers & _PERFECT and word.tag == "part":
            return "attribute"
        return "perfect" if word.tag == "part" else "active"
    return "infinitive" if word.tag in ("inf", "zu") else "active"
