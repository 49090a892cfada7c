""" "Abnehmer ist das Heer Namibias.": who gets or gives, said in a clause of its own."""

from __future__ import annotations

from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words
from armstrade.reading import PartyPhrase, Sentence

from .event import Event

_BEING = all_words("copulas")
_ROLES = {"recipient": all_words("taker_nouns"), "supplier": all_words("giver_nouns")}
_THE = frozenset({"the"})
_SURE = 5.0
_SAID = 7.0


def take_named_roles(event: Event) -> None:
    """Give an event the party that its sentence or the next one says has an open role."""
    if not event.materiel:
        return
    reading, index = event.sentence.reading, event.sentence.index
    for sentence in reading.sentences[index : index + 2]:
        if sentence.lows.isdisjoint(_BEING):
            continue
        for role, nouns in _ROLES.items():
            if getattr(event, f"{role}_score") >= _SURE or sentence.lows.isdisjoint(nouns):
                continue
            other = event.recipient if role == "supplier" else event.supplier
            named = _named_as(sentence, nouns, event.clause if sentence is event.sentence else None)
            if named and not {p.key for p in named} & {p.key for p in other}:
                setattr(event, role, named)
                setattr(event, f"{role}_score", _SAID)


def _named_as(sentence: Sentence, nouns: frozenset[str], but: Clause | None) -> list[PartyPhrase]:
    """ "Empfänger ist …": the other side of the copula."""
    words = sentence.words
    for clause in sentence.clauses:
        if clause is but or clause.kind != "main" or len(clause.words) < 3:
            continue
        first, second, *_ = inside = [words[i].low for i in clause.words]
        if first in _THE:  # English: "The supplier is …"
            first, second = inside[1:3]
        if first not in nouns or second not in _BEING:
            continue
        parties = [p for p in sentence.parties if p.clause == clause.index and p.key is not None]
        bare = [p for p in parties if not p.preposition]
        return (bare or parties)[:1]
    return []
