"""A saying, and the noun phrases and stretches of words that it is found by."""

from __future__ import annotations

from dataclasses import dataclass

from armstrade.language.grammar import all_words, grammar
from armstrade.language.words import Word
from armstrade.reading import Sentence

DE, EN = grammar("de"), grammar("en")
_ARTICLES = all_words("articles")
_BEFORE_SPEAKER = DE.words("before_speaker")
_PLACE_LINKS = DE.words("place_links")
QUOTES = "\"„“”»«‘’‚'"
_BREAKS = frozenset(",;:–—()…")
_REJECTS = DE.words("rejecting_verbs")
_CALLS = all_words("calling_verbs")
_PRONOUNS = all_words("speaking_pronouns")
_LINKS = {"de": DE.cue("phrase_links"), "en": EN.cue("phrase_links")}
SKIP = DE.cue("adverbs") | EN.cue("adverbs")
TIMES = DE.cue("times") | EN.cue("times")
_ABBREVIATED = EN.words("abbreviated_titles")
_INSTITUTIONS = tuple(DE.words("institution_endings"))


@dataclass(slots=True)
class Saying:
    """Somebody says something.

    Attributes
    ----------
    first, last
        Words of the source, its article left out; ``None`` when it has no noun of its own.
    covers
        The words of the sentence that are said.
    back
        Whether what is said stands in the sentence before ("Das teilte die Regierung mit").
    cited
        Named as the source of somebody else ("unter Berufung auf X").
    medium
        Told to (a news agency), or a medium itself.
    """

    sentence: Sentence
    verb: int
    first: int
    last: int
    covers: range
    back: bool = False
    cited: bool = False
    medium: bool = False

    @property
    def span(self) -> tuple[int, int]:
        words = self.sentence.words
        return words[self.first].start, words[self.last].end

    @property
    def lows(self) -> list[str]:
        return [w.low for w in self.sentence.words[self.first : self.last + 1]]

    def reach(self, word: int) -> tuple[int, int]:
        """Offsets of the words around the verb that belong to the report, not to what is said."""
        words = self.sentence.words
        begin, end = bounds(words, self.verb)
        if begin <= word < end:
            # one stretch holds both: the report ends with a time or a listener
            begin, end = self.verb, min(self.verb + 4, end)
            if word > self.verb:
                end = min(end, word)
        return words[begin].start, words[end - 1].end

    @property
    def denies(self) -> bool:
        """A verb of denial, "wies … zurück", "called it a lie"."""
        words = self.sentence.words
        cue = self.sentence.reading.grammar.cue
        low = words[self.verb].low
        behind = {w.low for w in words[self.verb :]}
        if low in _REJECTS:
            return bool(behind & cue("denying"))
        return low in cue("denying") or (low in _CALLS and bool(behind & cue("untrue")))

    @property
    def pronoun(self) -> bool:
        return self.first == self.last and self.lows[0] in _PRONOUNS


_NEITHER = all_words("neither")
_STOP_TAGS = frozenset(
    {"fin", "inf", "zu", "zu-mark", "sub", "rel", "pron", "coord", "aux", "verb?"}
)


