"""What the examples teach of a language without a grammar: its names, words and predicates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from armstrade.claims import Materiel, Span, TransferClaim
from armstrade.corpora.model import GoldDocument
from armstrade.language._data import other_stopwords
from armstrade.language.words import Word
from armstrade.lexicon import Lexicon
from armstrade.lexicon.entries import DesignationEntry
from armstrade.lexicon.linking.folds import plain
from armstrade.lexicon.vocabulary import Vocabulary
from armstrade.reading import MaterielPhrase
from armstrade.reading.generic import GenericReading, GenericSentence

_SHORTEST = 4
_STEM = 5
_NEAREST = 4
"""How many words around materiel may be what says that it changes hands."""


def vocabulary_of(language: str, gold: Sequence[GoldDocument], lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a language from gold documents."""
    vocabulary = Vocabulary(language)
    told = [claim for document in gold for claim in document.claims]
    for claim in told:
        for party in (claim.supplier, claim.recipient, claim.intermediary):
            if party is not None and (party.id or party.country):
                _learn_party(vocabulary, party.span.text, party.id, party.country, lexicon)
    for claim in told:
        _learn_materiel(vocabulary, claim.materiel, lexicon)
        if claim.quantity is not None and claim.quantity.span is not None:
            vocabulary.add_count(claim.quantity.span.text, claim.quantity.min, claim.quantity.max)
    readings = [GenericReading(one.document, vocabulary, lexicon=lexicon) for one in gold]
    for word in _predicates(vocabulary, readings, [one.claims for one in gold]):
        vocabulary.add_predicate(word)
    return vocabulary


def _learn_party(
    vocabulary: Vocabulary, words: str, id: str | None, country: str | None, lexicon: Lexicon
) -> None:
    """A name, but not one that is known and only has an article before it."""
    for mention in vocabulary.find(words, lexicon):
        rest = words[: mention.start] + words[mention.end :]
        known = getattr(mention.entry, "key", None) == (country or id)
        if known and not any(char.isupper() for char in rest[1:]) and len(rest) < _SHORTEST:
            return
    vocabulary.add_party(words, id, country)


def _learn_materiel(vocabulary: Vocabulary, materiel: Materiel, lexicon: Lexicon) -> None:
    """The noun; the type beside it only if the lexicon lacks it."""
    words = materiel.span.text
    types = [m for m in vocabulary.find(words, lexicon) if isinstance(m.entry, DesignationEntry)]
    if types:
        noun = words[: types[0].start]
    elif materiel.designation is not None:
        noun, name = _noun_and_name(words)
        vocabulary.add_type(name or words, materiel.designation, materiel.category)
    else:
        noun = words
    noun = " ".join(noun.split())
    if len(noun) >= _SHORTEST:
        vocabulary.add_materiel(noun, materiel.category)


def _noun_and_name(words: str) -> tuple[str, str]:
    """Words in small letters, then those from the first that is none."""
    parts = words.split()
    at = next((k for k, part in enumerate(parts) if not part[0].islower()), len(parts))
    return " ".join(parts[:at]), " ".join(parts[at:])


Told = tuple[str, list[Word]]
"""A stage and the words that may say it, the nearest to the materiel first."""


def _predicates(
    vocabulary: Vocabulary,
    readings: Iterable[GenericReading],
    claims: Iterable[Iterable[TransferClaim]],
) -> Iterator[str]:
    """The word that says each claim: one that says its stage elsewhere too, else the nearest."""
    told: list[Told] = []
    silent: Counter[str] = Counter()
    for reading, gold in zip(readings, claims, strict=True):
        spans = [span for claim in gold for span in _spans(claim)]
        for sentence in reading.sentences:
            found = [
                (claim.stage.value, words)
                for claim in gold
                for thing in sentence.materiel
                if thing.start < claim.materiel.span.end and claim.materiel.span.start < thing.end
                if (words := _around(sentence, thing, spans))
            ]
            told.extend(found)
            if not found:
                silent.update({_stem(word) for word in sentence.words})
    stages: dict[str, Counter[str]] = defaultdict(Counter)
    for stage, words in told:
        for word in words:
            stages[_stem(word)][stage] += 1
    for stage, words in told:

        def worth(word: Word, stage: str = stage) -> int:
            seen = stages[_stem(word)]
            idle = max(0, silent[_stem(word)] - seen.total())
            return 2 * seen[stage] - seen.total() - idle

        yield max(words, key=worth).low


def _around(sentence: GenericSentence, thing: MaterielPhrase, spans: Iterable[Span]) -> list[Word]:
    """The words nearest to materiel that may be a verb: longer ones, in small letters."""
    gold = list(spans)
    function_words = other_stopwords().get(sentence.reading.language or "", frozenset())
    counted = thing.quantity
    free = [
        word
        for word in sentence.words
        if word.tag == "word"
        and len(word.text) >= _SHORTEST
        and word.text.islower()
        and word.low not in function_words
        and word.i not in sentence.naming
        and not (counted is not None and counted.start <= word.start < thing.start)
        and not any(span.start <= word.start < span.end for span in gold)
    ]
    return sorted(free, key=lambda word: abs(word.start - thing.start))[:_NEAREST]


def _spans(claim: TransferClaim) -> Iterator[Span]:
    """The words of a claim that are names and values, not what says the transfer."""
    slots = (claim.supplier, claim.recipient, claim.intermediary, claim.materiel)
    values = (claim.quantity, claim.date)
    yield from (slot.span for slot in (*slots, *values) if slot is not None)
    yield from (source.span for source in claim.attribution)


def _stem(word: Word) -> str:
    return plain(word.low)[:_STEM]
