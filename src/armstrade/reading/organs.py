"""Armies, ministries and juntas named without their state: "its navy", "the defence ministry".

Whose they are, the discourse finds out. English only: German has the same words in
``descriptions_state``, which need no walk over modifiers to find their article.
"""

from __future__ import annotations

from armstrade.language.grammar import Grammar
from armstrade.language.words import Word

from .phrases import PartyPhrase, reference_phrase

_REACH = 3


def organ_phrases(words: list[Word], taken: set[int], grammar: Grammar) -> list[PartyPhrase]:
    """State organs with a definite article or a possessive; `taken` are words of other parties."""
    organs = grammar.words("organs")
    found: list[PartyPhrase] = []
    for word in words:
        if word.low not in organs or word.i in taken or _goes_on(words, word.i, taken, grammar):
            continue
        first = _determiner(words, word.i, taken, grammar)
        if first is None:
            continue
        owned = words[first].low in grammar.words("possessives")
        found.append(
            PartyPhrase(
                id=None,
                country=None,
                kind="possessive" if owned else "description",
                start=words[first].start if owned else word.start,
                end=word.end,
                first=first if owned else word.i,
                last=word.i,
                resolved=False,
            )
        )
    return found


# Between the name of somebody and what that one has done.
_ABOUT = frozenset({"for", "of", "on", "over"})


def owner_phrases(
    words: list[Word], nouns: set[int], taken: set[int], grammar: Grammar
) -> list[PartyPhrase]:
    """ "Its latest big purchase", "their request": whose act a noun of transfer names."""
    found: list[PartyPhrase] = []
    possessives = grammar.words("possessives")
    for noun in nouns:
        for k in range(noun - 1, max(-1, noun - 2 - _REACH), -1):
            if words[k].tag == "det":
                if words[k].low in possessives:
                    found.append(_owner(words[k], noun))
                break
            if k in taken or words[k].tag not in ("word", "num", "attr"):
                break
    return found


def name_owners(words: list[Word], phrases: list[PartyPhrase]) -> None:
    """ "Saab renewed its offer", "thanked Saab for its offer": the subject, or who stands next."""
    for phrase in phrases:
        if phrase.kind != "owner":
            continue
        before = [
            other
            for other in phrases
            if other.clause == phrase.clause
            and other.last < phrase.first
            and other.key is not None
            and not other.preposition
            and other.modifies is None
        ]
        beside = words[phrase.first - 1].low in _ABOUT
        owner = next((p for p in before if beside and p.last == phrase.first - 2), None)
        owner = owner or next(iter(before), None)
        if owner is not None:
            phrase.id, phrase.country, phrase.kind = owner.id, owner.country, owner.kind


def _owner(word: Word, noun: int) -> PartyPhrase:
    phrase = reference_phrase(word, "owner")
    phrase.genitive, phrase.modifies = True, noun
    return phrase


def _determiner(words: list[Word], i: int, taken: set[int], grammar: Grammar) -> int | None:
    """Where "the" or "its" stands before an organ and its modifiers."""
    modifiers = grammar.words("organ_modifiers")
    for k in range(i - 1, max(-1, i - 2 - _REACH), -1):
        if words[k].tag == "det":
            known = grammar.words("possessives") | {"the"}
            return k if words[k].low in known else None
        if k in taken or words[k].low not in modifiers:
            return None
    return None


def _goes_on(words: list[Word], i: int, taken: set[int], grammar: Grammar) -> bool:
    """ "the army chief", "the air force base", "the government Moscow backs"."""
    if i + 1 >= len(words):
        return False
    following = words[i + 1]
    if following.low in grammar.cue("speech"):
        return True  # "the ministry said": a source
    if following.capital and (
        following.i in taken or (words[i].capital and following.text.isalpha())
    ):
        return True  # "the Foreign Military Sales programme"
    if following.low in grammar.words("behind_organs"):
        return False
    return following.low in grammar.words("organs") or (
        following.tag == "word" and following.text.isalpha() and not following.low.endswith("ly")
    )
