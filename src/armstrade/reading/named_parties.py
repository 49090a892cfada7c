"""The phrase around the name of a party: what it owns, what it modifies, what it is no name of."""

from __future__ import annotations

from armstrade.language.grammar import Grammar, all_words, grammar
from armstrade.language.words import Word, word_at
from armstrade.lexicon.entries import PartyEntry
from armstrade.lexicon.mention import Mention
from armstrade.lexicon.tables import words as table

from .circumstances import is_circumstance
from .phrases import PartyPhrase, reference_phrase
from .places import become_rebels, is_agent

_SINGULAR = all_words("singular_articles")
_TIMES = grammar("en").words("time_words")
_NUMERALS = grammar("en").words("numerals")
# How many words of a name may stand between a place and "Institute".
_TITLE = 5
# Agents only with a noun behind them: "British arms" are goods.
_ONLY_BEFORE = frozenset({"arms"})
# "Peru's suppliers": not Peru.
_SERVING = frozenset({"supplier", "suppliers"})
_NEAR_TIMES = frozenset({"last", "this", "next"})
_SPANS = frozenset({"year", "month", "week", "spring", "summer", "autumn", "fall", "winter"})
_INSTITUTES = all_words("institutes")
_MEDIA_NOUNS = all_words("media_nouns")
# One member of a bloc, when the article is in the singular ("dem Nato-Partner").
_BLOC_MEMBERS = all_words("bloc_members")
_MILITARY = grammar("en").words("organ_modifiers") | grammar("en").words("organs")


def named_party(
    words: list[Word], mention: Mention, grammar: Grammar, goods: set[int]
) -> PartyPhrase | None:
    first, last = word_at(words, mention.start), word_at(words, mention.end - 1)
    if first is None or last is None:
        return None
    entry = mention.entry
    assert isinstance(entry, PartyEntry)
    if entry.kind == "bloc" and words[last].low in _BLOC_MEMBERS and _singular(words, first):
        return reference_phrase(words[last], "description")
    if entry.kind == "bloc" and grammar.language == "en" and _one_of_it(words, first, last):
        if first > 2 and words[first - 2].text == "," and words[first - 3].capital:
            return None  # "Turkey, a NATO member"
        member = reference_phrase(words[last + 1], "group")
        member.start, member.first = words[first].start, first
        return member
    if entry.kind == "bloc" and _of_a_state(words, first, last):
        return None  # "Germany's Security Council", "the Western Naval Command"
    kind = entry.kind
    if entry.key is None:
        if entry.kind == "government" and words[last].low in grammar.descriptions:
            return None  # "der Junta": a description, see references.py
        if last + 1 < len(words) and words[last + 1].capital and words[last + 1].tag == "noun":
            return None  # "der Verbündete China": the name behind it is the party
        kind = "group"
    phrase = PartyPhrase(
        id=entry.id,
        country=entry.country,
        kind=kind,
        start=mention.start,
        end=mention.end,
        first=first,
        last=last,
        resolved=not (entry.id is None and entry.country is None),
    )
    if _in_a_title(words, first, last):
        return None
    if entry.kind in ("armed_group", "company") and _is_surname(words, first, last):
        return None  # "Allan Wagner"
    if mention.part == "modifier" and is_agent(words[first], grammar):
        # "Huthi-Miliz", "Chomeini-Regime": the compound as a whole acts
        phrase.start, phrase.end = words[first].start, words[first].end
        return phrase
    if mention.part == "modifier":
        if _is_depot(words[first], grammar) and _out_of(words, phrase, grammar):
            phrase.preposition = "aus"  # "aus NVA-Beständen"
            return phrase
        phrase.modifies = first
        phrase.agentive = False
        return phrase
    following = words[last + 1] if last + 1 < len(words) else None
    if mention.form == "adjective" or entry.kind == "adjective":
        return _adjective(words, phrase, grammar)
    if grammar.language == "en" and following is not None and following.tag == "poss":
        if _before_goods(words, last + 2, goods, grammar):
            phrase.last = last + 2  # "shipped South Sudan's government weapons"
            return phrase
        return _possessive(words, phrase, last + 1, grammar)
    if grammar.language == "en" and kind == "company" and _names_the_noun(words, first, last):
        phrase.modifies, phrase.agentive = last + 1, False
        return phrase
    if grammar.language == "de" and mention.form == "genitive":
        return _possessive(words, phrase, last, grammar)
    return phrase


