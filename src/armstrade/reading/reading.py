"""`Reading`: a document with its sentences, clauses, words and mentions.

Computed once per document and shared by all extractors. Sentences are analysed lazily: most
sentences of most articles hold no materiel and are never looked at closely.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from armstrade.claims import Document, Span
from armstrade.language.clauses import Clause
from armstrade.language.detect import detect
from armstrade.language.grammar import Grammar, grammar
from armstrade.language.lazy import lazy
from armstrade.language.quantities import QuantityMatch, quantities
from armstrade.language.sentences import sentences
from armstrade.language.words import Looks, Word, as_words, word_forms
from armstrade.lexicon import Lexicon
from armstrade.lexicon.mention import Mention

from .asides import asides
from .gaps import mark_gaps
from .lists import mark_lists
from .materiel import materiel_phrases
from .memberships import without_memberships
from .organs import name_owners, owner_phrases
from .parties import party_phrases
from .party_lists import join_companions
from .phrases import MaterielPhrase, PartyPhrase
from .references import relative_phrases
from .stances import bystanders, stances
from .triggers import Trigger, TriggerIndex

if TYPE_CHECKING:
    from armstrade.language.dates import DateMatch

LANGUAGES = ("de", "en")


@cache
def _trigger_index(lexicon: Lexicon, language: str) -> TriggerIndex:
    return TriggerIndex(lexicon.triggers, grammar(language))


@cache
def _looks(lexicon: Lexicon, language: str) -> Looks:
    verbs = _trigger_index(lexicon, language).verbs
    looks: Looks = _module(language, "tagging").looks(grammar(language), verbs)
    return looks


@cache
def _module(language: str, name: str) -> ModuleType:
    """A module of a language, imported when the language is first read."""
    return import_module(f"armstrade.language.{language}.{name}")


class Sentence:
    """One sentence of a reading; everything below is computed on first use.

    Attributes
    ----------
    index
        Position in `Reading.sentences`.
    start, end
        Half-open offsets into ``Document.text``, in code points.
    paragraph
        Running number of its paragraph (blank lines separate paragraphs).
    mentions
        The lexicon's hits in it.
    """

    def __init__(
        self,
        reading: Reading,
        index: int,
        start: int,
        end: int,
        paragraph: int,
        mentions: tuple[Mention, ...],
    ) -> None:
        self.reading = reading
        self.index = index
        self.start = start
        self.end = end
        self.paragraph = paragraph
        self.mentions = mentions
        self._raw_parties: list[PartyPhrase] = []

    @property
    def text(self) -> str:
        return self.reading.text[self.start : self.end]

    @lazy
    def span(self) -> Span:
        """All of it, as evidence."""
        return Span.of(self.reading.text, self.start, self.end)

    @lazy
    def lows(self) -> frozenset[str]:
        """Its words in lower case, without analysing them."""
        return frozenset(map(str.lower, self._forms))

    @lazy
    def _forms(self) -> list[str]:
        """Its words as they are written."""
        reading = self.reading
        german = reading.grammar.language == "de"
        return word_forms(reading.text, self.start, self.end, split_genitive=not german)

    @lazy
    def words(self) -> list[Word]:
        """Tokens with their tags; offsets are those of the document."""
        reading = self.reading
        grammar = reading.grammar
        words, unsettled = as_words(
            self._forms,
            reading.text,
            self.start,
            self.end,
            _looks(reading.lexicon, grammar.language),
        )
        verbs = reading.trigger_index.verbs
        _module(grammar.language, "tagging").tag(words, unsettled, grammar, verbs)
        return words

    @lazy
    def clauses(self) -> list[Clause]:
        """The clauses, in the order in which they begin; gapped ones last."""
        words = self.words
        found: list[Clause] = _module(self.reading.grammar.language, "clauses").split(
            words, self.reading.grammar
        )
        self._raw_parties = party_phrases(
            words, self.mentions, self.reading.grammar, self.reading.text
        )
        counts = [q for q in self.quantities if q.kind == "count"]
        mark_gaps(words, found, self._raw_parties, self.mentions, counts)
        return found

    @lazy
    def clause_of(self) -> dict[int, Clause]:
        """Word index → its clause."""
        return {i: clause for clause in self.clauses for i in clause.words}

    @property
    def may_have_triggers(self) -> bool:
        """Cheap to ask: false only when `triggers` is empty."""
        return self.reading.trigger_index.may_find(self.lows)

    @property
    def may_have_goodsless_triggers(self) -> bool:
        """Cheap to ask: false only when none of `triggers` is one of `TriggerIndex.goodsless`."""
        return self.reading.trigger_index.goodsless.may_find(self.lows)

    @lazy
    def triggers(self) -> list[Trigger]:
        """Verbs, nouns and phrases that say a transfer."""
        return self.reading.trigger_index.find(self.words, self.clause_of)

    @lazy
    def quantities(self) -> list[QuantityMatch]:
        return quantities(self.reading.text, self.start, self.end, self.reading.grammar.language)

    @lazy
    def dates(self) -> list[DateMatch]:
        from armstrade.language.dates import dates

        return dates(
            self.reading.text,
            self.start,
            self.end,
            self.reading.grammar.language,
            self.reading.document.published_between,
        )

    @lazy
    def parties(self) -> list[PartyPhrase]:
        """Names of parties, pronouns and definite descriptions, by position."""
        clause_of = self.clause_of
        phrases = list(self._raw_parties)
        phrases.extend(relative_phrases(self.words, self.clauses, phrases, self.reading.grammar))
        if self.reading.grammar.language == "en":
            taken = {i for p in phrases for i in range(p.first, p.last + 1)}
            nouns = {t.word for t in self.triggers if t.is_owned}
            phrases.extend(owner_phrases(self.words, nouns, taken, self.reading.grammar))
        for phrase in phrases:
            phrase.sentence = self.index
            clause = clause_of.get(phrase.last) or clause_of.get(phrase.first)
            phrase.clause = clause.index if clause is not None else -1
        name_owners(self.words, phrases)
        join_companions(self.words, phrases)
        phrases = without_memberships(self.words, self.clauses, phrases, self.reading.grammar)
        return sorted(phrases, key=lambda p: p.first)

    @lazy
    def asides(self) -> frozenset[int]:
        """Where the parties begin that only belong to an occasion ("after the vote in Chad")."""
        return asides(self)

    @lazy
    def stances(self) -> tuple[frozenset[int], frozenset[int]]:
        """Where the parties begin that are against something, and that are glad of it."""
        return stances(self)

    def bystanders(self, deal: Trigger, *, supplier: bool = False) -> frozenset[int]:
        """Where the parties begin that have no part in a deal ("Moscow condemned the sale"), or
        do not supply what they welcome."""
        return bystanders(self, deal, supplier=supplier)

    @lazy
    def materiel(self) -> list[MaterielPhrase]:
        """What may be transferred, by position."""
        clause_of = self.clause_of
        carriers = {t.word for t in self.triggers if not t.is_verb}
        phrases = materiel_phrases(
            self.words,
            self.mentions,
            self.quantities,
            self.reading.grammar,
            self.reading.text,
            carriers,
        )
        for phrase in phrases:
            phrase.sentence = self.index
            clause = clause_of.get(phrase.last)
            phrase.clause = clause.index if clause is not None else -1
        mark_lists(self.words, phrases, self.reading.grammar)
        return phrases

    @lazy
    def has_materiel(self) -> bool:
        return any(m.kind != "party" for m in self.mentions)

    @lazy
    def has_party(self) -> bool:
        return any(m.kind == "party" for m in self.mentions)

    def __repr__(self) -> str:
        return f"Sentence({self.index}, {self.text!r})"


class Reading:
    """A document, read.

    Attributes
    ----------
    document
        What was read; never changed.
    language
        Given or detected; ``None`` when it could not be told.

    Examples
    --------
    >>> from armstrade.claims import Document
    >>> reading = read(Document(text="Polen liefert der Ukraine 60 Panzer.", language="de"))
    >>> [p.key for p in reading.sentences[0].parties]
    ['PL', 'UA']
    >>> [(m.category.value, m.quantity.min) for m in reading.sentences[0].materiel]
    [('armoured_vehicle', 60)]
    """

    def __init__(self, document: Document, *, lexicon: Lexicon | None = None) -> None:
        self.document = document
        self.lexicon = lexicon if lexicon is not None else Lexicon.default()
        self.language = document.language or detect(document.text)

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def readable(self) -> bool:
        """Whether the language is one that armstrade has a grammar for."""
        return self.language in LANGUAGES

    @lazy
    def grammar(self) -> Grammar:
        return grammar(self.language or "")

    @lazy
    def trigger_index(self) -> TriggerIndex:
        return _trigger_index(self.lexicon, self.grammar.language)

    @lazy
    def published(self) -> dt.date | None:
        return self.document.published_on

    @lazy
    def mentions(self) -> tuple[Mention, ...]:
        """The lexicon's hits in the whole text."""
        year = self.published.year if self.published is not None else None
        return tuple(self.lexicon.find(self.text, language=self.language or "", year=year))

    @lazy
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order; they cover all of the text but white space."""
        text = self.text
        spans = sentences(text, self.language or "")
        starts = [start for start, _ in spans]
        buckets: list[list[Mention]] = [[] for _ in spans]
        for mention in self.mentions:
            k = bisect_right(starts, mention.start) - 1
            if k >= 0 and mention.end <= spans[k][1]:
                buckets[k].append(mention)
        result: list[Sentence] = []
        paragraph = 0
        for k, (start, end) in enumerate(spans):
            if k and "\n\n" in text[spans[k - 1][1] : start].replace("\r", "").replace(" ", ""):
                paragraph += 1
            result.append(Sentence(self, k, start, end, paragraph, tuple(buckets[k])))
        return tuple(result)

    def forget(self) -> None:
        """Let go of the sentences and all that was found out about them.

        They hold the reading that holds them, so that without this only the garbage collector
        could free them. A sentence asked for again is read again.
        """
        self.__dict__.pop("sentences", None)


def read(document: Document, *, lexicon: Lexicon | None = None) -> Reading:
    """Read a document; see `Reading`."""
    return Reading(document, lexicon=lexicon)
