"""One verb, several transfers: gapping, pairs and "respectively".

English leaves a verb out when the second half has the same shape as the first ("Berlin sent
tanks, Paris howitzers"), and pairs goods with parties by their order ("drones from Iran and
shells from North Korea"). Crossing the lists would claim what the text does not say.
"""

from __future__ import annotations

from dataclasses import replace

from armstrade.reading import MaterielPhrase, PartyPhrase

from .event import Event
from .slots import FROM, TO
from .subjects import is_passive

_JOINTS = frozenset({"and", "but", "while", "or"})


def unfold(event: Event) -> list[Event]:
    """The events that one trigger tells, each with its own parties and goods."""
    if len(event.materiel) < 2 or event.clause is None:
        return [event]
    if event.language != "en":
        return _paired(event) or [event]
    return _respectively(event) or _gapped(event) or _paired(event) or [event]


def _copy(event: Event, **changes: object) -> Event:
    return replace(event, **changes)  # type: ignore[arg-type]


def _respectively(event: Event) -> list[Event]:
    words = event.sentence.words
    assert event.clause is not None
    if not any(words[i].low == "respectively" for i in event.clause.words):
        return []
    goods = event.materiel
    for role in ("supplier", "recipient"):
        parties: list[PartyPhrase] = getattr(event, role)
        if len(parties) == len(goods):
            return [
                _copy(event, **{role: [party], "materiel": [phrase]})
                for party, phrase in zip(parties, goods, strict=True)
            ]
    return []


def _bare(party: PartyPhrase) -> bool:
    return not party.preposition and party.modifies is None and party.key is not None


def _gap_subjects(event: Event) -> list[PartyPhrase]:
    """Parties that begin a second half without a verb: ", Paris howitzers"."""
    words, found = event.sentence.words, []
    assert event.clause is not None
    for party in event.sentence.parties:
        if party.clause != event.clause.index or party.first <= event.core.word or not _bare(party):
            continue
        before = words[party.first - 1]
        if before.text != "," and before.low not in _JOINTS:
            continue
        goods = [m for m in event.materiel if m.first > party.last]
        earlier = [m for m in event.materiel if m.last < party.first]
        if not goods or not earlier:
            continue
        between = words[party.last + 1 : goods[0].first]
        if len(between) <= 4 and all(
            w.tag in ("det", "num", "word", "prep") and w.low not in FROM | TO for w in between
        ):
            found.append(party)
    return found


def _gapped(event: Event) -> list[Event]:
    subjects = _gap_subjects(event)
    if not subjects or not event.core.is_verb or is_passive(event.sentence, event.core):
        return []
    role = gap_role(event, subjects[0])
    bounds = [party.first for party in subjects] + [len(event.sentence.words)]
    result = [
        _copy(
            event,
            materiel=[m for m in event.materiel if m.last < bounds[0]],
            **_own(event, -1, bounds[0]),
        )
    ]
    for party, end in zip(subjects, bounds[1:], strict=True):
        goods = [m for m in event.materiel if party.last < m.first < end]
        if goods:
            changes = _own(event, party.last, end)
            changes[role] = [party]
            result.append(_copy(event, materiel=goods, **changes))
    return result


def gap_role(event: Event, party: PartyPhrase) -> str:
    """The role of the verb's subject; of its object in "gave Kyiv tanks and Riga trucks"."""
    row = event.core.row
    subject = "recipient" if row.recipient and row.recipient[0].slot == "subject" else "supplier"
    words = event.sentence.words
    # "Oslo ten, and Riga two": a comma opens it, or a stretch before it
    own = words[party.first - 1].text == "," or words[party.first - 2].text == ","
    before = (p for p in event.sentence.parties if event.core.word < p.first < party.first)
    comma = own or any(_bare(p) and words[p.first - 1].text == "," for p in before)
    if subject == "supplier" and not comma and event.recipient:
        recipient = event.recipient[0]
        if _bare(recipient) and event.core.word < recipient.first < party.first:
            return "recipient"
    return subject


def _own(event: Event, start: int, end: int) -> dict[str, object]:
    """Parties with a preposition inside one half replace those of the whole."""
    assert event.clause is not None
    changes: dict[str, object] = {}
    for role, prepositions in (("supplier", FROM - {"by"}), ("recipient", TO)):
        own = [
            p
            for p in event.sentence.parties
            if p.clause == event.clause.index
            and start < p.first < end
            and p.key is not None
            and p.preposition in prepositions
            and p.modifies is None
            and p.first > event.core.word
        ]
        if own:
            changes[role] = (
                own[:1] if own[0].group < 0 else [p for p in own if p.group == own[0].group]
            )
            changes[f"{role}_score"] = 9.0
    return changes


def _paired(event: Event) -> list[Event]:
    """ "drones from Iran and shells from North Korea": goods go with the party next to them."""
    assert event.clause is not None
    for role, prepositions in (("supplier", FROM - {"by"}), ("recipient", TO)):
        parties = [
            p
            for p in event.sentence.parties
            if p.clause == event.clause.index
            and p.preposition in prepositions
            and p.modifies is None
            and p.key is not None
        ]
        if len(parties) < 2 or len({p.preposition for p in parties}) > 1:
            continue
        pairs = _by_order(event.materiel, parties)
        if len(pairs) > 1:
            return [
                _copy(event, materiel=goods, **{role: group, f"{role}_score": 9.0})
                for goods, group in pairs
            ]
    return []


def _by_order(
    goods: list[MaterielPhrase], parties: list[PartyPhrase]
) -> list[tuple[list[MaterielPhrase], list[PartyPhrase]]]:
    """Runs of goods and runs of parties, taken turn by turn; empty when they do not alternate."""
    items: list[MaterielPhrase | PartyPhrase] = sorted([*goods, *parties], key=lambda x: x.first)
    runs: list[list[MaterielPhrase | PartyPhrase]] = []
    for item in items:
        if runs and isinstance(runs[-1][0], MaterielPhrase) == isinstance(item, MaterielPhrase):
            runs[-1].append(item)
        else:
            runs.append([item])
    if len(runs) < 4 or len(runs) % 2:
        return []
    pairs = []
    for first, second in zip(runs[::2], runs[1::2], strict=True):
        things = [x for x in [*first, *second] if isinstance(x, MaterielPhrase)]
        people = [x for x in [*first, *second] if isinstance(x, PartyPhrase)]
        pairs.append((things, people))
    return pairs
