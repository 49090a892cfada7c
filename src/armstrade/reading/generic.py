"""Readings in languages without a grammar: mentions, counts and the words around them.

Nothing is known of the clauses of such a language, and of its words only what a `Vocabulary`
holds. That is enough to compare a sentence with others, not enough for rules.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from armstrade.claims import Document
from armstrade.language._data import GENERIC
from armstrade.language.clauses import Clause
from armstrade.language.generic import figures, quantity, words
from armstrade.language.grammar import Grammar, grammar
from armstrade.language.quantities import QuantityMatch
from armstrade.language.sentences import sentences
from armstrade.language.words import Word, word_at
from armstrade.lexicon import Lexicon
from armstrade.lexicon.entries import DesignationEntry, MaterielEntry, PartyEntry
from armstrade.lexicon.mention import Mention
from armstrade.lexicon.vocabulary import Vocabulary

from .phrases import MaterielPhrase, PartyPhrase
from .reading import Reading, Sentence
from .triggers import Trigger

if TYPE_CHECKING:
    from armstrade.language.dates import DateMatch

_SMALL = 4  # letters of a preposition or article at most
_BETWEEN = 2  # words between a number and what it counts, or a noun and its type


class GenericReading(Reading):
    """A document in a language without a grammar.

    Parameters
    ----------
    document
        With its language.
    vocabulary
        Names and words of that language.
    lexicon
        For the names that are the same in all languages.

    Examples
    --------
    >>> from armstrade.claims import Category
    >>> vocabulary = Vocabulary("fr")
    >>> vocabulary.add_materiel("chars", Category.ARMOURED_VEHICLE)
    >>> text = "La Pologne livre 60 chars Leopard 2 à l'Ukraine."
    >>> reading = GenericReading(Document(text=text, language="fr"), vocabulary)
    >>> [(p.key, p.preposition) for p in reading.sentences[0].parties]
    [('PL', 'la'), ('UA', "à l'")]
    >>> [(m.designation, m.quantity.min) for m in reading.sentences[0].materiel]
    [('Leopard 2', 60)]
    """

    def __init__(
        self, document: Document, vocabulary: Vocabulary, *, lexicon: Lexicon | None = None
    ) -> None:
        super().__init__(document, lexicon=lexicon)
        self.language = vocabulary.language
        self.vocabulary = vocabulary

    @cached_property
    def grammar(self) -> Grammar:
        return grammar(self.vocabulary.language)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        year = self.published.year if self.published is not None else None
        return tuple(self.vocabulary.find(self.text, self.lexicon, year=year))

    @cached_property
    def sentences(self) -> tuple[GenericSentence, ...]:
        text = self.text
        result: list[GenericSentence] = []
        paragraph = end = 0
        for start, stop in sentences(text, GENERIC):
            if result and "\n\n" in text[end:start].replace("\r", "").replace(" ", ""):
                paragraph += 1
            inside = tuple(m for m in self.mentions if start <= m.start and m.end <= stop)
            result.append(GenericSentence(self, len(result), start, stop, paragraph, inside))
            end = stop
        return tuple(result)


class GenericSentence(Sentence):
    """A sentence of a `GenericReading`: one clause, no triggers, no dates."""

    reading: GenericReading

    @cached_property
    def words(self) -> list[Word]:
        return words(self.reading.text, self.start, self.end)

    @cached_property
    def clauses(self) -> list[Clause]:
        return [Clause(0, "main", list(range(len(self.words))))]

    @property
    def may_have_triggers(self) -> bool:
        return False

    @cached_property
    def triggers(self) -> list[Trigger]:
        return []

    @cached_property
    def naming(self) -> frozenset[int]:
        """Indices of the words that name a party or materiel."""
        phrases: list[PartyPhrase | MaterielPhrase] = [*self.parties, *self.materiel]
        return frozenset(i for one in phrases for i in range(one.first, one.last + 1))

    @cached_property
    def predicates(self) -> list[tuple[int, str]]:
        """The words that may say a transfer, by index, each with the form that was learnt."""
        vocabulary = self.reading.vocabulary
        return [
            (word.i, known)
            for word in self.words
            if word.tag == "word"
            and word.i not in self.naming
            and (known := vocabulary.predicate(word.low)) is not None
        ]

    @cached_property
    def dates(self) -> list[DateMatch]:
        return []

    @cached_property
    def quantities(self) -> list[QuantityMatch]:
        text, vocabulary = self.reading.text, self.reading.vocabulary
        named = [mention.word for mention in self.mentions if mention.kind == "designation"]
        found = [
            match
            for match in figures(text, self.start, self.end)
            if not any(start <= match.start < end for start, end in named)
        ]
        found.extend(
            quantity(match.start(), match.end(), *vocabulary.numbers[match.group().lower()])
            for match in _any_of(frozenset(vocabulary.numbers)).finditer(text, self.start, self.end)
        )
        found.sort(key=lambda match: match.start)
        return [self._bounded(match) for match in found]

    def _bounded(self, match: QuantityMatch) -> QuantityMatch:
        """A count with the words before it that make it a bound: "plus de 200"."""
        before = self.reading.text[self.start : match.start].rstrip().lower()
        for words_before, is_least in self.reading.vocabulary.bounds.items():
            if f" {before}".endswith(f" {words_before}"):
                return replace(
                    match,
                    start=self.start + len(before) - len(words_before),
                    min=match.min if is_least else None,
                    max=None if is_least else match.max,
                )
        return match

    @cached_property
    def parties(self) -> list[PartyPhrase]:
        found = [phrase for m in self.mentions if (phrase := self._party(m)) is not None]
        joining = self.reading.grammar.words("list_coordinators")
        for number, (left, right) in enumerate(pairwise(found)):
            between = self.words[left.last + 1 : right.first]
            joined = any(word.low in joining or word.text == "," for word in between)
            if joined and all(_is_small(word) or word.text == "," for word in between):
                left.group = right.group = left.group if left.group >= 0 else number
        return found

    def _party(self, mention: Mention) -> PartyPhrase | None:
        entry, place = mention.entry, self._place(mention)
        if not isinstance(entry, PartyEntry) or place is None:
            return None
        first, last = place
        phrase = PartyPhrase(
            id=entry.id,
            country=entry.country,
            kind=entry.kind,
            start=mention.start,
            end=mention.end,
            first=first,
            last=last,
            preposition=self._before(first),
            clause=0,
            sentence=self.index,
            outer=entry.note,
        )
        if entry.kind == "adjective":
            noun_before = first > 0 and not _is_small(self.words[first - 1])
            phrase.modifies = first - 1 if noun_before else last + 1
            phrase.agentive = False
        return phrase

    @cached_property
    def materiel(self) -> list[MaterielPhrase]:
        found: list[MaterielPhrase] = []
        for mention in self.mentions:
            entry, place = mention.entry, self._place(mention)
            if isinstance(entry, PartyEntry) or place is None:
                continue
            first, last = place
            before = found[-1] if found else None
            if (
                isinstance(entry, DesignationEntry)
                and before is not None
                and self._is_of(before, first)
            ):
                before.category, before.designation = entry.category, entry.designation
                before.end, before.last = mention.end, last
                continue
            found.append(
                MaterielPhrase(
                    category=entry.category,
                    designation=entry.designation if isinstance(entry, DesignationEntry) else None,
                    start=mention.start,
                    end=mention.end,
                    first=first,
                    last=last,
                    generic=isinstance(entry, MaterielEntry) and entry.generic,
                    preposition=self._before(first),
                    clause=0,
                    sentence=self.index,
                )
            )
        for phrase in found:
            phrase.quantity = self._count_of(phrase)
        return found

    def _is_of(self, noun: MaterielPhrase, first: int) -> bool:
        """Whether the type that begins at a word is that of the noun before it."""
        between = self.words[noun.last + 1 : first]
        joining = self.reading.grammar.words("list_coordinators")
        return (
            noun.designation is None
            and len(between) <= _BETWEEN
            and all(word.tag == "word" and word.text.islower() for word in between)
            and all(word.low not in joining for word in between)
        )

    def _count_of(self, thing: MaterielPhrase) -> QuantityMatch | None:
        """The count that stands before materiel, at most two other words in small letters away."""
        for match in reversed(self.quantities):
            if match.end > thing.start:
                continue
            between = [w for w in self.words[: thing.first] if w.start >= match.end]
            plain = all(word.tag == "word" and word.text.islower() for word in between)
            return match if plain and len(between) <= _BETWEEN else None
        return None

    def _place(self, mention: Mention) -> tuple[int, int] | None:
        """Indices of the first and last word of a mention."""
        first = word_at(self.words, mention.start)
        last = word_at(self.words, mention.end - 1)
        return None if first is None or last is None else (first, last)

    def _before(self, first: int) -> str:
        """The small words right before a phrase: "à l'", "para"."""
        found: list[str] = []
        for word in reversed(self.words[max(0, first - _BETWEEN) : first]):
            if not _is_small(word):
                break
            found.insert(0, word.low)
        return " ".join(found)


def _is_small(word: Word) -> bool:
    """Whether a word is as short as prepositions and articles are."""
    return word.tag == "word" and len(word.text) <= _SMALL and not word.text.isupper()


@lru_cache(maxsize=64)
def _any_of(phrases: frozenset[str]) -> re.Pattern[str]:
    """Finds whole phrases, the longest first."""
    longest_first = sorted(phrases, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
