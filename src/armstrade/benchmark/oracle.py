"""The best that choosing among the claims of several systems could do."""

from __future__ import annotations

from collections.abc import Iterable

from armstrade.claims import TransferClaim

from .score import Score


def oracle(scores: Iterable[Score]) -> dict[str, list[TransferClaim]]:
    """For each gold claim that any system found at claim level, a claim that finds it.

    Where several do, one that is right at full level goes first. Nothing is false at claim
    level, and the recall there is that of the best possible choice.

    Parameters
    ----------
    scores
        Of systems on the same documents.

    Returns
    -------
    dict
        Claims by id of the document.
    """
    best: dict[tuple[str, int], tuple[bool, TransferClaim]] = {}
    documents: dict[str, list[TransferClaim]] = {}
    for one in scores:
        for row in one:
            documents.setdefault(row.document_id, [])
            for pair in row.pairs:
                if not pair.reaches("claim"):
                    continue
                place, full = (row.document_id, pair.gold), pair.reaches("full")
                if place not in best or (full and not best[place][0]):
                    best[place] = full, row.predicted[pair.predicted]
    for (document_id, _), (_, claim) in sorted(best.items(), key=lambda item: item[0]):
        documents[document_id].append(claim)
    return documents
