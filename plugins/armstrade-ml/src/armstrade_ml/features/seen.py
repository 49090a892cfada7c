"""A trigger in its sentence: what features of triggers and of candidates both ask of it."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.lazy import lazy
from armstrade.lexicon.triggers import TriggerRow
from armstrade.reading import Trigger

from ..syntax import View
from .cues import BIT

TENSES = ("attribute", "noun", "perfect", "future", "modal", "infinitive", "progressive", "past",
          "present", "participle")  # fmt: skip


class Seen:
    """A trigger with its place in the sentence.

    Attributes
    ----------
    row
        Its line in the trigger table.
    word, words
        Index of the word that carries it, and of all its words.
    clause
        Index of its clause, -1 when in none.
    above
        Indices of the clauses that its clause hangs on, innermost first.
    """

    def __init__(self, view: View, trigger: Trigger) -> None:
        self.view = view
        self.trigger = trigger
        self.row: TriggerRow = trigger.row
        self.stage: Stage = trigger.row.stage
        self.word = trigger.word
        self.words = trigger.words
        self.is_verb = trigger.is_verb
        self.clause = view.clause_index(trigger)
        self.above = view.above[self.clause] if self.clause >= 0 else []

    @lazy
    def passive(self) -> bool:
        """Whether its verb is in the passive, or an attribute."""
        return self.view.passive(self.trigger)

    @lazy
    def above_bits(self) -> int:
        """The classes of the words in the clauses above."""
        found = 0
        for index in self.above:
            found |= self.view.clause_bits[index]
        return found

    @lazy
    def tense(self) -> str:
        """How its verb stands: one of `TENSES`."""
        if not self.is_verb:
            return "noun"
        view, features = self.view, self.trigger.features
        word = view.words[self.word]
        kind = view.clauses[self.clause].kind if self.clause >= 0 else "attr"
        if kind == "attr" or "attr" in features or word.tag == "attr":
            return "attribute"
        return self._german() if view.german else self._english()

    def _german(self) -> str:
        features, form = self.trigger.features, self.view.words[self.word].tag
        members = self.view.clauses[self.clause].words
        near = self.view.bits_of(i for i in members if i != self.word)
        modal = near & (BIT["modal"] | BIT["wants_to"])
        if form == "inf" or (form not in ("part", "fin") and "inf" in features):
            if modal:
                return "modal"
            return "future" if near & BIT["werden"] else "infinitive"
        if form == "zu":
            return "infinitive"
        if form == "part":
            if near & (BIT["perfect"] | BIT["is"]):
                return "perfect"
            if modal:
                return "modal"
            return "present" if near & BIT["werden"] else "participle"
        return "past" if "past" in features and "pres" not in features else "present"

    def _english(self) -> str:
        features, words = self.trigger.features, self.view.words
        form = words[self.word].tag
        if form == "ing":
            return "progressive"
        members = self.view.clauses[self.clause].words
        left = [i for i in range(max(0, self.word - 5), self.word) if i in members]
        near = self.view.bits_of(left)
        if near & BIT["will"]:
            return "future"
        if near & BIT["modal"]:
            return "modal"
        if near & BIT["perfect"]:
            return "perfect"
        if form in ("inf", "zu") or (left and words[left[-1]].low == "to"):
            return "infinitive"
        if form == "part":
            return "perfect" if near & BIT["was"] else "participle"
        return "past" if "past" in features else "present"
