"""JSON Lines: one object per document, with its claims; loads back exactly."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from pydantic import ValidationError

from armstrade.claims.document import Document
from armstrade.claims.models import TransferClaim
from armstrade.errors import GroundingError, InputError

_FIELDS = ("id", "language", "published", "title", "url", "outlet", "text")


def dump_record(
    document: Document, claims: Iterable[TransferClaim], *, with_text: bool = True
) -> str:
    """One line (without its newline) for a document and its claims.

    Parameters
    ----------
    with_text
        Leave the article out with ``False``, for texts that may not be passed on;
        reading such a line back takes the documents from elsewhere.
    """
    record: dict[str, object] = {
        name: getattr(document, name) for name in _FIELDS if with_text or name != "text"
    }
    record["claims"] = [claim.model_dump(mode="json") for claim in claims]
    return json.dumps(record, ensure_ascii=False)


def load_records(
    lines: Iterable[str],
    *,
    documents: Mapping[str, Document] | None = None,
    path: str | None = None,
) -> Iterator[tuple[Document, list[TransferClaim]]]:
    """Read lines written by `dump_record`; every span is checked against its text.

    Raises
    ------
    InputError
        Names the line that is no such record.
    """
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"no JSON ({error.msg})", path=path, line=number) from None
        if not isinstance(record, dict) or not isinstance(record.get("claims"), list):
            raise InputError(
                "no record with a list of claims; write it with ClaimSet.to_jsonl",
                path=path,
                line=number,
            )
        claims = record.pop("claims")
        try:
            document = _document(record, documents or {})
            if document.id in seen:
                raise InputError(
                    f"document {document.id!r} stood in line {seen[document.id]} already",
                    path=path,
                    line=number,
                )
            seen[document.id] = number
            yield (
                document,
                [TransferClaim.model_validate(claim).verify(document) for claim in claims],
            )
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise InputError(f"{place}: {first['msg']}", path=path, line=number) from None
        except GroundingError as error:
            raise InputError(str(error), path=path, line=number) from None


def _document(record: dict[str, object], documents: Mapping[str, Document]) -> Document:
    if "text" in record:
        return Document.model_validate(record)
    name = str(record.get("id"))
    if name not in documents:
        raise GroundingError(
            f"the record of document {name!r} holds no text; hand its document over "
            "in the argument `documents`",
            document_id=name,
        )
    return documents[name]
