"""Hypothesis strategies: awkward texts, documents, and claims that are grounded in them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from armstrade.claims import (
    Category,
    Document,
    Factuality,
    Materiel,
    Mode,
    Party,
    Period,
    Polarity,
    Quantity,
    Source,
    Span,
    Stage,
    TransferClaim,
    Unit,
)
from armstrade.errors import MissingDependencyError

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise MissingDependencyError("armstrade.testing.strategies", "testing") from error

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

_WORDS = (
    "Rüstungsgüter", "Überläufer", "Äpfel", "größer", "Straße", "Ägypten", "Berlin", "Moskau",
    "liefert", "an", "der", "Panzer", "Leopard 2A6", "3.000", "Shahed-136", "tanks", "Russia",
    "sends", "to", "„Marder“", "z. B.", "Nr. 5", "U.S.", "🚀", "𝕏", "🇺🇦", "a\u0308", "\u200b",
    "İ", "ﬁ",
)  # fmt: skip
_GAPS = (" ", " ", " ", "\n", "\n\n", "\r\n", "\u00a0", ". ", ", ", "! ", "-")
_COUNTRIES = ("DE", "RU", "UA", "US", "EG", "XK")
_OTHERS = ("org:Houthis", "EU", "NATO", None)


def texts(*, min_size: int = 0, max_words: int = 30) -> SearchStrategy[str]:
    """Texts with umlauts, characters beyond the BMP, combining marks and odd line ends.

    Parameters
    ----------
    min_size
        Least number of code points.
    max_words
        Greatest number of words or of runs of arbitrary characters.
    """
    # Surrogates cannot be written as UTF-8, so no document holds them.
    anything = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
    words = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_WORDS), anything)
    pieces = st.tuples(words, st.sampled_from(_GAPS)).map("".join)
    # One word always has a code point, so this many words are long enough.
    some = st.lists(pieces, min_size=min_size, max_size=max(min_size, max_words))
    return some.map("".join)


def documents(
    *, min_size: int = 0, languages: tuple[str | None, ...] = ("de", "en")
) -> SearchStrategy[Document]:
    """Documents with a text of `texts`, a language and perhaps a (partial) date."""
    days = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2035, 12, 31))
    dates = st.tuples(days, st.sampled_from((4, 7, 10))).map(lambda d: d[0].isoformat()[: d[1]])
    return st.builds(
        Document,
        text=texts(min_size=min_size),
        language=st.sampled_from(languages),
        published=st.none() | dates,
        title=st.none() | texts(max_words=5),
    )


def spans(document: Document) -> SearchStrategy[Span]:
    """Stretches of a document that is not empty."""
    length = len(document.text)

    def stretch(start: int) -> SearchStrategy[Span]:
        ends = st.integers(start + 1, min(length, start + 40))
        return ends.map(lambda end: Span.of(document.text, start, end))

    return st.integers(0, length - 1).flatmap(stretch)


def claims(document: Document) -> SearchStrategy[TransferClaim]:
    """Claims grounded in a document that is not empty; their slots make no sense."""
    somewhere = spans(document)
    state = st.sampled_from(_COUNTRIES).flatmap(
        lambda code: st.builds(Party, id=st.just(code), country=st.just(code), span=somewhere)
    )
    other = st.builds(Party, id=st.sampled_from(_OTHERS), span=somewhere)
    party = state | other
    bounds = st.tuples(st.integers(0, 99999) | st.none(), st.integers(0, 99999) | st.none())
    quantity = st.builds(
        lambda pair, unit, span: Quantity(**_ordered(pair), unit=unit, span=span),
        bounds, st.sampled_from(Unit), somewhere,
    )  # fmt: skip
    day = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2035, 12, 31))
    period = st.builds(
        lambda one, two, span: Period(start=min(one, two), end=max(one, two), span=span),
        day, day, somewhere,
    )  # fmt: skip
    return st.builds(
        lambda parties, **slots: TransferClaim(
            document_id=document.id, supplier=parties[0], recipient=parties[1], **slots
        ),
        st.one_of(
            st.tuples(party, party), st.tuples(party, st.none()), st.tuples(st.none(), party)
        ),
        materiel=st.builds(
            Materiel,
            category=st.sampled_from(Category),
            designation=st.none() | st.sampled_from(("Leopard 2A6", "Shahed-136")),
            span=somewhere,
        ),
        quantity=st.none() | quantity,
        stage=st.sampled_from(Stage),
        polarity=st.sampled_from(Polarity),
        factuality=st.sampled_from(Factuality),
        date=st.none() | period,
        mode=st.sampled_from(Mode),
        consideration=st.none() | somewhere,
        attribution=st.lists(st.builds(Source, span=somewhere), max_size=2).map(tuple),
        evidence=st.lists(somewhere, min_size=1, max_size=3).map(tuple),
        confidence=st.none() | st.floats(0, 1),
    )


def documents_with_claims(
    *, max_claims: int = 5, min_claims: int = 0
) -> SearchStrategy[tuple[Document, list[TransferClaim]]]:
    """Documents, each with claims grounded in it."""

    @st.composite
    def both(draw: Callable[..., Any]) -> tuple[Document, list[TransferClaim]]:
        document = draw(documents(min_size=1))
        found = draw(st.lists(claims(document), min_size=min_claims, max_size=max_claims))
        return document, found

    return both()


def _ordered(pair: tuple[int | None, int | None]) -> dict[str, int | None]:
    low, high = pair
    if low is not None and high is not None and low > high:
        low, high = high, low
    return {"min": low, "max": high}
