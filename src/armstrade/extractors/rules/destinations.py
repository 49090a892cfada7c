"""Where goods were bound for: a place that is no party, or one that they never reached."""

from __future__ import annotations

from armstrade.language.grammar import all_words
from armstrade.language.words import Word
from armstrade.reading import PartyPhrase
from armstrade.reading.circumstances import is_circumstance
from armstrade.reading.phrases import reference_phrase

from .discourse import Discourse
from .event import Event
from .lemmas import lemmas
from .verb_groups import verb_group

_DESTINED = lemmas("destined")
_SEIZED = all_words("seized")
_NAMELESS = all_words("nameless_takers")
_SITES = all_words("sites")


def goes_elsewhere(event: Event) -> bool:
    """The clause names a destination that is no party ("into the Gulf")."""
    if not event.core.is_verb or event.clause is None:
        return False
    words = event.sentence.words
    german = event.language == "de"
    covered = {i for p in event.sentence.parties for i in range(p.first, p.last + 1)}
    dated = {
        i
        for d in event.sentence.dates
        for i in event.clause.words
        if d.start <= words[i].start < d.end
    }
    for i in event.clause.words:
        if (
            words[i].low not in ("nach", "in", "ins", "an", "to", "into")
            or words[i].tag == "particle"
        ):
            continue
        k = i + 1
        while (k < len(words) and words[k].tag in ("det", "attr")) or (
            k < len(words) and words[k].tag == "word" and not words[k].capital
        ):
            k += 1
        if k >= len(words) or k in covered or k in dated or not words[k].capital:
            continue
        if words[i].low == "nach" and (k > i + 1 or _is_event(words, k, event)):
            continue  # "nach zwei Jahren", "nach Beratungen mit Paris": no place
        if (
            words[i].low in ("in", "an")
            and german
            and words[i + 1].low not in ("den", "die", "das")
        ):
            continue
        if words[i].low == "in" and not german:
            continue
        if not german and any(w.low in _SITES for w in words[k : k + 4]):
            continue  # "to Katembe barracks": some place in the country that gets them
        return True
    return False


def _is_event(words: list[Word], k: int, event: Event) -> bool:
    """Whether a noun behind "nach" tells of something done rather than of a place."""
    behind = words[k + 1] if k + 1 < len(words) else words[k]
    return (
        is_circumstance(words[k], event.sentence.reading.grammar)
        or words[k].low in event.sentence.reading.grammar.words("accounts")
        or behind.tag in ("prep", "det")
    )


def nameless_takers(event: Event) -> list[PartyPhrase]:
    """ "an Milizen im Irak": a group that gets them, though nobody can say who that is."""
    core, clause = event.core, event.clause
    if event.language != "de" or clause is None or event.sentence.lows.isdisjoint(_NAMELESS):
        return []
    if not any(role.preposition == "an" for role in core.row.recipient):
        return []
    words = event.sentence.words
    for i in clause.words:
        k = i - 1
        while k >= 0 and (words[k].tag in ("det", "word", "attr", "num") and not words[k].capital):
            k -= 1
        if words[i].low in _NAMELESS and k >= 0 and words[k].low in ("an", "ans"):
            return [reference_phrase(words[i], "group")]
    return []


def only_destined(event: Event, discourse: Discourse) -> bool:
    """ "die für Peru bestimmt waren": no transfer of its own, unless they were seized."""
    if event.core.row.lemma not in _DESTINED or event.governors:
        return False
    group = verb_group(event.sentence, event.clause, event.core)
    if any(event.sentence.words[i].low == "bestimmte" for i in event.core.words):
        return True  # "eine für Israel bestimmte Lieferung ist angehalten worden"
    main = event.clause is not None and event.clause.kind in ("main", "coord")
    return not (main and group.present) and not is_seized(event, discourse)


def is_seized(event: Event, discourse: Discourse) -> bool:
    """ "fing ein Schiff ab … Die Waffen waren für die Huthi bestimmt": they never got there."""
    return any(
        not sentence.lows.isdisjoint(_SEIZED)
        for sentence in (event.sentence, *discourse.sentences_since(event.sentence.index - 3))
    )
