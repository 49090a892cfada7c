"""The tables beside the code: weights of features, classes of words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(file: str, name: str) -> dict[str, Any]:
    """A table of ``weights.toml`` or ``classes.toml``.

    >>> table("classes.toml", "ways")["by"]
    ['by', 'durch', 'seitens']
    """
    text = files("armstrade.extractors.fuzzy").joinpath(file).read_text("utf-8")
    found: dict[str, Any] = tomllib.loads(text)[name]
    return found


def weights(name: str) -> dict[str, Any]:
    """How much each feature of a kind of skeleton weighs.

    >>> weights("role")["fits"] > 0
    True
    """
    return table("weights.toml", name)


@cache
def way(preposition: str) -> str:
    """Where a preposition leads.

    >>> way("an"), way("to"), way("unter"), way("")
    ('to', 'to', 'other', '')
    """
    for name, members in table("classes.toml", "ways").items():
        if preposition in members:
            return str(name)
    return "other" if preposition else ""


@cache
def modal_class(word: str) -> str:
    """What a modal or future verb adds.

    >>> modal_class("sollten"), modal_class("might")
    ('shall', 'can')
    """
    for name, beginnings in table("classes.toml", "modals").items():
        if word.startswith(tuple(beginnings)):
            return str(name)
    return word[:4]


AGENT_PREPOSITIONS = frozenset(table("classes.toml", "passive")["agent"])
