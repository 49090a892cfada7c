"""Where the goods of a deal told before are, said without a verb of transfer. German.

"16 davon stehen im Land.", "Die beiden anderen werden noch gebaut.", "Da ist noch keiner."
"""

from __future__ import annotations

from dataclasses import replace

from armstrade.claims import Polarity, Stage
from armstrade.language.grammar import all_words
from armstrade.language.words import Word
from armstrade.reading import MaterielPhrase, Sentence

from .discourse import Discourse
from .event import Event
from .sequels import later

_BEING = all_words("being_there")
_ALREADY = all_words("already")
_THERE = all_words("there")
_USED = all_words("in_use")
_STILL = all_words("still")
_MADE = all_words("being_made")
_NONE = all_words("none_of_them")
_SINGLE = all_words("single")
_COME = all_words("has_arrived")
_HERE = frozenset({"in", "im", "auf", "bei"})
_OPEN = frozenset({Stage.ORDERED, Stage.PLANNED})


def whereabouts(sentence: Sentence, discourse: Discourse, found: list[Event]) -> list[Event]:
    """The transfer told last at the stage that the whereabouts of its goods show."""
    lows = sentence.lows
    if not discourse.events or sentence.reading.grammar.language != "de":
        return []
    if not found and not lows.isdisjoint(_NONE) and not lows.isdisjoint(_COME):
        return _none_has_come(sentence, discourse)
    if not lows.isdisjoint(_BEING) and not (lows.isdisjoint(_ALREADY) and lows.isdisjoint(_USED)):
        there = _are_there(sentence, discourse)
        if there:
            return there if not any(e.shares_goods(there[0]) for e in found) else []
    if not found and not lows.isdisjoint(_STILL) and not lows.isdisjoint(_MADE):
        return _are_being_made(sentence, discourse)
    return []


def _are_there(sentence: Sentence, discourse: Discourse) -> list[Event]:
    """ "Vier davon stehen bereits in Oran": goods that are where they were to go."""
    past = discourse.same_deal(sentence)
    if past is None or past.stage not in _OPEN:
        return []
    goods = _goods_of(past, sentence, discourse)
    if not goods:
        return []
    words, there = sentence.words, {p.key for p in past.recipient}
    already = not sentence.lows.isdisjoint(_ALREADY)
    for place in sentence.parties if already else ():
        at_home = place.key in there or (place.key is None and place.kind == "description")
        if at_home and place.preposition in _HERE and place.first > goods[0].last:
            return [later(past, sentence, Stage.DELIVERED, goods, goods[0].first)]
    for word in words[goods[0].last + 1 :]:
        clause = sentence.clause_of.get(word.i)
        here = [m for m in goods if clause is not None and m.first in clause.words]
        used = words[word.i - 1].low in _HERE and (word.low in _USED or _is_a_town(words, word.i))
        if here and (used or (word.low in _THERE and _ends_a_clause(words, word.i))):
            return [later(past, sentence, Stage.DELIVERED, here, here[0].first)]
    return []


def _is_a_town(words: list[Word], i: int) -> bool:
    """ "stehen schon in Tata": a name without an article at the end."""
    return words[i].capital and words[i - 1].low == "in" and _ends_a_clause(words, i)


def _ends_a_clause(words: list[Word], i: int) -> bool:
    behind = words[i + 1 : i + 2]
    return bool(behind) and behind[0].tag == "punct"


def _are_being_made(sentence: Sentence, discourse: Discourse) -> list[Event]:
    """ "Das dritte Schiff liegt noch am Ausrüstungskai": it is still to come."""
    past = discourse.same_deal(sentence)
    if past is None or past.stage in (Stage.REFUSED, Stage.CANCELLED):
        return []
    if any(p.key is not None and not p.preposition for p in sentence.parties):
        return []
    goods = _goods_of(past, sentence, discourse)
    return [later(past, sentence, Stage.PLANNED, goods, goods[0].first)] if goods else []


def _none_has_come(sentence: Sentence, discourse: Discourse) -> list[Event]:
    """ "Bis heute ist kein einziger davon eingetroffen": none of what was ordered."""
    words = sentence.words
    none = next((w.i for w in words[:-2] if w.low in _NONE), None)
    if none is None:
        return []
    behind = words[none + 1]
    if behind.capital or (behind.low in _SINGLE and words[none + 2].capital):
        return []  # "keine Panzer": none of what it names itself
    past = discourse.same_deal(sentence)
    if past is None or past.stage not in _OPEN or any(p.key for p in sentence.parties):
        return []
    goods = [replace(m, quantity=None) for m in past.materiel]
    event = later(past, sentence, Stage.DELIVERED, goods, none)
    event.polarity = Polarity.NEGATED
    return [event]


def _goods_of(past: Event, sentence: Sentence, discourse: Discourse) -> list[MaterielPhrase]:
    """What the sentence names of the goods of a deal."""
    goods = [
        phrase
        for m in sentence.materiel
        if m.inside is None
        and not m.preposition
        and (m.anaphoric or m.definite)
        and (phrase := discourse.goods.specify(m, sentence)) is not None
    ]
    return [] if {m.category for m in goods} - {m.category for m in past.materiel} else goods
