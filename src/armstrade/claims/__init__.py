"""The models: what a claim about an arms transfer is, and the documents it points into."""

from .claimset import ClaimSet
from .document import Document, PartialDate
from .enums import (
    Category,
    Condition,
    Counting,
    Factuality,
    Mode,
    Polarity,
    Stage,
    Unit,
)
from .models import (
    SCHEMA_VERSION,
    Ballot,
    Materiel,
    Party,
    Period,
    Provenance,
    Quantity,
    Source,
    TransferClaim,
    Value,
)
from .schema import claim_schema
from .span import Span

__all__ = [
    "SCHEMA_VERSION",
    "Ballot",
    "Category",
    "ClaimSet",
    "Condition",
    "Counting",
    "Document",
    "Factuality",
    "Materiel",
    "Mode",
    "PartialDate",
    "Party",
    "Period",
    "Polarity",
    "Provenance",
    "Quantity",
    "Source",
    "Span",
    "Stage",
    "TransferClaim",
    "Unit",
    "Value",
    "claim_schema",
]
