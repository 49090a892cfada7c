"""The shapes of what plugins register; a plugin needs no base class.

Attributes that a protocol does not list but `Capabilities` does are optional: the
core fills in the defaults.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any, Protocol, TextIO, runtime_checkable

from armstrade.errors import PluginError

if TYPE_CHECKING:
    from pydantic import BaseModel

    from armstrade.claims import Document, TransferClaim
    from armstrade.claims.draft import ClaimDraft
    from armstrade.corpora import Corpus as GoldCorpus
    from armstrade.plugins.outcome import Outcome
    from armstrade.plugins.verdicts import Abstain, Considered, Veto
    from armstrade.reading import Reading

    Extracted = TransferClaim | ClaimDraft | Veto | Considered


@runtime_checkable
class Extractor(Protocol):
    """Something that reads claims out of a document.

    Required are `name`, `languages` and `extract`; see `Capabilities` for what may be
    declared besides. An extractor that declares `Options` takes them as a keyword, by
    convention ``extract(reading, *, options=None)``; the runner always passes them.

    Notes
    -----
    `extract` gets one shared `Reading` and must not change it. It returns an iterable
    of claims, drafts, vetoes and claims that were only `Considered` (an empty one when there
    is nothing), or returns or raises `Abstain`. The runner verifies and grounds what comes back.
    """

    @property
    def name(self) -> str:
        """Lower-case letters, digits, ``-`` and ``_``; unique among all extractors."""
        ...

    @property
    def languages(self) -> Collection[str]:
        """ISO 639-1 codes; empty for any language."""
        ...

    def extract(self, reading: Reading) -> Iterable[Extracted] | Abstain:
        """What it claims about ``reading.document``."""
        ...


@runtime_checkable
class Combiner(Protocol):
    """Something that makes one list of claims out of one list per extractor.

    The result must not depend on the order of the outcomes.
    """

    @property
    def name(self) -> str:
        """Unique among all combiners."""
        ...

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> Sequence[TransferClaim]:
        """The claims of all `outcomes`, which all speak of `document`."""
        ...


@runtime_checkable
class Reader(Protocol):
    """Something that turns a file into documents."""

    @property
    def name(self) -> str:
        """Unique among all readers."""
        ...

    @property
    def suffixes(self) -> Collection[str]:
        """Lower-case file name endings with their dot: ``.html``."""
        ...

    def read(self, path: Path) -> Iterable[Document]:
        """The documents in the file at `path`."""
        ...


class Writer(Protocol):
    """Writes the claims of documents to a stream it was made for.

    `write` is called once per document, in reading order, also for documents
    without claims; `close` once at the end, also when the run was interrupted.
    Neither closes the stream.
    """

    def write(self, document: Document, claims: Sequence[TransferClaim]) -> None:
        """Write one document's claims."""
        ...

    def close(self) -> None:
        """Write what could only be written at the end."""
        ...


@runtime_checkable
class Exporter(Protocol):
    """Something that writes claims to a file format."""

    @property
    def name(self) -> str:
        """Unique among all exporters; what ``--format`` takes."""
        ...

    def writer(self, stream: TextIO) -> Writer:
        """What writes to `stream`; it may begin to write at once."""
        ...


@runtime_checkable
class Corpus(Protocol):
    """Documents with gold claims."""

    @property
    def name(self) -> str:
        """Unique among all corpora."""
        ...

    @property
    def splits(self) -> Collection[str]:
        """Names of its frozen parts; empty when it has none."""
        ...

    @property
    def languages(self) -> Collection[str]:
        """ISO 639-1 codes of its documents."""
        ...

    def load(
        self, split: str | None = None, *, language: str | None = None
    ) -> Iterable[tuple[Document, Sequence[TransferClaim]]] | GoldCorpus:
        """Each document of `split` with its gold claims, or an `armstrade.corpora.Corpus`.

        ``None`` stands for what the corpus takes to be all of it. Only names among `splits`
        and `languages` are asked for.
        """
        ...


