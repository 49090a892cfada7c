"""The user's own lexicon files.

They are CSV files with a header; which table a row belongs to is told by its columns:
``surface`` for a party, ``designation`` for a type, ``term`` for a materiel noun. The other
columns are those of the packaged tables and may be left out.
"""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

from armstrade.claims import Category
from armstrade.errors import InputError

from .rows import COLUMNS, KINDS, Row

VARIABLE = "ARMSTRADE_LEXICON"
_KEYS = ("surface", "designation", "term")
_KNOWN = frozenset(
    column for table in ("actors", "designations", "materiel_terms")
    for column in COLUMNS[table].split()
)  # fmt: skip


def user_lexicon_path() -> Path:
    """The file that the user's own entries are written to.

    The first file named in ``ARMSTRADE_LEXICON``, else ``armstrade/lexicon.csv`` in the
    configuration folder of the platform. It need not exist.
    """
    named = _named()
    if named:
        return named[0]
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "armstrade" / "lexicon.csv"


def user_lexicon_paths() -> list[Path]:
    """The files that `Lexicon.default` reads.

    Those named in ``ARMSTRADE_LEXICON`` (several with the separator of ``PATH``; empty: none),
    else the one of `user_lexicon_path`, if there is one.
    """
    if VARIABLE in os.environ:
        return _named()
    path = user_lexicon_path()
    return [path] if path.is_file() else []


def _named() -> list[Path]:
    return [Path(name) for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name]


def user_rows() -> list[Row]:
    """Rows of all the user's files, checked."""
    return [row for path in user_lexicon_paths() for row in read_user_file(path)]


def read_user_file(path: Path) -> list[Row]:
    """Rows of one file of the user.

    Raises
    ------
    InputError
        Names the file, the line and the fault.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file)
            header = [name.strip() for name in next(lines, [])]
            _check_header(path, header)
            rows: list[Row] = []
            for cells in lines:
                if any(cell.strip() for cell in cells):
                    row = _row(header, cells, path, lines.line_num)
                    rows.append(row)
    except OSError as error:
        raise InputError(
            f"cannot read this lexicon file ({error.strerror}); correct {VARIABLE} or remove it",
            path=str(path),
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 (byte {error.start}); save it as UTF-8", path=str(path)
        ) from error
    return rows


def check_row(row: Row) -> None:
    """Raise `InputError` when a row would not do in a user's file."""
    fault = _header_fault(list(row)) or _fault(row)
    if fault:
        raise InputError(f"lexicon entry {dict(row)!r}: {fault}")


def _check_header(path: Path, header: list[str]) -> None:
    fault = _header_fault(header)
    if fault:
        raise InputError(fault, path=str(path), line=1)


def _header_fault(header: list[str]) -> str | None:
    """What is wrong with the names of the columns, ``None`` when nothing is."""
    if sum(key in header for key in _KEYS) != 1:
        return (
            "the header needs one of the columns surface (parties), designation (types) or term "
            f"(materiel nouns); found: {', '.join(header) or 'nothing'}"
        )
    unknown = [name for name in header if name not in _KNOWN]
    return f"unknown columns: {', '.join(unknown)}" if unknown else None


def _row(header: list[str], cells: list[str], path: Path, line: int) -> Row:
    if len(cells) != len(header):
        raise InputError(
            f"{len(cells)} cells, but the header has {len(header)}", path=str(path), line=line
        )
    row = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
    fault = _fault(row)
    if fault:
        raise InputError(fault, path=str(path), line=line)
    return row


def _fault(row: Row) -> str | None:
    key = next(key for key in _KEYS if key in row)
    if not row[key]:
        return f"{key} is empty"
    if key == "surface":
        if row.get("kind", "country") not in KINDS:
            return f"kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}"
        for column in ("valid_from", "valid_to"):
            if row.get(column) and not row[column].isdecimal():
                return f"{column} {row[column]!r} is no year"
    elif row.get("category") not in frozenset(Category):
        return f"category {row.get('category', '')!r} is none of {', '.join(Category)}"
    language = row.get("language") or "both"
    if language not in ("de", "en", "both"):
        return f"language {language!r} is none of de, en, both"
    return None
