"""The small word lists that steer matching, read once."""

from __future__ import annotations

import csv
from functools import cache

from .rows import DATA


@cache
def words(name: str) -> frozenset[str]:
    """First column of a one-column table of ``data/``."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        listed = {row[0] for row in rows}
    return frozenset(listed | {word.replace("ß", "ss") for word in listed})  # as the Swiss write


@cache
def pairs(name: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Rows of a table whose first column is the language, without that column."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(tuple(row[1:]) for row in csv.reader(file) if row[0] == language)


@cache
def described_countries(language: str) -> dict[str, frozenset[str]]:
    """Definite description ("königreich") → states that it can stand for."""
    return {term: frozenset(codes.split("|")) for term, codes, _ in pairs("descriptions", language)}


@cache
def insurgents(year: int | None) -> dict[str, str]:
    """State → id of those who fought against it in a year, where the news calls them "rebels"."""
    with (DATA / "insurgents.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["country"]: row["id"]
            for row in csv.DictReader(file)
            if year is not None and int(row["valid_from"]) <= year <= int(row["valid_to"] or year)
        }


@cache
def rebels_of() -> dict[str, str]:
    """State → id of those who fought against it, in whatever year; the first where several did."""
    with (DATA / "insurgents.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["country"]: row["id"] for row in reversed(rows)}


@cache
def exporter_rank() -> dict[str, int]:
    """Country → rank among the exporters of major arms; states not listed rarely export."""
    with (DATA / "exporters.csv").open(encoding="utf-8", newline="") as file:
        return {row["country"]: int(row["rank"]) for row in csv.DictReader(file)}
