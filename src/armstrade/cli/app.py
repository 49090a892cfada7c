"""The commands and what happens when one of them goes wrong."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Sequence
from typing import Annotated, Any, TextIO

import typer

from armstrade.errors import ArmstradeError, UnknownNameError

from .bench import bench
from .combine import combine
from .common import FAILED, INTERRUPTED, PIPE_CLOSED, USAGE, complain
from .compare import compare
from .extract import extract
from .lexicon import lexicon
from .plugins import plugins
from .schema import schema

# Plain help: it starts faster than rich's, reads well in a pipe and goes into the docs as it is.
app = typer.Typer(
    name="armstrade",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


# Typer brings its own copy of click or uses the installed one, depending on its version;
# this is the root of the usage errors of whichever it is.
_ClickException: Any = typer.BadParameter.__mro__[2]


def _show_version(value: bool) -> None:
    if value:
        from armstrade._version import __version__

        typer.echo(f"armstrade {__version__}")
        raise typer.Exit


@app.callback()
def armstrade(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Read news and write down who supplies which arms to whom.

    Every claim points at the words it was read from.

    \b
    Examples:
      armstrade extract article.txt --published 2023-11-08
      armstrade extract articles/ --format jsonl > claims.jsonl
      armstrade bench --corpus newsroom --split dev

    Exit codes: 0 done, 1 an input or a plugin failed (the rest was done), 2 wrong usage,
    130 interrupted.
    """


app.command()(extract)
app.command()(compare)
app.add_typer(bench, name="bench")
app.command()(plugins)
app.command()(schema)
app.add_typer(lexicon, name="lexicon")
app.add_typer(combine, name="combine")


def _command(arguments: Sequence[str]) -> Any:
    """The commands, with those of plugins when the first word is none of ours."""
    ours: Any = typer.main.get_command(app)
    first = next((word for word in arguments if not word.startswith("-")), None)
    if first is None or first in ours.commands:
        return ours
    from armstrade.plugins import default_registry

    default_registry().add_commands(app)
    return typer.main.get_command(app)


def run(arguments: Sequence[str]) -> int:
    """Run a command and return the exit code."""
    with warnings.catch_warnings():
        warnings.showwarning = _as_complaint
        return _run(arguments)


def _as_complaint(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """A warning as one line: where in our code it was raised helps nobody at a command line."""
    complain(f"warning: {message}")


def _run(arguments: Sequence[str]) -> int:
    try:
        # Not `main`: it answers Ctrl-C and closed pipes itself, with exit codes of its own.
        command = _command(arguments)
        with command.make_context("armstrade", list(arguments)) as context:
            command.invoke(context)
        sys.stdout.flush()
    except typer.Exit as done:
        sys.stdout.flush()
        return done.exit_code
    except _ClickException as error:
        error.show()
        return int(error.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        complain("interrupted; what was done is written")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has gone, as with `| head`; nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except UnknownNameError as error:
        complain(str(error))
        return USAGE
    except ArmstradeError as error:
        complain(str(error))
        return FAILED
    return 0
