"""The transfer claim and its slots.

Field names are those of the annotation guide; every mention carries
the `Span` it was read from.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Self

from pydantic import Field, computed_field, model_validator

from armstrade.errors import GroundingError

from .document import Document
from .enums import Category, Condition, Counting, Factuality, Mode, Polarity, Stage, Unit
from .span import Model, Span

SCHEMA_VERSION = "1.1"
"""Version of the JSON form of a claim; follows semantic versioning on its own."""


class Party(Model):
    """A supplier, recipient, intermediary or maker.

    Attributes
    ----------
    id
        ISO 3166-1 alpha-2 code, ``org:Name``, a bloc (``EU``, ``NATO``, ``UN``, ``WEST``),
        or ``None`` for a group without fixed members ("allies").
    country
        ISO 3166-1 alpha-2 code of the state it belongs to, or ``None`` where it has none.
    """

    id: str | None = Field(default=None, pattern=r"^([A-Z]{2}|EU|NATO|UN|WEST|org:.+)$")
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    span: Span

    @property
    def key(self) -> str | None:
        """What two mentions of the same party share: the country, else the id."""
        return self.country or self.id


class Materiel(Model):
    """What is transferred.

    Attributes
    ----------
    designation
        Type name in its usual English spelling ("Leopard 2A6"), ``None`` when no type is named.
    """

    category: Category
    designation: str | None = None
    span: Span


class Quantity(Model):
    """How many, as an interval of whole numbers.

    Attributes
    ----------
    min, max
        Bounds, both included; ``None`` where the text sets no bound.
    """

    min: int | None = Field(default=None, ge=0)
    max: int | None = Field(default=None, ge=0)
    unit: Unit = Unit.PIECE
    span: Span
    counting: Counting | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        return self


class Period(Model):
    """When the stage's own event happens: an interval of days, both included."""

    start: dt.date
    end: dt.date
    span: Span

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start > self.end:
            raise ValueError(f"start {self.start} is after end {self.end}")
        return self


class Source(Model):
    """Somebody quoted for a claim."""

    span: Span


class Value(Model):
    """A price: an interval in one currency (ISO 4217), units of that currency."""

    min: float | None = Field(default=None, ge=0)
    max: float | None = Field(default=None, ge=0)
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    span: Span


class Ballot(Model):
    """One answer to one slot of a combined claim.

    Attributes
    ----------
    slot
        Name of the slot; of slots decided together, the first ("stage" with polarity).
    value
        The answer in words, empty when it leaves the slot open.
    voters
        Names of the extractors that gave it, sorted.
    chosen
        Whether the combined claim took it.
    """

    slot: str
    value: str
    voters: tuple[str, ...]
    chosen: bool


class Provenance(Model):
    """Who said so: never part of a claim's identity.

    Attributes
    ----------
    extractor, version
        Name and version of the extractor.
    options_digest
        Hash of its options, ``None`` when it has none.
    rule
        Id of the rule, model or example behind the claim.
    votes
        Names of the extractors behind a combined claim.
    ballots
        Who said what in each slot, of a claim that several extractors make together.
    """

    extractor: str
    version: str | None = None
    options_digest: str | None = None
    rule: str | None = None
    votes: tuple[str, ...] = ()
    ballots: tuple[Ballot, ...] = ()


_pack = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode
_UNSAID = frozenset({"confidence", "provenance"})
"""Fields that are no part of what a claim says."""


class TransferClaim(Model):
    """A statement that materiel moved, is to move or did not move between two parties.

    Attributes
    ----------
    supplier, recipient
        ``None`` when the text names no such party; a party without id keeps its words.
    intermediary
        The party through which the materiel passes.
    date
        When the stage's own event happens or happened, not when it was reported.
    consideration
        Goods, services or favours given in exchange, as written.
    attribution
        Who is quoted for it, outermost first.
    evidence
        The whole sentences from which the claim can be read.
    confidence
        In [0, 1], or ``None`` when the extractor gives none.
    provenance
        Who said so; not part of the claim's `id`.

    Notes
    -----
    `verify` checks every span against the document. The runner calls it for each
    claim of each extractor, so that an ungrounded claim never reaches a user.
    """

    document_id: str
    supplier: Party | None = None
    recipient: Party | None = None
    intermediary: Party | None = None
    materiel: Materiel
    quantity: Quantity | None = None
    stage: Stage
    polarity: Polarity = Polarity.AFFIRMED
    factuality: Factuality = Factuality.ASSERTED
    date: Period | None = None
    mode: Mode = Mode.UNSPECIFIED
    consideration: Span | None = None
    attribution: tuple[Source, ...] = ()
    evidence: tuple[Span, ...] = Field(min_length=1)
    condition: Condition | None = None
    value: Value | None = None
    maker: Party | None = None
    places: tuple[Span, ...] = ()
    confidence: float | None = Field(default=None, ge=0, le=1)
    provenance: Provenance | None = None

    @model_validator(mode="before")
    @classmethod
    def _drop_own_id(cls, data: Any) -> Any:
        # `id` is derived; a dumped claim carries it and must load again.
        if isinstance(data, dict) and "id" in data:
            data = {key: value for key, value in data.items() if key != "id"}
        return data

    @model_validator(mode="after")
    def _has_a_party(self) -> Self:
        if self.supplier is None and self.recipient is None:
            raise ValueError("a claim needs a supplier or a recipient")
        return self

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def id(self) -> str:
        """Hash of what is said (document and slots), not of who said so or how surely."""
        said = self.model_dump(mode="json", exclude={"id", *_UNSAID})
        return hashlib.sha256(_pack(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed, not validated; its `id` is that of what it says now.

        Examples
        --------
        >>> claim = TransferClaim(
        ...     document_id="d",
        ...     supplier=Party(id="DE", country="DE", span=Span(start=0, end=6, text="Berlin")),
        ...     materiel=Materiel(category="uav", span=Span(start=15, end=22, text="Drohnen")),
        ...     stage="planned",
        ...     evidence=(Span(start=0, end=23, text="Berlin liefert Drohnen."),),
        ... )
        >>> claim.model_copy(update={"stage": Stage.DELIVERED}).id == claim.id
        False
        >>> claim.model_copy(update={"confidence": 0.5}).id == claim.id
        True
        """
        copied = super().model_copy(update=update, deep=deep)
        # The id was worked out for the original, and a copy inherits it with the fields.
        if not (update or {}).keys() <= _UNSAID:
            copied.__dict__.pop("id", None)
        return copied

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Every span with the name of its slot."""
        for name in ("supplier", "recipient", "intermediary", "materiel", "quantity", "date",
                     "value", "maker"):  # fmt: skip
            slot = getattr(self, name)
            if slot is not None:
                yield name, slot.span
        if self.consideration is not None:
            yield "consideration", self.consideration
        for source in self.attribution:
            yield "attribution", source.span
        for span in self.evidence:
            yield "evidence", span
        for span in self.places:
            yield "places", span

    def verify(self, document: Document) -> Self:
        """Return the claim if each of its spans stands in `document`.

        Raises
        ------
        GroundingError
            Names the slot whose words are not where they should be.
        """
        if self.document_id != document.id:
            raise GroundingError(
                f"the claim belongs to document {self.document_id!r}, not {document.id!r}",
                document_id=document.id,
            )
        text = document.text
        for name, span in self.spans():
            if text[span.start : span.end] != span.text:
                try:
                    span.verify(text, document_id=document.id)
                except GroundingError as error:
                    raise GroundingError(
                        f"{name}: {error}", document_id=document.id, words=span.text
                    ) from None
        return self
