"""Requests and offers that the sentence goes on to say were turned down."""

from __future__ import annotations

from armstrade.claims import Polarity, Stage
from armstrade.language.grammar import all_words
from armstrade.language.words import Word

from .event import Event
from .subjects import subject_of

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
_DECLINED = frozenset({"declined", "refused", "lehnte", "lehnten", "winkte", "winkten", "sagte"})
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
    return _is_answered(sentence.words, event.core.word) or _is_declined(event)


def _is_declined(event: Event) -> bool:
    """ "bot Togo Panzer an, doch Togo lehnte ab", "was offered tanks but declined"."""
    words, core = event.sentence.words, event.core
    if event.stage is not Stage.OFFERED:
        return False
    if event.language == "en":
        return any(
            word.low in _DECLINED
            and words[word.i - 1].low == "but"
            and _nothing_behind(words, word.i)
            for word in words[core.word + 2 :]
        )
    given = {p.key for p in event.recipient}
    for clause in event.sentence.clauses:
        acts = subject_of(event.sentence, clause) if clause.words[0] > core.word else []
        inside = {words[i].low for i in clause.words}
        own = any(m.clause == clause.index for m in event.sentence.materiel)
        if acts and not own and "ab" in inside and inside & _DECLINED:
            return {p.key for p in acts} <= given
    return False


def _nothing_behind(words: list[Word], i: int) -> bool:
    return i + 1 >= len(words) or words[i + 1].tag in ("punct", "coord")


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
