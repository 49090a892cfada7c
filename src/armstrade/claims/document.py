"""Documents: the immutable texts that claims point into."""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
import re
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from .span import Model

_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


def _check_partial_date(value: object) -> object:
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str):
        value = value.strip()
        if not _PARTIAL_DATE.match(value):
            raise ValueError(f"{value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
        try:
            _bounds(value)
        except ValueError:
            raise ValueError(f"{value!r} is no day of the calendar") from None
    return value


def _bounds(text: str) -> tuple[dt.date, dt.date]:
    year, month, day = (int(part) for part in (text + "-0-0").split("-")[:3])
    if day:
        return dt.date(year, month, day), dt.date(year, month, day)
    if month:
        last = calendar.monthrange(year, month)[1]
        return dt.date(year, month, 1), dt.date(year, month, last)
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


PartialDate = Annotated[str, BeforeValidator(_check_partial_date)]
"""An ISO 8601 date that may lack day and month: ``2023``, ``2023-11``, ``2023-11-08``."""


class Document(Model):
    """One article.

    Attributes
    ----------
    id
        Names the document. Left out, it is a hash of the text.
    text
        The article as read. Never changed afterwards: all spans point into it.
    language
        ISO 639-1 code, or ``None`` when it has to be detected.
    published
        Day, month or year of publication (`PartialDate`), or ``None`` when not known.
    title
        The headline where it is known apart from the text; no claim points into it.
    url, outlet
        Where it stood.

    Examples
    --------
    >>> doc = Document(text="Berlin liefert Panzer.", language="de", published="2023-02")
    >>> doc.published_on
    datetime.date(2023, 2, 28)
    """

    id: str = Field(default="", description="names the document; default: a hash of its text")
    text: str
    language: str | None = Field(default=None, pattern=r"^[a-z]{2}$")
    published: PartialDate | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None

    @model_validator(mode="after")
    def _name_it(self) -> Self:
        if not self.id:
            digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "id", f"sha256:{digest[:16]}")
        return self

    @property
    def published_between(self) -> tuple[dt.date, dt.date] | None:
        """First and last day on which it may have been published."""
        return None if self.published is None else _bounds(self.published)

    @property
    def published_on(self) -> dt.date | None:
        """The latest day of publication: what "yesterday" is counted from."""
        bounds = self.published_between
        return None if bounds is None else bounds[1]
