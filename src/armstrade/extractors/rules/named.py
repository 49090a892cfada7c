"""Which parties the sentences read so far have named, and which of them came last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from armstrade.reading import DATELINE, PartyPhrase, Sentence


def since(past: list[Sentence], index: int) -> list[Sentence]:
    """Of the sentences read, those from that with the given index on."""
    return past[max(0, index - past[0].index) :] if past else []


class Named:
    """The parties of the sentences read, in the order in which they were named.

    `past` are those of the discourse and grow with it. What a sentence names is looked up when
    somebody asks for it, so that nobody has to analyse one that nothing points back to.
    """

    def __init__(self, past: list[Sentence]) -> None:
        self._past = past
        self._protagonist: str | None = None

    def since(self, index: int) -> list[PartyPhrase]:
        """The parties named in the sentences read, from that with the given index on."""
        return [p for s in since(self._past, index) for p in named_in(s)]

    def last(self, number: int) -> list[PartyPhrase]:
        """The parties named last, the last one first."""
        found = (p for s in reversed(self._past) for p in reversed(named_in(s)))
        return list(islice(found, number))

    def opening(self) -> list[PartyPhrase]:
        """The parties that headline and lead name."""
        return [p for s in self._past[:2] for p in named_in(s)]

    def protagonist(self) -> str | None:
        """The state that the headline names first, or else the lead. German."""
        if self._protagonist or not self._past or self._past[0].reading.grammar.language != "de":
            return self._protagonist
        for sentence in self._past[:2]:
            named = [
                p
                for p in named_in(sentence)
                if p.country and p.kind != "company" and not _is_heard(sentence, p)
            ]
            if named:
                acting = next((p for p in named if p.modifies is None or p.genitive), named[0])
                self._protagonist = acting.country
                break
        return self._protagonist

    def towns(self) -> Iterator[PartyPhrase]:
        """The towns named, those of the last sentence first."""
        for sentence in reversed(self._past):
            yield from (p for p in sentence.parties if p.kind == "city" and p.key is not None)


def named_in(sentence: Sentence) -> list[PartyPhrase]:
    """The parties that a sentence names, towns left out."""
    if not sentence.has_party:
        return []
    return [
        p
        for p in sentence.parties
        if p.key is not None and p.kind != "city" and not is_only_written_at(p)
    ]


def is_only_written_at(phrase: PartyPhrase) -> bool:
    """ "BRUSSELS – ": the text is written at the seat of a union, and not about the union."""
    return phrase.kind == "seat" and phrase.preposition == DATELINE


def _is_heard(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "Seoul: Granaten für Russland": whose words they are, and no part of what happens."""
    behind = sentence.words[phrase.last + 1 : phrase.last + 2]
    return bool(behind) and behind[0].text == ":"
