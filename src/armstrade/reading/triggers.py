"""Finds the triggers of a sentence: verbs, nouns and phrases that say a transfer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from armstrade.claims import Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import Grammar, all_words, grammar
from armstrade.language.words import Readings, VerbReading, Word
from armstrade.lexicon.triggers import TriggerRow

_ARTICLES = all_words("light_words")
_POSSESSIVES = grammar("en").words("possessives")
_OF_GOODS = frozenset({"sale", "release"})
_GERMAN_ENDINGS = ("", "s", "es", "e", "n", "en", "nen", "se", "sen")


@dataclass(slots=True)
class Trigger:
    """A trigger in a sentence.

    Attributes
    ----------
    row
        Its line in the trigger table.
    word
        Index of the word that carries it: the verb, or the noun.
    words
        Indices of all its words.
    features
        Verb form features; empty for nouns.
    """

    row: TriggerRow
    word: int
    words: tuple[int, ...]
    features: frozenset[str]
    start: int
    end: int

    @property
    def is_verb(self) -> bool:
        return self.row.pos != "noun"

    @property
    def is_owned(self) -> bool:
        """A noun whose owner plays one role for sure: "its purchase", but not "its contract".

        "Its delivery" and "their sale" may be that of the goods.
        """
        if self.row.stage is Stage.DELIVERED or self.row.lemma in _OF_GOODS:
            return False
        sides = [
            any(role.slot == "genitive" for role in roles)
            for roles in (self.row.supplier, self.row.recipient)
        ]
        return not self.is_verb and sides[0] != sides[1] and "symmetric" not in self.row.note


class TriggerIndex:
    """The triggers of one language, by word form."""

    def __init__(self, rows: Iterable[TriggerRow], grammar: Grammar) -> None:
        self.grammar = grammar
        self.rows = [row for row in rows if row.language == grammar.language]

    @cached_property
    def verb_rows(self) -> dict[tuple[str, str], list[TriggerRow]]:
        """(lemma, particle) → rows of one-word verbs and phrasal verbs."""
        table: dict[tuple[str, str], list[TriggerRow]] = {}
        for row in self.rows:
            if row.pos == "verb":
                lemma = row.lemma if self.grammar.language == "de" else row.lemma.split()[0]
                particle = row.particle
                if self.grammar.language == "en" and not particle and " " in row.lemma:
                    particle = row.lemma.split()[1]
                table.setdefault((lemma, particle), []).append(row)
        return table

    @cached_property
    def _of_lemma(self) -> dict[str, list[tuple[str, TriggerRow]]]:
        """Lemma → particle and row of each of its `verb_rows`, by particle."""
        table: dict[str, list[tuple[str, TriggerRow]]] = {}
        for (lemma, particle), rows in sorted(self.verb_rows.items(), key=lambda item: item[0]):
            table.setdefault(lemma, []).extend((particle, row) for row in rows)
        return table

    @cached_property
    def verbs(self) -> dict[str, Readings]:
        """Every verb form worth knowing, trigger or not."""
        table = {form: list(readings) for form, readings in self.grammar.common_verbs.items()}
        for lemma, particle in self.verb_rows:
            self.grammar.add_verb(table, lemma, particle if self.grammar.language == "de" else "")
        for row in self.rows:
            if row.pos == "verb_mwe":
                lemma = row.lemma.split()[-1 if self.grammar.language == "de" else 0]
                known = any(r.lemma == lemma for readings in table.values() for r in readings)
                if row.particle or (not known and lemma.isalpha() and lemma.islower()):
                    self.grammar.add_verb(table, lemma, row.particle)
        return {form: Readings(readings) for form, readings in table.items()}

    @cached_property
    def nouns(self) -> dict[str, TriggerRow]:
        """Inflected form of a one-word noun → row."""
        table: dict[str, TriggerRow] = {}
        for row in self.rows:
            if row.pos == "noun" and " " not in row.lemma:
                for form in self._noun_forms(row.lemma.lower()):
                    table.setdefault(form, row)
        return table

    @cached_property
    def noun_phrases(self) -> dict[str, list[tuple[tuple[str, ...], TriggerRow]]]:
        """First word → (all words, row) of nouns of several words."""
        table: dict[str, list[tuple[tuple[str, ...], TriggerRow]]] = {}
        for row in self.rows:
            if row.pos == "noun" and " " in row.lemma:
                *head, last = row.lemma.lower().split()
                for form in self._noun_forms(last):
                    words = (*head, form)
                    table.setdefault(words[0], []).append((words, row))
        return table

    @cached_property
    def phrases(self) -> dict[str, list[tuple[tuple[str, ...], TriggerRow]]]:
        """Verb lemma → (the other content words, row) of light verbs and idioms."""
        table: dict[str, list[tuple[tuple[str, ...], TriggerRow]]] = {}
        for row in self.rows:
            if row.pos != "verb_mwe":
                continue
            lemma = row.lemma.lower().split()
            # "sich leihen": what is light elsewhere, too, where there is nothing else
            words = [w for w in lemma if w not in _ARTICLES] if len(lemma) > 2 else lemma
            if self.grammar.language == "de":
                verb, rest = words[-1], words[:-1]
            else:
                verb, rest = words[0], words[1:]
            table.setdefault(verb, []).append((tuple(rest), row))
        return table

    def _noun_forms(self, lemma: str) -> set[str]:
        if self.grammar.language == "en":
            if lemma.endswith("s"):
                return {lemma}
            if lemma.endswith("y") and lemma[-2] not in "aeiou":
                return {lemma, lemma[:-1] + "ies"}
            return {lemma, lemma + ("es" if lemma.endswith(("x", "ch", "sh")) else "s")}
        stems = {lemma, lemma.replace("ß", "ss")}
        forms = {stem + ending for stem in stems for ending in _GERMAN_ENDINGS}
        for stem, plural in self.grammar.plurals.items():
            if lemma.endswith(stem):
                forms |= {
                    lemma.removesuffix(stem) + plural,
                    lemma.removesuffix(stem) + plural + "n",
                }
        return forms

    @cached_property
    def _heads(self) -> dict[str, TriggerRow]:
        """Noun forms of at least four letters: right ends of German compounds."""
        return {form: row for form, row in self.nouns.items() if len(form) >= 4}

    def compound(self, low: str) -> tuple[int, TriggerRow] | None:
        """Where the trigger noun begins at the right end of a German compound."""
        for begin in range(2, len(low) - 3):
            row = self._heads.get(low[begin:])
            if row is not None and (begin >= 3 or low[begin - 1] == "-"):
                return begin, row
        return None

    # -- screening ----------------------------------------------------------------------

    def may_find(self, lows: frozenset[str]) -> bool:
        """Whether `find` may find a trigger among words; errs on the side of yes."""
        for low in lows - self._idle:
            partners = self.partners(low)
            if partners is not None and (not partners or not partners.isdisjoint(lows)):
                return True
        return False

    def partners(self, low: str) -> frozenset[str] | None:
        """The words of which one must stand beside `low` if it is to carry a trigger.

        Empty when it needs none, ``None`` when it carries no trigger in any company.
        """
        try:
            return self._partners[low]
        except KeyError:
            if len(self._partners) >= _REMEMBERED:
                self._partners.clear()
                self._idle.clear()
            found = self._partners[low] = self._find_partners(low)
            if found is None:
                self._idle.add(low)
            return found

    @cached_property
    def _partners(self) -> dict[str, frozenset[str] | None]:
        return {}

    @cached_property
    def _idle(self) -> set[str]:
        """The words met so far that carry no trigger: most words of most texts."""
        return set()

    def _find_partners(self, low: str) -> frozenset[str] | None:
        german = self.grammar.language == "de"
        if low in self.nouns or low in self.noun_phrases:
            return frozenset()
        if german and len(low) > 7 and self.compound(low):
            return frozenset()
        found: list[frozenset[str]] = []
        for form in (low.replace("’", "'"), *_participles(low, german=german)):
            for reading in self.verbs.get(form, ()):
                found.extend(self._verb_partners(low, reading))
        if "-" in low:
            last = self._find_partners(low.rpartition("-")[2])
            if last is not None:
                return frozenset()
        if not found:
            return None
        return frozenset() if not all(found) else frozenset().union(*found)

    def _verb_partners(self, low: str, reading: VerbReading) -> Iterator[frozenset[str]]:
        """For each trigger of a verb, the words of which one must stand beside it."""
        german = self.grammar.language == "de"
        for particle, _ in self._of_lemma.get(reading.lemma, ()):
            if german and particle != reading.particle:
                continue
            # A German particle may be written on to its verb ("auslieferte").
            whole = german and ("split" not in reading.features or low.startswith(particle))
            yield frozenset() if whole or not particle else frozenset({particle})
        for rest, _ in self.phrases.get(reading.lemma, ()):
            yield _forms(max(rest, key=len)) if rest else frozenset()

    @cached_property
    def goodsless(self) -> TriggerIndex:
        """The triggers that can do without goods beside them: nouns and verbs that end a deal."""
        ending = (Stage.REFUSED, Stage.CANCELLED)
        rows = [row for row in self.rows if row.pos != "verb" or row.stage in ending]
        return TriggerIndex(rows, self.grammar)

    # -- matching -----------------------------------------------------------------------

    def find(self, words: list[Word], clause_of: Mapping[int, Clause]) -> list[Trigger]:
        """All triggers of a tagged sentence, by position."""
        found: list[Trigger] = []
        idle = self._idle
        for word in words:
            if word.low in idle or self.partners(word.low) is None:
                continue
            if word.is_verb and word.verbs:
                found.extend(self._verb(words, word, clause_of.get(word.i)))
            elif word.tag in ("noun", "word", "verb?", "ing"):
                trigger = self._noun(words, word)
                if trigger is None and "-" in word.low and self.grammar.language == "en":
                    trigger = self._supplied(word)
                if trigger is not None:
                    found.append(trigger)
        found.sort(key=lambda t: (t.start, -len(t.words)))
        return self._longest(found)

    @staticmethod
    def _longest(found: list[Trigger]) -> list[Trigger]:
        """A phrase beats the single words in it."""
        if len(found) < 2:
            return found
        kept: list[Trigger] = []
        taken: set[int] = set()
        for trigger in sorted(found, key=lambda t: -len(t.words)):
            if taken.isdisjoint(trigger.words):
                kept.append(trigger)
                taken.update(trigger.words)
        return sorted(kept, key=lambda t: t.start)

    def _verb(self, words: list[Word], word: Word, clause: Clause | None) -> list[Trigger]:
        members = [words[i] for i in clause.words] if clause is not None else words
        german = self.grammar.language == "de"
        present: set[str] | None = None
        results: list[Trigger] = []
        best: tuple[int, Trigger] | None = None
        for reading in word.verbs:
            for rest, row in self.phrases.get(reading.lemma, ()):
                if present is None:
                    present = {member.low for member in members}
                if rest and present.isdisjoint(_forms(rest[0])):
                    continue
                indices = self._content(members, rest, word)
                if indices is not None and german and reading.particle:
                    verb = self._particle(members, word, reading.particle, reading)
                    indices = None if verb is None else (*indices, *verb[1:])
                if indices is not None:
                    results.append(self._trigger(words, row, word, indices, reading))
            for particle, row in self._of_lemma.get(reading.lemma, ()):
                if german and particle != reading.particle:
                    continue
                indices = self._particle(members, word, particle, reading)
                if indices is None:
                    continue
                trigger = self._trigger(words, row, word, indices, reading)
                rank = len(indices) * 2 + (1 if not reading.particle else 0)
                if best is None or rank > best[0]:
                    best = (rank, trigger)
        if best is not None:
            results.append(best[1])
        return results

    def _particle(
        self, members: list[Word], word: Word, particle: str, reading: VerbReading
    ) -> tuple[int, ...] | None:
        """Indices of verb and particle; ``None`` when the particle is missing."""
        if not particle:
            return None if self._is_split(members, word) else (word.i,)
        if self.grammar.language == "de":
            if "split" not in reading.features or word.low.startswith(particle):
                return (word.i,)
            for other in members:
                if other.i > word.i and other.low == particle and other.tag == "particle":
                    return (word.i, other.i)
            return None
        for place, other in enumerate(members):
            if word.i < other.i <= word.i + 6 and other.low == particle:
                behind = members[place + 1 : place + 2]
                if particle == "in" and behind and (behind[0].capital or behind[0].tag == "det"):
                    return None  # "flew relief in Taiwan", "take part in the race"
                between = [m for m in members if word.i < m.i < other.i]
                if all(m.tag not in ("prep", "fin", "inf", "coord") for m in between):
                    return (word.i, other.i)
        return None

    def _is_split(self, members: list[Word], word: Word) -> bool:
        """ "geht eine Liste herum": a particle at the end makes it another verb."""
        if self.grammar.language != "de" or word.tag != "fin":
            return False
        last = next((m for m in reversed(members) if m.tag != "punct"), None)
        return last is not None and last.i > word.i and last.tag == "particle"

    @staticmethod
    def _content(members: list[Word], rest: tuple[str, ...], verb: Word) -> tuple[int, ...] | None:
        """Indices of the words of a light-verb phrase, in order, or ``None``."""
        light = (_ARTICLES | _POSSESSIVES) - set(rest)  # "has its eye on", "is on its way"
        lows = [(m.i, m.low) for m in members if m.low not in light and m.i != verb.i]
        n = len(rest)
        for k in range(len(lows) - n + 1):
            if all(_same(lows[k + j][1], rest[j]) for j in range(n)):
                return (*(lows[k + j][0] for j in range(n)), verb.i)
        return None

    def _trigger(
        self,
        words: list[Word],
        row: TriggerRow,
        word: Word,
        indices: tuple[int, ...],
        reading: VerbReading,
    ) -> Trigger:
        return Trigger(row, word.i, indices, reading.features, word.start, word.end)

    def _supplied(self, word: Word) -> Trigger | None:
        """ "Iranian-supplied drones": the participle in a compound."""
        participle = word.low.rpartition("-")[2]
        for reading in self.verbs.get(participle, ()):
            if "part" in reading.features:
                for row in self.verb_rows.get((reading.lemma, ""), ()):
                    if row.supplier and row.supplier[0].slot == "subject":
                        features = frozenset({"part", "attr"})
                        return Trigger(row, word.i, (word.i,), features, word.start, word.end)
        return None

    def _noun(self, words: list[Word], word: Word) -> Trigger | None:
        low = word.low
        for sequence, row in self.noun_phrases.get(low, ()):
            end = word.i + len(sequence)
            if tuple(w.low for w in words[word.i : end]) == sequence:
                last = words[end - 1]
                return Trigger(
                    row, last.i, tuple(range(word.i, end)), frozenset(), word.start, last.end
                )
        row_or_none = self.nouns.get(low)
        if self.grammar.language == "de":
            if not word.capital:
                return None
            if row_or_none is None and len(low) > 7:
                hit = self.compound(low)
                if hit is not None:
                    return Trigger(hit[1], word.i, (word.i,), frozenset(), word.start, word.end)
        elif row_or_none is None and "-" in low:
            row_or_none = self.nouns.get(low.rpartition("-")[2])
        if row_or_none is None:
            return None
        return Trigger(row_or_none, word.i, (word.i,), frozenset(), word.start, word.end)


_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em", "n")
# How many words the index keeps in mind; texts without end must not fill the memory.
_REMEMBERED = 100_000


@cache
def _forms(wanted: str) -> frozenset[str]:
    """A word of a phrase with other endings ("grünes Licht", "Gespräche")."""
    if len(wanted) < 4:
        return frozenset({wanted})
    stem = wanted.removesuffix("es").removesuffix("e") if len(wanted) > 5 else wanted
    return frozenset({wanted, *(stem + ending for ending in _ADJECTIVE_ENDINGS)})


def _same(low: str, wanted: str) -> bool:
    """Equal but for the ending."""
    return low in _forms(wanted)


def _participles(low: str, *, german: bool) -> Iterator[str]:
    """Participles of which an inflected form may be one ("gelieferten")."""
    if german:
        for ending in ("en", "em", "er", "es", "e"):
            if low.endswith(ending):
                yield low.removesuffix(ending)
