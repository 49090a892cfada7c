"""Spans: the words in a document that something was read from."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from armstrade.errors import GroundingError


class Model(BaseModel):
    """Base of all models: frozen, no unknown fields, dumps enums as their values."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """A stretch of ``Document.text``.

    Attributes
    ----------
    start, end
        Half-open offsets in Unicode code points.
    text
        ``document.text[start:end]``, exactly.

    Examples
    --------
    >>> Span.of("Berlin liefert Panzer.", 15, 21)
    Span(start=15, end=21, text='Panzer')
    >>> Span(start=0, end=3, text="Berlin")
    Traceback (most recent call last):
    ...
    pydantic_core._pydantic_core.ValidationError: 1 validation error for Span
      Value error, the text has 6 code points but end - start is 3 [type=value_error, ...
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"the text has {len(self.text)} code points but end - start is "
                f"{self.end - self.start}"
            )
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of ``text[start:end]``."""
        return cls(start=start, end=end, text=text[start:end])

    def verify(self, text: str, *, document_id: str | None = None) -> None:
        """Raise `GroundingError` unless ``text[start:end]`` is this span's text."""
        found = text[self.start : self.end]
        if found != self.text:
            raise GroundingError(
                f"document {document_id!r} has {found!r} at {self.start}:{self.end}, "
                f"not {self.text!r}; count offsets in code points of Document.text",
                document_id=document_id,
                words=self.text,
            )

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point (touching is not sharing)."""
        return self.start < other.end and other.start < self.end
