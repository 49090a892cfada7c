"""What features ask about a sentence: clauses, subjects, voice, verbs; each computed once."""

from __future__ import annotations

from functools import cached_property

from armstrade.language.clauses import Clause
from armstrade.language.words import Word
from armstrade.reading import MaterielPhrase, PartyPhrase, Sentence, Trigger

PRONOUNS = ("pronoun", "thither")
_AUX_PASSIVE = frozenset({"been", "be", "being", "is", "are", "was", "were", "get", "got"})
_RELATIVE_SUBJECTS = frozenset({"who", "which", "that"})


def is_anaphor(phrase: PartyPhrase) -> bool:
    """It stands for a party that other words name."""
    return phrase.key is None and (phrase.kind in PRONOUNS or phrase.kind.startswith("desc"))


class View:
    """A sentence as the features see it.

    Attributes
    ----------
    named
        Parties with a key, by position.
    anaphors
        Pronouns and descriptions, by position.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.words: list[Word] = sentence.words
        self.clauses: list[Clause] = sentence.clauses
        self.clause_of = sentence.clause_of
        self.triggers: list[Trigger] = sentence.triggers
        self.german = sentence.reading.grammar.language == "de"
        self.grammar = sentence.reading.grammar
        self.named = [p for p in sentence.parties if p.key is not None]
        self.anaphors = [p for p in sentence.parties if is_anaphor(p)]
        self.parties = [*self.named, *self.anaphors]
        self.materiel: list[MaterielPhrase] = sentence.materiel
        self._subjects: dict[int, PartyPhrase | None] = {}

    @cached_property
    def lows(self) -> list[frozenset[str]]:
        """The words of each clause, in lower case."""
        return [frozenset(self.words[i].low for i in c.words) for c in self.clauses]

    @cached_property
    def depths(self) -> list[int]:
        """How many clauses each clause hangs on."""
        found = []
        for clause in self.clauses:
            depth, above, seen = 0, clause.parent, {clause.index}
            while above is not None and above not in seen:
                seen.add(above)
                depth, above = depth + 1, self.clauses[above].parent
            found.append(depth)
        return found

    def ancestors(self, index: int) -> list[int]:
        """Indices of the clauses that a clause hangs on, innermost first."""
        found: list[int] = []
        above = self.clauses[index].parent if 0 <= index < len(self.clauses) else None
        while above is not None and above != index and above not in found:
            found.append(above)
            above = self.clauses[above].parent
        return found

    @cached_property
    def first_verbs(self) -> list[int]:
        """Index of the first finite verb or auxiliary of each clause, -1 without one."""
        found = []
        for clause in self.clauses:
            finite = [i for i in clause.words if self.words[i].tag in ("fin", "aux")]
            verbs = finite or [i for i in clause.words if self.words[i].is_verb]
            found.append(min(verbs, default=-1))
        return found

    def clause_index(self, trigger: Trigger) -> int:
        """Index of the clause a trigger stands in, -1 when in none."""
        clause = self.clause_of.get(trigger.word)
        return clause.index if clause is not None else -1

    def subject(self, index: int, depth: int = 0) -> PartyPhrase | None:
        """The party that most likely is the subject of a clause, inherited where it has none."""
        if index < 0 or depth > 3:
            return None
        if index not in self._subjects:
            self._subjects[index] = self._subject(index, depth)
        return self._subjects[index]

    def _subject(self, index: int, depth: int) -> PartyPhrase | None:
        clause = self.clauses[index]
        if clause.kind == "inf" and clause.parent is not None:
            return self.subject(clause.parent, depth + 1)
        pool = [
            p
            for p in self.parties
            if p.clause == index
            and not p.preposition
            and p.modifies is None
            and "nom" in p.cases
            and p.kind != "thither"
        ]
        verb = self.first_verbs[index]
        if self.german:
            marked = [p for p in pool if p.cases <= {"nom"}]
            best = (marked or pool)[:1]
        else:
            best = [p for p in pool if verb < 0 or p.last < verb][-1:]
        if best:
            return best[0]
        if clause.kind in ("coord", "gap", "main") and clause.parent is not None:
            return self.subject(clause.parent, depth + 1)
        return None

    def passive(self, trigger: Trigger) -> bool:
        """Whether a trigger's verb is in the passive, or an attribute."""
        word = self.words[trigger.word]
        if not trigger.is_verb or word.tag not in ("part", "attr"):
            return False
        clause = self.clause_of.get(trigger.word)
        if clause is None or clause.kind == "attr" or "attr" in trigger.features:
            return True
        if self.german:
            others = [self.words[i] for i in clause.words if i != trigger.word]
            lemmas = {r.lemma for w in others if w.is_verb for r in w.verbs}
            return "werden" in lemmas or ("sein" in lemmas and "haben" not in lemmas)
        return bool(_AUX_PASSIVE & {w.low for w in self.words[max(0, word.i - 4) : word.i]})