def _is_depot(word: Word, grammar: Grammar) -> bool:
    """ "Depots", "Armeebeständen": stocks, which in German may be named by a compound."""
    depots = grammar.words("depots")
    if grammar.language == "de":
        return word.low.endswith(tuple(depots))
    return word.low in depots


def _names_the_noun(words: list[Word], first: int, last: int) -> bool:
    """ "a Leonardo offer": firms take no article, so it belongs to the noun behind the name."""
    behind = words[last + 1 : last + 2]
    return (
        first > 0
        and words[first - 1].low in _SINGULAR
        and bool(behind)
        and behind[0].tag in ("noun", "word")
        and behind[0].text.isalpha()
        and not behind[0].capital
    )


def _in_a_title(words: list[Word], first: int, last: int) -> bool:
    """ "Times of Israel", "Jerusalem Post": a newspaper, not a state."""
    if last + 1 < len(words) and words[last + 1].capital and words[last + 1].low in _MEDIA_NOUNS:
        return True
    k = last + 1
    while k < len(words) and k <= last + _TITLE and words[k].capital and words[k].tag == "noun":
        if words[k].low in _INSTITUTES:
            return True  # "Stockholm International Peace Research Institute"
        k += 1
    return (
        first >= 2
        and words[first - 1].low == "of"
        and words[first - 2].low in ("times", "voice", "bank")
    )


def _is_surname(words: list[Word], first: int, last: int) -> bool:
    """A name of one word behind a first name."""
    if first != last or first == 0 or not words[first - 1].capital:
        return False
    return words[first - 1].text in table("first_names") and not words[first].text.isupper()


def _singular(words: list[Word], first: int) -> bool:
    return first > 0 and words[first - 1].low in _SINGULAR


def _of_a_state(words: list[Word], first: int, last: int) -> bool:
    """A state's organ whose name is that of a bloc or begins with it."""
    if first and words[first - 1].tag == "poss":
        return True
    behind = words[last + 1 : last + 2]
    return (
        words[first].low == "western"
        and bool(behind)
        and behind[0].capital
        and behind[0].low in _MILITARY
    )


def _one_of_it(words: list[Word], first: int, last: int) -> bool:
    """ "a NATO member", "an EU country": one of them, without a name."""
    behind = words[last + 1 : last + 2]
    return bool(behind) and behind[0].low in _BLOC_MEMBERS and _singular(words, first)


def _before_goods(words: list[Word], i: int, goods: set[int], grammar: Grammar) -> bool:
    """An army or the like that goods stand right behind: they are no part of its name."""
    if i + 1 >= len(words) or words[i].low not in grammar.words("organs"):
        return False
    following = words[i + 1]
    return following.start in goods or following.tag == "num" or following.low in _NUMERALS


