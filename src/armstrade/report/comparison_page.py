"""A comparison as one self-contained page: the article beside the statements read from it."""

from __future__ import annotations

from armstrade.claims.render.marks import legend
from armstrade.claims.render.page import about, article_text, base_style, choosing_script
from armstrade.claims.render.shell import asset, escape, html_page

from .comparison import Column, Comparison, Row, Statement
from .slots import NOTHING


def comparison_page(comparison: Comparison) -> str:
    """The whole page as text; write it as UTF-8."""
    document = comparison.document
    title = f"Compared: {document.title or document.id}"
    places = [
        (number, column, claim)
        for number, statement in enumerate(comparison.statements)
        for column, claim in enumerate(statement.claims)
        if claim is not None
    ]
    claims = [claim for _, _, claim in places]
    names = [_name(number, column) for number, column, _ in places]
    cards = "\n".join(
        _card(comparison, number, statement)
        for number, statement in enumerate(comparison.statements)
    )
    body = f"""<header>
<h1>{escape(title)}</h1>
<p class="about">{about(document)}</p>
{_columns(comparison.columns)}
<p>{escape(comparison.summary())}. Choose a claim, with the mouse or with Tab, the arrow keys and
Enter, to see its words in the article.</p>
<p class="screen"><label><input type="checkbox" id="only"> only statements with
differences</label></p>
{legend(claims)}
</header>
<main class="panes">
<article aria-label="Article">
{article_text(document, claims, names)}
</article>
<div>
{cards or '<p class="none">no transfer claims found</p>'}
</div>
</main>"""
    styles = [base_style(), asset(__package__, "panes.css")]
    return html_page(title=title, body=body, styles=styles, script=choosing_script())


def slots_table(statement: Statement, heads: list[str]) -> str:
    """What each column says, slot by slot; `heads` is the markup of the columns' heads."""
    head = "".join(f'<th scope="col"{one}</th>' for one in heads)
    rows = "".join(_row(row) for row in statement.rows)
    behind = "".join(_row(row) for row in statement.behind)
    return (
        f'<div class="wide"><table class="slots" style="--columns: {len(heads)}">'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody>"
        f'<tbody class="behind">{behind}</tbody></table></div>'
    )


def _name(statement: int, column: int) -> str:
    return f"s{statement}-{column}"


def _columns(columns: tuple[Column, ...]) -> str:
    items = "".join(
        f"<li>{escape(one.name)}: {one.claims} claim{'' if one.claims == 1 else 's'}"
        + (f"; {escape(one.note)}" if one.note else "")
        + "</li>"
        for one in columns
    )
    return f"<ul>{items}</ul>"


def _card(comparison: Comparison, number: int, statement: Statement) -> str:
    heads = []
    for place, (column, claim) in enumerate(zip(comparison.columns, statement.claims, strict=True)):
        if claim is None:
            heads.append(f">{escape(column.name)}")
        else:
            heads.append(
                f' data-claim="{_name(number, place)}"><button type="button" '
                f'aria-pressed="false">{escape(column.name)}</button>'
            )
    several = len(comparison.told_by(statement)) > 1
    kind = "differ" if several and statement.differing else "alike" if several else "alone"
    quotes = "".join(f"<p>{escape(span.text)}</p>" for span in statement.evidence)
    language = comparison.document.language
    spoken = f' lang="{escape(language)}"' if language else ""
    return f"""<section class="card {kind}" aria-labelledby="h{number}">
<h3 id="h{number}">{number + 1} · {escape(comparison.verdict(statement))}</h3>
<blockquote{spoken}>{quotes}</blockquote>
{slots_table(statement, heads)}
</section>"""


def _row(row: Row) -> str:
    cells = []
    for words, odd in zip(row.cells, row.odd, strict=True):
        kind = ' class="absent"' if words is None else ' class="odd"' if odd else ""
        cells.append(f"<td{kind}>{'' if words is None else escape(words) or NOTHING}</td>")
    differs = ' class="differs"' if row.differs else ""
    return f'<tr{differs}><th scope="row">{escape(row.slot)}</th>{"".join(cells)}</tr>'
