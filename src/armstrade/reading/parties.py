"""From mentions of parties to party phrases with a place in the clause."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.language.grammar import Grammar, all_words
from armstrade.language.words import Word
from armstrade.lexicon.entries import PartyEntry
from armstrade.lexicon.mention import Mention

from .appositions import merge_appositions, settle_companies
from .datelines import DATELINE, dateline_end
from .named_parties import named_party, owning
from .party_lists import coordinate, free_coordinated
from .phrases import PartyPhrase
from .places import place_phrase
from .references import party_references
from .unknown_firms import name_firm
from .unknown_groups import name_groups
from .unnamed import unnamed_parties

_MAKING = all_words("making")
_MEMBERS = frozenset({"members", "states", "countries", "allies", "partners"})
_STATES = (
    "-staaten",
    "-länder",
    "-ländern",
    "-mitglieder",
    "-mitgliedern",
    "-partner",
    "-partnern",
)
_STATE = ("-staat", "-mitgliedstaat", "-mitgliedsstaat")
_DIRECTIONS = all_words("directions")
# How many words stand at most between "Yemen's" and the group.
_FAR = 3
# Stands for the preposition of a town that goods have left.
_LEFT = "left"
_LEAVING = all_words("leaving")


def party_phrases(
    words: list[Word], mentions: Sequence[Mention], grammar: Grammar, text: str
) -> list[PartyPhrase]:
    """The parties of a sentence, names first, then pronouns and descriptions."""
    phrases: list[PartyPhrase] = []
    goods = {m.start for m in mentions if m.kind != "party"}
    for mention in mentions:
        if mention.kind != "party" or not isinstance(mention.entry, PartyEntry):
            continue
        phrase = named_party(words, mention, grammar, goods)
        if phrase is not None:
            phrases.append(phrase)
    phrases = merge_appositions(words, phrases, grammar)
    phrases = [p for p in phrases if not _names_its_members(words, p, phrases, grammar)]
    references = party_references(words, phrases, grammar)
    if grammar.language == "en":
        references = [owning(words, phrase, grammar) for phrase in references]
        taken = {i for p in phrases for i in range(p.first, p.last + 1)}
        phrases.extend(name_groups(words, taken, grammar))
        unnamed = unnamed_parties(words, taken, grammar)
        inside = {i for p in unnamed for i in range(p.first, p.last + 1)}
        references = [p for p in references if p.last not in inside] + unnamed
    phrases.extend(references)
    phrases.sort(key=lambda p: p.start)
    dated = dateline_end(text, words[0].start) if words and phrases else 0
    for phrase in phrases:
        place_phrase(words, phrase, grammar)
        if phrase.kind == "city" and _is_left(words, phrase):
            phrase.preposition, phrase.outer = "from", _LEFT
        if phrase.end <= dated:
            phrase.preposition = DATELINE  # "WARSCHAU (Reuters) - ": where it was written
    if grammar.language == "en":
        for phrase in phrases:
            name_firm(words, phrase, phrases, grammar)
    phrases = [p for p in phrases if not (_only_a_place(p, phrases) or _made_there(words, p))]
    settle_companies(words, phrases, grammar)
    if grammar.language == "en":
        _own_groups(words, phrases)
    _inherit_prepositions(phrases)
    phrases = [p for p in phrases if not _owns_another(p, phrases)]
    phrases = [p for p in phrases if p.key is not None or not _inside_another(p, phrases)]
    free_coordinated(words, phrases)
    coordinate(words, phrases, grammar)
    return phrases


def _is_left(words: list[Word], phrase: PartyPhrase) -> bool:
    """ "three boats have left Haifa for Durban": a town that goods leave."""
    return phrase.first > 0 and not phrase.preposition and words[phrase.first - 1].low in _LEAVING


def _made_there(words: list[Word], phrase: PartyPhrase) -> bool:
    """ "aus Schweizer Produktion": who built it, whoever gives it away."""
    behind = words[phrase.last + 1 : phrase.last + 2]
    return phrase.preposition == "aus" and bool(behind) and behind[0].low in _MAKING


def _names_its_members(
    words: list[Word], bloc: PartyPhrase, phrases: list[PartyPhrase], grammar: Grammar
) -> bool:
    """ "die EU-Länder Polen und Litauen", "NATO members Norway and Denmark": the states act."""
    if bloc.country is None and words[bloc.last].low.endswith(_STATE):
        return True  # "als erster Nato-Staat": one of them
    last = bloc.last
    if bloc.kind == "description" and words[last].low in grammar.words("bloc_members"):
        return any(p.key is not None and p.first == last + 1 for p in phrases)
    if bloc.kind != "bloc":
        return False
    behind = words[last + 1 : last + 2]
    if behind and behind[0].low in _MEMBERS:
        last += 1
    elif behind and behind[0].low in grammar.words("bloc_members"):
        for member in phrases:  # "to NATO ally Turkey"
            if member.first == last + 2 and member.key is not None:
                member.first = bloc.first
                return True
        return False
    elif not words[last].low.endswith(_STATES):
        return False
    return any(p.kind == "country" and p.first == last + 1 for p in phrases)


def _only_a_place(phrase: PartyPhrase, phrases: list[PartyPhrase]) -> bool:
    """A town that is no seat of power never acts; it says where goods come from or go to.

    Behind another party it only says where that one is ("Elbit aus Haifa").
    """
    if phrase.kind != "city":
        return False
    if phrase.modifies is not None:
        return phrase.genitive
    if phrase.preposition not in _DIRECTIONS and phrase.outer != _LEFT:
        return True
    return any(
        other.last == phrase.first - 2 and other.kind in ("company", "army", "ministry")
        for other in phrases
    )


def _own_groups(words: list[Word], phrases: list[PartyPhrase]) -> None:
    """ "to Yemen's Iran-backed Houthi rebels", "Congo's M23": who acts is the group."""
    for other in phrases:
        if other.kind != "armed_group":
            continue
        marker = next(
            (
                k
                for k in range(other.first - 1, max(0, other.first - 2 - _FAR), -1)
                if words[k].tag == "poss"
            ),
            0,
        )
        if not all(w.tag in ("word", "noun", "attr") for w in words[marker + 1 : other.first]):
            continue
        for owner in phrases:
            if marker and owner is not other and owner.first < marker <= owner.last + 1:
                owner.genitive, owner.modifies, owner.last = True, other.first, marker - 1


def _inherit_prepositions(phrases: list[PartyPhrase]) -> None:
    """ "to Yemen's Houthis": the preposition before the owner governs the owned."""
    for owner in phrases:
        if not owner.genitive or owner.modifies is None:
            continue
        for other in phrases:
            owned = other.first > owner.last and other.first <= owner.modifies <= other.last + 1
            if owned and not other.preposition and other.modifies is None:
                other.preposition = owner.outer or owner.preposition


def _owns_another(phrase: PartyPhrase, phrases: list[PartyPhrase]) -> bool:
    """ "Yemen's Houthi rebels": the owner only says which rebels."""
    if not phrase.genitive or phrase.modifies is None:
        return False
    return any(
        other is not phrase
        and other.key is not None
        and other.kind != "pronoun"
        and other.first > phrase.last
        and other.first <= phrase.modifies <= other.last + 1
        for other in phrases
    )


def _inside_another(phrase: PartyPhrase, phrases: list[PartyPhrase]) -> bool:
    return any(
        other is not phrase
        and other.first <= phrase.last <= other.last
        and other.key is not None
        and other.modifies is None
        for other in phrases
    )
