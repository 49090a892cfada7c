""" "Moskau bestreitet das.": a sentence that denies the claim before it.

The denial is a claim of its own, with the slots of the claim denied (annotation guide).
"""

from __future__ import annotations

from dataclasses import replace

from armstrade.claims import Factuality, Polarity, Stage
from armstrade.reading import Sentence

from .event import Event
from .saying import Saying
from .sources import Sources

_REACH = 3
_SHORT = 5


def denied_again(sentence: Sentence, events: list[Event], sources: Sources) -> list[Event]:
    """Copies of the past events that a sentence denies as a whole."""
    grammar = sentence.reading.grammar
    lows = sentence.lows
    if lows.isdisjoint(grammar.cue("denying")) and lows.isdisjoint(grammar.cue("untrue")):
        return []
    saying = next((s for s in sources.of(sentence) if s.denies), None)
    if saying is None or not _points_back(sentence, saying):
        return []
    key = sources.key(saying)
    past = [
        e
        for e in events
        if _before(e, saying, sentence)
        and e.polarity is Polarity.AFFIRMED
        and e.factuality is not Factuality.DENIED
        and e.stage is not Stage.REFUSED
    ]
    if key is not None:
        past = [e for e in past if key in {p.key for p in (*e.supplier, *e.recipient)}]
    elif not sources.holds_office(saying):
        return []
    if not past:
        return []
    nearest = max(e.sentence.index for e in past)
    return [
        replace(
            e,
            factuality=Factuality.DENIED,
            sources=[saying.span],
            echo=sentence,
            reported_in=list(e.reported_in),
        )
        for e in past
        if e.sentence.index == nearest
    ]


def _points_back(sentence: Sentence, saying: Saying) -> bool:
    """Whether what is denied is "das", "the charge" and not a clause of its own."""
    words = sentence.words
    grammar = sentence.reading.grammar
    begin = max((w.i for w in words[: saying.first] if w.text in ";,"), default=-1)
    rest = [
        w
        for w in words[begin + 1 :]
        if not saying.first <= w.i <= saying.last and w.i != saying.verb
    ]
    lows = {w.low for w in rest}
    if lows & {"dass", "daß", "having", "wonach"} or any(w.tag in ("zu", "ing") for w in rest):
        return False
    if any(
        words[k].low == "that"
        and k + 1 < len(words)
        and words[k + 1].tag != "punct"
        and words[k + 1].low not in ("as", "too", "outright")
        for k in range(saying.verb, len(words))
    ):
        return False
    if any(w.low in grammar.cue("negators") for w in rest):
        return False
    return bool(lows & grammar.cue("denied_object")) or len(words) <= _SHORT


def _before(event: Event, saying: Saying, sentence: Sentence) -> bool:
    """In one of the sentences before, or in the same one before a semicolon or comma."""
    distance = sentence.index - event.sentence.index
    if distance == 0:
        return event.core.word < saying.first and event.core.word not in saying.covers
    return 0 < distance <= _REACH
