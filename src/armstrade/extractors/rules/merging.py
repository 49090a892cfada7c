"""One transfer told twice in a sentence: its furthest stage counts (annotation guide, 5)."""

from __future__ import annotations

from armstrade.claims import Factuality, Stage
from armstrade.reading import MaterielPhrase, PartyPhrase

from .event import Event

_ENDED = frozenset({Stage.CANCELLED, Stage.REFUSED})
_GOES_ON = frozenset({Stage.ORDERED, Stage.PLANNED, Stage.DELIVERED})
_PLUPERFECT = frozenset({"had", "hatte", "hatten", "war", "waren"})
_ORDER = {
    stage: k
    for k, stage in enumerate(
        (
            Stage.SOUGHT,
            Stage.OFFERED,
            Stage.NEGOTIATED,
            Stage.PLANNED,
            Stage.ORDERED,
            Stage.DELIVERED,
            Stage.REFUSED,
            Stage.CANCELLED,
        )
    )
}


def furthest(events: list[Event]) -> list[Event]:
    """The events of a sentence without the earlier stages of the same transfer."""
    kept: list[Event] = []
    for event in _offers_turned_down(events):
        rival = next(
            (k for k, o in enumerate(kept) if _same(o, event) and not _part_of(o, event)), None
        )
        if rival is None:
            kept.append(event)
        elif _overtaken(event, kept[rival]):
            pass
        elif _overtaken(kept[rival], event):
            kept[rival] = event
        elif _of_uncounted(event) and Stage.ORDERED in (event.stage, kept[rival].stage):
            # "the first four of the jets it bought are due": four are told of
            if kept[rival].stage is Stage.ORDERED:
                kept[rival] = event
        elif _ORDER[event.stage] > _ORDER[kept[rival].stage]:
            kept[rival] = event
    return kept


def _overtaken(event: Event, other: Event) -> bool:
    """ "received ten jets [that Rome had withheld]": what was held back has come after all."""
    below, above = event.clause, other.clause
    if event.stage not in _ENDED or other.stage not in _GOES_ON or not other.outermost.is_verb:
        return False
    if below is None or above is None or below.kind != "rel" or below.parent != above.index:
        return False
    words = event.sentence.words
    return any(words[i].low in _PLUPERFECT for i in below.words)


def _offers_turned_down(events: list[Event]) -> list[Event]:
    """ "Die Jets, die Moskau angeboten hatte, lehnte Hanoi ab": Hanoi refuses as the recipient."""
    offers = [e for e in events if e.stage is Stage.OFFERED]
    dropped: set[int] = set()
    for event in events:
        if event.stage is not Stage.REFUSED or event.governors:
            continue
        for offer in offers:
            same_goods = {m.start for m in event.materiel} == {m.start for m in offer.materiel}
            if same_goods and _keys(event.supplier) != _keys(offer.supplier):
                event.supplier, event.recipient = offer.supplier, event.supplier
                dropped.add(id(offer))
    return [e for e in events if id(e) not in dropped]


def _same(one: Event, other: Event) -> bool:
    return (
        _keys(one.supplier) == _keys(other.supplier)
        and _keys(one.recipient) == _keys(other.recipient)
        and _goods(one) == _goods(other)
        and one.polarity is other.polarity
        and (one.factuality is Factuality.DENIED) == (other.factuality is Factuality.DENIED)
        and (one.factuality is Factuality.POSSIBLE) == (other.factuality is Factuality.POSSIBLE)
    )


def _part_of(one: Event, other: Event) -> bool:
    """ "Six of the twelve jets it bought have landed": twelve bought, six landed."""
    stages = {one.stage, other.stage}
    if Stage.ORDERED not in stages or not stages & {Stage.DELIVERED, Stage.PLANNED}:
        return False
    return any(
        m.whole is not None
        and m.quantity is not None
        and m.quantity.min is not None
        and m.whole.min is not None
        and m.quantity.kind == "count"
        and m.quantity.min < m.whole.min
        for m in (*one.materiel, *other.materiel)
    )


def _of_uncounted(event: Event) -> bool:
    """ "four of the jets": some of a number that is not said."""
    return any(m.whole is not None and m.whole.kind == "vague" for m in event.materiel) and any(
        m.quantity is not None and m.quantity.kind == "count" for m in event.materiel
    )


def _goods(event: Event) -> set[tuple[int, int]]:
    """Where the goods are named; a bare number ("another five") counts others of them."""
    return {
        (m.start, m.first if m.anaphoric and not _are_first(event, m) else -1)
        for m in event.materiel
    }


def _are_first(event: Event, goods: MaterielPhrase) -> bool:
    """ "zwölf Jets bestellt, die ersten sollen 2027 kommen": some of the same. German."""
    quantity = goods.quantity
    if event.language != "de" or quantity is None or quantity.kind not in ("ordinal", "vague"):
        return False
    words = event.sentence.reading.text[quantity.start : quantity.end].lower()
    return "erst" in words or "letzt" in words


def _keys(parties: list[PartyPhrase]) -> frozenset[str | None]:
    return frozenset(p.key for p in parties)
