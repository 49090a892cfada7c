"""Which plugins there are, told from package metadata alone: nothing is imported here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.metadata import EntryPoint, entry_points

from armstrade.plugins.outcome import PluginFailure

GROUP = "armstrade"
"""Entry point group of plugins."""

VARIABLE = "ARMSTRADE_LOAD_PLUGINS"
"""Environment variable: names of the installed plugins to load, separated by commas.

Not set: all. Empty: none. Built-in plugins are not concerned."""

BUILTINS: Mapping[str, tuple[str, ...]] = {
    "armstrade_extractors": ("armstrade.extractors",),
    "armstrade_combiners": ("armstrade.combine",),
    "armstrade_exporters": ("armstrade.export",),
    "armstrade_corpora": ("armstrade.corpora",),
}
"""Modules of ours that implement a hook, by hook; imported when that hook is first needed."""


class PluginStatus(StrEnum):
    """How far a plugin has come."""

    AVAILABLE = "available"
    LOADED = "loaded"
    FAILED = "failed"
    BLOCKED = "blocked"
    NOT_SELECTED = "not selected"


@dataclass(frozen=True, slots=True)
class PluginInfo:
    """One line about a plugin.

    Attributes
    ----------
    name
        Name of the entry point, or of the module for a built-in.
    distribution, version
        The installed package it came with, ``None`` for a plugin registered by hand.
    target
        What is imported: ``package.module:object``.
    builtin
        Whether it is part of armstrade.
    status
        ``available`` until it is first needed.
    hooks
        Hooks it implements; known once loaded.
    failures
        What it did wrong so far.
    """

    name: str
    distribution: str | None
    version: str | None
    target: str
    builtin: bool
    status: PluginStatus
    hooks: tuple[str, ...] = ()
    failures: tuple[PluginFailure, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry point with its distribution."""

    entry_point: EntryPoint
    distribution: str | None
    version: str | None

    @classmethod
    def of(cls, entry_point: EntryPoint) -> Candidate:
        """Read the metadata of an entry point."""
        dist = entry_point.dist
        if dist is None:
            return cls(entry_point, None, None)
        return cls(entry_point, dist.name, dist.version)

    @property
    def name(self) -> str:
        """Name of the entry point."""
        return self.entry_point.name

    @property
    def label(self) -> str | None:
        """Distribution and version, for messages."""
        return self.distribution and f"{self.distribution} {self.version}"


def installed(points: Iterable[EntryPoint] | None = None) -> list[Candidate]:
    """All installed plugins, by name, then by distribution."""
    if points is None:
        points = entry_points(group=GROUP)
    return sorted(
        (Candidate.of(point) for point in points),
        key=lambda found: (found.name, found.distribution or "", found.entry_point.value),
    )


def selection(environ: Mapping[str, str] = os.environ) -> frozenset[str] | None:
    """Names that the environment lets load; ``None`` when it says nothing.

    Examples
    --------
    >>> selection({}) is None
    True
    >>> sorted(selection({"ARMSTRADE_LOAD_PLUGINS": "ml, llm"}))
    ['llm', 'ml']
    >>> selection({"ARMSTRADE_LOAD_PLUGINS": ""})
    frozenset()
    """
    value = environ.get(VARIABLE)
    if value is None:
        return None
    return frozenset(name.strip() for name in value.split(",") if name.strip())
