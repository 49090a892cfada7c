"""German verbs of speech: "sagte X", "wie X mitteilte", "so X", "heißt es bei X"."""

from __future__ import annotations

from armstrade.language.words import Word
from armstrade.reading import Sentence

from .saying import (
    DE,
    QUOTES,
    SKIP,
    TIMES,
    Saying,
    between_semicolons,
    bounds,
    complete,
    is_medium,
    make_saying,
    name_before,
    noun_phrase,
    somebody,
    with_medium,
)

_NOT_SAYING = DE.words("not_saying")
_SEEN = DE.words("seen")
_GENITIVE_LINKS = DE.words("genitive_links")
_SPEECH_AUXILIARIES = DE.words("speech_auxiliaries")
_IMPERSONAL = DE.words("impersonal_speech")
_WHEREFROM = DE.words("speech_prepositions")
_PAPERS = DE.words("papers")

# The words that `german_source_start` begins at, and `verbless`.
GERMAN_STARTS = frozenset({"laut", "lt", "berufung", "nach", "aus"})
VERBLESS = _IMPERSONAL | {"so"}

_ACCOUNTS = DE.cue("accounts")
_DENYING = DE.cue("denying")


def german_source_start(words: list[Word], i: int) -> tuple[int | None, bool]:
    low = words[i].low
    following = words[i + 1].low if i + 1 < len(words) else ""
    if low in ("laut", "lt"):
        return i + 1, False
    if low == "berufung" and following == "auf":
        return i + 2, True
    if low == "nach" or (low == "aus" and following == "sicht"):
        k = i + 1
        while k < len(words) and (
            words[k].tag in ("det", "word", "attr", "part") and not words[k].capital
        ):
            if words[k].low == "eigenen":
                return None, False
            k += 1
        if k < len(words) and words[k].low in _ACCOUNTS | {"sicht"}:
            k += 1
            while k < len(words) and words[k].low in _GENITIVE_LINKS:
                k += 1
            return k, False
    return None, False


def before_zufolge(sentence: Sentence, i: int) -> tuple[int, int] | None:
    words = sentence.words
    k = i - 1
    while k > 0 and i - k < 8 and words[k - 1].tag not in ("punct", "fin", "sub"):
        if words[k].tag == "det" and words[k - 1].tag not in ("noun", "word"):
            break
        k -= 1
    quoted = [w.i for w in words[max(0, i - 8) : i] if w.text in QUOTES]
    if len(quoted) >= 2:
        k = quoted[-2] + 1
    account = next(
        (w.i for w in words[max(0, i - 8) : i] if w.low in ("bericht", "berichten")), None
    )
    if account is not None:
        return _genitive(sentence, account + 1, i)
    return noun_phrase(sentence, k, i)


def german_verb(sentence: Sentence, v: int) -> list[Saying] | None:
    words = sentence.words
    begin, end = bounds(words, v)
    stretch = range(begin, end)
    if not complete(sentence, v, stretch):
        return None
    if words[v].low in ("sagte", "sagt", "sagten", "sagen") and words[end - 1].low in ("zu", "ab"):
        return None
    if words[v].low.endswith(("meldet", "meldete", "meldeten")) and any(
        words[k].low == "sich" for k in stretch
    ):
        return None
    if v > begin and words[v - 1].low in _NOT_SAYING:
        return None
    opener = words[begin]
    finite = v
    for k in range(begin, v):
        if words[k].tag in ("fin", "verb?") and words[k].low in _SPEECH_AUXILIARIES:
            finite = k
    if any(
        words[k].low in ("es", "man") and words[k].tag == "pron"
        for k in stretch
        if abs(k - finite) == 1
    ) and words[v].low not in ("hält",):
        return None
    if opener.low == "wie" or opener.low == "so":
        span = noun_phrase(sentence, begin + 1 if begin + 1 != v else v + 1, end)
        if span is None or span[0] <= v <= span[1]:
            return None
        return [make_saying(sentence, v, span, between_semicolons(words, v))]
    if opener.low == "was" and words[v].low in _DENYING and words[begin - 1].text == ",":
        # "…, was Madrid bestreitet": what was said before, and nothing here
        span = noun_phrase(sentence, begin + 1, v)
        return [make_saying(sentence, v, span, range(begin, end))] if span else None
    if finite == begin and end == v + 1 and begin > 1 and words[begin - 1].text == ",":
        # "Ein Beamter, der nicht genannt werden wollte, sagte, …"
        start, _ = bounds(words, begin - 2)
        if start > 1 and words[start].tag in ("rel", "det") and words[start - 1].text == ",":
            outer, until = bounds(words, start - 2)
            name = noun_phrase(sentence, outer, until)
            if name is not None:
                return [make_saying(sentence, v, name, between_semicolons(words, v))]
    if finite == begin:
        # verb first: the words before are said, and those behind
        span = noun_phrase(sentence, finite + 1, end) or _after_time(sentence, finite + 1, end)
        if span is None:
            return None
        said = between_semicolons(words, v)
        result = [make_saying(sentence, v, span, said)]
        return with_medium(sentence, result, span[1] + 1, end, said)
    back = opener.low in ("das", "dies", "so") and begin == 0 and finite == begin + 1
    span = None
    if not back:
        span = noun_phrase(sentence, _after_adverbial(sentence, begin, finite), finite)
        if span is not None and span[0] == span[1] == 0 and not _speaks(sentence, span):
            span = None  # an adverb, capital only because it opens the sentence
    if span is None:
        span = noun_phrase(sentence, finite + 1, end)
    if span is None or span[0] <= v <= span[1]:
        span = name_before(sentence, begin)
        if span is None:
            return None
    last = between_semicolons(words, v).stop
    covers = range(finite + 1, last) if not back else range(0)
    if _dangling(words, begin, end) and not back:
        covers = between_semicolons(words, v)
    result = [make_saying(sentence, v, span, covers, back=back)]
    return with_medium(sentence, result, max(v, span[1]) + 1, end, covers)


