"""Corpora by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from armstrade.errors import InputError, UnknownNameError
from armstrade.plugins import default_registry

from .builtin import Seeds, only
from .jsonl import load_jsonl
from .manifest import sha256
from .model import Corpus, from_pairs

if TYPE_CHECKING:
    from armstrade.plugins import Corpus as Registrable
    from armstrade.plugins import Registry


def load(
    name: str | Path,
    *,
    split: str | None = None,
    language: str | None = None,
    texts: str | Path | None = None,
    registry: Registry | None = None,
) -> Corpus:
    """Load a corpus, every claim of it grounded in its document.

    Parameters
    ----------
    name
        ``newsroom``, ``seeds``, a corpus that a plugin adds, or the path of a JSON Lines file
        in the record form. Ids may be hierarchical: ``newsroom/de``, ``newsroom/test``,
        ``newsroom/de/test``.
    split
        ``train``, ``dev`` or ``test``, or one part of the training split (``train-c``);
        ``None`` for these three. ``plain``, more passages to train on, and ``negative``,
        passages full of weapons and states but without any claim, are read only when named.
        Only newsroom has splits.
    language
        Keep documents of this ISO 639-1 code.
    texts
        For the seeds: the folder that holds the articles (see `load_seeds`).
    registry
        Where names are looked up; default: the registry of this process.

    Returns
    -------
    Corpus

    Raises
    ------
    UnknownNameError
        For a corpus, split or language that is not there.
    DataError
        For bad rows, changed files or missing texts; names them all.

    Examples
    --------
    >>> corpus = load("newsroom/de/dev")
    >>> len(corpus), len(corpus.claims)
    (40, 124)
    >>> load("newsroom", split="dev", language="de") == corpus
    True
    """
    if isinstance(name, Path) or name.endswith((".jsonl", ".json")) or Path(name).is_file():
        return _from_file(Path(name), split, language)
    head, *parts = name.split("/")
    found = (registry or default_registry()).corpus(head).value
    if texts is not None:
        if head != "seeds":
            raise InputError(f"texts is for the seeds; leave it out for {head}")
        found = Seeds(texts)
    split, language = _chosen(found, parts, split, language)
    loaded = found.load(split, language=language)
    if isinstance(loaded, Corpus):
        return loaded
    label = "/".join(part for part in (head, language, split) if part)
    return from_pairs(loaded, name=label, split=split)


def _chosen(
    corpus: Registrable, parts: list[str], split: str | None, language: str | None
) -> tuple[str | None, str | None]:
    """The split and the language that the parts of an id and the arguments name."""
    splits, languages = sorted(corpus.splits), sorted(corpus.languages)
    for part in parts:
        if part in languages and language in (None, part):
            language = part
        elif part in splits and split in (None, part):
            split = part
        else:
            raise UnknownNameError(f"part of corpus {corpus.name}", part, [*languages, *splits])
    if split is not None and split not in splits:
        raise UnknownNameError(f"split of corpus {corpus.name}", split, splits)
    if language is not None and language not in languages:
        raise UnknownNameError(f"language of corpus {corpus.name}", language, languages)
    return split, language


def _from_file(path: Path, split: str | None, language: str | None) -> Corpus:
    if split is not None:
        raise InputError("a file has no splits; leave split out", path=str(path))
    documents = tuple(load_jsonl(path))
    corpus = Corpus(str(path), None, "unknown", sha256(path.read_bytes()), documents)
    return only(corpus, language)
