"""One self-contained page: articles with their spans marked, and the claims beside them."""

from __future__ import annotations

from collections.abc import Iterable

from armstrade.claims.document import Document
from armstrade.claims.models import TransferClaim

from .marks import legend, marked
from .preview import headline
from .shell import asset, escape, html_page
from .words import materiel_words, party_words, quantity_words, source_words, stage_words


def base_style() -> str:
    """The style that all pages build on: colours, tables, marks."""
    return asset(__package__, "page.css")


def choosing_script() -> str:
    """The script that lights the words of the claim one chooses."""
    return asset(__package__, "page.js")


def render_page(pairs: Iterable[tuple[Document, list[TransferClaim]]], *, title: str) -> str:
    """The whole page as text; write it as UTF-8."""
    pairs = list(pairs)
    claims = [claim for _, found in pairs for claim in found]
    articles = "\n".join(
        _article(number, document, found) for number, (document, found) in enumerate(pairs)
    )
    body = f"""<header>
<h1>{escape(title)}</h1>
<p>{headline(len(claims), len(pairs))}. Choose a claim, with the mouse or with Tab and Enter,
to see its words.</p>
{legend(claims)}
</header>
<main>
{articles}
</main>"""
    return html_page(title=title, body=body, styles=[base_style()], script=choosing_script())


def about(document: Document) -> str:
    """What is known of a document, in a line of markup."""
    facts = [document.id, document.published, document.language, document.outlet, document.url]
    # The address is shown as text, not as a link: it is a stranger's, too.
    return " · ".join(escape(fact) for fact in facts if fact)


def article_text(document: Document, claims: list[TransferClaim], names: list[str]) -> str:
    """The article's text as markup, with the words of its claims marked."""
    language = f' lang="{escape(document.language)}"' if document.language else ""
    return f'<div class="text"{language}>{marked(document.text, claims, names)}</div>'


def _article(number: int, document: Document, claims: list[TransferClaim]) -> str:
    names = [f"c{number}-{position}" for position in range(len(claims))]
    return f"""<article aria-labelledby="d{number}">
<h2 id="d{number}">{escape(document.title or document.id)}</h2>
<p class="about">{about(document)}</p>
{_table(claims, names)}
{article_text(document, claims, names)}
</article>"""


def _table(claims: list[TransferClaim], names: list[str]) -> str:
    if not claims:
        return '<p class="none">no transfer claims found</p>'
    rows = []
    for claim, name in zip(claims, names, strict=True):
        provenance = claim.provenance
        by = ""
        if provenance is not None:
            by = ", ".join(provenance.votes) or provenance.extractor
            by += f" [{provenance.rule}]" if provenance.rule else ""
        if claim.confidence is not None:
            by += f" {claim.confidence:.2f}"
        date = "" if claim.date is None else f"{claim.date.start} – {claim.date.end}"
        cells = (
            party_words(claim.recipient),
            materiel_words(claim.materiel),
            quantity_words(claim.quantity),
            stage_words(claim),
            claim.factuality.value,
            date,
            source_words(claim),
            by,
        )
        flow = f'<button type="button" aria-pressed="false">{escape(party_words(claim.supplier))}'
        rows.append(
            f'<tr id="{name}" data-claim="{name}"><td>{flow}</button></td>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            + "</tr>"
        )
    head = "".join(
        f'<th scope="col">{column}</th>'
        for column in ("supplier", "recipient", "materiel", "quantity", "stage", "factuality",
                       "date", "source", "found by")
    )  # fmt: skip
    return (
        f'<div class="wide"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )
