"""Phrases beside a name that mean the same party: "Ukraine's president, Volodymyr Zelensky"."""

from __future__ import annotations

from armstrade.language.grammar import Grammar
from armstrade.language.words import Word

from .openings import ends_opening
from .phrases import PartyPhrase
from .places import is_agent


def merge_appositions(
    words: list[Word], phrases: list[PartyPhrase], grammar: Grammar
) -> list[PartyPhrase]:
    """One phrase out of "Ukraine's president, Volodymyr Zelensky" and the like."""
    merged: list[PartyPhrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.start, -p.end)):
        previous = merged[-1] if merged else None
        if (
            previous is not None
            and phrase.kind == "company"
            and previous.kind != "company"
            and phrase.first == previous.last + 1
            and _names_a_company(words[previous.last], grammar)
        ):
            phrase.country = previous.country  # "the French company KNDS"
            merged[-1] = phrase
            continue
        if (
            previous is not None
            and previous.key is not None
            and previous.key == phrase.key
            and previous.modifies is None
            and phrase.first > previous.last
            and _apposition(words, previous.last + 1, phrase.first, grammar)
            and not _is_subject(words, previous, phrase, grammar)
        ):
            previous.last = max(previous.last, phrase.last)
            if phrase.modifies is not None and words[phrase.first - 2].text == ",":
                previous.last = phrase.modifies  # "PZL Mielec, the Polish subsidiary"
                continue
            previous.modifies = phrase.modifies
            previous.genitive = phrase.genitive
            if phrase.kind == "leader":
                previous.start, previous.end = phrase.start, phrase.end
                previous.kind = "leader"
            continue
        if previous is not None and phrase.first <= previous.last and phrase.end <= previous.end:
            continue
        merged.append(phrase)
    return merged


def _is_subject(
    words: list[Word], previous: PartyPhrase, phrase: PartyPhrase, grammar: Grammar
) -> bool:
    """ "At a ceremony in Warsaw, Poland handed over …": not the Warsaw that is in Poland.

    Nor does "will buy jets from Turkey, Erdogan said" name one party.
    """
    comma = previous.last + 1
    if grammar.language != "en" or words[comma].text != ",":
        return False
    behind = words[phrase.last + 1 : phrase.last + 2]
    says = bool(behind) and behind[0].low in grammar.cue("speech")
    above = any(word.tag == "fin" or word.tag == "aux" for word in words[: previous.first])
    return (says and above) or ends_opening(words, comma, phrase.last)


def _names_a_company(word: Word, grammar: Grammar) -> bool:
    """ "company", "Rüstungskonzern", "US-Hersteller"."""
    nouns = grammar.words("descriptions_company")
    return word.low in nouns or (grammar.language == "de" and word.low.endswith(tuple(nouns)))


def _apposition(words: list[Word], begin: int, end: int, grammar: Grammar) -> bool:
    """Only titles, commas and agents stand between the two."""
    if end - begin > 4:
        return False
    for k in range(begin, end):
        word = words[k]
        if word.tag == "punct" and word.text in ",":
            continue
        if word.tag == "poss":
            continue
        if not is_agent(word, grammar) and word.low not in ("the", "der", "die", "of", "'s"):
            return False
    return True


def settle_companies(words: list[Word], phrases: list[PartyPhrase], grammar: Grammar) -> None:
    """ "the French company KNDS": of the arms of a group the one in that country."""
    nouns = grammar.words("descriptions_company")
    for phrase in phrases:
        if phrase.kind != "adjective" or phrase.modifies is None or phrase.country is None:
            continue
        behind = words[phrase.last + 1 : phrase.last + 2]  # none behind "bayerische-heimat"
        if not behind or behind[0].low not in nouns:
            continue
        for other in phrases:
            if other.kind == "company" and other.last == phrase.modifies:
                other.country = phrase.country
