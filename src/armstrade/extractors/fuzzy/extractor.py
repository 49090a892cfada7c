"""The extractor that reasons from examples."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from armstrade._version import __version__
from armstrade.claims import TransferClaim
from armstrade.lexicon import Lexicon
from armstrade.plugins import Abstain
from armstrade.reading import Reading, read
from armstrade.reading.generic import GenericReading

from .analogy import Analogy
from .bank import Bank
from .building import NAME, claims, merged
from .context import Context, Deal
from .repair import repaired
from .school import vocabulary_of

if TYPE_CHECKING:
    from armstrade.corpora.model import GoldDocument

_OWN_WEIGHT = 3.0


class FuzzyOptions(BaseModel):
    """Options of the extractor ``fuzzy``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    examples: tuple[Path, ...] = Field(
        default=(),
        description="Files of gold documents (JSON Lines) to reason from, besides the packaged "
        "ones; each of their sentences counts as much as three of those.",
    )
    packaged: bool = Field(
        default=True, description="Whether to reason from the training split of newsroom too."
    )
    confidence: float = Field(
        default=0.1, ge=0.0, le=1.0, description="Least confidence of a claim that is kept."
    )


class FuzzyExtractor:
    """Reads claims by analogy: the gold sentences most like a new one say what it says.

    Does not run unless it is asked for, by name or with ``--examples``.

    Examples
    --------
    >>> from armstrade.claims import Document
    >>> reading = read(Document(text="Polen hat der Ukraine 60 Panzer geliefert.", language="de"))
    >>> claim, = FuzzyExtractor().extract(reading)
    >>> claim.supplier.country, claim.recipient.country, claim.stage.value
    ('PL', 'UA', 'delivered')
    >>> claim.provenance.rule.startswith("like de-train-")
    True
    """

    name = NAME
    version = __version__
    languages = frozenset[str]()  # any that it has examples in
    deterministic = True
    default = False
    Options = FuzzyOptions

    def extract(
        self, reading: Reading, *, options: FuzzyOptions | None = None
    ) -> Iterable[TransferClaim]:
        """The transfer claims of a document."""
        options = options or FuzzyOptions()
        bank = bank_for(options)
        if not reading.readable:
            reading = _without_grammar(reading, bank)
        sentences = [repaired(sentence) for sentence in reading.sentences]
        if not any(sentence.has_materiel for sentence in sentences):
            return []
        context = Context(reading)
        analogy = Analogy(bank, context, without=reading.document.id)
        found: list[TransferClaim] = []
        for sentence in sentences:
            if sentence.has_materiel:
                for transfer in analogy.transfers(sentence):
                    context.remember(Deal(sentence.index, transfer.supplier, transfer.recipient))
                    found.extend(claims(reading, transfer))
            context.pass_on(sentence)
        return [claim for claim in merged(found) if (claim.confidence or 0.0) >= options.confidence]


def _without_grammar(reading: Reading, bank: Bank) -> GenericReading:
    """The document as the examples in its language allow to read it."""
    if reading.language is None:
        raise Abstain("the document's language is not known; give it")
    vocabulary = bank.vocabularies.get(reading.language)
    if vocabulary is None:
        raise Abstain(f"no examples in {reading.language!r}; add some to the option examples")
    return GenericReading(reading.document, vocabulary, lexicon=reading.lexicon)


def bank_for(options: FuzzyOptions) -> Bank:
    """The bank of an extractor's options; files are read again when they have changed."""
    stamps = tuple(_stamp(path) for path in options.examples)
    return _bank(options.packaged, options.examples, stamps)


def _stamp(path: Path) -> tuple[int, int] | None:
    if not path.exists():
        return None  # the reader of the file says so, with a remedy
    status = path.stat()
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4)
def _bank(packaged: bool, paths: tuple[Path, ...], stamps: tuple[object, ...]) -> Bank:
    if not paths:
        return _packaged() if packaged else Bank()
    from armstrade.corpora.jsonl import load_jsonl

    bank = _packaged().copy() if packaged else Bank()
    lexicon = Lexicon.default()
    foreign: dict[str, list[GoldDocument]] = {}
    for path in paths:
        for gold in load_jsonl(path):
            reading = read(gold.document, lexicon=lexicon)
            if reading.readable:
                bank.learn(reading, gold.claims, own_weight=_OWN_WEIGHT)
            elif reading.language is not None:
                foreign.setdefault(reading.language, []).append(gold)
    for language, golds in foreign.items():
        vocabulary = vocabulary_of(language, golds, lexicon)
        bank.vocabularies[language] = vocabulary
        for gold in golds:
            reading = GenericReading(gold.document, vocabulary, lexicon=lexicon)
            bank.learn(reading, gold.claims, own_weight=_OWN_WEIGHT)
    return bank


@cache
def _packaged() -> Bank:
    """The bank of the packaged examples: the training split of newsroom."""
    from armstrade.corpora import load

    bank = Bank()
    for gold in load("newsroom", split="train"):
        bank.learn(read(gold.document, lexicon=Lexicon.default()), gold.claims)
    return bank
