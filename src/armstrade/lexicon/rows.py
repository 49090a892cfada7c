"""Reading the CSV files of the lexicon, with every bad row reported at once."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from armstrade.claims import Category, Mode, Stage
from armstrade.errors import DataError

Row = dict[str, str]

DATA = Path(__file__).parent / "data"
COLUMNS = {
    "actors": "surface language id kind country valid_from valid_to note source",
    "designations": "designation aliases variants category description maker source"
    " ambiguous_forms legacy",
    "materiel_terms": "term language category is_generic plural note",
    "triggers": "lemma language pos stage supplier_role recipient_role particle mode note",
}
KINDS = frozenset(
    [
        "country",
        "capital",
        "city",
        "seat",
        "demonym",
        "adjective",
        "government",
        "leader",
        "ministry",
        "army",
        "company",
        "armed_group",
        "bloc",
    ]
)
BLOCS = frozenset({"EU", "NATO", "UN", "WEST"})
_ISO = re.compile(r"[A-Z]{2}\Z")
_LANGUAGES = frozenset({"de", "en", "both"})
_CATEGORIES = frozenset(Category)
_ROLE = re.compile(
    r"(subject|object2?|dative|genitive|adjective|self|prep:[A-Za-zäöüß ]+(\+(Akk|Dat|Gen))?)\Z"
)
_LOOSE = re.compile(r"[\s\-.'’/()]+")


def loose(designation: str) -> str:
    """Designation without what does not tell two apart: case, accents, spaces, hyphens.

    Examples
    --------
    >>> loose("Su-57"), loose("SAMP/T")
    ('su57', 'sampt')
    """
    if not re.search("[äöüß]", designation):
        plain = unicodedata.normalize("NFKD", designation).encode("ascii", "ignore").decode()
        designation = plain
    return _LOOSE.sub("", designation.lower())


def read_table(path: Path, table: str) -> list[Row]:
    """Rows of a lexicon file without any check of their content.

    Raises
    ------
    DataError
        The header is not that of the table.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        if header != COLUMNS[table].split():
            raise DataError(
                f"{path} is no {table} table",
                problems=[f"{path.name}:1: header {header}, wanted {COLUMNS[table].split()}"],
            )
        return [dict(zip(header, cells, strict=False)) for cells in reader if cells]


def load_rows(path: Path, table: str) -> list[Row]:
    """Rows of a lexicon file, checked.

    Parameters
    ----------
    path
        The CSV file.
    table
        ``actors``, ``designations``, ``materiel_terms`` or ``triggers``.

    Raises
    ------
    DataError
        Lists every bad row with file, line and fault.

    Examples
    --------
    >>> rows = load_rows(DATA / "triggers.csv", "triggers")
    >>> rows[0]["lemma"], rows[0]["stage"]
    ('Anfrage', 'sought')
    """
    rows = read_table(path, table)
    numbered = list(enumerate(rows, 2))
    problems = [
        f"{path.name}:{line}: {fault}"
        for line, fault in sorted({*_cells(numbered, table), *_CHECKS[table](numbered)})
    ]
    if problems:
        raise DataError(f"{path} has {len(problems)} bad rows", problems=problems)
    return rows


Faults = Iterable[tuple[int, str]]
Numbered = list[tuple[int, Row]]


def _cells(rows: Numbered, table: str) -> Faults:
    width = len(COLUMNS[table].split())
    for line, row in rows:
        if len(row) != width:
            yield line, f"{len(row)} cells, wanted {width}"
        for column, cell in row.items():
            if cell != cell.strip() or "||" in cell or cell.startswith("|") or cell.endswith("|"):
                yield line, f"bad cell {column}={cell!r}"


def _repeated(rows: Numbered, key: Callable[[Row], object]) -> Faults:
    seen: dict[object, int] = {}
    for line, row in rows:
        first = seen.setdefault(key(row), line)
        if first != line:
            yield line, f"repeats line {first}: {key(row)}"


def _one_of(line: int, row: Row, column: str, allowed: Iterable[str]) -> Faults:
    allowed = frozenset(allowed)
    if row.get(column, "") not in allowed:
        yield line, f"{column} {row.get(column)!r} is none of {', '.join(sorted(allowed))}"


def _country(line: int, row: Row, column: str) -> Faults:
    if row[column] and not _ISO.match(row[column]):
        yield line, f"{column} {row[column]!r} is no ISO 3166-1 alpha-2 code"


