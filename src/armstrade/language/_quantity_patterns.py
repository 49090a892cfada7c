"""The tables of ``numbers.toml`` as compiled patterns."""

from __future__ import annotations

import re
from functools import cache

from armstrade.language._data import read_toml, stopwords
from armstrade.language._triggers import Triggers
from armstrade.language.number_words import alternatives, figures_pattern, words_pattern

CURRENCY = r"(?:US|NT|HK|A|C|S|R)?[$€£¥₩]"
# A number ends a word, or a short unit is written on to its figures ("155mm").
_WORD_END = r"(?:(?!\w)|(?<=\d)(?=(?:mm|cm|km|kg|ft|hp|kW|PS|m|t)\b))"
_ADJECTIVE = r"(?:knapp|gut|weiter|voll|rund|further|additional|full|good|round)(?:e[srnm]?)?"


def _joined(pattern: str) -> str:
    """A pattern of the data files without the line breaks it is laid out with."""
    return re.sub(r"\n\s*", "", pattern)


class QuantityPatterns:
    """The compiled tables of one language."""

    def __init__(self, language: str) -> None:
        table = read_toml(language, "numbers.toml")
        words, ranges, ordinals = table["words"], table["ranges"], table["ordinals"]
        kinds = {name: _joined(pattern) for name, pattern in table["kinds"].items()}
        self.language = language
        self.scales: dict[str, int] = table["scales"]
        self.halves: dict[str, float] = table["halves"]
        self.intervals: dict[str, list[int]] = table["intervals"]
        self.digits_words: dict[str, int] = dict(ranges["digits_words"])
        self.articles = frozenset(words["articles"])

        long_scales = alternatives([word for word in self.scales if len(word) > 2 or word == "bn"])
        short_scales = alternatives([word for word in self.scales if len(word) <= 2] or ["bn"])
        number_words = words_pattern(language)
        self.number_words = re.compile(number_words)
        scale = rf"(?:[\s-]?{long_scales}\b)"
        figures = (
            rf"(?:{CURRENCY}\s?)?{figures_pattern(language)}(?:{scale}|(?<=\d){short_scales}\b)?"
        )
        half = rf"{alternatives(list(self.halves))}[\s-]?{long_scales}\b"
        article = alternatives(words["articles"])
        bare = alternatives(table["bare_scales"])
        core = (
            rf"(?P<half>{half})",
            rf"(?P<articled>{article}\s+(?:{_ADJECTIVE}\s+)?{long_scales}\b)",
            rf"(?P<figures>{figures})",
            rf"(?P<words>(?!{article}(?!\w)(?!\s+{long_scales}\b)){number_words}{scale}?(?!\w)"
            rf"|{bare}(?!\w))",
        )
        second = (
            rf"(?:(?P<half>{half})|(?P<figures>{figures})|(?P<words>{number_words}{scale}?))(?!\w)"
        )
        ahead = rf"(?!\s+(?:\d|(?:{number_words}|{long_scales})\b))"
        no_than = r"(?!\s+(?:als|than)\b)"
        month = rf"(?-i:{kinds['month_re']})"
        skip = "|".join(
            (
                r"(?:https?://|www\.)\S+",
                r"\d{4}-\d\d-\d\d(?!\d)",
                r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\s?\d\d(?!\d))?(?!\d)",
                rf"\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:of\s)?{month}(?!\w)",
                rf"{month}\s\d{{1,2}}(?:st|nd|rd|th)?(?![.,]?\d){kinds['day_end_re']}",
                r"(?:\+|\b00)\d{2}[\d /()-]{6,}",
                r"\b0\d{2,5}[/ -]\d{3,}",
            )
        )
        determiners = alternatives(ordinals["determiners"])
        parts = (
            rf"(?P<skip>{skip})",
            rf"(?P<time>{kinds['time_re']})",
            r"(?P<years>(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)(?!\d))",
            r"(?P<score>\d{1,2}:\d{1,2}(?!\d))",
            rf"(?P<digits>{ranges['digits_re']})",
            rf"(?P<few>{alternatives(words['few'])}\s+{long_scales}\b)",
            rf"(?P<interval>{alternatives(list(self.intervals))})(?!\w)",
            *core,
            rf"(?P<same>{alternatives(words['same_as_before'])})(?!\s+as\b)",
            rf"(?P<one_additional>{alternatives(words['one_additional'])})(?!\w){ahead}",
            rf"(?P<one>{alternatives(words['one'])})(?!\w)",
            rf"(?P<two>{alternatives(words['two'])})(?!\w)",
            rf"(?P<three>{alternatives(words['three'])})(?!\w)",
            rf"(?!(?:{ordinals['plural_re']})\b)(?P<ordinal>(?:{determiners}\s+)?"
            rf"{ordinals['stems_re']}{ordinals['singular_re']})(?!\w){ahead}",
            rf"(?P<vague_additional>{alternatives(words['vague_additional'])})(?!\w){no_than}{ahead}",
            rf"(?P<vague>{alternatives(words['vague'])})(?!\w){no_than}{ahead}",
            rf"(?P<article>{article})",
        )
        self.triggers = Triggers(parts, before=r"(?<!\w)", after=_WORD_END, flags=re.IGNORECASE)
        self.to = re.compile(rf"(?:{ranges['to_re']}){second}", re.IGNORECASE)
        self.and_ = re.compile(rf"(?:{ranges['and_re']}){second}", re.IGNORECASE)
        self.scale_tail = re.compile(rf"[\s-]?({long_scales})$", re.IGNORECASE)
        self.short_tail = re.compile(rf"(?<=\d)({short_scales})$", re.IGNORECASE)
        self.prefixes = _phrases(table["prefixes"])
        self.suffixes = _phrases(table["suffixes"])
        bounds = {name: _joined(pattern) for name, pattern in table["not_bounds"].items()}
        self.not_bound = re.compile(rf"(?<!\w)(?:{bounds['about_re']})", re.IGNORECASE)
        particle = bounds["particle_re"]
        self.particle = re.compile(rf"(?<!\w)(?:{particle})\s*$") if particle else None
        self.nouns: dict[str, re.Pattern[str]] = {
            unit: re.compile(rf"(?:{pattern})$") for unit, pattern in table["nouns"].items()
        }
        self.money = re.compile(rf"\.?[\s-]?(?:{kinds['money_re']})")
        self.percent = re.compile(rf"[\s-]?(?:{kinds['percent_re']})")
        self.measure = re.compile(rf"\s?(?:{kinds['measure_re']})(?![-\u2010\u2011]hand)")
        self.hyphenated = re.compile(kinds["hyphenated_re"])
        self.designation = re.compile(rf"(?:{kinds['designation_re']})$")
        self.model = re.compile(kinds["model_re"])
        self.year_adverb = re.compile(rf"(?<!\w){kinds['year_adverb_re']}\s+$", re.IGNORECASE)
        self.year_before = re.compile(rf"(?<!\w){kinds['year_before_re']}\s+$")
        self.not_after_ordinal = re.compile(rf"\s+(?:{_joined(ordinals['not_before_re'])})(?!\w)")
        exceptions = table["not_a_count"]
        self.before_one = frozenset(exceptions["before_one"])
        self.before_two = frozenset(exceptions["before_two"])
        self.after_one = frozenset(exceptions["after_one"])
        self.acronyms = frozenset(exceptions["acronyms"])
        self.noun_ends = stopwords(language)


def _phrases(table: dict[str, list[str]]) -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): effect for effect, phrases in table.items() for phrase in phrases
    }


@cache
def quantity_patterns(language: str) -> QuantityPatterns:
    """The compiled tables of a language, built on first need."""
    return QuantityPatterns(language)
