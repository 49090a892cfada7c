"""How far a run over many documents has come, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TypeVar

Item = TypeVar("Item")

FIRST_LINE = 100


def track(items: Iterable[Item], *, quiet: bool = False) -> Iterator[Item]:
    """Pass `items` on and tell how many there were.

    On a terminal that also shows the results nothing is told, as the results
    themselves are the progress; where they go to a file or a pipe, a counter
    runs. Without a terminal a line is written after 100, 200, 400 … documents,
    so that the log of a night's work stays short.
    """
    if quiet or (sys.stderr.isatty() and sys.stdout.isatty()):
        yield from items
    elif sys.stderr.isatty():
        yield from _counter(items)
    else:
        due = FIRST_LINE
        for count, item in enumerate(items, start=1):
            yield item
            if count == due:
                sys.stderr.write(f"armstrade: {count} documents done\n")
                due *= 2


def _counter(items: Iterable[Item]) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:.0f} documents"),
        TimeElapsedColumn(),
    )
    with ExitStack() as stack:
        bar = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
        task = bar.add_task("read", total=None)
        for item in items:
            yield item
            bar.advance(task)


@contextmanager
def counting() -> Iterator[Callable[[int, int], None]]:
    """Hand out what tells on standard error how many documents of how many are done.

    On a terminal a bar; elsewhere a line after 100, 200, 400 … documents.
    """
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("documents", total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
        return
    due = FIRST_LINE

    def tell(done: int, total: int) -> None:
        nonlocal due
        if done == due:
            sys.stderr.write(f"armstrade: {done} of {total} documents done\n")
            due *= 2

    yield tell
