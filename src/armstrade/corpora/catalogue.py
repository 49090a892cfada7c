"""Corpora by name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from armstrade.errors import InputError, UnknownNameError

from .jsonl import bad_rows, load_jsonl, read_jsonl
from .manifest import check, read_manifest, sha256
from .model import Corpus, GoldDocument
from .seeds import load_seeds

NAMES = ("newsroom", "seeds")
SPLITS = ("train", "dev", "test")
_NEWSROOM = Path(__file__).parent / "data" / "newsroom"


def load(
    name: str | Path,
    *,
    split: str | None = None,
    language: str | None = None,
    texts: str | Path | None = None,
) -> Corpus:
    """Load a corpus, every claim of it grounded in its document.

    Parameters
    ----------
    name
        ``newsroom``, ``seeds``, or the path of a JSON Lines file in the record form.
        Ids may be hierarchical: ``newsroom/de``, ``newsroom/test``, ``newsroom/de/test``.
    split
        ``train``, ``dev`` or ``test``, or one part of the training split (``train-c``);
        ``None`` for these three. ``negative``, passages full of weapons and states but
        without any claim, is read only when named. Only newsroom has splits.
    language
        Keep documents of this ISO 639-1 code.
    texts
        For the seeds: the folder that holds the articles (see `load_seeds`).

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
    if head == "newsroom":
        return _newsroom(parts, split, language)
    if head == "seeds":
        corpus = load_seeds(texts)
        for part in parts:
            if part not in corpus.languages:
                raise UnknownNameError("part of corpus seeds", part, corpus.languages)
            language = part
        if split is not None:
            raise UnknownNameError("split of corpus seeds", split, [])
        return _only(corpus, language)
    raise UnknownNameError("corpus", name, NAMES)


def _newsroom(parts: list[str], split: str | None, language: str | None) -> Corpus:
    manifest = read_manifest(_NEWSROOM)
    languages = sorted({table["language"] for table in manifest.files})
    pieces = {table["part"] for table in manifest.files}
    splits = sorted({table["split"] for table in manifest.files} | pieces)
    for part in parts:
        if part in languages and language in (None, part):
            language = part
        elif part in splits and split in (None, part):
            split = part
        else:
            raise UnknownNameError("part of corpus newsroom", part, [*languages, *splits])
    if split is not None and split not in splits:
        raise UnknownNameError("split of corpus newsroom", split, splits)
    if language is not None and language not in languages:
        raise UnknownNameError("language of corpus newsroom", language, languages)

    wanted = SPLITS if split is None else (split,)
    chosen = [
        table
        for table in manifest.files
        if language in (None, table["language"])
        and (table["split"] in wanted or table["part"] in wanted)
    ]
    digest = check(manifest, [table["file"] for table in chosen])
    documents: list[GoldDocument] = []
    for table in chosen:
        path = _NEWSROOM / table["file"]
        found, problems = read_jsonl(path, split=table["split"])
        if problems:
            raise bad_rows(path, problems)
        documents += found
    label = "/".join(part for part in ("newsroom", language, split) if part)
    return Corpus(label, manifest.version, manifest.licence, digest, tuple(documents))


def _from_file(path: Path, split: str | None, language: str | None) -> Corpus:
    if split is not None:
        raise InputError("a file has no splits; leave split out", path=str(path))
    documents = tuple(load_jsonl(path))
    corpus = Corpus(str(path), None, "unknown", sha256(path.read_bytes()), documents)
    return _only(corpus, language)


def _only(corpus: Corpus, language: str | None) -> Corpus:
    if language is None:
        return corpus
    if language not in corpus.languages:
        raise UnknownNameError(f"language of corpus {corpus.name}", language, corpus.languages)
    kept = tuple(gold for gold in corpus if gold.document.language == language)
    return replace(corpus, name=f"{corpus.name}/{language}", documents=kept)
