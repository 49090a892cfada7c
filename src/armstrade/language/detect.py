"""Which of the two languages a text is written in."""

from __future__ import annotations

import re
from functools import cache

from armstrade.language._data import read_shared_lines, stopwords

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


@cache
def _votes() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    german, english = stopwords("de"), stopwords("en")
    others = frozenset(read_shared_lines("other_stopwords.txt"))
    return german - english, english - german, others - german - english


def detect(text: str) -> str | None:
    """The language of a text, from its first 600 characters.

    Function words vote; where they are few, letter patterns help.

    Returns
    -------
    str or None
        ``"de"``, ``"en"``, or ``None`` if the text is clearly in neither.

    Examples
    --------
    >>> detect("Berlin liefert der Ukraine Panzer"), detect("Turkey hands frigate to Pakistan")
    ('de', 'en')
    >>> detect("La France livre des canons à l'Ukraine") is None, detect("F-16 2024") is None
    (True, True)
    """
    words = _WORD.findall(text[:_READ].lower())
    german_words, english_words, other_words = _votes()
    german = sum(word in german_words for word in words)
    english = sum(word in english_words for word in words)
    others = sum(word in other_words for word in words)
    if others > max(german, english):
        return None
    if abs(german - english) >= 3 and max(german, english) >= 0.12 * len(words):
        return "de" if german > english else "en"
    german_score = 2.0 * german + _likeness(words, _GERMAN, _GERMAN_WEAK)
    english_score = 2.0 * english + _likeness(words, _ENGLISH, _ENGLISH_WEAK)
    best, second = max(german_score, english_score), min(german_score, english_score)
    others = 2 * others + sum(1 for word in words if _FOREIGN.search(word))
    if best - others < 1 or best == second or best < 0.2 * len(words):
        return None
    return "de" if german_score > english_score else "en"


def _likeness(words: list[str], strong: re.Pattern[str], weak: re.Pattern[str]) -> float:
    """How much the letters of some words look like a language: 1 a word, or a half."""
    return sum(1.0 if strong.search(word) else 0.5 if weak.search(word) else 0.0 for word in words)
