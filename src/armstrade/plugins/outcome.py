"""What became of one extractor on one document."""

from __future__ import annotations

import traceback as tb
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armstrade.claims import TransferClaim
    from armstrade.claims.draft import ClaimDraft
    from armstrade.plugins.verdicts import Considered, Veto


class Status(StrEnum):
    """The five ways in which a run of one extractor on one document ends."""

    CLAIMS = "claims"
    NOTHING = "nothing"
    ABSTAINED = "abstained"
    VETOED = "vetoed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PluginFailure:
    """What a plugin did wrong, and where.

    Attributes
    ----------
    name
        The plugin or extractor that failed.
    when
        What it was doing: ``load``, ``register``, ``hook`` or ``extract``.
    type, message
        Kind and text of the exception.
    traceback
        As Python prints it; empty when no exception of the plugin is behind it.
    distribution
        Name and version of the installed package, where there is one.
    """

    name: str
    when: str
    type: str
    message: str
    traceback: str = field(default="", repr=False)
    distribution: str | None = None

    @classmethod
    def of(
        cls, name: str, when: str, error: BaseException, *, distribution: str | None = None
    ) -> PluginFailure:
        """The record of an exception."""
        return cls(
            name=name,
            when=when,
            type=type(error).__name__,
            message=str(error),
            traceback="".join(tb.format_exception(error)),
            distribution=distribution,
        )

    def __str__(self) -> str:
        source = f" ({self.distribution})" if self.distribution else ""
        return f"plugin {self.name!r}{source} failed in {self.when}: {self.type}: {self.message}"


@dataclass(frozen=True, slots=True)
class SetApart:
    """Something an extractor said whose words do not stand in the document."""

    item: TransferClaim | ClaimDraft | Veto | Considered
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one extractor said about one document.

    Attributes
    ----------
    extractor
        Its name.
    status
        See `Status`. ``vetoed`` means that there are vetoes and no claims.
    claims
        Verified against the document, in the order of their evidence; empty unless
        the status is ``claims``.
    vetoes
        What the extractor says is no claim.
    considered
        Claims that it weighed and does not make, verified and ordered like `claims`.
    ungrounded
        What was set apart because its words were not found; counted, never guessed.
    error
        Set exactly when the status is ``failed``.
    reason
        Why it abstained.
    seconds
        Wall-clock time; not part of equality.
    """

    extractor: str
    status: Status
    claims: tuple[TransferClaim, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    considered: tuple[TransferClaim, ...] = ()
    ungrounded: tuple[SetApart, ...] = ()
    error: PluginFailure | None = None
    reason: str | None = None
    seconds: float = field(default=0.0, compare=False)
