"""Lists of parties: "Iran und Nordkorea" share preposition and case."""

from __future__ import annotations

from itertools import pairwise

from armstrade.language.grammar import Grammar, all_words
from armstrade.language.number_words import is_small_number
from armstrade.language.words import Word

from .openings import ends_opening
from .phrases import ALL_CASES, PartyPhrase

_STATES_TOO = all_words("states_too")
_FINITE = frozenset({"pres", "past", "konj1", "konj2"})
_NAMELY = frozenset(
    {"including", "like", "such", "as", "among", "them", "wie", "darunter", "etwa", "namely"}
)
_OTHERS = frozenset({"other", "others", "several", "andere", "anderen", "weitere", "weiteren"})
# How far before "countries" its preposition may stand, in words.
_WHOLE = 6
# How many words there may be between a party that gives and its goal, in a stretch without verb.
_OWN_GOODS = 5
_GOALS = frozenset({"nach", "an", "in"})
_INTO = frozenset({"die", "den", "das"})
_INFLECTED = ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem")
_TOGETHER = all_words("joint") | all_words("coming_along")
_LIST_FILLERS = all_words("list_fillers")


def coordinate(words: list[Word], phrases: list[PartyPhrase], grammar: Grammar) -> None:
    """ "Iran und Nordkorea": the second shares preposition and case of the first."""
    coordinators = grammar.words("list_coordinators")
    group = 0
    for phrase in phrases:
        if not phrase.preposition and phrase.modifies is None and phrase.kind != "pronoun":
            phrase.preposition = _of_the_whole(words, phrase.first, grammar)
    for left, right in pairwise(phrases):
        between = words[left.last + 1 : right.first]
        goals = _are_goals(words, left, right, grammar)
        joined = 0 < len(between) <= 4 and all(
            w.low in coordinators
            or w.text in (",", "&")
            or w.low in _LIST_FILLERS
            or (w.low == left.preposition and grammar.language == "en")
            or (goals and w.low == right.preposition)
            for w in between
        )
        joined = joined and any(
            w.low in coordinators or w.text == "," or w.low == "noch" for w in between
        )
        if not joined or left.kind == "pronoun" or right.kind == "pronoun":
            continue
        if right.preposition and right.preposition != left.preposition and not goals:
            continue
        if left.preposition and (
            _counts_next(words, right, grammar) or _sends_next(words, phrases, left, right)
        ):
            continue  # "sent tanks to Kyiv, Norway eight and Spain six": a stretch of its own
        if left.preposition and right.cases == {"nom"}:
            continue  # "aus der Türkei, und der Iran schickte": a subject
        if left.key == right.key:
            continue
        if left.modifies is not None and right.modifies is None and not right.genitive:
            continue
        if left.modifies is None and right.modifies is not None and not right.genitive:
            continue
        comma_only = all(w.text == "," for w in between)
        if (
            comma_only
            and not _list_goes_on(words, phrases, right, coordinators)
            and not _ends_headline(words, left, right, grammar)
        ):
            continue
        opens = comma_only and left.preposition and grammar.language == "en"
        if opens and ends_opening(words, left.last + 1, _last_of_list(phrases, right)):
            continue  # "Despite protests from Brussels, China and Serbia have …"
        if comma_only and left.preposition and _acts_next(words, phrases, left, right, grammar):
            continue
        if left.group < 0:
            group += 1
            left.group = group
        right.group = left.group
        if not right.preposition or goals:
            right.preposition = left.preposition
        if right.cases == ALL_CASES:
            right.cases = left.cases


def _are_goals(words: list[Word], left: PartyPhrase, right: PartyPhrase, grammar: Grammar) -> bool:
    """ "nach Chile und in die Türkei", "nach Katar sowie an die Türkei": two names of goals."""
    if grammar.language != "de" or not {left.preposition, right.preposition} <= _GOALS:
        return False
    inside = right.preposition == "in"  # "in der Türkei" is no goal
    return not inside or words[right.first].low in _INTO


def _of_the_whole(words: list[Word], first: int, grammar: Grammar) -> str:
    """ "to countries including Peru", "an Staaten wie Peru": the preposition of the countries."""
    k = first - 1
    while k > 0 and (words[k].low in _NAMELY or words[k].text in ":,"):
        k -= 1
    named = k < first - 1 and any(
        words[i].low in _NAMELY - {"them"} or words[i].text == ":" for i in range(k + 1, first)
    )
    if not named or words[k].low not in grammar.words("groups_of_states"):
        return ""
    for i in range(k - 1, max(-1, k - _WHOLE), -1):
        if words[i].tag == "prep" and words[i].low != "of":
            return words[i].low
        if words[i].is_verb or words[i].tag == "punct":
            break
    return ""


def _ends_headline(
    words: list[Word], left: PartyPhrase, right: PartyPhrase, grammar: Grammar
) -> bool:
    """ "Chile to buy patrol boats from Germany, Spain": a comma for "and"."""
    return grammar.language == "en" and bool(left.preposition) and right.last == len(words) - 1


