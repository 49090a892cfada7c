"""Type names from a SIPRI trade register that the user has downloaded.

SIPRI's terms do not allow the names to be shipped with a library, so the file stays the
user's. See https://www.sipri.org/databases/armstransfers for registers.
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from pathlib import Path

from armstrade.claims import Category
from armstrade.errors import InputError

from .rows import COLUMNS, DATA, Row, loose, read_table

_DESIGNATION = ("weapon designation", "designation")
_DESCRIPTION = ("weapon description", "description")
_HEADER_WITHIN = 60
_PLAIN_WORD = re.compile(r"[A-Za-z]+|.{1,3}")


def import_sipri(path: str | Path, *, to: str | Path | None = None) -> list[dict[str, str]]:
    """Lexicon rows for the types of a trade register that the lexicon does not know yet.

    Parameters
    ----------
    path
        CSV as exported by SIPRI: any preamble, comma, semicolon or tab, UTF-8 or Windows-1252.
    to
        A lexicon file that the rows are added to, e.g. `user_lexicon_path`; made when missing.

    Returns
    -------
    list of dict
        Rows with the columns of the designations table, sorted by name. Names that are plain
        words or very short need company in a text (``ambiguous_forms``).

    Raises
    ------
    InputError
        The file cannot be read, or has no header with "Weapon designation" and "Weapon
        description".
    """
    path = Path(path)
    header, records = _records(path)
    name_at = _column(header, _DESIGNATION)
    description_at = _column(header, _DESCRIPTION)
    known = _known()
    rows: dict[str, Row] = {}
    for cells in records:
        if len(cells) <= max(name_at, description_at):
            continue
        name, description = cells[name_at].strip(), cells[description_at].strip()
        key = loose(name)
        if not name or not key or key in known or key in rows:
            continue
        rows[key] = _row(name, description)
    result = sorted(rows.values(), key=lambda row: row["designation"])
    if to is not None:
        _append(Path(to), result)
    return result


def category_of(description: str) -> Category:
    """Category of a description in SIPRI's wording.

    Examples
    --------
    >>> category_of("anti-ship missile"), category_of("FGA aircraft"), category_of("?")
    (<Category.MISSILE: 'missile'>, <Category.AIRCRAFT: 'aircraft'>, <Category.OTHER: 'other'>)
    """
    for pattern, category in _keywords():
        if pattern.search(description):
            return category
    return Category.OTHER


@cache
def _keywords() -> tuple[tuple[re.Pattern[str], Category], ...]:
    with (DATA / "sipri_descriptions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            (
                re.compile(rf"(?<![^\W_]){re.escape(row['keyword'])}s?(?![^\W_])", re.IGNORECASE),
                Category(row["category"]),
            )
            for row in csv.DictReader(file)
        )


def _row(name: str, description: str) -> Row:
    row = dict.fromkeys(COLUMNS["designations"].split(), "")
    row |= {
        "designation": name,
        "category": str(category_of(description)),
        "description": description or "not described",
        "source": "sipri",
        "ambiguous_forms": name if _PLAIN_WORD.fullmatch(name) else "",
        "legacy": "0",
    }
    return row


def _known() -> set[str]:
    names: set[str] = set()
    for row in read_table(DATA / "designations.csv", "designations"):
        for cell in ("designation", "aliases", "variants"):
            names.update(loose(name) for name in row[cell].split("|") if name)
    return names


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", path=str(path)) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _records(path: Path) -> tuple[list[str], list[list[str]]]:
    lines = _text(path).splitlines()
    for number, line in enumerate(lines[:_HEADER_WITHIN]):
        folded = line.casefold()
        if any(name in folded for name in _DESIGNATION) and "description" in folded:
            delimiter = max(",;\t", key=line.count)
            rows = csv.reader(io.StringIO("\n".join(lines[number:])), delimiter=delimiter)
            return next(rows), list(rows)
    raise InputError(
        'no header with "Weapon designation" and "Weapon description" in the first'
        f" {_HEADER_WITHIN} lines; export the trade register as CSV",
        path=str(path),
        line=1,
    )


def _column(header: list[str], names: tuple[str, ...]) -> int:
    folded = [cell.strip().casefold() for cell in header]
    return next((folded.index(name) for name in names if name in folded), 0)


def _append(path: Path, rows: list[Row]) -> None:
    columns = COLUMNS["designations"].split()
    if path.exists():
        from .user import read_user_file

        with path.open(encoding="utf-8-sig", newline="") as file:
            columns = next(csv.reader(file), columns)
        if "designation" not in columns:
            raise InputError("holds no designations; name another file", path=str(path), line=1)
        have = {loose(row["designation"]) for row in read_user_file(path)}
        rows = [row for row in rows if loose(row["designation"]) not in have]
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
    fresh = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        if fresh:
            writer.writeheader()
        writer.writerows(rows)
