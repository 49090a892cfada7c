"""Sentences in which a name was too noisy for the lexicon get it back by linking."""

from __future__ import annotations

from functools import lru_cache

from armstrade.language.words import Word, tokenise
from armstrade.lexicon.linking import Link, Linker
from armstrade.lexicon.mention import Mention
from armstrade.reading import Sentence

_SURE = 0.85
_SHORTEST = 4
_WANTED = 2  # a transfer has two parties


def repaired(sentence: Sentence) -> Sentence:
    """The sentence with the names that linking finds in it, or itself when there are none.

    Only sentences that may tell a transfer and lack a name for it are looked at: those that
    hold a trigger, and materiel but fewer than two parties, or a party but no materiel.

    Examples
    --------
    >>> from armstrade.claims import Document
    >>> from armstrade.reading import read
    >>> text = "Polen liefert der Ukrainne 60 Panzer."
    >>> sentence = read(Document(text=text, language="de")).sentences[0]
    >>> [party.key for party in sentence.parties], [p.key for p in repaired(sentence).parties]
    (['PL'], ['PL', 'UA'])
    """
    parties = {m.entry.surface for m in sentence.mentions if hasattr(m.entry, "surface")}
    if sentence.has_materiel:
        kind = "party" if len(parties) < _WANTED else ""
    else:
        kind = "designation" if parties else ""
    if not kind or not sentence.may_have_triggers:
        return sentence
    found = _linked(sentence, kind)
    if not found:
        return sentence
    mentions = sorted((*sentence.mentions, *found), key=lambda mention: mention.start)
    return Sentence(
        sentence.reading,
        sentence.index,
        sentence.start,
        sentence.end,
        sentence.paragraph,
        tuple(mentions),
    )


def _linked(sentence: Sentence, kind: str) -> list[Mention]:
    reading = sentence.reading
    linker = reading.lexicon.linker
    year = reading.published.year if reading.published is not None else None
    taken = {i for mention in sentence.mentions for i in range(*mention.word)}
    found = []
    for start, end in _names(sentence):
        if taken.isdisjoint(range(start, end)):
            link = _best(linker, reading.text[start:end], kind, year)
            if link is not None:
                entry = link.entry
                found.append(Mention(kind, start, end, entry, (start, end), "whole", "", (entry,)))
    return found


def _names(sentence: Sentence) -> list[tuple[int, int]]:
    """Where words stand that may be names; those of a broken line are one."""
    english = sentence.reading.grammar.language == "en"
    words = tokenise(sentence.reading.text, sentence.start, sentence.end, split_genitive=english)
    found = []
    for at, word in enumerate(words):
        if not word.text[0].isupper() and not word.text[0].isdigit():
            continue
        if not any(char.isalpha() for char in word.text):
            continue
        end = _end_of_broken(words, at)
        if end - word.start >= _SHORTEST:
            found.append((word.start, end))
    return found


def _end_of_broken(words: list[Word], at: int) -> int:
    following = words[at + 1] if at + 1 < len(words) else None
    if words[at].text.endswith("-") and following is not None and following.text[0].islower():
        return following.end
    return words[at].end


@lru_cache(maxsize=50_000)
def _best(linker: Linker, name: str, kind: str, year: int | None) -> Link | None:
    found = linker.link(name, kind=kind, year=year, limit=1, threshold=_SURE)
    return found[0] if found else None
