"""English verbs of speech: "X said", "said X", "as X reported", "X, the minister, told"."""

from __future__ import annotations

from armstrade.language.words import Word
from armstrade.reading import Sentence

from .saying import (
    EN,
    SKIP,
    Saying,
    between_semicolons,
    bounds,
    complete,
    is_article,
    is_name,
    make_saying,
    name_before,
    noun_phrase,
    party_at,
    with_medium,
)

_AFTER_SPEECH = EN.words("after_speech")
_PASSIVE = EN.words("passive_auxiliaries")
_ADDRESSING = EN.words("addressing")
_COUNTS = EN.words("counts")
_OPENERS = EN.cue("clause_openers")
_SUBORDINATE = EN.cue("speech_after")
_NOUNS_TOO = EN.cue("speech_nouns")
_BACKWARD = EN.cue("speech_backward")
# How many words may follow "denies" where they only point back ("the charge outright").
_POINTING = 4

# The words that `english_source_start` begins at.
ENGLISH_STARTS = frozenset({"according", "citing", "quoting", "by"})


def english_source_start(words: list[Word], i: int) -> tuple[int | None, bool]:
    low = words[i].low
    following = words[i + 1].low if i + 1 < len(words) else ""
    if low == "according" and following == "to":
        return i + 2, False
    if low in ("citing", "quoting"):
        return i + 1, True
    if (
        low == "by"
        and following not in ("their", "its", "his", "her", "our")
        and any(w.low in _COUNTS for w in words[i + 2 : i + 6])
    ):
        return i + 1, False
    return None, False


def account_end(words: list[Word], i: int) -> int:
    """For "by X's count": where X ends."""
    if words[i].low != "by":
        return len(words)
    end = next(w.i for w in words[i + 2 :] if w.low in _COUNTS)
    return end - 1 if words[end - 1].low in ("'s", "’s", "'", "’") else end


def english_verb(sentence: Sentence, v: int) -> list[Saying] | None:
    words = sentence.words
    begin, end = bounds(words, v)
    if not complete(sentence, v, range(begin, end)) or _is_noun(words, v, end):
        return None
    if v > 0 and words[v - 1].low in _PASSIVE:
        return None
    if v > 0 and words[v - 1].low in ("and", "but"):
        span = _first_subject(sentence, begin, v)
        segment = range(v + 1, between_semicolons(words, v).stop)
        return [make_saying(sentence, v, span, segment)] if span is not None else None
    left = v
    while left > begin and not _stops_left(words, left - 1, v):
        left -= 1
    while left < v and (
        words[left].low in _OPENERS or words[left].low in SKIP or words[left].tag == "prep"
    ):
        left += 1
    nobody = sentence.reading.grammar.cue("no_subject")
    if v - left <= 2 and words[left].low != "it" and any(w.low in nobody for w in words[left:v]):
        return None
    if begin < left and words[left - 1].low in (
        "to",
        "be",
        "been",
        "being",
        "is",
        "are",
        "was",
        "were",
    ):
        return None
    opener = words[begin].low
    segment = between_semicolons(words, v)
    span = noun_phrase(sentence, left, v) if left < v else None
    if span is not None and span[0] > begin and words[span[0] - 1].tag == "prep":
        span = None
    inverted = False
    if span is None and left >= v - 1:
        named = _named_before(sentence, begin) if v == begin else None
        if named is not None:
            span = named
        elif (
            (v == begin or words[begin].low in ("as", "so"))
            and v + 1 < end
            and (words[v + 1].capital or words[v + 1].tag == "det")
        ):
            span = noun_phrase(sentence, v + 1, end)
            inverted = span is not None
        if span is None and begin > 0 and words[begin - 1].text in ",)" and v - begin <= 2:
            span = name_before(sentence, begin)
    if span is None:
        return None
    if (
        begin > 1
        and _is_title_only(sentence, span)
        and (name := name_before(sentence, begin)) is not None
        and is_name(words, name)
        and not party_at(sentence, name)
    ):
        # "Jane Doe, the minister, said" names her; "Canada, the minister said" does not
        span = name
    if opener == "as" or inverted:
        covers = segment
    elif _denies_the_rest(sentence, begin, v, end, span):
        covers = range(begin, end)
    elif _forward(words, v, end):
        covers = range(v + 1, segment.stop)
        if (
            begin > 0
            and words[begin - 1].text == ","
            and opener not in _OPENERS
            and _tail(words, begin)
        ):
            covers = segment
    elif opener in ("who", "which"):
        covers = range(v + 1, end)
    elif opener in _SUBORDINATE:
        covers = range(v + 1, segment.stop)
    else:
        covers = segment
    result = [make_saying(sentence, v, span, covers)]
    return with_medium(sentence, result, v + 1, end, covers) if not inverted else result


