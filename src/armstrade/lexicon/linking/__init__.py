"""Links noisy names (transliterated, misspelt, scanned) to entries of the lexicon."""

from .linker import Linker
from .model import Link

__all__ = ["Link", "Linker"]
