"""Drafts: claims whose author hands over words and leaves the offsets to the core.

`ClaimDraft` is the record of the annotation guide with every slot
loosened: where a claim wants a `Span`, a draft takes the words. `ground` finds
the words in the document; what does not stand there is an error, never a guess.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Self, TypeVar

from pydantic import Field, ValidationError, model_validator

from armstrade.errors import GroundingError

from .document import Document
from .enums import Category, Condition, Counting, Factuality, Mode, Polarity, Stage, Unit
from .locate import Slot, locate
from .models import (
    Materiel,
    Party,
    Period,
    Provenance,
    Quantity,
    Source,
    TransferClaim,
    Value,
)
from .span import Model, Span

M = TypeVar("M", bound=Model)

Bounds = Sequence[tuple[int, int]]
"""Sentence borders: half-open pairs of offsets, in text order."""


class Words(Model):
    """Words of a document: the wording alone, or the wording and where it begins.

    Attributes
    ----------
    text
        As written in the document.
    at
        Offset of its first code point, ``None`` when the core is to find it. An offset
        that is given is checked, and a wrong one is an error.

    Examples
    --------
    >>> Words.model_validate("Moskau")
    Words(text='Moskau', at=None)
    """

    text: str = Field(min_length=1)
    at: int | None = Field(default=None, ge=0)

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"text": data}
        if isinstance(data, Span):
            return {"text": data.text, "at": data.start}
        if isinstance(data, Model) and hasattr(data, "span") and not isinstance(data, cls):
            data = {name: getattr(data, name) for name in type(data).model_fields}
        if isinstance(data, dict) and isinstance(data.get("start"), int):
            data = {"span": data}  # a dumped Span; the start of a date is no int
        if isinstance(data, dict) and isinstance(data.get("span"), Span | dict):
            span = Span.model_validate(data["span"])
            rest = {name: value for name, value in data.items() if name != "span"}
            return {**rest, "text": span.text, "at": span.start}
        return data


class PartyDraft(Words):
    """A party by its words; `id` and `country` are looked up when both are left out."""

    id: str | None = None
    country: str | None = None


class MaterielDraft(Words):
    """Materiel by its words; the category is looked up when left out."""

    category: Category | None = None
    designation: str | None = None


class QuantityDraft(Words):
    """A quantity by its words and bounds."""

    min: int | None = None
    max: int | None = None
    unit: Unit = Unit.PIECE
    counting: Counting | None = None


class PeriodDraft(Words):
    """A date by its words and its first and last day."""

    start: dt.date
    end: dt.date


class ValueDraft(Words):
    """A price by its words, bounds and currency."""

    min: float | None = None
    max: float | None = None
    currency: str | None = None


class ClaimDraft(Model):
    """A claim as a plugin may hand it over: words in place of spans.

    A slot takes a plain string, a `Span`, a model of the claim itself (`Party`,
    `Materiel` …) or a mapping as in the annotation guide. The evidence may be left
    out: it becomes the run of sentences in which the other words stand.

    Examples
    --------
    >>> draft = ClaimDraft(
    ...     supplier={"text": "Berlin", "id": "DE", "country": "DE"},
    ...     materiel={"text": "Panzer", "category": "armoured_vehicle"},
    ...     stage="delivered",
    ... )
    >>> doc = Document(id="x", text="Regen. Berlin liefert Panzer.")
    >>> claim = ground(draft, doc, sentences=[(0, 6), (7, 29)])
    >>> claim.materiel.span, claim.evidence[0].text
    (Span(start=22, end=28, text='Panzer'), 'Berlin liefert Panzer.')
    """

    supplier: PartyDraft | None = None
    recipient: PartyDraft | None = None
    intermediary: PartyDraft | None = None
    materiel: MaterielDraft
    quantity: QuantityDraft | None = None
    stage: Stage
    polarity: Polarity = Polarity.AFFIRMED
    factuality: Factuality = Factuality.ASSERTED
    date: PeriodDraft | None = None
    mode: Mode = Mode.UNSPECIFIED
    consideration: Words | None = None
    attribution: tuple[Words, ...] = ()
    evidence: tuple[Words, ...] = ()
    condition: Condition | None = None
    value: ValueDraft | None = None
    maker: PartyDraft | None = None
    places: tuple[Words, ...] = ()
    confidence: float | None = Field(default=None, ge=0, le=1)
    rule: str | None = None

    @model_validator(mode="after")
    def _has_a_party(self) -> Self:
        if self.supplier is None and self.recipient is None:
            raise ValueError("a claim needs a supplier or a recipient")
        return self

    def slots(self) -> list[Slot]:
        """Every slot with words, evidence apart, in the order of the claim's fields."""
        found = []
        for name in _SINGLE:
            words = getattr(self, name)
            if words is not None:
                found.append(Slot(name, words.text, words.at, core=name in _CORE))
        for name in _MANY:
            for number, words in enumerate(getattr(self, name)):
                found.append(Slot(f"{name}[{number}]", words.text, words.at, core=False))
        return found


