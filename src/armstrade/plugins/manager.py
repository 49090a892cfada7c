"""The registry: finds plugins, loads them when needed, and names the culprit when one fails."""

from __future__ import annotations

import importlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import pluggy

from armstrade import hookspecs
from armstrade.errors import PluginError, UnknownNameError
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
from armstrade.plugins.protocols import (
    NAME,
    Capabilities,
    Combiner,
    Corpus,
    Exporter,
    Extractor,
    LanguagePack,
    Reader,
)

if TYPE_CHECKING:
    import typer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Registered(Generic[T]):
    """Something a plugin registered.

    Attributes
    ----------
    name
        Its name among the objects of its kind; for lexicon entries, the plugin's.
    value
        The object itself.
    plugin
        Name of the plugin that registered it.
    distribution
        Installed package and version behind the plugin, ``None`` where there is none.
    """

    name: str
    value: T
    plugin: str
    distribution: str | None


class Registry:
    """All plugins of one program, or of one test.

    Nothing is loaded before it is needed: built-in modules when their hook is first
    asked for, installed plugins when a name is asked for that is not built in, or when
    everything is listed. Registries share nothing with one another.

    Parameters
    ----------
    builtins
        Whether the extractors and combiners of armstrade itself take part.
    entry_points
        Installed plugins; default: what the environment has.
    load
        Names of the installed plugins to load, ``None`` for all; default: what the
        variable ``ARMSTRADE_LOAD_PLUGINS`` says.

    Examples
    --------
    >>> registry = Registry(entry_points=())
    >>> [found.name for found in registry.combiners()]
    ['union', 'vote']
    """

    def __init__(
        self,
        *,
        builtins: bool = True,
        entry_points: Iterable[EntryPoint] | None = None,
        load: Collection[str] | None = None,
    ) -> None:
        self._builtins = builtins
        self._points = entry_points
        self._selected = selection() if load is None else frozenset(load)
        self._pm = pluggy.PluginManager(hookspecs.PROJECT)
        self._pm.add_hookspecs(hookspecs)
        self._candidates: list[Candidate] | None = None
        self._done: set[str] = set()
        self._blocked: set[str] = set()
        self._labels: dict[str, str | None] = {}
        self._by_hand: set[str] = set()
        self._failures: list[PluginFailure] = []
        self._found: dict[str, list[Registered[Any]]] = {}

    @classmethod
    def empty(cls) -> Registry:
        """A registry without built-in and installed plugins, for tests."""
        return cls(builtins=False, entry_points=())

    # ---- plugins

    def register(self, plugin: object, *, name: str) -> None:
        """Add a plugin by hand: a module or an object with hook implementations.

        Raises
        ------
        PluginError
            When the name is taken, or a hook implementation does not fit its hook.
        """
        if name in self._pm_names() or name in self._blocked:
            state = "blocked" if name in self._blocked else "already registered"
            raise PluginError(f"plugin {name!r} is {state}", plugin=name)
        try:
            self._add(plugin, name, None)
        except pluggy.PluginValidationError as error:
            raise PluginError(f"plugin {name!r}: {_plain(error)}", plugin=name) from error
        self._by_hand.add(name)

    def block(self, name: str) -> None:
        """Keep the plugin `name` from loading, and drop what it registered."""
        self._blocked.add(name)
        self._pm.set_blocked(name)
        self._found.clear()

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What went wrong while plugins were loaded, in the order in which it happened."""
        return tuple(self._failures)

    def load(self) -> None:
        """Load every plugin that may be loaded."""
        for hook in BUILTINS:
            self._load_builtins(hook)
        self._load_installed()

    def describe(self) -> list[PluginInfo]:
        """Every plugin with what is known of it so far; loads and imports none."""
        infos = [
            PluginInfo(name, "armstrade", _own_version(), name, True, self._status(name),
                       self._hooks_of(name), self._failures_of(name))
            for name in (_builtin_names() if self._builtins else ())
        ]  # fmt: skip
        infos += [
            PluginInfo(name, None, None, repr(self._pm.get_plugin(name)), False,
                       self._status(name), self._hooks_of(name), self._failures_of(name))
            for name in self._by_hand
        ]  # fmt: skip
        infos += [
            PluginInfo(found.name, found.distribution, found.version, found.entry_point.value,
                       False, self._status(found.name), self._hooks_of(found.name),
                       self._failures_of(found.name))
            for found in self._installed()
        ]  # fmt: skip
        return sorted(infos, key=lambda info: (not info.builtin, info.name, str(info.distribution)))

    # ---- what plugins register

    def extractors(self) -> list[Registered[Extractor]]:
        """All extractors, by name.

        Raises
        ------
        PluginError
            When two have the same name.
        """
        self._load_builtins("armstrade_extractors")
        self._load_installed()
        return self._named("armstrade_extractors", "extractor")

    def extractor(self, name: str) -> Registered[Extractor]:
        """The extractor called `name`; loads no more plugins than it takes to find it.

        Raises
        ------
        UnknownNameError
            When nobody registered one.
        PluginError
            When several did, or when its plugin failed to load.
        """
        return self._one("armstrade_extractors", "extractor", name)

    def combiners(self) -> list[Registered[Combiner]]:
        """All combiners, by name."""
        return self._all("armstrade_combiners", "combiner")

    def combiner(self, name: str) -> Registered[Combiner]:
        """The combiner called `name`."""
        return self._one("armstrade_combiners", "combiner", name)

    def readers(self) -> list[Registered[Reader]]:
        """All readers, by name."""
        return self._all("armstrade_readers", "reader")

    def exporters(self) -> list[Registered[Exporter]]:
        """All exporters, by name."""
        return self._all("armstrade_exporters", "exporter")

    def corpora(self) -> list[Registered[Corpus]]:
        """All corpora that plugins add, by name."""
        return self._all("armstrade_corpora", "corpus")

    def languages(self) -> list[Registered[LanguagePack]]:
        """All languages that plugins add, by code."""
        return self._all("armstrade_languages", "language")

    def lexicon_entries(self) -> list[Registered[Any]]:
        """All lexicon entries that plugins add, by plugin, then as registered."""
        self._load_builtins("armstrade_lexicon_entries")
        self._load_installed()
        return self._collect("armstrade_lexicon_entries", None)

    def add_commands(self, app: typer.Typer) -> None:
        """Let every plugin add its commands to `app`."""
        self._load_builtins("armstrade_commands")
        self._load_installed()
        for impl in self._implementations("armstrade_commands"):
            try:
                impl.function(*[{"app": app}[name] for name in impl.argnames])
            except (Exception, SystemExit) as error:  # noqa: BLE001 - isolates a plugin; kept
                self._fail(impl.plugin_name, "hook", error)

    # ---- loading

    def _pm_names(self) -> set[str]:
        return {name for name, plugin in self._pm.list_name_plugin() if plugin is not None}

    def _installed(self) -> list[Candidate]:
        if self._candidates is None:
            self._candidates = installed(self._points)
            if self._selected:
                known = {found.name for found in self._candidates}
                for name in sorted(self._selected - known):
                    self._failures.append(
                        PluginFailure(
                            name, "load", "UnknownNameError",
                            f"{VARIABLE} names {name!r}, which is not installed",
                        )
                    )  # fmt: skip
        return self._candidates

    def _may_load(self, name: str) -> bool:
        return name not in self._blocked and (self._selected is None or name in self._selected)

    def _load_builtins(self, hook: str) -> None:
        for module in BUILTINS.get(hook, ()) if self._builtins else ():
            if module in self._done or module in self._blocked:
                continue
            self._done.add(module)
            try:
                self._add(importlib.import_module(module), module, _own_label())
            except (Exception, SystemExit) as error:  # noqa: BLE001 - isolates a plugin; kept
                self._fail(module, "load", error, _own_label())

    def _load_installed(self, only: str | None = None) -> None:
        for name in dict.fromkeys(found.name for found in self._installed()):
            if (only is not None and name != only) or name in self._done:
                continue
            if not self._may_load(name):
                continue
            self._done.add(name)
            candidates = [found for found in self._installed() if found.name == name]
            if len(candidates) > 1 or name in self._by_hand:
                sources = [found.label or found.entry_point.value for found in candidates]
                error = PluginError(
                    f"the plugin name {name!r} is used by {_and(sources)}; uninstall one, or "
                    f"leave the name out of {VARIABLE}",
                    plugin=name,
                )
                self._fail(name, "load", error)
                continue
            self._load_candidate(candidates[0])

    def _load_candidate(self, found: Candidate) -> None:
        try:
            plugin = found.entry_point.load()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - isolates a plugin; kept
            self._fail(found.name, "load", error, found.label)
            return
        try:
            self._add(plugin, found.name, found.label)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - isolates a plugin; kept
            self._fail(found.name, "register", error, found.label)

    def _add(self, plugin: object, name: str, label: str | None) -> None:
        if isinstance(plugin, type):
            raise PluginError(
                f"plugin {name!r}: {plugin.__qualname__} is a class; its hooks need an instance, "
                f"so let the entry point name a module or an object",
                plugin=name,
            )
        # Tried out in a manager of its own first: a failed registration leaves traces.
        trial = pluggy.PluginManager(hookspecs.PROJECT)
        trial.add_hookspecs(hookspecs)
        trial.register(plugin, name=name)
        trial.check_pending()
        for caller in trial.get_hookcallers(plugin) or ():
            for impl in caller.get_hookimpls():
                if impl.hookwrapper or impl.wrapper:
                    raise PluginError(
                        f"plugin {name!r}: {impl.function.__name__} is a wrapper; hooks only "
                        "register, so there is nothing to wrap",
                        plugin=name,
                    )
        if not trial.get_hookcallers(plugin):
            raise PluginError(
                f"plugin {name!r} implements no hook; mark a function named after a hook with "
                "@armstrade.hookimpl",
                plugin=name,
            )
        self._pm.register(plugin, name=name)
        self._labels[name] = label
        self._found.clear()

    def _fail(
        self, name: str, when: str, error: BaseException, distribution: str | None = None
    ) -> None:
        distribution = distribution or self._labels.get(name)
        self._failures.append(PluginFailure.of(name, when, error, distribution=distribution))

    # ---- collecting

    def _implementations(self, hook: str) -> list[pluggy.HookImpl]:
        return sorted(
            getattr(self._pm.hook, hook).get_hookimpls(), key=lambda impl: impl.plugin_name
        )

    def _collect(self, hook: str, kind: str | None) -> list[Registered[Any]]:
        if hook not in self._found:
            found: list[Registered[Any]] = []
            for impl in self._implementations(hook):
                # Value by value: what a plugin registers before it breaks still counts.
                try:
                    values: Any = impl.function()
                    for value in values or ():
                        try:
                            found.append(self._checked(kind, value, impl.plugin_name))
                        except PluginError as error:
                            self._fail(impl.plugin_name, "hook", error)
                except (Exception, SystemExit) as error:  # noqa: BLE001 - isolates a plugin; kept
                    self._fail(impl.plugin_name, "hook", error)
            self._found[hook] = found
        return list(self._found[hook])

    def _checked(self, kind: str | None, value: Any, plugin: str) -> Registered[Any]:
        label = self._labels.get(plugin)
        if kind is None:
            name = plugin
        elif kind == "extractor":
            name = Capabilities.of(value).name
        else:
            found = getattr(value, "code" if kind == "language" else "name", None)
            if not isinstance(found, str) or not NAME.match(found):
                raise PluginError(
                    f"plugin {plugin!r} registers {value!r} as {kind}, but its name is {found!r}; "
                    "lower-case letters, digits, '-' and '_' are wanted",
                    plugin=plugin,
                )
            name = found
            if not isinstance(value, _PROTOCOLS[kind]):
                raise PluginError(
                    f"plugin {plugin!r}: {kind} {name!r} lacks members of "
                    f"{_PROTOCOLS[kind].__name__}",
                    plugin=plugin,
                )
        return Registered(name, value, plugin, label)

    def _named(self, hook: str, kind: str) -> list[Registered[Any]]:
        found = sorted(self._collect(hook, kind), key=lambda one: one.name)
        for one, other in pairwise(found):
            if one.name == other.name:
                raise PluginError(
                    f"two plugins register the {kind} {one.name!r}: {_source(one)} and "
                    f"{_source(other)}; block one of them",
                    plugin=other.plugin,
                )
        return found

    def _all(self, hook: str, kind: str) -> list[Registered[Any]]:
        self._load_builtins(hook)
        self._load_installed()
        return self._named(hook, kind)

    def _one(self, hook: str, kind: str, name: str) -> Registered[Any]:
        # Built-ins and the plugin of the same name are enough in most cases; the heavy
        # imports of other plugins are then spared.
        self._load_builtins(hook)
        self._load_installed(only=name)
        for load in (lambda: None, self._load_installed):
            load()
            found = self._named(hook, kind)
            for one in found:
                if one.name == name:
                    return one
        blamed = [failure for failure in self._failures if failure.name == name]
        if blamed:
            raise PluginError(f"no {kind} named {name!r}: {blamed[-1]}", plugin=name)
        raise UnknownNameError(kind, name, [one.name for one in found])

    # ---- describing

    def _status(self, name: str) -> PluginStatus:
        if name in self._blocked:
            return PluginStatus.BLOCKED
        if any(failure.name == name for failure in self._failures):
            return PluginStatus.FAILED
        if name in self._pm_names():
            return PluginStatus.LOADED
        if not name.startswith("armstrade.") and not self._may_load(name):
            return PluginStatus.NOT_SELECTED
        return PluginStatus.AVAILABLE

    def _hooks_of(self, name: str) -> tuple[str, ...]:
        plugin = self._pm.get_plugin(name)
        callers = (self._pm.get_hookcallers(plugin) if plugin is not None else None) or ()
        return tuple(sorted(caller.name for caller in callers))

    def _failures_of(self, name: str) -> tuple[PluginFailure, ...]:
        return tuple(failure for failure in self._failures if failure.name == name)


_PROTOCOLS: dict[str, Any] = {
    "combiner": Combiner,
    "reader": Reader,
    "exporter": Exporter,
    "corpus": Corpus,
    "language": LanguagePack,
}


@cache
def default_registry() -> Registry:
    """The registry of this process: built-ins and all installed plugins; made on first use."""
    return Registry()


def _builtin_names() -> list[str]:
    return sorted({module for modules in BUILTINS.values() for module in modules})


def _own_version() -> str:
    from armstrade._version import __version__

    return __version__


def _own_label() -> str:
    return f"armstrade {_own_version()}"


def _plain(error: Exception) -> str:
    return " ".join(str(error).split())


def _and(names: list[str]) -> str:
    return " and ".join(names)


def _source(one: Registered[Any]) -> str:
    return f"{one.distribution or 'no distribution'} (plugin {one.plugin!r})"
