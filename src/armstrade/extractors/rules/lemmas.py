"""Classes of trigger lemmas, read from ``lemmas.toml``.

The trigger table says what a lemma means by itself; some lemmas need more, and those that need
the same stand together in a list that can be edited without reading code.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def lemmas(name: str) -> frozenset[str]:
    """A class of lemmas.

    >>> "approve" in lemmas("approving")
    True
    """
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    text = files("armstrade.extractors.rules").joinpath("lemmas.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}
