"""How surely an event is told: conditions, doubt, hearsay."""

from __future__ import annotations

from armstrade.language.grammar import all_words
from armstrade.reading.asides import left_of

from .event import Event
from .negation import clauses_above
from .verb_groups import VerbGroup

_PERHAPS = all_words("perhaps")
_OVER = frozenset({"über", "bei", "von", "zu", "zur", "mit"})
_BOUND_FOR = frozenset({"bekannt", "dankbar", "verantwortlich", "zuständig"})
_COPULAS = all_words("copulas")
_WOULD = frozenset({"would", "could", "might", "'d"})
_CONDITIONS = all_words("conditions")


def is_backshifted(event: Event) -> bool:
    """English "would" under a verb of saying in the past stands for "will"."""
    sentence, clause = event.sentence, event.clause
    if sentence.reading.grammar.language != "en" or clause is None or clause.parent is None:
        return False
    words = sentence.words
    reporting = sentence.reading.grammar.cue("reporting")
    return any(
        words[i].low in reporting and words[i].low.endswith(("d", "e"))
        for i in sentence.clauses[clause.parent].words
    )


def is_conditional(event: Event) -> bool:
    """A condition or a question stands over the event."""
    sentence = event.sentence
    words = sentence.words
    if words and words[-1].text == "?":
        return True
    if event.clause is not None and any(words[i].low in _PERHAPS for i in event.clause.words):
        return True
    if words and words[0].low in ("sollte", "sollten") and words[0].capital:
        return True
    clause = event.clause
    for other in sentence.clauses:
        if other.opener is None or words[other.opener].low not in _CONDITIONS:
            continue
        if clause is other or (clause is not None and abs(other.index - clause.index) == 1):
            return True
    return any(w.low == "vorausgesetzt" for w in words)


def is_irrealis(event: Event) -> bool:
    """ "Israel would strike if Russia delivered missiles": a past that is none. English."""
    sentence, clause = event.sentence, event.clause
    if event.language != "en" or clause is None or clause.opener is None:
        return False
    if sentence.words[clause.opener].low != "if":
        return False
    would = (w for w in sentence.words if w.low in _WOULD and w.i not in clause.words)
    return next(would, None) is not None


def surely_possible(event: Event, group: VerbGroup) -> bool:
    """Possible for more than a "would" that a verb of speech may have put there."""
    return group.can or is_conditional(event) or bool(event.governors) or is_doubtful(event)


def is_doubtful(event: Event) -> bool:
    """Perhaps, it is feared that, whether."""
    sentence = event.sentence
    words = sentence.words
    cue = sentence.reading.grammar.cue
    clauses = clauses_above(event)
    own = {words[i].low for c in clauses[:1] for i in c.words}
    above = {words[i].low for c in clauses[1:] for i in c.words}
    if own & cue("doubt") or above & cue("fear") or is_debated(event):
        return True
    opener = clauses[0].opener if clauses else None
    if opener is not None and words[opener].low in cue("open_question"):
        return True
    text = sentence.text.lower()
    return any(" " in phrase and phrase in text for phrase in cue("doubt"))


def is_debated(event: Event) -> bool:
    """ "denkt über die Lieferung nach", "stimmt über die Lieferung ab", "ist für die Lieferung"."""
    if event.core.is_verb or event.clause is None or event.governors or event.language != "de":
        return False
    words = event.sentence.words
    above = left_of(words, min(event.core.words))
    if above < 0:
        return False
    inside = {words[i].low for i in event.clause.words}
    if words[above].low in _OVER:
        return not inside.isdisjoint(event.sentence.reading.grammar.words("debating"))
    favoured = words[above].low == "für" and inside.isdisjoint(_BOUND_FOR)
    verbs = [words[i] for i in event.clause.words if words[i].is_verb]
    return favoured and all(w.low in _COPULAS for w in verbs) and bool(verbs)


def is_hearsay(event: Event) -> bool:
    """Told as what others say ("reportedly", "angeblich"), without a source that is named."""
    sentence = event.sentence
    cues = sentence.reading.grammar.cue("hearsay")
    text = " ".join(w.low for w in sentence.words)
    clause = event.clause
    lows = {sentence.words[i].low for i in clause.words} if clause else set()
    if lows & cues:
        return True
    return any(" " in cue and cue in text for cue in cues)
