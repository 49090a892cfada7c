"""From files, folders and standard input to documents.

Nothing is repaired behind the reader's back. ``Document.text`` is the decoded
text as it stands: line endings are kept, only a byte order mark is taken away.
Bytes that are no UTF-8 are an error with a remedy, never question marks. A
source that cannot be read is yielded as the error it is, in its place, so that
the others are still read.
"""

from __future__ import annotations

import codecs
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from pydantic import ValidationError

from armstrade.claims import Document
from armstrade.errors import ArmstradeError, InputError

from .decoding import decode
from .html_pages import page_document

if TYPE_CHECKING:
    from armstrade.plugins import Reader

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".json")
"""What is looked for in folders."""

STDIN = "-"

_ROW_FIELDS = ("id", "text", "language", "published", "title", "url", "outlet")


@dataclass(frozen=True, kw_only=True)
class Defaults:
    """What the caller knows about all sources.

    Attributes
    ----------
    language, published
        For documents that do not say so themselves. JSON rows keep their own values; the
        date in the metadata of an HTML page, which is a guess, gives way to `published`.
    encoding
        The encoding of files that are not UTF-8.
    """

    language: str | None = None
    published: str | None = None
    encoding: str | None = None

    def __post_init__(self) -> None:
        if self.encoding is not None:
            try:
                codecs.lookup(self.encoding)
            except LookupError:
                raise InputError(
                    f"{self.encoding!r} is no encoding; cp1252, iso-8859-15 and utf-16 are some"
                ) from None
        # Fails here, once, instead of at each document.
        try:
            Document(text="", language=self.language, published=self.published)
        except ValidationError as error:
            raise InputError(_first_problem(error)) from None


def read_sources(
    sources: Iterable[str | os.PathLike[str]],
    *,
    language: str | None = None,
    published: str | None = None,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | ArmstradeError]:
    """Read files, folders and ``-`` (standard input), one document after the other.

    Parameters
    ----------
    sources
        Paths. A folder is searched recursively, in the order of names, for `SUFFIXES`; hidden
        files are left out. The same file is read once. A file named by the caller is read
        whatever its suffix: by the reader a plugin registered for it, else as text.
        ``.jsonl`` holds one object a line, ``.json`` one object or a list of them: ``text``
        and, where known, ``id``, ``language``, ``published``, ``title``, ``url``, ``outlet``;
        other keys are ignored.
    language, published, encoding
        See `Defaults`.
    stdin
        Read instead of ``sys.stdin``.

    Yields
    ------
    Document or ArmstradeError
        The error stands where the document would have stood, and is not raised. A document
        from a text or HTML file is named by its path, a row without ``id`` by ``path:line``.

    Raises
    ------
    InputError
        When `language`, `published` or `encoding` are themselves wrong.

    Examples
    --------
    >>> import io
    >>> [document] = read_sources(["-"], stdin=io.BytesIO("Kiew erhält Panzer.".encode()))
    >>> document.id, document.text
    ('stdin', 'Kiew erhält Panzer.')
    >>> [error] = read_sources(["nowhere.txt"])
    >>> print(error)
    nowhere.txt: no such file or folder; check the spelling
    """
    defaults = Defaults(language=language, published=published, encoding=encoding)
    return _read_all(list(sources), defaults, stdin)


def _read_all(
    sources: list[str | os.PathLike[str]], defaults: Defaults, stdin: BinaryIO | None
) -> Iterator[Document | ArmstradeError]:
    places: dict[str, str] = {}
    for name, item in _each(sources, defaults, stdin):
        if isinstance(item, ArmstradeError):
            yield item
        elif item.id in places:
            yield InputError(
                f"document id {item.id!r} is taken by {places[item.id]}; give each its own id",
                path=name,
            )
        else:
            places[item.id] = name
            yield item


def _each(
    sources: list[str | os.PathLike[str]], defaults: Defaults, stdin: BinaryIO | None
) -> Iterator[tuple[str, Document | ArmstradeError]]:
    seen: set[str] = set()
    for source in sources:
        if os.fspath(source) == STDIN:
            stream = sys.stdin.buffer if stdin is None else stdin
            yield from (("stdin", item) for item in _from_stdin(stream, defaults))
            continue
        for path in _files(os.fspath(source)):
            if isinstance(path, InputError):
                yield os.fspath(source), path
                continue
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield from ((path.as_posix(), item) for item in _from_file(path, defaults))


