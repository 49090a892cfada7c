"""Who says what: verbs of speech, "laut X", "according to X", with the words they cover.

Only words and their tags are looked at, not clauses: what somebody says reaches over clause
borders, up to the next semicolon.
"""

from __future__ import annotations

from dataclasses import dataclass

from armstrade.language.words import Word
from armstrade.reading import Sentence

QUOTES = "\"„“”»«‘’‚'"
_BREAKS = frozenset(",;:–—()…")


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
        begin, end = _bounds(words, self.verb)
        if begin <= word < end:
            # one stretch holds both: the report ends with a time or a listener
            begin, end = self.verb, min(self.verb + 4, end)
            if word > self.verb:
                end = min(end, word)
        return words[begin].start, words[end - 1].end

    @property
    def pronoun(self) -> bool:
        return self.first == self.last and self.lows[0] in _PRONOUNS


_PRONOUNS = frozenset(["he", "she", "it", "they", "er", "sie", "we", "wir", "i", "ich"])


def sayings(sentence: Sentence) -> list[Saying]:
    """The sayings of a sentence, by position of their verb or preposition."""
    found = _prepositional(sentence)
    found.extend(_spoken(sentence))
    if not any(s.covers.start for s in found):
        found.extend(_headed(sentence, found))
    return sorted(found, key=lambda s: s.verb)


# -- noun phrases ---------------------------------------------------------------------------

_STOP_TAGS = frozenset({"fin", "inf", "zu", "zu-mark", "sub", "rel", "pron", "coord", "aux", "verb?"})
_LINKS = {
    "de": frozenset(["der", "des", "von", "vom", "aus", "in", "für", "bei", "und", "&", "beim", "im", "dieser", "eines", "einer", "ihres", "seines", "mit", "of", "de", "and"]),
    "en": frozenset(["of", "in", "for", "at", "and", "the", "with", "from", "to", "&", "'s", "’s", "a", "his", "her", "its", "their"]),
}  # fmt: skip
_SKIP = frozenset(["also", "auch", "zudem", "ferner", "jetzt", "nun", "later", "earlier", "then", "now", "dagegen", "wiederum", "aber", "indes", "derweil", "immerhin", "jedenfalls", "selbst", "bereits", "dann", "heute", "gestern", "zuletzt", "kürzlich", "damals", "ebenfalls", "has", "had", "have", "hat", "haben", "hatte", "did", "does", "not", "nicht", "repeatedly", "since", "just", "noch", "freilich", "allerdings", "inzwischen"])  # fmt: skip
_TIMES = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow", "last", "this", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "montagabend", "dienstagabend", "mittwochabend", "donnerstagabend", "freitagabend", "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember", "anfrage", "vorjahr", "jahr", "jahre", "woche", "monat", "rande", "tag", "interview", "statement", "conference", "weekend", "freitagmorgen"]
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
        if word.tag == "punct" and word.text not in "&-":
            break
        if last is None and german and word.tag == "prep":
            # "zwei mit dem Vorgang vertraute Personen", "ein am Mittwoch vorgestellter Bericht"
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
        if last is not None and (word.low in _SKIP or word.low in _TIMES):
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
    if _is_article(word) or (word.text in QUOTES and word.tag == "punct") or word.low in _SKIP:
        return True
    if word.low in ("ihm", "ihnen", "sich", "uns", "am", "im", "vor") or word.low in _TIMES:
        return word.tag != "prep" or (i + 1 < len(words) and words[i + 1].low in _TIMES)
    return False


def _participle(word: Word) -> bool:
    return word.tag == "attr" or word.low.startswith(("vertraut", "befasst", "zitiert"))


_ABBREVIATED = frozenset(["mr", "mrs", "ms", "dr", "gen", "adm", "col", "sen", "rep", "lt", "vice", "capt", "st"])


