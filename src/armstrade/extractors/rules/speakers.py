"""Who says "we": the speaker of a quotation, or whoever gives an interview."""

from __future__ import annotations

import re
from functools import cached_property

from armstrade.language.grammar import all_words
from armstrade.lexicon.entries import PartyEntry
from armstrade.reading import PartyPhrase, Reading, Sentence

from .home import home

_FIRST_PERSON = all_words("first_person")
# Paragraphs that end in a question, from which on a text is an interview.
_QUESTIONS = 3
_SPEAKING = ("leader", "government", "ministry", "company", "armed_group")
# How far behind a name its office may begin, in characters ("Poland's defence minister").
_OFFICE = 25
# The same in words, with the name.
_WORDS = 5


class Speakers:
    """The first person of a document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._last: list[PartyPhrase] = []

    def speaks(self, phrase: PartyPhrase) -> bool:
        """Whether a pronoun is in the first person."""
        word = self.reading.text[phrase.start : phrase.end].lower()
        return word in _FIRST_PERSON

    def who(
        self,
        phrase: PartyPhrase,
        exclude: set[str | None],
        sentence: Sentence,
        named: list[PartyPhrase],
    ) -> PartyPhrase | None:
        """The government or leader beside the quotation; `named`: those named before it."""
        if self._asked and self._interviewed and self._interviewed[0].key not in exclude:
            return self._interviewed[0]
        own = home(self.reading)
        own = own if own is not None and own.key not in exclude else None
        if own is not None and not self._is_quoted(phrase):
            return own  # a column, a letter: "Australia is giving us four aircraft"
        here = [p for p in sentence.parties if p.key is not None and p.clause != phrase.clause]
        for pool in (here, self._last, self._interviewed, named):
            for candidate in pool:
                if candidate.key in exclude or candidate.modifies is not None:
                    continue
                if candidate.kind in _SPEAKING:
                    if self._is_interview:
                        self._last = [candidate]  # in an interview "we" stays the same
                    return candidate
        # "In Moskau reagiert man gereizt. 'Bei uns ist nichts angekommen', sagte ein Sprecher."
        near = [p for p in named if phrase.sentence - p.sentence <= 1]
        for candidate in (*here, *near):
            if candidate.kind in ("capital", "seat") and candidate.key not in exclude:
                return candidate
        return None

    def _is_quoted(self, phrase: PartyPhrase) -> bool:
        """Whether the pronoun stands within quotation marks, which paragraphs may leave open."""
        text = self.reading.text
        start = text.rfind("\n", 0, phrase.start) + 1
        before = text[start : phrase.start]
        if before.count("\u201c") != before.count("\u201d"):
            return True
        return before.count('"') % 2 == 1

    @cached_property
    def _is_interview(self) -> bool:
        """Whether the headline is somebody's own words: "We are not shopping for the parade".

        Or several paragraphs only ask.
        """
        title = self.reading.document.title or ""
        if not _FIRST_PERSON.isdisjoint(re.findall(r"\w+", title.lower())):
            return True
        return self._asked

    @cached_property
    def _asked(self) -> bool:
        """Whether several paragraphs only ask: the answers are all by the same person."""
        lines = self.reading.text.splitlines()
        return sum(line.rstrip().endswith("?") for line in lines) >= _QUESTIONS

    @cached_property
    def _interviewed(self) -> list[PartyPhrase]:
        """Who speaks by the headline: "'We said no': Poland's defence minister on tanks"."""
        title = self.reading.document.title or ""
        grammar = self.reading.grammar
        offices = grammar.words("titles") | grammar.words("agents")
        words = [(m.start(), m.group().lower()) for m in re.finditer(r"\w+", title)]
        for mention in self.reading.lexicon.find(title, language=grammar.language):
            entry = mention.entry
            if not isinstance(entry, PartyEntry) or not entry.key:
                continue
            reach = range(mention.end, mention.end + _OFFICE)
            if entry.kind == "leader" or any(at in reach and w in offices for at, w in words):
                return [_of_headline(entry)]
        if not self._is_interview:
            return []
        titles = grammar.words("titles")
        return [
            p
            for s in self.reading.sentences[:4]
            for p in s.parties
            if p.key is not None and (p.kind == "leader" or (self._asked and _holds(s, p, titles)))
        ][:1]


def _holds(sentence: Sentence, phrase: PartyPhrase, titles: frozenset[str]) -> bool:
    """ "Bolivia's defence minister": an office of that state."""
    words = sentence.words[phrase.first : phrase.last + _WORDS]
    return any(word.low in titles for word in words)


def _of_headline(entry: PartyEntry) -> PartyPhrase:
    """A party that stands in no sentence; whoever it is resolved for keeps its own words."""
    return PartyPhrase(
        id=entry.id,
        country=entry.country,
        kind="government",
        start=0,
        end=0,
        first=0,
        last=0,
    )
