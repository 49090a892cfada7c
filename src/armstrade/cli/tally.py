"""What went well and what did not in a run over documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from .common import FAILED, complain

if TYPE_CHECKING:
    from armstrade.claims import Document
    from armstrade.errors import ArmstradeError
    from armstrade.pipeline import RunResult


class Tally:
    """Counts what went well and complains about what did not."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
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

    def add(self, result: RunResult) -> None:
        self._documents += 1
        self._claims += len(result.claims)
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
        if self._documents and not self._claims:
            complain("no transfer claims found")
        if self._failed:
            raise typer.Exit(FAILED)
