"""What went well and what did not in a run over documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from .common import FAILED, complain

if TYPE_CHECKING:
    from armstrade.claims import Document, TransferClaim
    from armstrade.errors import ArmstradeError
    from armstrade.pipeline import RunResult


class Tally:
    """Counts what went well and complains about what did not.

    Parameters
    ----------
    strict
        Raise at the first document that cannot be read.
    min_confidence
        Claims below it are set aside, and those without a confidence when it is above 0.
    """

    def __init__(self, *, strict: bool, min_confidence: float = 0.0) -> None:
        self._strict = strict
        self._least = min_confidence
        self._unsure = 0
        self._unrated = 0
        self._claims = 0
        self._documents = 0
        self._failed = False
        self._told: set[tuple[str, str]] = set()
        self._ungrounded: Counter[str] = Counter()

    def tell_failed_plugins(self) -> None:
        """Name the plugins that did not load; that costs their claims, not the run."""
        from armstrade.plugins import default_registry

        for failure in default_registry().failures:
            complain(f"{failure}; it takes no part")

    def documents(self, items: Iterable[Document | ArmstradeError]) -> Iterator[Document]:
        """Pass the documents on and complain about the errors among them."""
        from armstrade.claims import Document

        for item in items:
            if isinstance(item, Document):
                if not item.text.strip():
                    complain(f"{item.id}: holds no text, so nothing is found in it")
                yield item
            elif self._strict:
                raise item
            else:
                self._failed = True
                complain(str(item))

    def add(self, result: RunResult) -> tuple[TransferClaim, ...]:
        """Count a result; returns those of its claims that are sure enough."""
        kept = tuple(claim for claim in result.claims if self._is_sure(claim))
        self._documents += 1
        self._claims += len(kept)
        self._tell_abstention(result)
        for outcome in result.outcomes:
            self._ungrounded[outcome.extractor] += len(outcome.ungrounded)
            if outcome.error is None:
                continue
            self._failed = True
            # The same fault in a thousand articles is one piece of news.
            fault = (outcome.extractor, outcome.error.type)
            if fault not in self._told:
                self._told.add(fault)
                complain(
                    f"{result.document.id}: {outcome.error}; its claims are missing, the other "
                    "extractors went on"
                )
        return kept

    def _is_sure(self, claim: TransferClaim) -> bool:
        if self._least == 0.0:
            return True
        if claim.confidence is None:
            self._unrated += 1
            return False
        if claim.confidence < self._least:
            self._unsure += 1
            return False
        return True

    def _tell_abstention(self, result: RunResult) -> None:
        """Say why a document was not read by anybody, once for each reason."""
        if any(outcome.status != "abstained" for outcome in result.outcomes):
            return
        for outcome in result.outcomes:
            fault = (outcome.extractor, outcome.reason or "")
            if fault not in self._told:
                self._told.add(fault)
                complain(f"{result.document.id}: not read by {outcome.extractor}: {outcome.reason}")

    def close(self) -> None:
        for name, count in sorted(self._ungrounded.items()):
            if count:
                complain(
                    f"extractor {name!r}: {count} set apart, as the text does not hold their words"
                )
        if self._unsure:
            complain(f"claims set aside with a confidence below {self._least:g}: {self._unsure}")
        if self._unrated:
            complain(
                f"claims set aside without a confidence: {self._unrated}; "
                "only combiners fitted on gold give one, such as stacked"
            )
        if self._documents and not self._claims and not self._unsure + self._unrated:
            complain("no transfer claims found")
        if self._failed:
            raise typer.Exit(FAILED)
