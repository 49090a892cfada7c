"""Which language a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from armstrade.language._data import other_stopwords, stopwords

# The beginning of a text decides; the rest is not looked at.
_READ = 600
_WORD = re.compile(r"[^\W\d_]+")

# Letters and endings that are common in one language and rare in the other; the second
# kind is less telling.
_GERMAN = re.compile(
    r"[äöüß]|sch|ung(?:en)?$|keit|heit|lich|isch|[aeiou]cht|^ge\w+t$|^ver\w|^zu\w{3}|waffe|^panzer"
    r"|rakete|flotte|chs|pf\w|eie|ieg|ieb|ein$|iere|aum|aus\w|tz"
)
_GERMAN_WEAK = re.compile(r"\w{3}en$|\w{4}er$|eu|k$|^[jkvwz]|hn|hr|\w{4}t$|ei")
_ENGLISH = re.compile(
    r"th|ing$|wh|[ao]ught|ould|ly$|ght|sh$|tions?$|ies$|ee|oo|[^aeiou]y$|ed$|ments?$|ive$|^wr|ea|ou"
    r"|c[aeiou]|^qu|ship|craft"
)
_ENGLISH_WEAK = re.compile(r"[^su]s$|ck|[^e]y$|^[cy]|w$|\w[^e]r$|ai")

# Letters that neither language has, but for names.
_FOREIGN = re.compile(r"[łżęąśćńçãõñőűışğåøœæčšžěřůàèìòùâêîôûëïáíóú]")


# Ends of words in small letters that neither has: "entregado", "compró", "livrée".
_FOREIGN_END = re.compile(r"\b[^\W\d_A-ZÄÖÜ][^\W\d_]{2,}(?:[aoéíóúàèò]|[ao]s|ée?s)\b")

# Function words that another language needs before a text is taken to be in it.
_FEWEST = 2
# Words that must look like a language of which no function word tells.
_UNTOLD = 1.5


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {"de": stopwords("de"), "en": stopwords("en"), **other_stopwords()}


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """Function words of German and of English that no other language has."""
    german, english, *others = _function_words().values()
    german, english = german - english, english - german
    return german.difference(*others), english.difference(*others)


def detect(text: str) -> str | None:
    """The language of a text, from its first 600 characters.

    Function words vote; where they are few, letter patterns help to tell German and English.

    Returns
    -------
    str or None
        ``"de"``, ``"en"``, the code of another language where its function words tell it, or
        ``None`` if the text is clearly in neither of the two and no other is clear.

    Examples
    --------
    >>> detect("Berlin liefert der Ukraine Panzer"), detect("Turkey hands frigate to Pakistan")
    ('de', 'en')
    >>> detect("La France livre des canons à l'Ukraine"), detect("F-16 2024") is None
    ('fr', True)
    """
    words = _WORD.findall(text[:_READ].lower())
    votes = {code: sum(w in known for w in words) for code, known in _function_words().items()}
    german, english = votes.pop("de"), votes.pop("en")
    (other, most), (_, second) = Counter(votes).most_common(2)
    if most > max(german, english):
        return other if most >= _FEWEST and most > second else None
    if abs(german - english) >= 3 and max(german, english) >= 0.12 * len(words):
        return "de" if german > english else "en"
    own_german, own_english = (sum(w in known for w in words) for known in _telling())
    german_score = 2.0 * own_german + _likeness(words, _GERMAN, _GERMAN_WEAK)
    english_score = 2.0 * own_english + _likeness(words, _ENGLISH, _ENGLISH_WEAK)
    best, second_best = max(german_score, english_score), min(german_score, english_score)
    foreign = sum(1 for word in words if _FOREIGN.search(word))
    foreign += len(_FOREIGN_END.findall(text, 0, _READ)) + 2 * max(0, most - max(german, english))
    least = 1 if own_german or own_english else _UNTOLD
    if best - foreign < least or best == second_best or best < 0.2 * len(words):
        return None
    return "de" if german_score > english_score else "en"


def _likeness(words: list[str], strong: re.Pattern[str], weak: re.Pattern[str]) -> float:
    """How much the letters of some words look like a language: 1 a word, or a half."""
    return sum(1.0 if strong.search(word) else 0.5 if weak.search(word) else 0.0 for word in words)
