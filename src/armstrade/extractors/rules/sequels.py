"""How far a deal told before has come, said without its goods or without a verb of transfer.

"Die Auslieferung soll 2027 beginnen.", "Ausgeliefert wird ab 2026."
"""

from __future__ import annotations

from dataclasses import replace

from armstrade.claims import Polarity, Stage
from armstrade.language.grammar import all_words, grammar
from armstrade.reading import MaterielPhrase, Sentence, Trigger

from .discourse import Discourse
from .event import Event
from .lemmas import lemmas

_ARRIVING = lemmas("arriving_nouns")
_UNDER_WAY = all_words("under_way")
_DONE = all_words("done")
_YET_TO_COME = all_words("yet_to_come")
_DEFINITE = all_words("definite")
# English: what is said of deliveries, what makes it past and what makes it future.
_DELIVERIES = grammar("en").words("deliveries")
_RUNNING = grammar("en").words("delivery_verbs")
_OVER = grammar("en").words("delivery_past")
_AHEAD = grammar("en").words("delivery_ahead")
_OPEN = frozenset({Stage.ORDERED, Stage.PLANNED})


def sequels(sentence: Sentence, discourse: Discourse, found: list[Event]) -> list[Event]:
    """The transfer told last at a later stage, when a sentence only says how it went on."""
    if found or not discourse.events:
        return []
    if sentence.reading.grammar.language == "en":
        return _english(sentence, discourse)
    if sentence.has_materiel:
        return []
    if not sentence.lows.isdisjoint(sentence.reading.grammar.cue("negators")):
        return []
    trigger = _handover(sentence)
    # Asked last: to tell the parties is dear.
    if trigger is None or any(p.key is not None for p in sentence.parties):
        return []
    past = discourse.same_deal(sentence)
    if past is None or past.stage not in _OPEN:
        return []
    stage = Stage.PLANNED
    if not sentence.lows.isdisjoint(_DONE) and sentence.lows.isdisjoint(_YET_TO_COME):
        stage = Stage.DELIVERED
    return [later(past, sentence, stage, past.materiel, trigger.word)]


def _english(sentence: Sentence, discourse: Discourse) -> list[Event]:
    """ "Deliveries are to begin in 2026.", "Delivery was completed in May."."""
    words = sentence.words
    first = 1 if words and words[0].low == "the" else 0
    if len(words) < first + 3 or words[first].low not in _DELIVERIES or sentence.has_materiel:
        return []
    if not (words[first + 1].is_verb or words[first + 1].tag == "aux"):
        return []
    near = {word.low for word in words[first + 1 : first + 8]}
    if near.isdisjoint(_RUNNING) or not near.isdisjoint(sentence.reading.grammar.cue("negators")):
        return []
    past = discourse.same_deal(sentence)
    if past is None or past.stage not in _OPEN or past.polarity is not Polarity.AFFIRMED:
        return []
    told = {p.key for p in (*past.supplier, *past.recipient)}
    if any(p.key is not None and p.key not in told for p in sentence.parties):
        return []
    over = not near.isdisjoint(_OVER) and near.isdisjoint(_AHEAD)
    stage = Stage.DELIVERED if over else Stage.PLANNED
    return [later(past, sentence, stage, past.materiel, first)]


def _handover(sentence: Sentence) -> Trigger | None:
    """ "Die Auslieferung … beginnen", "Ausgeliefert wird …": what is said to happen."""
    words = sentence.words
    for trigger in sentence.triggers:
        if not trigger.is_verb:
            known = trigger.word and words[trigger.word - 1].low in _DEFINITE
            named = trigger.row.lemma.lower() in _ARRIVING
            if known and named and not sentence.lows.isdisjoint(_UNDER_WAY):
                return trigger
        elif (
            trigger.word == 0
            and trigger.row.stage is Stage.DELIVERED
            and words[0].tag == "part"
            and words[1:2]
            and "werden" in words[1].verbs.lemmas
        ):
            return trigger
    return None


def later(
    past: Event, sentence: Sentence, stage: Stage, goods: list[MaterielPhrase], word: int
) -> Event:
    """The past event told again by another sentence: of these goods, at this stage."""
    spot = sentence.words[word]
    core = Trigger(past.core.row, word, (word,), frozenset(), spot.start, spot.end)
    return replace(
        past,
        sentence=sentence,
        clause=sentence.clause_of.get(word),
        core=core,
        governors=[],
        materiel=list(goods),
        stage=stage,
        reported_in=[],
        consideration=None,
        condition=None,
    )
