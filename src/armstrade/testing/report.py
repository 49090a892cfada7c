"""What the conformance kit found out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from armstrade.errors import ArmstradeError


class CheckStatus(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    EXPECTED_FAILURE = "expected failure"


class CheckFailed(ArmstradeError, AssertionError):
    """A check does not hold; the message says on which document and why."""


class CheckSkipped(ArmstradeError, RuntimeError):
    """A check could not be made; the message says what it lacks."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: its name, how it ended, and why (empty when it passed)."""

    name: str
    status: CheckStatus
    message: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All checks of one extractor, in the order in which they were made.

    Attributes
    ----------
    extractor
        Its name.
    results
        One per check; a check that could not be made is there too, as skipped.
    """

    extractor: str
    results: tuple[CheckResult, ...]

    def named(self, status: CheckStatus) -> tuple[str, ...]:
        """Names of the checks that ended so."""
        return tuple(result.name for result in self.results if result.status is status)

    @property
    def failed(self) -> tuple[str, ...]:
        """Names of the checks that failed unexpectedly."""
        return self.named(CheckStatus.FAILED)

    @property
    def skipped(self) -> tuple[str, ...]:
        """Names of the checks that could not be made."""
        return self.named(CheckStatus.SKIPPED)

    @property
    def ok(self) -> bool:
        """Whether nothing failed that was not expected to."""
        return not self.failed

    def __getitem__(self, name: str) -> CheckResult:
        for result in self.results:
            if result.name == name:
                return result
        raise KeyError(name)

    def __str__(self) -> str:
        counts = Counter(result.status for result in self.results)
        parts = [f"{counts[status]} {status.value}" for status in CheckStatus if counts[status]]
        lines = [f"{self.extractor}: {len(self.results)} checks: {', '.join(parts)}"]
        lines += [
            f"  {result.status.value}: {result.name}: {result.message}"
            for result in self.results
            if result.status is not CheckStatus.PASSED
        ]
        return "\n".join(lines)

    def raise_for_failures(self) -> None:
        """Raise `CheckFailed` with the whole report when something failed unexpectedly."""
        if not self.ok:
            raise CheckFailed(str(self))
