"""The seeds: five real articles, of which the library holds the gold but not the texts."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from armstrade.errors import DataError

from .jsonl import bad_rows, read_jsonl
from .manifest import Manifest, check, read_manifest, sha256
from .model import Corpus

ENVIRONMENT = "ARMSTRADE_SEEDS"
GOLD = "gold.jsonl"
_PACKAGED = Path(__file__).parent / "data" / "seeds"
_REPOSITORY = Path(__file__).parents[3] / "seeds"


def load_seeds(texts: str | Path | None = None) -> Corpus:
    """Load the seeds: gold from the package, texts from the user's folder.

    Parameters
    ----------
    texts
        Folder with the article files. Left out: the folder named by the environment
        variable ``ARMSTRADE_SEEDS``, else ``seeds/texts`` in the repository or the
        working directory.

    Raises
    ------
    DataError
        When texts are missing or not the ones the gold was written for; it names them.
    """
    manifest = read_manifest(_gold_folder())
    digest = check(manifest, [GOLD])
    found = read_texts(manifest, _texts_folder(texts))
    documents, problems = read_jsonl(manifest.folder / GOLD, texts=found)
    if problems:
        raise bad_rows(manifest.folder / GOLD, problems)
    return Corpus("seeds", manifest.version, manifest.licence, digest, tuple(documents))


def seed_languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the articles."""
    lines = (_gold_folder() / GOLD).read_text(encoding="utf-8").splitlines()
    found = {json.loads(line).get("language") for line in lines if line.strip()}
    return tuple(sorted(found - {None}))


def read_texts(manifest: Manifest, folder: Path) -> Mapping[str, str]:
    """The texts by document id, each checked against the manifest."""
    problems, texts = [], {}
    for table in manifest.files:
        if "id" not in table:  # the gold itself
            continue
        path = folder / table["file"]
        if not path.is_file():
            problems.append(f"{table['file']}: not there")
            continue
        data = path.read_bytes()
        if sha256(data) != table["sha256"]:
            problems.append(f"{table['file']}: {_difference(data, table['sha256'])}")
            continue
        texts[table["id"]] = data.decode("utf-8")
    if problems:
        raise DataError(
            f"the seeds corpus points into {len(manifest.files) - 1} articles that belong to "
            f"their publishers and are not part of armstrade. Put the files into {folder} (or "
            f"name their folder: texts=…, or the environment variable {ENVIRONMENT}); sizes and "
            f"checksums stand in {manifest.folder / 'manifest.toml'}. Not usable:",
            problems=problems,
        )
    return texts


def _difference(data: bytes, wanted: str) -> str:
    """Say what the usual accidents are before giving up."""
    if sha256(data.replace(b"\r\n", b"\n")) == wanted:
        return "line ends were converted to CRLF; convert them back to LF"
    if sha256(data.removeprefix(b"\xef\xbb\xbf")) == wanted:
        return "a byte order mark was added; save it without one"
    if sha256(data.rstrip(b"\n")) == wanted or sha256(data + b"\n") == wanted:
        return "a line end at the end of the file was added or lost; restore the original"
    return f"changed: sha256 is {sha256(data)[:12]}…, the gold was written for {wanted[:12]}…"


def _gold_folder() -> Path:
    for folder in (_PACKAGED, _REPOSITORY):
        if (folder / "manifest.toml").is_file():
            return folder
    raise DataError(
        f"the gold of the seeds is neither in {_PACKAGED} nor in {_REPOSITORY}; reinstall armstrade"
    )


def _texts_folder(texts: str | Path | None) -> Path:
    if texts is not None:
        return Path(texts)
    if folder := os.environ.get(ENVIRONMENT):
        return Path(folder)
    if _REPOSITORY.is_dir():
        return _REPOSITORY / "texts"
    return Path("seeds", "texts")