def _after_time(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """ "meldete am selben Tag die Zeitung": the subject stands behind the time."""
    words = sentence.words
    for k in range(start + 1, end):
        if words[k].tag == "det" and words[k - 1].tag not in ("prep", "det"):
            return noun_phrase(sentence, k, end)
    return None


def _after_adverbial(sentence: Sentence, begin: int, finite: int) -> int:
    """Where the subject may begin: a clause that opens with a preposition has it elsewhere."""
    if sentence.words[begin].tag in ("prep", "coord") or sentence.words[begin].low in SKIP:
        return finite if sentence.words[begin].tag == "prep" else begin + 1
    return begin


def _speaks(sentence: Sentence, span: tuple[int, int]) -> bool:
    return somebody(sentence, span) or len(sentence.words[span[0]].text) > 7


def _dangling(words: list[Word], begin: int, end: int) -> bool:
    """Whether the stretch is an insertion between two commas, or the tail of the sentence."""
    return (
        begin > 0
        and words[begin - 1].text in ","
        and (end >= len(words) - 1 or words[end].text == ".")
    )


def verbless(sentence: Sentence) -> list[Saying]:
    """ "…, so ein Sprecher, …" and "heißt es in/bei/aus …", "verlautete aus …"."""
    words = sentence.words
    found: list[Saying] = []
    for i, word in enumerate(words):
        if word.low == "so" and i and words[i - 1].text in ("," + QUOTES) and i + 1 < len(words):
            _, end = bounds(words, i)
            if any(words[k].is_verb or words[k].tag == "verb?" for k in range(i, end)):
                continue
            span = noun_phrase(sentence, i + 1, end)
            if span is not None:
                found.append(make_saying(sentence, i, span, between_semicolons(words, i)))
        elif word.low in _IMPERSONAL:
            begin, end = bounds(words, i)
            beside = {words[k].low for k in range(begin, end)}
            if (word.low == "geht" and "hervor" not in beside) or (
                word.low in ("steht", "ergibt") and not beside & {"es", "sich"}
            ):
                continue
            for k in range(begin, end):
                if words[k].low in _WHEREFROM and (span := noun_phrase(sentence, k + 1, end)):
                    if words[span[0]].low in _PAPERS and (
                        inner := _genitive(sentence, span[0] + 1, end)
                    ):
                        span = inner
                    if words[span[0]].low in TIMES:
                        continue
                    back = begin == 0 and words[begin].low in ("so", "das", "dies")
                    covers = range(0) if back else between_semicolons(words, i)
                    found.append(make_saying(sentence, i, span, covers, back=back))
                    found.extend(_seen_by(sentence, end, covers, back))
                    break
    return found


def _seen_by(sentence: Sentence, start: int, covers: range, back: bool) -> list[Saying]:
    """ "…, den die Agentur einsehen konnte": the medium through which a paper is known."""
    words = sentence.words
    lows = {w.low for w in words[start:]}
    if not lows & _SEEN:
        return []
    for k in range(start, len(words)):
        span = noun_phrase(sentence, k, len(words)) if words[k].tag == "det" else None
        if span is not None and is_medium(sentence, span):
            return [make_saying(sentence, k, span, covers, back=back)]
    return []


def _genitive(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    words = sentence.words
    k = start
    while k < end and words[k].low in _GENITIVE_LINKS:
        k += 1
    return noun_phrase(sentence, k, end) if k > start else None
