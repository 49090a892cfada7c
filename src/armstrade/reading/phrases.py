"""Noun phrases that matter: parties and materiel, with their place in the clause."""

from __future__ import annotations

from dataclasses import dataclass, field

from armstrade.claims import Category
from armstrade.language.quantities import QuantityMatch
from armstrade.language.words import Word

ALL_CASES = frozenset({"nom", "acc", "dat", "gen"})


@dataclass(slots=True)
class PartyPhrase:
    """A party as it stands in a sentence.

    Attributes
    ----------
    id, country
        Of the party; both ``None`` for pronouns and descriptions that the discourse resolves,
        and for groups without fixed members.
    kind
        Kind of the lexicon entry, or ``pronoun`` / ``description``.
    start, end
        Offsets of the words that name the party.
    first, last
        Indices of the first and last word of the whole noun phrase.
    preposition
        The preposition that governs it, contractions undone.
    cases
        The cases it can stand in.
    genitive
        It is a genitive or possessive ("Russlands", "Iran's").
    modifies
        Index of the noun it modifies, as an adjective, possessor or compound part.
    outer
        The preposition of the noun phrase that an adjective or possessor belongs to.
    agentive
        It names somebody who acts (not merely a place or an origin).
    """

    id: str | None
    country: str | None
    kind: str
    start: int
    end: int
    first: int
    last: int
    preposition: str = ""
    cases: frozenset[str] = ALL_CASES
    genitive: bool = False
    modifies: int | None = None
    agentive: bool = True
    clause: int = -1
    sentence: int = -1
    group: int = -1
    resolved: bool = True
    outer: str = ""

    @property
    def key(self) -> str | None:
        return self.country or self.id


@dataclass(slots=True)
class MaterielPhrase:
    """Materiel as it stands in a sentence.

    Attributes
    ----------
    generic
        An umbrella word ("weapons", "Fahrzeuge").
    definite
        It stands with a definite article or a demonstrative and may point back.
    quantity
        The quantity that counts it.
    whole
        The number that it is part of ("two of the four"), else the same.
    preposition
        The preposition that governs it.
    inside
        Index of the trigger noun that it is a part of ("Waffenlieferung").
    maker
        Country of design of its type; only tells which of two parties may be the supplier.
    group
        Number of the list it stands in ("tanks, howitzers and ammunition"), -1 in none.
    """

    category: Category
    designation: str | None
    start: int
    end: int
    first: int
    last: int
    generic: bool = False
    definite: bool = False
    quantity: QuantityMatch | None = None
    preposition: str = ""
    inside: int | None = None
    clause: int = -1
    sentence: int = -1
    civil: bool = False
    dual: bool = False
    anaphoric: bool = False
    origin: list[PartyPhrase] = field(default_factory=list)
    number: str = ""
    group: int = -1
    airborne: bool = False
    incidental: bool = False
    alternatives: tuple[tuple[Category, str], ...] = ()
    maker: str | None = None
    whole: QuantityMatch | None = None


def reference_phrase(word: Word, kind: str) -> PartyPhrase:
    """A pronoun or description in one word; whom it means, the discourse finds out."""
    return PartyPhrase(
        id=None,
        country=None,
        kind=kind,
        start=word.start,
        end=word.end,
        first=word.i,
        last=word.i,
        resolved=False,
    )
