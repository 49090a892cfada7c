"""`ClaimSet`: the claims read from some documents, and what can be done with them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, overload

from armstrade.errors import GroundingError, InputError, MissingDependencyError

from .document import Document
from .models import TransferClaim
from .render.jsonl import dump_record, load_records
from .render.preview import html_preview, text_preview
from .render.rows import COLUMNS, flat_row, write_csv_header, write_csv_rows
from .render.shell import write_text

if TYPE_CHECKING:
    import pandas


class ClaimSet(Sequence[TransferClaim]):
    """An immutable sequence of claims together with the documents they point into.

    Parameters
    ----------
    claims
        In the order in which they are to be kept.
    documents
        All documents that were read, those without claims too.
    outcomes
        What each extractor did with each document; kept as handed over, not part
        of equality and not written to files.

    Raises
    ------
    GroundingError
        When a claim belongs to none of the documents.
    InputError
        When two different documents share an id.

    Examples
    --------
    >>> from armstrade.claims import Document, TransferClaim, Span, Party, Materiel
    >>> doc = Document(id="a", text="Berlin liefert Panzer.", language="de")
    >>> claim = TransferClaim(
    ...     document_id="a",
    ...     supplier=Party(id="DE", country="DE", span=Span.of(doc.text, 0, 6)),
    ...     materiel=Materiel(category="armoured_vehicle", span=Span.of(doc.text, 15, 21)),
    ...     stage="delivered",
    ...     evidence=(Span.of(doc.text, 0, 22),),
    ... )
    >>> claims = ClaimSet([claim], documents=[doc])
    >>> claims
    ClaimSet: 1 claim from 1 document
      DE → ?  armoured vehicle  delivered  asserted
    >>> ClaimSet.from_jsonl(claims.to_jsonl()) == claims
    True
    """

    __slots__ = ("_claims", "_documents", "_outcomes")

    def __init__(
        self,
        claims: Iterable[TransferClaim] = (),
        *,
        documents: Iterable[Document] = (),
        outcomes: Iterable[Any] = (),
    ) -> None:
        by_id: dict[str, Document] = {}
        for document in documents:
            if by_id.setdefault(document.id, document) != document:
                raise InputError(
                    f"two different documents are called {document.id!r}; give each its own id"
                )
        self._documents = by_id
        self._claims = tuple(claims)
        self._outcomes = tuple(outcomes)
        for claim in self._claims:
            if claim.document_id not in by_id:
                raise GroundingError(
                    f"claim {claim.id} points into document {claim.document_id!r}, which is not "
                    "among the documents; hand it over in `documents`",
                    document_id=claim.document_id,
                )

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents that were read."""
        return tuple(self._documents.values())

    @property
    def outcomes(self) -> tuple[Any, ...]:
        """What each extractor did with each document."""
        return self._outcomes

    def __len__(self) -> int:
        return len(self._claims)

    @overload
    def __getitem__(self, index: int) -> TransferClaim: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> TransferClaim | Self:
        """One claim; a slice is a `ClaimSet` over the same documents."""
        if isinstance(index, slice):
            return type(self)(
                self._claims[index], documents=self.documents, outcomes=self._outcomes
            )
        return self._claims[index]

    def __iter__(self) -> Iterator[TransferClaim]:
        return iter(self._claims)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ClaimSet):
            return NotImplemented
        return self._claims == other._claims and self.documents == other.documents

    # A set of claims is compared, not looked up: hashing thousands of them helps nobody.
    __hash__ = None  # type: ignore[assignment]

    def by_document(self) -> Iterator[tuple[Document, list[TransferClaim]]]:
        """Each document, in reading order, with its claims."""
        groups: dict[str, list[TransferClaim]] = {name: [] for name in self._documents}
        for claim in self._claims:
            groups[claim.document_id].append(claim)
        for name, document in self._documents.items():
            yield document, groups[name]

    def to_jsonl(self, path: str | Path | None = None, *, with_text: bool = True) -> str:
        """JSON Lines, one object per document; `from_jsonl` reads them back.

        Parameters
        ----------
        path
            Also write them to this file (UTF-8).
        with_text
            Leave the articles out with ``False``, for texts that may not be passed on.

        Notes
        -----
        Claims are grouped by document; the round trip is exact for claims that
        stand in document order, as those of `extract` do.
        """
        lines = (
            dump_record(document, claims, with_text=with_text)
            for document, claims in self.by_document()
        )
        return _written("".join(line + "\n" for line in lines), path)

    @classmethod
    def from_jsonl(
        cls, source: str | Path | Iterable[str], *, documents: Iterable[Document] = ()
    ) -> Self:
        """Read what `to_jsonl` wrote.

        Parameters
        ----------
        source
            The text itself, a `pathlib.Path` to read, or an iterable of lines.
        documents
            The articles, for records written without them.

        Raises
        ------
        InputError
            Names the line that cannot be read, or whose spans do not stand in the text.
        """
        path = None
        known: Mapping[str, Document] = {document.id: document for document in documents}
        if isinstance(source, Path):
            path = str(source)
            source = source.read_text(encoding="utf-8")
        if isinstance(source, str):
            if source.strip() and not source.lstrip().startswith("{"):
                raise InputError(
                    f"{source[:40]!r} is no JSON; to read a file, hand over pathlib.Path(…)"
                )
            # Not splitlines(): JSON strings may hold U+2028 and its kin as they are.
            source = source.split("\n")
        pairs = list(load_records(source, documents=known, path=path))
        return cls(
            (claim for _, claims in pairs for claim in claims),
            documents=(document for document, _ in pairs),
        )

    def to_csv(self, path: str | Path | None = None, *, bom: bool = False) -> str:
        """One line per claim; see `armstrade.claims.render.rows` for what a flat row loses.

        Parameters
        ----------
        bom
            Start with a byte order mark, without which Excel misreads UTF-8.
        """
        stream = io.StringIO()
        write_csv_header(stream)
        for document, claims in self.by_document():
            write_csv_rows(stream, claims, document)
        return _written(("\ufeff" if bom else "") + stream.getvalue(), path)

    def to_frame(self) -> pandas.DataFrame:
        """One row per claim as a pandas data frame, with the columns of `to_csv`.

        Raises
        ------
        MissingDependencyError
            When pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise MissingDependencyError("ClaimSet.to_frame", "frame") from None
        rows = [flat_row(claim, self._documents[claim.document_id]) for claim in self._claims]
        frame = pandas.DataFrame(rows, columns=list(COLUMNS))
        # Without this a missing bound would turn every quantity into a float.
        return frame.astype({"quantity_min": "Int64", "quantity_max": "Int64"})

    def to_html(self, path: str | Path | None = None, *, title: str = "Transfer claims") -> str:
        """One self-contained page: the articles with their spans marked, and the claims."""
        from .render.page import render_page

        return _written(render_page(self.by_document(), title=title), path)

    def __repr__(self) -> str:
        return text_preview(self._claims, len(self._documents))

    def _repr_html_(self) -> str:
        return html_preview(self._claims, len(self._documents))


def _written(text: str, path: str | Path | None) -> str:
    if path is not None:
        write_text(path, text)
    return text
