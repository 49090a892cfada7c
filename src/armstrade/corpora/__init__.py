"""Gold: documents with the claims a careful reader finds in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from armstrade.hookspecs import hookimpl

from .builtin import SPLITS
from .catalogue import load
from .jsonl import validate, write_jsonl
from .model import Corpus, GoldDocument, from_pairs
from .records import Problem

if TYPE_CHECKING:
    from armstrade.plugins.protocols import Corpus as Registrable


@hookimpl
def armstrade_corpora() -> Iterable[Registrable]:
    """The corpora of this package; read only when loaded."""
    from .builtin import Newsroom, Seeds

    return [Newsroom(), Seeds()]


__all__ = [
    "SPLITS",
    "Corpus",
    "GoldDocument",
    "Problem",
    "from_pairs",
    "load",
    "validate",
    "write_jsonl",
]
