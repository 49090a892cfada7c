"""A corpus: documents with their gold claims."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

from armstrade.claims import Document, TransferClaim


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document and the claims a careful reader finds in it.

    Attributes
    ----------
    document
        The article.
    claims
        Its gold claims, every span of them grounded; empty when there is nothing to find.
    split
        ``train``, ``dev``, ``test``, ``negative``, or ``None`` where the corpus has no splits.
    tags
        Slices the document belongs to ("sport", "denial"), for scores by slice.
    """

    document: Document
    claims: tuple[TransferClaim, ...] = ()
    split: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id


@dataclass(frozen=True, slots=True)
class Corpus(Sequence[GoldDocument]):
    """An immutable sequence of gold documents.

    Attributes
    ----------
    name
        Where it came from, for example ``newsroom/de/dev``.
    version
        Version of the gold; a change of gold bumps it. ``None`` for a bare file.
    licence
        The terms of the texts and of the gold.
    sha256
        Hash over the checksums of the files read, so that two runs can tell whether
        they saw the same gold.
    documents
        The documents in file order.
    """

    name: str
    version: str | None
    licence: str
    sha256: str
    documents: tuple[GoldDocument, ...]

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[GoldDocument]:
        return iter(self.documents)

    @overload
    def __getitem__(self, index: int) -> GoldDocument: ...
    @overload
    def __getitem__(self, index: slice) -> Corpus: ...
    def __getitem__(self, index: int | slice) -> GoldDocument | Corpus:
        if isinstance(index, slice):
            return replace(self, documents=self.documents[index])
        return self.documents[index]

    @property
    def claims(self) -> tuple[TransferClaim, ...]:
        """All gold claims, in document order."""
        return tuple(claim for gold in self.documents for claim in gold.claims)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its documents, sorted."""
        return tuple(sorted({gold.document.language or "und" for gold in self.documents}))

    def __repr__(self) -> str:
        return (
            f"<Corpus {self.name} {self.version or 'unversioned'}: {len(self)} documents, "
            f"{len(self.claims)} claims, {'/'.join(self.languages) or 'empty'}>"
        )


def from_pairs(
    pairs: Iterable[tuple[Document, Sequence[TransferClaim]]],
    *,
    name: str,
    split: str | None = None,
    licence: str = "unknown",
) -> Corpus:
    """A corpus of documents and claims that were made in code.

    Raises
    ------
    GroundingError
        When gold is not what stands in its document.

    Examples
    --------
    >>> from_pairs([(Document(id="a", text="Nothing.", language="en"), [])], name="mine")
    <Corpus mine unversioned: 1 documents, 0 claims, en>
    """
    documents = tuple(
        GoldDocument(document, tuple(claim.verify(document) for claim in claims), split=split)
        for document, claims in pairs
    )
    said = json.dumps(
        [
            [model.model_dump(mode="json") for model in (gold.document, *gold.claims)]
            for gold in documents
        ]
    )
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return Corpus(name, None, licence, digest, documents)
