"""``armstrade lexicon``."""

from __future__ import annotations

import typer

lexicon = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="Look into the lexicon.")
