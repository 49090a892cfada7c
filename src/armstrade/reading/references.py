"""Words that stand for a party without naming it: pronouns, descriptions, relative pronouns.

The sentence only knows that somebody is meant; who it is, the discourse finds out.
"""

from __future__ import annotations

from armstrade.language.clauses import Clause
from armstrade.language.grammar import Grammar, all_words, grammar
from armstrade.language.words import Word

from .organs import organ_phrases
from .phrases import ALL_CASES, PartyPhrase, reference_phrase

_SUBJECT_ADVERBS = grammar("en").words("subject_adverbs")

_RELATIVE_CASES = {
    "der": frozenset({"nom", "dat"}),
    "die": frozenset({"nom", "acc"}),
    "das": frozenset({"nom", "acc"}),
    "den": frozenset({"acc"}),
    "dem": frozenset({"dat"}),
    "denen": frozenset({"dat"}),
    "dessen": frozenset({"gen"}),
    "deren": frozenset({"gen"}),
}
# Genders (f, m, n, p) that an article or a relative pronoun can have.
_GENDERS = {
    "des": "mn", "dem": "mn", "vom": "mn", "beim": "mn", "zum": "mn", "im": "mn", "der": "fmp",
    "zur": "f", "das": "n", "eines": "mn", "einem": "mn", "einer": "f",
}  # fmt: skip
_RELATIVE_GENDERS = {
    "das": "n", "welches": "n", "die": "fp", "welche": "fp", "deren": "fp", "dessen": "mn",
    "dem": "mn", "denen": "p", "den": "m", "welchen": "mp",
}  # fmt: skip
# Ends of nouns for those who live in a town, which are adjectives of it as well.
_TOWN = ("er", "ern")
_MAKERS = all_words("titles")
_FRIENDS = all_words("friends")
_PLURAL_DETERMINERS = all_words("plural_determiners")
# The two Koreas; `described_countries` tells which.
_HALVES = frozenset({"north", "south"})
_INDEFINITE = all_words("indefinite")


def relative_phrases(
    words: list[Word], clauses: list[Clause], phrases: list[PartyPhrase], grammar: Grammar
) -> list[PartyPhrase]:
    """Relative pronouns that stand for a party: "Kiew, dem Berlin …", "to whom"."""
    found: list[PartyPhrase] = []
    for clause in clauses:
        if clause.kind != "rel" or clause.opener is None or clause.antecedent is None:
            continue
        target = next(
            (
                p
                for p in reversed(phrases)
                if p.last <= clause.antecedent
                and clause.antecedent - p.last <= 1
                and p.modifies is None
                and clause.antecedent >= p.first
            ),
            None,
        )
        opener = words[clause.opener]
        if target is None or (grammar.language == "de" and _disagrees(words, target, opener)):
            continue
        phrase = PartyPhrase(
            id=target.id,
            country=target.country,
            kind=target.kind,
            start=target.start,
            end=target.end,
            first=opener.i,
            last=opener.i,
            clause=clause.index,
            group=target.group,
            resolved=target.resolved,
        )
        before = words[opener.i - 1] if opener.i else None
        if before is not None and before.tag == "prep" and before.i in clause.words:
            phrase.preposition = grammar.contractions.get(before.low, before.low)
        if grammar.language == "de":
            phrase.cases = _RELATIVE_CASES.get(opener.low, ALL_CASES)
            if opener.low in ("dessen", "deren"):
                phrase.genitive = True
                phrase.cases = frozenset({"nom", "gen"})
        elif opener.low == "whose":
            phrase.genitive, phrase.modifies = True, opener.i + 1
        elif not phrase.preposition:
            following = words[opener.i + 1] if opener.i + 1 < len(words) else None
            subject = following is not None and (
                following.is_verb
                or following.tag == "aux"
                or following.low.endswith("ly")
                or following.low in _SUBJECT_ADVERBS
            )
            phrase.cases = frozenset({"nom"}) if subject else frozenset({"acc", "dat"})
        found.append(phrase)
    return found


def _disagrees(words: list[Word], target: PartyPhrase, opener: Word) -> bool:
    """ "ein Boot der Werft TKMS, das …": by its gender the pronoun means another noun."""
    if target.kind not in ("country", "capital", "company") or target.group >= 0:
        return False
    article = words[target.first]
    gender = _GENDERS.get(article.low, "") if article.tag == "det" else "n"
    if article.tag == "prep":
        gender = _GENDERS.get(article.low, "n")
    return (
        bool(gender)
        and opener.low in _RELATIVE_GENDERS
        and not (set(gender) & set(_RELATIVE_GENDERS[opener.low]))
    )


