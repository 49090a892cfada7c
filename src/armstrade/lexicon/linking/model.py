"""Candidates for a noisy name, ranked, each with a score and its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armstrade.lexicon.entries import DesignationEntry, PartyEntry


@dataclass(frozen=True, slots=True)
class Link:
    """An entry that a name may mean.

    Attributes
    ----------
    entry
        Of the lexicon: a party or a designation.
    name
        The spelling of the lexicon that is nearest to what was asked.
    score
        In [0, 1]. Of links with at least this score at least this share is right; see the
        reference page on linking for how that was measured.
    reason
        ``exact``, ``case``, ``spelling`` (spaces, hyphens, umlauts), ``transliteration``,
        ``look-alike`` (letters a scanner confuses), ``typo``, with ``+ inflection`` where an
        ending was taken off.
    """

    entry: PartyEntry | DesignationEntry
    name: str
    score: float
    reason: str

    @property
    def kind(self) -> str:
        """``party`` or ``designation``."""
        return "designation" if hasattr(self.entry, "designation") else "party"
