"""Reads gold records: strings (record form) or offsets (standoff form) into claims.

Nothing is dropped silently: whatever cannot be read becomes a `Problem`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from armstrade.claims import (
    Category,
    Condition,
    Counting,
    Document,
    Factuality,
    Materiel,
    Mode,
    Party,
    Period,
    Polarity,
    Quantity,
    Source,
    Span,
    Stage,
    TransferClaim,
    Unit,
    Value,
)

from .ground import closest, locate, locate_evidence, locate_pair
from .model import GoldDocument

DOCUMENT_KEYS = ("id", "language", "published", "title", "url", "outlet", "text", "tags", "claims")
STANDOFF_KEYS = ("file", "sha256", "chars", "publisher")
CLAIM_KEYS = (
    "supplier", "recipient", "intermediary", "materiel", "quantity", "stage", "polarity",
    "factuality", "date", "mode", "consideration", "attribution", "evidence",
)  # fmt: skip
OPTIONAL_CLAIM_KEYS = ("condition", "value", "counting", "maker", "places")
DERIVED_CLAIM_KEYS = ("id", "document_id", "confidence", "provenance")
_CLAIM_ENUMS: dict[str, type[StrEnum]] = {
    "stage": Stage, "polarity": Polarity, "factuality": Factuality, "mode": Mode,
}  # fmt: skip
_BLOCS = ("EU", "UN")  # two letters, yet no states
PARTIES = ("supplier", "recipient", "intermediary", "maker")

_E = TypeVar("_E", bound=StrEnum)
_M = TypeVar("_M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one slot of one row of a corpus file.

    Attributes
    ----------
    line
        Line in the file, counted from 1.
    slot
        Where in the row, for example ``claims[2].supplier.text``; empty for the whole row.
    what
        What is wrong.
    repair
        What to do about it.
    document_id
        The row's id where it could be read.
    path
        The file.
    """

    line: int
    slot: str
    what: str
    repair: str
    document_id: str | None = None
    path: str | None = None

    def __str__(self) -> str:
        place = f"{self.path or '<records>'}:{self.line}"
        name = f" {self.document_id}" if self.document_id else ""
        slot = f" {self.slot}" if self.slot else ""
        return f"{place}:{name}{slot}: {self.what}; {self.repair}"


