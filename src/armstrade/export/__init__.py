"""Claims for other programs: writers that take one document at a time."""

from .writers import CsvWriter, HtmlWriter, JsonlWriter, Writer, find_writer

__all__ = ["CsvWriter", "HtmlWriter", "JsonlWriter", "Writer", "find_writer"]
