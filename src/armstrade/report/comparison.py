"""Several extractors on one article: their statements side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from armstrade.claims import Document, Span, TransferClaim
from armstrade.combine.clusters import clusters
from armstrade.plugins.outcome import Outcome, Status

from .slots import SLOTS, Slot, behind, confidence_words


@dataclass(frozen=True, slots=True)
class Row:
    """What each column says in one slot.

    Attributes
    ----------
    cells
        Words by column; empty where the slot is left open, ``None`` where the column does
        not make the statement.
    odd
        By column, whether it says something else than most of the extractors do.
    """

    slot: str
    cells: tuple[str | None, ...]
    odd: tuple[bool, ...]

    @property
    def differs(self) -> bool:
        """Whether not all say the same."""
        return any(self.odd)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as the columns read it.

    Attributes
    ----------
    claims
        By column, ``None`` where a column does not make the statement.
    rows
        The slots that at least one of them fills.
    behind
        Confidence, and the rule, model or example, where any of them gives one.
    """

    claims: tuple[TransferClaim | None, ...]
    rows: tuple[Row, ...]
    behind: tuple[Row, ...]

    @property
    def evidence(self) -> list[Span]:
        """The sentences that anybody quotes, in text order, each once."""
        found = {span for claim in self.claims if claim is not None for span in claim.evidence}
        return sorted(found, key=lambda span: (span.start, span.end))

    @property
    def differing(self) -> list[str]:
        """Names of the slots in which not all say the same."""
        return [row.slot for row in self.rows if row.differs]


@dataclass(frozen=True, slots=True)
class Column:
    """An extractor, or the combination of all.

    Attributes
    ----------
    note
        Why it says nothing, where it could not read the article.
    combined
        Whether it is the combination.
    """

    name: str
    claims: int
    note: str = ""
    combined: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What several extractors say about one article, side by side."""

    document: Document
    columns: tuple[Column, ...]
    statements: tuple[Statement, ...]

    def told_by(self, statement: Statement) -> list[str]:
        """Names of the extractors that make a statement, without the combination."""
        return [
            column.name
            for column, claim in zip(self.columns, statement.claims, strict=True)
            if claim is not None and not column.combined
        ]

    def verdict(self, statement: Statement) -> str:
        """How the extractors stand to a statement, in a few words."""
        names = self.told_by(statement)
        if not names:
            return "only the combination"
        if len(names) == 1:
            return f"only {names[0]}"
        if statement.differing:
            return f"{_listed(names)} differ in {_listed(statement.differing)}"
        return f"{_listed(names)} agree"

    def summary(self) -> str:
        """How many statements are told alike, differently and by one alone."""
        kinds = Counter(
            "alone" if len(self.told_by(one)) < 2 else "differ" if one.differing else "alike"
            for one in self.statements
        )
        count = len(self.statements)
        return (
            f"{count} statement{'' if count == 1 else 's'}: {kinds['alike']} told alike by several "
            f"extractors, {kinds['differ']} with differences, {kinds['alone']} by one alone"
        )


def compare(
    document: Document,
    outcomes: Iterable[Outcome],
    *,
    combined: Sequence[TransferClaim] | None = None,
    combiner: str = "",
) -> Comparison:
    """Put what extractors said about one article side by side.

    Parameters
    ----------
    outcomes
        One per extractor; they become columns in the order of names.
    combined, combiner
        The combination of these, and the name of the combiner, for a last column.
    """
    told = sorted(outcomes, key=lambda outcome: outcome.extractor)
    columns = [_column(outcome) for outcome in told]
    if combined is not None:
        name = f"{combiner} (combined)"
        columns.append(Column(name, len(combined), combined=True))
        told.append(Outcome(name, Status.CLAIMS, tuple(combined)))
    names = [column.name for column in columns]
    statements = []
    for cluster in clusters(told):
        by_name = dict(cluster.claims)
        claims = tuple(by_name.get(name) for name in names)
        statements.append(statement_of(claims, [column.combined for column in columns]))
    statements.sort(key=_place)
    return Comparison(document, tuple(columns), tuple(statements))


def statement_of(
    claims: Sequence[TransferClaim | None], combined: Sequence[bool] | None = None
) -> Statement:
    """The slots of some readings of one statement, row by row.

    Parameters
    ----------
    combined
        By column, whether it is a combination, whose vote does not count.
    """
    aside = [False] * len(claims) if combined is None else list(combined)
    rows = [_row(slot, claims, aside) for slot in SLOTS]
    said = [row for row in rows if any(row.cells)]
    even = (False,) * len(claims)
    about = [
        Row(name, tuple(None if one is None else words(one) for one in claims), even)
        for name, words in (("confidence", confidence_words), ("by", behind))
    ]
    return Statement(tuple(claims), tuple(said), tuple(row for row in about if any(row.cells)))


def _row(slot: Slot, claims: Sequence[TransferClaim | None], aside: Sequence[bool]) -> Row:
    cells = tuple(None if claim is None else slot.words(claim) for claim in claims)
    keys = [None if claim is None else (slot.key(claim),) for claim in claims]
    votes = Counter(key for key, out in zip(keys, aside, strict=True) if key and not out)
    if not votes:
        return Row(slot.name, cells, (False,) * len(cells))
    most = max(votes.values())
    # Without one answer that most give, all of them differ.
    usual = [key for key, count in votes.items() if count == most]
    odd = tuple(key is not None and (len(usual) > 1 or key != usual[0]) for key in keys)
    return Row(slot.name, cells, odd)


def _column(outcome: Outcome) -> Column:
    note = ""
    if outcome.status is Status.ABSTAINED:
        note = f"abstained: {outcome.reason or 'no reason given'}"
    elif outcome.error is not None:
        note = f"failed: {outcome.error.type}: {outcome.error.message}"
    elif outcome.vetoes:
        note = f"says of {len(outcome.vetoes)} passages that they are no claims"
    return Column(outcome.extractor, len(outcome.claims), note)


def _place(statement: Statement) -> tuple[int, int, int]:
    evidence = statement.evidence
    materiel = min(claim.materiel.span.start for claim in statement.claims if claim is not None)
    return (evidence[0].start, materiel, evidence[-1].end)


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
