"""Gold documents into whose sentences adverbials are put that name further parties.

"Deutschland liefert trotz heftiger Kritik aus Ungarn …": the parties of such an adverbial neither
give nor get anything, so that gold stays right. The adverbials are in `adverbials.toml`.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from armstrade.corpora import GoldDocument
from armstrade.reading import Sentence, read

from .copies import Piece, put_together

SEED = 1
SHARE = 0.6
"""How many of the sentences are to get one; not all have a place for it."""
LONGEST_PREFIELD = 6
"""Words before the verb of a German sentence; behind more of them something else is at work."""
SHORTEST = 4
_NESTED = frozenset('"„“”»«:;')


@cache
def _adverbials() -> dict[str, dict[str, list[str]]]:
    path = resources.files(__package__).joinpath("adverbials.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def interrupted(golds: Iterable[GoldDocument], seed: int = SEED) -> Iterator[GoldDocument]:
    """The gold documents, every other one with adverbials where it can hold them."""
    choice = random.Random(seed)
    for index, gold in enumerate(golds):
        yield gold if index % 2 else _interrupted(gold, choice)


def _interrupted(gold: GoldDocument, choice: random.Random) -> GoldDocument:
    pieces: list[Piece] = []
    text, at = gold.document.text, 0
    for sentence in read(gold.document).sentences:
        found = _with_adverbial(sentence, choice) if choice.random() < SHARE else []
        if found:
            pieces += [Piece(text[at : sentence.start], at), *found]
            at = sentence.end
    return put_together(gold, [*pieces, Piece(text[at:], at)], "adv") if pieces else gold


def _with_adverbial(sentence: Sentence, choice: random.Random) -> list[Piece]:
    """The pieces of a sentence with an adverbial in it; none where no place is sure."""
    language = sentence.reading.grammar.language
    data = _adverbials().get(language)
    if data is None or not sentence.parties or len(sentence.words) < SHORTEST:
        return []
    if not sentence.text.endswith(".") or not _NESTED.isdisjoint(sentence.text):
        return []
    one, other = choice.sample(data["parties"], 2)
    adverbial = choice.choice(data["adverbials"]).format(p=one, q=other)
    place = _german if language == "de" else _english
    return place(sentence, adverbial, choice)


def _german(sentence: Sentence, adverbial: str, choice: random.Random) -> list[Piece]:
    """Behind the finite verb, or before it in place of what stands there."""
    words, text = sentence.words, sentence.reading.text
    main = next((c for c in sentence.clauses if c.kind == "main"), None)
    verb = next((i for i in main.words if words[i].tag == "fin"), None) if main else None
    if not verb or verb > LONGEST_PREFIELD or not _begins_with_party(sentence, verb):
        return []
    if words[verb + 1].tag in ("pron", "punct"):
        return []
    start, end, at = sentence.start, sentence.end, words[verb].end
    modified = any(p.first == 0 and p.modifies is not None for p in sentence.parties)
    if modified or choice.random() < 0.5:
        return [Piece(text[start:at], start), Piece(f" {adverbial}"), Piece(text[at:end], at)]
    gap = words[verb].start
    return [
        Piece(adverbial[0].upper() + adverbial[1:] + " "),
        Piece(text[gap:at], gap),
        Piece(" "),
        _inside(sentence, words[verb - 1].end),
        Piece(text[at:end], at),
    ]


def _english(sentence: Sentence, adverbial: str, choice: random.Random) -> list[Piece]:
    """Before all of it, or at its end."""
    text, start, end = sentence.reading.text, sentence.start, sentence.end
    if choice.random() < 0.5 and _begins_with_party(sentence, 1):
        return [Piece(adverbial[0].upper() + adverbial[1:] + ", "), _inside(sentence, end)]
    return [Piece(text[start : end - 1], start), Piece(f" {adverbial}"), Piece(".", end - 1)]


def _begins_with_party(sentence: Sentence, before: int) -> bool:
    """Whether a party stands before a word, with nothing but an article ahead of it."""
    words = sentence.words
    first = 1 if words[0].tag == "det" else 0
    return any(p.first <= first <= p.last and p.first < before for p in sentence.parties)


def _inside(sentence: Sentence, end: int) -> Piece:
    """A sentence up to an offset as it stands behind something."""
    start, first = sentence.start, sentence.words[0]
    told = sentence.reading.text[start:end]
    return Piece(told[0].lower() + told[1:] if first.tag in ("det", "pron") else told, start)
