"""Everything armstrade raises on purpose.

Each error is also a built-in kind, so that ``except ValueError`` works as a
caller expects, and each message says what was wrong, where, and what to do.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class ArmstradeError(Exception):
    """Root of all errors that armstrade raises on purpose."""

    def __reduce__(self) -> tuple[object, ...]:
        # However a kind is made, it comes back from another process as it was.
        return _as_it_was, (type(self), self.args, self.__dict__)


def _as_it_was(
    kind: type[ArmstradeError], args: tuple[object, ...], state: dict[str, object]
) -> ArmstradeError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class GroundingError(ArmstradeError, ValueError):
    """A span or a wording does not stand in the document it claims to come from.

    Attributes
    ----------
    document_id
        The document that was searched.
    words
        The wording that was not found there.
    """

    def __init__(self, message: str, *, document_id: str | None = None, words: str = "") -> None:
        super().__init__(message)
        self.document_id = document_id
        self.words = words


class InputError(ArmstradeError, ValueError):
    """Something handed in by the user cannot be read.

    Attributes
    ----------
    path, line
        Where it stands, where known (lines count from 1).
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        place = "" if path is None else f"{path}:{line}: " if line is not None else f"{path}: "
        super().__init__(place + message)
        self.path = path
        self.line = line


class DataError(ArmstradeError, ValueError):
    """A data file (lexicon, corpus, grammar) has bad rows; ``problems`` lists them all."""

    def __init__(self, message: str, *, problems: Iterable[str] = ()) -> None:
        self.problems = tuple(problems)
        super().__init__("\n  ".join([message, *self.problems]))


class PluginError(ArmstradeError, RuntimeError):
    """A plugin cannot be used; ``plugin`` names the culprit."""

    def __init__(self, message: str, *, plugin: str) -> None:
        super().__init__(message)
        self.plugin = plugin


class UnknownNameError(ArmstradeError, LookupError):
    """A name (extractor, corpus, format …) that nobody registered."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        known = sorted(known)
        close = difflib.get_close_matches(name, known, n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        super().__init__(f"no {kind} named {name!r}.{hint} Known: {', '.join(known) or 'none'}.")
        self.kind = kind
        self.name = name


class MissingDependencyError(ArmstradeError, ImportError):
    """An optional dependency is not installed; the message holds the install command."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an extra package: pip install 'armstrade[{extra}]'")
        self.extra = extra
