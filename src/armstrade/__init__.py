"""Reads news and returns typed, grounded claims about arms transfers.

Names are imported when first used, so that ``import armstrade`` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from armstrade._version import __version__

if TYPE_CHECKING:
    from armstrade.claims import (
        Category,
        Document,
        Factuality,
        Materiel,
        Mode,
        Party,
        Period,
        Polarity,
        Quantity,
        Source,
        Span,
        Stage,
        TransferClaim,
    )
    from armstrade.claims.claimset import ClaimSet
    from armstrade.errors import ArmstradeError
    from armstrade.hookspecs import hookimpl
    from armstrade.pipeline import extract, extract_many

__all__ = [
    "ArmstradeError",
    "Category",
    "ClaimSet",
    "Document",
    "Factuality",
    "Materiel",
    "Mode",
    "Party",
    "Period",
    "Polarity",
    "Quantity",
    "Source",
    "Span",
    "Stage",
    "TransferClaim",
    "__version__",
    "benchmark",
    "extract",
    "extract_many",
    "hookimpl",
]

_HOME = {
    "ArmstradeError": "errors",
    "ClaimSet": "claims.claimset",
    "extract": "pipeline",
    "extract_many": "pipeline",
    "hookimpl": "hookspecs",
}
"""Where a name lives when it is not in `armstrade.claims`."""


def __getattr__(name: str) -> Any:
    if name == "benchmark":
        return importlib.import_module("armstrade.benchmark")
    if name not in __all__:
        raise AttributeError(f"module 'armstrade' has no attribute {name!r}")
    home = importlib.import_module(f"armstrade.{_HOME.get(name, 'claims')}")
    value = getattr(home, name)
    globals()[name] = value  # the next look-up does not come here
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
