"""Which of the two languages a text is written in."""

from __future__ import annotations

import re
from functools import cache

from armstrade.language._data import stopwords

# The beginning of a text decides; the rest is not looked at.
_READ = 600
_WORD = re.compile(r"[^\W\d_]+")

# Letters and endings that are common in one language and rare in the other.
_GERMAN = re.compile(
    r"[äöüß]|sch|ung(?:en)?$|keit|heit|lich|isch|tz|[aeiou]cht|^ge\w+t$|^[vz]er\w|\w{5}en$|pf|eie|eu"
)
_ENGLISH = re.compile(
    r"th|ing$|wh|[ao]ught|ould|ly$|ght|sh$|tions?$|ies$|[^s]s$|ck|ee|oo|y$|ed$|ments?$|ive$|^wr"
)
# Common words of neighbouring languages: a text full of them is in neither of ours.
_OTHERS = frozenset(
    # Dutch, French, Spanish, Italian, Portuguese
    """het een van niet voor zijn dat ook naar werd aan bij wordt uit deze maar
    le la les des et est une dans pour que qui sur pas avec du aux au par ont il elle
    el los las y por con del una se su al como más para lo
    di che per non della il gli sono nel alla dei delle è ha
    não uma com os as em dos mais foi da na no
    """  # Swedish, Danish, Norwegian, Polish, Czech, Turkish, Hungarian
    """och att det som på av för är med till inte ett den
    og at til af ikke er på et som
    nie się jest że dla oraz przez był jako w z na do
    je že se na pro byl ve
    ve bir bu için ile da olarak çok
    az és hogy nem egy volt
    """.split()
)


@cache
def _votes() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    german, english = stopwords("de"), stopwords("en")
    return german - english, english - german, _OTHERS - german - english


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
    german_score = 2.0 * german + sum(1 for word in words if _GERMAN.search(word))
    english_score = 2.0 * english + sum(1 for word in words if _ENGLISH.search(word))
    best, second = max(german_score, english_score), min(german_score, english_score)
    if best - 2 * others < 1 or best == second or best < 0.2 * len(words):
        return None
    return "de" if german_score > english_score else "en"
