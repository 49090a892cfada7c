"""``armstrade lexicon``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from armstrade.lexicon import Mention

lexicon = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Look into the lexicon, and add to it.",
)


@lexicon.command("find")
def find(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A name, or a whole sentence.")],
    language: Annotated[str, typer.Option(metavar="CODE", help="de or en.")] = "en",
    year: Annotated[
        int | None,
        typer.Option(
            metavar="YEAR",
            help="Year of the text: leaders count only in their years.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show what the lexicon knows about the words of a text.

    \b
    Examples:
      armstrade lexicon find Rheinmetall
      armstrade lexicon find "Der Kreml dankt Pjöngjang." --language de
    """
    from armstrade.lexicon import lexicon_of
    from armstrade.plugins import default_registry
    from armstrade.report.plain import printable

    from .common import FAILED, complain

    mentions = lexicon_of(default_registry()).find(text, language=language, year=year)
    for mention in mentions:
        typer.echo(printable(_words(mention)))
    if not mentions:
        complain(f"nothing found in {text!r}; `armstrade lexicon import-sipri` adds names")
        raise typer.Exit(FAILED)


@lexicon.command("import-sipri")
def import_sipri(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="CSV file downloaded from the SIPRI Arms Transfers Database."
        ),
    ],
    to: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Lexicon file to add to.  [default: your own, see ARMSTRADE_LEXICON]",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Add the designations of a trade register to your own lexicon.

    The register itself is not part of armstrade; download it from SIPRI under its terms.
    Designations that the lexicon knows are left out.

    \b
    Example:
      armstrade lexicon import-sipri trade-register.csv
    """
    from armstrade.lexicon import import_sipri as add
    from armstrade.lexicon.user import user_lexicon_path

    target = user_lexicon_path() if to is None else to
    rows = add(file, to=target)
    typer.echo(f"{len(rows)} designations added to {target}")


def _words(mention: Mention) -> str:
    entry: Any = mention.entry
    if mention.kind == "party":
        known = [entry.surface, entry.id or "no id", entry.kind]
        if entry.country and entry.country != entry.id:
            known.append(entry.country)
        if entry.valid_from or entry.valid_to:
            known.append(f"{entry.valid_from or ''}–{entry.valid_to or ''}")
    elif mention.kind == "designation":
        known = [entry.designation, entry.category.value, f"made in {entry.maker or '?'}"]
    else:
        known = [entry.term, entry.category.value, "generic" if entry.generic else "specific"]
    others = len(mention.candidates) - 1
    more = f"  (+{others} other readings)" if others > 0 else ""
    return f"{mention.start}:{mention.end}  {mention.kind}  " + ", ".join(known) + more