def noun_phrase(sentence: Sentence, start: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase at `start`, without its article; ``None`` when there is none."""
    words = sentence.words
    german = sentence.reading.grammar.language == "de"
    links = _LINKS["de" if german else "en"]
    titles = sentence.reading.grammar.words("titles")
    i = start
    while i < stop and _before_phrase(words, i):
        i += 2 if words[i].tag == "prep" else 1
    if i < stop and words[i].low in _PRONOUNS and words[i].tag == "pron":
        return i, i
    begin, last = i, None
    quoted = i > 0 and words[i - 1].text in QUOTES
    linked = False
    while i < stop:
        word = words[i]
        if word.text in QUOTES and word.tag == "punct":
            if quoted:
                break
            quoted = True
            i += 1
            continue
        if quoted and (word.capital or last is not None):
            # a name in quotation marks is taken as it stands
            last = i if word.tag != "punct" else last
            i += 1
            continue
        if word.text == "." and i and words[i - 1].low in _ABBREVIATED:
            i += 1
            continue
        if word.tag == "punct" and (
            word.text not in "&-" or (i > 0 and word.start > words[i - 1].end and word.text == "-")
        ):
            break
        if last is None and german and word.tag == "prep":
            # "drei mit dem Fall vertraute Beamte", "ein am Mittwoch vorgestellter Bericht"
            inner = [k for k in range(i + 1, min(stop, i + 7)) if _participle(words[k])]
            if not inner:
                break
            i = inner[0] + 1
            continue
        if word.low in links and last is not None:
            if not _goes_on(words, begin, i, stop, german):
                break
            i, linked = i + 1, True
            continue
        if last is not None and (word.low in SKIP or word.low in TIMES):
            break
        if word.tag in _STOP_TAGS and not word.capital:
            break
        if word.tag in ("prep", "particle") or (word.tag == "det" and last is not None):
            break
        if _nominal(word, german):
            if last is not None and german and last > begin and word.low in titles:
                break
            last, linked = i, False
        elif german and last is not None and not linked:
            break
        i += 1
    return (begin, last) if last is not None and last >= begin else None


def _before_phrase(words: list[Word], i: int) -> bool:
    """Articles, quotation marks, pronouns and times that stand before the noun phrase."""
    word = words[i]
    if is_article(word) or (word.text in QUOTES and word.tag == "punct") or word.low in SKIP:
        return True
    if word.low in _BEFORE_SPEAKER or word.low in TIMES:
        return word.tag != "prep" or (i + 1 < len(words) and words[i + 1].low in TIMES)
    return False


def _participle(word: Word) -> bool:
    return word.tag == "attr" or word.low.startswith(("vertraut", "befasst", "zitiert"))


_IN_NAMES = frozenset({"of", "the", "and"})


def is_article(word: Word) -> bool:
    return word.low in _ARTICLES


def _nominal(word: Word, german: bool) -> bool:
    if german:
        return word.capital or word.tag == "num" or word.low == "eingeweihte"
    return word.tag in ("noun", "word", "num", "poss", "part", "ing") or word.capital


def _goes_on(words: list[Word], begin: int, i: int, stop: int, german: bool) -> bool:
    """Whether a preposition or genitive is followed by more of the same noun phrase."""
    if german:
        head = words[i - 1].low
        if words[i].low in ("of", "de", "and"):
            return True
        if words[i].low in _PLACE_LINKS and not head.endswith(_INSTITUTIONS):
            return False
        named = i - begin >= 2 and words[i - 1].capital and words[i - 2].capital
        if words[i].low in ("der", "des", "dieser", "ihres", "seines") and named:
            return False
    for k in range(i + 1, min(stop, i + 5)):
        word = words[k]
        if word.low in TIMES or word.tag in ("fin", "sub", "pron"):
            return False
        if word.tag == "punct" and word.text not in QUOTES:
            return False
        if german and word.capital:
            return True
        if not german and not is_article(word) and word.tag != "prep":
            return True
    return False


def somebody(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a cited noun phrase speaks: wreckage does not."""
    grammar = sentence.reading.grammar
    lows = {w.low for w in sentence.words[span[0] : span[1] + 1]}
    known = grammar.cue("anonymous") | grammar.cue("outside") | grammar.cue("official")
    return bool(lows & known) or is_medium(sentence, span) or party_at(sentence, span)


def between_semicolons(words: list[Word], i: int) -> range:
    """The stretch between semicolons around a word."""
    begin, end = i, i
    while begin > 0 and words[begin - 1].text != ";":
        begin -= 1
    while end < len(words) and words[end].text != ";":
        end += 1
    return range(begin, end)


def bounds(words: list[Word], i: int) -> tuple[int, int]:
    """The stretch between punctuation around a word; quotation marks do not bound names."""
    begin, end = i, i + 1
    while begin > 0 and not _bounding(words, begin - 1):
        begin -= 1
    while end < len(words) and not _bounding(words, end):
        end += 1
    return begin, end


def _bounding(words: list[Word], k: int) -> bool:
    word = words[k]
    if word.text in _BREAKS or word.text in "?!":
        return True
    if word.text == "-":  # "SEOUL - Hanwha said", but not a hyphen
        return 0 < k < len(words) - 1 and words[k - 1].end < word.start < words[k + 1].start - 1
    if word.text in QUOTES and word.tag == "punct":
        # a name in quotation marks is short; a quotation is not
        return not _short_quote(words, k)
    return word.text == "." and not (k and words[k - 1].low in _ABBREVIATED)


def _short_quote(words: list[Word], k: int) -> bool:
    for step in (1, -1):
        for j in range(1, 6):
            at = k + step * j
            if not 0 <= at < len(words):
                break
            if words[at].text in QUOTES and words[at].tag == "punct":
                if j > 1 and all(
                    w.capital or w.tag in ("prep", "num") or w.low in _IN_NAMES
                    for w in words[min(at, k) + 1 : max(at, k)]
                ):
                    return True
                break
    return False


def make_saying(
    sentence: Sentence, v: int, span: tuple[int, int], covers: range, back: bool = False
) -> Saying:
    if _is_charge(sentence, *span):
        span = span[0] + 1, span[1]
    return Saying(
        sentence, v, span[0], span[1], covers, back=back, medium=is_medium(sentence, span)
    )


def _is_charge(sentence: Sentence, first: int, last: int) -> bool:
    """ ", a charge Madrid denies": the noun before the name is what is denied."""
    words = sentence.words
    return (
        1 < first < last
        and words[first - 2].text == ","
        and words[first - 1].low in ("a", "an")
        and words[first].low in sentence.reading.grammar.cue("denied_object")
    )


def name_before(sentence: Sentence, begin: int) -> tuple[int, int] | None:
    """ "X, the minister, said": the noun phrase before the insertion."""
    words = sentence.words
    k = begin - 2
    if k < 0 or words[begin - 1].text not in ",)":
        return None
    start, _ = bounds(words, k)
    return noun_phrase(sentence, start, k + 1)


def complete(sentence: Sentence, v: int, stretch: range) -> bool:
    """Verbs that speak only together with another word of their clause."""
    words = sentence.words
    low = words[v].low
    if _takes_back(sentence, v, stretch):
        return False
    pairs = [p.split() for p in sentence.reading.grammar.cue("speech_with")]
    needed = [pair[1] for pair in pairs if pair[0] == low]
    if not needed:
        return True
    lows = {words[k].low for k in range(v + 1, min(len(words), stretch.stop + 1))}
    if sentence.reading.grammar.language == "en":
        return v + 1 < len(words) and words[v + 1].low in needed
    return bool(lows & set(needed)) or any(
        w.tag == "particle" and w.low in needed for w in words[v + 1 :]
    )


def _takes_back(sentence: Sentence, v: int, stretch: range) -> bool:
    """ "bestätigte das nicht", "would neither confirm nor deny": whoever does so says nothing."""
    grammar, words = sentence.reading.grammar, sentence.words
    if words[v].low not in grammar.words("proven") | grammar.cue("denial"):
        return False
    reach = range(max(stretch.start, v - 4), v) if grammar.language == "en" else stretch
    negators = grammar.cue("negators") | grammar.words("declining") | _NEITHER
    return any(words[k].low in negators for k in reach)


def with_medium(
    sentence: Sentence, result: list[Saying], start: int, end: int, covers: range
) -> list[Saying]:
    """ "told Reuters", "sagte … der Agentur Tass": the medium is the outer source."""
    words = sentence.words
    german = sentence.reading.grammar.language == "de"
    if german and (split := _told_medium(sentence, result[0])) is not None:
        return split
    if result[0].medium or (
        not german and words[result[0].verb].low not in ("told", "tells", "tell")
    ):
        return result
    for k in range(start, end if german else min(start + 1, end)):
        if german and words[k].low not in ("der", "dem", "den", "die") and k > start:
            continue
        span = noun_phrase(sentence, k, end)
        if span is not None and is_medium(sentence, span):
            result.append(make_saying(sentence, result[0].verb, span, covers))
            break
    return result


def _told_medium(sentence: Sentence, saying: Saying) -> list[Saying] | None:
    """ "sagten zwei Personen der Agentur Reuters": two noun phrases in a row."""
    words = sentence.words
    for k in range(saying.first + 1, saying.last):
        inner, outer = (saying.first, k - 1), (k + 1, saying.last)
        if (
            words[k].low in ("der", "dem")
            and not is_medium(sentence, inner)
            and (is_medium(sentence, outer))
        ):
            return [make_saying(sentence, saying.verb, s, saying.covers) for s in (inner, outer)]
    return None


def is_medium(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a noun phrase names a newspaper, agency or station."""
    media = sentence.reading.grammar.cue("media")
    lows = [w.low for w in sentence.words[span[0] : span[1] + 1] if w.tag != "punct"]
    if "agency" in lows and "news" not in lows and len(lows) > 2:
        lows.remove("agency")
    text = " ".join(lows)
    return bool(media & set(lows)) or any(" " in m and m in text for m in media)


def is_name(words: list[Word], span: tuple[int, int]) -> bool:
    return 1 <= span[1] - span[0] <= 3 and all(
        words[k].capital or words[k].text == "." for k in range(span[0], span[1] + 1)
    )


def party_at(sentence: Sentence, span: tuple[int, int]) -> bool:
    return any(
        p.first <= span[1] and p.last >= span[0] and p.kind not in ("leader",)
        for p in sentence.parties
    )
