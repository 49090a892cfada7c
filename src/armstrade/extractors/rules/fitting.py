"""Whom a pronoun or a description can stand for, by what sort of party that is."""

from __future__ import annotations

from armstrade.language.grammar import all_words
from armstrade.lexicon.tables import described_countries
from armstrade.reading import PartyPhrase, Reading

_ARMED = all_words("descriptions_group")
_FIRMS = tuple(all_words("firm_endings"))
_PERSONAL = all_words("personal_pronouns")
# Genders that a pronoun has not: "es" is not "die Ukraine".
_DISAGREEING = {"es": ("f", "p"), "er": ("f", "p"), "ihn": ("f", "p"), "sie": ("m",)}
# Kinds of parties that speak, and that are spoken of as persons.
SPEAKING = frozenset({"leader", "government", "ministry"})


def kind_fits(phrase: PartyPhrase, candidate: PartyPhrase, words: str, text: str) -> bool:
    """Whether the phrase, in its lower-case `words`, can mean a candidate of this kind."""
    if phrase.kind == "description_group":
        return candidate.kind == "armed_group"
    if phrase.kind == "description_company":
        armed = candidate.kind == "armed_group" and words.split()[-1] in _ARMED  # "the group"
        return candidate.kind == "company" or armed or is_firm(candidate, text)
    if phrase.kind == "description":
        return candidate.kind not in ("armed_group", "company", "bloc")
    if phrase.kind == "pronoun" and words == "it":
        return candidate.kind != "armed_group"  # those would be "they"
    if phrase.kind == "pronoun" and words in _PERSONAL:
        return candidate.kind in SPEAKING
    if phrase.kind == "owner":
        return words in ("its", "their") or candidate.kind in SPEAKING
    if phrase.kind == "possessive":
        return candidate.kind not in ("company", "bloc")
    return True


def agrees(phrase: PartyPhrase, candidate: PartyPhrase, word: str, reading: Reading) -> bool:
    """Whether the gender of a state's name speaks for a German pronoun, or nothing against it."""
    if phrase.kind != "pronoun" or candidate.kind != "country":
        return True
    name = reading.text[candidate.start : candidate.end].lower()
    return reading.grammar.gender.get(name, "") not in _DISAGREEING.get(word, ())


def is_firm(candidate: PartyPhrase, text: str) -> bool:
    """ "chinesische Rüstungsfirmen": a state's makers without a name."""
    return candidate.kind == "government" and text[
        candidate.start : candidate.end
    ].lower().endswith(_FIRMS)


def described(phrase: PartyPhrase, reading: Reading) -> frozenset[str] | None:
    """The states that a description fits ("the kingdom"), ``None`` for any."""
    if phrase.kind not in ("description", "description_company"):
        return None
    word = reading.text[phrase.start : phrase.end].lower()
    return described_countries(reading.grammar.language).get(word)
