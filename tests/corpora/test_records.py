"""Reading, checking and writing corpus files."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from armstrade.corpora import load, validate, write_jsonl
from armstrade.corpora.jsonl import read_jsonl
from armstrade.errors import DataError, InputError

GOOD: dict[str, Any] = {
    "id": "t-1",
    "language": "de",
    "published": "2022-11-01",
    "title": "Drohnen",
    "text": "Teheran will Moskau mehr als 200 Shahed-136-Drohnen liefern, sagt Kyrylo Budanow.",
    "claims": [
        {
            "supplier": {"id": "IR", "country": "IR", "text": "Teheran"},
            "recipient": {"id": "RU", "country": "RU", "text": "Moskau"},
            "intermediary": None,
            "materiel": {
                "category": "uav", "designation": "Shahed-136", "text": "Shahed-136-Drohnen",
            },
            "quantity": {"min": 200, "max": None, "unit": "piece", "text": "mehr als 200"},
            "stage": "planned",
            "polarity": "affirmed",
            "factuality": "reported",
            "date": None,
            "mode": "unspecified",
            "consideration": None,
            "attribution": ["Kyrylo Budanow"],
            "evidence": [
                "Teheran will Moskau mehr als 200 Shahed-136-Drohnen liefern, sagt Kyrylo Budanow."
            ],
        }
    ],
}  # fmt: skip


def write(path: Path, *rows: object) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def damaged(change: Callable[[dict[str, Any], dict[str, Any]], object]) -> dict[str, Any]:
    row = copy.deepcopy(GOOD)
    change(row, row["claims"][0])
    return row


def test_a_sound_row_has_no_problems(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", GOOD)
    assert validate(path) == []
    (gold,) = load(path)
    (claim,) = gold.claims
    claim.verify(gold.document)
    assert claim.quantity is not None
    assert (claim.quantity.min, claim.quantity.max) == (200, None)
    assert [source.span.text for source in claim.attribution] == ["Kyrylo Budanow"]


DEFECTS: list[tuple[str, Callable[[dict[str, Any], dict[str, Any]], object], str, str]] = [
    ("supplier misspelt", lambda r, c: c["supplier"].update(text="Teheram"),
     "claims[0].supplier.text", "did you mean 'Teheran'"),
    ("recipient in other case", lambda r, c: c["recipient"].update(text="moskau"),
     "claims[0].recipient.text", "did you mean 'Moskau'"),
    ("evidence cut", lambda r, c: c.update(evidence=["Teheran will Moskau 200 Drohnen liefern"]),
     "claims[0].evidence[0]", "Teheran will Moskau"),
    ("no evidence", lambda r, c: c.update(evidence=[]), "claims[0].evidence", "quote"),
    ("unknown stage", lambda r, c: c.update(stage="delivred"), "claims[0].stage", "'delivered'"),
    ("unknown category", lambda r, c: c["materiel"].update(category="drone"),
     "claims[0].materiel.category", "use one of"),
    ("unknown unit", lambda r, c: c["quantity"].update(unit="pieces"),
     "claims[0].quantity.unit", "'piece'"),
    ("bounds reversed", lambda r, c: c["quantity"].update(min=5, max=2),
     "claims[0].quantity", "annotation guide"),
    ("negative number", lambda r, c: c["quantity"].update(min=-1),
     "claims[0].quantity.min", "found -1"),
    ("state without country", lambda r, c: c["supplier"].update(country=None),
     "claims[0].supplier.country", '"country": "IR"'),
    ("id of no known form", lambda r, c: c["supplier"].update(id="Iran", country="IR"),
     "claims[0].supplier.id", "found 'Iran'"),
    ("no party at all", lambda r, c: c.update(supplier=None, recipient=None), "claims[0]", "guide"),
    ("no materiel", lambda r, c: c.update(materiel=None), "claims[0].materiel", "category"),
    ("date that is none", lambda r, c: c.update(date={"start": "2022-13-01", "end": "2022-12-02",
                                                     "text": "Moskau"}),
     "claims[0].date.start", "2022-13-01"),
    ("date reversed", lambda r, c: c.update(date={"start": "2022-02-01", "end": "2022-01-01",
                                                  "text": "Moskau"}),
     "claims[0].date", "guide"),
    ("missing slot", lambda r, c: c.pop("polarity"), "claims[0].polarity", 'add "polarity"'),
    ("misspelt slot", lambda r, c: c.update(attributions=c["attribution"]),
     "claims[0].attributions", "'attribution'"),
    ("attribution not in the text", lambda r, c: c.update(attribution=["Wall Street Journal"]),
     "claims[0].attribution[0]", "copy the words"),
    ("span outside", lambda r, c: c["supplier"].update(span={"start": 5, "end": 999}),
     "claims[0].supplier.span", "code points"),
    ("span and words differ", lambda r, c: c["supplier"].update(
        span={"start": 0, "end": 7, "text": "Moskau"}), "claims[0].supplier.span", "offsets"),
    ("claims no list", lambda r, c: r.update(claims={}), "claims", "[…]"),
    ("claim no object", lambda r, c: r["claims"].append("x"), "claims[1]", "{…}"),
    ("claim twice", lambda r, c: r["claims"].append(c), "claims[1]", "remove one"),
    ("no text", lambda r, c: r.pop("text"), "text", "add"),
    ("no id", lambda r, c: r.pop("id"), "id", "unique"),
    ("language not a code", lambda r, c: r.update(language="German"), "language", "'German'"),
    ("published is no date", lambda r, c: r.update(published="gestern"), "published", "'gestern'"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "slot", "repair"), [d[1:] for d in DEFECTS], ids=[d[0] for d in DEFECTS]
)
def test_each_defect_is_found_with_line_slot_and_repair(
    tmp_path: Path,
    change: Callable[[dict[str, Any], dict[str, Any]], object],
    slot: str,
    repair: str,
) -> None:
    second = copy.deepcopy(GOOD) | {"id": "t-0"}
    path = write(tmp_path / "gold.jsonl", second, damaged(change))
    problems = validate(path)
    assert [problem.slot for problem in problems] == [slot], [str(p) for p in problems]
    assert problems[0].line == 2
    assert repair in problems[0].repair
    assert str(problems[0]).startswith(f"{path}:2: ")


def test_all_bad_rows_are_reported_at_once(tmp_path: Path) -> None:
    rows = [damaged(change) | {"id": f"x-{i}"} for i, (_, change, _, _) in enumerate(DEFECTS)
            if "id" not in DEFECTS[i][0].split()]  # fmt: skip
    path = write(tmp_path / "gold.jsonl", *rows, "{broken", GOOD, GOOD)
    problems = validate(path)
    assert {problem.line for problem in problems} == {*range(1, len(rows) + 2), len(rows) + 3}
    with pytest.raises(DataError) as caught:
        load(path)
    assert len(caught.value.problems) == len(problems)


def test_unreadable_files_say_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        validate(tmp_path / "none.jsonl")
    with pytest.raises(InputError, match="folder"):
        validate(tmp_path)
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes("Ägypten".encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        validate(latin)


@pytest.mark.parametrize("language", ["de", "en"])
def test_record_form_round_trips(tmp_path: Path, language: str) -> None:
    corpus = load("newsroom/train", language=language)
    path = tmp_path / "copy.jsonl"
    assert write_jsonl(corpus, path) == len(corpus)
    again = load(path)
    assert [gold.document for gold in again] == [gold.document for gold in corpus]
    assert again.claims == corpus.claims


@pytest.mark.parametrize("language", ["de", "en"])
def test_standoff_form_round_trips_and_holds_no_text(tmp_path: Path, language: str) -> None:
    corpus = load("newsroom/dev", language=language)
    path = tmp_path / "standoff.jsonl"
    write_jsonl(corpus, path, form="standoff")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert not any("text" in row for row in rows)
    assert [row["chars"] for row in rows] == [len(gold.document.text) for gold in corpus]
    again, problems = read_jsonl(path, texts={gold.id: gold.document.text for gold in corpus})
    assert problems == []
    assert tuple(claim for gold in again for claim in gold.claims) == corpus.claims


def test_dumped_claims_can_be_read_as_gold(tmp_path: Path) -> None:
    # What `extract` writes can be corrected by hand and used as gold.
    corpus = load("newsroom/de/dev")
    gold = next(one for one in corpus if one.claims)
    row = {"id": gold.id, "text": gold.document.text, "language": "de",
           "claims": [claim.model_dump(mode="json") for claim in gold.claims]}  # fmt: skip
    again = load(write(tmp_path / "dump.jsonl", row))
    assert again.claims == gold.claims


def test_separators_inside_strings_do_not_break_lines(tmp_path: Path) -> None:
    row = damaged(lambda r, c: r.update(text=r["text"] + "\u2028Ende\x85"))
    assert validate(write(tmp_path / "gold.jsonl", row)) == []
