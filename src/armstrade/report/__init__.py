"""Claims for people to look at: the terminal table; the page is `ClaimSet.to_html`."""

from .plain import printable
from .table import TablePrinter

__all__ = ["TablePrinter", "printable"]
