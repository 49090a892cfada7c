"""From text to claims: read, run the extractors, combine."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from armstrade.claims import Document, Materiel, Party, Span, TransferClaim
from armstrade.claims.claimset import ClaimSet
from armstrade.claims.draft import Lookup
from armstrade.errors import InputError, PluginError
from armstrade.plugins.manager import Registered, Registry, default_registry
from armstrade.plugins.outcome import Outcome, Status
from armstrade.plugins.protocols import Combiner, Extractor
from armstrade.plugins.runner import capabilities, make_options, run_extractors

if TYPE_CHECKING:
    from armstrade.reading import Reading

ExtractorName = str | Extractor
"""An extractor by name, or an instance that need not be registered."""

DEFAULT_COMBINER = "stacked"
"""Fitted on gold that no extractor was trained on; see docs/explanation/combining.md."""

UNFITTED_COMBINER = "union"
"""For extractors with options of the caller's, of which nobody knows how good they are."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What was made of one document.

    Attributes
    ----------
    document
        As handed in.
    reading
        The document as read, shared by the extractors. It has let go of its sentences, and
        reads them again when they are asked for.
    outcomes
        One per extractor, by name.
    claims
        The combined claims, in the order of their evidence.
    """

    document: Document
    reading: Reading
    outcomes: tuple[Outcome, ...]
    claims: tuple[TransferClaim, ...]


def extract(
    text: str | Document,
    *,
    language: str | None = None,
    published: str | None = None,
    title: str | None = None,
    extractors: Sequence[ExtractorName] | None = None,
    combine: str | Combiner | None = None,
    options: Mapping[str, Any] | None = None,
    strict: bool = False,
    registry: Registry | None = None,
) -> ClaimSet:
    """Read the transfer claims out of one text.

    Parameters
    ----------
    text
        The article, or a `Document`.
    language
        ISO 639-1; detected when not given.
    published
        Day, month or year of publication, ISO 8601; dates such as "yesterday" are
        counted from it.
    title
        The headline where it is not part of the text.
    extractors
        Names or instances; default: all that run by default.
    combine
        Name of a combiner, the path of one that ``armstrade combine fit`` wrote (``.json``),
        or one; default: ``stacked``, and ``union`` where options are given, because
        ``stacked`` was fitted on extractors without.
    options
        Values for the extractors' options, by name of extractor.
    strict
        Raise when an extractor fails or says something that is not in the text,
        instead of keeping that in ``ClaimSet.outcomes``.
    registry
        Where names are looked up; default: that of the process.

    Returns
    -------
    ClaimSet
        The claims in the order of their evidence, with the outcome of each extractor.

    Raises
    ------
    InputError
        When the text is a `Document` and language, date or title are given besides.
    UnknownNameError
        When no extractor or combiner has such a name.
    PluginError
        When an extractor asked for by name cannot be loaded; with `strict`, when one
        fails.

    Warns
    -----
    RuntimeWarning
        When an extractor failed and `strict` is off: fewer claims than there could be.

    Examples
    --------
    >>> class Finder:
    ...     name, languages = "finder", ()
    ...     def extract(self, reading):
    ...         yield ClaimDraft(
    ...             supplier={"text": "Berlin", "country": "DE"},
    ...             materiel={"text": "Panzer", "category": "armoured_vehicle"},
    ...             stage="delivered",
    ...         )
    >>> from armstrade.claims.draft import ClaimDraft
    >>> claims = extract("Berlin liefert Panzer.", language="de", extractors=[Finder()])
    >>> claims[0].materiel.span
    Span(start=15, end=21, text='Panzer')
    """
    if isinstance(text, Document):
        if (language, published, title) != (None, None, None):
            raise InputError(
                "language, published and title belong into the Document; "
                "leave them out or hand over the bare text"
            )
        document = text
    else:
        document = Document(text=text, language=language, published=published, title=title)
    pipeline = Pipeline(
        extractors=extractors, combine=combine, options=options, strict=strict, registry=registry
    )
    result = pipeline.run(document)
    for outcome in result.outcomes:
        if outcome.error is not None:
            warnings.warn(f"{outcome.error}; its claims are missing", RuntimeWarning, stacklevel=2)
    return ClaimSet(result.claims, documents=[document], outcomes=result.outcomes)


def extract_many(
    documents: Iterable[Document],
    *,
    extractors: Sequence[ExtractorName] | None = None,
    combine: str | Combiner | None = None,
    options: Mapping[str, Any] | None = None,
    strict: bool = False,
    registry: Registry | None = None,
) -> Iterator[RunResult]:
    """Read the transfer claims out of many documents, one by one.

    Nothing is kept between documents: memory does not grow with their number, and
    each result is what `run` gives for the document alone.

    Parameters
    ----------
    documents
        Read lazily.
    extractors, combine, options, strict, registry
        As for `extract`; checked before the first document is read.

    Returns
    -------
    Iterator of RunResult
        In the order of `documents`. No warnings are issued; look at the outcomes.
    """
    pipeline = Pipeline(
        extractors=extractors, combine=combine, options=options, strict=strict, registry=registry
    )
    return map(pipeline.run, documents)


def run(
    document: Document,
    extractors: Sequence[ExtractorName] | None = None,
    *,
    combine: str | Combiner | None = None,
    options: Mapping[str, Any] | None = None,
    strict: bool = False,
    registry: Registry | None = None,
) -> RunResult:
    """Read one document; the result holds claims, outcomes and the reading."""
    pipeline = Pipeline(
        extractors=extractors, combine=combine, options=options, strict=strict, registry=registry
    )
    return pipeline.run(document)


class Pipeline:
    """Extractors, their options and a combiner, looked up and checked once.

    Parameters
    ----------
    extractors, combine, options, strict, registry
        As for `extract`.
    """

    def __init__(
        self,
        *,
        extractors: Sequence[ExtractorName] | None = None,
        combine: str | Combiner | None = None,
        options: Mapping[str, Any] | None = None,
        strict: bool = False,
        registry: Registry | None = None,
    ) -> None:
        from armstrade.lexicon import lexicon_of

        registry = registry or default_registry()
        self.extractors = _look_up(extractors, registry, strict=strict)
        self.lexicon = lexicon_of(registry)
        self.options = _checked_options(self.extractors, options or {})
        default = UNFITTED_COMBINER if self.options else DEFAULT_COMBINER
        self.combiner = find_combiner(combine or default, registry)
        self.strict = strict

    def run(self, document: Document) -> RunResult:
        """Read one document; the result holds claims, outcomes and the reading."""
        with _uncollected():
            result = self._run(document)
            result.reading.forget()
            return result

    def _run(self, document: Document) -> RunResult:
        from armstrade.reading import read

        reading = read(document, lexicon=self.lexicon)
        outcomes = run_extractors(
            reading, self.extractors, options=self.options, lookup=MentionLookup(reading)
        )
        if self.strict:
            _insist(outcomes, document)
        claims = tuple(self.combiner.combine(outcomes, document))
        return RunResult(document, reading, tuple(outcomes), claims)


def find_combiner(wanted: str | Combiner, registry: Registry) -> Combiner:
    """A combiner by name or path, or the one handed in."""
    if not isinstance(wanted, str):
        return wanted
    if wanted.endswith(".json"):
        from armstrade.combine.shipped import load_combiner

        return load_combiner(wanted)
    return registry.combiner(wanted).value


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection inside.

    Nearly all that is made while a document is read lives until it has been read: looking
    for garbage among it finds nothing and takes a quarter of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class MentionLookup(Lookup):
    """Resolves the words of drafts by what the lexicon found in the same place."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def _mention(self, span: Span, *kinds: str) -> Any:
        """The entry of the mention that shares most of the words of `span`."""
        best: Any = None
        shared = 0
        if not self._reading.readable:  # the lexicon has no words of this language
            return None
        for mention in self._reading.mentions:
            common = min(mention.end, span.end) - max(mention.start, span.start)
            if mention.kind in kinds and common > shared:
                best, shared = mention.entry, common
        return best

    def party(self, span: Span) -> Party | None:
        """The party the lexicon knows at `span`."""
        entry = self._mention(span, "party")
        return entry and Party(id=entry.id, country=entry.country, span=span)

    def materiel(self, span: Span) -> Materiel | None:
        """The materiel the lexicon knows at `span`: a type name before a common noun."""
        named = self._mention(span, "designation")
        entry = named or self._mention(span, "materiel")
        designation = None if named is None else named.designation
        return entry and Materiel(category=entry.category, designation=designation, span=span)


