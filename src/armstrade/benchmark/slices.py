"""The score of parts of a corpus: languages, splits, tags, outlets, reach, categories, stages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from armstrade.claims import Category, Document, Stage, TransferClaim
from armstrade.corpora import GoldDocument

from .bootstrap import Interval, percentiles
from .counts import Counts
from .matching import LEVELS
from .resampling import resampled
from .score import DocumentScore, Score

DIMENSIONS = ("language", "split", "tag", "outlet", "reach", "category", "stage")
ONE_SENTENCE, CROSS_SENTENCE = "one sentence", "several sentences"


@dataclass(frozen=True)
class Slice:
    """One part of the corpus and the counts of one system there.

    Attributes
    ----------
    dimension
        One of `DIMENSIONS`.
    name
        Which part: ``de``, ``denial``, ``one sentence`` …
    documents
        How many documents have a part in it.
    rows
        Per such document the counts at each level, in the order of its id.
    """

    dimension: str
    name: str
    rows: tuple[Mapping[str, Counts], ...]

    @property
    def documents(self) -> int:
        """How many documents have a part in it."""
        return len(self.rows)

    def counts(self, level: str = "claim") -> Counts:
        """Sums over its documents."""
        return sum((row[level] for row in self.rows), Counts())

    @cached_property
    def claim(self) -> Counts:
        """Counts at claim level."""
        return self.counts()

    def interval(self, level: str = "claim", *, resamples: int = 1000, seed: int = 0) -> Interval:
        """Bootstrap interval of the F1 over its documents."""
        rows = [(one.tp, one.fp, one.fn) for one in (row[level] for row in self.rows)]
        drawn = resampled(rows or [(0, 0, 0)], resamples=resamples, seed=seed)
        return percentiles([Counts(*sums).f1 for sums in drawn], 0.95)


def slices(score: Score, corpus: Iterable[GoldDocument]) -> tuple[Slice, ...]:
    """The score of every part of the corpus.

    Parameters
    ----------
    score
        Of one system.
    corpus
        What it was scored on: texts, splits, tags and outlets come from there.

    Returns
    -------
    tuple of Slice
        By dimension, in the order of `DIMENSIONS`, then by name. A dimension of which the
        corpus says nothing is left out. Language, split and outlet divide the documents,
        reach, category and stage divide the claims: their counts add up to those of the
        corpus. A document may have several tags.

    Notes
    -----
    A claim belongs to *one sentence* when one sentence of the text holds all its evidence.
    A true positive belongs where its gold claim belongs, a false claim where it says itself.

    Examples
    --------
    >>> from armstrade.benchmark import score
    >>> from armstrade.corpora import load
    >>> gold = load("newsroom/de/dev")
    >>> found = slices(score(gold, {}), gold)
    >>> [(one.name, one.documents) for one in found if one.dimension == "language"]
    [('de', 40)]
    """
    known = {one.id: one for one in corpus}
    rows: dict[tuple[str, str], list[Mapping[str, Counts]]] = defaultdict(list)
    for row in score:
        gold = known[row.document_id]
        whole = {level: row.counts(level) for level in LEVELS}
        for dimension, name in _of_document(gold):
            rows[dimension, name].append(whole)
        reach = _Reach(gold.document)
        for dimension, of_claim, names in (
            ("reach", reach.of, (ONE_SENTENCE, CROSS_SENTENCE)),
            ("category", _category, [one.value for one in Category]),
            ("stage", _stage, [one.value for one in Stage]),
        ):
            for name, counts in _of_claims(row, of_claim, names):
                rows[dimension, name].append(counts)
    order = sorted(rows, key=lambda key: (DIMENSIONS.index(key[0]), _place(*key), key[1]))
    return tuple(Slice(*key, tuple(rows[key])) for key in order)


def _of_document(gold: GoldDocument) -> Iterator[tuple[str, str]]:
    yield "language", gold.document.language or "und"
    if gold.split is not None:
        yield "split", gold.split
    for tag in sorted(set(gold.tags)):
        yield "tag", tag
    if gold.document.outlet is not None:
        yield "outlet", gold.document.outlet


def _of_claims(
    row: DocumentScore, of: Callable[[TransferClaim], str], names: Sequence[str]
) -> Iterator[tuple[str, Mapping[str, Counts]]]:
    gold, predicted = [of(one) for one in row.gold], [of(one) for one in row.predicted]
    for name in names:
        if name not in gold and name not in predicted:
            continue
        counts = {}
        for level in LEVELS:
            missed, false = row.missed(level), row.spurious(level)
            missed_here = sum(gold[index] == name for index in missed)
            counts[level] = Counts(
                tp=gold.count(name) - missed_here,
                fp=sum(predicted[index] == name for index in false),
                fn=missed_here,
            )
        yield name, counts


def _category(claim: TransferClaim) -> str:
    return claim.materiel.category.value


def _stage(claim: TransferClaim) -> str:
    return claim.stage.value


def _place(dimension: str, name: str) -> int:
    """Where the names of a dimension have an order of their own."""
    orders: Mapping[str, Sequence[str]] = {
        "reach": (ONE_SENTENCE, CROSS_SENTENCE),
        "category": [one.value for one in Category],
        "stage": [one.value for one in Stage],
    }
    return orders[dimension].index(name) if dimension in orders else 0


class _Reach:
    """Over how many sentences of one document the evidence of a claim stretches."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        from armstrade.language import sentences

        document = self._document
        if document.language not in ("de", "en"):
            return []
        return sentences(document.text, document.language)

    def of(self, claim: TransferClaim) -> str:
        touched = sum(
            any(start < span.end and span.start < end for span in claim.evidence)
            for start, end in self._sentences
        )
        return CROSS_SENTENCE if max(touched, len(claim.evidence)) > 1 else ONE_SENTENCE
