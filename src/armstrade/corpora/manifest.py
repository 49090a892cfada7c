"""Manifests: which files a corpus has, with their checksums and counts."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from armstrade.errors import DataError


@dataclass(frozen=True, slots=True)
class Manifest:
    """The contents of a ``manifest.toml``.

    Attributes
    ----------
    folder
        Where it and the files beside it stand.
    files
        One table per file, with at least ``file`` and ``sha256``.
    """

    folder: Path
    name: str
    version: str
    licence: str
    files: tuple[dict[str, Any], ...]


def read_manifest(folder: Path) -> Manifest:
    """Read ``manifest.toml`` in `folder`."""
    with (folder / "manifest.toml").open("rb") as stream:
        table = tomllib.load(stream)
    return Manifest(
        folder=folder,
        name=table["name"],
        version=table["version"],
        licence=table["licence"],
        files=tuple(table["file"]),
    )


def sha256(data: bytes) -> str:
    """The checksum of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def check(manifest: Manifest, names: list[str]) -> str:
    """Compare files with the manifest; return one checksum over all of them.

    Raises
    ------
    DataError
        When a file is missing or changed.
    """
    wanted = {table["file"]: table["sha256"] for table in manifest.files}
    problems = []
    for name in names:
        path = manifest.folder / name
        if not path.is_file():
            problems.append(f"{name}: missing")
        elif sha256(path.read_bytes()) != wanted[name]:
            problems.append(f"{name}: not the gold of version {manifest.version}")
    if problems:
        raise DataError(
            f"corpus {manifest.name} in {manifest.folder} is not as published; "
            "reinstall armstrade, or bump the version in manifest.toml after a change of gold:",
            problems=problems,
        )
    return sha256("".join(sorted(wanted[name] for name in names)).encode())


def newsroom_manifest(folder: Path, *, version: str, licence: str = "CC-BY-4.0") -> str:
    """The text of a manifest for files named ``LANGUAGE-PART.jsonl`` in `folder`.

    For maintainers: after a change of gold, write this to ``manifest.toml`` under a new
    version. The split is the first word of the part (``train-c`` belongs to ``train``).
    """
    lines = [
        "# Files of the newsroom corpus. Splits are frozen; a change of gold bumps the version.",
        'name = "newsroom"',
        f'version = "{version}"',
        f'licence = "{licence}"',
    ]
    for path in sorted(folder.glob("*.jsonl")):
        language, part = path.stem.split("-", 1)
        data = path.read_bytes()
        rows = [json.loads(line) for line in data.decode("utf-8").split("\n") if line]
        lines += [
            "",
            "[[file]]",
            f'file = "{path.name}"',
            f'language = "{language}"',
            f'split = "{part.split("-")[0]}"',
            f'part = "{part}"',
            f'sha256 = "{sha256(data)}"',
            f"documents = {len(rows)}",
            f"claims = {sum(len(row['claims']) for row in rows)}",
            f"empty = {sum(not row['claims'] for row in rows)}",
        ]
    return "\n".join(lines) + "\n"
