"""HTML in, article out."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from armstrade.claims import Document
from armstrade.errors import InputError, MissingDependencyError

from .decoding import decode

_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html[^>]*\slang\s*=\s*["']?([A-Za-z]{2})\b""", re.IGNORECASE)


def page_document(
    page: bytes,
    *,
    id: str,
    language: str | None = None,
    published: str | None = None,
    encoding: str | None = None,
) -> Document:
    """The article of an HTML page, as trafilatura finds it (its fast mode).

    ``Document.text`` is the extracted text, the headline first, as a headline
    counts like any other sentence; offsets refer to that text, not to the page.

    Parameters
    ----------
    page
        The page's bytes. The encoding is UTF-8 or the one the page declares.
    language, published
        Win over what the page says of itself; the date in a page's metadata is a guess.
    encoding
        For a page that is not UTF-8 and declares nothing, or something wrong.

    Raises
    ------
    InputError
        When the bytes cannot be read or no article is found.
    MissingDependencyError
        When trafilatura is not installed.
    """
    try:
        import trafilatura
    except ImportError:
        raise MissingDependencyError(f"{id}: reading HTML", "html") from None
    declared = _DECLARED.search(page[:4096])
    if encoding is None and declared is not None:
        encoding = declared.group(1).decode("ascii")
        if encoding.lower().replace("-", "") == "utf8":
            encoding = None
    try:
        source = decode(page, name=id, encoding=encoding)
    except LookupError:
        raise InputError(
            f"declares the unknown encoding {encoding!r}; name the right one (--encoding)", path=id
        ) from None
    # Its declared type is a union of models and dictionaries; what comes is a model, or nothing.
    found: Any = trafilatura.bare_extraction(
        source,
        fast=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = getattr(found, "text", None)
    if not text:
        raise InputError("no article text found in this page; save its text as .txt", path=id)
    title = found.title or None
    if title is not None and title not in text[: len(title) + 200]:
        text = f"{title}\n\n{text}"
    spoken = _LANGUAGE.search(source[:4096])
    try:
        return Document(
            id=id,
            text=text,
            language=language or (spoken.group(1).lower() if spoken else None),
            published=published or found.date or None,
            title=title,
            url=found.url or None,
            outlet=found.sitename or None,
        )
    except ValidationError as error:
        raise InputError(f"metadata of the page: {error.errors()[0]['msg']}", path=id) from None
