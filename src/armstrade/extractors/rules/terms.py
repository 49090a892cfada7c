"""On what terms: mode, what is given in return, condition of the goods.

The trigger says most of it ("verkauft", "schenkt"). The rest comes from words beside it and from
what the document says elsewhere of the same deal.
"""

from __future__ import annotations

import re
from functools import cache

from armstrade.claims import Condition, Mode, Polarity, Stage
from armstrade.reading import PartyPhrase

from .event import Event

_HANDOVER = frozenset({Stage.DELIVERED, Stage.PLANNED, Stage.CANCELLED})
_BOUND = re.compile(r"[,.;:!?()\n]|\s[–—-]\s")


def settle(events: list[Event]) -> None:
    """Complete the terms of all events of a document."""
    for event in events:
        _read_cues(event)
    for event in events:
        if event.mode is Mode.UNSPECIFIED and event.polarity is Polarity.AFFIRMED:
            event.mode = _elsewhere(event, events)


def _read_cues(event: Event) -> None:
    sentence = event.sentence
    cue = sentence.reading.grammar.cue
    text = sentence.text.lower()
    event.consideration = _consideration(event)
    if event.consideration is not None:
        event.mode = Mode.BARTER
    elif event.mode is Mode.UNSPECIFIED and event.stage is not Stage.REFUSED:
        clause = _clause_text(event)
        for name, mode in (
            ("aid_terms", Mode.AID),
            ("smuggling_terms", Mode.SMUGGLING),
            ("licence_terms", Mode.LICENSED_PRODUCTION),
        ):
            if _one_of(cue(name)).search(clause):
                event.mode = mode
                break
    in_return = _one_of(cue("in_return"), r"(?!\s+(?:for|für)\b)")
    if event.mode in (Mode.UNSPECIFIED, Mode.AID) and in_return.search(text):
        event.mode = Mode.BARTER
    event.condition = _condition(event)


@cache
def _one_of(phrases: frozenset[str], ahead: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(phrases)))})\b{ahead}")


@cache
def _longest_first(phrases: frozenset[str]) -> list[str]:
    return sorted(phrases, key=len, reverse=True)


def _clause_text(event: Event) -> str:
    words = event.sentence.words
    if event.clause is None:
        return event.sentence.text.lower()
    return " ".join(words[i].low for i in event.clause.words)


def _consideration(event: Event) -> tuple[int, int] | None:
    """Offsets of what is given in return."""
    sentence = event.sentence
    text = sentence.text
    low = text.lower()
    if len(low) != len(text):
        return None
    for phrase in _longest_first(sentence.reading.grammar.cue("exchange")):
        at = low.find(phrase)
        if at < 0:
            continue
        begin = at + len(phrase)
        while begin < len(text) and text[begin] == " ":
            begin += 1
        bound = _BOUND.search(text, begin)
        end = bound.start() if bound else len(text)
        start = sentence.start + begin
        if end - begin < 2 or event.core.start >= start:
            return None
        if any(m.sentence == sentence.index and m.start >= start for m in event.materiel):
            return None
        return start, sentence.start + end
    return None


def _condition(event: Event) -> Condition | None:
    """An adjective right before the goods, or part of their phrase."""
    cue = event.sentence.reading.grammar.cue
    text = event.sentence.reading.text
    for materiel in event.materiel:
        window = text[max(0, materiel.start - 24) : materiel.end].lower()
        near = re.findall(r"[\w-]+", window)
        if set(near) & cue("second_hand"):
            return Condition.SECOND_HAND
        if set(near) & cue("modernised"):
            return Condition.MODERNISED
    return None


def _elsewhere(event: Event, events: list[Event]) -> Mode:
    """What another statement about the same deal says."""
    for other in events:
        if (
            other is not event
            and other.mode is not Mode.UNSPECIFIED
            and other.polarity is Polarity.AFFIRMED
            and event.stage in _HANDOVER
            and other.stage is not Stage.REFUSED
            and _keys(event.supplier) & _keys(other.supplier)
            and _keys(event.recipient) & _keys(other.recipient)
            and {m.category for m in event.materiel} & {m.category for m in other.materiel}
        ):
            return other.mode
    return Mode.UNSPECIFIED


def _keys(parties: list[PartyPhrase]) -> set[str | None]:
    return {p.key for p in parties}
