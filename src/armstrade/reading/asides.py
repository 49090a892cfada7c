"""What only says when, where or why a transfer takes place: "after elections in Bosnia".

Whoever belongs to such a noun is no party to the transfer: "während des Besuchs von Präsident
Biden in Warschau", "for fear of an attack by Russia", "nach der Flut in Libyen".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrade.language.grammar import all_words
from armstrade.language.words import Word

from .circumstances import is_circumstance
from .materiel import ABOARD
from .phrases import PartyPhrase
from .places import is_agent

if TYPE_CHECKING:
    from .reading import Sentence

_TO = all_words("to_prepositions")
_FROM = all_words("from_prepositions")
_MODIFIERS = frozenset({"det", "word", "attr", "num", "poss"})
_OF = frozenset({"of", "von"})
CURRENCY_SIGNS = frozenset("$€£¥")
# How many genitives are followed up: "am Rande der Versammlung der Vereinten Nationen".
_CHAIN = 3


def left_of(words: list[Word], first: int) -> int:
    """The index of the word before an article, numbers, sums and adjectives, -1 at the start."""
    k = first - 1
    while k > 0 and (words[k].tag in _MODIFIERS or words[k].text in CURRENCY_SIGNS):
        k -= 1
    return k


def noun_above(sentence: Sentence, first: int) -> Word | None:
    """The word that stands right before the preposition of a noun phrase."""
    words = sentence.words
    for k in range(first, max(-1, first - 4), -1):
        if words[k].tag == "prep":
            return words[k - 1] if k else None
        if k < first and words[k].tag not in ("det", "word", "attr", "num"):
            return None
    return None


def asides(sentence: Sentence) -> frozenset[int]:
    """Where the parties begin that only belong to what says when, where or why.

    Examples
    --------
    >>> from armstrade import Document
    >>> from armstrade.reading import read
    >>> text = "Nach den Wahlen in Bosnien hat Serbien Panzer aus China erhalten."
    >>> sentence = read(Document(text=text, language="de")).sentences[0]
    >>> [p.key for p in sentence.parties if p.start in asides(sentence)]
    ['BA']
    """
    return frozenset(p.start for p in sentence.parties if _is_aside(sentence, p))


def _is_aside(sentence: Sentence, phrase: PartyPhrase) -> bool:
    noun = _noun_of(sentence, phrase)
    if noun is None:
        return False
    if is_circumstance(noun, sentence.reading.grammar) or _of_other_goods(sentence, phrase, noun):
        return True
    # "gab sie wegen Mängeln an Russland zurück": the goal is that of the verb
    if phrase.preposition not in _TO and _hangs_loosely(sentence, phrase, noun):
        return True
    goal_or_source = phrase.preposition in _TO or phrase.preposition in _FROM
    belongs = _is_of_occasion if goal_or_source else _is_aside
    return any(  # only those before it: two phrases could hang on each other
        other.last == noun.i and other.last < phrase.first and belongs(sentence, other)
        for other in sentence.parties
    )


def _of_other_goods(sentence: Sentence, phrase: PartyPhrase, noun: Word) -> bool:
    """ "als Ersatz für Jets aus Frankreich", "instead of tanks from Germany"."""
    grammar = sentence.reading.grammar
    return phrase.preposition in grammar.words("source_prepositions") and any(
        m.first <= noun.i <= m.last
        and (m.incidental or m.preposition in grammar.words("replacing_prepositions"))
        and all(w.low not in ABOARD for w in sentence.words[max(0, m.first - 3) : m.first])
        for m in sentence.materiel
    )


def _is_of_occasion(sentence: Sentence, phrase: PartyPhrase) -> bool:
    noun = _noun_of(sentence, phrase)
    return noun is not None and is_circumstance(noun, sentence.reading.grammar)


def _noun_of(sentence: Sentence, phrase: PartyPhrase) -> Word | None:
    if phrase.modifies is not None:
        return sentence.words[phrase.modifies]
    if _is_bare_genitive(sentence.words, phrase.first):
        return sentence.words[phrase.first - 1]
    return noun_above(sentence, phrase.first) if phrase.preposition else None


def _is_bare_genitive(words: list[Word], first: int) -> bool:
    """ "der Einmarsch irakischer Truppen": behind a noun, without an article. German."""
    return (
        first > 0
        and words[first - 1].tag == "noun"
        and words[first].tag == "word"
        and words[first].low.endswith("ischer")
    )


def _hangs_loosely(sentence: Sentence, phrase: PartyPhrase, noun: Word) -> bool:
    """Whether the noun hangs on a preposition that takes no party into the transfer."""
    grammar = sentence.reading.grammar
    if not _is_noun(noun, german=grammar.language == "de"):
        return False
    above, deep = _preposition(sentence, noun)
    if not above or not _is_plain(sentence, noun):
        return False
    if above in grammar.words("circumstance_prepositions"):
        return True
    owner = phrase.genitive and grammar.language == "de"
    if phrase.preposition in grammar.words("inner_prepositions") or owner:
        return above in grammar.words("adverbial_prepositions")
    if phrase.preposition not in grammar.words("source_prepositions") and not phrase.genitive:
        return False
    # "unter den Augen der Blauhelme aus Indien", but "mit dem Schiff aus Indien"
    return above in grammar.words("concerning_prepositions") or (
        deep and not phrase.genitive and above in grammar.words("adverbial_prepositions")
    )


def _preposition(sentence: Sentence, noun: Word) -> tuple[str, bool]:
    """What a noun hangs on, and whether over another one: "am Rande der Feier in Rom"."""
    words, at = sentence.words, noun.i
    for step in range(_CHAIN):
        k = at - 1
        while k > 0 and words[k].tag in _MODIFIERS and words[k].low not in _OF:
            k -= 1
        if k < 0:
            break
        if words[k].tag == "noun":  # "des Senders BBC", "der Rückkehr der Soldaten"
            bare = k == at - 1 or _is_bare_genitive(words, k + 1)
            if not bare and words[k + 1].tag != "det":
                break  # "im Frühjahr 22 Exemplare"
            at = k
        elif words[k].low in _OF and k and words[k - 1].tag in ("noun", "word"):
            at = k - 1
        else:
            return (words[k].low, step > 0) if words[k].tag == "prep" else ("", False)
        if any(at in t.words for t in sentence.triggers):
            break  # "gegen den Kauf der Panzer"
    return "", False


def _is_noun(word: Word, *, german: bool) -> bool:
    if not word.text.isalpha() or word.is_verb or word.tag in ("num", "part", "ing", "prep", "det"):
        return False
    return word.capital or not german


def _is_plain(sentence: Sentence, noun: Word) -> bool:
    """A noun that is no trigger, no goods, no party, no place of theirs and no time."""
    grammar = sentence.reading.grammar
    low = noun.low
    if low in grammar.cue("times") or low in grammar.words("no_circumstances"):
        return False
    if low in grammar.words("accounts"):
        return False  # "ist nach den Worten des Präsidenten denkbar": his state may well act
    if is_agent(noun, grammar) or low.endswith(tuple(grammar.words("depots"))):
        return False
    start = noun.start
    return not (
        any(noun.i in t.words for t in sentence.triggers)
        or any(m.first <= noun.i <= m.last for m in sentence.materiel)
        or any(p.first <= noun.i <= p.last for p in sentence.parties)
        or any(d.start <= start < d.end for d in sentence.dates)
    )
