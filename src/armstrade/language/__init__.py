"""How a language is read: its sentences, quantities and dates, and which one a text is in."""

from armstrade.language.quantities import QuantityMatch, quantities
from armstrade.language.sentences import sentences

__all__ = ["QuantityMatch", "quantities", "sentences"]