def _files(source: str) -> Iterator[Path | InputError]:
    path = Path(source)
    if path.is_dir():
        found = False
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                    found = True
                    yield Path(folder, name)
        if not found:
            yield InputError(f"no file ends in {', '.join(SUFFIXES)} here", path=source)
    elif path.exists():
        yield path
    elif "://" in source:
        yield InputError("this is an address; save the page to a file and name that", path=source)
    else:
        yield InputError("no such file or folder; check the spelling", path=source)


def _from_file(path: Path, defaults: Defaults) -> Iterator[Document | ArmstradeError]:
    name = path.as_posix()
    suffix = path.suffix.lower()
    try:
        if suffix not in ("", *SUFFIXES) and (reader := _plugin_reader(suffix)) is not None:
            yield from reader.read(path)
        elif suffix == ".jsonl":
            with path.open("rb") as stream:
                yield from _from_lines(stream, name, defaults)
        elif suffix == ".json":
            yield from _from_json(path.read_bytes(), name, defaults)
        else:
            yield _from_bytes(path.read_bytes(), name, suffix in (".html", ".htm"), defaults)
    except ArmstradeError as error:
        yield error
    except OSError as error:
        yield InputError(f"cannot be read: {error.strerror}", path=name)


def _plugin_reader(suffix: str) -> Reader | None:
    from armstrade.plugins import default_registry

    readers = default_registry().readers()
    return next((one.value for one in readers if suffix in one.value.suffixes), None)


def _from_stdin(stream: BinaryIO, defaults: Defaults) -> Iterator[Document | ArmstradeError]:
    # JSON Lines are read as they come, so that a slow producer sees its results at once.
    first = stream.readline()
    if first.lstrip().startswith(b"{"):
        yield from _from_lines(_chain(first, stream), "stdin", defaults)
        return
    data = first + stream.read()
    is_page = data[:512].lstrip().lower().startswith((b"<!doctype html", b"<html"))
    yield _from_bytes(data, "stdin", is_page, defaults)


def _chain(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _from_bytes(
    data: bytes, name: str, is_page: bool, defaults: Defaults
) -> Document | ArmstradeError:
    try:
        if is_page:
            return page_document(
                data,
                id=name,
                language=defaults.language,
                published=defaults.published,
                encoding=defaults.encoding,
            )
        return Document(
            id=name,
            text=decode(data, name=name, encoding=defaults.encoding),
            language=defaults.language,
            published=defaults.published,
        )
    except ArmstradeError as error:
        return error


def _from_lines(
    lines: Iterable[bytes], name: str, defaults: Defaults
) -> Iterator[Document | InputError]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            text = decode(line, name=name, encoding=defaults.encoding, line=number)
            row = json.loads(text)
            yield _from_row(row, name, number, defaults)
        except json.JSONDecodeError as error:
            yield InputError(
                f"no JSON ({error.msg}, column {error.colno}); each line must be one object",
                path=name,
                line=number,
            )
        except InputError as error:
            yield error


def _from_json(data: bytes, name: str, defaults: Defaults) -> Iterator[Document | InputError]:
    try:
        found = json.loads(decode(data, name=name, encoding=defaults.encoding))
    except json.JSONDecodeError as error:
        yield InputError(f"no JSON ({error.msg})", path=name, line=error.lineno)
        return
    except InputError as error:
        yield error
        return
    for number, row in enumerate(found if isinstance(found, list) else [found], start=1):
        try:
            yield _from_row(row, name, number, defaults)
        except InputError as error:
            yield error


def _from_row(row: Any, name: str, number: int, defaults: Defaults) -> Document:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError('needs an object with the article in "text"', path=name, line=number)
    fields = {key: row[key] for key in _ROW_FIELDS if row.get(key) is not None}
    fields["id"] = str(fields.get("id", f"{name}:{number}"))
    # Feeds write de-DE and 2023-11-08T10:00:00Z; the model keeps language and day.
    if isinstance(fields.get("language"), str):
        fields["language"] = fields["language"].replace("_", "-").split("-")[0].lower()
    if isinstance(fields.get("published"), str):
        fields["published"] = fields["published"].replace(" ", "T").split("T")[0]
    fields.setdefault("language", defaults.language)
    fields.setdefault("published", defaults.published)
    try:
        return Document.model_validate(fields)
    except ValidationError as error:
        raise InputError(_first_problem(error), path=name, line=number) from None


def _first_problem(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    if where == "language":
        return f"language {first['input']!r} is no two-letter code such as de or en"
    return f"{where}: {first['msg'].removeprefix('Value error, ')}"
