"""What materiel the document has named so far, and which of it a word points back to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from armstrade.claims import Category
from armstrade.language.grammar import all_words, grammar
from armstrade.reading import MaterielPhrase, Reading, Sentence

from .event import Event
from .named import since

# Umbrella nouns and what they can point back to.
_PLATFORM = frozenset(
    {Category.ARMOURED_VEHICLE, Category.VEHICLE, Category.AIR_DEFENCE, Category.ARTILLERY}
)
_POINTS_TO: dict[Category, frozenset[Category]] = {
    Category.VEHICLE: _PLATFORM,
    Category.ARMOURED_VEHICLE: _PLATFORM - {Category.VEHICLE},
    Category.AIRCRAFT: frozenset({Category.AIRCRAFT, Category.HELICOPTER, Category.UAV}),
    Category.SHIP: frozenset({Category.SHIP}),
    Category.UNSPECIFIED: frozenset(Category) - {Category.UNSPECIFIED},
    Category.EQUIPMENT: frozenset({Category.EQUIPMENT, Category.SENSOR}),
    Category.MISSILE: frozenset({Category.MISSILE, Category.AIR_DEFENCE}),
}


_THAT_TYPE = re.compile(
    r"\s+(?:dieser|dieses|derselben|desselben|(?:der|des) gleichen)\s+"
    r"(?:Typs?|Baureihe|Klasse|Bauart|Modells?|Musters?|Familie|Sorte)\b"
)
# Nouns of things that work, and what these cannot be ("die ersten vier Systeme").
_WORKS = all_words("works")
_CONSUMED = frozenset({Category.AMMUNITION, Category.COMPONENT, Category.EQUIPMENT})
_GUNS = frozenset({"gun", "guns"})
# A calibre of artillery right before a gun, and how far before it that may begin, in characters.
_CALIBRE = re.compile(r"\b(?:[4-9]\d|1\d\d|2[0-4]\d)[ -]?mm\s*$", re.IGNORECASE)
_BEFORE = 8

# Goods behind these hang on a noun; a bare number rather counts others.
_HANGING = frozenset({"of", "with", "for"})

_POSSESSIVES = grammar("en").words("possessives")

# How many sentences back "the deal", "they" and a bare number may point.
SAME_DEAL_REACH = 3
_PAST_EVENT_REACH = 3
_LAST_NAMED_REACH = 1


class Goods:
    """The materiel of the sentences read, in the order in which it was named.

    `past` and `events` are those of the discourse and grow with it.
    """

    def __init__(self, reading: Reading, past: list[Sentence], events: list[Event]) -> None:
        self.reading = reading
        self._past = past
        self._events = events
        self._originals: list[MaterielPhrase] = []  # kept, so that their ids stay their own
        self._specified: dict[int, MaterielPhrase] = {}

    def since(self, index: int) -> list[MaterielPhrase]:
        """The materiel that can be pointed back to, from the sentence with the index on."""
        return [
            self._specified.get(id(m), m)
            for s in since(self._past, index)
            if s.has_materiel
            for m in s.materiel
            if m.inside is None
            and not (m.dual and m.preposition in ("on", "in", "by"))
            and not m.anaphoric
            and (m.designation or m.category is not Category.UNSPECIFIED)
        ]

    def lends(self, index: int) -> bool:
        """Whether a sentence without goods of its own could take some from those before it."""
        return any(
            index - past.sentence.index <= SAME_DEAL_REACH for past in self._events[-4:]
        ) or any(s.has_materiel for s in since(self._past, index - _LAST_NAMED_REACH))

    def specify(self, phrase: MaterielPhrase, sentence: Sentence) -> MaterielPhrase | None:
        """An umbrella word that points back takes category and type of what it points to.

        A bare number ("another 34 are to follow") stands for the materiel named last; ``None``
        when there is none.
        """
        before = self._specified.get(id(phrase))
        if before is not None:
            return before
        if phrase.anaphoric:
            target = self.last(sentence, phrase.start, phrase)
            if target is None:
                return None
            return self._specify(
                phrase,
                category=target.category,
                designation=target.designation,
                start=target.start,
                end=target.end,
                sentence=target.sentence,
            )
        if self._are_artillery(phrase, sentence):
            return self._specify(phrase, category=Category.ARTILLERY)
        counted = phrase.quantity is not None and phrase.quantity.kind == "count"
        definite = phrase.definite or self._is_of_that_type(phrase)
        if phrase.designation or not phrase.generic or not (definite or counted):
            return phrase
        allowed = _POINTS_TO.get(phrase.category)
        if allowed is None or (phrase.category is Category.UNSPECIFIED and not definite):
            return phrase
        if phrase.category is Category.UNSPECIFIED and phrase.quantity is None:
            owner = sentence.words[phrase.first - 1].low if phrase.first else ""
            if owner in _POSSESSIVES:
                return phrase  # "gets most of its arms from Russia": all of them
        more = phrase.quantity is not None and phrase.quantity.counting == "additional"
        drives = phrase.category in (Category.VEHICLE, Category.ARMOURED_VEHICLE)
        if more or (drives and not phrase.definite):
            allowed &= {phrase.category}  # "fünf weitere Flugzeuge" are no helicopters
        earlier = [m for m in sentence.materiel if m.end <= phrase.start]
        known = [
            m
            for m in reversed(self.since(sentence.index - 5) + earlier)
            if m is not phrase
            and sentence.index - m.sentence <= 5
            and not (m.generic and not m.designation)
            and (m.category in allowed or self._same_noun(phrase, m))
        ]
        if not known:
            return phrase
        alike = (m for m in known if self._same_noun(phrase, m))
        candidate = next(alike, known[0])
        return self._specify(phrase, category=candidate.category, designation=candidate.designation)

    def _is_of_that_type(self, phrase: MaterielPhrase) -> bool:
        """ "zwei Geräte derselben Baureihe": as good as "the devices"."""
        return _THAT_TYPE.match(self.reading.text, phrase.end) is not None

    def _are_artillery(self, phrase: MaterielPhrase, sentence: Sentence) -> bool:
        """ "howitzers … the guns": they are no pistols where only howitzers were named."""
        if self.reading.text[phrase.start : phrase.end].lower() not in _GUNS:
            return False
        if _CALIBRE.search(self.reading.text, max(0, phrase.start - _BEFORE), phrase.start):
            return True  # "the 76 mm gun"
        named = {m.category for m in self.since(0)}
        named |= {m.category for m in sentence.materiel if m.end <= phrase.start}
        return Category.ARTILLERY in named and Category.SMALL_ARMS not in named

    def _same_noun(self, phrase: MaterielPhrase, candidate: MaterielPhrase) -> bool:
        """ "missile systems … the system": called by the same word."""
        noun = self.reading.text[phrase.start : phrase.end].lower().split()[-1].rstrip("s")
        words = self.reading.text[candidate.start : candidate.end].lower().split()
        return any(word.rstrip("s") == noun for word in words)

    def _specify(self, phrase: MaterielPhrase, **known: Any) -> MaterielPhrase:
        """A copy that knows more; the reading belongs to all extractors and stays as it is."""
        self._originals.append(phrase)
        self._specified[id(phrase)] = replace(phrase, **known)
        return self._specified[id(phrase)]

    def last(
        self, sentence: Sentence, before: int, pointing: MaterielPhrase | None = None
    ) -> MaterielPhrase | None:
        """What "they" or "the first two" point back to; "the planes" only to what flies."""
        flies = pointing is not None and pointing.category is Category.AIRCRAFT

        behind = sentence.words[pointing.last + 1 : pointing.last + 2] if pointing else []
        works = bool(behind) and behind[0].low in _WORKS

        def fits(m: MaterielPhrase) -> bool:
            known = m.designation is not None or m.category is not Category.UNSPECIFIED
            fitting = not flies or m.category in _POINTS_TO[Category.AIRCRAFT]
            fitting = fitting and not (works and m.category in _CONSUMED)
            return fitting and (known or pointing is None)

        earlier = [
            self._specified.get(id(m), m)
            for m in sentence.materiel
            if m.end <= before and m.inside is None and not m.anaphoric and fits(m)
        ]
        if earlier:
            # "whose AS90s wear a barrel out every month … another ten": the guns
            bare = [m for m in earlier if m.preposition not in _HANGING]
            return (bare if pointing is not None and bare else earlier)[-1]
        reach = _PAST_EVENT_REACH + flies
        for past in reversed(self._events[-3:]):
            if sentence.index - past.sentence.index <= reach:
                told = next(filter(fits, past.materiel), None)
                if told is not None:
                    return told
        named = list(filter(fits, self.since(sentence.index - _LAST_NAMED_REACH - 2 * flies)))
        return named[-1] if named else None
