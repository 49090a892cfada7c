"""The registry: what plugins registered, checked and looked up by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from armstrade.errors import PluginError, UnknownNameError
from armstrade.plugins.discovery import PluginInfo
from armstrade.plugins.loader import Loader
from armstrade.plugins.outcome import PluginFailure
from armstrade.plugins.protocols import (
    NAME,
    Capabilities,
    Combiner,
    Corpus,
    Exporter,
    Extractor,
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

    @property
    def source(self) -> str:
        """Where it comes from, for messages."""
        return f"{self.distribution or 'code'} (plugin {self.plugin!r})"


class Registry:
    """All plugins of one program, or of one test.

    Nothing is loaded before it is needed: built-in modules when their hook is first
    asked for, installed plugins when a name is asked for that is not built in, or when
    everything is listed. Registries share nothing with one another.

    Parameters
    ----------
    builtins
        Whether the extractors, combiners, exporters and corpora of armstrade itself take
        part.
    entry_points
        Installed plugins; default: what the environment has.
    load
        Names of the installed plugins to load, ``None`` for all; default: what the
        variable ``ARMSTRADE_LOAD_PLUGINS`` says.

    Examples
    --------
    >>> registry = Registry(entry_points=())
    >>> [found.name for found in registry.combiners()]
    ['agreement', 'intersection', 'stacked', 'union', 'vote', 'weighted']
    """

    def __init__(
        self,
        *,
        builtins: bool = True,
        entry_points: Iterable[EntryPoint] | None = None,
        load: Collection[str] | None = None,
    ) -> None:
        self._loader = Loader(builtins=builtins, entry_points=entry_points, load=load)
        self._asked: dict[tuple[str, str], list[Registered[Any]]] = {}

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
            When the name is taken or blocked, or a hook implementation does not fit its
            hook.
        """
        self._loader.register(plugin, name)

    def block(self, name: str) -> None:
        """Keep the plugin `name` from loading, and drop what it registered."""
        self._loader.block(name)

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What went wrong with plugins so far, in the order in which it happened."""
        return tuple(self._loader.failures)

    def load(self) -> None:
        """Load every plugin that may be loaded."""
        self._loader.load_builtins()
        self._loader.load_installed()

    def describe(self) -> list[PluginInfo]:
        """Every plugin with what is known of it so far; loads and imports none."""
        return self._loader.describe()

    # ---- what plugins register

    def extractors(self) -> list[Registered[Extractor]]:
        """All extractors, by name.

        Raises
        ------
        PluginError
            When two have the same name; both distributions are named.
        """
        return self._all("armstrade_extractors", "extractor")

    def extractor(self, name: str) -> Registered[Extractor]:
        """The extractor called `name`; loads no more plugins than it takes to find it.

        Raises
        ------
        UnknownNameError
            When nobody registered one.
        PluginError
            When several did, or when the plugin of that name failed.
        """
        return self._one("armstrade_extractors", "extractor", name)

    def combiners(self) -> list[Registered[Combiner]]:
        """All combiners, by name."""
        return self._all("armstrade_combiners", "combiner")

    def combiner(self, name: str) -> Registered[Combiner]:
        """The combiner called `name`; raises as `extractor` does."""
        return self._one("armstrade_combiners", "combiner", name)

    def readers(self) -> list[Registered[Reader]]:
        """All readers, by name."""
        return self._all("armstrade_readers", "reader")

    def exporters(self) -> list[Registered[Exporter]]:
        """All exporters, by name."""
        return self._all("armstrade_exporters", "exporter")

    def exporter(self, name: str) -> Registered[Exporter]:
        """The exporter called `name`; raises as `extractor` does."""
        return self._one("armstrade_exporters", "exporter", name)

    def corpora(self) -> list[Registered[Corpus]]:
        """All corpora, by name."""
        return self._all("armstrade_corpora", "corpus")

    def corpus(self, name: str) -> Registered[Corpus]:
        """The corpus called `name`; raises as `extractor` does."""
        return self._one("armstrade_corpora", "corpus", name)

    def lexicon_entries(self) -> list[Registered[Any]]:
        """All lexicon entries that plugins add, by plugin, then as registered."""
        self._load("armstrade_lexicon_entries")
        return self._collect("armstrade_lexicon_entries", "lexicon entry")

    def reject(self, registered: Registered[Any], error: Exception) -> None:
        """Keep what is wrong with something that was registered, as a failure of its plugin."""
        self._loader.fail(registered.plugin, "hook", error)

    def add_commands(self, app: typer.Typer) -> None:
        """Let every plugin add its commands to `app`."""
        self._load("armstrade_commands")
        for impl in self._loader.implementations("armstrade_commands"):
            try:
                impl.function(*[{"app": app}[name] for name in impl.argnames])
            except (Exception, SystemExit) as error:  # noqa: BLE001 - isolates a plugin; kept
                self._loader.fail(impl.plugin_name, "hook", error)

    # ---- how

    def _load(self, hook: str) -> None:
        self._loader.load_builtins(hook)
        self._loader.load_installed()

    def _all(self, hook: str, kind: str) -> list[Registered[Any]]:
        self._load(hook)
        found = sorted(self._collect(hook, kind), key=lambda one: one.name)
        for one, other in pairwise(found):
            if one.name == other.name:
                raise _taken(kind, one, other)
        return found

    def _one(self, hook: str, kind: str, name: str) -> Registered[Any]:
        # Built-ins and the plugin of the same name are enough in most cases; the heavy
        # imports of other plugins are then spared.
        self._loader.load_builtins(hook)
        self._loader.load_installed(only=name)
        found = [one for one in self._collect(hook, kind) if one.name == name]
        if not found:
            self._loader.load_installed()
            found = [one for one in self._collect(hook, kind) if one.name == name]
        if len(found) > 1:
            raise _taken(kind, found[0], found[1])
        if found:
            return found[0]
        blamed = [failure for failure in self.failures if failure.name == name]
        if blamed:
            raise PluginError(f"there is no {kind} {name!r}: {blamed[-1]}", plugin=name)
        raise UnknownNameError(kind, name, {one.name for one in self._collect(hook, kind)})

    def _collect(self, hook: str, kind: str) -> list[Registered[Any]]:
        """What the loaded plugins register; each plugin is asked once."""
        found: list[Registered[Any]] = []
        for impl in self._loader.implementations(hook):
            asked = (hook, impl.plugin_name)
            if asked not in self._asked:
                values: list[Registered[Any]] = []
                self._asked[asked] = values
                # Value by value: what a plugin registers before it breaks still counts.
                try:
                    registered: Any = impl.function()
                    for value in registered or ():
                        self._keep(kind, value, impl.plugin_name, values)
                except (Exception, SystemExit) as error:  # noqa: BLE001 - isolates; kept
                    self._loader.fail(impl.plugin_name, "hook", error)
            found += self._asked[asked]
        return found

    def _keep(self, kind: str, value: Any, plugin: str, values: list[Registered[Any]]) -> None:
        try:
            name = _name_of(kind, value, plugin)
        except PluginError as error:
            self._loader.fail(plugin, "hook", error)
        else:
            values.append(Registered(name, value, plugin, self._loader.labels.get(plugin)))


@cache
def default_registry() -> Registry:
    """The registry of this process: built-ins and all installed plugins; made on first use."""
    return Registry()


_PROTOCOLS: dict[str, Any] = {
    "combiner": Combiner,
    "reader": Reader,
    "exporter": Exporter,
    "corpus": Corpus,
}


def _name_of(kind: str, value: Any, plugin: str) -> str:
    """The name under which a value is registered; `PluginError` when it is not of its kind."""
    if kind == "lexicon entry":
        return plugin
    if kind == "extractor":
        return Capabilities.of(value).name
    name = getattr(value, "name", None)
    if isinstance(value, type) or not isinstance(name, str) or not NAME.match(name):
        raise PluginError(
            f"plugin {plugin!r} registers {value!r} as {kind}; wanted is an object whose "
            f"name is of lower-case letters, digits, '-' and '_', not {name!r}",
            plugin=plugin,
        )
    protocol = _PROTOCOLS[kind]
    if not isinstance(value, protocol):
        members = sorted(member for member in vars(protocol) if not member.startswith("_"))
        lacking = [member for member in members if not hasattr(value, member)]
        raise PluginError(
            f"plugin {plugin!r}: {kind} {name!r} lacks {', '.join(lacking)}", plugin=plugin
        )
    return name


def _taken(kind: str, one: Registered[Any], other: Registered[Any]) -> PluginError:
    return PluginError(
        f"two plugins register the {kind} {one.name!r}: {one.source} and {other.source}; "
        "block or uninstall one of them",
        plugin=other.plugin,
    )