_CORE = ("supplier", "recipient", "materiel", "quantity")
_SINGLE = ("supplier", "recipient", "intermediary", "materiel", "quantity", "date",
           "consideration", "value", "maker")  # fmt: skip
_MANY = ("attribution", "places")


class Lookup:
    """What the words of a slot mean, for drafts that do not say so.

    Subclass it to resolve names; this one knows nothing.
    """

    def party(self, span: Span) -> Party | None:
        """The party that stands at `span`, ``None`` when not known."""
        return None

    def materiel(self, span: Span) -> Materiel | None:
        """The materiel that stands at `span`, ``None`` when not known."""
        return None


def ground(
    draft: ClaimDraft,
    document: Document,
    *,
    sentences: Bounds | Callable[[], Bounds] | None = None,
    lookup: Lookup | None = None,
) -> TransferClaim:
    """Turn a draft into a claim by finding its words in the document.

    Parameters
    ----------
    draft
        What was claimed.
    document
        Where it was read.
    sentences
        Borders of the document's sentences (or a function that computes them), needed
        when the draft quotes no evidence.
    lookup
        Resolves parties and materiel that the draft gives by their words alone.

    Returns
    -------
    TransferClaim
        Every span verified against `document`.

    Raises
    ------
    GroundingError
        Names the slot whose words do not stand in the document, or that cannot be
        understood.

    Notes
    -----
    Words that occur several times are taken inside the evidence, else nearest to it
    (as in the annotation guide); whole words come before parts of words. Without
    evidence, supplier, recipient, materiel and quantity are taken where they stand
    closest together. Runs of white space match each other, nothing else is loosened.
    """
    spans, evidence = locate(
        draft.slots(),
        [(words.text, words.at) for words in draft.evidence],
        document,
        sentences=sentences,
    )
    lookup = lookup or Lookup()
    build = _Builder(spans, document)

    def party(name: str) -> Party | None:
        words: PartyDraft | None = getattr(draft, name)
        if words is None:
            return None
        if words.id is None and words.country is None:
            known = lookup.party(spans[name])
            if known is not None:
                return build(Party, name, {"id": known.id, "country": known.country})
        return build(Party, name, _rest(words))

    def many(name: str, count: int) -> list[Span]:
        return [spans[f"{name}[{number}]"] for number in range(count)]

    slots: dict[str, Any] = {
        "supplier": party("supplier"),
        "recipient": party("recipient"),
        "intermediary": party("intermediary"),
        "maker": party("maker"),
        "materiel": _materiel(draft.materiel, spans["materiel"], lookup, document),
        "quantity": draft.quantity and build(Quantity, "quantity", _rest(draft.quantity)),
        "date": draft.date and build(Period, "date", _rest(draft.date)),
        "value": draft.value and build(Value, "value", _rest(draft.value)),
        "consideration": spans.get("consideration"),
        "attribution": tuple(
            Source(span=span) for span in many("attribution", len(draft.attribution))
        ),
        "places": tuple(many("places", len(draft.places))),
        "evidence": tuple(evidence),
        "provenance": draft.rule and Provenance(extractor="", rule=draft.rule),
    }
    claim = TransferClaim(
        document_id=document.id,
        stage=draft.stage,
        polarity=draft.polarity,
        factuality=draft.factuality,
        mode=draft.mode,
        condition=draft.condition,
        confidence=draft.confidence,
        **slots,
    )
    return claim.verify(document)


class _Builder:
    """Builds the models of slots; what does not fit is told with the slot's name."""

    def __init__(self, spans: dict[str, Span], document: Document) -> None:
        self._spans = spans
        self._document = document

    def __call__(self, model: type[M], slot: str, values: dict[str, Any]) -> M:
        span = self._spans[slot]
        try:
            return model.model_validate({**values, "span": span})
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join([slot, *(str(part) for part in first["loc"])])
            raise GroundingError(
                f"{where}: {first['msg']} (document {self._document.id!r})",
                document_id=self._document.id,
                words=span.text,
            ) from error


def _rest(words: Words) -> dict[str, Any]:
    """The normalised values of a slot: all its fields but the words themselves."""
    return words.model_dump(exclude={"text", "at"})


def _materiel(words: MaterielDraft, span: Span, lookup: Lookup, document: Document) -> Materiel:
    category, designation = words.category, words.designation
    if category is None:
        known = lookup.materiel(span)
        if known is None:
            raise GroundingError(
                f"materiel: no category is known for {span.text!r} "
                f"(document {document.id!r}); name one in the draft",
                document_id=document.id,
                words=span.text,
            )
        category, designation = known.category, designation or known.designation
    return Materiel(category=category, designation=designation, span=span)
