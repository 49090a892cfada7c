"""What the stacked combiner sees of a cluster: who is behind it and what it looks like."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.claims import Category, Factuality, Polarity, TransferClaim

from .ballots import SLOTS
from .clusters import Cluster
from .reliability import log_odds

CONTESTED = ("supplier", "recipient", "materiel", "stage", "quantity")
"""The slots in which it matters whether the voters agree."""


def features(cluster: Cluster, fused: TransferClaim, voting: Sequence[str]) -> dict[str, float]:
    """The features of one cluster by name; what is not listed is 0.

    Parameters
    ----------
    fused
        The claim made of it.
    voting
        Who could read the document.

    Notes
    -----
    No names of parties or types: what is learnt must hold for countries never seen. Nor how many
    statements a document holds: a sentence alone would be believed less than in its article.
    """
    claims = dict(cluster.claims)
    found: dict[str, float] = {}
    pattern = "+".join(name for name in sorted(voting) if name in claims)
    found[f"voters:{pattern}"] = 1.0
    for name in sorted(voting):
        if name in claims and (confidence := claims[name].confidence) is not None:
            found[f"confidence:{name}"] = log_odds(confidence)
    for slot in SLOTS:
        if slot.name in CONTESTED:
            answers = {slot.key(claim) for claim in claims.values()} - {()}
            if len(answers) > 1:
                found[f"contested:{slot.name}"] = 1.0
    for name in ("supplier", "recipient"):
        party = getattr(fused, name)
        if party is None:
            found[f"no {name}"] = 1.0
        elif party.key is None:
            found[f"unknown {name}"] = 1.0
    found[f"stage:{fused.stage.value}"] = 1.0
    flags = {
        "unspecified materiel": fused.materiel.category is Category.UNSPECIFIED,
        "designation": fused.materiel.designation is not None,
        "quantity": fused.quantity is not None,
        "date": fused.date is not None,
        "negated": fused.polarity is Polarity.NEGATED,
        "not asserted": fused.factuality is not Factuality.ASSERTED,
        "attributed": bool(fused.attribution),
        "two sentences": len(fused.evidence) == 2,
        "more sentences": len(fused.evidence) > 2,
    }
    found |= {name: 1.0 for name, flag in flags.items() if flag}
    return found
