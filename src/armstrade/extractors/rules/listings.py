"""Goods listed line by line below the sentence that says what is done with them.

"Folgende Ausfuhren hat Oslo genehmigt: • 40 Mörser für Peru • 12 Radare für Kenia".
"""

from __future__ import annotations

from dataclasses import replace

from armstrade.claims import Stage
from armstrade.reading import MaterielPhrase, PartyPhrase, Sentence

from .discourse import Discourse
from .event import Event
from .events import sentence_events
from .sequels import later
from .slots import TO
from .status import decide

_BULLETS = ("•", "▪", "◦", "‣", "·", "■", "●", "►", "*", "- ", "– ", "— ")
# How many sentences above the list what is done may be said, items left out.
_REACH = 2
_DONE = frozenset({Stage.ORDERED, Stage.PLANNED, Stage.DELIVERED})


def is_item(sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list, told by the mark in front of it."""
    text = sentence.reading.text
    before = text[max(0, sentence.start - 3) : sentence.start].rstrip(" ")
    marked = before.endswith(_BULLETS) or sentence.text.startswith(_BULLETS)
    return marked and ("\n" in before or before == "" or before.endswith(_BULLETS))


def listed_goods(sentence: Sentence, discourse: Discourse, found: list[Event]) -> list[Event]:
    """The transfers of an item that names goods and who is to get them, and no verb."""
    if found or sentence.reading.grammar.language != "de" or not sentence.has_materiel:
        return []
    if not sentence.has_party or not is_item(sentence):
        return []
    main = {c.index for c in sentence.clauses if c.kind != "rel"}
    if any(w.tag == "fin" and sentence.clause_of[w.i].index in main for w in sentence.words
           if w.i in sentence.clause_of):  # fmt: skip
        return []
    goods = [m for m in sentence.materiel if m.inside is None and not m.preposition]
    to = _addressees(sentence, goods)
    if not goods or not to:
        return []
    above = _said_above(sentence, discourse, goods)
    if above is None or {p.key for p in above.supplier} & {p.key for p in to}:
        return []
    return [
        replace(
            later(above, sentence, above.stage, goods, goods[0].first),
            recipient=to,
            recipient_score=8.0,
            materiel_score=4.0,
            beside=[],
        )
    ]


def _addressees(sentence: Sentence, goods: list[MaterielPhrase]) -> list[PartyPhrase]:
    """ "40 Mörser für Peru", "Peru: 40 Mörser"."""
    if not goods:
        return []
    behind = [
        p
        for p in sentence.parties
        if p.key is not None and p.preposition in TO and p.first > goods[0].first
    ]
    words = sentence.words
    heading = [
        p
        for p in sentence.parties
        if p.key is not None
        and p.last < goods[0].first
        and p.modifies is None
        and p.last + 1 < len(words)
        and words[p.last + 1].text == ":"
    ]
    return behind[:1] or heading[:1]


def _said_above(
    sentence: Sentence, discourse: Discourse, goods: list[MaterielPhrase]
) -> Event | None:
    """The event, without goods of its own, of the sentence that leads to the list."""
    leading = [s for s in discourse.sentences_since(sentence.index - 20) if not is_item(s)]
    for above in reversed(leading[-_REACH - 1 :]):
        for event in reversed(sentence_events(above) if above.may_have_triggers else []):
            if event.core.row.stage not in _DONE or not event.supplier:
                continue
            givers = [
                known
                for p in event.supplier
                if (known := discourse.referents.resolve(p, set(), above, "supplier")) is not None
            ]
            if not givers:
                continue
            event.supplier, event.materiel = givers, goods
            decide(event)
            return event
    return None
