"""Running extractors: one at a time on one reading, timed and isolated.

pluggy would stop a whole call when one plugin raises; therefore extractors are
registered by hook but run here.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import total_ordering
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from armstrade.claims import Document, Provenance, TransferClaim
from armstrade.claims.draft import ClaimDraft, Lookup, ground
from armstrade.errors import GroundingError, PluginError
from armstrade.plugins.manager import Registered
from armstrade.plugins.outcome import Outcome, PluginFailure, SetApart, Status
from armstrade.plugins.protocols import Capabilities, Extractor
from armstrade.plugins.verdicts import Abstain, Considered, Veto

if TYPE_CHECKING:
    from pydantic import BaseModel

    from armstrade.reading import Reading

Saying = TransferClaim | ClaimDraft | Veto | Considered
_SAYINGS = (TransferClaim, ClaimDraft, Veto, Considered)


@dataclass(slots=True)
class _Collected:
    """What an extractor has said so far, sorted by kind."""

    claims: list[TransferClaim] = field(default_factory=list)
    considered: list[TransferClaim] = field(default_factory=list)
    vetoes: list[Veto] = field(default_factory=list)
    ungrounded: list[SetApart] = field(default_factory=list)


def run_extractors(
    reading: Reading,
    extractors: Iterable[Registered[Extractor] | Extractor],
    *,
    options: Mapping[str, Any] | None = None,
    lookup: Lookup | None = None,
) -> list[Outcome]:
    """What each extractor says about one reading, by name of extractor.

    Parameters
    ----------
    reading
        The document as read; shared by all extractors.
    extractors
        Instances, or entries of a `Registry`.
    options
        Values for the extractors' `Options`, by name of extractor.
    lookup
        Resolves drafts that give parties and materiel by their words alone.

    Returns
    -------
    list of Outcome
        One for each extractor; none is missing because another one failed.

    Raises
    ------
    PluginError
        When something is no extractor or a name occurs twice.
    pydantic.ValidationError
        When options do not fit; nothing has run then.
    """
    given = options or {}
    jobs = []
    for one in extractors:
        extractor = one.value if isinstance(one, Registered) else one
        distribution = one.distribution if isinstance(one, Registered) else None
        declared = capabilities(one)
        values = make_options(declared, given.get(declared.name))
        jobs.append((declared, extractor, values, distribution))
    jobs.sort(key=lambda job: job[0].name)
    names = [declared.name for declared, *_ in jobs]
    for name in names:
        if names.count(name) > 1:
            raise PluginError(f"extractor {name!r} is to run twice; name each once", plugin=name)
    for name in given:
        if name not in names:
            raise PluginError(
                f"options are given for extractor {name!r}, which does not run; "
                f"running: {', '.join(names) or 'none'}",
                plugin=name,
            )
    return [
        _run(declared, extractor, reading, values, lookup, distribution)
        for declared, extractor, values, distribution in jobs
    ]


def run_extractor(
    extractor: Registered[Extractor] | Extractor,
    reading: Reading,
    *,
    options: Any = None,
    lookup: Lookup | None = None,
) -> Outcome:
    """What one extractor says about one reading; see `run_extractors`."""
    given = {} if options is None else {capabilities(extractor).name: options}
    return run_extractors(reading, [extractor], options=given, lookup=lookup)[0]


def capabilities(extractor: Registered[Extractor] | Extractor) -> Capabilities:
    """What an extractor declares; the version falls back on that of its distribution."""
    if isinstance(extractor, Registered):
        version = (extractor.distribution or "").rpartition(" ")[2] or "0"
        return Capabilities.of(extractor.value, version=version)
    return Capabilities.of(extractor)


def make_options(declared: Capabilities, given: Any) -> BaseModel | None:
    """Validate options: a model of the right class, a mapping, or ``None`` for the defaults."""
    if declared.Options is None:
        if given:
            raise PluginError(f"extractor {declared.name!r} has no options", plugin=declared.name)
        return None
    return declared.Options.model_validate({} if given is None else given)


def options_digest(options: BaseModel | None) -> str | None:
    """Hash of the options, ``None`` where there are none."""
    if options is None:
        return None
    packed = json.dumps(
        options.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return f"sha256:{hashlib.sha256(packed.encode()).hexdigest()}"


def _run(
    declared: Capabilities,
    extractor: Extractor,
    reading: Reading,
    options: BaseModel | None,
    lookup: Lookup | None,
    distribution: str | None,
) -> Outcome:
    name = declared.name
    reason = _cannot_read(declared, reading)
    if reason is not None:
        return Outcome(name, Status.ABSTAINED, reason=reason)
    begun = time.perf_counter()
    collected = _Collected()
    try:
        keywords = {} if options is None else {"options": options}
        answer = extractor.extract(reading, **keywords)
        if isinstance(answer, Abstain):
            raise answer
        for item in _items(answer, name):
            _collect(item, reading, lookup, collected)
    except Abstain as abstention:
        return Outcome(
            name,
            Status.ABSTAINED,
            reason=str(abstention.reason),
            seconds=time.perf_counter() - begun,
        )
    # SystemExit too: a plugin must not end the program. KeyboardInterrupt passes.
    except (Exception, SystemExit) as error:  # noqa: BLE001 - isolates a plugin; kept in the outcome
        return Outcome(
            name,
            Status.FAILED,
            error=PluginFailure.of(name, "extract", error, distribution=distribution),
            seconds=time.perf_counter() - begun,
        )
    vetoes = collected.vetoes
    digest = options_digest(options)
    told, weighed = (
        in_order(_with_provenance(claim, declared, digest) for claim in claims)
        for claims in (collected.claims, collected.considered)
    )
    return Outcome(
        name,
        Status.CLAIMS if told else Status.VETOED if vetoes else Status.NOTHING,
        claims=told,
        vetoes=tuple(sorted(set(vetoes), key=lambda veto: veto.model_dump_json())),
        considered=weighed,
        ungrounded=tuple(collected.ungrounded),
        seconds=time.perf_counter() - begun,
    )


def _cannot_read(declared: Capabilities, reading: Reading) -> str | None:
    """Why the extractor is not even asked, ``None`` when it is."""
    length = len(reading.document.text)
    if declared.max_chars is not None and length > declared.max_chars:
        return (
            f"the document has {length:,} code points, {declared.name!r} takes at most "
            f"{declared.max_chars:,}"
        )
    if declared.languages and reading.language not in declared.languages:
        reads = ", ".join(declared.languages)
        if reading.language is None:
            return f"the document's language is not known; {declared.name!r} reads {reads}"
        return f"the document is in {reading.language!r}; {declared.name!r} reads {reads}"
    return None


def _items(answer: object, name: str) -> Iterator[Saying]:
    wanted = "an iterable of TransferClaim, ClaimDraft, Veto or Considered"
    # Models iterate over their fields, so a lone claim would pass for an iterable.
    if isinstance(answer, _SAYINGS):
        kind = type(answer).__name__
        raise TypeError(f"extractor {name!r} returned one {kind}; wanted is {wanted}: [claim]")
    if answer is None or isinstance(answer, str | bytes) or not isinstance(answer, Iterable):
        hint = "; return [] when there is nothing" if answer is None else ""
        raise TypeError(
            f"extractor {name!r} returned {type(answer).__name__}; wanted is {wanted}{hint}"
        )
    for number, item in enumerate(answer, start=1):
        if isinstance(item, Abstain):
            raise item
        if not isinstance(item, _SAYINGS):
            raise TypeError(
                f"extractor {name!r} returned {type(item).__name__} as item {number}; "
                f"wanted is {wanted}"
            )
        yield item


def _collect(item: Saying, reading: Reading, lookup: Lookup | None, collected: _Collected) -> None:
    document: Document = reading.document
    try:
        if isinstance(item, Veto):
            collected.vetoes.append(item.verify(document))
            return
        if isinstance(item, Considered):
            kept, claim = collected.considered, item.claim
        else:
            kept, claim = collected.claims, item
        if isinstance(claim, ClaimDraft):
            claim = ground(claim, document, sentences=lambda: _borders(reading), lookup=lookup)
        else:
            claim = claim.verify(document)
        kept.append(claim)
    except GroundingError as error:
        collected.ungrounded.append(SetApart(item, str(error)))


def _borders(reading: Reading) -> list[tuple[int, int]]:
    """Borders of the sentences; of the lines, in a language whose sentences nobody can tell."""
    if not reading.readable:
        return [line.span() for line in re.finditer(r"[^\r\n]*\S[^\r\n]*", reading.document.text)]
    return [(sentence.start, sentence.end) for sentence in reading.sentences]


def _with_provenance(
    claim: TransferClaim, declared: Capabilities, digest: str | None
) -> TransferClaim:
    own = claim.provenance
    provenance = Provenance(
        extractor=declared.name,
        version=declared.version,
        options_digest=digest,
        rule=None if own is None else own.rule,
        votes=() if own is None else own.votes,
        ballots=() if own is None else own.ballots,
    )
    if own == provenance:
        return claim
    return claim.model_copy(update={"provenance": provenance})


@total_ordering
class ById:
    """Compares claims by id; few need to be, and an id takes a hash of all that is said."""

    __slots__ = ("claim",)

    def __init__(self, claim: TransferClaim) -> None:
        self.claim = claim

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ById) and self.claim.id == other.claim.id

    def __lt__(self, other: ById) -> bool:
        return self.claim.id < other.claim.id

    __hash__ = None  # type: ignore[assignment]


def claim_order(claim: TransferClaim) -> tuple[int, int, ById]:
    """Sort key of claims: where the evidence begins, where the materiel stands, then the id."""
    return (min(span.start for span in claim.evidence), claim.materiel.span.start, ById(claim))


def in_order(claims: Iterable[TransferClaim]) -> tuple[TransferClaim, ...]:
    """Claims sorted by `claim_order`, each id once: the surest of its claims stays."""
    claims = tuple(claims)
    if len(claims) < 2:
        return claims  # as for most documents: nothing to sort
    keyed = sorted(((claim_order(claim), claim) for claim in claims), key=itemgetter(0))
    kept: list[TransferClaim] = []
    last = None
    for key, claim in keyed:
        if key != last:
            kept.append(claim)
        elif _surer(claim) > _surer(kept[-1]):
            kept[-1] = claim
        last = key
    return tuple(kept)


def _surer(claim: TransferClaim) -> tuple[float, str]:
    rule = claim.provenance.rule if claim.provenance is not None else None
    return (-1.0 if claim.confidence is None else claim.confidence, rule or "")


__all__: Sequence[str] = [
    "ById",
    "capabilities",
    "claim_order",
    "in_order",
    "make_options",
    "options_digest",
    "run_extractor",
    "run_extractors",
]
