"""The skeleton of a status: how an anchor is said, from which stage and polarity follow."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from armstrade.language.grammar import grammar
from armstrade.reading import MaterielPhrase

from .anchors import Anchor
from .frame import MODALS
from .outline import Outline, Skeleton, negators, sign
from .tables import modal_class

_TENSES = frozenset({"pres", "past", "konj1", "konj2"})
_CUES = ("hearsay", "possible", "denial", "reporting", "attribution", "condition")


def status(outline: Outline, anchor: Anchor, thing: MaterielPhrase) -> Skeleton:
    """Skeleton of tense, mood and negation, of what governs the anchor and who says it.

    Examples
    --------
    >>> from armstrade.claims import Document
    >>> from armstrade.reading import read
    >>> reading = read(Document(text="Polen will der Ukraine keine Panzer geben.", language="de"))
    >>> outline = Outline(reading.sentences[0])
    >>> status(outline, outline.anchors[0], outline.materiel[0])[:5]
    ('stage=delivered:give', 'form=infinitive', 'not=True', 'none=True', 'modal=will')
    """
    return tuple(_tokens(outline, anchor, thing))


def _tokens(outline: Outline, anchor: Anchor, thing: MaterielPhrase) -> Iterator[str]:
    words, language = outline.words, outline.language
    members = outline.clause_words(anchor.word)
    yield f"stage={anchor.stage}:{anchor.direction}"
    yield f"form={anchor.form}"
    if anchor.form == "active" and anchor.trigger is not None:
        yield f"tense={','.join(sorted(anchor.trigger.features & _TENSES))}"
    yield f"not={any(words[i].low in negators(language) for i in members)}"
    if thing.first:
        yield f"none={words[thing.first - 1].low in negators(language)}"
    for i in members:
        word = words[i]
        if word.low in MODALS:
            yield f"modal={word.low}"
            yield f"modals={modal_class(word.low)}"
        elif word.is_verb and i != anchor.word and word.verbs:
            yield f"verb={word.verbs[0].lemma}:{word.tag}"
    clause = outline.sentence.clause_of.get(anchor.word)
    if clause is not None:
        yield f"clause={clause.kind}"
        if clause.opener is not None:
            yield f"opener={words[clause.opener].low}"
    for other in outline.anchors:
        if other is not anchor:
            where = "here" if other.word in members else "away"
            yield f"governor={other.stage}:{where}:{sign(other.word, anchor.word)}"
    cues = {_cue_words(language).get(word.low) for word in words} - {None}
    yield from (f"cue={cue}" for cue in sorted(map(str, cues)))
    if any("konj1" in reading.features for i in members for reading in words[i].verbs[:1]):
        yield "konj=1"
    yield from outline.around(anchor.word, 3)


@cache
def _cue_words(language: str) -> dict[str, str]:
    """Word → the first class of cues that has it."""
    cues = grammar(language).cue
    return {word: name for name in reversed(_CUES) for word in cues(name)}
