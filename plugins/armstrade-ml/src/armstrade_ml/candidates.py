"""What may fill the slots of a claim: parties and materiel, of the sentence and from before.

A candidate is a reference to words of the document, so that whatever is claimed from it is
grounded. A party named before may be meant through a pronoun or a description in the sentence
(its *place*), or silently.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from armstrade.claims import Category
from armstrade.reading import MaterielPhrase, PartyPhrase, Sentence

from .standing import Standings
from .syntax import View

# How far back a silent party, the antecedent of an anaphor, materiel that goes without saying,
# and what a word for materiel points back to may stand.
SILENT_KEYS = 6
ANTECEDENTS = 4
MATERIEL_REACH = 3
POINTING_REACH = 5
EARLIER_MATERIEL = 4


@dataclass(frozen=True, slots=True)
class Entity:
    """A party of the document, as known before a sentence.

    Attributes
    ----------
    last
        Its latest mention.
    count
        How often it was named.
    first_sentence
        Index of the sentence that first named it.
    view
        The sentence of its latest mention.
    """

    last: PartyPhrase
    count: int
    first_sentence: int
    view: View

    @property
    def subject(self) -> bool:
        """Whether its latest mention was a subject."""
        return self.view.subject(self.last.clause) is self.last


@dataclass(slots=True)
class PartyCandidate:
    """Somebody who may be a party to the transfer.

    Attributes
    ----------
    place
        Where the sentence speaks of it; ``None`` when it is silent.
    party
        The words that name it, perhaps in an earlier sentence.
    entity
        What was known of it before the sentence; ``None`` when it is new.
    rank
        How many other parties were named after it.
    """

    place: PartyPhrase | None
    party: PartyPhrase
    entity: Entity | None
    rank: int = 0

    @property
    def key(self) -> str:
        key = self.party.key
        assert key is not None
        return key


@dataclass(slots=True)
class MaterielCandidate:
    """Something that may be transferred; `category` may come from what the words point back to."""

    phrase: MaterielPhrase
    here: bool
    rank: int
    category: Category
    designation: str | None
    pointed: MaterielPhrase | None = None


@dataclass(slots=True)
class Memory:
    """Parties and materiel of the sentences read so far, and how the parties stand in all."""

    standings: Standings
    entities: dict[str, Entity] = field(default_factory=dict)
    materiel: list[MaterielPhrase] = field(default_factory=list)

    def add(self, view: View, now: int) -> None:
        """Remember a sentence; `now` is the index of the sentence that is read."""
        for phrase in view.named:
            assert phrase.key is not None
            known = self.entities.pop(phrase.key, None)  # the latest stands last
            self.entities[phrase.key] = Entity(
                last=phrase,
                count=1 + (known.count if known is not None else 0),
                first_sentence=known.first_sentence if known is not None else phrase.sentence,
                view=view,
            )
        if view.sentence.has_materiel and now - view.sentence.index <= POINTING_REACH:
            self.materiel.extend(
                m
                for m in view.materiel
                if not m.anaphoric and m.inside is None and not _umbrella(m)
            )


def _umbrella(phrase: MaterielPhrase) -> bool:
    return phrase.category is Category.UNSPECIFIED and phrase.designation is None


def party_candidates(view: View, memory: Memory) -> list[PartyCandidate]:
    """The parties of the sentence, then those meant by its anaphors, then silent ones."""
    entities = memory.entities
    found = [PartyCandidate(p, p, entities.get(p.key or "")) for p in view.named]
    here = {p.key for p in view.named}
    recent = list(reversed(entities.values()))
    for anaphor in view.anaphors:
        earlier = [p for p in reversed(view.named) if p.end <= anaphor.start]
        keys: set[str | None] = set()
        for phrase in (*earlier, *(e.last for e in recent)):
            if phrase.key in keys or phrase.key is None or not _fits(anaphor, phrase):
                continue
            found.append(PartyCandidate(anaphor, phrase, entities.get(phrase.key), rank=len(keys)))
            keys.add(phrase.key)
            if len(keys) == ANTECEDENTS:
                break
    rank = 0
    for entity in recent:
        if entity.last.key in here:
            continue
        found.append(PartyCandidate(None, entity.last, entity, rank=rank))
        rank += 1
        if rank == SILENT_KEYS:
            break
    return found


def _fits(anaphor: PartyPhrase, phrase: PartyPhrase) -> bool:
    if anaphor.kind == "description_group":
        return phrase.kind == "armed_group"
    if anaphor.kind == "description_company":
        return phrase.kind in ("company", "armed_group")
    if anaphor.kind == "description":
        return phrase.kind not in ("armed_group", "company", "bloc")
    return True


def materiel_candidates(view: View, memory: Memory) -> list[MaterielCandidate]:
    """The materiel of the sentence, then that of the sentences before, nearest first."""
    found: list[MaterielCandidate] = []
    before = [m for m in memory.materiel if view.sentence.index - m.sentence <= POINTING_REACH]
    for phrase in view.materiel:
        pool = [*before, *(m for m in view.materiel if m.end <= phrase.start and not m.anaphoric)]
        if phrase.anaphoric:
            if pool:
                target = pool[-1]
                found.append(
                    MaterielCandidate(
                        phrase, True, 0, target.category, target.designation, pointed=target
                    )
                )
            continue
        found.append(MaterielCandidate(phrase, True, 0, phrase.category, phrase.designation))
        if phrase.generic and phrase.designation is None:
            target_or_none = next((m for m in reversed(pool) if not m.generic), None)
            if target_or_none is not None and target_or_none.category is not phrase.category:
                found.append(
                    MaterielCandidate(
                        phrase,
                        True,
                        1,
                        target_or_none.category,
                        target_or_none.designation,
                        pointed=target_or_none,
                    )
                )
    seen: set[tuple[Category, str | None]] = set()
    for phrase in reversed(before):
        kind = (phrase.category, phrase.designation)
        if kind in seen or view.sentence.index - phrase.sentence > MATERIEL_REACH:
            continue
        seen.add(kind)
        found.append(
            MaterielCandidate(phrase, False, len(seen), phrase.category, phrase.designation)
        )
        if len(seen) == EARLIER_MATERIEL:
            break
    return found


def may_tell(sentence: Sentence, since: int) -> bool:
    """Whether a sentence can hold a claim at all, told without analysing it.

    Parameters
    ----------
    since
        How many sentences ago materiel was named.
    """
    goods = sentence.has_materiel or since <= MATERIEL_REACH
    return goods and sentence.may_have_triggers
