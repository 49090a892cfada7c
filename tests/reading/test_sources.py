"""Files, folders and standard input become documents, or errors with a remedy."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from armstrade.claims import Document
from armstrade.errors import ArmstradeError, InputError
from armstrade.reading.sources import read_sources

PAGE = """<!doctype html><html lang="de"><head>{meta}
<title>Berlin liefert Panzer | Zeitung</title>
<meta property="article:published_time" content="2023-02-03T10:00:00Z"></head>
<body><nav><a href="/">Start</a> <a href="/p">Politik</a></nav><article>
<h1>Berlin liefert Panzer</h1>
<p>Deutschland liefert der Ukraine vierzehn Panzer vom Typ Leopard 2. Das sagte der Kanzler am
Mittwoch in Berlin für die Regierung.</p>
<p>Polen schließt sich an und gibt weitere Panzer, wie die Regierung in Warschau mitteilte. Die
Ukraine dankte beiden Ländern für die Hilfe.</p></article></body></html>"""


def read(*sources: object, **options: object) -> list[Document | ArmstradeError]:
    return list(read_sources([str(source) for source in sources], **options))  # type: ignore[arg-type]


def one(*sources: object, **options: object) -> Document:
    [document] = read(*sources, **options)
    assert isinstance(document, Document), document
    return document


def problem(*sources: object, **options: object) -> str:
    [error] = read(*sources, **options)
    assert isinstance(error, ArmstradeError), error
    return str(error)


@pytest.mark.parametrize(
    ("data", "text", "reason"),
    [
        ("Öl".encode(), "Öl", "UTF-8"),
        ("Öl".encode("utf-8-sig"), "Öl", "a byte order mark is no part of the text"),
        ("Öl".encode("utf-16"), "Öl", "UTF-16 with a mark"),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n", "line endings are kept"),
        ("𝕏 \u2028 e\u0301".encode(), "𝕏 \u2028 e\u0301", "no normalisation"),
        (b"", "", "an empty file is an empty document"),
    ],
)
def test_text_is_what_the_file_holds(tmp_path: Path, data: bytes, text: str, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert one(path).text == text, reason


def test_other_encodings_need_a_word(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Zeile\nfür".encode("cp1252"))
    assert problem(path).startswith(f"{path}:2: byte 0xfc is no UTF-8")
    assert one(path, encoding="cp1252").text == "Zeile\nfür"
    path.write_bytes("für".encode())
    assert one(path, encoding="cp1252").text == "für"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 \xff", "pdftotext"),
        (b"PK\x03\x04\x00\x00", "zero bytes"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "zero bytes"),
        (b"\xff\xfe\x00", "does not go on like it"),
    ],
)
def test_binary_files_are_no_text(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert message in problem(path)


def test_folders_are_searched_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", ".hidden.txt", ".git/x.txt", "b/notes.doc"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    found = [one for one in read(tmp_path) if isinstance(one, Document)]
    assert [document.text for document in found] == ["a.txt", "b/1.md", "b/2.txt"]
    assert found[0].id == (tmp_path / "a.txt").as_posix()
    assert len(read(tmp_path, tmp_path / "a.txt")) == 3, "the same file is read once"


def test_a_bad_source_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.txt").write_text("good")
    found = read(tmp_path / "no.txt", tmp_path / "empty", "https://x.org/a", tmp_path / "good.txt")
    assert [type(item).__name__ for item in found] == ["InputError"] * 3 + ["Document"]
    assert "no such file" in str(found[0])
    assert ".jsonl" in str(found[1])
    assert "address" in str(found[2])


def test_rows_and_their_errors(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [
        '{"id": "x", "text": "eins", "language": "de-AT", "published": "2023-11-08T10:00:00Z"}',
        "{oops",
        "",
        '{"text": "drei", "extra": 1, "title": "T", "url": "u", "outlet": "o"}',
        '{"txt": "vier"}',
        '{"text": "f", "published": "2023-02-30"}',
        '{"text": "g", "language": "german"}',
        '{"id": "x", "text": "again"}',
        "[1]",
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    first, *rest = read(path, language="en", published="2020")
    assert first == Document(id="x", text="eins", language="de", published="2023-11-08")
    assert rest[1] == Document(
        id=f"{path.as_posix()}:4", text="drei", language="en", published="2020", title="T",
        url="u", outlet="o",
    )  # fmt: skip
    errors = [str(item) for item in rest if isinstance(item, InputError)]
    assert [error.removeprefix(path.as_posix()).split(" ")[0] for error in errors] == [
        ":2:", ":5:", ":6:", ":7:", ":", ":9:",
    ]  # fmt: skip
    for error, words in zip(
        errors,
        ("no JSON", '"text"', "calendar", "two-letter", "is taken by", '"text"'),
        strict=True,
    ):
        assert words in error


def test_a_bad_byte_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "a"}\n{"text": "\xfc"}\n{"text": "c"}\n')
    first, second, third = read(path)
    assert isinstance(first, Document)
    assert str(second).startswith(f"{path.as_posix()}:2: byte 0xfc")
    assert isinstance(third, Document)


@pytest.mark.parametrize("content", [{"text": "a"}, [{"text": "a"}]])
def test_json_is_an_object_or_a_list(tmp_path: Path, content: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content))
    assert one(path).text == "a"
    path.write_text('[{"text": "a"},\n oops]')
    assert f"{path.as_posix()}:2: no JSON" in problem(path)


@pytest.mark.parametrize(
    ("data", "id", "text"),
    [
        (b"plain {text}", "stdin", "plain {text}"),
        (b'{"text": "a"}\n', "stdin:1", "a"),
        (b"", "stdin", ""),
    ],
)
def test_standard_input(data: bytes, id: str, text: str) -> None:
    document = one("-", stdin=io.BytesIO(data))
    assert (document.id, document.text) == (id, text)


@pytest.mark.parametrize(
    ("meta", "encoding"),
    [
        ("", "utf-8"),
        ('<meta charset="iso-8859-1">', "iso-8859-1"),
        ("<meta charset=utf-8>", "utf-8"),
    ],
)
def test_html_article(tmp_path: Path, meta: str, encoding: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.format(meta=meta).encode(encoding))
    document = one(path)
    assert document.text.startswith("Berlin liefert Panzer\n")
    assert "Polen schließt sich an" in document.text
    assert "Politik" not in document.text
    assert (document.language, document.published) == ("de", "2023-02-03")
    assert document.title == "Berlin liefert Panzer"
    told = one(path, language="en", published="2022")
    assert (told.language, told.published) == ("en", "2022")


def test_html_in_an_undeclared_encoding_needs_a_word(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.format(meta="").encode("cp1252"))
    assert "no UTF-8" in problem(path)
    assert "schließt" in one(path, encoding="cp1252").text
    path.write_bytes(PAGE.format(meta='<meta charset="klingon">').encode("cp1252"))
    assert "'klingon'" in problem(path)


def test_html_without_article_or_trafilatura(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body></body></html>")
    assert "no article text" in problem(path)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert "pip install 'armstrade[html]'" in problem(path)


@pytest.mark.parametrize(
    "options",
    [{"language": "german"}, {"published": "yesterday"}, {"encoding": "klingon"}],
)
def test_wrong_options_are_told_before_anything_is_read(options: dict[str, str]) -> None:
    with pytest.raises(InputError):
        read_sources(["-"], **options)  # type: ignore[arg-type]
