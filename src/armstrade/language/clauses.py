"""Clauses: what the splitters of all languages return."""

from __future__ import annotations

from dataclasses import dataclass, field

from .words import Word


@dataclass(slots=True)
class Clause:
    """A clause of a sentence; its words need not be adjacent.

    Attributes
    ----------
    kind
        ``main``, ``sub`` (with a conjunction), ``rel``, ``inf``, ``coord`` (shares its subject
        with the clause before), ``gap`` (verbless, shares the verb too).
    words
        Indices into the sentence's words, rising.
    opener
        Index of the conjunction or relative pronoun.
    parent
        Index of the clause it hangs on.
    antecedent
        For ``rel``: index of the last word before it.
    """

    index: int
    kind: str
    words: list[int] = field(default_factory=list)
    opener: int | None = None
    parent: int | None = None
    antecedent: int | None = None

    def verbs(self, sentence: list[Word]) -> list[Word]:
        return [sentence[i] for i in self.words if sentence[i].is_verb]