def _is_article(word: Word) -> bool:
    return word.low in ("the", "a", "an", "der", "die", "das", "den", "dem", "des", "ein", "eine",
                        "einem", "einer", "eines", "einen")  # fmt: skip


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
        if words[i].low in ("in", "im", "aus", "für", "bei", "beim", "mit") and not head.endswith(
            _INSTITUTIONS
        ):
            return False
        named = i - begin >= 2 and words[i - 1].capital and words[i - 2].capital
        if words[i].low in ("der", "des", "dieser", "ihres", "seines") and named:
            return False
    for k in range(i + 1, min(stop, i + 5)):
        word = words[k]
        if word.low in _TIMES or word.tag in ("fin", "sub", "pron"):
            return False
        if word.tag == "punct" and word.text not in QUOTES:
            return False
        if german and word.capital:
            return True
        if not german and not _is_article(word) and word.tag != "prep":
            return True
    return False


_INSTITUTIONS = ("ministerium", "ministeriums", "amt", "amts", "amtes", "regierung", "botschafter",
                 "botschafterin", "generalstab", "behörde", "ausschuss", "führung", "rat",
                 "gesandte", "kreise", "kreisen", "quellen", "beamter", "vertreter",
                 "minister", "sprecher", "sprecherin")  # fmt: skip


# -- prepositions ---------------------------------------------------------------------------

_ACCOUNTS = frozenset(
    ["angaben", "angabe", "informationen", "erkenntnissen", "darstellung", "einschätzung", "überzeugung", "recherchen", "ansicht", "worten", "auskunft", "aussage", "aussagen", "bericht", "berichten", "meinung", "schätzungen", "schätzung", "zählung", "rechnung", "auswertung", "medienberichten", "einem", "überzeugungen"]
)


def _prepositional(sentence: Sentence) -> list[Saying]:
    words = sentence.words
    german = sentence.reading.grammar.language == "de"
    found: list[Saying] = []
    for i, word in enumerate(words):
        start, cited = _source_start(words, i) if german else _english_source_start(words, i)
        span: tuple[int, int] | None = None
        if start is not None:
            span = noun_phrase(sentence, start, len(words))
        elif german and word.low == "zufolge":
            span = _before_zufolge(sentence, i)
        elif german and word.low.endswith("-informationen") and i and words[i - 1].low == "nach":
            span = (i, i)
        if span is not None and words[span[0]].low == "one" and words[span[1]].low in ("one", "them"):
            comma = span[1] + (1 if words[span[1]].low == "them" else 3)
            span = noun_phrase(sentence, comma + 1, len(words)) or span
        if span is not None and cited and not _somebody(sentence, span):
            span = None
        if span is not None and not (span[0] == span[1] and words[span[0]].low in _OWN):
            found.append(
                Saying(sentence, i, span[0], span[1], _segment(words, i), cited=cited,
                       medium=is_medium(sentence, span)))  # fmt: skip
    return found


