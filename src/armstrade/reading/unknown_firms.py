"""Firms that only their seat tells of: "Sandline International, the London firm".

The lexicon does not know their names; the state beside them is that of the firm.
"""

from __future__ import annotations

from armstrade.language.grammar import Grammar
from armstrade.language.words import Word

from .phrases import ALL_CASES, PartyPhrase

# How far a firm's noun may stand behind the name or before the seat, in words.
_REACH = 6


def name_firm(
    words: list[Word], phrase: PartyPhrase, phrases: list[PartyPhrase], grammar: Grammar
) -> None:
    """A state or town that tells where a firm is at home becomes that firm."""
    if phrase.genitive or phrase.country is None or phrase.kind == "company":
        return
    firms = grammar.words("firm_nouns")
    name = (
        _before_its_seat(words, phrase, firms)
        or _behind_its_origin(words, phrase, firms)
        or _based_there(words, phrase)
    )
    if name is not None:
        first, last = name
        if not any(p is not phrase and p.first <= last and first <= p.last for p in phrases):
            _rename(words, phrase, first, last)
        return
    _before_its_origin(words, phrase, phrases, firms)


def _before_its_origin(
    words: list[Word], phrase: PartyPhrase, phrases: list[PartyPhrase], firms: frozenset[str]
) -> None:
    """ "by Sandline International, the London firm"."""
    head = phrase.modifies if phrase.modifies is not None else phrase.last + 1
    heads = [w for w in words[phrase.last + 1 : phrase.last + 5] if w.low in firms]
    if not heads or any(w.tag in ("punct", "prep", "fin") for w in words[head : heads[0].i]):
        return
    k = phrase.first - 1
    if k > 1 and words[k].tag == "det":
        k -= 1
    if k < 1 or words[k].text != ",":
        return
    last = k - 1
    first = _name_start(words, last)
    taken = any(p is not phrase and p.first <= last and first <= p.last for p in phrases)
    if first > last or taken:
        return
    phrase.first, phrase.last, phrase.kind = first, heads[0].i, "company"
    phrase.modifies, phrase.agentive, phrase.preposition = None, True, ""
    _prepose(words, phrase)


def _before_its_seat(
    words: list[Word], phrase: PartyPhrase, firms: frozenset[str]
) -> tuple[int, int] | None:
    """ "Unimpex, a dealer registered in Bratislava": first and last word of the name."""
    seat = phrase.first - 1
    if phrase.preposition not in ("in", "of", "from") or seat < 4:
        return None
    noun = next((w.i for w in words[max(0, seat - 3) : seat] if w.low in firms), None)
    if noun is None or any(w.tag in ("punct", "fin") for w in words[noun + 1 : seat]):
        return None
    comma = next((k for k in range(noun, max(0, noun - _REACH), -1) if words[k].text == ","), 0)
    if comma < 1 or words[comma + 1].tag != "det":
        return None
    first = _name_start(words, comma - 1)
    return (first, comma - 1) if first < comma else None


def _behind_its_origin(
    words: list[Word], phrase: PartyPhrase, firms: frozenset[str]
) -> tuple[int, int] | None:
    """ "the Slovak company Omnitrade"."""
    noun = phrase.last + 1
    if phrase.modifies is None or noun >= len(words) or words[noun].low not in firms:
        return None
    last = _name_end(words, noun + 1)
    return (noun + 1, last) if last > noun else None


def _based_there(words: list[Word], phrase: PartyPhrase) -> tuple[int, int] | None:
    """ "Bratislava-based Omnitrade"."""
    if not words[phrase.last].low.endswith("-based"):
        return None
    last = _name_end(words, phrase.last + 1)
    return (phrase.last + 1, last) if last > phrase.last else None


def _rename(words: list[Word], phrase: PartyPhrase, first: int, last: int) -> None:
    """The phrase in the words of the name."""
    at = phrase.outer or phrase.preposition if first > phrase.first else ""
    phrase.first, phrase.last, phrase.kind = first, last, "company"
    phrase.start, phrase.end = words[first].start, words[last].end
    phrase.id = "org:" + " ".join(w.text for w in words[first : last + 1])
    phrase.modifies, phrase.agentive, phrase.preposition = None, True, at
    phrase.cases = ALL_CASES
    _prepose(words, phrase)


def _prepose(words: list[Word], phrase: PartyPhrase) -> None:
    before = words[phrase.first - 1] if phrase.first else None
    if before is not None and before.tag == "prep":
        phrase.preposition = phrase.outer = before.low


def _name_start(words: list[Word], last: int) -> int:
    first = last
    while first >= 0 and _names(words[first]):
        first -= 1
    return first + 1


def _name_end(words: list[Word], first: int) -> int:
    last = first
    while last < len(words) and _names(words[last]):
        last += 1
    return last - 1


def _names(word: Word) -> bool:
    opens = word.i == 0 and word.tag == "word"
    return word.capital and (opens or word.tag == "noun")
