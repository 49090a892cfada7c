"""What went wrong, claim by claim, each error with its class and its sentence."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from armstrade.claims import Document, TransferClaim

from .agreement import same_party
from .report import Report
from .score import DocumentScore

KINDS = {
    "swapped": "supplier and recipient changed places",
    "supplier": "the other party and the category are right",
    "recipient": "the other party and the category are right",
    "category": "both parties are right",
    "stage": "the triple is right",
    "polarity": "triple and stage are right",
    "factuality": "the claim is right, how it is vouched for is not",
    "quantity": "the claim is right, how many is not",
    "merged": "found once, but gold has two such claims",
    "split": "found once too often",
    "missed": "nothing like it was found",
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
    missed, spurious = row.missed("triple"), row.spurious("triple")
    for pair in row.pairs:
        if not pair.reaches(level):
            agreed = pair.agreement.slots
            wrong = next(name for name in ("stage", "polarity", "factuality", "quantity")
                         if not agreed[name])  # fmt: skip
            yield wrong, row.gold[pair.gold], row.predicted[pair.predicted]
    # Near misses, the nearest kind first; the order of claims decides between equals.
    for kind in ("swapped", "supplier", "recipient", "category"):
        for i in list(missed):
            for j in spurious:
                if _near_miss(row.gold[i], row.predicted[j]) == kind:
                    yield kind, row.gold[i], row.predicted[j]
                    missed.remove(i)
                    spurious.remove(j)
                    break
    matched = [(row.gold[pair.gold], row.predicted[pair.predicted]) for pair in row.pairs]
    for i in missed:
        again = any(_same_triple(row.gold[i], one) for one, _ in matched)
        yield ("merged" if again else "missed"), row.gold[i], None
    for j in spurious:
        again = any(_same_triple(row.predicted[j], one) for _, one in matched)
        yield ("split" if again else "spurious"), None, row.predicted[j]


def _near_miss(gold: TransferClaim, predicted: TransferClaim) -> str | None:
    category = gold.materiel.category == predicted.materiel.category
    supplier = same_party(gold.supplier, predicted.supplier)
    recipient = same_party(gold.recipient, predicted.recipient)
    if category and same_party(gold.supplier, predicted.recipient) and same_party(
        gold.recipient, predicted.supplier
    ):  # fmt: skip
        return "swapped"
    # Sharing two of three says little in an article about one pair of states: a wrong
    # party or category must have been read from the same words.
    if not _same_evidence(gold, predicted):
        return None
    right = (supplier, recipient, category)
    return {
        (False, True, True): "supplier",
        (True, False, True): "recipient",
        (True, True, False): "category",
    }.get(right)


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
