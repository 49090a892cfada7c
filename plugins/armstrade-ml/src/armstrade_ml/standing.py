"""How much a document is about each party: who it speaks of most, first, and from where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from armstrade.reading import DATELINE, Reading

from .syntax import View

NAMES = ["doc_count", "doc_share", "doc_rank", "doc_first", "doc_title", "doc_home"]
_MOST, _TENTHS, _LAST = 12, 10, 8
_UNKNOWN = bytes((0, 0, _LAST, 0, 0, 0))


class Standings:
    """What is known of the parties of a document before it is read closely.

    Attributes
    ----------
    home
        Keys of the parties that the document was written at.
    """

    def __init__(self, reading: Reading) -> None:
        counts: Counter[str] = Counter()
        title = reading.sentences[0].end if reading.sentences else 0
        in_title: set[str] = set()
        for mention in reading.mentions:
            key = getattr(mention.entry, "key", None)
            if mention.kind != "party" or key is None:
                continue
            counts[key] += 1
            if mention.start < title:
                in_title.add(key)
        total = sum(counts.values())
        first = next(iter(counts), None)
        self.home: set[str] = set()
        self._known: Mapping[str, bytes] = {
            key: bytes(
                (
                    min(count, _MOST),
                    _TENTHS * count // total,
                    min(rank, _LAST),
                    key == first,
                    key in in_title,
                )
            )
            for rank, (key, count) in enumerate(counts.most_common())
        }

    def see(self, view: View) -> None:
        """Note where the document says that it was written."""
        self.home.update(p.key for p in view.named if p.preposition == DATELINE and p.key)

    def row(self, key: str) -> bytes:
        """The features of a party; `NAMES` says which is which."""
        known = self._known.get(key)
        return _UNKNOWN if known is None else known + bytes((key in self.home,))
