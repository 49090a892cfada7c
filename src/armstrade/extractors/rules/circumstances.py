"""What only says when, where or why a transfer takes place: "after elections in Bosnia".

Whoever belongs to such a noun is no party to the transfer: "während des Besuchs von Präsident
Biden in Warschau", "for fear of an attack by Russia".
"""

from __future__ import annotations

from armstrade.language.grammar import all_words
from armstrade.language.words import Word
from armstrade.reading import PartyPhrase, Sentence
from armstrade.reading.circumstances import is_circumstance

from .attachment import noun_above
from .slots import TO

_PREPOSITIONS = all_words("circumstance_prepositions")


def belongs_to_circumstance(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "nach den Wahlen in Bosnien", "Biden's visit to Warsaw": of the occasion, of nothing else."""
    noun = _noun_of(sentence, phrase)
    if noun is None:
        return False
    if is_circumstance(noun, sentence.reading.grammar):
        return True
    # "gab sie wegen Mängeln an Russland zurück": the goal is that of the verb
    if phrase.preposition not in TO and _preposition(sentence, noun) in _PREPOSITIONS:
        return True
    return any(
        other is not phrase and other.last == noun.i and belongs_to_circumstance(sentence, other)
        for other in sentence.parties
    )


def _preposition(sentence: Sentence, noun: Word) -> str:
    """ "entgegen einer Zusage an Washington": what the noun itself hangs on."""
    words, k = sentence.words, noun.i - 1
    while k > 0 and words[k].tag in ("det", "word", "attr", "num", "poss"):
        k -= 1
    return words[k].low if k >= 0 and words[k].tag == "prep" else ""


def _noun_of(sentence: Sentence, phrase: PartyPhrase) -> Word | None:
    if phrase.modifies is not None:
        return sentence.words[phrase.modifies]
    return noun_above(sentence, phrase.first) if phrase.preposition else None
