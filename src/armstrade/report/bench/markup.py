"""Tables and figures as markup; everything that is not a number goes through `escape`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armstrade.benchmark import Counts
from armstrade.claims.render.shell import escape

NONE = "–"
"""Stands for a figure of nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes
    ----------
    markup
        Already escaped.
    heat
        In [0, 1]: how strongly the cell is shaded; ``None`` for not at all.
    hint
        What pointing at the cell tells.
    """

    markup: str
    heat: float | None = None
    hint: str = ""


def text(words: object, hint: str = "") -> Cell:
    """A cell with plain text."""
    return Cell(escape(str(words)), hint=hint)


def ratio(value: float | None, *, shaded: bool = False, hint: str = "") -> Cell:
    """A figure in [0, 1] with two digits."""
    if value is None:
        return Cell(NONE, hint=hint)
    return Cell(f"{value:.2f}", value if shaded else None, hint)


def f1(counts: Counts, *, shaded: bool = True) -> Cell:
    """The F1, with the counts behind it; of nothing, a dash."""
    if not counts.gold and not counts.predicted:
        return Cell(NONE)
    hint = f"{counts.tp} right, {counts.fp} false, {counts.fn} missed"
    return ratio(counts.f1, shaded=shaded, hint=hint)


def table(caption: str, head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> str:
    """A table that scrolls sideways where it is too wide; the first cell of a row is its head."""
    if not rows:
        return ""
    heads = "".join(
        f'<th scope="col"{_hint(one)}>{one.markup}</th>' if one.markup else "<td></td>"
        for one in head
    )
    body = "".join(
        f'<tr><th scope="row"{_hint(row[0])}>{row[0].markup}</th>'
        + "".join(_cell(one) for one in row[1:])
        + "</tr>"
        for row in rows
    )
    # A region that scrolls has to be reachable with the keyboard.
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="figures"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def section(name: str, title: str, *parts: str) -> str:
    """A section with its heading; empty when nothing is in it."""
    held = "\n".join(part for part in parts if part)
    if not held:
        return ""
    return (
        f'<section id="{name}" aria-labelledby="{name}-title">\n'
        f'<h2 id="{name}-title">{escape(title)}</h2>\n{held}\n</section>'
    )


def folded(summary: str, content: str, *, unfolded: bool = False) -> str:
    """Content that can be folded away."""
    if not content:
        return ""
    state = " open" if unfolded else ""
    return f"<details{state}><summary>{escape(summary)}</summary>\n{content}\n</details>"


def note(words: str) -> str:
    """A paragraph that explains; plain text."""
    return f'<p class="note">{escape(words)}</p>'


def _cell(cell: Cell) -> str:
    heat = "" if cell.heat is None else f' class="heat" style="--heat: {cell.heat:.2f}"'
    return f"<td{heat}{_hint(cell)}>{cell.markup}</td>"


def _hint(cell: Cell) -> str:
    return f' title="{escape(cell.hint)}"' if cell.hint else ""
