"""Gapping: stretches that share the verb of the clause before them.

"Berlin liefert Panzer, Paris Haubitzen", "Drones come from Iran, shells from North Korea". Such
a stretch has a party and something to be given, no verb, and a partner in the same place of the
clause before it; otherwise it only continues a list.
"""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words
from armstrade.language.quantities import QuantityMatch
from armstrade.language.words import Word
from armstrade.lexicon.mention import Mention

from .phrases import PartyPhrase

_BORDERS = all_words("gap_borders")
_NEGATORS = all_words("gap_negators")
# "Peru an unknown number", "Peru eine unbekannte Zahl"
SOME = frozenset({"anzahl", "number", "zahl"})
_BOTH = frozenset({"beide", "beiden", "both"})


# ", for which Washington threw it out": a clause, even if its verb is not known.
_RELATIVES = frozenset({"which", "whom", "who", "whose"})


def mark_gaps(
    words: list[Word],
    clauses: list[Clause],
    parties: Sequence[PartyPhrase],
    mentions: Sequence[Mention],
    counts: Sequence[QuantityMatch],
) -> None:
    """Give each gapped stretch a clause of its own (kind ``gap``), in place."""
    free = [p for p in parties if p.modifies is None]
    if len(free) < 2 or not any(p.key for p in free):
        return  # nobody who could have a partner
    materiel = [m for m in mentions if m.kind != "party" and m.part != "modifier"]
    for clause in list(clauses):
        if clause.kind in ("gap", "attr") or not any(words[i].is_verb for i in clause.words):
            continue
        first, *rest = _stretches(words, clause)
        if not rest:
            continue
        head = list(first)
        closing = _closing(words, clause, rest[-1])
        shared = [i for i in rest[-1] if i not in closing]
        if shared and _shares_bracket(words, head, shared, free, materiel):
            head.extend(closing)
            rest[-1] = shared
        for stretch in rest:
            if _is_gap(words, head, stretch, parties, materiel, counts):
                gap = Clause(len(clauses), "gap", list(stretch), None, clause.index)
                clauses.append(gap)
                taken = set(stretch)
                clause.words = [i for i in clause.words if i not in taken]
            else:
                head.extend(stretch)


def _closing(words: list[Word], clause: Clause, stretch: list[int]) -> list[int]:
    """The verbs that close the German bracket: "… an Togo und 20 Radare an Benin [geliefert]"."""
    tail: list[int] = []
    for i in reversed(stretch):
        if not words[i].is_verb and words[i].tag != "punct":
            break
        tail.append(i)
    verbs = [i for i in tail if words[i].is_verb]
    others = [i for i in clause.words if words[i].is_verb and i not in tail]
    bracket = all(words[i].tag == "fin" for i in others) and len(others) <= 1
    return tail if verbs and bracket else []


def _shares_bracket(
    words: list[Word],
    head: list[int],
    stretch: list[int],
    parties: Sequence[PartyPhrase],
    materiel: Sequence[Mention],
) -> bool:
    """Whether a stretch within the bracket has goods and a party in the same place as the head."""
    if not _has_goods(words, head, materiel) or not _has_goods(words, stretch, materiel):
        return False
    known = [p for p in parties if p.key and p.first in stretch]
    last = words[stretch[-1]].end
    if not any(last <= m.end for m in materiel if m.start < last) and not any(
        p.last == stretch[-1] for p in known
    ):
        return False  # "Drohnen aus der Türkei in Empfang genommen": the verb begins before
    listed = any(p.last == head[-1] for p in parties)  # "haben China und Serbien … bestellt"
    openers = [] if listed else stretch[:2]
    return any(
        p.preposition == b.preposition
        for p in known
        if p.preposition or p.first in openers
        for b in parties
        if b.last in head
    )


def _stretches(words: list[Word], clause: Clause) -> list[list[int]]:
    """The clause cut at commas (which are in no clause) and at coordinators."""
    current: list[int] = []
    result = [current]
    previous: int | None = None
    for i in clause.words:
        word = words[i]
        comma = previous is not None and i > previous + 1 and words[i - 1].text == ","
        border = comma or word.text == "," or (word.low in _BORDERS and word.tag != "punct")
        if border and current and (comma or word.low not in ("nicht", "not")):
            current = []
            result.append(current)
        current.append(i)
        previous = i
    return result


def _is_gap(
    words: list[Word],
    head: list[int],
    stretch: list[int],
    parties: Sequence[PartyPhrase],
    materiel: Sequence[Mention],
    counts: Sequence[QuantityMatch],
) -> bool:
    if any(words[i].is_verb or words[i].low in _RELATIVES for i in stretch):
        return False
    here = [p for p in parties if p.last in stretch and p.modifies is None and p.key]
    if not here:
        return False
    low, high = words[stretch[0]].start, words[stretch[-1]].end
    goods = any(low <= m.start < high for m in materiel)
    inside = {words[i].low for i in stretch}
    numbers = any(low <= q.start < high for q in counts) and inside.isdisjoint(_BOTH)
    numbers = numbers or not inside.isdisjoint(SOME)
    opener = words[stretch[0]].low
    negated = any(words[i].low in _NEGATORS for i in stretch)
    before = [p for p in parties if p.last in head and p.modifies is None]
    if opener in ("sondern", "but") and any(
        b.preposition == p.preposition for p in here for b in before
    ):
        return True
    both = any(p.preposition for p in here) and any(not p.preposition for p in here)
    both = both and all(any(b.preposition == p.preposition for b in before) for p in here)
    if not (goods or numbers or negated or both or opener in ("nicht", "not")):
        return False
    if both and not goods:
        return True
    for party in here:
        partners = [p for p in before if p.preposition == party.preposition]
        if party.preposition:
            # "aus dem Iran, … aus Nordkorea"; a shared preposition of a list does not count
            if partners and words[party.first - 1].low != "und" and _own_preposition(words, party):
                return True
        elif partners and _has_goods(words, head, materiel):
            return True
    return False


def _own_preposition(words: list[Word], party: PartyPhrase) -> bool:
    return party.first > 0 and words[party.first - 1].tag == "prep"


def _has_goods(words: list[Word], head: list[int], materiel: Sequence[Mention]) -> bool:
    low, high = words[head[0]].start, words[head[-1]].end
    return any(low <= m.start < high for m in materiel)
