"""``armstrade plugins``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from armstrade.errors import PluginError
from armstrade.report.plain import printable

from .common import complain

if TYPE_CHECKING:
    from armstrade.plugins import PluginInfo, Registered, Registry


def plugins(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a list.")] = False,
) -> None:
    """List the plugins and what they register; broken ones with the reason.

    The environment variable ARMSTRADE_LOAD_PLUGINS names the installed plugins to load,
    separated by commas; when it is set and empty, none is loaded.

    \b
    Examples:
      armstrade plugins
      armstrade plugins --json
      ARMSTRADE_LOAD_PLUGINS= armstrade plugins
    """
    from armstrade.plugins import default_registry

    registry = default_registry()
    registered, clashes = _registered(registry)
    infos = registry.describe()
    if as_json:
        listed = {
            "plugins": [_plugin(info) for info in infos],
            "registered": registered,
            "clashes": clashes,
        }
        typer.echo(json.dumps(listed, indent=2, ensure_ascii=False))
    else:
        typer.echo("\n".join([*_plugin_lines(infos), *_registered_lines(registered)]))
        for clash in clashes:
            complain(clash)


def _registered(registry: Registry) -> tuple[list[dict[str, Any]], list[str]]:
    """What is registered, by kind; a clash of names costs its own kind only."""
    kinds: tuple[tuple[str, Callable[[], Iterable[Any]]], ...] = (
        ("extractor", registry.extractors),
        ("combiner", registry.combiners),
        ("reader", registry.readers),
        ("exporter", registry.exporters),
        ("corpus", registry.corpora),
    )
    registered: list[dict[str, Any]] = []
    clashes = []
    for kind, listing in kinds:
        try:
            for one in listing():
                entry = {"kind": kind, "name": one.name, "plugin": one.plugin}
                registered.append({**entry, **_declared(kind, one)})
        except PluginError as error:
            clashes.append(str(error))
    return registered, clashes


def _declared(kind: str, one: Registered[Any]) -> dict[str, Any]:
    from armstrade.plugins.runner import capabilities

    if kind != "extractor":
        return {}
    said = capabilities(one)
    return {
        "version": said.version,
        "languages": list(said.languages),
        "deterministic": said.deterministic,
        "max_chars": said.max_chars,
        "default": said.default,
        "options": None if said.Options is None else said.Options.model_json_schema(),
    }


def _plugin(info: PluginInfo) -> dict[str, Any]:
    return {
        "name": info.name,
        "distribution": info.distribution,
        "version": info.version,
        "target": info.target,
        "builtin": info.builtin,
        "status": info.status.value,
        "hooks": list(info.hooks),
        "failures": [
            {"when": failure.when, "type": failure.type, "message": failure.message}
            for failure in info.failures
        ],
    }


def _plugin_lines(infos: Iterable[PluginInfo]) -> list[str]:
    rows = [
        (
            info.name,
            info.status.value,
            "built in" if info.builtin else f"{info.distribution or '-'} {info.version or ''}",
            ", ".join(hook.removeprefix("armstrade_") for hook in info.hooks),
            info.failures,
        )
        for info in infos
    ]
    widths = [max((len(str(row[at])) for row in rows), default=0) for at in range(3)]
    lines = []
    for name, status, source, hooks, failures in rows:
        cells = (name.ljust(widths[0]), status.ljust(widths[1]), source.ljust(widths[2]), hooks)
        lines.append(printable("  ".join(cells).rstrip()))
        lines += [
            printable(f"    failed in {failure.when}: {failure.type}: {failure.message}")
            for failure in failures
        ]
    return lines


def _registered_lines(registered: Iterable[dict[str, Any]]) -> list[str]:
    lines = []
    for kind in dict.fromkeys(entry["kind"] for entry in registered):
        lines += ["", f"{kind}s:" if kind != "corpus" else "corpora:"]
        for entry in registered:
            if entry["kind"] == kind:
                lines.append("  " + _entry_words(entry))
    return lines


def _entry_words(entry: dict[str, Any]) -> str:
    words = f"{entry['name']}  ({entry['plugin']})"
    if entry["kind"] != "extractor":
        return words
    notes = [entry["version"], " ".join(entry["languages"]) or "any language"]
    if entry["max_chars"] is not None:
        notes.append(f"up to {entry['max_chars']} characters")
    if not entry["default"]:
        notes.append("only when asked for")
    if not entry["deterministic"]:
        notes.append("not deterministic")
    return f"{words}  {', '.join(notes)}"
