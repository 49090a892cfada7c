"""Write the generated pages: command line, JSON Schema, leaderboard, the README's example.

    python docs/generate.py

The pages are committed; a test fails when they are stale. The example is what the installed
command prints; it changes when extractors learn, so a test looks at its form only. The command
line page is made of the commands' own parameters, not of printed help, so that it does not change
with the version of the library that prints the help. The leaderboard is made of the frozen runs in
benchmarks/frozen; nothing is run for it.
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
LEADERBOARD = HERE / "reference" / "leaderboard.md"
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
        LEADERBOARD: leaderboard(),
        HERE / "reference" / "transfer-claim.schema.json": schema,
    }


_BOARD = """# Leaderboard

<!-- Made by docs/generate.py from benchmarks/frozen; do not edit. -->

The shipped extractors on the development gold of the newsroom corpus, F1 with the 95 % interval
of a bootstrap over documents; [how a score is made](../explanation/scoring.md). `cooccurrence` is
the keyword baseline. The test split is looked at for releases only.

"""


def leaderboard() -> str:
    """The page made of the frozen runs."""
    from armstrade.benchmark import Counts
    from armstrade.benchmark.bootstrap import figures_of_counts

    levels = ("triple", "claim", "full")
    parts: dict[str, dict[str, dict[str, Any]]] = {"all": {}}
    corpus: list[str] = []
    for path in sorted((HERE.parent / "benchmarks" / "frozen").glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        corpus = found["corpus"]
        rows = {
            name: {level: Counts(*one) for level, one in zip(levels, counts, strict=True)}
            for name, counts in found["documents"].items()
        }
        parts.setdefault(found["language"], {})[found["system"]] = rows
        parts["all"].setdefault(found["system"], {}).update(rows)
    lines = [
        "| documents | extractor | triple F1 | claim precision | recall | F1 | full F1 |",
        "|---|---|---|---|---|---|---|",
    ]
    for language, systems in parts.items():
        figures = figures_of_counts({name: list(rows.values()) for name, rows in systems.items()})
        ordered = sorted(figures.items(), key=lambda item: -item[1]["claim"]["f1"].value)
        for place, (name, one) in enumerate(ordered):
            label = f"{language}: {len(systems[name])}" if place == 0 else ""
            cells = [
                label, f"`{name}`", _figure(one["triple"]["f1"]),
                f"{one['claim']['precision'].value:.2f}", f"{one['claim']['recall'].value:.2f}",
                _figure(one["claim"]["f1"]), _figure(one["full"]["f1"]),
            ]  # fmt: skip
            lines.append(f"| {' | '.join(cells)} |")
    end = f"\nCorpus {corpus[0]} {corpus[1]}, sha256 `{corpus[2][:16]}…`.\n"
    return _BOARD + "\n".join(lines) + "\n" + end


def _figure(one: Any) -> str:
    return f"{one.value:.2f} ({one.interval.low:.2f}–{one.interval.high:.2f})"


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
