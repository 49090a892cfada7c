"""Options of a contract: "with an option on six more" is ordered, but only possible."""

from __future__ import annotations

from dataclasses import replace

from armstrade.claims import Factuality, Polarity, Stage
from armstrade.language.grammar import all_words
from armstrade.language.words import Word
from armstrade.reading import MaterielPhrase, Sentence

from .discourse import Discourse
from .event import Event
from .sequels import later

OPTIONS = all_words("options")
# How far behind "option on" the goods may begin, in words.
_REACH = 7


def optional_goods(sentence: Sentence) -> list[tuple[Word, MaterielPhrase]]:
    """The goods behind "option on", "options for", each with that noun."""
    grammar = sentence.reading.grammar
    options = grammar.words("options")
    if sentence.lows.isdisjoint(options):
        return []
    words = sentence.words
    # "exercised an option for four more": a transfer of its own
    exercised = {i for trigger in sentence.triggers for i in trigger.words}
    found: list[tuple[Word, MaterielPhrase]] = []
    for word in words[:-1]:
        if word.low not in options or words[word.i + 1].low not in grammar.words("of_options"):
            continue
        if word.i in exercised:
            continue
        behind = [m for m in sentence.materiel if word.i < m.first <= word.i + _REACH]
        found.extend((word, m) for m in behind[:1])
    return found


def take_options(
    sentence: Sentence,
    goods: list[tuple[Word, MaterielPhrase]],
    found: list[Event],
    discourse: Discourse,
) -> list[Event]:
    """What a contract leaves open to the buyer, between those whose contract it is."""
    past = next(
        (e for e in reversed(found) if e.supplier and e.recipient and e.materiel), None
    ) or discourse.same_deal(sentence, contract=True)
    if past is None:
        return []
    named = [(word, discourse.goods.specify(m, sentence)) for word, m in goods]
    taken = not sentence.lows.isdisjoint(sentence.reading.grammar.words("taking_up"))
    return [
        replace(
            later(past, sentence, Stage.ORDERED, [m], word.i),
            polarity=Polarity.AFFIRMED,
            factuality=Factuality.ASSERTED if taken else Factuality.POSSIBLE,
            beside=[],
        )
        for word, m in named
        if m is not None
    ]
