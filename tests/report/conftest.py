"""Two readings of one article, and a parser that insists on well-formed pages."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from armstrade.claims import Document, Materiel, Party, Provenance, Quantity, Span, TransferClaim
from armstrade.plugins.outcome import Outcome, Status

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Page(HTMLParser):
    """Tags and text of a page; an end tag that closes nothing, or the wrong thing, is an error."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self._open):
            self.text += data

    def check(self) -> None:
        """Nothing to fetch, nothing that runs but the page's own script, no id twice."""
        for tag, attributes in self.tags:
            assert tag not in {"link", "img", "iframe", "object", "base", "form"}
            for name in attributes:
                assert not name.startswith("on")
                assert name not in {"src", "srcset", "action", "data", "formaction", "style:url"}
            assert (attributes.get("href") or "#").startswith("#")
        ids = [attributes["id"] for _, attributes in self.tags if "id" in attributes]
        assert len(ids) == len(set(ids))
        scripts = [attributes for tag, attributes in self.tags if tag == "script"]
        assert [one for one in scripts if one.get("type") != "application/json"] == [{}]


TEXT = "Berlin liefert Kiew vierzig Panzer. Paris schickt Raketen an Athen."


def reading(
    document: Document, *, stage: str = "delivered", rule: str = "liefern", start: int = 0
) -> TransferClaim:
    """A claim about the first sentence, whose words stand where they stand in `TEXT`."""

    def span(begin: int, end: int) -> Span:
        return Span.of(document.text, start + begin, start + end)

    return TransferClaim(
        document_id=document.id,
        supplier=Party(id="DE", country="DE", span=span(0, 6)),
        recipient=Party(id="UA", country="UA", span=span(15, 19)),
        materiel=Materiel(category="armoured_vehicle", span=span(28, 34)),
        quantity=Quantity(min=40, max=40, span=span(20, 27)),
        stage=stage,
        evidence=(span(0, 35),),
        confidence=0.8,
        provenance=Provenance(extractor="one", rule=rule),
    )


@pytest.fixture
def document() -> Document:
    return Document(id="d", text=TEXT, language="de", published="2024-05-01", title="Panzer")


@pytest.fixture
def outcomes(document: Document) -> list[Outcome]:
    """Two extractors that agree but for the quantity, one of which says more; one that fails."""
    claim = reading(document)
    other = claim.model_copy(update={"quantity": None, "confidence": None})
    alone = TransferClaim(
        document_id="d",
        supplier=Party(id="FR", country="FR", span=Span.of(TEXT, 36, 41)),
        recipient=Party(id="GR", country="GR", span=Span.of(TEXT, 61, 66)),
        materiel=Materiel(category="missile", span=Span.of(TEXT, 50, 57)),
        stage="delivered",
        evidence=(Span.of(TEXT, 36, 67),),
    )
    return [
        Outcome("two", Status.CLAIMS, (other,)),
        Outcome("one", Status.CLAIMS, (claim, alone)),
        Outcome("zero", Status.ABSTAINED, reason="reads no German"),
    ]
