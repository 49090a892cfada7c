"""The hooks of armstrade, on one page.

Hooks only *register*: each returns an iterable of objects whose shapes stand in
`armstrade.plugins.protocols`. The work is done later by our own runner, one
extractor at a time. A hook function is called once per registry, on first need, in
the order of the plugins' names; an empty iterable or ``None`` adds nothing.

When a hook function raises, the plugin's other hooks still count, the failure is
kept with its traceback (`Registry.failures`, ``armstrade plugins``) and the other
plugins are not touched. Two objects of one kind under one name are an error that
names both distributions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    import typer

    from armstrade.plugins.protocols import (
        Combiner,
        Corpus,
        Exporter,
        Extractor,
        Reader,
    )

HOOKSPEC_VERSION = "1.0"
"""Version of this page: the first number rises when a plugin has to change."""

PROJECT = "armstrade"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of the hook of the same name."""


@hookspec
def armstrade_extractors() -> Iterable[Extractor]:
    """Extractors: read claims out of a document.

    Runs before the first extraction, or when extractors are listed.

    Returns
    -------
    Iterable[Extractor]
        Instances, not classes.

    Examples
    --------
    >>> import armstrade
    >>> class Nothing:
    ...     name = "nothing"
    ...     languages = ()
    ...     def extract(self, reading):
    ...         return []
    >>> class Plugin:
    ...     @armstrade.hookimpl
    ...     def armstrade_extractors(self):
    ...         return [Nothing()]
    >>> from armstrade.plugins import Registry
    >>> registry = Registry.empty()
    >>> registry.register(Plugin(), name="demo")
    >>> [found.name for found in registry.extractors()]
    ['nothing']

    .. versionadded:: 0.1
    """
    raise NotImplementedError


@hookspec
def armstrade_lexicon_entries() -> Iterable[Any]:
    """Lexicon entries: names of parties and materiel that the lexicon lacks.

    Runs before the first document is read, and for ``armstrade lexicon find``.

    Returns
    -------
    Iterable
        ``PartyEntry``, ``DesignationEntry`` or ``MaterielEntry`` of `armstrade.lexicon`, or
        mappings with the columns of a lexicon file. `armstrade.lexicon.lexicon_of` checks
        them; a bad one becomes a failure of its plugin and is left out.

    Examples
    --------
    >>> import armstrade
    >>> class Plugin:
    ...     @armstrade.hookimpl
    ...     def armstrade_lexicon_entries(self):
    ...         return [{"surface": "Hensoldt", "id": "org:Hensoldt", "country": "DE"}]
    >>> from armstrade.plugins import Registry
    >>> registry = Registry.empty()
    >>> registry.register(Plugin(), name="demo")
    >>> [(found.plugin, found.value["surface"]) for found in registry.lexicon_entries()]
    [('demo', 'Hensoldt')]

    .. versionadded:: 0.1
    """
    raise NotImplementedError


@hookspec
def armstrade_readers() -> Iterable[Reader]:
    """Readers: turn a kind of file into documents.

    Runs when the first file is opened whose kind the core does not know, or when
    readers are listed.

    Returns
    -------
    Iterable[Reader]
        Their suffixes may not clash with one another.

    Examples
    --------
    >>> import armstrade
    >>> class Lines:
    ...     name = "lines"
    ...     suffixes = (".lines",)
    ...     def read(self, path):
    ...         for line in path.read_text(encoding="utf-8").splitlines():
    ...             yield armstrade.Document(text=line)
    >>> class Plugin:
    ...     @armstrade.hookimpl
    ...     def armstrade_readers(self):
    ...         return [Lines()]
    >>> from armstrade.plugins import Registry
    >>> registry = Registry.empty()
    >>> registry.register(Plugin(), name="demo")
    >>> [found.value.suffixes for found in registry.readers()]
    [('.lines',)]

    .. versionadded:: 0.1
    """
    raise NotImplementedError


