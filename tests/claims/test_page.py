"""The HTML page: its text is the article's, whatever the spans, and nothing in it runs."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from armstrade.claims import ClaimSet, Document, Materiel, Party, Source, Span, TransferClaim


class Page(HTMLParser):
    """Collects tags, and the text of the article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.depth = 0
        self.article = ""
        self.marked: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if self.depth and tag == "span":
            self._open.append(dict(attrs)["class"] or "")
        if tag == "div" and dict(attrs).get("class") == "text":
            self.depth = 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self.depth = 0
        elif self.depth and tag == "span":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.article += data
            for names in self._open:
                slot = "evidence" if names == "evidence" else names.split()[1]
                self.marked[slot] = self.marked.get(slot, "") + data


def one_claim(text: str, spans: list[tuple[int, int]]) -> ClaimSet:
    document = Document(id="d", text=text, language="de", title=text)
    supplier, recipient, materiel, evidence = (Span.of(text, *span) for span in spans)
    claim = TransferClaim(
        document_id="d",
        supplier=Party(span=supplier),
        recipient=Party(span=recipient),
        materiel=Materiel(category="uav", span=materiel),
        stage="delivered",
        attribution=(Source(span=supplier),),
        evidence=(evidence,),
    )
    return ClaimSet([claim], documents=[document])


# What deceives the eye is shown as U+FFFD, see tests/claims/test_shell.py.
letters = st.characters(
    exclude_categories=["Cs", "Cc"],
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text(st.one_of(letters, st.sampled_from("<>&\"'/")), min_size=1, max_size=30))
    spans = []
    for _ in range(4):
        start = draw(st.integers(0, len(text) - 1))
        spans.append((start, draw(st.integers(start + 1, len(text)))))
    return text, spans


@given(texts_with_spans())
def test_the_article_and_each_span_come_out_as_they_are(
    case: tuple[str, list[tuple[int, int]]],
) -> None:
    text, spans = case
    page = Page(one_claim(text, spans).to_html())
    assert page.article == text
    for slot, (start, end) in zip(
        ("supplier", "recipient", "materiel", "evidence"), spans, strict=True
    ):
        assert page.marked[slot] == text[start:end]


def test_hostile_text_stays_text() -> None:
    text = '</div><script>alert(1)</script><a href="javascript:x">"\'&amp;'
    page = Page(one_claim(text, [(0, 6), (6, 14), (14, 20), (0, len(text))]).to_html())
    assert page.article == text
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not any("href" in attrs or "src" in attrs for _, attrs in page.tags)
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)


def test_nothing_is_loaded_from_elsewhere() -> None:
    html = one_claim("ab", [(0, 1), (1, 2), (0, 2), (0, 2)]).to_html()
    [policy] = [
        attrs["content"]
        for tag, attrs in Page(html).tags
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "script-src 'sha256-" in policy
    assert "http://" not in html
    assert "https://" not in html


def test_every_claim_is_a_button() -> None:
    tags = Page(one_claim("ab", [(0, 1), (1, 2), (0, 2), (0, 2)]).to_html()).tags
    assert [attrs["type"] for tag, attrs in tags if tag == "button"] == ["button"]


def test_documents_without_claims_and_empty_ones_are_shown() -> None:
    documents = [Document(id="x", text="Nichts"), Document(id="y", text="")]
    html = ClaimSet(documents=documents).to_html()
    assert html.count("no transfer claims found") == 2
    assert "Nichts" in html


def test_overlapping_spans_get_lanes_of_their_own() -> None:
    html = one_claim("abcdef", [(0, 4), (2, 6), (3, 5), (0, 6)]).to_html()
    assert 'class="m supplier l1"' in html or 'class="m supplier l0"' in html
    lanes = {
        name.split()[1]: name.split()[2]
        for _, attrs in Page(html).tags
        if (name := attrs.get("class") or "").startswith("m ") and len(name.split()) == 3
    }
    assert len({lanes["supplier"], lanes["recipient"], lanes["materiel"]}) == 3
