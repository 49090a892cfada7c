"""What the commands share: exit codes, and one line on standard error for each problem."""

from __future__ import annotations

import sys
from pathlib import Path

from armstrade.report.plain import printable

FAILED = 1
USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


def complain(message: str) -> None:
    """Write ``armstrade: message`` to standard error; further lines of it are indented."""
    first, *rest = message.splitlines() or [""]
    lines = [f"armstrade: {printable(first)}", *(f"  {printable(line.strip())}" for line in rest)]
    text = "".join(line + "\n" for line in lines)
    sys.stderr.write(text.encode("utf-8", "replace").decode("utf-8"))
    sys.stderr.flush()


def write_file(path: Path, text: str, *, option: str) -> None:
    """Write a file as UTF-8; where that cannot be done, name the option to change."""
    from armstrade.claims.render.shell import write_text
    from armstrade.errors import InputError

    try:
        write_text(path, text)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}; check {option}", path=str(path)
        ) from None


def split_names(names: str) -> list[str]:
    """The names in a comma-separated option.

    Examples
    --------
    >>> split_names("rules, fuzzy")
    ['rules', 'fuzzy']
    """
    return [name.strip() for name in names.split(",") if name.strip()]


def default_extractors() -> list[str]:
    """Names of the extractors that run when none is named."""
    from armstrade.plugins import default_registry
    from armstrade.plugins.runner import capabilities

    return [one.name for one in default_registry().extractors() if capabilities(one).default]