def _adjective(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> PartyPhrase:
    head = _head_noun(words, phrase.last + 1, grammar)
    if head is None or _is_a_time(words, phrase.last + 1):
        # "the Russian", "die Deutschen"
        phrase.agentive = words[phrase.last].capital
        return phrase
    if grammar.language == "en":
        for k in range(phrase.last + 1, head + 1):
            if (
                is_agent(words[k], grammar)
                and is_agent(words[head], grammar)
                and words[head].low not in _ONLY_BEFORE
            ):
                phrase.last = head
                phrase.end = words[head].end
                phrase.kind = "capital" if words[head].low == "capital" else "government"
                become_rebels(phrase, words[head], grammar)
                return phrase
    elif is_agent(words[head], grammar):
        phrase.last = head
        phrase.end = words[head].end
        phrase.kind = "government"
        become_rebels(phrase, words[head], grammar)
        return phrase
    if _is_depot(words[head], grammar) and _out_of(words, phrase, grammar):
        # "aus finnischen Depots": the stocks stand for their owner
        phrase.preposition = "aus" if grammar.language == "de" else "from"
        return phrase
    phrase.modifies = head
    phrase.agentive = False
    return phrase


def _is_a_time(words: list[Word], k: int) -> bool:
    """ "the US last year rejected": the adjective stands for the state."""
    return k + 1 < len(words) and words[k].low in _NEAR_TIMES and words[k + 1].low in _SPANS


def _possessive(
    words: list[Word], phrase: PartyPhrase, marker: int, grammar: Grammar
) -> PartyPhrase:
    phrase.genitive = True
    behind = words[marker + 1 : marker + 2]
    if behind and behind[0].text == "," and grammar.language == "de":
        return phrase  # "ein Angebot Teherans, der Armee ein Schiff zu überlassen"
    owned = words[phrase.first - 1] if phrase.first else None
    if grammar.language == "de" and behind and behind[0].tag == "det":
        return phrase  # "hat die Küstenwache Jamaikas ein Boot erhalten"
    if grammar.language == "de" and owned is not None and is_circumstance(owned, grammar):
        return phrase  # "wurden nach dem Vorbild Israels 20 Panzer bestellt"
    head = _head_noun(words, marker + 1, grammar)
    if head is not None and is_agent(words[head], grammar) and words[head].low not in _SERVING:
        phrase.last = head
        phrase.genitive = False
        return phrase
    if head is not None:
        phrase.modifies = head
    return phrase


def owning(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> PartyPhrase:
    """ "the navy's four boats": a description that owns, as a name would."""
    marker = phrase.last + 1
    if not phrase.kind.startswith("description") or words[marker : marker + 1] == []:
        return phrase
    return _possessive(words, phrase, marker, grammar) if words[marker].tag == "poss" else phrase


def _head_noun(words: list[Word], i: int, grammar: Grammar) -> int | None:
    """Index of the noun that an adjective before `i` belongs to."""
    if grammar.language == "en" and _ends_phrase(words, i):
        return None
    for k in range(i, min(len(words), i + 6)):
        word = words[k]
        if word.tag == "punct" and word.text not in "„\"“”'-,":
            return None
        if word.tag in ("fin", "sub", "prep", "pron"):
            return None
        if word.tag == "det" and grammar.language == "en":
            return None  # "offered New Zealand a frigate"
        if grammar.language == "de":
            if word.capital and word.tag != "punct":
                return k
        elif word.tag in ("noun", "word", "verb?") and not _more_to_come(words, k):
            return k
    return None


def _ends_phrase(words: list[Word], i: int) -> bool:
    """ "to the British, according to": the people, unless adjectives go on behind the comma."""
    if i + 1 >= len(words) or words[i].text != "," or i < 2 or words[i - 2].low != "the":
        return False
    return not words[i + 1].capital


def _more_to_come(words: list[Word], k: int) -> bool:
    """English: the noun is only the first of a chain ("air force", "fighter jets")."""
    if k + 1 >= len(words):
        return False
    if words[k + 1].low in _TIMES:
        return False
    return words[k + 1].tag in ("noun", "word") and words[k + 1].text[0].isalnum()


def _out_of(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> bool:
    for k in range(phrase.first - 1, max(-1, phrase.first - 4), -1):
        if words[k].tag == "prep":
            return words[k].low in ("aus", "from", "out", "of")
        if words[k].tag not in ("word", "det", "attr"):
            return False
    return False