def _check_actors(rows: Numbered) -> Faults:
    full = [(line, row) for line, row in rows if len(row) == 9]
    yield from _repeated(
        full, lambda r: (r["surface"], r["language"], r["id"], r["kind"], r["valid_from"])
    )
    ids: dict[tuple[str, str], set[str]] = {}
    for line, row in full:
        yield from _one_of(line, row, "kind", KINDS)
        yield from _one_of(line, row, "language", _LANGUAGES)
        yield from _country(line, row, "country")
        party = row["id"]
        state = bool(_ISO.match(party)) and party not in BLOCS
        if not (state or party in BLOCS or not party or re.match(r"org:.", party)):
            yield line, f"id {party!r} is no ISO code, org:Name or bloc"
        if state and row["country"] != party:
            yield line, f"a state's country is its id, not {row['country']!r}"
        if party in BLOCS and row["country"]:
            yield line, "a bloc has no country"
        if not party and not row["note"]:
            yield line, "no id and no note that says why"
        if row["kind"] == "company" and not (party.startswith("org:") and row["country"]):
            yield line, "a company needs an org: id and a country"
        yield from _years(line, row)
        for language in _spoken(row):
            ids.setdefault((row["surface"], language), set()).add(party)
    for line, row in full:
        several = any(len(ids[row["surface"], language]) > 1 for language in _spoken(row))
        if several and "ambiguous" not in row["note"]:
            yield line, f"{row['surface']!r} has several ids and no 'ambiguous' in its note"


def _years(line: int, row: Row) -> Faults:
    cells = [row[column] for column in ("valid_from", "valid_to") if row[column]]
    if not all(cell.isdecimal() and 1900 < int(cell) < 2100 for cell in cells):
        yield line, f"years {cells}"
    elif [int(cell) for cell in cells] != sorted(int(cell) for cell in cells):
        yield line, f"valid_from {cells[0]} is after valid_to {cells[1]}"
    if cells and row["kind"] != "leader":
        yield line, "only a leader has years"


def _spoken(row: Row) -> tuple[str, ...]:
    return ("de", "en") if row["language"] == "both" else (row["language"],)


def _check_designations(rows: Numbered) -> Faults:
    full = [(line, row) for line, row in rows if len(row) == 9]
    yield from _repeated(full, lambda r: (loose(r["designation"]), r["category"]))
    names: dict[tuple[str, str], int] = {}
    lines_of: dict[str, set[int]] = {}
    flagged: dict[int, set[str]] = {}
    for line, row in full:
        names.setdefault((loose(row["designation"]), row["category"]), line)
        flagged[line] = {loose(form) for form in row["ambiguous_forms"].split("|")}
        for form in [row["designation"], *row["aliases"].split("|")]:
            if form:
                lines_of.setdefault(loose(form), set()).add(line)
    for line, row in full:
        yield from _one_of(line, row, "category", _CATEGORIES)
        yield from _one_of(line, row, "legacy", "01")
        yield from _country(line, row, "maker")
        cells = [form for form in f"{row['aliases']}|{row['variants']}".split("|") if form]
        if not row["designation"] or not row["description"]:
            yield line, "designation and description must not be empty"
        if len(set(cells)) != len(cells) or row["designation"] in cells:
            yield line, "a form is repeated in the row"
        for form in cells:
            if names.get((loose(form), row["category"]), line) != line:
                yield line, f"{form!r} is another row's designation"
    for form, lines in lines_of.items():
        if len(lines) > 1:
            for line in sorted(lines):
                if form not in flagged[line]:
                    yield line, f"shared form {form!r} not in ambiguous_forms"


def _check_terms(rows: Numbered) -> Faults:
    full = [(line, row) for line, row in rows if len(row) == 6]
    yield from _repeated(full, lambda r: (r["term"], r["language"]))
    for line, row in full:
        yield from _one_of(line, row, "category", _CATEGORIES)
        yield from _one_of(line, row, "language", ("de", "en"))
        yield from _one_of(line, row, "is_generic", "01")
        if not row["term"]:
            yield line, "empty term"


def _check_triggers(rows: Numbered) -> Faults:
    full = [(line, row) for line, row in rows if len(row) == 9]
    yield from _repeated(full, lambda r: (r["lemma"], r["language"], r["pos"]))
    for line, row in full:
        yield from _one_of(line, row, "language", ("de", "en"))
        yield from _one_of(line, row, "pos", ("verb", "noun", "verb_mwe"))
        yield from _one_of(line, row, "stage", Stage)
        yield from _one_of(line, row, "mode", Mode)
        for role in f"{row['supplier_role']}|{row['recipient_role']}".split("|"):
            if role and not _ROLE.match(role):
                yield line, f"role {role!r}"
            elif role.startswith("prep:") and (row["language"] == "de") != ("+" in role):
                yield line, f"case of {role!r}: German prepositions need one, English have none"
        particle = row["particle"]
        verb = row["lemma"].split(" ")[-1]
        if particle and row["language"] == "de" and not verb.startswith(particle):
            yield line, f"{verb!r} does not start with its particle {particle!r}"


_CHECKS: dict[str, Callable[[Numbered], Faults]] = {
    "actors": _check_actors,
    "designations": _check_designations,
    "materiel_terms": _check_terms,
    "triggers": _check_triggers,
}
