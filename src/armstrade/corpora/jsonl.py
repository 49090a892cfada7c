"""Corpora as JSON Lines: one document per line, read whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from armstrade.claims import Party, Span, TransferClaim
from armstrade.errors import DataError, InputError

from .model import GoldDocument
from .records import Problem, RecordReader

Form = Literal["record", "standoff"]


def read_jsonl(
    path: str | Path,
    *,
    split: str | None = None,
    texts: Mapping[str, str] | None = None,
) -> tuple[list[GoldDocument], list[Problem]]:
    """Read a file of gold records: what could be read, and everything wrong with it.

    Parameters
    ----------
    split
        Noted on each document.
    texts
        Document texts by id, for standoff files that do not hold them.

    Raises
    ------
    InputError
        When the file is not there or not UTF-8.
    """
    reader = RecordReader(path=str(path))
    documents: list[GoldDocument] = []
    lines: dict[str, int] = {}
    for number, line in _lines(path):
        reader.at(number)
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            reader.problem("", f"not valid JSON at column {error.colno}: {error.msg}",
                           "write one complete JSON object per line")  # fmt: skip
            continue
        text = None
        row_id = row.get("id") if isinstance(row, dict) else None
        if isinstance(row_id, str):
            reader.at(number, row_id)
            if row_id in lines:
                reader.problem("id", f"line {lines[row_id]} has the same id", "make ids unique")
                continue
            lines[row_id] = number
            if texts is not None:
                text = texts.get(row_id)
        gold = reader.read(row, line=number, text=text, split=split)
        if gold is None:
            continue
        documents.append(gold)
        seen: dict[str, int] = {}
        for index, claim in enumerate(gold.claims):
            if claim.id in seen:
                reader.problem(f"claims[{index}]", f"the same claim as claims[{seen[claim.id]}]",
                               "remove one of the two")  # fmt: skip
            seen.setdefault(claim.id, index)
    return documents, reader.problems


def validate(path: str | Path) -> list[Problem]:
    """Check a corpus file in the record form; every bad row is reported, with its line.

    Parameters
    ----------
    path
        A JSON Lines file, records as in the annotation guide.

    Returns
    -------
    list of Problem
        In file order; empty when the file is sound. ``str(problem)`` is one line that
        says where, what and how to repair it.

    Raises
    ------
    InputError
        When the file is not there or not UTF-8.
    """
    return read_jsonl(path)[1]


def load_jsonl(path: str | Path) -> list[GoldDocument]:
    """Read a sound corpus file.

    Raises
    ------
    DataError
        When any row is bad; its ``problems`` lists them all.
    """
    documents, problems = read_jsonl(path)
    if problems:
        raise bad_rows(path, problems)
    return documents


def bad_rows(path: str | Path, problems: Iterable[Problem]) -> DataError:
    """The error for a file with bad rows."""
    listed = [str(problem) for problem in problems]
    return DataError(f"{path} has {len(listed)} problems; repair the rows:", problems=listed)


def write_jsonl(
    documents: Iterable[GoldDocument], path: str | Path, *, form: Form = "record"
) -> int:
    """Write gold documents, one JSON object per line.

    Parameters
    ----------
    documents
        A `Corpus`, or any gold documents.
    form
        ``record`` writes the words of each mention (as the annotation guide has them)
        together with the text; ``standoff`` writes half-open offsets in Unicode code
        points, the text's length and its sha256, but no text.

    Returns
    -------
    int
        How many documents were written.

    Notes
    -----
    The standoff form is exact. The record form leaves it to the reader to find repeated
    words again, by the guide's rule; confidence and provenance are not part of gold and
    are in neither.
    """
    rows = [_row(gold, form) for gold in documents]
    with Path(path).open("w", encoding="utf-8", newline="\n") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(rows)


def _lines(path: str | Path) -> Iterator[tuple[int, str]]:
    try:
        content = Path(path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise InputError("there is no such file", path=str(path)) from None
    except IsADirectoryError:
        raise InputError("this is a folder; name a .jsonl file in it", path=str(path)) from None
    except UnicodeDecodeError as error:
        raise InputError(
            f"not UTF-8 (byte {error.start}); convert the file", path=str(path)
        ) from None
    # Not splitlines(): JSON strings may hold U+2028 and other separators as they are.
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            yield number, line


def _row(gold: GoldDocument, form: Form) -> dict[str, Any]:
    document = gold.document
    row: dict[str, Any] = {"id": document.id}
    if form == "standoff":
        data = document.text.encode("utf-8")
        row |= {"sha256": hashlib.sha256(data).hexdigest(), "chars": len(document.text)}
    row |= {
        "language": document.language,
        "published": document.published,
        "title": document.title,
    }
    row |= {key: value for key in ("url", "outlet") if (value := getattr(document, key))}
    if form == "record":
        row["text"] = document.text
    if gold.tags:
        row["tags"] = list(gold.tags)
    row["claims"] = [_claim(claim, form) for claim in gold.claims]
    return row


def _claim(claim: TransferClaim, form: Form) -> dict[str, Any]:
    def mention(span: Span) -> dict[str, Any]:
        if form == "record":
            return {"text": span.text}
        return {"span": {"start": span.start, "end": span.end}}

    def bare(span: Span) -> Any:
        return span.text if form == "record" else mention(span)

    def party(one: Party | None) -> dict[str, Any] | None:
        if one is None:
            return None
        return {"id": one.id, "country": one.country, **mention(one.span)}

    def slot(name: str) -> dict[str, Any] | None:
        value = getattr(claim, name)
        if value is None:
            return None
        data: dict[str, Any] = value.model_dump(mode="json", exclude={"span", "counting"})
        return {**data, **mention(value.span)}

    row: dict[str, Any] = {
        "supplier": party(claim.supplier),
        "recipient": party(claim.recipient),
        "intermediary": party(claim.intermediary),
        "materiel": slot("materiel"),
        "quantity": slot("quantity"),
        "stage": claim.stage.value,
        "polarity": claim.polarity.value,
        "factuality": claim.factuality.value,
        "date": slot("date"),
        "mode": claim.mode.value,
        "consideration": bare(claim.consideration) if claim.consideration else None,
        "attribution": [bare(source.span) for source in claim.attribution],
        "evidence": [bare(span) for span in claim.evidence],
    }
    optional: dict[str, Any] = {
        "condition": claim.condition and claim.condition.value,
        "value": slot("value"),
        "counting": claim.quantity and claim.quantity.counting and claim.quantity.counting.value,
        "maker": party(claim.maker),
        "places": [bare(span) for span in claim.places],
    }
    return row | {key: value for key, value in optional.items() if value}