def _denies_the_rest(
    sentence: Sentence, begin: int, v: int, end: int, span: tuple[int, int]
) -> bool:
    """ ", but Madrid denies this", ", a charge Madrid denies": what was said before."""
    words, cue = sentence.words, sentence.reading.grammar.cue
    if begin == 0 or words[v].low not in cue("denying"):
        return False
    if v == end - 1:
        return words[span[0]].low in cue("denied_object") and span[0] < span[1]
    behind = words[v + 1 : end]
    pointing = any(w.low in cue("denied_object") for w in behind)
    return pointing and len(behind) <= _POINTING and all(w.tag != "sub" for w in behind)


def _is_noun(words: list[Word], v: int, end: int) -> bool:
    """ "the report", "a talk show": a word of speech that is a noun here."""
    if words[v].low not in _NOUNS_TOO:
        return False
    before = words[v - 1] if v else None
    if (
        before is None
        or before.tag in ("det", "prep", "poss", "num")
        or before.low in ("'s", "’s", "be")
    ):
        return True
    if v + 1 >= end:
        return not (before.capital or before.low in ("media", "paper", "daily", "newspaper"))
    if before.capital and any(words[k].low == "that" for k in range(v + 1, end)):
        return False
    return words[v + 1].low not in _AFTER_SPEECH


def _named_before(sentence: Sentence, begin: int) -> tuple[int, int] | None:
    """ "Jane Doe, the minister, told": the name before the apposition."""
    words = sentence.words
    if begin < 3 or words[begin - 1].text != ",":
        return None
    start, stop = bounds(words, begin - 2)
    if (
        start == 0
        or words[start - 1].text != ","
        or (
            words[start].low != "who"
            and any(words[k].tag in ("fin", "inf") for k in range(start, stop))
        )
    ):
        return None
    earlier, until = bounds(words, start - 2)
    if any(words[k].tag in ("fin", "inf") for k in range(earlier, until)):
        return None
    inner = (start, stop - 1)
    if is_name(words, inner):
        return inner  # "the French minister, Jean Dupont, denied"
    return noun_phrase(sentence, earlier, until)


def _first_subject(sentence: Sentence, begin: int, v: int) -> tuple[int, int] | None:
    """ "The ministry summoned her and told her": the subject of the first verb."""
    words = sentence.words
    verb = next((k for k in range(begin, v) if words[k].tag == "fin"), None)
    if verb is None:
        return None
    k = begin
    if words[k].tag == "prep":
        k += 2
    return noun_phrase(sentence, k, verb)


def _tail(words: list[Word], begin: int) -> bool:
    """Inserted between subject and verb: the stretch before has no finite verb."""
    k = begin - 2
    while k >= 0 and words[k].text not in ",;:":
        if words[k].tag == "fin":
            return False
        k -= 1
    return True


def _stops_left(words: list[Word], k: int, v: int) -> bool:
    word = words[k]
    if word.low in ("has", "have", "had", "did", "also"):
        return False
    if word.tag in ("fin", "sub", "rel", "inf"):
        return True
    return word.tag == "coord" and k + 1 < v and words[k + 1].tag in ("det", "pron")


def _forward(words: list[Word], v: int, end: int) -> bool:
    """Whether what is said follows the verb: "told lawmakers that", "said it would"."""
    if end < len(words) and words[end].text == ":":
        return True
    if v + 1 >= end:
        # "X said, …" or "…, X said."
        begin, _ = bounds(words, v)
        return begin == 0
    if any(words[k].low == "that" for k in range(v + 1, end)):
        return True
    begin, _ = bounds(words, v)
    if begin == 0:
        return True
    if words[v].low == "let":
        return False
    if words[v + 1].low not in _BACKWARD and any(
        words[k].tag in ("fin", "aux") for k in range(v + 1, end)
    ):
        return True
    return words[v + 1].low not in _BACKWARD and not _addressee(words, v + 1, end)


def _addressee(words: list[Word], start: int, end: int) -> bool:
    """ "told reporters on Friday": nothing but a listener and a time behind the verb."""
    return words[start - 1].low in _ADDRESSING and not any(
        words[k].tag in ("fin", "inf", "aux")
        or (words[k].low == "of" and words[k - 1].low != "condition")
        for k in range(start, end)
    )


def _is_title_only(sentence: Sentence, span: tuple[int, int]) -> bool:
    words = sentence.words
    return span[0] > 0 and is_article(words[span[0] - 1]) and not words[span[1]].capital
