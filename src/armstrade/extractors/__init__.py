"""The built-in extractors; they register through the same hook as everybody's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from armstrade.hookspecs import hookimpl

if TYPE_CHECKING:
    from armstrade.plugins.protocols import Extractor


@hookimpl
def armstrade_extractors() -> Iterable[Extractor]:
    """The extractors of this package; imported only when asked for."""
    from armstrade.extractors.fuzzy import FuzzyExtractor
    from armstrade.extractors.rules import RulesExtractor

    return [FuzzyExtractor(), RulesExtractor()]