def party_references(
    words: list[Word], phrases: list[PartyPhrase], grammar: Grammar
) -> list[PartyPhrase]:
    """Pronouns and definite descriptions that may stand for a party."""
    english = grammar.language == "en"
    references = grammar.references
    referring = [word for word in words if word.low in references]
    if not referring and not english:
        return []
    taken = {i for p in phrases for i in range(p.first, p.last + 1)}
    found: list[PartyPhrase] = []
    groups = grammar.words("descriptions_group")
    companies = grammar.words("descriptions_company")
    thither = grammar.words("thither")
    objects = grammar.words("object_pronouns")
    possessives = grammar.words("possessives") if english else frozenset[str]()
    organs = grammar.words("organs") if english else frozenset[str]()
    for word in referring:
        if word.i in taken:
            continue
        pronoun = word.low in grammar.pronouns or word.low in objects
        if pronoun and word.tag == "pron":
            if not _is_expletive(words, word.i, grammar):
                found.append(reference_phrase(word, "pronoun"))
        elif word.low in thither and word.low not in ("there",) and not _until(words, word.i):
            phrase = reference_phrase(word, "thither")
            phrase.preposition = "nach"
            found.append(phrase)
        elif word.low in grammar.descriptions:
            left = words[word.i - 1] if word.i else None
            if left is None or left.tag not in ("det", "word", "poss"):
                continue
            if left.tag == "word" and not (word.i >= 2 and words[word.i - 2].tag == "det"):
                continue
            determiner = left if left.tag == "det" else words[word.i - 2]
            if not _definite(determiner):
                continue
            if determiner.low in possessives and word.low in organs:
                continue  # "its army" is found with the organs
            if _several(word, determiner):
                found.append(reference_phrase(word, "group"))
                continue
            kind = "description_group" if word.low in groups else "description"
            if word.low in companies:
                kind = "description_company"
            following = words[word.i + 1] if word.i + 1 < len(words) else None
            if following is not None and following.i in taken and following.capital:
                continue  # "the government Moscow backs", "die Regierung Polens"
            if kind == "description_company" and _is_of_town(word, following):
                continue  # "die Düsseldorfer Messe"
            if word.low == "state" and following is not None and following.tag == "word":
                continue  # "the state works", "the state television"
            found.append(reference_phrase(word, kind))
    if english:
        found.extend(
            reference_phrase(word, "description")
            for word in words
            if word.low in _HALVES and word.i not in taken and _is_half(words, word.i)
        )
        known = {p.last for p in found}
        found.extend(p for p in organ_phrases(words, taken, grammar) if p.last not in known)
    return found


def _is_expletive(words: list[Word], i: int, grammar: Grammar) -> bool:
    """ "Grünes Licht gab es für …", "es werden Panzer geliefert": stands for nobody."""
    if words[i].low not in grammar.words("expletives"):
        return False
    beside = {words[k].low for k in (i - 1, i + 1) if 0 <= k < len(words)}
    if i > 1 and words[i - 1].low in grammar.words("clause_objects"):
        return True  # "Bern lehnte es ab, Munition zu liefern": the clause behind
    return not beside.isdisjoint(grammar.words("expletive_verbs"))


def _is_half(words: list[Word], i: int) -> bool:
    """ "the North had sent shells": one of two states, not a part of the country."""
    if not words[i].capital or not i or words[i - 1].low != "the":
        return False
    following = words[i + 1] if i + 1 < len(words) else None
    return following is None or not (following.capital or following.low in ("of", "and"))


def _is_of_town(word: Word, following: Word | None) -> bool:
    """ "die Düsseldorfer Messe": an adjective of a town before its noun."""
    if following is None or not following.capital or not following.text[0].isalpha():
        return False
    return word.low.endswith(_TOWN) and word.low not in _MAKERS


def _until(words: list[Word], i: int) -> bool:
    """ "bis dahin": a time."""
    return i > 0 and words[i - 1].low == "bis"


def _several(word: Word, determiner: Word) -> bool:
    """ "seine Verbündeten", "unseren Alliierten": nobody in particular."""
    return word.low in _FRIENDS and determiner.low in _PLURAL_DETERMINERS


def _definite(word: Word) -> bool:
    return word.tag == "det" and word.low not in _INDEFINITE