@hookspec
def armstrade_combiners() -> Iterable[Combiner]:
    """Combiners: make one list of claims out of one list per extractor.

    Runs when a combiner is first asked for, or when combiners are listed.

    Returns
    -------
    Iterable[Combiner]
        Their results must not depend on the order of the outcomes.

    Examples
    --------
    >>> import armstrade
    >>> class First:
    ...     name = "first"
    ...     def combine(self, outcomes, document):
    ...         return min(outcomes, key=lambda outcome: outcome.extractor).claims
    >>> class Plugin:
    ...     @armstrade.hookimpl
    ...     def armstrade_combiners(self):
    ...         return [First()]
    >>> from armstrade.plugins import Registry
    >>> registry = Registry.empty()
    >>> registry.register(Plugin(), name="demo")
    >>> [found.name for found in registry.combiners()]
    ['first']

    .. versionadded:: 0.1
    """
    raise NotImplementedError


@hookspec
def armstrade_corpora() -> Iterable[Corpus]:
    """Corpora: documents with gold claims, for the benchmark.

    Runs when a corpus is first asked for by name, or when corpora are listed. Nothing
    may be read or downloaded here; that is for `Corpus.load`.

    Returns
    -------
    Iterable[Corpus]
        One per corpus, however many splits it has. Gold that is not grounded in its
        document is refused when it is loaded.

    Examples
    --------
    >>> import armstrade
    >>> class Empty:
    ...     name = "empty"
    ...     splits = ("test",)
    ...     languages = ("en",)
    ...     def load(self, split=None, *, language=None):
    ...         return []
    >>> class Plugin:
    ...     @armstrade.hookimpl
    ...     def armstrade_corpora(self):
    ...         return [Empty()]
    >>> from armstrade.plugins import Registry
    >>> registry = Registry.empty()
    >>> registry.register(Plugin(), name="demo")
    >>> [found.name for found in registry.corpora()]
    ['empty']

    .. versionadded:: 0.1
    """
    raise NotImplementedError


@hookspec
def armstrade_exporters() -> Iterable[Exporter]:
    """Exporters: write claims in one more format.

    Runs when a format is first asked for, or when formats are listed.

    Returns
    -------
    Iterable[Exporter]
        One per format.

    Examples
    --------
    >>> import armstrade
    >>> class Ids:
    ...     name = "ids"
    ...     def writer(self, stream):
    ...         return IdWriter(stream)
    >>> class IdWriter:
    ...     def __init__(self, stream):
    ...         self.stream = stream
    ...     def write(self, document, claims):
    ...         self.stream.writelines(claim.id + "\\n" for claim in claims)
    ...     def close(self): ...
    >>> class Plugin:
    ...     @armstrade.hookimpl
    ...     def armstrade_exporters(self):
    ...         return [Ids()]
    >>> from armstrade.plugins import Registry
    >>> registry = Registry.empty()
    >>> registry.register(Plugin(), name="demo")
    >>> [found.name for found in registry.exporters()]
    ['ids']

    .. versionadded:: 0.1
    """
    raise NotImplementedError


@hookspec
def armstrade_commands(app: typer.Typer) -> None:
    """Commands: add to the command line.

    Runs when the command line starts with a command that is not built in, or when
    plugin commands are listed; not for ``--help`` of a built-in command, nor for
    ``--version``. Unlike the other hooks it returns nothing: it adds to `app`.

    Parameters
    ----------
    app : typer.Typer
        The application. Commands that are already there may not be replaced.

    Examples
    --------
    >>> import armstrade, typer
    >>> class Plugin:
    ...     @armstrade.hookimpl
    ...     def armstrade_commands(self, app):
    ...         @app.command("count")
    ...         def count() -> None: ...
    >>> from armstrade.plugins import Registry
    >>> registry = Registry.empty()
    >>> registry.register(Plugin(), name="demo")
    >>> app = typer.Typer()
    >>> registry.add_commands(app)
    >>> [command.name for command in app.registered_commands]
    ['count']

    .. versionadded:: 0.1
    """
    raise NotImplementedError
