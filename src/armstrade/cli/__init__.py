"""The command line: parse, call the library, print."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``armstrade`` and return its exit code, as documented in ``docs/reference/cli.md``."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments == ["--version"]:
        # Answered before anything else is imported: it has to work in a broken installation.
        from armstrade._version import __version__

        sys.stdout.write(f"armstrade {__version__}\n")
        return 0
    from .app import run

    return run(arguments)
