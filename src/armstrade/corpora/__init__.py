"""Gold: documents with the claims a careful reader finds in them."""

from .catalogue import NAMES, SPLITS, load
from .jsonl import validate, write_jsonl
from .model import Corpus, GoldDocument
from .records import Problem

__all__ = [
    "NAMES",
    "SPLITS",
    "Corpus",
    "GoldDocument",
    "Problem",
    "load",
    "validate",
    "write_jsonl",
]
