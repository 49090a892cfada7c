"""Where an English opening ends: "Despite protests from Brussels, China and Serbia have …"."""

from __future__ import annotations

from armstrade.language.grammar import grammar
from armstrade.language.words import Word

_OPENING = grammar("en").words("openings")
# Within so many words a sentence shows that it begins with an opening ("Two years after …").
_SOON = 3


def ends_opening(words: list[Word], comma: int, last: int) -> bool:
    """Whether a comma ends an opening, so that the names up to `last` are the subject.

    Examples
    --------
    >>> from armstrade import Document
    >>> from armstrade.reading import read
    >>> text = "Unlike Hungary, Poland has bought tanks."
    >>> words = read(Document(text=text, language="en")).sentences[0].words
    >>> ends_opening(words, comma=2, last=3)
    True
    """
    opening = words[:comma]
    opens = words[0].tag in ("prep", "sub", "part")
    opens = opens or any(w.low in _OPENING for w in opening[:_SOON])
    if not opens or any(w.tag in ("fin", "aux") or w.text == "," for w in opening):
        return False
    return last + 1 < len(words) and words[last + 1].tag in ("fin", "aux", "verb?")
