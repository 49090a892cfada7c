"""Finds the quantities in a text and reads them as intervals (annotation guide, "Quantity")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from armstrade.language._quantity_patterns import CURRENCY, QuantityPatterns, quantity_patterns
from armstrade.language.number_words import HYPHENS, figures_value, words_value


@dataclass(frozen=True, slots=True)
class QuantityMatch:
    """A quantity in a text.

    Attributes
    ----------
    start, end
        Half-open offsets in code points, over approximator, number and, where
        it follows directly, the unit noun.
    min, max
        Bounds in whole numbers, inclusive; ``None`` where the text gives none.
    unit
        ``piece``, ``container``, ``tonne``, ``battery``, ``battalion``,
        ``squadron`` or ``shipment``.
    kind
        ``count``, ``money``, ``percent``, ``measure``, ``year``, ``ordinal``,
        ``vague`` (a number is meant but not said) or ``article``.
    counting
        ``additional``, ``cumulative``, ``subset`` or ``None``.
    noun_start
        Where the counted noun phrase begins.
    """

    start: int
    end: int
    min: int | None
    max: int | None
    unit: str
    kind: str
    counting: str | None
    noun_start: int


_CURRENCY = re.compile(CURRENCY)
_SPACE = re.compile(r"\s+")
_NO_FIGURES = re.compile(r"^[^\d]+")
_DECIMAL = re.compile(r"\d[.,]\d{1,2}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,5}(?:-[A-Z0-9]{1,4})?")
_WORD_BEFORE = re.compile(r"[^\s(„“\"»«]+")
_WORD_AFTER = re.compile(r"[^\s.,;:!?)“”\"«»]+")
_NOUN = re.compile(r"[^\s.,;:!?()]+")
# The longest phrase in the tables before or after a number, in words.
_PHRASE = 5
# How far the words around a number are looked at.
_CONTEXT = 80
# A longer run of figures is a code, not a count.
_LONGEST = 40


def quantities(text: str, start: int, end: int, language: str) -> list[QuantityMatch]:
    """The quantities in ``text[start:end]``, in order and without overlap.

    Parameters
    ----------
    text
        The whole text; words around the stretch are looked at where they matter.
    start, end
        The stretch to search, usually one sentence.
    language
        ``"de"`` or ``"en"``.

    Examples
    --------
    >>> text = "Berlin schickt mehr als 200 Panzer und zwei Batterien."
    >>> [(q.min, q.max, q.unit) for q in quantities(text, 0, len(text), "de")]
    [(200, None, 'piece'), (2, 2, 'battery')]
    """
    patterns = quantity_patterns(language)
    found: list[QuantityMatch] = []
    at = start
    for match in patterns.triggers.finditer(text, start, end):
        if match.start() < at:
            continue
        at = match.end()
        group = str(match.lastgroup)
        floor = start
        if found:
            last = found[-1]
            if last.kind not in ("vague", "article"):
                floor = last.end
            elif len(found) > 1:
                floor = found[-2].end
        if group == "skip" or group == "score":
            continue
        if group == "ordinal":
            quantity = _ordinal(text, match, end, patterns)
        elif group in _VAGUE_GROUPS:
            if group == "two" and _last_word(text, match.start()) in patterns.before_two:
                continue
            quantity = _vague(text, match, end, found, patterns)
        elif group == "time":
            quantity = _bare(match, None, None, "measure")
        elif group == "years":
            year = int(match.group()[:4])
            quantity = _bare(match, year, year, "year")
        else:
            quantity = _number(text, match, start, floor, end, patterns)
        if quantity is None:
            continue
        if found and quantity.start < found[-1].end:
            found.pop()
        found.append(quantity)
        at = max(at, quantity.end)
    return found


_VAGUE_GROUPS = frozenset(
    {"same", "one_additional", "one", "two", "three", "vague_additional", "vague", "article"}
)


def _last_word(text: str, end: int) -> str:
    return "".join(text[max(0, end - _CONTEXT) : end].split()[-1:]).lower()


def _bare(match: re.Match[str], low: int | None, high: int | None, kind: str) -> QuantityMatch:
    return QuantityMatch(match.start(), match.end(), low, high, "piece", kind, None, match.end())


def _ordinal(
    text: str, match: re.Match[str], end: int, patterns: QuantityPatterns
) -> QuantityMatch | None:
    """ "The first", one of several, unless it counts times, days and the like."""
    if patterns.not_after_ordinal.match(text, match.end(), end) or (
        text[match.end() : match.end() + 1] in HYPHENS  # "second-hand"
    ):
        return None
    quantity = replace(
        _bare(match, 1, 1, "ordinal"), noun_start=_skip_space(text, match.end(), end)
    )
    return _with_unit(text, quantity, end, patterns)


def _vague(
    text: str,
    match: re.Match[str],
    end: int,
    found: list[QuantityMatch],
    patterns: QuantityPatterns,
) -> QuantityMatch:
    """The words that count without a figure: articles, "both", "several", "as many"."""
    group = str(match.lastgroup)
    low: int | None = {"one_additional": 1, "one": 1, "article": 1, "two": 2, "three": 3}.get(group)
    high, kind = low, "count"
    if group == "same":
        counts = [quantity for quantity in found if quantity.kind == "count"]
        low, high = (counts[-1].min, counts[-1].max) if counts else (None, None)
    if low is None and high is None:
        kind = "vague"
    elif group == "article":
        kind = "article"
    quantity = QuantityMatch(
        match.start(),
        match.end(),
        low,
        high,
        "piece",
        kind,
        "additional" if group.endswith("additional") else None,
        _skip_space(text, match.end(), end),
    )
    return _with_unit(text, quantity, end, patterns)


def _number(
    text: str, match: re.Match[str], start: int, floor: int, end: int, patterns: QuantityPatterns
) -> QuantityMatch | None:
    """A quantity with a number in it; ``None`` where the number is part of a name."""
    low, high = _interval(match, patterns)
    core, stop = match.start(), match.end()
    is_figures = match.lastgroup == "figures"
    if is_figures and _is_name(text, match, start, end, patterns):
        return None
    begin, effects = _before(text, core, floor, start, end, low, patterns)
    connector = patterns.and_ if "between" in effects else patterns.to
    second = connector.match(text, stop, end)
    if second is not None and low is not None and low == high:
        other = _interval(second, patterns)[1]
        tail = patterns.scale_tail.search(second.group())
        if tail and other is not None and not patterns.scale_tail.search(match.group()):
            scaled = low * patterns.scales[tail.group(1).lower()]
            low = scaled if scaled < other else low
        if other is not None and other > low and not _glued(text, second.end(), end):
            high, stop = other, second.end()
    if high is None or high == 0:
        return None
    repeated = _REPEATED.match(text, stop, end)
    if repeated is not None and figures_value(repeated.group(1), patterns.language) == high:
        stop = repeated.end()
    kind = _kind(text, match, core, stop, start, end, effects, patterns)
    if kind == "name":
        return None
    stop, noun_start, after = _after(text, stop, end, patterns)
    counting = next((name for name in _COUNTING if name in after), None) or next(
        (name for name in _COUNTING if name in effects), None
    )
    effects |= after
    if "at_least" in effects and low is not None:
        high = None
    elif "at_most" in effects and high is not None:
        low = None
    quantity = QuantityMatch(begin, stop, low, high, "piece", kind, counting, noun_start)
    return _with_unit(text, quantity, end, patterns) if kind == "count" else quantity


# "six hundred twelve (612)": notices write numbers twice
_REPEATED = re.compile(r"\s?\((\d[\d.,]*)\)")

_COUNTING = ("additional", "cumulative", "subset")


def _interval(match: re.Match[str], patterns: QuantityPatterns) -> tuple[int | None, int | None]:
    """The bounds that the words of a number give by themselves."""
    groups = match.groupdict()
    words = _SPACE.sub(" ", match.group(str(match.lastgroup))).lower().rstrip(".")
    if groups.get("interval"):
        low, high = patterns.intervals[words]
        return low, high
    if groups.get("digits"):
        counted = patterns.digits_words[groups["digit"].lower()]
        return 10 ** (counted - 1), 10**counted - 1
    if groups.get("words") and patterns.number_words.fullmatch(words):
        value = words_value(words, patterns.language)
        return value, value
    if len(words) > _LONGEST:
        return None, None
    factor = 1
    tail = patterns.scale_tail.search(words) or patterns.short_tail.search(words)
    if tail is not None:
        factor = patterns.scales[tail.group(1)]
        words = words[: tail.start()]
    if groups.get("few"):
        return (24, 99) if factor == 12 else (2 * factor, 10 * factor - 1)
    if groups.get("half"):
        value = round(patterns.halves[words.strip()] * factor)
    elif groups.get("articled") or not words.strip():
        value = factor
    elif groups.get("figures"):
        number = figures_value(_NO_FIGURES.sub("", words), patterns.language) * factor
        value = round(number)
    else:
        value = words_value(words.strip(), patterns.language) * factor
    return value, value


def _glued(text: str, at: int, end: int) -> bool:
    """Whether a number runs on into letters, figures or a hyphen."""
    return at < end and (
        text[at].isalnum() or (text[at] in "-/" and text[at + 1 : at + 2].isalnum())
    )


def _is_name(
    text: str, match: re.Match[str], start: int, end: int, patterns: QuantityPatterns
) -> bool:
    """Whether figures belong to a designation, a reference or an ordinal."""
    core, stop = match.start(), match.end()
    before = text[core - 1 : core]
    if before and (before in "-‑–/.,'’:§#" and core - 1 > start and text[core - 2].isalnum()):
        return True
    if text[stop : stop + 1] in "/:." and text[stop + 1 : stop + 2].isalnum():
        return True
    if patterns.language == "de" and text[stop : stop + 2] == ". " and stop + 2 < end:
        return True
    words = text[max(start, core - _CONTEXT) : core].split()
    if not words or not text[core - 1 : core].isspace():
        return False
    previous = words[-1].lstrip("\"'„“”‚‘»«(")
    if patterns.designation.match(previous):
        return True
    if patterns.model.fullmatch(f"{previous} {match.group()}"):
        return True
    return (
        len(match.group()) <= 3
        and _ACRONYM.fullmatch(previous) is not None
        and previous not in patterns.acronyms
        and not text[start:end].isupper()
    )


def _before(
    text: str,
    core: int,
    floor: int,
    start: int,
    end: int,
    value: int | None,
    patterns: QuantityPatterns,
) -> tuple[int, set[str]]:
    """Where a quantity begins with the words before its number, and what they do to it."""
    window = text[max(floor, core - _CONTEXT) : core]
    offset = core - len(window)
    words = [(m.start() + offset, m.group().lower()) for m in _WORD_BEFORE.finditer(window)]
    begin, effects = core, set[str]()
    while words:
        for length in range(min(_PHRASE, len(words)), 0, -1):
            effect = patterns.prefixes.get(tuple(word for _, word in words[-length:]))
            if effect is not None:
                break
        else:
            break
        at = words[-length][0]
        if (
            effect == "at_least"
            and length == 1
            and words[-1][1] in ("über", "over")
            and not _is_bound(text, at, start, end, value, patterns)
        ):
            break
        effects.add(effect)
        begin = at
        del words[-length:]
    return begin, effects


def _is_bound(
    text: str, at: int, start: int, end: int, value: int | None, patterns: QuantityPatterns
) -> bool:
    """Whether "über" or "over" before a number means "more than" rather than "about".

    Bounds are round numbers; a contract or talks "over" a number, or a verb with
    the particle ("handed over"), speak of exactly that number.
    """
    if value is None or (value % 10 and value != 12):
        return False
    if patterns.particle is not None and patterns.particle.search(text[max(start, at - 40) : at]):
        return False
    return patterns.not_bound.search(text, start, end) is None


def _kind(
    text: str,
    match: re.Match[str],
    core: int,
    stop: int,
    start: int,
    end: int,
    effects: set[str],
    patterns: QuantityPatterns,
) -> str:
    """What a number counts: goods, or money, a share, a measure, a year."""
    matched = match.group()
    if _CURRENCY.match(matched) or (core and text[core - 1] in "$€£¥₩"):
        return "money"
    if patterns.percent.match(text, stop, end):
        return "percent"
    if patterns.money.match(text, stop, end):
        return "money"
    if patterns.measure.match(text, stop, end):
        return "measure"
    if patterns.hyphenated.match(text, stop, end) and match.lastgroup in ("figures", "words"):
        return "measure"
    if match.lastgroup == "figures":
        if not patterns.scale_tail.search(matched) and _DECIMAL.search(matched):
            return "measure"
        if _YEAR.fullmatch(matched) and _is_year(text, core, stop, start, end, effects, patterns):
            return "year"
    if matched.lower() == "one" and patterns.language == "en":
        previous = text[max(start, core - 20) : core].lower().split()[-1:]
        following = re.findall(r"\w+", text[stop : min(end, stop + 20)].lower())[:1]
        if not patterns.before_one.isdisjoint(previous) or not patterns.after_one.isdisjoint(
            following
        ):
            return "name"
    return "count"


def _is_year(
    text: str,
    core: int,
    stop: int,
    start: int,
    end: int,
    effects: set[str],
    patterns: QuantityPatterns,
) -> bool:
    """Whether four figures name a year rather than count."""
    before = text[max(start, core - _CONTEXT) : core]
    since = patterns.year_adverb.search(before) is not None
    counting = {"at_least", "at_most", "additional", "each", "cumulative", "approximate"}
    if effects & counting and not since:
        return False
    if not since and patterns.year_before.search(before):
        return True
    following = text[stop : min(end, stop + 2)]
    counts_something = following[:1].isspace() and following[1:].isalpha()
    return not (text[core : core + 4].endswith("00") and counts_something)


def _after(text: str, stop: int, end: int, patterns: QuantityPatterns) -> tuple[int, int, set[str]]:
    """Where the number ends, where its noun begins, and what the words after it do."""
    words = [
        (m.end(), m.group().lower())
        for m in _WORD_AFTER.finditer(text[stop : min(end, stop + _CONTEXT)])
    ][:_PHRASE]
    effects = set[str]()
    noun_start = stop
    while words and text[noun_start : noun_start + 1].isspace():
        for length in range(min(3, len(words)), 0, -1):
            effect = patterns.suffixes.get(tuple(word for _, word in words[:length]))
            if effect is not None:
                break
        else:
            break
        effects.add(effect)
        noun_start = stop + words[length - 1][0]
        del words[:length]
    return (
        (noun_start if effects - {"subset"} else stop),
        _skip_space(text, noun_start, end),
        effects,
    )


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _with_unit(
    text: str, quantity: QuantityMatch, end: int, patterns: QuantityPatterns
) -> QuantityMatch:
    """The same quantity with the unit that its noun makes, if it is one that counts others."""
    single = quantity.kind in ("article", "ordinal")
    seen_noun = False
    for index, word in enumerate(
        _NOUN.finditer(text[quantity.noun_start : min(end, quantity.noun_start + 60)])
    ):
        token = word.group().strip("„“”\"»«'’")
        if token.lower() in patterns.noun_ends or index > (2 if single else 4):
            break
        capital = token[:1].isupper() or token[:1].isdigit()
        if patterns.language == "de" and not capital:
            if seen_noun:
                break
            continue
        seen_noun = True
        unit = _unit_of(token.lower(), patterns.language)
        if unit is not None and index == 0:
            stop = quantity.noun_start + word.end()
            noun_start = _skip_space(text, stop, end)
            return replace(quantity, unit=unit, end=stop, noun_start=noun_start)
        if unit is not None:
            return replace(quantity, unit=unit)
    return quantity


@lru_cache(maxsize=10_000)
def _unit_of(noun: str, language: str) -> str | None:
    """The unit that a noun in lower case makes, by the head of its compound."""
    head = re.split(f"[{HYPHENS}]", noun)[-1]
    for unit, pattern in quantity_patterns(language).nouns.items():
        exact = pattern.match(noun if unit == "tonne" else head)
        if exact or (unit in _COMPOUND_UNITS and pattern.search(head)):
            return unit
    return None


# Units whose noun may be the head of a German compound ("Flugabwehrbatterie").
_COMPOUND_UNITS = frozenset({"container", "battery", "battalion", "squadron"})
