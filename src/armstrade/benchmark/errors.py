"""What went wrong, claim by claim, each error with its class and its sentence."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, overload

from armstrade.claims import Document, Span, TransferClaim

from .align import Pair
from .matching import content, same_party
from .score import DocumentScore

if TYPE_CHECKING:
    from .report import Report


class _Mention(Protocol):
    @property
    def span(self) -> Span: ...


KINDS = {
    "direction": "supplier and recipient changed places",
    "party": "the right words for the materiel, but other parties",
    "materiel": "the right parties, but another category",
    "stage": "the right transfer, but another stage",
    "scope": "negated, hedged or vouched for otherwise",
    "number": "the right claim, but another number",
    "boundary": "the right words, but cut otherwise, and so another value",
    "merged": "found once, but gold has it more than once",
    "split": "found more often than gold has it",
    "missed": "nothing like it was found: its trigger was missed",
    "spurious": "gold has nothing like it",
}
"""Classes of errors, from the nearest miss to the farthest, each with its meaning."""


@dataclass(frozen=True)
class Error:
    """One gold claim that was not found, or one false claim, or both at once.

    Attributes
    ----------
    kind
        One of `KINDS`.
    document
        Where it happened.
    gold, predicted
        What was to be found and what was found; one of them may be ``None``.
    """

    kind: str
    document: Document
    gold: TransferClaim | None
    predicted: TransferClaim | None

    def __str__(self) -> str:
        lines = [f"{self.document.id}  {self.kind}: {KINDS[self.kind]}"]
        shown: list[str] = []
        for label, claim in (("gold", self.gold), ("found", self.predicted)):
            if claim is None:
                continue
            lines += _wrap(describe(claim), f"  {label:<5}  ")
            shown += [span.text for span in claim.evidence if span.text not in shown]
        for sentence in shown:
            lines += _wrap(" ".join(sentence.split()), "         > ")
        if self.predicted and self.predicted.provenance and self.predicted.provenance.rule:
            lines.append(f"         by {self.predicted.provenance.rule}")
        return "\n".join(lines)


class Errors(Sequence[Error]):
    """Errors of one system; printing them gives a page to read.

    Attributes
    ----------
    system, level
        Whose errors, at which level.
    """

    def __init__(self, system: str, level: str, errors: Sequence[Error]) -> None:
        self.system = system
        self.level = level
        self._errors = tuple(errors)

    def __len__(self) -> int:
        return len(self._errors)

    @overload
    def __getitem__(self, index: int) -> Error: ...
    @overload
    def __getitem__(self, index: slice) -> Errors: ...
    def __getitem__(self, index: int | slice) -> Error | Errors:
        if isinstance(index, slice):
            return Errors(self.system, self.level, self._errors[index])
        return self._errors[index]

    def __iter__(self) -> Iterator[Error]:
        return iter(self._errors)

    @property
    def kinds(self) -> dict[str, int]:
        """How many of each class, the most frequent first."""
        return dict(Counter(error.kind for error in self._errors).most_common())

    def only(self, *kinds: str, document_id: str | None = None) -> Errors:
        """The errors of these classes, or of one document."""
        return Errors(self.system, self.level, [
            error for error in self._errors
            if (not kinds or error.kind in kinds)
            and document_id in (None, error.document.id)
        ])  # fmt: skip

    def summary(self) -> str:
        """One line per class."""
        missed = sum(error.gold is not None for error in self._errors)
        false = sum(error.predicted is not None for error in self._errors)
        lines = [f"{self.system}, {self.level} level: {missed} gold claims not found, "
                 f"{false} false claims"]  # fmt: skip
        lines += [f"  {count:5}  {kind:<10}  {KINDS[kind]}" for kind, count in self.kinds.items()]
        return "\n".join(lines)

    def __str__(self) -> str:
        return "\n\n".join([self.summary(), *map(str, self._errors)])


def errors(report: Report, system: str | None = None, *, level: str = "claim") -> Errors:
    """List what one system got wrong.

    Parameters
    ----------
    system
        Its name; the first of the report when left out.
    level
        ``triple``, ``claim`` or ``full``.

    Returns
    -------
    Errors
        In corpus order. Each gold claim not found and each false claim stands in exactly
        one error, so that the errors with a gold claim add up to ``fn`` and those with a
        predicted one to ``fp``.
    """
    chosen = report[system] if system is not None else report.systems[0]
    rows = {row.document_id: row for row in chosen.score}
    found: list[Error] = []
    for gold in report.corpus:
        row = rows[gold.id]
        found += [
            Error(kind, gold.document, one, other) for kind, one, other in _classify(row, level)
        ]
    return Errors(chosen.name, level, found)


def describe(claim: TransferClaim) -> str:
    """A claim in one line.

    Examples
    --------
    >>> from armstrade import corpora
    >>> describe(corpora.load("newsroom/de/dev")[0].claims[0]).split(" · ")[0]
    'FR “Paris” → EG “Ägypten”'
    """

    def party(one: str) -> str:
        value = getattr(claim, one)
        return "?" if value is None else f"{value.id or 'nobody in particular'} “{value.span.text}”"

    materiel = f"{claim.materiel.category} “{claim.materiel.span.text}”"
    if claim.quantity is not None:
        low, high = claim.quantity.min, claim.quantity.max
        number = f"{low}" if low == high else f"{_bound(low)}–{_bound(high)}"
        materiel += f" × {number if low is not None or high is not None else '?'}"
    parts = [f"{party('supplier')} → {party('recipient')}", materiel,
             f"{claim.stage}/{claim.polarity}/{claim.factuality}"]  # fmt: skip
    if claim.date is not None:
        parts.append(f"{claim.date.start}…{claim.date.end}")
    if claim.mode != "unspecified":
        parts.append(claim.mode)
    if claim.attribution:
        parts.append("says " + " < ".join(source.span.text for source in claim.attribution))
    return " · ".join(parts)


def _classify(
    row: DocumentScore, level: str
) -> Iterator[tuple[str, TransferClaim | None, TransferClaim | None]]:
    for pair in row.pairs:
        if not pair.reaches(level):
            gold, predicted = row.gold[pair.gold], row.predicted[pair.predicted]
            yield _wrong(pair, gold, predicted), gold, predicted
    # What a claim says, not where it is listed, decides between equals.
    missed = sorted(row.missed("triple"), key=lambda index: content(row.gold[index]))
    false = sorted(row.spurious("triple"), key=lambda index: content(row.predicted[index]))
    for kind in ("direction", "boundary", "party", "materiel"):
        for i in list(missed):
            for j in false:
                if near_miss(row.gold[i], row.predicted[j]) == kind:
                    yield kind, row.gold[i], row.predicted[j]
                    missed.remove(i)
                    false.remove(j)
                    break
    matched = [(row.gold[pair.gold], row.predicted[pair.predicted]) for pair in row.pairs]
    for i in missed:
        again = any(_same_triple(row.gold[i], one) for one, _ in matched)
        yield ("merged" if again else "missed"), row.gold[i], None
    for j in false:
        again = any(_same_triple(row.predicted[j], one) for _, one in matched)
        yield ("split" if again else "spurious"), None, row.predicted[j]


def _wrong(pair: Pair, gold: TransferClaim, predicted: TransferClaim) -> str:
    """The first slot in which two claims differ that agree on the triple, as a class."""
    agreed = pair.agreement.slots
    if not agreed["stage"]:
        return "stage"
    if not (agreed["polarity"] and agreed["factuality"]):
        return "scope"
    return "boundary" if _cut_otherwise(gold.quantity, predicted.quantity) else "number"


def near_miss(gold: TransferClaim, predicted: TransferClaim) -> str | None:
    """How two claims that do not agree on the triple are near each other.

    Returns
    -------
    str or None
        ``direction``, ``boundary``, ``party`` or ``materiel``; ``None`` when they are not near.
    """
    category = gold.materiel.category == predicted.materiel.category
    supplier = same_party(gold.supplier, predicted.supplier)
    recipient = same_party(gold.recipient, predicted.recipient)
    if category and same_party(gold.supplier, predicted.recipient) and same_party(
        gold.recipient, predicted.supplier
    ):  # fmt: skip
        return "direction"
    # Sharing two of three says little in an article about one pair of states: a wrong
    # party or category must have been read from the same words.
    if not _same_evidence(gold, predicted):
        return None
    if category and (supplier or recipient):
        name = "recipient" if supplier else "supplier"
        cut = _cut_otherwise(getattr(gold, name), getattr(predicted, name))
        return "boundary" if cut else "party"
    if category and gold.materiel.span.overlaps(predicted.materiel.span):
        return "party"
    if supplier and recipient:
        cut = _cut_otherwise(gold.materiel, predicted.materiel)
        return "boundary" if cut else "materiel"
    return None


def _cut_otherwise(gold: _Mention | None, predicted: _Mention | None) -> bool:
    """Whether two mentions share words but not borders."""
    if gold is None or predicted is None:
        return False
    borders = [(one.span.start, one.span.end) for one in (gold, predicted)]
    return borders[0] != borders[1] and gold.span.overlaps(predicted.span)


def _same_triple(one: TransferClaim, other: TransferClaim) -> bool:
    return (
        one.materiel.category == other.materiel.category
        and same_party(one.supplier, other.supplier)
        and same_party(one.recipient, other.recipient)
    )


def _same_evidence(one: TransferClaim, other: TransferClaim) -> bool:
    return any(a.overlaps(b) for a in one.evidence for b in other.evidence)


def _bound(value: int | None) -> str:
    return "" if value is None else str(value)


def _wrap(words: str, indent: str) -> list[str]:
    return textwrap.wrap(
        words, width=100, initial_indent=indent, subsequent_indent=" " * len(indent)
    )
