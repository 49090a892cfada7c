""" "Das Geschäft mit Peru platzte; es ging um 40 Haubitzen.": goods that a deal is about.

German names them in a clause of their own, which tells of no transfer itself.
"""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words
from armstrade.reading import Sentence

from .event import Event

_CONCERNING = all_words("concerning")
_IT = "es"
_ABOUT = "um"
# How far behind "um" the goods may stand, in words ("um bis zu zwölf neue Jets").
_NEAR = 6
_OF_DEALS = frozenset(
    {Stage.NEGOTIATED, Stage.SOUGHT, Stage.OFFERED, Stage.REFUSED, Stage.CANCELLED}
)


def is_at_issue(event: Event) -> bool:
    """ "dabei geht es um zwölf Jets": nothing goes anywhere."""
    clause = event.clause
    return clause is not None and event.core.is_verb and _concerns(event.sentence, clause)


def take_goods_at_issue(event: Event) -> None:
    """Give an event without goods those that a later clause says it is about."""
    above = event.clause
    deal = not event.core.is_verb or event.core.row.stage in _OF_DEALS
    if event.materiel or above is None or not deal or event.language != "de":
        return
    sentence = event.sentence
    if _IT not in sentence.lows or _ABOUT not in sentence.lows:
        return
    for clause in sentence.clauses:
        if clause is above or clause.words[0] < above.words[0]:
            continue
        goods = [m for m in sentence.materiel if m.clause == clause.index and m.inside is None]
        if goods and _concerns(sentence, clause):
            event.materiel, event.materiel_score = goods, 4.0
            return


def take_addressees_at_issue(event: Event) -> None:
    """ "Anfrage, bei der es um Helme für Peru geht": for whom the goods are."""
    clauses = {m.clause for m in event.materiel}
    if event.recipient or event.language != "de" or len(clauses) != 1:
        return
    clause = event.sentence.clauses[clauses.pop()]
    if clause is event.clause or not _concerns(event.sentence, clause):
        return
    to = [p for p in event.sentence.parties if p.clause == clause.index and p.preposition == "für"]
    if to:
        event.recipient, event.recipient_score = to, 6.0


def _concerns(sentence: Sentence, clause: Clause) -> bool:
    words = {sentence.words[i].low for i in clause.words}
    if _IT not in words or _ABOUT not in words or words.isdisjoint(_CONCERNING):
        return False
    return any(
        m.clause == clause.index
        and any(w.low == _ABOUT for w in sentence.words[max(0, m.first - _NEAR) : m.first])
        for m in sentence.materiel
    )
