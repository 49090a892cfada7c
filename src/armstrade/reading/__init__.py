"""Reading: a document with its sentences, clauses, words and mentions, computed once."""

from .phrases import MaterielPhrase, PartyPhrase
from .reading import LANGUAGES, Reading, Sentence, read
from .triggers import Trigger, TriggerIndex

__all__ = [
    "LANGUAGES",
    "MaterielPhrase",
    "PartyPhrase",
    "Reading",
    "Sentence",
    "Trigger",
    "TriggerIndex",
    "read",
]
