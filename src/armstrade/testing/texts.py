"""Checks with awkward texts: empty, huge, odd characters, odd line ends."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from armstrade.claims import Document
from armstrade.plugins import Status
from armstrade.testing.registry import check
from armstrade.testing.report import CheckFailed, CheckSkipped
from armstrade.testing.subject import Subject, insist_sound

HUGE = 200_000
"""Code points of the long document."""


def _changed(subject: Subject, name: str, change: Callable[[str], str]) -> None:
    """Run the sample documents with their text changed."""
    for document, _ in subject.usable():
        text = change(document.text)
        other = document.model_copy(update={"id": f"{document.id}, {name}", "text": text})
        insist_sound(subject.run(other), other)


def _nothing_on(subject: Subject, name: str, text: str) -> None:
    languages = subject.declared.languages or ("de", "en")
    for language in languages:
        document = Document(id=f"{language}, {name}", text=text, language=language)
        outcome = subject.run(document)
        insist_sound(outcome, document)
        if outcome.claims:
            raise CheckFailed(f"{document.id!r}: it claims something where nothing is said")


@check
def empty_text(subject: Subject) -> None:
    """Nothing comes of an empty text."""
    _nothing_on(subject, "empty text", "")


@check
def white_space(subject: Subject) -> None:
    """Nothing comes of a text of white space of every kind."""
    _nothing_on(subject, "white space", " \t\r\n\x0b\x0c\u00a0\u2003\u2028\u3000\ufeff\n" * 5)


@check
def punctuation_only(subject: Subject) -> None:
    """Nothing comes of long runs of punctuation, and no recursion runs out."""
    for mark in ("(", ",", "„", ".", "-", "\u200b", "\x00"):
        _nothing_on(subject, f"{mark!r} repeated", mark * 3_000)


@check
def one_endless_word(subject: Subject) -> None:
    """A word of 20,000 letters does no harm."""
    _nothing_on(subject, "one endless word", "ä" * 20_000)


@check
def huge_text(subject: Subject) -> None:
    """A text of 200,000 code points is read, or the length is declared in max_chars."""
    longest = subject.declared.max_chars
    if longest is not None and longest < HUGE:
        raise CheckSkipped(f"it takes at most {longest:,} code points")
    document, _ = next(subject.usable())
    filler = " ".join(f"{number} Uhr." for number in range(1, 40)) + "\n\n"
    block = document.text + "\n\n" + filler * 20
    text = (block * (HUGE // len(block) + 1))[:HUGE]
    other = document.model_copy(update={"id": f"{document.id}, huge text", "text": text})
    outcome = subject.run(other)
    insist_sound(outcome, other)
    if outcome.status is Status.ABSTAINED:
        raise CheckFailed(f"it abstains ({outcome.reason}); declare the length in max_chars")


@check
def characters_beyond_the_bmp(subject: Subject) -> None:
    """Offsets count code points, also after characters that UTF-16 splits in two."""
    _changed(subject, "non-BMP", lambda text: "🚀𝕏 " + text.replace(". ", " 🛩️. ") + " \U0010fffd")


@check
def combining_characters(subject: Subject) -> None:
    """Umlauts written as letter and mark (NFD) do not shift offsets."""
    _changed(subject, "NFD", lambda text: unicodedata.normalize("NFD", text))


@check
def carriage_returns(subject: Subject) -> None:
    """Line ends of two characters do not shift offsets."""
    _changed(subject, "CRLF", lambda text: text.replace("\n", "\r\n").replace(". ", ".\r\n"))


@check
def odd_white_space(subject: Subject) -> None:
    """Non-breaking and doubled spaces, tabs and zero-width marks do not shift offsets."""

    def change(text: str) -> str:
        return text.replace(" der ", "\u00a0der  ").replace(", ", ",\t").replace("-", "\u00ad-")

    _changed(subject, "odd white space", change)


@check
def text_without_case(subject: Subject) -> None:
    """Texts in capitals or small letters only are read without a fault; "ß" grows to "SS"."""
    _changed(subject, "capitals", lambda text: (text + " Straße").upper())
    _changed(subject, "small letters", lambda text: (text + " İstanbul").lower())


@check
def the_same_text_twice(subject: Subject) -> None:
    """Every occurrence of repeated sentences can be pointed at."""
    _changed(subject, "twice", lambda text: f"{text}\n\n{text}")
