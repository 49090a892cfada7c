"""Who says what: verbs of speech, "laut X", "according to X", with the words they cover.

Only words and their tags are looked at, not clauses: what somebody says reaches over clause
borders, up to the next semicolon.
"""

from __future__ import annotations

from functools import cache

from armstrade.language.grammar import all_words, grammar
from armstrade.language.words import Word
from armstrade.reading import Sentence

from .english_sayings import ENGLISH_STARTS, account_end, english_source_start, english_verb
from .german_sayings import (
    GERMAN_STARTS,
    VERBLESS,
    before_zufolge,
    german_source_start,
    german_verb,
    verbless,
)
from .saying import (
    DE,
    QUOTES,
    Saying,
    between_semicolons,
    is_medium,
    make_saying,
    noun_phrase,
    somebody,
)

# Where a source without a verb of speech begins; "nach Zeitungs-Informationen" has "nach".
_STARTS = {"de": GERMAN_STARTS | {"zufolge"}, "en": ENGLISH_STARTS}
_TOPICS = all_words("headline_topics")
_SUBJUNCTIVES = DE.cue("subjunctives")


def sayings(sentence: Sentence) -> list[Saying]:
    """The sayings of a sentence, by position of their verb or preposition."""
    if sentence.lows.isdisjoint(_cues(sentence.reading.grammar.language)):
        return []
    found = _prepositional(sentence)
    found.extend(_spoken(sentence))
    if not any(s.covers.start for s in found):
        found.extend(_headed(sentence, found))
    return sorted(found, key=lambda s: s.verb)


@cache
def _cues(language: str) -> frozenset[str]:
    """Words of which each sentence with a saying has at least one; ":" for those with a head."""
    verbless = VERBLESS if language == "de" else frozenset[str]()
    return _STARTS[language] | grammar(language).cue("speech") | verbless | {":"}


def _prepositional(sentence: Sentence) -> list[Saying]:
    german = sentence.reading.grammar.language == "de"
    starts = _STARTS["de" if german else "en"]
    found: list[Saying] = []
    if sentence.lows.isdisjoint(starts):
        return found
    words = sentence.words
    for i, word in enumerate(words):
        if word.low not in starts and not word.low.endswith("-informationen"):
            continue
        start, cited = german_source_start(words, i) if german else english_source_start(words, i)
        span: tuple[int, int] | None = None
        if start is not None:
            span = noun_phrase(sentence, start, account_end(words, i))
        elif german and word.low == "zufolge":
            span = before_zufolge(sentence, i)
        elif german and word.low.endswith("-informationen") and i and words[i - 1].low == "nach":
            span = (i, i)
        if (
            span is not None
            and words[span[0]].low == "one"
            and words[span[1]].low in ("one", "them")
        ):
            comma = span[1] + (1 if words[span[1]].low == "them" else 3)
            span = noun_phrase(sentence, comma + 1, len(words)) or span
        if span is not None and cited and not somebody(sentence, span):
            span = None
        if span is not None and not (span[0] == span[1] and words[span[0]].low in _OWN):
            found.append(
                Saying(
                    sentence,
                    i,
                    span[0],
                    span[1],
                    between_semicolons(words, i),
                    cited=cited,
                    medium=is_medium(sentence, span),
                )
            )
    return found


_OWN = frozenset({"eigenen", "übereinstimmenden"})


def _spoken(sentence: Sentence) -> list[Saying]:
    german = sentence.reading.grammar.language == "de"
    speech = sentence.reading.grammar.cue("speech")
    found: list[Saying] = []
    for word in sentence.words:
        if word.low in speech and word.tag not in ("det", "prep", "noun"):
            saying = (german_verb if german else english_verb)(sentence, word.i)
            if saying is not None:
                found.extend(saying)
    if german and not sentence.lows.isdisjoint(VERBLESS):
        found.extend(verbless(sentence))
    return found


def _headed(sentence: Sentence, found: list[Saying]) -> list[Saying]:
    """ "Seoul: …" and "Die Ministerin widersprach: Das Schiff habe …"."""
    words = sentence.words
    colon = next((w.i for w in words if w.text == ":"), None)
    if colon is None or colon == 0 or colon > 16 or any(s.verb < colon for s in found):
        return []
    span = noun_phrase(sentence, 0, colon)
    if span is None:
        return []
    rest = words[colon + 1 :]
    headline = words[-1].text not in ".!?" and words[-1].text not in QUOTES
    short = span[1] == colon - 1 and colon <= 4 and headline
    quoted = bool(rest) and rest[0].text in QUOTES
    indirect = any(_subjunctive(w) for w in rest)
    if not (short or quoted or indirect):
        return []
    if words[colon - 1].low in _TOPICS:
        return []  # "Libya conflict: Ankara delivers drones"
    parties = [p for p in sentence.parties if p.last < colon]
    if not parties and not is_medium(sentence, span):
        return []
    return [make_saying(sentence, colon, span, range(colon + 1, len(words)))]


def _subjunctive(word: Word) -> bool:
    return word.low in _SUBJUNCTIVES or (
        bool(word.verbs)
        and all("konj1" in r.features for r in word.verbs)
        and not any(r.features & {"pres", "past", "inf"} for r in word.verbs)
    )
