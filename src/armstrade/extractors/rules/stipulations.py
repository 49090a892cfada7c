"""What a contract provides for: "the deal covers the delivery of", "der Vertrag sieht … vor"."""

from __future__ import annotations

from armstrade.language.grammar import all_words

from .event import Event

_CONTRACTS = all_words("contract_nouns")
_PROVIDING = all_words("providing")


def is_stipulated(event: Event) -> bool:
    """Whether a contract is the subject of a verb that says what is in it."""
    sentence, clause = event.sentence, event.clause
    if clause is None or sentence.lows.isdisjoint(_PROVIDING):
        return False
    inside = set(clause.words)
    if clause.kind in ("sub", "inf") and clause.parent is not None:
        inside |= set(sentence.clauses[clause.parent].words)
    words = sentence.words
    before = [i for i in sorted(inside) if i < event.core.word]
    verb = next((i for i in before if words[i].low in _PROVIDING), None)
    if verb is None:
        return False
    contracts = [i for i in before if i < verb and _is_contract(words[i].low)]
    if not contracts:  # "In dem Abkommen sieht …" has none as its subject
        behind = [i for i in before if verb < i <= verb + 2 and _is_contract(words[i].low)]
        return bool(behind)
    first = contracts[0]
    opening = words[max(0, first - 2) : first]
    return all(word.tag != "prep" for word in opening)


def _is_contract(low: str) -> bool:
    return low in _CONTRACTS or low.endswith(("vertrag", "abkommen", "auftrag"))
