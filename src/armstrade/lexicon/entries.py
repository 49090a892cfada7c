"""Entries: the facts of the lexicon, one object for each row (and each variant of a type)."""

from __future__ import annotations

from dataclasses import dataclass

from armstrade.claims import Category


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A name of a state, leader, company, armed group or bloc.

    Attributes
    ----------
    surface
        As in running text, nominative; German adjectives as stems.
    id
        ISO 3166-1 alpha-2, ``org:Name``, a bloc, or ``None`` where only the context can tell.
    country
        ISO 3166-1 alpha-2 of the state it belongs to, or ``None``.
    kind
        ``country``, ``capital``, ``seat``, ``demonym``, ``adjective``, ``government``,
        ``leader``, ``ministry``, ``army``, ``company``, ``armed_group`` or ``bloc``.
    language
        ``de``, ``en`` or ``both``; another one for names of a `Vocabulary`.
    valid_from, valid_to
        Years of office of a leader, both included; ``None``: no bound.
    """

    surface: str
    id: str | None
    country: str | None
    kind: str
    language: str = "both"
    valid_from: int | None = None
    valid_to: int | None = None
    note: str = ""

    @property
    def key(self) -> str | None:
        """What two names of the same party share: the country, else the id."""
        return self.country or self.id

    def in_office(self, year: int | None) -> bool:
        """Whether the name means this party in `year` (always, when the year is not known)."""
        if year is None:
            return True
        return (self.valid_from or 0) <= year <= (self.valid_to or 9999)


@dataclass(frozen=True, slots=True)
class DesignationEntry:
    """A type name of a weapon; a variant (F-16C) is an entry of its own.

    Attributes
    ----------
    designation
        Usual English spelling, for a variant that of the variant.
    family
        The type that a variant belongs to; otherwise the designation itself.
    maker
        ISO 3166-1 alpha-2 of the country of design. No evidence for a supplier.
    ambiguous
        Also a dictionary word or very short: needs company in the text.
    """

    designation: str
    category: Category
    family: str
    maker: str | None = None
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class MaterielEntry:
    """A common noun for materiel.

    Attributes
    ----------
    term
        Singular, unless it has none.
    generic
        An umbrella word for a whole category or more.
    civil
        Not military by itself ("ship", "Munition" of a hunter).
    plural
        Listed plural, empty for mass nouns.
    """

    term: str
    category: Category
    generic: bool = False
    note: str = ""
    civil: bool = False
    language: str = "en"
    plural: str = ""


Entry = PartyEntry | DesignationEntry | MaterielEntry
