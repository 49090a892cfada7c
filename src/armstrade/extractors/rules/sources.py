"""Who is quoted: "laut X", "X zufolge", "X said", "according to X citing Y"."""

from __future__ import annotations

from armstrade.language.words import Word
from armstrade.reading import Sentence

from .event import Event


def attribute(event: Event) -> list[tuple[int, int]]:
    """Offsets of the sources quoted for an event, outermost first."""
    sentence = event.sentence
    found = _prepositional(sentence)
    found.extend(s for s in _reporting(event) if s not in found)
    return found


_STOP = frozenset({"punct", "fin", "sub", "inf", "zu"})


def _noun_phrase(words: list[Word], start: int, limit: int = 7) -> tuple[int, int] | None:
    """Word range of the noun phrase that begins at `start`."""
    i = start
    while i < len(words) and (words[i].tag == "det" or words[i].text in '„"“»«'):
        i += 1
    begin = i
    last = None
    while i < len(words) and i - begin < limit:
        word = words[i]
        if word.tag in _STOP and word.text not in '„"“”»«':
            break
        if (
            word.tag in ("prep",)
            and last is not None
            and word.low not in ("in", "im", "der", "of", "for", "at")
        ):
            break
        if word.capital or word.tag in ("noun", "word", "poss", "det", "prep"):
            if word.capital or word.tag in ("noun", "word"):
                last = i
            i += 1
            continue
        break
    if last is None:
        return None
    return begin, last


def _prepositional(sentence: Sentence) -> list[tuple[int, int]]:
    words = sentence.words
    german = sentence.reading.grammar.language == "de"
    found: list[tuple[int, int]] = []
    for i, word in enumerate(words):
        low = word.low
        start: int | None = None
        if german:
            if low in ("laut", "lt"):
                start = i + 1
            elif low == "zufolge":
                begin = i - 1
                while (
                    begin > 0
                    and words[begin - 1].tag not in ("punct", "fin", "coord", "sub")
                    and i - begin < 5
                ):
                    begin -= 1
                while begin < i and words[begin].tag in ("det", "coord"):
                    begin += 1
                if begin < i:
                    found.append((words[begin].start, words[i - 1].end))
                continue
            elif low == "nach" and i + 1 < len(words):
                k = i + 1
                while k < len(words) and words[k].tag in ("det", "word"):
                    k += 1
                if k < len(words) and words[k].low in _GERMAN_ACCOUNTS:
                    start = k + 1
                    if start < len(words) and words[start].low in (
                        "des",
                        "der",
                        "von",
                        "eines",
                        "einer",
                        "aus",
                    ):
                        start += 1
            elif low == "berufung" and i + 1 < len(words) and words[i + 1].low == "auf":
                start = i + 2
        else:
            if low == "according" and i + 1 < len(words) and words[i + 1].low == "to":
                start = i + 2
            elif low in ("citing", "quoting"):
                start = i + 1
        if start is not None:
            span = _noun_phrase(words, start)
            if span is not None:
                found.append((words[span[0]].start, words[span[1]].end))
    return found


_GERMAN_ACCOUNTS = frozenset(
    """angaben angabe informationen erkenntnissen darstellung einschätzung überzeugung recherchen
    ansicht worten auskunft aussage aussagen bericht berichten meinung schätzungen schätzung
    zählung""".split()
)


def _reporting(event: Event) -> list[tuple[int, int]]:
    """Subject of a reporting verb in the clause above, beside or after the event's own."""
    sentence = event.sentence
    words = sentence.words
    reporting = sentence.reading.grammar.cue("reporting")
    denial = sentence.reading.grammar.cue("denial")
    german = sentence.reading.grammar.language == "de"
    own = set(event.core.words)
    for word in words:
        if word.low not in reporting and word.low not in denial:
            continue
        if word.i in own or not (word.is_verb or word.tag == "verb?"):
            continue
        clause = sentence.clause_of.get(word.i)
        if clause is None:
            continue
        indices = [i for i in clause.words]
        after = [i for i in indices if i > word.i]
        before = [i for i in indices if i < word.i]
        span = None
        if german:
            # verb-second: the subject stands before the verb, or right behind it
            if before and not words[before[0]].low.startswith(("das", "wie", "so", "dies")):
                span = _noun_phrase(words, before[0])
                if span is not None and span[1] >= word.i:
                    span = None
            if span is None and after:
                span = _noun_phrase(words, after[0], 6)
        else:
            left = [i for i in before if words[i].tag in ("noun", "word", "poss", "det")]
            if left:
                span = _noun_phrase(words, left[0])
                if span is not None and span[1] >= word.i:
                    span = (span[0], word.i - 1)
            elif after:
                span = _noun_phrase(words, after[0], 6)
        if span is not None and span[0] <= span[1]:
            return [(words[span[0]].start, words[span[1]].end)]
    return []
