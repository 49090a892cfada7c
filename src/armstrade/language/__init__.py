"""How a language is read: its sentences, quantities and dates, and which one a text is in."""

from armstrade.language.dates import DateMatch, dates
from armstrade.language.detect import detect
from armstrade.language.quantities import QuantityMatch, quantities
from armstrade.language.sentences import sentences

__all__ = ["DateMatch", "QuantityMatch", "dates", "detect", "quantities", "sentences"]
