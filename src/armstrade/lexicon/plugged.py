"""The lexicon with the entries that plugins add."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from armstrade.errors import InputError
from armstrade.plugins import Registered, Registry

from .lexicon import Item, Lexicon, as_items
from .user import check_row

_MADE: WeakKeyDictionary[Registry, tuple[list[Registered[Any]], Lexicon]] = WeakKeyDictionary()


def lexicon_of(registry: Registry) -> Lexicon:
    """The default lexicon with what the plugins of a registry add.

    A bad entry is kept as a failure of its plugin (`Registry.failures`) and left out; the
    others count. Made once for each set of entries.

    Examples
    --------
    >>> import armstrade
    >>> class Plugin:
    ...     @armstrade.hookimpl
    ...     def armstrade_lexicon_entries(self):
    ...         return [{"term": "blaster", "plural": "blasters", "category": "small_arms"}]
    >>> registry = Registry.empty()
    >>> registry.register(Plugin(), name="demo")
    >>> [found] = lexicon_of(registry).find("Five blasters.", language="en")
    >>> found.entry.category.value
    'small_arms'
    """
    found = registry.lexicon_entries()
    if not found:
        return Lexicon.default()
    made = _MADE.get(registry)
    if made is not None and made[0] == found:
        return made[1]
    items: list[Item] = []
    for one in found:
        try:
            items += _items(one.value)
        except InputError as error:
            registry.reject(one, error)
    lexicon = Lexicon.default().with_items(items)
    _MADE[registry] = (found, lexicon)
    return lexicon


def _items(entry: Any) -> list[Item]:
    if isinstance(entry, Mapping):
        cells = {str(name): _cell(value) for name, value in entry.items()}
        check_row(cells)
        return as_items(cells)
    try:
        return as_items(entry)
    except TypeError:
        raise InputError(
            f"{entry!r} is no lexicon entry; wanted is a PartyEntry, a DesignationEntry, a "
            "MaterielEntry or a mapping with the columns of a lexicon file"
        ) from None


def _cell(value: Any) -> str:
    """A value as it would stand in a file."""
    if value is None or value is False:
        return ""
    return "1" if value is True else str(value)
