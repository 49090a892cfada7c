"""Claims for other programs: writers that take one document at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from armstrade.hookspecs import hookimpl

from .writers import FORMATS, CsvWriter, HtmlWriter, JsonlWriter, find_writer

if TYPE_CHECKING:
    from armstrade.plugins.protocols import Exporter


@hookimpl
def armstrade_exporters() -> Iterable[Exporter]:
    """The built-in formats."""
    return FORMATS


__all__ = ["CsvWriter", "HtmlWriter", "JsonlWriter", "find_writer"]