def _counts_next(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> bool:
    """ "Norway eight and …": a number of its own, and nothing that it counts."""
    number, after = (
        words[phrase.last + 1 : phrase.last + 2],
        words[phrase.last + 2 : phrase.last + 3],
    )
    if not any(w.tag == "num" or is_small_number(w.low, grammar.language) for w in number):
        return False
    ends = grammar.words("list_coordinators")
    return all(w.tag == "punct" or w.low in ends for w in after)


def _sends_next(
    words: list[Word], phrases: list[PartyPhrase], left: PartyPhrase, right: PartyPhrase
) -> bool:
    """ "drones to Sudan and Turkey missiles to Libya": it has goods and a goal of its own."""
    after = next((p for p in phrases if p.first > right.last), None)
    if after is None:
        return False
    if (
        after.preposition != left.preposition
        and not {after.preposition, left.preposition} <= _GOALS
    ):
        return False
    between = words[right.last + 1 : after.first]
    return 1 < len(between) <= _OWN_GOODS and all(
        w.tag in ("noun", "word", "num", "prep") and w.low != "and" for w in between
    )


def _list_goes_on(
    words: list[Word], phrases: list[PartyPhrase], right: PartyPhrase, coordinators: frozenset[str]
) -> bool:
    """Behind a comma the list needs an "und" further on: "A, B und C"."""
    tail = words[right.last + 1 : right.last + 3]
    if len(tail) == 2 and tail[0].low in coordinators and tail[1].low in _OTHERS:
        return True  # "from Iran, Turkey and other countries"
    for phrase in phrases:
        if phrase.first > right.last:
            between = words[right.last + 1 : phrase.first]
            return 0 < len(between) <= 2 and any(
                w.low in coordinators or w.text == "," for w in between
            )
    return False


def _acts_next(
    words: list[Word],
    phrases: list[PartyPhrase],
    left: PartyPhrase,
    right: PartyPhrase,
    grammar: Grammar,
) -> bool:
    """ "kauft in Korea, Peru und Chile bestellen …": the subject of a clause of its own."""
    if grammar.language != "de" or not any(w.verbs and not w.capital for w in words[: left.first]):
        return False
    last = right.last
    for phrase in phrases:
        if phrase.first > last and phrase.first - last <= 2:
            last = phrase.last
    behind = words[last + 1 : last + 3]
    if len(behind) < 2 or behind[0].capital or behind[0].verbs.features.isdisjoint(_FINITE):
        return False
    return behind[1].tag not in ("punct", "coord")


def _last_of_list(phrases: list[PartyPhrase], right: PartyPhrase) -> int:
    """Where a list ends whose last name but one stands on the right of a comma."""
    return next((p.last for p in phrases if p.first == right.last + 2), right.last)


def free_coordinated(words: list[Word], phrases: list[PartyPhrase]) -> None:
    """ "The US and Qatar": a name that can be an adjective is none before "and" and a state."""
    for phrase in phrases:
        behind = words[phrase.last + 1 : phrase.last + 2]
        if phrase.kind != "adjective" or not behind or behind[0].low != "and":
            continue
        if words[phrase.last].low not in _STATES_TOO:
            continue
        for other in phrases:
            if other.first <= phrase.last + 2 <= other.last and other.modifies is None:
                phrase.kind = "country"
                phrase.modifies = None
                phrase.agentive = True


def join_companions(words: list[Word], phrases: list[PartyPhrase]) -> None:
    """ "Spain is, together with Italy, selling frigates": whoever acts with the subject."""
    for phrase in phrases:
        k = _companion_at(words, phrase)
        if k is None:
            continue
        bare = [
            p
            for p in phrases
            if p.clause == phrase.clause
            and p.key not in (None, phrase.key)
            and not p.preposition
            and p.modifies is None
            and "nom" in p.cases
        ]
        beside = k - 2 if words[k - 1].text == "," else k - 1
        leader = next((p for p in bare if p.last == beside), None) or next(iter(bare), None)
        if leader is None:
            continue
        if leader.group < 0:
            leader.group = 1 + max(p.group for p in phrases)
        phrase.group, phrase.preposition, phrase.cases = leader.group, "", leader.cases


def _companion_at(words: list[Word], phrase: PartyPhrase) -> int | None:
    """Where "together with" before a party begins."""
    if phrase.preposition not in ("mit", "with") or phrase.modifies is not None:
        return None
    behind = words[phrase.last + 1 : phrase.last + 3]
    if len(behind) == 2 and behind[0].low.endswith(_INFLECTED) and behind[1].capital:
        return None  # "die gemeinsam mit Italien entwickelten Jets"
    for k in range(phrase.first - 1, max(0, phrase.first - 4), -1):
        if words[k].low == phrase.preposition:
            return k - 1 if words[k - 1].low in _TOGETHER else None
    return None
