"""What features ask about a sentence: clauses, subjects, voice, verbs; each computed once."""

from __future__ import annotations

from collections.abc import Iterable

from armstrade.language.clauses import Clause
from armstrade.language.lazy import lazy
from armstrade.language.words import Word
from armstrade.reading import MaterielPhrase, PartyPhrase, Sentence, Trigger

from .features.cues import bits

PRONOUNS = ("pronoun", "thither")
_AUX_PASSIVE = frozenset({"been", "be", "being", "is", "are", "was", "were", "get", "got"})


def is_anaphor(phrase: PartyPhrase) -> bool:
    """It stands for a party that other words name."""
    return phrase.key is None and (phrase.kind in PRONOUNS or phrase.kind.startswith("desc"))


class View:
    """A sentence as the features see it; what costs time is computed when asked for.

    Attributes
    ----------
    named
        Parties with a key, by position.
    anaphors
        Pronouns and descriptions, by position.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.grammar = sentence.reading.grammar
        self.german = self.grammar.language == "de"
        self.words: list[Word] = sentence.words
        self.clauses: list[Clause] = sentence.clauses
        self.clause_of = sentence.clause_of
        self.named: list[PartyPhrase] = []
        self.anaphors: list[PartyPhrase] = []
        for phrase in sentence.parties:
            if phrase.key is not None:
                self.named.append(phrase)
            elif is_anaphor(phrase):
                self.anaphors.append(phrase)
        self._subjects: dict[int, PartyPhrase | None] = {}

    @property
    def triggers(self) -> list[Trigger]:
        return self.sentence.triggers

    @property
    def materiel(self) -> list[MaterielPhrase]:
        return self.sentence.materiel

    @lazy
    def word_bits(self) -> list[int]:
        """The classes of each word; see `cues`."""
        known = bits(self.grammar.language)
        return [known.get(word.low, 0) for word in self.words]

    def bits_of(self, words: Iterable[int]) -> int:
        """The classes of any of some words."""
        each, found = self.word_bits, 0
        for i in words:
            found |= each[i]
        return found

    @lazy
    def clause_bits(self) -> list[int]:
        """The classes of the words of each clause."""
        return [self.bits_of(clause.words) for clause in self.clauses]

    @lazy
    def bits(self) -> int:
        """The classes of all words."""
        return self.bits_of(range(len(self.words)))

    @lazy
    def above(self) -> list[list[int]]:
        """For each clause, the clauses that it hangs on, innermost first."""
        found = []
        for clause in self.clauses:
            higher: list[int] = []
            parent = clause.parent
            while parent is not None and parent != clause.index and parent not in higher:
                higher.append(parent)
                parent = self.clauses[parent].parent
            found.append(higher)
        return found

    @lazy
    def named_before(self) -> list[int]:
        """For each word and the end, how many named parties begin before it."""
        begin = [0] * (len(self.words) + 1)
        for phrase in self.named:
            begin[phrase.first] += 1
        found, seen = [], 0
        for count in begin:
            found.append(seen)
            seen += count
        return found

    def named_between(self, low: int, high: int) -> int:
        """How many named parties begin behind the word `low` and before the word `high`."""
        return self.named_before[high] - self.named_before[low + 1] if high > low + 1 else 0

    @lazy
    def first_verbs(self) -> list[int]:
        """Index of the first finite verb or auxiliary of each clause, -1 without one."""
        return [self._first_verb(clause) for clause in self.clauses]

    def _first_verb(self, clause: Clause) -> int:
        best = any_verb = len(self.words)
        for i in clause.words:
            word = self.words[i]
            if word.tag in ("fin", "aux"):
                best = min(best, i)
            elif word.is_verb:
                any_verb = min(any_verb, i)
        found = best if best < len(self.words) else any_verb
        return found if found < len(self.words) else -1

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
            for phrases in (self.named, self.anaphors)
            for p in phrases
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

    def is_subject(self, place: PartyPhrase, clause: int) -> bool:
        """Whether a phrase is the subject of a clause, or coordinated with it."""
        subject = self.subject(clause)
        return subject is not None and (
            subject is place
            or (
                subject.group >= 0
                and subject.group == place.group
                and subject.clause == place.clause
            )
        )

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