NAME = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*\Z")
"""What registered names look like: ``rules``, ``ml-small``."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an extractor declares, defaults filled in; readable without running it.

    Attributes
    ----------
    name
        Its name.
    version
        Default: the version of its distribution, else ``"0"``.
    languages
        ISO 639-1 codes, sorted; empty for any.
    deterministic
        Whether the same reading gives the same claims each time. Default ``True``.
    max_chars
        Longest document it takes, in code points; ``None`` for any length.
    default
        Whether it runs when the caller names no extractors. Default ``True``.
    Options
        Pydantic model of its options, ``None`` when it has none.
    """

    name: str
    version: str
    languages: tuple[str, ...]
    deterministic: bool
    max_chars: int | None
    default: bool
    Options: type[BaseModel] | None

    @classmethod
    def of(cls, extractor: Extractor, *, version: str = "0") -> Capabilities:
        """Read and check what `extractor` declares.

        Raises
        ------
        PluginError
            Names the attribute that is missing or wrong.
        """
        name = _attribute(extractor, "name")
        if not isinstance(name, str) or not NAME.match(name):
            raise PluginError(
                f"{_kind(extractor)}: name must be lower-case letters, digits, '-' and '_' and "
                f"begin with a letter, not {name!r}",
                plugin=str(name),
            )

        def check(fits: bool, attribute: str, wanted: str, found: object) -> None:
            if not fits:
                raise PluginError(
                    f"extractor {name!r}: {attribute} must be {wanted}, not {found!r}", plugin=name
                )

        languages = _attribute(extractor, "languages")
        check(
            isinstance(languages, Collection)
            and not isinstance(languages, str | bytes | Mapping)
            and all(isinstance(code, str) and re.fullmatch("[a-z]{2}", code) for code in languages),
            "languages",
            "a set or tuple of ISO 639-1 codes such as ('de', 'en')",
            languages,
        )
        check(callable(_attribute(extractor, "extract")), "extract", "a method", extractor.extract)
        version = getattr(extractor, "version", version)
        check(isinstance(version, str) and bool(version), "version", "a string", version)
        deterministic = getattr(extractor, "deterministic", True)
        check(isinstance(deterministic, bool), "deterministic", "a bool", deterministic)
        default = getattr(extractor, "default", True)
        check(isinstance(default, bool), "default", "a bool", default)
        max_chars = getattr(extractor, "max_chars", None)
        check(
            max_chars is None
            or (isinstance(max_chars, int) and not isinstance(max_chars, bool) and max_chars > 0),
            "max_chars",
            "a positive whole number or None",
            max_chars,
        )
        options = getattr(extractor, "Options", None)
        if options is not None:
            from pydantic import BaseModel

            check(
                isinstance(options, type) and issubclass(options, BaseModel),
                "Options",
                "a pydantic model class or None",
                options,
            )
            check(
                _takes_options(extractor.extract),
                "extract",
                "(reading, *, options), as Options are declared",
                "one without options",
            )
        return cls(
            name=name,
            version=version,
            languages=tuple(sorted(languages)),
            deterministic=deterministic,
            max_chars=max_chars,
            default=default,
            Options=options,
        )


def _kind(value: object) -> str:
    cls = value if isinstance(value, type) else type(value)
    return f"{cls.__module__}.{cls.__qualname__}"


def _attribute(extractor: object, name: str) -> Any:
    if isinstance(extractor, type):
        raise PluginError(
            f"{_kind(extractor)} is a class; register an instance: {extractor.__name__}()",
            plugin=str(getattr(extractor, "name", extractor.__name__)),
        )
    try:
        return getattr(extractor, name)
    except AttributeError:
        raise PluginError(
            f"{_kind(extractor)} is no extractor: it has no attribute {name!r}; an extractor has "
            "name, languages and extract(reading)",
            plugin=str(getattr(extractor, "name", _kind(extractor))),
        ) from None


def _takes_options(extract: Any) -> bool:
    function = getattr(extract, "__func__", extract)
    if isinstance(function, FunctionType):
        return _told_options(function)
    return _has_options(extract)


def _has_options(extract: Any) -> bool:
    import inspect

    parameters = inspect.signature(extract).parameters
    return "options" in parameters or any(
        parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values()
    )


# Extractors are checked for each document; what a function takes never changes.
_told_options = lru_cache(maxsize=256)(_has_options)
