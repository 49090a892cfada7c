"""Loading plugins: each in its own ``try``, none before it is needed."""

from __future__ import annotations

import importlib
from collections.abc import Collection, Iterable
from importlib.metadata import EntryPoint

import pluggy

from armstrade import hookspecs
from armstrade._version import __version__
from armstrade.errors import PluginError
from armstrade.plugins.discovery import (
    BUILTINS,
    VARIABLE,
    Candidate,
    PluginInfo,
    PluginStatus,
    installed,
    selection,
)
from armstrade.plugins.outcome import PluginFailure

OWN = f"armstrade {__version__}"
"""Distribution and version of the built-in plugins."""


class Loader:
    """The plugins of one registry: what there is, what is loaded, what failed.

    Parameters
    ----------
    builtins, entry_points, load
        As for `armstrade.plugins.Registry`.
    """

    def __init__(
        self,
        *,
        builtins: bool = True,
        entry_points: Iterable[EntryPoint] | None = None,
        load: Collection[str] | None = None,
    ) -> None:
        self.failures: list[PluginFailure] = []
        self.labels: dict[str, str | None] = {}
        self._builtins = BUILTINS if builtins else {}
        self._points = entry_points
        self._selected = selection() if load is None else frozenset(load)
        self._pm = _manager()
        self._candidates: list[Candidate] | None = None
        self._done: set[str] = set()
        self._blocked: set[str] = set()
        self._by_hand: list[str] = []

    # ---- by hand

    def register(self, plugin: object, name: str) -> None:
        """Add a plugin by hand; what is wrong with it raises `PluginError`."""
        if name in self._blocked:
            raise PluginError(f"plugin {name!r} is blocked", plugin=name)
        if self._pm.has_plugin(name):
            raise PluginError(f"plugin {name!r} is already registered", plugin=name)
        self._add(plugin, name, None)
        self._by_hand.append(name)

    def block(self, name: str) -> None:
        """Keep a plugin from loading; unload it when it is loaded."""
        self._blocked.add(name)
        self._pm.set_blocked(name)

    # ---- loading

    def load_builtins(self, hook: str | None = None) -> None:
        """Import our own modules that implement `hook`, or any hook."""
        for name, modules in self._builtins.items():
            for module in modules if hook in (None, name) else ():
                if module in self._done or module in self._blocked:
                    continue
                self._done.add(module)
                try:
                    self._add(importlib.import_module(module), module, OWN)
                except (Exception, SystemExit) as error:  # noqa: BLE001 - isolates; kept
                    self.fail(module, "load", error, OWN)

    def load_installed(self, only: str | None = None) -> None:
        """Import the installed plugins that may load, or the one called `only`."""
        by_name: dict[str, list[Candidate]] = {}
        for found in self._installed():
            by_name.setdefault(found.name, []).append(found)
        for name, candidates in by_name.items():
            if name in self._done or not self._may_load(name) or only not in (None, name):
                continue
            self._done.add(name)
            if len(candidates) > 1 or self._pm.has_plugin(name):
                sources = [found.label or found.entry_point.value for found in candidates]
                if self._pm.has_plugin(name):
                    sources.insert(0, "one registered by hand")
                error = PluginError(
                    f"the plugin name {name!r} is used by {' and '.join(sources)}; "
                    f"uninstall one, or leave the name out of {VARIABLE}",
                    plugin=name,
                )
                self.fail(name, "load", error)
            else:
                self._load(candidates[0])

    def _load(self, found: Candidate) -> None:
        when = "load"
        try:
            plugin = found.entry_point.load()
            when = "register"
            self._add(plugin, found.name, found.label)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - isolates a plugin; kept
            self.fail(found.name, when, error, found.label)

    def _add(self, plugin: object, name: str, label: str | None) -> None:
        """Check a plugin and register it.

        It is tried out in a manager of its own first: a registration that fails half
        way leaves traces.
        """
        if isinstance(plugin, type):
            raise PluginError(
                f"plugin {name!r}: {plugin.__qualname__} is a class; its hooks need an instance, "
                "so name a module or an object",
                plugin=name,
            )
        trial = _manager()
        try:
            trial.register(plugin, name=name)
            trial.check_pending()
        except pluggy.PluginValidationError as error:
            raise PluginError(
                f"plugin {name!r}: {' '.join(str(error).split())}; "
                "the hooks stand in armstrade.hookspecs",
                plugin=name,
            ) from error
        callers = trial.get_hookcallers(plugin) or []
        for caller in callers:
            for impl in caller.get_hookimpls():
                if impl.hookwrapper or impl.wrapper:
                    raise PluginError(
                        f"plugin {name!r}: {caller.name} is a wrapper; hooks only register, "
                        "so there is nothing to wrap",
                        plugin=name,
                    )
        if not callers:
            raise PluginError(
                f"plugin {name!r} implements no hook; mark a function named after a hook with "
                "@armstrade.hookimpl",
                plugin=name,
            )
        self._pm.register(plugin, name=name)
        self.labels[name] = label

    def fail(
        self, name: str, when: str, error: BaseException, distribution: str | None = None
    ) -> None:
        """Keep a failure."""
        distribution = distribution or self.labels.get(name)
        self.failures.append(PluginFailure.of(name, when, error, distribution=distribution))

    def implementations(self, hook: str) -> list[pluggy.HookImpl]:
        """What the loaded plugins implement, by name of plugin, not by order of loading."""
        return sorted(
            getattr(self._pm.hook, hook).get_hookimpls(), key=lambda impl: impl.plugin_name
        )

    # ---- describing

    def describe(self) -> list[PluginInfo]:
        """Built-ins first, then by name; loads nothing."""
        own = sorted({module for modules in self._builtins.values() for module in modules})
        infos = [self._info(name, name, "armstrade", __version__, builtin=True) for name in own]
        others = [
            self._info(name, repr(self._pm.get_plugin(name)), None, None) for name in self._by_hand
        ]
        for found in self._installed():
            others.append(
                self._info(found.name, found.entry_point.value, found.distribution, found.version)
            )
        return infos + sorted(others, key=lambda info: (info.name, info.distribution or ""))

    def _info(
        self,
        name: str,
        target: str,
        distribution: str | None,
        version: str | None,
        *,
        builtin: bool = False,
    ) -> PluginInfo:
        plugin = self._pm.get_plugin(name)
        callers = (None if plugin is None else self._pm.get_hookcallers(plugin)) or []
        failures = tuple(failure for failure in self.failures if failure.name == name)
        if name in self._blocked:
            status = PluginStatus.BLOCKED
        elif failures:
            status = PluginStatus.FAILED
        elif plugin is not None:
            status = PluginStatus.LOADED
        elif not builtin and not self._may_load(name):
            status = PluginStatus.NOT_SELECTED
        else:
            status = PluginStatus.AVAILABLE
        return PluginInfo(
            name=name,
            distribution=distribution,
            version=version,
            target=target,
            builtin=builtin,
            status=status,
            hooks=tuple(sorted(caller.name for caller in callers)),
            failures=failures,
        )

    def _installed(self) -> list[Candidate]:
        if self._candidates is None:
            self._candidates = installed(self._points)
            known = {found.name for found in self._candidates}
            for name in sorted((self._selected or frozenset()) - known):
                error = PluginError(
                    f"{VARIABLE} names {name!r}, which is not installed; "
                    f"installed: {', '.join(sorted(known)) or 'none'}",
                    plugin=name,
                )
                self.fail(name, "load", error)
        return self._candidates

    def _may_load(self, name: str) -> bool:
        return name not in self._blocked and (self._selected is None or name in self._selected)


def _manager() -> pluggy.PluginManager:
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    return manager