class RecordReader:
    """Turns one JSON object into a `GoldDocument`, collecting problems on the way."""

    def __init__(self, *, path: str | None = None) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._line = 0
        self._document_id: str | None = None

    def problem(self, slot: str, what: str, repair: str) -> None:
        """Note something wrong with the row at hand."""
        self.problems.append(Problem(self._line, slot, what, repair, self._document_id, self.path))

    def at(self, line: int, document_id: str | None = None) -> None:
        """Say which row the next problems belong to."""
        self._line, self._document_id = line, document_id

    def read(
        self, row: object, *, line: int, text: str | None = None, split: str | None = None
    ) -> GoldDocument | None:
        """Read one row; ``None`` when not even its document could be built.

        Parameters
        ----------
        text
            The document's text where the row does not hold it (standoff form).
        """
        self.at(line)
        if not isinstance(row, dict):
            self.problem("", "the row is no JSON object", "write one {…} per line")
            return None
        if isinstance(row.get("id"), str) and row["id"]:
            self._document_id = row["id"]
        else:
            self.problem("id", "the row has no id", 'add "id": "…", unique in the file')
        self._keys("", row, ("text", "claims") if text is None else ("claims",),
                   DOCUMENT_KEYS + STANDOFF_KEYS)  # fmt: skip
        text = row.get("text") if text is None else text
        if not isinstance(text, str):
            if "text" in row:
                self.problem("text", "the text is no string", 'write "text": "…"')
            return None
        document = self._model("", Document, {
            "id": row.get("id") or "", "text": text,
            **{key: row.get(key) for key in ("language", "published", "title", "url", "outlet")},
        })  # fmt: skip
        if document is None:
            return None
        claims = []
        for index, raw in enumerate(self._list("claims", row.get("claims"))):
            claim = self._claim(f"claims[{index}]", raw, document)
            if claim is not None:
                claims.append(claim)
        tags = self._list("tags", row.get("tags"))
        if not all(isinstance(tag, str) for tag in tags):
            self.problem("tags", "a tag is no string", 'write "tags": ["…"]')
            tags = []
        return GoldDocument(document, tuple(claims), split=split, tags=tuple(tags))

    # -- one claim ---------------------------------------------------------------

    def _claim(self, slot: str, raw: object, document: Document) -> TransferClaim | None:
        if not isinstance(raw, dict):
            self.problem(slot, "the claim is no JSON object", "write {…}")
            return None
        before = len(self.problems)
        self._keys(slot, raw, CLAIM_KEYS, CLAIM_KEYS + OPTIONAL_CLAIM_KEYS + DERIVED_CLAIM_KEYS)
        text = document.text
        evidence = self._evidence(f"{slot}.evidence", raw.get("evidence"), text)
        materiel, quantity = self._materiel_and_quantity(slot, raw, text, evidence)
        near = materiel.span if materiel else None

        def span(name: str, value: object) -> Span | None:
            return self._span(f"{slot}.{name}", value, text, evidence, near)

        slots: dict[str, Any] = {"materiel": materiel, "quantity": quantity}
        for name in PARTIES:
            slots[name] = self._party(f"{slot}.{name}", raw.get(name), span, name)
        slots["date"] = self._part(slot, "date", raw, Period, ("start", "end"), span)
        slots["value"] = self._part(slot, "value", raw, Value, ("min", "max", "currency"), span)
        for name, kind in _CLAIM_ENUMS.items():
            if name in raw:
                slots[name] = self._enum(f"{slot}.{name}", kind, raw[name])
        for name, kind in (("condition", Condition), ("counting", Counting)):
            if raw.get(name) is not None:
                slots[name] = self._enum(f"{slot}.{name}", kind, raw[name])
        if quantity is not None and "counting" in slots:
            slots["quantity"] = quantity.model_copy(update={"counting": slots["counting"]})
        elif "counting" in slots:
            self.problem(f"{slot}.counting", "there is no quantity to count",
                         "give a quantity or drop counting")  # fmt: skip
        slots.pop("counting", None)
        if raw.get("consideration") is not None:
            slots["consideration"] = span("consideration", raw["consideration"])
        for name in ("attribution", "places"):
            found = [
                span(f"{name}[{i}]", item)
                for i, item in enumerate(self._list(f"{slot}.{name}", raw.get(name) or []))
            ]
            spans = tuple(item for item in found if item is not None)
            slots[name] = tuple(Source(span=s) for s in spans) if name == "attribution" else spans
        if len(self.problems) > before:
            return None
        return self._model(slot, TransferClaim, {
            "document_id": document.id, "evidence": tuple(evidence),
            "confidence": raw.get("confidence"), "provenance": raw.get("provenance"), **slots,
        })  # fmt: skip

    def _evidence(self, slot: str, raw: object, text: str) -> list[Span]:
        items = self._list(slot, raw)
        if not items and isinstance(raw, list):
            self.problem(slot, "there is no evidence", "quote the sentence the claim stands in")
        strings = [item for item in items if isinstance(item, str)]
        if len(strings) < len(items):
            spans = [
                self._span(f"{slot}[{i}]", item, text, [], None) for i, item in enumerate(items)
            ]
        else:
            spans = locate_evidence(text, strings)
            for index, (found, words) in enumerate(zip(spans, strings, strict=True)):
                if found is None:
                    self._not_found(f"{slot}[{index}]", words, text)
        return [found for found in spans if found is not None]

    def _materiel_and_quantity(
        self, slot: str, raw: dict[str, Any], text: str, evidence: list[Span]
    ) -> tuple[Materiel | None, Quantity | None]:
        thing, number = raw.get("materiel"), raw.get("quantity")
        spans: tuple[Span | None, Span | None] = (None, None)
        words = [m.get("text") if isinstance(m, dict) and "span" not in m else None
                 for m in (thing, number)]  # fmt: skip
        if isinstance(words[0], str) and isinstance(words[1], str):
            spans = locate_pair(text, words[0], words[1], evidence)

        materiel = quantity = None
        if "materiel" not in raw:
            pass  # already reported as a missing key
        elif not isinstance(thing, dict):
            self.problem(f"{slot}.materiel", "there is no materiel",
                         'write {"category": …, "designation": …, "text": …}')  # fmt: skip
        else:
            self._keys(f"{slot}.materiel", thing, ("category",),
                       ("category", "designation", "text", "span"))  # fmt: skip
            span = spans[0] or self._span(f"{slot}.materiel", thing, text, evidence, None)
            category = None
            if "category" in thing:
                category = self._enum(f"{slot}.materiel.category", Category, thing["category"])
            if span and category:
                materiel = self._model(f"{slot}.materiel", Materiel, {
                    "category": category, "designation": thing.get("designation"), "span": span,
                })  # fmt: skip
        if number is not None:
            near = materiel.span if materiel else None

            def locate_number(name: str, value: object) -> Span | None:
                if spans[1]:
                    return spans[1]
                return self._span(f"{slot}.{name}", value, text, evidence, near)

            unit = number.get("unit", Unit.PIECE) if isinstance(number, dict) else Unit.PIECE
            if self._enum(f"{slot}.quantity.unit", Unit, unit) is None:
                return materiel, None
            quantity = self._part(slot, "quantity", raw, Quantity,
                                  ("min", "max", "unit", "counting"), locate_number)  # fmt: skip
        return materiel, quantity

    def _party(self, slot: str, raw: object, span: Any, name: str) -> Party | None:
        if raw is None:
            return None
        if not isinstance(raw, dict):
            self.problem(slot, "the party is no JSON object",
                         'write {"id": …, "country": …, "text": …} or null')  # fmt: skip
            return None
        self._keys(slot, raw, ("id", "country"), ("id", "country", "text", "span"))
        party_id, country = raw.get("id"), raw.get("country")
        is_state = isinstance(party_id, str) and len(party_id) == 2 and party_id not in _BLOCS
        if is_state and country != party_id:
            self.problem(f"{slot}.country", f"state {party_id!r} has country {country!r}",
                         f'write "country": "{party_id}"')  # fmt: skip
            return None
        found = span(name, raw)
        if found is None:
            return None
        return self._model(slot, Party, {"id": party_id, "country": country, "span": found})

    def _part(
        self, slot: str, name: str, raw: dict[str, Any], model: type[_M],
        keys: tuple[str, ...], span: Any,
    ) -> _M | None:  # fmt: skip
        value = raw.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.problem(f"{slot}.{name}", f"{name} is no JSON object", "write {…} or null")
            return None
        self._keys(f"{slot}.{name}", value, (), (*keys, "text", "span"))
        found = span(name, value)
        if found is None:
            return None
        return self._model(f"{slot}.{name}", model,
                           {k: value[k] for k in keys if k in value} | {"span": found})  # fmt: skip

    # -- pieces ------------------------------------------------------------------

    def _span(
        self, slot: str, raw: object, text: str, evidence: Sequence[Span], near: Span | None
    ) -> Span | None:
        """A mention given as words, as ``{"text"}``, ``{"span"}`` or ``{"start", "end"}``."""
        words: object = raw
        if isinstance(raw, dict):
            offsets = raw.get("span")
            if isinstance(offsets, dict) and {"start", "end"} <= offsets.keys():
                return self._offsets(f"{slot}.span", offsets, text)
            if type(raw.get("start")) is int and "end" in raw:  # a dumped Span; a date has strings
                return self._offsets(slot, raw, text)
            words, slot = raw.get("text"), f"{slot}.text"
        if not isinstance(words, str) or not words:
            self.problem(slot, "the words are missing",
                         "quote them as they stand in the document, or give a span")  # fmt: skip
            return None
        found = locate(text, words, evidence, near=near)
        if found is None:
            self._not_found(slot, words, text)
        return found

    def _offsets(self, slot: str, raw: Mapping[str, Any], text: str) -> Span | None:
        start, end = raw["start"], raw["end"]
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
            self.problem(slot, f"{start}:{end} is no stretch of a text of {len(text)} code points",
                         "give half-open offsets in Unicode code points")  # fmt: skip
            return None
        words = raw.get("text", text[start:end])
        if words != text[start:end]:
            self.problem(slot, f"{start}:{end} is {text[start:end]!r}, not {words!r}",
                         "count offsets in Unicode code points, or correct the text")  # fmt: skip
            return None
        return Span.of(text, start, end)

    def _not_found(self, slot: str, words: str, text: str) -> None:
        near = closest(text, words)
        self.problem(
            slot,
            f"{_short(words)} does not occur in the document",
            f"did you mean {_short(near)}?" if near else "copy the words from the text",
        )

    def _list(self, slot: str, raw: object) -> list[Any]:
        if isinstance(raw, list):
            return raw
        if raw is not None:
            self.problem(slot, "this is no list", "write […]")
        return []

    def _enum(self, slot: str, kind: type[_E], raw: object) -> _E | None:
        known = [member.value for member in kind]
        if isinstance(raw, str) and raw in known:
            return kind(raw)
        close = difflib.get_close_matches(str(raw), known, n=1)
        self.problem(slot, f"{raw!r} is no {kind.__name__.lower()}",
                     f"did you mean {close[0]!r}?" if close else f"use one of {', '.join(known)}",
                     )  # fmt: skip
        return None

    def _keys(
        self, slot: str, raw: Mapping[str, Any], needed: Iterable[str], known: Iterable[str]
    ) -> None:
        prefix = f"{slot}." if slot else ""
        known = list(known)
        for key in needed:
            if key not in raw:
                self.problem(f"{prefix}{key}", "the key is missing",
                             f'add "{key}" (null when there is nothing)')  # fmt: skip
        for key in raw:
            if key not in known:
                close = difflib.get_close_matches(key, known, n=1)
                self.problem(f"{prefix}{key}", "unknown key",
                             f"did you mean {close[0]!r}?" if close else "remove it")  # fmt: skip

    def _model(self, slot: str, model: type[_M], data: dict[str, Any]) -> _M | None:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for one in error.errors():
                where = ".".join(str(part) for part in one["loc"])
                self.problem(
                    ".".join(part for part in (slot, where) if part),
                    one["msg"].removeprefix("Value error, "),
                    f"found {_short(one['input'])}" if where else "see the annotation guide",
                )
            return None


def _short(value: object, width: int = 60) -> str:
    shown = repr(value)
    return shown if len(shown) <= width else shown[: width - 1] + "…"
