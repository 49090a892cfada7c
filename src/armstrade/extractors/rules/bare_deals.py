""" "Oslo will Kiew ausrüsten. Auf der Liste stehen …": a deal whose goods are told only later."""

from __future__ import annotations

from armstrade.reading import Sentence

from .discourse import Discourse
from .event import Event
from .events import sentence_events
from .lemmas import lemmas
from .status import decide

_EQUIPPING = lemmas("equipping")
# How far back the deal may have been told, in sentences.
_REACH = 2
# How well its parties must be marked.
_SURE = 5.0


def bare_deal(sentence: Sentence, discourse: Discourse) -> Event | None:
    """The deal without goods that was told last in the sentences before, if its parties are sure.

    To be asked only of sentences that list goods: it reads the sentences before once more.
    """
    for past in reversed(discourse.sentences_since(sentence.index - _REACH)):
        if not past.may_have_triggers or not past.has_party:
            continue
        for event in sentence_events(past):
            if event.core.row.lemma not in _EQUIPPING or event.materiel or event.governors:
                continue
            if min(event.supplier_score, event.recipient_score) < _SURE:
                continue
            if any(p.key is None for p in (*event.supplier, *event.recipient)):
                continue
            decide(event)
            return event
    return None
