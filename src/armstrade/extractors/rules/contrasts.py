"""One party in place of another: "not Spain but Italy", "nicht an Togo, sondern an Mali"."""

from __future__ import annotations

from dataclasses import replace

from armstrade.claims import Polarity
from armstrade.reading import PartyPhrase, Sentence

from .event import Event

_NOT = frozenset({"not", "nicht"})
_BUT = frozenset({"but", "sondern"})
# How far before a party "not" may stand, and how far behind "but" the other one, in words.
_REACH = 3


def contrasted(sentence: Sentence, found: list[Event]) -> list[Event]:
    """Give each event the party that is meant, and return one that denies it of the other."""
    added: list[Event] = []
    if sentence.lows.isdisjoint(_NOT) or sentence.lows.isdisjoint(_BUT):
        return added
    for wrong in sentence.parties:
        right = _instead(sentence, wrong)
        if right is None:
            continue
        for event in found:
            for role in ("supplier", "recipient"):
                told = {p.start for p in getattr(event, role)}
                if wrong.start in told and event.polarity is Polarity.AFFIRMED:
                    denied = replace(event, polarity=Polarity.NEGATED)
                    setattr(denied, role, [wrong])
                    setattr(event, role, [right])
                    added.append(denied)
    return added


def _instead(sentence: Sentence, phrase: PartyPhrase) -> PartyPhrase | None:
    """The party that stands against one that is said not to be meant."""
    words = sentence.words
    k = phrase.first - 1
    while k > 0 and phrase.first - k <= _REACH and words[k].tag in ("det", "prep"):
        k -= 1
    if k < 0 or words[k].low not in _NOT:
        return None
    j = phrase.last + 1
    j += j < len(words) and words[j].text == ","
    if j >= len(words) or words[j].low not in _BUT:
        return None
    others = (p for p in sentence.parties if j < p.first <= j + _REACH and p.key is not None)
    return next((p for p in others if p.preposition == phrase.preposition), None)
