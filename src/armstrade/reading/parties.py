"""From mentions of parties to party phrases with a place in the clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from armstrade.language.grammar import Grammar, all_words, grammar
from armstrade.language.words import Word, word_at
from armstrade.lexicon.entries import PartyEntry
from armstrade.lexicon.mention import Mention
from armstrade.lexicon.tables import words as table

from .phrases import ALL_CASES, PartyPhrase
from .places import become_rebels, is_agent, place_phrase
from .references import party_references, reference_phrase

_SINGULAR = all_words("singular_articles")
_TIMES = grammar("en").words("time_words")
_NUMERALS = grammar("en").words("numerals")
_MEDIA_NOUNS = all_words("media_nouns")
# One member of a bloc, when the article is in the singular ("dem Nato-Partner").
_BLOC_MEMBERS = all_words("bloc_members")
_STATES_TOO = all_words("states_too")
_LIST_FILLERS = all_words("list_fillers")
_MAKING = all_words("making")
_DIRECTIONS = all_words("directions")
_MILITARY = grammar("en").words("organ_modifiers") | grammar("en").words("organs")


# Stands for the preposition of a place of writing: no frame asks for it.
DATELINE = "dateline"
# Stands for the preposition of a town that goods have left.
_LEFT = "left"
_LEAVING = frozenset({"left", "leave", "leaves", "leaving"})
# "Abuja/Washington - ", "PARIS, May 20 - ", "MADRID (AP) – "
_DATELINE = re.compile(
    r"(?:[A-ZÄÖÜ][\w.'’]+[ /]?){1,3}(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r" ?(?:\([A-Za-z/ -]{2,20}\) ?)?[-–—|]{1,2} |[A-ZÄÖÜ]{4,}(?: [A-ZÄÖÜ]{3,})?: "
    # "MADRID taz ■ ", "PARIS afp | "
    r"|[A-ZÄÖÜ]{3,}(?:[/ ][A-ZÄÖÜ]{3,})* [a-z]{2,5}(?:/[a-z]{2,5})* [■|] "
    # "LIMA, 21. August (Reuter).": a line of its own
    r"|[A-ZÄÖÜ]{3,}(?:[/ ][A-ZÄÖÜ]{3,})*, \d{1,2}\. \w+ ?\([\w./ -]{2,20}\)\.?"
)


def party_phrases(
    words: list[Word], mentions: Sequence[Mention], grammar: Grammar, text: str
) -> list[PartyPhrase]:
    """The parties of a sentence, names first, then pronouns and descriptions."""
    phrases: list[PartyPhrase] = []
    goods = {m.start for m in mentions if m.kind != "party"}
    for mention in mentions:
        if mention.kind != "party" or not isinstance(mention.entry, PartyEntry):
            continue
        phrase = _from_mention(words, mention, grammar, goods)
        if phrase is not None:
            phrases.append(phrase)
    phrases = _merge(words, phrases, grammar)
    references = party_references(words, phrases, grammar)
    if grammar.language == "en":
        references = [_owning(words, phrase, grammar) for phrase in references]
    phrases.extend(references)
    phrases.sort(key=lambda p: p.start)
    dated = _DATELINE.match(text, words[0].start) if words and phrases else None
    for phrase in phrases:
        place_phrase(words, phrase, grammar)
        if phrase.kind == "city" and _is_left(words, phrase):
            phrase.preposition, phrase.outer = "from", _LEFT
        if dated is not None and phrase.end <= dated.end():
            phrase.preposition = DATELINE  # "WARSCHAU (Reuters) - ": where it was written
    if grammar.language == "en":
        for phrase in phrases:
            _name_firm(words, phrase, phrases, grammar)
    phrases = [p for p in phrases if not (_only_a_place(p, phrases) or _made_there(words, p))]
    _settle_companies(words, phrases, grammar)
    _inherit_prepositions(phrases)
    phrases = [p for p in phrases if not _owns_another(p, phrases)]
    phrases = [p for p in phrases if p.key is not None or not _inside_another(p, phrases)]
    _free_coordinated(words, phrases)
    _coordinate(words, phrases, grammar)
    return phrases


def _name_firm(
    words: list[Word], phrase: PartyPhrase, phrases: list[PartyPhrase], grammar: Grammar
) -> None:
    """ "by Sandline International, the London firm": a firm that only its country tells of."""
    head = phrase.modifies if phrase.modifies is not None else phrase.last + 1
    nouns = grammar.words("firm_nouns")
    heads = [w for w in words[phrase.last + 1 : phrase.last + 5] if w.low in nouns]
    if phrase.genitive or phrase.country is None or not (heads or words[head : head + 1]):
        return
    if not heads or any(w.tag in ("punct", "prep", "fin") for w in words[head : heads[0].i]):
        return
    k = phrase.first - 1
    if k > 1 and words[k].tag == "det":
        k -= 1
    if k < 1 or words[k].text != ",":
        return
    last = k - 1
    first = last
    while first >= 0 and words[first].tag == "noun" and words[first].text[:1].isupper():
        first -= 1
    first += 1
    taken = any(p is not phrase and p.first <= last and first <= p.last for p in phrases)
    if first > last or taken:
        return
    phrase.first, phrase.last, phrase.kind = first, heads[0].i, "company"
    phrase.modifies, phrase.agentive, phrase.preposition = None, True, ""
    before = words[first - 1] if first else None
    if before is not None and before.tag == "prep":
        phrase.preposition = phrase.outer = before.low


def _is_left(words: list[Word], phrase: PartyPhrase) -> bool:
    """ "three boats have left Haifa for Durban": a town that goods leave."""
    return phrase.first > 0 and not phrase.preposition and words[phrase.first - 1].low in _LEAVING


def _made_there(words: list[Word], phrase: PartyPhrase) -> bool:
    """ "aus Schweizer Produktion": who built it, whoever gives it away."""
    behind = words[phrase.last + 1 : phrase.last + 2]
    return phrase.preposition == "aus" and bool(behind) and behind[0].low in _MAKING


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


def _free_coordinated(words: list[Word], phrases: list[PartyPhrase]) -> None:
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


def _inherit_prepositions(phrases: list[PartyPhrase]) -> None:
    """ "to Yemen's Houthis": the preposition before the owner governs the owned."""
    for owner in phrases:
        if not owner.genitive or owner.modifies is None:
            continue
        for other in phrases:
            owned = other.first > owner.last and other.first <= owner.modifies <= other.last + 1
            if owned and not other.preposition:
                other.preposition = owner.outer or owner.preposition


def _settle_companies(words: list[Word], phrases: list[PartyPhrase], grammar: Grammar) -> None:
    """ "the French company KNDS": of the arms of a group the one in that country."""
    nouns = grammar.words("descriptions_company")
    for phrase in phrases:
        if phrase.kind != "adjective" or phrase.modifies is None or phrase.country is None:
            continue
        if words[phrase.last + 1].low not in nouns:
            continue
        for other in phrases:
            if other.kind == "company" and other.last == phrase.modifies:
                other.country = phrase.country


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


def _in_a_title(words: list[Word], first: int, last: int) -> bool:
    """ "Times of Israel", "Jerusalem Post": a newspaper, not a state."""
    if last + 1 < len(words) and words[last + 1].capital and words[last + 1].low in _MEDIA_NOUNS:
        return True
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


def _from_mention(
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
    if grammar.language == "de" and mention.form == "genitive":
        return _possessive(words, phrase, last, grammar)
    return phrase


def _before_goods(words: list[Word], i: int, goods: set[int], grammar: Grammar) -> bool:
    """An army or the like that goods stand right behind: they are no part of its name."""
    if i + 1 >= len(words) or words[i].low not in grammar.words("organs"):
        return False
    following = words[i + 1]
    return following.start in goods or following.tag == "num" or following.low in _NUMERALS


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


def _adjective(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> PartyPhrase:
    head = _head_noun(words, phrase.last + 1, grammar)
    if head is None:
        # "the Russian", "die Deutschen"
        phrase.agentive = words[phrase.last].capital
        return phrase
    if grammar.language == "en":
        for k in range(phrase.last + 1, head + 1):
            if is_agent(words[k], grammar) and is_agent(words[head], grammar):
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
    if words[head].low in grammar.words("depots") and _out_of(words, phrase, grammar):
        # "aus finnischen Depots": the stocks stand for their owner
        phrase.preposition = "aus" if grammar.language == "de" else "from"
        return phrase
    phrase.modifies = head
    phrase.agentive = False
    return phrase


def _out_of(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> bool:
    for k in range(phrase.first - 1, max(-1, phrase.first - 4), -1):
        if words[k].tag == "prep":
            return words[k].low in ("aus", "from", "out", "of")
        if words[k].tag not in ("word", "det", "attr"):
            return False
    return False


def _possessive(
    words: list[Word], phrase: PartyPhrase, marker: int, grammar: Grammar
) -> PartyPhrase:
    phrase.genitive = True
    head = _head_noun(words, marker + 1, grammar)
    if head is not None and is_agent(words[head], grammar):
        phrase.last = head
        phrase.genitive = False
        return phrase
    if head is not None:
        phrase.modifies = head
    return phrase


def _owning(words: list[Word], phrase: PartyPhrase, grammar: Grammar) -> PartyPhrase:
    """ "the navy's four boats": a description that owns, as a name would."""
    marker = phrase.last + 1
    if not phrase.kind.startswith("description") or words[marker : marker + 1] == []:
        return phrase
    return _possessive(words, phrase, marker, grammar) if words[marker].tag == "poss" else phrase


def _merge(words: list[Word], phrases: list[PartyPhrase], grammar: Grammar) -> list[PartyPhrase]:
    """One phrase out of "Ukraine's president, Volodymyr Zelensky" and the like."""
    merged: list[PartyPhrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.start, -p.end)):
        previous = merged[-1] if merged else None
        if (
            previous is not None
            and previous.key is not None
            and previous.key == phrase.key
            and previous.modifies is None
            and phrase.first > previous.last
            and _apposition(words, previous.last + 1, phrase.first, grammar)
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
        if (
            previous is not None
            and phrase.kind == "company"
            and previous.kind == "government"
            and phrase.first == previous.last + 1
            and words[previous.last].low in grammar.words("descriptions_company")
        ):
            phrase.country = previous.country  # "the French company KNDS"
            merged[-1] = phrase
            continue
        merged.append(phrase)
    return merged


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


def _coordinate(words: list[Word], phrases: list[PartyPhrase], grammar: Grammar) -> None:
    """ "Iran und Nordkorea": the second shares preposition and case of the first."""
    coordinators = grammar.words("list_coordinators")
    group = 0
    for left, right in pairwise(phrases):
        between = words[left.last + 1 : right.first]
        joined = 0 < len(between) <= 4 and all(
            w.low in coordinators
            or w.text in (",", "&")
            or w.low in _LIST_FILLERS
            or (w.low == left.preposition and grammar.language == "en")
            for w in between
        )
        joined = joined and any(
            w.low in coordinators or w.text == "," or w.low == "noch" for w in between
        )
        if not joined or left.kind == "pronoun" or right.kind == "pronoun":
            continue
        if right.preposition and right.preposition != left.preposition:
            continue
        if left.key == right.key:
            continue
        if left.modifies is not None and right.modifies is None and not right.genitive:
            continue
        if left.modifies is None and right.modifies is not None and not right.genitive:
            continue
        comma_only = all(w.text == "," for w in between)
        if comma_only and not _list_goes_on(words, phrases, right, coordinators):
            continue
        if left.group < 0:
            group += 1
            left.group = group
        right.group = left.group
        if not right.preposition:
            right.preposition = left.preposition
        if right.cases == ALL_CASES:
            right.cases = left.cases


def _list_goes_on(
    words: list[Word], phrases: list[PartyPhrase], right: PartyPhrase, coordinators: frozenset[str]
) -> bool:
    """Behind a comma the list needs an "und" further on: "A, B und C"."""
    for phrase in phrases:
        if phrase.first > right.last:
            between = words[right.last + 1 : phrase.first]
            return 0 < len(between) <= 2 and any(
                w.low in coordinators or w.text == "," for w in between
            )
    return False
