"""The extractor under check, and how the checks run it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from armstrade.claims import Document
from armstrade.combine.union import Union
from armstrade.errors import PluginError
from armstrade.pipeline import Pipeline
from armstrade.plugins import Capabilities, Extractor, Outcome, Registry, Status
from armstrade.plugins.runner import make_options
from armstrade.testing.report import CheckFailed, CheckSkipped
from armstrade.testing.samples import samples


class Subject:
    """An extractor with the documents it is checked on.

    Parameters
    ----------
    extractor
        What is checked.
    documents
        Documents on which it should claim something; default: short samples in the
        languages it declares.
    options
        Values for its `Options`.
    """

    def __init__(
        self,
        extractor: Extractor,
        *,
        documents: Sequence[Document] | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        self.extractor = extractor
        self.options = options
        self._given = documents

    @cached_property
    def declared(self) -> Capabilities:
        """What it declares; skips the check at hand when that is broken."""
        try:
            return Capabilities.of(self.extractor)
        except PluginError as error:
            raise CheckSkipped(f"the declaration is broken: {error}") from error

    @cached_property
    def pipeline(self) -> Pipeline:
        """A pipeline of this extractor alone."""
        options = None if self.options is None else {self.declared.name: self.options}
        try:
            make_options(self.declared, self.options)
        except ValidationError as error:
            raise CheckSkipped(f"its options do not validate: {error}") from error
        return Pipeline(
            extractors=[self.extractor],
            combine=Union(),
            options=options,
            registry=Registry.empty(),
        )

    @cached_property
    def documents(self) -> list[Document]:
        """The sample documents; skips the check at hand when there are none."""
        found = samples(self.declared.languages) if self._given is None else list(self._given)
        longest = self.declared.max_chars
        found = [doc for doc in found if longest is None or len(doc.text) <= longest]
        if not found:
            raise CheckSkipped("there is no sample document it takes; pass `documents`")
        return found

    def run(self, document: Document) -> Outcome:
        """The outcome on a fresh reading of `document`."""
        self.declared  # noqa: B018 - skips when broken
        return self.pipeline.run(document).outcomes[0]

    @cached_property
    def plain(self) -> list[Outcome]:
        """The outcomes on the sample documents."""
        return [self.run(document) for document in self.documents]

    def usable(self) -> Iterator[tuple[Document, Outcome]]:
        """Sample documents on which it does not fail; skips when there are none."""
        found = [
            (document, outcome)
            for document, outcome in zip(self.documents, self.plain, strict=True)
            if outcome.status is not Status.FAILED
        ]
        if not found:
            raise CheckSkipped("it fails on every sample document; see `answers`")
        return iter(found)

    def claiming(self) -> list[tuple[Document, Outcome]]:
        """Sample documents on which it claims something; skips when there are none."""
        found = [(document, outcome) for document, outcome in self.usable() if outcome.claims]
        if not found:
            raise CheckSkipped("it claims nothing on the sample documents; pass `documents`")
        return found


def insist_sound(outcome: Outcome, document: Document) -> None:
    """Fail when the extractor failed or said something that is not in the document."""
    if outcome.error is not None:
        raise CheckFailed(
            f"{document.id!r}: {outcome.error.type}: {outcome.error.message}\n"
            f"{outcome.error.traceback}"
        )
    if outcome.ungrounded:
        raise CheckFailed(
            f"{document.id!r}: {len(outcome.ungrounded)} items whose words are not in the "
            f"document; the first: {outcome.ungrounded[0].reason}"
        )
