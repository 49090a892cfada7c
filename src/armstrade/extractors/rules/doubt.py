"""How surely an event is told: conditions, doubt, hearsay."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words
from armstrade.reading import Sentence

from .event import Event
from .negation import clauses_above
from .undecided import is_undecided
from .verb_groups import VerbGroup

_THAT = frozenset({"dass", "daß", "that", "if", "ob"})
_PERHAPS = all_words("perhaps")
_WOULD = frozenset({"would", "could", "might", "'d"})
_DECLINING = all_words("declining")
_NEITHER = all_words("neither")
# How far before an English verb what negates it may stand, in words.
_REACH = 4
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
    if own & cue("doubt") or above & cue("fear"):
        return True
    if is_unconfirmed(event):
        return True
    if event.core.row.stage is not Stage.SOUGHT and is_undecided(event):
        return True  # what was asked for was asked for, whatever will be decided
    opener = clauses[0].opener if clauses else None
    if opener is not None and words[opener].low in cue("open_question"):
        return True
    if opener is not None and words[opener].low in _THAT and _is_unproven(sentence, clauses[0]):
        return True
    text = sentence.text.lower()
    return any(" " in phrase and phrase in text for phrase in cue("doubt"))


def _is_unproven(sentence: Sentence, content: Clause) -> bool:
    """ "Beweise dafür, dass … fehlen", "it has not been confirmed that …"."""
    grammar = sentence.reading.grammar
    frame = [] if content.parent is None else list(sentence.clauses[content.parent].words)
    after = content.index + 1
    proofs, proven = grammar.words("proofs"), grammar.words("proven")
    words = (sentence.words[i] for i in frame)  # "Belege" opens like a verb
    if not any(w.is_verb and w.low not in proofs for w in words) and after < len(
        sentence.clauses
    ):  # what stands before goes on behind
        frame += sentence.clauses[after].words
    lows = {sentence.words[i].low for i in frame}
    if not lows.isdisjoint(grammar.words("unproven")):
        return True
    lacking = not lows.isdisjoint(grammar.words("lacking") | _DECLINING)
    denied = not lows.isdisjoint(grammar.cue("negators") | _NEITHER)
    told = proofs | proven
    if lows & _NEITHER:
        told |= grammar.cue("denial")  # "neither confirmed nor denied that …"
    return (lacking or denied) and bool(lows & told)


def is_unconfirmed(event: Event) -> bool:
    """ "did not confirm the delivery", "would not deny the sale": it may be so."""
    sentence, core = event.sentence, event.core
    if core.is_verb or event.clause is None:
        return False
    grammar, words = sentence.reading.grammar, sentence.words
    first, english = min(core.words), grammar.language == "en"
    telling = grammar.words("proven") | grammar.cue("denial")
    negators = grammar.cue("negators") | _DECLINING | _NEITHER
    for i in event.clause.words:
        if words[i].low not in telling or not words[i].is_verb or (english and i > first):
            continue
        reach = range(max(0, i - _REACH), i) if english else event.clause.words
        beside = (k for k in reach if k not in range(first - 2, first) and words[k - 1].text != ",")
        if any(words[k].low in negators for k in beside):
            return True
    return False


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
