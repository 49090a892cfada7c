"""Triggers: the verbs, nouns and phrases that say a transfer, with their frames."""

from __future__ import annotations

from dataclasses import dataclass

from armstrade.claims import Mode, Stage

from .rows import Row


@dataclass(frozen=True, slots=True)
class Role:
    """The place in the clause where a party of the transfer stands.

    Attributes
    ----------
    slot
        ``subject``, ``object``, ``object2``, ``dative``, ``genitive``, ``adjective``,
        ``self`` (the noun is the party) or ``prep``.
    preposition, case
        For ``prep``: the preposition, and in German its case (``Akk``, ``Dat``, ``Gen``).

    Examples
    --------
    >>> Role.parse("prep:an+Akk")
    Role(slot='prep', preposition='an', case='Akk')
    """

    slot: str
    preposition: str = ""
    case: str = ""

    @classmethod
    def parse(cls, text: str) -> Role:
        """Role from its written form in the table."""
        slot, _, rest = text.partition(":")
        preposition, _, case = rest.partition("+")
        return cls(slot, preposition, case)


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """A word or phrase that says a transfer.

    Attributes
    ----------
    stage
        Of the plain, affirmative, asserted past or present.
    supplier, recipient
        Where the party stands, commonest first; empty when the word does not express it.
    particle
        German: the part that splits off; English: that of a phrasal verb.
    mode
        ``unspecified`` unless the word fixes it.
    note
        Remarks on the frame, as in the table.
    """

    lemma: str
    language: str
    pos: str
    stage: Stage
    supplier: tuple[Role, ...]
    recipient: tuple[Role, ...]
    particle: str
    mode: Mode
    note: str

    @classmethod
    def parse(cls, row: Row) -> TriggerRow:
        """Typed form of a row of the table."""
        return cls(
            lemma=row["lemma"],
            language=row["language"],
            pos=row["pos"],
            stage=Stage(row["stage"]),
            supplier=_roles(row["supplier_role"]),
            recipient=_roles(row["recipient_role"]),
            particle=row["particle"],
            mode=Mode(row["mode"]),
            note=row["note"],
        )


def _roles(cell: str) -> tuple[Role, ...]:
    return tuple(Role.parse(role) for role in cell.split("|") if role)
