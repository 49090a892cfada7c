"""Reading: a document with its sentences, clauses, words and mentions, computed once."""

from .counting import quantity_slot
from .datelines import DATELINE
from .phrases import MaterielPhrase, PartyPhrase
from .reading import LANGUAGES, Reading, Sentence, read
from .sections import section_starts
from .triggers import Trigger, TriggerIndex

__all__ = [
    "DATELINE",
    "LANGUAGES",
    "MaterielPhrase",
    "PartyPhrase",
    "Reading",
    "Sentence",
    "Trigger",
    "TriggerIndex",
    "quantity_slot",
    "read",
    "section_starts",
]
