"""The user's own files, and the importer for SIPRI's trade registers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from armstrade.claims import Category
from armstrade.errors import InputError
from armstrade.lexicon import Lexicon, import_sipri, user_lexicon_path, user_lexicon_paths
from armstrade.lexicon.sipri import category_of
from armstrade.lexicon.user import read_user_file, user_rows

REGISTER = """Transfers of major weapons: deals with deliveries or orders made for 2000 to 2001
Source: made up for this test

Recipient{0}Supplier{0}Year of order{0}Number ordered{0}Weapon designation{0}Weapon description
Ruritania{0}Graustark{0}2000{0}4{0}Zwölfer-7{0}anti-ship missile
Ruritania{0}Graustark{0}2000{0}12{0}F-16C{0}FGA aircraft
Ruritania{0}Graustark{0}2001{0}2{0}Sirocco{0}light transport aircraft
Ruritania{0}Graustark{0}2001{0}2{0}Sirocco{0}light transport aircraft
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_register_is_imported(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "register.csv"
    path.write_text(REGISTER.format(delimiter), encoding=encoding)
    rows = import_sipri(path)
    assert [(r["designation"], r["category"], r["ambiguous_forms"]) for r in rows] == [
        ("Sirocco", "aircraft", "Sirocco"),
        ("Zwölfer-7", "missile", ""),
    ]


def test_import_adds_to_a_file_once_and_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = tmp_path / "register.csv"
    register.write_text(REGISTER.format(","), encoding="utf-8")
    target = tmp_path / "own" / "lexicon.csv"
    import_sipri(register, to=target)
    import_sipri(register, to=target)
    assert len(read_user_file(target)) == 2
    monkeypatch.setenv("ARMSTRADE_LEXICON", str(target))
    lexicon = Lexicon([]).with_entries(user_rows())
    found = lexicon.find("vier Zwölfer 7", language="de")
    assert [m.entry.category for m in found] == [Category.MISSILE]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("description", "category"),
    [
        ("anti-tank missile", "missile"),
        ("portable SAM", "air_defence"),
        ("SAM system", "air_defence"),
        ("self-propelled MRL", "artillery"),
        ("armoured car", "armoured_vehicle"),
        ("tank destroyer", "armoured_vehicle"),
        ("destroyer", "ship"),
        ("guided bomb", "ammunition"),
        ("turbofan", "engine"),
        ("air search radar", "sensor"),
        ("combat helicopter", "helicopter"),
        ("armed UAV", "uav"),
        ("something else", "other"),
    ],
)
def test_descriptions_have_categories(description: str, category: str) -> None:
    assert category_of(description) == category


def test_a_file_that_is_no_register(tmp_path: Path) -> None:
    path = tmp_path / "letters.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"letters\.csv:1: no header"):
        import_sipri(path)
    with pytest.raises(InputError, match="cannot be read"):
        import_sipri(tmp_path / "absent.csv")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,id\nX,DE\n", ":1: the header needs one of the columns"),
        ("surface,colour\nX,red\n", ":1: unknown columns: colour"),
        ("surface,id\nX,DE\nY\n", ":3: 1 cells, but the header has 2"),
        ("surface,kind\nX,realm\n", ":2: kind 'realm'"),
        ("designation,category\nZ-1,plane\n", ":2: category 'plane'"),
        ("term,category,language\nfoo,uav,fr\n", ":2: language 'fr'"),
        ("surface,valid_from,kind\nX,then,leader\n", ":2: valid_from 'then'"),
        ("surface,id\n,DE\n", ":2: surface is empty"),
    ],
)
def test_a_bad_user_file_is_named_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_user_file(path)
    assert f"mine.csv{message}" in str(caught.value)


def test_where_user_files_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARMSTRADE_LEXICON", os.pathsep.join(["a.csv", "b.csv"]))
    assert user_lexicon_paths() == [Path("a.csv"), Path("b.csv")]
    assert user_lexicon_path() == Path("a.csv")
    with pytest.raises(InputError, match=r"a\.csv: cannot read"):
        user_rows()
    monkeypatch.setenv("ARMSTRADE_LEXICON", "")
    assert user_lexicon_paths() == []
    monkeypatch.delenv("ARMSTRADE_LEXICON")
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert user_lexicon_path().name == "lexicon.csv"
    assert user_lexicon_paths() == []
