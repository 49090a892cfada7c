"""One self-contained page: articles with their spans marked, and the claims beside them.

Spans nest and overlap, so each is an underline in a lane of its own; a segment
between two span borders carries all underlines that run through it. Nothing is
loaded from elsewhere: the content security policy forbids it and allows only
the one script below, by its hash, so that text from a hostile article stays text.
"""

from __future__ import annotations

import base64
import hashlib
import html
import itertools
from collections.abc import Iterable
from importlib import resources
from typing import NamedTuple

from armstrade.claims.document import Document
from armstrade.claims.models import TransferClaim

from .preview import headline
from .words import materiel_words, party_words, quantity_words, source_words, stage_words

_SLOTS = ("supplier", "recipient", "intermediary", "materiel", "quantity", "date", "attribution",
          "consideration", "value", "maker", "places")  # fmt: skip


class _Mark(NamedTuple):
    start: int
    end: int
    slot: str
    lane: int
    claims: tuple[str, ...]


def render_page(pairs: Iterable[tuple[Document, list[TransferClaim]]], *, title: str) -> str:
    """The whole page as text; write it as UTF-8."""
    pairs = list(pairs)
    script = _asset("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    count = sum(len(claims) for _, claims in pairs)
    used = {name for _, claims in pairs for claim in claims for name, _ in claim.spans()}
    legend = "".join(f'<span class="m {slot}">{slot}</span> ' for slot in _SLOTS if slot in used)
    articles = "\n".join(
        _article(number, document, claims) for number, (document, claims) in enumerate(pairs)
    )
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{_escape(title)}</title>
<style>
{_asset("page.css")}</style>
</head>
<body>
<header>
<h1>{_escape(title)}</h1>
<p>{headline(count, len(pairs))}. Choose a claim, with the mouse or with Tab and Enter,
to see its words.</p>
<p class="legend">{legend}<span class="evidence">evidence</span></p>
</header>
<main>
{articles}
</main>
<script>{script}</script>
</body>
</html>
"""


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _escape(text: str) -> str:
    # A lone surrogate is legal in a Python string but not in UTF-8.
    return html.escape(text.encode("utf-8", "replace").decode("utf-8"))


def _article(number: int, document: Document, claims: list[TransferClaim]) -> str:
    facts = [document.id, document.published, document.language, document.outlet, document.url]
    # The address is shown as text, not as a link: it is a stranger's, too.
    about = " · ".join(_escape(fact) for fact in facts if fact)
    names = [f"c{number}-{position}" for position in range(len(claims))]
    language = f' lang="{_escape(document.language)}"' if document.language else ""
    return f"""<article aria-labelledby="d{number}">
<h2 id="d{number}">{_escape(document.title or document.id)}</h2>
<p class="about">{about}</p>
{_table(claims, names)}
<div class="text"{language}>{_marked(document.text, claims, names)}</div>
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
        flow = f'<button type="button" aria-pressed="false">{_escape(party_words(claim.supplier))}'
        rows.append(
            f'<tr id="{name}" data-claim="{name}"><td>{flow}</button></td>'
            + "".join(f"<td>{_escape(cell)}</td>" for cell in cells)
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


def _marks(claims: list[TransferClaim], names: list[str]) -> list[_Mark]:
    """The mentions, each once, in lanes such that no two in one lane overlap."""
    owners: dict[tuple[int, int, str], list[str]] = {}
    for claim, name in zip(claims, names, strict=True):
        for slot, span in claim.spans():
            owners.setdefault((span.start, span.end, slot), []).append(name)
    ends: list[int] = []
    marks = []
    for (start, end, slot), claim_names in sorted(owners.items()):
        if slot == "evidence":
            lane = -1
        else:
            free = (lane for lane, busy in enumerate(ends) if busy <= start)
            lane = next(free, len(ends))
            ends[lane : lane + 1] = [end]
        marks.append(_Mark(start, end, slot, lane, tuple(dict.fromkeys(claim_names))))
    return marks


def _marked(text: str, claims: list[TransferClaim], names: list[str]) -> str:
    marks = _marks(claims, names)
    borders = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    opening: dict[int, list[_Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
    open_marks: list[_Mark] = []
    parts = []
    for start, end in itertools.pairwise(borders):
        open_marks = [mark for mark in open_marks if mark.end > start] + opening.get(start, [])
        piece = _escape(text[start:end])
        # Innermost first: the lowest lane hugs the words, evidence (-1) shades all of it.
        for mark in sorted(open_marks, key=lambda mark: (mark.lane < 0, mark.lane, mark.slot)):
            owners = " ".join(mark.claims)
            kind = "evidence" if mark.lane < 0 else f"m {mark.slot} l{min(mark.lane, 9)}"
            hint = "" if mark.lane < 0 else f' title="{mark.slot}"'
            piece = f'<span class="{kind}"{hint} data-claims="{owners}">{piece}</span>'
        parts.append(piece)
    return "".join(parts)