def _look_up(
    wanted: Sequence[ExtractorName] | None, registry: Registry, *, strict: bool
) -> list[Registered[Extractor] | Extractor]:
    if isinstance(wanted, str):
        raise InputError(f"extractors is a list: [{wanted!r}]")
    if wanted is None:
        found = registry.extractors()
        if strict and registry.failures:
            failure = registry.failures[0]
            raise PluginError(str(failure), plugin=failure.name)
        return [one for one in found if capabilities(one).default]
    return [registry.extractor(one) if isinstance(one, str) else one for one in wanted]


def _checked_options(
    extractors: Iterable[Registered[Extractor] | Extractor], options: Mapping[str, Any]
) -> dict[str, Any]:
    """Options as models, so that a bad value is told before the first document is read."""
    declared = {found.name: found for found in map(capabilities, extractors)}
    for name in options:
        if name not in declared:
            raise InputError(
                f"options are given for extractor {name!r}, which does not run; "
                f"running: {', '.join(sorted(declared)) or 'none'}"
            )
    models = {name: make_options(declared[name], given) for name, given in options.items()}
    return {name: model for name, model in models.items() if model is not None}


def _insist(outcomes: Iterable[Outcome], document: Document) -> None:
    for outcome in outcomes:
        if outcome.status is Status.FAILED and outcome.error is not None:
            raise PluginError(
                f"document {document.id!r}: {outcome.error}\n{outcome.error.traceback}",
                plugin=outcome.extractor,
            )
        if outcome.ungrounded:
            raise PluginError(
                f"document {document.id!r}: extractor {outcome.extractor!r} claims what is not "
                f"in the text: {outcome.ungrounded[0].reason}",
                plugin=outcome.extractor,
            )
