"""What an extractor may say besides claims: "not for me", "this is not one", "perhaps"."""

from __future__ import annotations

from typing import Self

from pydantic import Field

from armstrade.claims import Category, Document, Party, Span, TransferClaim
from armstrade.claims.draft import ClaimDraft
from armstrade.claims.span import Model


class Abstain(Exception):
    """Raised or returned by an extractor that has nothing to say about a document.

    Abstaining differs from finding nothing: combiners do not count an abstention
    against the claims of others.

    Parameters
    ----------
    reason
        One line for the run report: "no parser for Dutch".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Veto(Model):
    """The statement that some words are *not* a transfer claim.

    It removes only what it names: claims whose evidence shares words with `span` and
    that agree with each of the other slots given.

    Attributes
    ----------
    span
        The words that misled, for instance a sentence about the use of weapons.
    supplier, recipient
        Keys of parties (`Party.key`); ``None`` fits every party.
    category
        ``None`` fits every category.
    reason
        One line for the explanation of the combined result.

    Examples
    --------
    >>> veto = Veto(span=Span(start=0, end=6, text="Erdgas"), reason="civil trade")
    >>> veto.category is None
    True
    """

    span: Span
    supplier: str | None = None
    recipient: str | None = None
    category: Category | None = None
    reason: str = Field(min_length=1)

    def fits(self, claim: TransferClaim) -> bool:
        """Whether the veto speaks of this claim."""
        return (
            any(self.span.overlaps(span) for span in claim.evidence)
            and _agrees(self.supplier, claim.supplier)
            and _agrees(self.recipient, claim.recipient)
            and (self.category is None or self.category == claim.materiel.category)
        )

    def verify(self, document: Document) -> Self:
        """Return the veto if its words stand in `document`; else `GroundingError`."""
        self.span.verify(document.text, document_id=document.id)
        return self


class Considered(Model):
    """A claim that an extractor weighed and does not make.

    It is never among the results by itself. A learned combiner may take it for support of a
    claim that another extractor makes, the more so the greater its `TransferClaim.confidence`.

    Attributes
    ----------
    claim
        Grounded like any other; give it a confidence.

    Examples
    --------
    >>> draft = ClaimDraft(supplier="Oslo", materiel="tanks", stage="planned", confidence=0.2)
    >>> Considered(claim=draft).claim.confidence
    0.2
    """

    claim: TransferClaim | ClaimDraft


def _agrees(key: str | None, party: Party | None) -> bool:
    return key is None or (party is not None and party.key == key)
