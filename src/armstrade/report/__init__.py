"""Claims for people to look at: `armstrade.report.table` for terminals, `ClaimSet.to_html`."""

from .plain import printable

__all__ = ["printable"]
