"""The corpora of armstrade itself, as what the hook registers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from armstrade.errors import UnknownNameError

from .jsonl import bad_rows, read_jsonl
from .manifest import Manifest, check, read_manifest
from .model import Corpus, GoldDocument
from .seeds import load_seeds, seed_languages

SPLITS = ("train", "dev", "test")
_FOLDER = Path(__file__).parent / "data" / "newsroom"


class Newsroom:
    """Passages written for this project, with gold."""

    name = "newsroom"

    @property
    def _manifest(self) -> Manifest:
        return read_manifest(_FOLDER)

    @property
    def splits(self) -> tuple[str, ...]:
        """The splits and the parts of the training split."""
        tables = self._manifest.files
        return tuple(sorted({t["split"] for t in tables} | {t["part"] for t in tables}))

    @property
    def languages(self) -> tuple[str, ...]:
        """Those of the files."""
        return tuple(sorted({table["language"] for table in self._manifest.files}))

    def load(self, split: str | None = None, *, language: str | None = None) -> Corpus:
        """Read the files of a split; ``None``: train, dev and test."""
        manifest = self._manifest
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
            path = _FOLDER / table["file"]
            found, problems = read_jsonl(path, split=table["split"])
            if problems:
                raise bad_rows(path, problems)
            documents += found
        label = "/".join(part for part in ("newsroom", language, split) if part)
        return Corpus(label, manifest.version, manifest.licence, digest, tuple(documents))


@dataclass(frozen=True)
class Seeds:
    """Gold for five real articles; the user has the texts.

    Attributes
    ----------
    texts
        Folder with the articles; see `load_seeds`.
    """

    texts: str | Path | None = None
    name = "seeds"
    splits = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Those of the articles."""
        return seed_languages()

    def load(self, split: str | None = None, *, language: str | None = None) -> Corpus:
        """Read the gold and the texts."""
        return only(load_seeds(self.texts), language)


def only(corpus: Corpus, language: str | None) -> Corpus:
    """The documents of a corpus that are in a language; ``None``: all of them."""
    if language is None:
        return corpus
    if language not in corpus.languages:
        raise UnknownNameError(f"language of corpus {corpus.name}", language, corpus.languages)
    kept = tuple(gold for gold in corpus if gold.document.language == language)
    return replace(corpus, name=f"{corpus.name}/{language}", documents=kept)
