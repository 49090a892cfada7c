"""A comparison for a terminal: statements below each other, extractors side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from armstrade.claims.render.words import one_line

from .comparison import Comparison, Row, Statement
from .plain import printable
from .slots import NOTHING
from .table import COLOURS, quoted

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_LABEL = 15
"""Width of the slot names with the mark before them."""
_GAP = 2
_NARROWEST = 12
_DIFFERENT = "≠"


def print_comparison(console: Console, comparison: Comparison) -> None:
    """Print it; where the columns do not fit side by side, they follow in several rows."""
    from rich.text import Text

    document = comparison.document
    about = " · ".join(fact for fact in (document.published, document.title) if fact)
    head = Text(printable(document.id), style="bold")
    head.append(f"  {printable(about)}" if about else "", style="not bold")
    blocks = [[*_wrapped(console, head, indent=2), *_columns(console, comparison)]]
    for number, statement in enumerate(comparison.statements, start=1):
        blocks.append(list(_statement(console, comparison, statement, number)))
    blocks.append(list(_wrapped(console, Text(comparison.summary()), indent=2)))
    for number, block in enumerate(blocks):
        if number:
            console.print()
        for line in block:
            console.print(line, soft_wrap=True)


def _columns(console: Console, comparison: Comparison) -> Iterator[Text]:
    from rich.text import Text

    for column in comparison.columns:
        count = f"{column.claims} claim{'' if column.claims == 1 else 's'}"
        note = f"; {printable(column.note)}" if column.note else ""
        line = Text(f"  {printable(column.name)}: {count}{note}", style="dim")
        yield from _wrapped(console, line, indent=4)


def _statement(
    console: Console, comparison: Comparison, statement: Statement, number: int
) -> Iterator[Text]:
    from rich.text import Text

    differs = bool(statement.differing) and len(comparison.told_by(statement)) > 1
    verdict = Text.assemble((f"{number}  ", "bold"))
    verdict.append(printable(comparison.verdict(statement)), style="red" if differs else "bold")
    yield from _wrapped(console, verdict, indent=3)
    for some in _groups(len(comparison.columns), console.width):
        width = (console.width - _LABEL) // len(some) - _GAP
        names = [Text(printable(comparison.columns[i].name), style="dim") for i in some]
        yield from _lines(console, Text(), names, width)
        for row in (*statement.rows, *statement.behind):
            mark = _DIFFERENT if row.differs else " "
            label = Text(f" {mark} {row.slot}", style="red" if row.differs else "dim")
            yield from _lines(console, label, [_cell(row, i) for i in some], width)
    for span in statement.evidence:
        owner = next(
            claim for claim in statement.claims if claim is not None and span in claim.evidence
        )
        yield from _wrapped(console, Text("   > ") + quoted(owner, span.start, span.text), indent=5)


def _cell(row: Row, column: int) -> Text:
    from rich.text import Text

    words = row.cells[column]
    if words is None:
        return Text()
    style = "bold red" if row.odd[column] else COLOURS.get(row.slot, "")
    return Text(printable(one_line(words)) or NOTHING, style=style)


def _groups(columns: int, width: int) -> Iterator[Sequence[int]]:
    """Numbers of the columns that stand side by side."""
    most = max((width - _LABEL) // (_NARROWEST + _GAP), 1)
    for first in range(0, columns, most):
        yield range(first, min(first + most, columns))


def _lines(console: Console, label: Text, cells: Sequence[Text], width: int) -> Iterator[Text]:
    """A row whose cells are wrapped in their columns; no blanks at line ends."""
    columns = [list(cell.wrap(console, width)) for cell in cells]
    for number in range(max(map(len, columns), default=0)):
        line = label.copy() if number == 0 else label.blank_copy()
        line.append(" " * (_LABEL - line.cell_len))
        for column in columns:
            piece = column[number].copy() if number < len(column) else label.blank_copy()
            piece.rstrip()
            line.append_text(piece)
            line.append(" " * (width + _GAP - piece.cell_len))
        line.rstrip()
        yield line


def _wrapped(console: Console, text: Text, *, indent: int) -> Iterator[Text]:
    """The text in lines, all but the first indented."""
    from rich.text import Text

    for number, line in enumerate(text.wrap(console, console.width - indent)):
        line.rstrip()
        yield Text(" " * indent).append_text(line) if number else line
