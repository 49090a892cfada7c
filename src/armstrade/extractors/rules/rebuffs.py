"""Requests and offers that the sentence goes on to say were turned down."""

from __future__ import annotations

from armstrade.claims import Polarity, Stage
from armstrade.language.grammar import all_words
from armstrade.language.words import Word

from .event import Event

_ASKED = frozenset({Stage.SOUGHT, Stage.OFFERED})
_VAINLY = all_words("vainly")
_YET = all_words("until_now")
_BEING = all_words("being")
_ADDED = all_words("adding_on")
_BETWEEN = all_words("adding_between")
_NONE = all_words("tells_refusal")
_PUT_OFF = all_words("tells_delay")
_TURNED = all_words("turned_away")
_REBUFFED = all_words("rebuffed")
_REACH = 9


def is_rebuffed(event: Event) -> bool:
    """ "bat vergeblich um Panzer", "asked Paris for drones but was told that there were none"."""
    if event.stage not in _ASKED or event.polarity is Polarity.NEGATED:
        return False
    sentence = event.sentence
    if not sentence.lows.isdisjoint(_VAINLY) and sentence.lows.isdisjoint(_YET):
        members = event.clause.words if event.clause is not None else ()
        if any(sentence.words[i].low in _VAINLY for i in members):
            return True
    return _is_answered(sentence.words, event.core.word)


def _is_answered(words: list[Word], core: int) -> bool:
    """A coordinate "and was told that …", "but has been turned away" behind the verb."""
    return any(
        words[i].low in _BEING and _follows_on(words, i) and _is_no(words, i)
        for i in range(core + 1, len(words) - 1)
    )


def _follows_on(words: list[Word], i: int) -> bool:
    """The auxiliary shares the subject of the verb before: "and (has then) been"."""
    k = i - 1
    while k > 0 and words[k].low in _BETWEEN:
        k -= 1
    return words[k].low in _ADDED


def _is_no(words: list[Word], i: int) -> bool:
    """ "been turned down", "was told, politely, that": but not "was told to wait"."""
    behind = [word.low for word in words[i + 1 : i + 1 + _REACH]]
    if behind[0].endswith("ly") and len(behind) > 1:
        behind = behind[1:]
    verb, *rest = behind
    if verb == "told":
        if not rest or rest[0] == "to" or _NONE.isdisjoint(rest):
            return False
        return _PUT_OFF.isdisjoint(rest)  # "was told that they would come in May"
    if verb in ("turned", "sent"):
        return bool(rest) and rest[0] in _TURNED
    return verb in _REBUFFED
