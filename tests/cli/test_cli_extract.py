"""``armstrade extract``, started as a user starts it."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from armstrade.claims import ClaimSet

Run = Callable[..., subprocess.CompletedProcess[str]]

GOOD = "Nothing new. Berlin sends Kyiv 14 tanks before winter.\n"
FINDER = ("--extractors", "finder", "--language", "en")


@pytest.fixture(autouse=True)
def good(work: Path) -> None:
    (work / "good.txt").write_text(GOOD)


def test_table_fits_into_100_columns_and_shows_every_slot(run: Run) -> None:
    done = run("extract", "good.txt", "--published", "2023-11-08", *FINDER)
    assert (done.returncode, done.stderr) == (0, "")
    head, names, row, evidence = done.stdout.splitlines()
    assert head == "good.txt  2023-11-08"
    assert names.split() == [
        "supplier", "→", "recipient", "materiel", "quantity", "stage", "factuality", "source",
    ]  # fmt: skip
    assert row.split() == ["BE", "→", "UA", "armoured", "vehicle", "14", "delivered", "asserted"]
    assert evidence.strip() == "Berlin sends Kyiv 14 tanks before winter."
    assert max(map(len, done.stdout.splitlines())) <= 100
    assert "\x1b" not in done.stdout


def test_an_empty_file_is_told_and_is_no_failure(run: Run, work: Path) -> None:
    (work / "empty.txt").write_text(" \n")
    done = run("extract", "good.txt", "empty.txt", "--format", "jsonl", *FINDER)
    assert done.stderr == "armstrade: empty.txt: holds no text, so nothing is found in it\n"
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 2


def test_long_evidence_is_wrapped(run: Run, work: Path) -> None:
    (work / "long.txt").write_text("It was " + "very " * 60 + "late when Paris sends Kyiv 2 tanks.")
    lines = run("extract", "long.txt", *FINDER).stdout.splitlines()
    assert len(lines) > 5
    assert max(map(len, lines)) <= 100
    assert all(line.startswith("    ") for line in lines[3:])


def test_a_hostile_text_cannot_steer_the_terminal(run: Run, work: Path) -> None:
    (work / "evil.txt").write_text("\x1b[2J\x1b]0;x\x07 Berlin sends Kyiv 14 tanks [red]now[/red].")
    out = run("extract", "evil.txt", *FINDER).stdout
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "[red]now[/red]" in out


def test_jsonl_holds_all_documents_and_loads_back(run: Run, work: Path) -> None:
    (work / "none.txt").write_text("Rain.")
    done = run("extract", "none.txt", "good.txt", "--format", "jsonl", *FINDER)
    assert done.returncode == 0
    claims = ClaimSet.from_jsonl(done.stdout)
    assert [document.id for document in claims.documents] == ["none.txt", "good.txt"]
    assert [claim.supplier and claim.supplier.id for claim in claims] == ["BE"]
    assert claims.to_jsonl() == done.stdout


def test_csv(run: Run) -> None:
    out = run("extract", "good.txt", "-f", "csv", *FINDER).stdout
    [row] = csv.DictReader(io.StringIO(out))
    assert (row["recipient_id"], row["quantity_min"], row["category"]) == (
        "UA", "14", "armoured_vehicle",
    )  # fmt: skip


def test_html_to_a_file(run: Run, work: Path) -> None:
    done = run("extract", "good.txt", "-f", "html", "-o", "out.html", *FINDER)
    assert (done.returncode, done.stdout) == (0, "")
    assert "<!doctype html>" in (work / "out.html").read_text(encoding="utf-8")


def test_a_format_and_a_reader_of_a_plugin(run: Run, work: Path) -> None:
    (work / "two.dashes").write_text(f"{GOOD}---{GOOD}")
    done = run("extract", "two.dashes", "--format", "ids", *FINDER)
    assert (done.returncode, done.stdout) == (0, "armoured_vehicle\n" * 2), done.stderr


def test_standard_input(run: Run) -> None:
    row = json.dumps({"text": GOOD, "id": "from-a-pipe", "language": "en"})
    done = run("extract", "-", "--format", "jsonl", "--extractors", "finder", input=row)
    assert json.loads(done.stdout)["id"] == "from-a-pipe"


def test_nothing_found_is_said_on_standard_error(run: Run) -> None:
    done = run("extract", "-", *FINDER, input="Rain.")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "armstrade: no transfer claims found\n"


@pytest.mark.parametrize(
    ("options", "kept", "told"),
    [
        (["--min-confidence", "0.5"], ["armoured_vehicle"], "confidence below 0.5: 1"),
        (["--min-confidence", "1"], [], "confidence below 1: 2"),
        (["--min-confidence", "0.5", "--combine", "union"], [], "without a confidence: 2"),
        ([], ["armoured_vehicle", "artillery"], ""),
    ],
)
def test_only_what_is_sure_enough(
    run: Run, work: Path, options: list[str], kept: list[str], told: str
) -> None:
    (work / "two.txt").write_text(
        "Poland has delivered 60 tanks to Ukraine. Berlin may also send howitzers there.\n"
    )
    done = run("extract", "two.txt", "--extractors", "rules", "--format", "jsonl", *options)
    assert done.returncode == 0
    claims = json.loads(done.stdout)["claims"]
    assert [claim["materiel"]["category"] for claim in claims] == kept
    assert told in done.stderr
    assert "no transfer claims found" not in done.stderr


def test_bad_inputs_get_a_line_each_and_the_others_are_done(run: Run, work: Path) -> None:
    (work / "rows.jsonl").write_text(json.dumps({"text": GOOD}) + "\n{oops\n")
    (work / "latin.txt").write_bytes(b"f\xfcr")
    done = run("extract", "gone.txt", "latin.txt", "rows.jsonl", "good.txt", "-f", "csv", *FINDER)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 3, "a header and two claims"
    problems = done.stderr.splitlines()
    assert [line.split(" ")[1] for line in problems] == [
        "gone.txt:",
        "latin.txt:1:",
        "rows.jsonl:2:",
    ]
    assert all(line.startswith("armstrade: ") and "; " in line for line in problems)


def test_strict_stops_at_the_first_bad_input(run: Run) -> None:
    done = run("extract", "gone.txt", "good.txt", "--strict", *FINDER)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_failing_extractor_is_named_once_and_the_rest_is_done(run: Run, work: Path) -> None:
    rows = [{"text": "BOOM"}, {"text": "BOOM"}, {"text": GOOD}]
    (work / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    done = run("extract", "rows.jsonl", "-f", "jsonl", *FINDER)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 3
    [line] = done.stderr.splitlines()
    for words in ("rows.jsonl:1", "'finder'", "ValueError: cannot read this"):
        assert words in line
    strict = run("extract", "rows.jsonl", "-f", "jsonl", "--strict", *FINDER)
    assert (strict.returncode, strict.stdout) == (1, "")
    assert "cannot read this" in strict.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["good.txt", "--extractors", "findr"], "Did you mean 'finder'"),
        (["good.txt", "--format", "jsnl"], "Did you mean 'jsonl'"),
        (["good.txt", "--combine", "unoin"], "Did you mean 'union'"),
        (["good.txt", "--published", "yesterday"], "YYYY"),
        (["good.txt", "--language", "german"], "two-letter"),
        (["good.txt", "--encoding", "klingon"], "klingon"),
        (["good.txt", "--colour"], "--colour"),
        ([], "SOURCE"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_read(
    run: Run, arguments: list[str], words: str
) -> None:
    done = run("extract", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_output_that_cannot_be_written(run: Run) -> None:
    done = run("extract", "good.txt", "-o", "no/such/folder.txt", *FINDER)
    assert done.returncode == 1
    assert done.stderr.startswith("armstrade: no/such/folder.txt: ")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Interrupts reach the processes started here, although a suite in the background ignores
    them and what it starts would do so, too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("format", ["jsonl", "csv", "table"])
def test_interrupted_what_was_done_is_there(
    work: Path, environment: dict[str, str], command: str, format: str
) -> None:
    rows = [{"text": GOOD}, {"text": "SLOW"}]
    (work / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    with subprocess.Popen(
        [command, "extract", "rows.jsonl", "--format", format, *FINDER],
        cwd=work, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        # The first document's result arrives while the second one is being read.
        lines = {"jsonl": 1, "csv": 2, "table": 4}[format]
        first = [process.stdout.readline() for _ in range(lines)]
        process.send_signal(signal.SIGINT)
        rest, problems = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "tanks" in "".join(first)
    assert rest == ""
    assert "interrupted" in problems
    assert "Traceback" not in problems


def test_the_reader_of_the_pipe_may_leave(
    work: Path, environment: dict[str, str], command: str
) -> None:
    (work / "rows.jsonl").write_text((json.dumps({"text": GOOD * 50}) + "\n") * 400)
    done = subprocess.run(
        ["bash", "-c", f"{command} extract rows.jsonl -f jsonl --extractors finder "
         "--language en | head -c 10; exit ${PIPESTATUS[0]}"],
        cwd=work, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 141
    assert done.stderr == ""


def test_many_documents_are_counted_sparsely(run: Run, work: Path) -> None:
    (work / "rows.jsonl").write_text((json.dumps({"text": "Rain."}) + "\n") * 450)
    done = run("extract", "rows.jsonl", "-f", "csv", *FINDER)
    counted = [line for line in done.stderr.splitlines() if "documents done" in line]
    assert counted == [f"armstrade: {count} documents done" for count in (100, 200, 400)]
