"""The fact tables are sound, and a bad one has all its faults reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from armstrade.claims import Stage
from armstrade.errors import DataError
from armstrade.lexicon import Lexicon, Role, load_rows
from armstrade.lexicon.rows import COLUMNS, DATA


@pytest.mark.parametrize(
    ("table", "at_least"),
    [("actors", 7000), ("designations", 2000), ("materiel_terms", 2900), ("triggers", 800)],
)
def test_packaged_tables_pass_their_checks(table: str, at_least: int) -> None:
    assert len(load_rows(DATA / f"{table}.csv", table)) >= at_least


@pytest.mark.parametrize(
    ("table", "rows", "faults"),
    [
        (
            "actors",
            ["Ruritania,both,RU,realm,RU,,,,own", "X,xx,RU,country,DE,2001,,,own"],
            [":2: kind 'realm'", ":3: language 'xx'", ":3: a state's country", ":3: only a leader"],
        ),
        (
            "actors",
            ["A,en,,country,,,,,own", "B,en,EU,bloc,DE,,,,own", "C,en,org:C,company,,,,,own"],
            [":2: no id and no note", ":3: a bloc has no country", ":4: a company needs"],
        ),
        (
            "actors",
            ["A B,en,RU,leader,RU,2020,2010,,own", "Congo,en,CD,country,CD,,,,own",
             "Congo,en,CG,country,CG,,,,own"],
            [":2: valid_from 2020", ":3: 'Congo' has several ids", ":4: 'Congo' has several ids"],
        ),
        (
            "designations",
            ["F-16,F-16,,plane,jet,US,own,,0", "F16,,,aircraft,jet,USA,own,,2",
             "F-17,F 16,,aircraft,,US,own,,0"],
            [":2: category 'plane'", ":2: a form is repeated", ":3: legacy '2'",
             ":3: maker 'USA'", ":4: designation and description", ":4: 'F 16' is another row"],
        ),
        (
            "materiel_terms",
            ["tank,en,tanks,1,tanks,", "tank,en,armoured_vehicle,x,tanks, ", ",de,uav,1,,"],
            [":2: category 'tanks'", ":3: repeats line 2", ":3: is_generic 'x'",
             ":3: bad cell note", ":4: empty term"],
        ),
        (
            "triggers",
            ["send,en,verb,sent,subject,prep:to,,sale,",
             "x,de,verb,sought,prep:an,spleen,auf,sale,",
             "y,de,verb"],
            [":2: stage 'sent'", ":3: role 'spleen'", ":3: case of 'prep:an'",
             ":3: 'x' does not start", ":4: 3 cells, wanted 9"],
        ),
    ],
)  # fmt: skip
def test_every_bad_row_is_reported(
    tmp_path: Path, table: str, rows: list[str], faults: list[str]
) -> None:
    path = tmp_path / f"{table}.csv"
    header = ",".join(COLUMNS[table].split())
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_rows(path, table)
    for fault in faults:
        assert any(fault in problem for problem in caught.value.problems), fault


def test_a_foreign_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text("name,code\nRussia,RU\n", encoding="utf-8")
    with pytest.raises(DataError, match="no actors table"):
        load_rows(path, "actors")


def test_triggers_come_typed() -> None:
    rows = {(row.lemma, row.language): row for row in Lexicon.default().triggers}
    inquiry = rows["Anfrage", "de"]
    assert inquiry.stage is Stage.SOUGHT
    assert inquiry.supplier == (Role("prep", "an", "Akk"), Role("prep", "bei", "Dat"))
    assert Role("genitive") in inquiry.recipient
