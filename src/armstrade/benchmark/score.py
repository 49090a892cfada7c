"""Scores predicted claims against gold, document by document.

docs/explanation/scoring.md has the definitions and explains the choices behind them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from armstrade.claims import Category, Document, Stage, TransferClaim
from armstrade.errors import InputError

from .align import Pair, align
from .counts import Counts, Share
from .matching import EXTRA_SLOTS, LEVELS, MENTIONS, SLOTS, Side, content


class Gold(Protocol):
    """What a gold document needs to have; `armstrade.corpora.GoldDocument` does."""

    @property
    def document(self) -> Document: ...
    @property
    def claims(self) -> Sequence[TransferClaim]: ...


@dataclass(frozen=True)
class DocumentScore:
    """The result for one document.

    Attributes
    ----------
    document_id, language
        Which document.
    gold, predicted
        The claims compared, in the order given: `pairs` and `missed` point into them.
    pairs
        Gold and predicted claims that agree on the triple.
    """

    document_id: str
    language: str | None
    gold: tuple[TransferClaim, ...]
    predicted: tuple[TransferClaim, ...]
    pairs: tuple[Pair, ...]

    def missed(self, level: str = "claim") -> list[int]:
        """Indices of the gold claims not found, at the given level."""
        found = {pair.gold for pair in self.pairs if pair.reaches(level)}
        return [index for index in range(len(self.gold)) if index not in found]

    def spurious(self, level: str = "claim") -> list[int]:
        """Indices of the predicted claims that are false, at the given level."""
        found = {pair.predicted for pair in self.pairs if pair.reaches(level)}
        return [index for index in range(len(self.predicted)) if index not in found]

    @cached_property
    def tally(self) -> Counter[str]:
        """All counts of the document, by name; sums of tallies are tallies."""
        return _tally(self)

    def counts(self, level: str = "claim") -> Counts:
        """Counts at ``triple``, ``claim`` or ``full`` level."""
        return _counts(self.tally, level)


@dataclass(frozen=True)
class Score:
    """The result for any number of documents; ``score + score`` is the score of both.

    Attributes
    ----------
    documents
        One row per document, sorted by id.
    """

    documents: tuple[DocumentScore, ...] = ()
    tally: Counter[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "documents", _order(self.documents))
        total: Counter[str] = Counter()
        for row in self.documents:
            total.update(row.tally)
        object.__setattr__(self, "tally", total)

    def __add__(self, other: Score) -> Score:
        return Score(self.documents + other.documents)

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[DocumentScore]:
        return iter(self.documents)

    def counts(self, level: str = "claim") -> Counts:
        """Micro counts over all documents at ``triple``, ``claim`` or ``full`` level."""
        return _counts(self.tally, level)

    @property
    def triple(self) -> Counts:
        """Pairs that agree on supplier, recipient and category: the lenient headline."""
        return self.counts("triple")

    @property
    def claim(self) -> Counts:
        """Triple, stage and polarity: the headline that decides."""
        return self.counts("claim")

    @property
    def full(self) -> Counts:
        """Claim, factuality and quantity: the strict headline."""
        return self.counts("full")

    @property
    def slots(self) -> dict[str, Share]:
        """Accuracy of each slot over the pairs that agree on the triple."""
        return {name: _share(self.tally, f"slot:{name}") for name in SLOTS}

    @property
    def filled_slots(self) -> dict[str, Share]:
        """As `slots`, over the pairs in which gold or prediction says anything there.

        Where most claims have no date, "no date" is most often right; here it is not counted.
        """
        return {name: _share(self.tally, f"filled:{name}") for name in SLOTS}

    @property
    def extra_slots(self) -> dict[str, Share]:
        """Accuracy of further slots over the pairs whose gold claim has them."""
        return {name: _share(self.tally, f"extra:{name}") for name in EXTRA_SLOTS}

    @property
    def mentions_exact(self) -> dict[str, Share]:
        """Share of mentions with equal offsets, over the pairs in which both have one."""
        return {name: _share(self.tally, f"exact:{name}") for name in MENTIONS}

    @property
    def mentions_overlapping(self) -> dict[str, Share]:
        """Share of mentions that share a code point, over the pairs in which both have one."""
        return {name: _share(self.tally, f"overlap:{name}") for name in MENTIONS}

    @property
    def evidence(self) -> Share:
        """Share of the pairs whose evidence overlaps."""
        return _share(self.tally, "evidence")

    @property
    def evidence_jaccard(self) -> Share:
        """Code points of evidence quoted by both, of those quoted by either."""
        return _share(self.tally, "jaccard")

    @property
    def false_alarms(self) -> Share:
        """Documents without gold claims in which something was claimed."""
        return _share(self.tally, "alarm")

    @property
    def false_alarms_per_1000(self) -> float | None:
        """`false_alarms` per 1,000 documents without gold claims; ``None`` without such."""
        share = self.false_alarms.value
        return None if share is None else 1000 * share

    @property
    def false_claims_per_1000(self) -> float | None:
        """False claims per 1,000 documents without gold claims; ``None`` without such."""
        empty = self.tally["alarm:total"]
        return 1000 * self.tally["alarm:claims"] / empty if empty else None

    def category(self, category: Category, level: str = "claim") -> Counts:
        """Counts over the claims about one category of materiel."""
        return _counts(self.tally, f"category:{category}:{level}")

    def stage(self, stage: Stage) -> Counts:
        """Counts at claim level over the claims of one stage."""
        return _counts(self.tally, f"stage:{stage}")

    @property
    def confusion(self) -> dict[tuple[Stage, Stage], int]:
        """How often gold stage (first) met predicted stage (second), over triple pairs."""
        return {
            (one, other): self.tally[f"confusion:{one}:{other}"] for one in Stage for other in Stage
        }

    def only(self, keep: Callable[[DocumentScore], bool]) -> Score:
        """The score of the documents for which `keep` is true."""
        return Score(tuple(row for row in self.documents if keep(row)))

    @property
    def by_language(self) -> dict[str, Score]:
        """One score per language, sorted."""
        languages = sorted({row.language or "und" for row in self.documents})
        return {
            name: self.only(lambda row, name=name: (row.language or "und") == name)  # type: ignore[misc]
            for name in languages
        }

    def to_dict(self) -> dict[str, Any]:
        """All figures as plain values, counts included."""

        def shares(table: Mapping[str, Share]) -> dict[str, Any]:
            return {
                name: {"right": one.right, "total": one.total, "value": one.value}
                for name, one in table.items()
            }

        def ratios(counts: Counts) -> dict[str, Any]:
            return {
                "precision": counts.precision, "recall": counts.recall, "f1": counts.f1,
                "tp": counts.tp, "fp": counts.fp, "fn": counts.fn,
            }  # fmt: skip

        single = {
            "evidence_overlap": self.evidence,
            "evidence_jaccard": self.evidence_jaccard,
            "false_alarm_rate": self.false_alarms,
        }
        return {
            "documents": len(self),
            **{level: ratios(self.counts(level)) for level in LEVELS},
            "slots": shares(self.slots),
            "filled_slots": shares(self.filled_slots),
            "extra_slots": shares(self.extra_slots),
            "mentions_exact": shares(self.mentions_exact),
            "mentions_overlapping": shares(self.mentions_overlapping),
            **shares(single),
            "false_alarms_per_1000": self.false_alarms_per_1000,
            "false_claims_per_1000": self.false_claims_per_1000,
            "stages": {stage.value: ratios(self.stage(stage)) for stage in Stage},
            "categories": {
                category.value: {level: ratios(self.category(category, level)) for level in LEVELS}
                for category in Category
                if self.category(category).gold or self.category(category).predicted
            },
            "confusion": {
                gold.value: {
                    predicted.value: self.confusion[gold, predicted] for predicted in Stage
                }
                for gold in Stage
            },
        }


def score_document(
    gold: Sequence[TransferClaim],
    predicted: Sequence[TransferClaim],
    *,
    document_id: str | None = None,
    language: str | None = None,
) -> DocumentScore:
    """Score one document.

    Parameters
    ----------
    document_id
        Taken from the claims when left out.
    """
    if document_id is None:
        document_id = next((claim.document_id for claim in (*gold, *predicted)), "")
    return DocumentScore(
        document_id, language, tuple(gold), tuple(predicted), tuple(align(gold, predicted))
    )


def score(gold: Iterable[Gold], predicted: Mapping[str, Iterable[TransferClaim]]) -> Score:
    """Score predicted claims against gold.

    Parameters
    ----------
    gold
        Gold documents, for example a `armstrade.corpora.Corpus`.
    predicted
        Claims by document id. A document that is not there counts as one in which
        nothing was claimed.

    Raises
    ------
    InputError
        When claims were predicted for a document that is not in `gold`, or when two gold
        documents have the same id.

    Examples
    --------
    >>> from armstrade import corpora
    >>> gold = corpora.load("newsroom/de/dev")
    >>> perfect = score(gold, {one.id: one.claims for one in gold})
    >>> perfect.full.f1, perfect.false_alarms.value
    (1.0, 0.0)
    """
    rows: list[DocumentScore] = []
    seen: set[str] = set()
    for one in gold:
        name = one.document.id
        if name in seen:
            raise InputError(f"two gold documents have the id {name!r}; make ids unique")
        seen.add(name)
        claims = tuple(predicted.get(name, ()))
        rows.append(
            score_document(one.claims, claims, document_id=name, language=one.document.language)
        )
    if unknown := sorted(set(predicted) - seen):
        raise InputError(
            f"claims for {len(unknown)} documents that are not in the gold, such as "
            f"{unknown[0]!r}; score them with the corpus they come from"
        )
    return Score(tuple(rows))


def _order(rows: Iterable[DocumentScore]) -> tuple[DocumentScore, ...]:
    ordered = sorted(rows, key=lambda row: row.document_id)
    names = [row.document_id for row in ordered]
    if len(set(names)) < len(names):
        # Two corpora may use the same id; then the claims decide, not the order of arrival.
        ordered.sort(
            key=lambda row: (
                row.document_id,
                *(sorted(map(content, side)) for side in (row.gold, row.predicted)),
            )
        )
    return tuple(ordered)


def _counts(tally: Counter[str], name: str) -> Counts:
    tp = tally[f"{name}:tp"]
    return Counts(tp, tally[f"{name}:predicted"] - tp, tally[f"{name}:gold"] - tp)


def _share(tally: Counter[str], name: str) -> Share:
    return Share(tally[f"{name}:right"], tally[f"{name}:total"])


def _tally(row: DocumentScore) -> Counter[str]:
    tally: Counter[str] = Counter()
    for side, claims in (("gold", row.gold), ("predicted", row.predicted)):
        for claim in claims:
            tally[f"stage:{claim.stage}:{side}"] += 1
            for level in LEVELS:
                tally[f"{level}:{side}"] += 1
                tally[f"category:{claim.materiel.category}:{level}:{side}"] += 1
    if not row.gold:
        tally["alarm:total"] += 1
        tally["alarm:right"] += bool(row.predicted)
        tally["alarm:claims"] += len(row.predicted)
    for pair in row.pairs:
        _tally_pair(tally, pair, row.gold[pair.gold], row.predicted[pair.predicted])
    return +tally


def _tally_pair(
    tally: Counter[str], pair: Pair, gold: TransferClaim, predicted: TransferClaim
) -> None:
    agreement = pair.agreement
    for level in LEVELS:
        if pair.reaches(level):
            tally[f"{level}:tp"] += 1
            tally[f"category:{gold.materiel.category}:{level}:tp"] += 1
    if agreement.claim:
        tally[f"stage:{gold.stage}:tp"] += 1
    tally[f"confusion:{gold.stage}:{predicted.stage}"] += 1

    def note(name: str, right: bool) -> None:
        tally[f"{name}:right"] += right
        tally[f"{name}:total"] += 1

    sides = Side(gold), Side(predicted)
    for name, right in agreement.slots.items():
        note(f"slot:{name}", right)
        if any(side.fills(name) for side in sides):
            note(f"filled:{name}", right)
    for name, right in agreement.extras.items():
        note(f"extra:{name}", right)
    for name, right in agreement.exact.items():
        note(f"exact:{name}", right)
        note(f"overlap:{name}", agreement.overlapping[name])
    note("evidence", agreement.shared > 0)
    tally["jaccard:right"] += agreement.shared
    tally["jaccard:total"] += agreement.spanned
