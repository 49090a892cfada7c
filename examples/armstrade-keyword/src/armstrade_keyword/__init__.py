"""Tutorial plugin: verbs of delivery, found by regular expression."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import armstrade

from .options import KeywordOptions

if TYPE_CHECKING:
    from armstrade.claims.draft import ClaimDraft
    from armstrade.plugins import Extractor
    from armstrade.reading import Reading

__version__ = "0.1.0"


class Keyword:
    """Claims that one clause says in the order supplier, verb, recipient, materiel."""

    name = "keyword"
    version = __version__
    languages = ("de", "en")
    Options = KeywordOptions

    def extract(
        self, reading: Reading, *, options: KeywordOptions | None = None
    ) -> Iterator[ClaimDraft]:
        """One draft per match; armstrade finds the words and looks the names up."""
        # What is only needed for reading is imported here, so that listing plugins stays fast.
        from .patterns import drafts

        return drafts(reading, options or KeywordOptions())


@armstrade.hookimpl
def armstrade_extractors() -> Iterable[Extractor]:
    """Registers the extractor."""
    return [Keyword()]
