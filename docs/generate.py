"""Write the generated pages: the command line reference, the JSON Schema, the README's example.

    python docs/generate.py

The pages are committed; a test fails when they are stale. The example is what the installed
command prints; it changes when extractors learn, so a test looks at its form only. The command
line page is made of the commands' own parameters, not of printed help, so that it does not change
with the version of the library that prints the help.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
README = HERE.parent / "README.md"

_HEAD = """# The command line

<!-- Made by docs/generate.py from the commands themselves; do not edit. -->

`armstrade COMMAND --help` prints what stands here.

"""


def pages() -> dict[Path, str]:
    """The generated pages, by path."""
    from armstrade.claims import claim_schema

    schema = json.dumps(claim_schema(), indent=2, ensure_ascii=False) + "\n"
    return {
        HERE / "reference" / "cli.md": _cli_page(),
        HERE / "reference" / "transfer-claim.schema.json": schema,
    }


def readme() -> str:
    """The README with what its example prints now."""
    text = README.read_text(encoding="utf-8")
    head, begin, rest = text.partition("```console\n$ ")
    command, _, rest = rest.partition("\n")
    _, end, tail = rest.partition("```\n")
    words = [str(Path(sys.executable).with_name("armstrade")), *command.split()[1:]]
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        words, cwd=README.parent, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return head + begin + command + "\n" + done.stdout + end + tail


def _cli_page() -> str:
    from typer.main import get_command

    from armstrade.cli.app import app

    tail = (HERE / "cli.tail").read_text(encoding="utf-8")
    return _HEAD + "\n".join(_sections(get_command(app), "armstrade")) + "\n" + tail


def _sections(command: Any, name: str) -> Iterator[str]:
    yield f"## `{name}`\n"
    yield _prose(command.help or "")
    rows = [_row(parameter) for parameter in command.params if parameter.name != "help"]
    if rows:
        yield "| argument or option | meaning | default |\n|---|---|---|"
        yield "\n".join(rows) + "\n"
    for child, sub in getattr(command, "commands", {}).items():
        yield from _sections(sub, f"{name} {child}")


def _prose(help: str) -> str:
    """Paragraphs as they are; those that begin with the no-rewrap mark become code blocks."""
    parts = []
    for paragraph in help.strip().split("\n\n"):
        if paragraph.startswith("\b\n"):
            title, *lines = paragraph[2:].split("\n")
            code = "\n".join(line.removeprefix("  ") for line in lines)
            parts.append(f"{title}\n\n```text\n{code}\n```")
        else:
            parts.append(paragraph)
    return "\n\n".join(parts) + "\n"


def _row(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        names = f"`{parameter.metavar or parameter.name.upper()}`"
        if parameter.nargs == -1:
            names += " (one or more)"
    else:
        value = "" if parameter.is_flag else f" {parameter.metavar}"
        names = ", ".join(f"`{option}{value}`" for option in parameter.opts)
    help = " ".join((parameter.help or "").split())
    help, _, noted = help.partition("[default: ")
    default = noted.rstrip("]") if noted else _default(parameter)
    return f"| {names.replace('|', chr(92) + '|')} | {help.strip()} | {default} |"


def _default(parameter: Any) -> str:
    default = parameter.default
    if default is None or isinstance(default, bool) or parameter.param_type_name == "argument":
        return ""
    return f"`{getattr(default, 'value', default)}`"


if __name__ == "__main__":
    for path, text in (pages() | {README: readme()}).items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {path.relative_to(HERE.parent)}")