def _somebody(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a cited noun phrase speaks: wreckage does not."""
    grammar = sentence.reading.grammar
    lows = {w.low for w in sentence.words[span[0] : span[1] + 1]}
    known = grammar.cue("anonymous") | grammar.cue("outside") | grammar.cue("official")
    return bool(lows & known) or is_medium(sentence, span) or _party_at(sentence, span)


_OWN = frozenset({"eigenen", "übereinstimmenden"})


def _source_start(words: list[Word], i: int) -> tuple[int | None, bool]:
    low = words[i].low
    following = words[i + 1].low if i + 1 < len(words) else ""
    if low in ("laut", "lt"):
        return i + 1, False
    if low == "berufung" and following == "auf":
        return i + 2, True
    if low == "nach" or (low == "aus" and following == "sicht"):
        k = i + 1
        while k < len(words) and (words[k].tag in ("det", "word", "attr", "part")
                                  and not words[k].capital):  # fmt: skip
            if words[k].low == "eigenen":
                return None, False
            k += 1
        if k < len(words) and words[k].low in _ACCOUNTS | {"sicht"}:
            k += 1
            while k < len(words) and words[k].low in ("von", "aus", "der", "des", "eines", "einer"):
                k += 1
            return k, False
    return None, False


def _english_source_start(words: list[Word], i: int) -> tuple[int | None, bool]:
    low = words[i].low
    following = words[i + 1].low if i + 1 < len(words) else ""
    if low == "according" and following == "to":
        return i + 2, False
    if low in ("citing", "quoting"):
        return i + 1, True
    if low == "by" and following in ("their", "his", "its") and i + 2 < len(words):
        return None, False
    return None, False


def _before_zufolge(sentence: Sentence, i: int) -> tuple[int, int] | None:
    words = sentence.words
    k = i - 1
    while k > 0 and i - k < 8 and words[k - 1].tag not in ("punct", "fin", "sub"):
        if words[k].tag == "det" and words[k - 1].tag not in ("noun", "word"):
            break
        k -= 1
    quoted = [w.i for w in words[max(0, i - 8) : i] if w.text in QUOTES]
    if len(quoted) >= 2:
        k = quoted[-2] + 1
    span = noun_phrase(sentence, k, i)
    if span is not None and words[span[0]].low in ("bericht", "berichten", "medienberichten"):
        inner = noun_phrase(sentence, span[0] + 1, i)
        return inner
    return span


def _segment(words: list[Word], i: int) -> range:
    """The stretch between semicolons around a word."""
    begin, end = i, i
    while begin > 0 and words[begin - 1].text != ";":
        begin -= 1
    while end < len(words) and words[end].text != ";":
        end += 1
    return range(begin, end)


# -- verbs ----------------------------------------------------------------------------------


def _spoken(sentence: Sentence) -> list[Saying]:
    grammar = sentence.reading.grammar
    speech = grammar.cue("speech")
    found: list[Saying] = []
    for word in sentence.words:
        if word.low in speech and word.tag not in ("det", "prep", "noun"):
            saying = (
                _german(sentence, word.i) if grammar.language == "de" else _english(sentence, word.i)
            )
            if saying is not None:
                found.extend(saying)
    if grammar.language == "de":
        found.extend(_verbless(sentence))
    return found


def _bounds(words: list[Word], i: int) -> tuple[int, int]:
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
                if j > 1 and all(w.capital or w.tag in ("prep", "num") or w.low in ("of", "the", "and")
                                 for w in words[min(at, k) + 1 : max(at, k)]):  # fmt: skip
                    return True
                break
    return False


def _german(sentence: Sentence, v: int) -> list[Saying] | None:
    words = sentence.words
    begin, end = _bounds(words, v)
    stretch = range(begin, end)
    if not _complete(sentence, v, stretch):
        return None
    if words[v].low in ("sagte", "sagt", "sagten", "sagen") and words[end - 1].low in ("zu", "ab"):
        return None
    if words[v].low.endswith(("meldet", "meldete", "meldeten")) and any(
        words[k].low == "sich" for k in stretch
    ):
        return None
    if v > begin and words[v - 1].low in ("könne", "kann", "konnte", "wollte", "will", "zu", "mochte"):
        return None
    opener = words[begin]
    finite = v
    for k in range(begin, v):
        if words[k].tag in ("fin", "verb?") and words[k].low in ("hat", "haben", "hatte", "hatten",
                                                                "will", "wollte"):  # fmt: skip
            finite = k
    if any(words[k].low in ("es", "man") and words[k].tag == "pron" for k in stretch
           if abs(k - finite) == 1) and words[v].low not in ("hält",):  # fmt: skip
        return None
    if opener.low == "wie" or opener.low == "so":
        span = noun_phrase(sentence, begin + 1 if begin + 1 != v else v + 1, end)
        if span is None or span[0] <= v <= span[1]:
            return None
        return [_saying(sentence, v, span, _segment(words, v))]
    if finite == begin:
        # verb first: the words before are said, and those behind
        span = noun_phrase(sentence, finite + 1, end)
        if span is None:
            return None
        said = _segment(words, v)
        result = [_saying(sentence, v, span, said)]
        return _with_medium(sentence, result, span[1] + 1, end, said)
    back = opener.low in ("das", "dies", "so") and begin == 0
    span = None
    if not back:
        span = noun_phrase(sentence, _after_adverbial(sentence, begin, finite), finite)
        if span is not None and span[0] == span[1] == 0 and not _speaks(sentence, span):
            span = None  # an adverb, capital only because it opens the sentence
    if span is None:
        span = noun_phrase(sentence, finite + 1, end)
    if span is None or span[0] <= v <= span[1]:
        span = _name_before(sentence, begin)
        if span is None:
            return None
    last = _segment(words, v).stop
    covers = range(finite + 1, last) if not back else range(0)
    if _dangling(words, begin, end) and not back:
        covers = _segment(words, v)
    result = [_saying(sentence, v, span, covers, back=back)]
    return _with_medium(sentence, result, max(v, span[1]) + 1, end, covers)


def _saying(
    sentence: Sentence, v: int, span: tuple[int, int], covers: range, back: bool = False
) -> Saying:
    return Saying(sentence, v, span[0], span[1], covers, back=back, medium=is_medium(sentence, span))


def _after_adverbial(sentence: Sentence, begin: int, finite: int) -> int:
    """Where the subject may begin: a clause that opens with a preposition has it elsewhere."""
    if sentence.words[begin].tag in ("prep", "coord") or sentence.words[begin].low in _SKIP:
        return finite if sentence.words[begin].tag == "prep" else begin + 1
    return begin


def _speaks(sentence: Sentence, span: tuple[int, int]) -> bool:
    return _somebody(sentence, span) or len(sentence.words[span[0]].text) > 7


def _dangling(words: list[Word], begin: int, end: int) -> bool:
    """Whether the stretch is an insertion between two commas, or the tail of the sentence."""
    return begin > 0 and words[begin - 1].text in "," and (
        end >= len(words) - 1 or words[end].text == "."
    )  # fmt: skip


def _name_before(sentence: Sentence, begin: int) -> tuple[int, int] | None:
    """"X, the minister, said": the noun phrase before the insertion."""
    words = sentence.words
    k = begin - 2
    if k < 0 or words[begin - 1].text not in ",)":
        return None
    start, _ = _bounds(words, k)
    return noun_phrase(sentence, start, k + 1)


def _complete(sentence: Sentence, v: int, stretch: range) -> bool:
    """Verbs that speak only together with another word of their clause."""
    words = sentence.words
    low = words[v].low
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


def _with_medium(
    sentence: Sentence, result: list[Saying], start: int, end: int, covers: range
) -> list[Saying]:
    """"told Reuters", "sagte … der Agentur Tass": the medium is the outer source."""
    words = sentence.words
    german = sentence.reading.grammar.language == "de"
    if result[0].medium or (not german and words[result[0].verb].low not in ("told", "tells", "tell")):
        return result
    for k in range(start, end if german else min(start + 1, end)):
        if german and words[k].low not in ("der", "dem", "den", "die") and k > start:
            continue
        span = noun_phrase(sentence, k, end)
        if span is not None and is_medium(sentence, span):
            result.append(_saying(sentence, result[0].verb, span, covers))
            break
    return result


def is_medium(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a noun phrase names a newspaper, agency or station."""
    media = sentence.reading.grammar.cue("media")
    lows = [w.low for w in sentence.words[span[0] : span[1] + 1] if w.tag != "punct"]
    if "agency" in lows and "news" not in lows and len(lows) > 2:
        lows.remove("agency")
    text = " ".join(lows)
    return bool(media & set(lows)) or any(" " in m and m in text for m in media)


def _verbless(sentence: Sentence) -> list[Saying]:
    """"…, so ein Sprecher, …" and "heißt es in/bei/aus …", "verlautete aus …"."""
    words = sentence.words
    found: list[Saying] = []
    for i, word in enumerate(words):
        if word.low == "so" and i and words[i - 1].text in ("," + QUOTES) and i + 1 < len(words):
            _, end = _bounds(words, i)
            if any(words[k].is_verb or words[k].tag == "verb?" for k in range(i, end)):
                continue
            span = noun_phrase(sentence, i + 1, end)
            if span is not None:
                found.append(_saying(sentence, i, span, _segment(words, i)))
        elif word.low in ("heißt", "hieß", "verlautete", "verlautet", "hören", "steht", "geht",
                          "ergibt"):  # fmt: skip
            begin, end = _bounds(words, i)
            beside = {words[k].low for k in range(begin, end)}
            if (word.low == "geht" and "hervor" not in beside) or (
                word.low in ("steht", "ergibt") and not beside & {"es", "sich"}
            ):
                continue
            for k in range(begin, end):
                if words[k].low in ("in", "im", "bei", "beim", "aus", "seitens") and (
                    span := noun_phrase(sentence, k + 1, end)
                ):
                    if words[span[0]].low in ("bericht", "papier", "antwort", "schreiben",
                                              "dokument", "mitteilung", "einem") and (
                        inner := _genitive(sentence, span[0] + 1, end)
                    ):
                        span = inner
                    if words[span[0]].low in _TIMES:
                        continue
                    back = begin == 0 and words[begin].low in ("so", "das", "dies")
                    covers = range(0) if back else _segment(words, i)
                    found.append(_saying(sentence, i, span, covers, back=back))
                    found.extend(_seen_by(sentence, end, covers, back))
                    break
    return found


def _seen_by(sentence: Sentence, start: int, covers: range, back: bool) -> list[Saying]:
    """"…, den die Agentur einsehen konnte": the medium through which a paper is known."""
    words = sentence.words
    lows = {w.low for w in words[start:]}
    if not lows & {"einsehen", "vorliegt", "vorliegen", "eingesehen", "berichtet"}:
        return []
    for k in range(start, len(words)):
        span = noun_phrase(sentence, k, len(words)) if words[k].tag == "det" else None
        if span is not None and is_medium(sentence, span):
            return [_saying(sentence, k, span, covers, back=back)]
    return []


def _genitive(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    words = sentence.words
    k = start
    while k < end and words[k].low in ("von", "der", "des", "eines", "einer", "aus"):
        k += 1
    return noun_phrase(sentence, k, end) if k > start else None


_OPENERS = frozenset(["as", "which", "that", "who", "what", "but", "and", "while", "when", "after", "because", "before", "although", "where", "though", "whereas", "or", "so", "since", "until", "if"])  # fmt: skip
_SUBORDINATE = frozenset(["who", "when", "after", "because", "before", "although", "while", "though", "whereas", "since", "until", "whose", "where"])  # fmt: skip


def _english(sentence: Sentence, v: int) -> list[Saying] | None:
    words = sentence.words
    begin, end = _bounds(words, v)
    if not _complete(sentence, v, range(begin, end)) or _is_noun(words, v, end):
        return None
    if v > 0 and words[v - 1].low in ("and", "but"):
        span = _first_subject(sentence, begin, v)
        segment = range(v + 1, _segment(words, v).stop)
        return [_saying(sentence, v, span, segment)] if span is not None else None
    left = v
    while left > begin and not _stops_left(words, left - 1, v):
        left -= 1
    while left < v and (words[left].low in _OPENERS or words[left].low in _SKIP
                        or words[left].tag == "prep"):  # fmt: skip
        left += 1
    if any(w.low in sentence.reading.grammar.cue("no_subject") for w in words[left:v]) and v - left <= 2:
        if words[left].low != "it":
            return None
    if begin < left and words[left - 1].low in ("to", "be", "been", "being", "is", "are", "was", "were"):
        return None
    opener = words[begin].low
    segment = _segment(words, v)
    span = noun_phrase(sentence, left, v) if left < v else None
    if span is not None and span[0] > begin and words[span[0] - 1].tag == "prep":
        span = None
    inverted = False
    if span is None and left >= v - 1:
        named = _named_before(sentence, begin) if v == begin else None
        if named is not None:
            span = named
        elif (v == begin or words[begin].low in ("as", "so")) and v + 1 < end and (
            words[v + 1].capital or words[v + 1].tag == "det"
        ):
            span = noun_phrase(sentence, v + 1, end)
            inverted = span is not None
        if span is None and begin > 0 and words[begin - 1].text in ",)" and v - begin <= 2:
            span = _name_before(sentence, begin)
    if span is None:
        return None
    if _is_title_only(sentence, span) and begin > 1 and (name := _name_before(sentence, begin)):
        # "Liam Fox, the trade secretary, told …" names him; "Canada, the minister said" does not
        if words[end - 1].i >= v and not _party_at(sentence, name) and _is_name(words, name):
            span = name
    if opener == "as" or inverted:
        covers = segment
    elif _forward(words, v, end):
        covers = range(v + 1, segment.stop)
        if begin > 0 and words[begin - 1].text == "," and opener not in _OPENERS and _tail(words, begin):
            covers = segment
    elif opener in _SUBORDINATE:
        covers = range(v + 1, segment.stop)
    else:
        covers = segment
    result = [_saying(sentence, v, span, covers)]
    return _with_medium(sentence, result, v + 1, end, covers) if not inverted else result


_NOUNS_TOO = frozenset(["report", "reports", "claim", "claims", "show", "shows", "states", "state", "details", "documents", "charges", "estimate", "estimates", "accounts", "let", "found", "made"])  # fmt: skip


def _is_noun(words: list[Word], v: int, end: int) -> bool:
    """"the report", "a talk show": a word of speech that is a noun here."""
    if words[v].low not in _NOUNS_TOO:
        return False
    before = words[v - 1] if v else None
    if before is None or before.tag in ("det", "prep", "poss", "num") or before.low in ("'s", "’s", "be"):
        return True
    if v + 1 >= end:
        return not (before.capital or before.low in ("media", "paper", "daily", "newspaper"))
    if before.capital and any(words[k].low == "that" for k in range(v + 1, end)):
        return False
    return words[v + 1].low not in ("that", "how", "the", "it", "a", "more", "no", "about", "some")


def _named_before(sentence: Sentence, begin: int) -> tuple[int, int] | None:
    """"Liam Fox, the trade secretary, told": the name before the apposition."""
    words = sentence.words
    if begin < 3 or words[begin - 1].text != ",":
        return None
    start, stop = _bounds(words, begin - 2)
    if start == 0 or words[start - 1].text != "," or any(
        words[k].tag in ("fin", "inf") for k in range(start, stop)
    ):
        return None
    earlier, until = _bounds(words, start - 2)
    if any(words[k].tag in ("fin", "inf") for k in range(earlier, until)):
        return None
    return noun_phrase(sentence, earlier, until)


def _first_subject(sentence: Sentence, begin: int, v: int) -> tuple[int, int] | None:
    """"The ministry summoned her and told her": the subject of the first verb."""
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


_BACKWARD = frozenset(["on", "in", "at", "this", "last", "yesterday", "today", "late", "early", "during", "after", "with", "by", "to", "when", "from", "here", "there", "under", "under", "shortly", "over", "before"])  # fmt: skip


def _forward(words: list[Word], v: int, end: int) -> bool:
    """Whether what is said follows the verb: "told lawmakers that", "said it would"."""
    if end < len(words) and words[end].text == ":":
        return True
    if v + 1 >= end:
        # "X said, …" or "…, X said."
        begin, _ = _bounds(words, v)
        return begin == 0
    if any(words[k].low == "that" for k in range(v + 1, end)):
        return True
    begin, _ = _bounds(words, v)
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
    """"told reporters on Friday": nothing but a listener and a time behind the verb."""
    return words[start - 1].low in ("told", "tells", "tell", "assured", "has", "briefed") and not any(
        words[k].tag in ("fin", "inf", "aux") or words[k].low == "of" for k in range(start, end)
    )


def _is_title_only(sentence: Sentence, span: tuple[int, int]) -> bool:
    words = sentence.words
    return span[0] > 0 and _is_article(words[span[0] - 1]) and not words[span[1]].capital


def _is_name(words: list[Word], span: tuple[int, int]) -> bool:
    return 1 <= span[1] - span[0] <= 3 and all(
        words[k].capital or words[k].text == "." for k in range(span[0], span[1] + 1)
    )


def _party_at(sentence: Sentence, span: tuple[int, int]) -> bool:
    return any(p.first <= span[1] and p.last >= span[0] and p.kind not in ("leader",)
               for p in sentence.parties)  # fmt: skip


def _headed(sentence: Sentence, found: list[Saying]) -> list[Saying]:
    """"Seoul: …" and "Modise brachte … ins Spiel: Der Frachter habe …"."""
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
    parties = [p for p in sentence.parties if p.last < colon]
    if not parties and not is_medium(sentence, span):
        return []
    return [_saying(sentence, colon, span, range(colon + 1, len(words)))]


_SUBJUNCTIVES = frozenset(["habe", "sei", "werde", "seien", "solle", "wolle", "könne", "müsse", "dürfe", "hätten", "würden", "wären", "hätte"])  # fmt: skip


def _subjunctive(word: Word) -> bool:
    return word.low in _SUBJUNCTIVES or (
        bool(word.verbs) and all("konj1" in r.features for r in word.verbs)
        and not any(r.features & {"pres", "past", "inf"} for r in word.verbs)
    )  # fmt: skip
