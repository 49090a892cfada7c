"""Which German words may be verbs, particles, nouns: the tags that clauses are cut by.

Which form a possible verb is only shows within its clause (clauses.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from armstrade.language.grammar import Grammar
from armstrade.language.number_words import is_small_number
from armstrade.language.words import NO_READINGS, Look, Looks, Readings, VerbReading, Word

from .attributes import attribute_start

# What is armed rather than somebody who is given arms; beginnings of words.
_ARMABLE = ("drohn", "boot", "hubschrauber", "fahrzeug", "flugzeug", "schiff", "patrouillen")
_FINITE = frozenset({"pres", "past", "konj1", "konj2"})
_COORDINATORS = frozenset({"und", "oder"})
_ADJECTIVE_ENDINGS = ("en", "em", "er", "es", "e")
_INFINITIVE_ENDINGS = ("en", "ern", "eln")


def looks(grammar: Grammar, verbs: Mapping[str, Readings]) -> Looks:
    """The tags that forms have in any company; `tag` sees to the others."""
    closed, particles = grammar.closed, grammar.words("particles")

    def look(form: str, low: str) -> Look:
        readings = verbs.get(low)
        capital = form[0].isupper()
        if low in particles or low == "ein" or low.startswith("gebraucht"):
            return Look(low, "word")
        if capital and readings:
            return Look(low, "word")
        if low in closed and low != "sein":
            return Look(low, closed[low], readings or NO_READINGS, settled=True)
        if readings or (low.endswith(_INFINITIVE_ENDINGS) and not capital):
            return Look(low, "word")
        if capital:
            return Look(low, "noun", settled=True)
        attribute = _attribute(low, verbs)
        return Look(low, "attr" if attribute else "word", attribute, settled=True)

    return Looks(look)


def tag(
    words: list[Word], unsettled: list[Word], grammar: Grammar, verbs: Mapping[str, Readings]
) -> None:
    """Set ``tag`` and ``verbs`` of the words that their form alone does not settle."""
    closed = grammar.closed
    for word in unsettled:
        i = word.i
        low = word.low
        readings = verbs.get(low)
        # Nouns are capitalised; a verb is so only at the start of a sentence or quotation.
        if readings and (not word.capital or i == 0 or words[i - 1].text in '„"«»“:–('):
            word.verbs = readings
        if low == "sein" and word.verbs and _is_auxiliary(words, i, verbs):
            word.tag = "verb?"
        elif low in closed:
            word.tag = closed[low]
        elif _is_armed(words, i):
            word.tag, word.verbs = "word", NO_READINGS
        elif low.startswith("gebraucht") and low != "gebraucht":
            word.tag = "word"  # "gebrauchte Jets" are second-hand, nobody needs them
        elif word.verbs and _before_noun(words, i, verbs) and (attribute := _attribute(low, verbs)):
            word.tag, word.verbs = "attr", attribute
        elif word.verbs and low.endswith(_ADJECTIVE_ENDINGS) and _behind_number(words, i):
            word.tag = "word"  # "drei fertige Boote"
        elif word.verbs:
            word.tag = "verb?"
        elif low.endswith(_INFINITIVE_ENDINGS) and _bare_infinitive(words, i):
            # an infinitive that no list knows: "zu jagen"
            word.verbs = Readings([VerbReading(low, "", frozenset({"inf"}))])
            word.tag = "verb?"
        elif word.capital:
            word.tag = "noun"
        elif attribute := _attribute(low, verbs):
            word.tag, word.verbs = "attr", attribute
    _particles(words, unsettled, grammar)


def _is_auxiliary(words: list[Word], i: int, verbs: Mapping[str, Readings]) -> bool:
    """ "soll eingetroffen sein", "gelangt sein könnten": no possessive."""
    before = verbs.get(words[i - 1].low, NO_READINGS) if i else NO_READINGS
    if "part" not in before.features or words[i - 1].capital:
        return False
    following = words[i + 1] if i + 1 < len(words) else None
    return following is None or not (following.capital or following.tag in ("num", "attr"))


def _is_armed(words: list[Word], i: int) -> bool:
    """ "bewaffnete Drohnen" are of a kind; but "und bewaffnete Rebellen"."""
    if not words[i].low.startswith("bewaffnete") or i + 1 == len(words):
        return False
    return words[i + 1].low.startswith(_ARMABLE)


def _before_noun(words: list[Word], i: int, verbs: Mapping[str, Readings]) -> bool:
    """ "von neun bestellten Jagdbombern", "die zugesagten Panzer": between article and noun."""
    if i == 0 or i + 1 == len(words) or not _noun_follows(words, i):
        return False
    before = words[i - 1]
    if before.tag == "num" and len(before.text) == 4:
        return False  # "zwischen 1984 und 1987 verkaufte Brasilien": a year
    adverb = before.tag == "word" and not (before.capital or before.verbs)
    if words[i].low.endswith(_ADJECTIVE_ENDINGS):
        if adverb and _opens_phrase(words, i - 2):
            return True  # "die bereits gelieferten Panzer", "der zwölf neu bestellten Jets"
        if before.capital and _opened_before(words, i - 1, verbs):
            return True
    return before.tag in ("det", "num", "attr", "prep") or is_small_number(before.low, "de")


def _opens_phrase(words: list[Word], i: int) -> bool:
    """An article, or a number behind one."""
    if i < 0:
        return False
    counted = i > 0 and (words[i].tag == "num" or is_small_number(words[i].low, "de"))
    return words[i - counted].tag == "det"


def _opened_before(words: list[Word], i: int, verbs: Mapping[str, Readings]) -> bool:
    """ "hat die vier im Mai bei Saab bestellten Jets": an article that has had no noun yet.

    Another verb stands in the clause: "die vier in Oslo bestellten Jets" may be all that is said.
    """
    start = attribute_start(words, i)
    if start is None:
        return False
    for word in reversed(words[:start]):
        if word.tag == "punct":
            break
        if word.tag in ("aux", "fin", "sub", "verb?"):
            return True
    for word in words[i + 2 :]:
        if word.tag == "punct" or word.low in _COORDINATORS:
            return False
        if not word.capital and not _FINITE.isdisjoint(verbs.get(word.low, NO_READINGS).features):
            return True
    return False


def _noun_follows(words: list[Word], i: int) -> bool:
    """A noun, or an adjective and a noun ("24 bestellten leichten Kampfflugzeugen")."""
    following = words[i + 1]
    if following.capital:
        return True
    if following.tag == "num" or is_small_number(following.low, "de"):  # "die bestellten 20 Panzer"
        return i + 2 < len(words) and words[i + 2].capital
    adjective = following.text.isalpha() and following.low.endswith(_ADJECTIVE_ENDINGS)
    return adjective and len(following.low) > 4 and i + 2 < len(words) and words[i + 2].capital


def _behind_number(words: list[Word], i: int) -> bool:
    before = words[i - 1] if i else None
    if before is None or i + 1 == len(words) or not words[i + 1].capital:
        return False
    counted = before.tag == "num" and len(before.text) != 4
    return counted or is_small_number(before.low, "de")


def _bare_infinitive(words: list[Word], i: int) -> bool:
    if i == 0 or words[i - 1].low != "zu" or words[i].capital:
        return False
    following = words[i + 1] if i + 1 < len(words) else None
    return following is None or following.tag == "punct" or following.low in ("und", "oder")


def _attribute(low: str, verbs: Mapping[str, Readings]) -> Readings:
    """Readings of an inflected past participle ("gelieferten")."""
    for ending in _ADJECTIVE_ENDINGS:
        if low.endswith(ending):
            readings = verbs.get(low.removesuffix(ending), NO_READINGS)
            if "part" in readings.features:
                return Readings(r for r in readings if "part" in r.features)
    return NO_READINGS


def _particles(words: list[Word], unsettled: list[Word], grammar: Grammar) -> None:
    """A preposition right before a break is a verb particle ("sagte … zu.")."""
    particles = grammar.words("particles")
    for word in unsettled:
        i = word.i
        if word.low in particles and word.tag in ("prep", "word"):
            following = words[i + 1] if i + 1 < len(words) else None
            if word.low == "statt" and following is not None and following.low == "dessen":
                word.tag = following.tag = "word"  # an adverb
            elif (
                word.tag == "word"
                or following is None
                or following.tag == "punct"
                or following.low in ("und", "oder")
            ):
                word.tag = "particle"
        elif word.low == "ein" and (i + 1 == len(words) or words[i + 1].tag == "punct"):
            word.tag = "particle"
