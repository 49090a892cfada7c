"""Nouns that name no materiel of their own but point back to some: "das Modell", "die Maschinen".

What they point to, the rules find out; a reading only knows that something is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.claims import Category
from armstrade.language.grammar import Grammar, all_words
from armstrade.language.words import Word

from .phrases import MaterielPhrase

_DEFINITE = all_words("definite")
_SAME = all_words("same_type")
_TYPES = all_words("type_nouns")
_REMAINDER = all_words("remainder")
_REACH = 3
_RANKS = all_words("ranks") | {"final", "next", "remaining"}


def pointing_nouns(
    words: list[Word], phrases: Sequence[MaterielPhrase], grammar: Grammar
) -> list[MaterielPhrase]:
    """Definite nouns that can only mean materiel named before, without a number."""
    flyers, things = grammar.words("pointing_flyers"), grammar.words("pointing_things")
    taken = {i for p in phrases for i in range(p.first, p.last + 1)}
    found: list[MaterielPhrase] = []
    english = grammar.language == "en"
    for word in words:
        if not (word.low in flyers or word.low in things or word.low in _REMAINDER):
            continue
        if word.i in taken:
            continue
        if not (_acts(words, word.i) if english else word.capital or word.low in _REMAINDER):
            continue
        if word.low in _REMAINDER and not (english or _stands_alone(words, word.i)):
            continue
        if word.low in _TYPES and word.i and words[word.i - 1].low in _SAME:
            continue  # "Maschinen dieses Typs": said of the machines
        of_type = _is_of_same_type(words, word.i)
        if word.i and word.i - 1 in taken and not words[word.i - 1].capital:
            continue  # counted: "36 Maschinen"
        known = english or of_type  # English: the article has been looked at
        if not known and (not _is_definite(words, word.i) or _is_owned(words, word.i)):
            continue
        found.append(
            MaterielPhrase(
                category=Category.AIRCRAFT if word.low in flyers else Category.UNSPECIFIED,
                designation=None,
                start=word.start,
                end=word.end,
                first=word.i,
                last=word.i,
                generic=True,
                definite=True,
                anaphoric=True,
            )
        )
    return found


def _stands_alone(words: list[Word], i: int) -> bool:
    """ "die übrigen folgen": what is left of the goods named before, in German."""
    before, behind = words[i - 1 : i], words[i + 1 : i + 2]
    first = i < 2 or words[i - 2].text in ",;:–—" or words[i - 2].tag in ("coord", "fin")
    acts = bool(behind) and behind[0].tag in ("fin", "verb?")
    return bool(before) and before[0].low == "die" and first and acts


def _acts(words: list[Word], i: int) -> bool:
    """English: "the remainder are to follow", but not "the rest of the world"."""
    behind = words[i + 1 : i + 2]
    k = i - 1
    if k > 0 and words[k].low in _RANKS:  # "the first pair is to be shipped"
        k -= 1
    if k < 0 or not behind or behind[0].tag not in ("fin", "aux"):
        return False
    if k and words[k - 1].tag == "prep":
        return False  # "nothing beyond the pair would be licensed"
    return words[k].low == "the" or (words[k].low == "both" and k == i - 1)


def _is_definite(words: list[Word], i: int) -> bool:
    """ "das Modell", "dieser bewährte Typ", "sämtliche Maschinen"."""
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if words[k].low in _DEFINITE:
            return True
        if words[k].tag not in ("word", "attr", "num", "part") or words[k].capital:
            return False
    return False


def _is_owned(words: list[Word], i: int) -> bool:
    """ "die Maschine der Lufthansa", "das Modell F-16": one that the text says more of."""
    behind = words[i + 1 : i + 2]
    return bool(behind) and (behind[0].low in ("der", "des", "vom") or behind[0].capital)


def _is_of_same_type(words: list[Word], i: int) -> bool:
    """ "Maschinen dieses Typs"."""
    behind = [word.low for word in words[i + 1 : i + 4]]
    return bool(behind) and behind[0] in _SAME and not _TYPES.isdisjoint(behind[1:])
