"""Who only has an opinion of a transfer: "Moscow condemned the delivery of tanks to Kyiv"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from armstrade.claims import Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words
from armstrade.language.words import Word

from .asides import left_of
from .phrases import PartyPhrase

if TYPE_CHECKING:
    from .reading import Sentence
    from .triggers import Trigger

_TO = all_words("to_prepositions")
_HOSTILE = all_words("hostile_verbs")
_PLEASED = all_words("pleased_verbs")
_OPPOSING = frozenset({"oppose"})
_STANCES = all_words("stance_verbs") | _HOSTILE | _PLEASED
_ACCUSING = all_words("accusing")
_UPSET = all_words("upset")
# Before who does it, in the passive.
_AGENTS = frozenset({"by", "von"})
# Stages of nouns that others may react to: not those of an offer or a plan.
_DONE = frozenset({Stage.ORDERED, Stage.DELIVERED})
# How far from the agent the participle may stand, in words.
_NEAR = 3


def takes_a_stance(sentence: Sentence, clause: Clause) -> bool:
    """ "verurteilte die Lieferung": whoever speaks of a transfer does not do it."""
    verbs = _STANCES if _refuses(sentence.words) else _STANCES | _OPPOSING
    return bool(_verbs(sentence, clause, verbs)) or _is_upset(sentence, clause)


def is_agent(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "wurde von Athen kritisiert": by whom a transfer is only spoken of."""
    if phrase.preposition not in _AGENTS or phrase.clause < 0:
        return False
    verbs = _verbs(sentence, sentence.clauses[phrase.clause], _STANCES)
    return any(_has_agent(verb, phrase) for verb in verbs)


def is_reacted_to(sentence: Sentence, clause: Clause | None, deal: Trigger) -> bool:
    """ "imposed sanctions over the sale of tanks to Rabat": whoever does so is no side of it."""
    if deal.is_verb or clause is None or deal.row.stage not in _DONE:
        return False  # "looked at an offer of jets"
    words, grammar = sentence.words, sentence.reading.grammar
    talks = (t.word for t in sentence.triggers if t.row.stage is Stage.NEGOTIATED)
    if not set(clause.words).isdisjoint(talks):
        return False  # "is in talks with Madrid over the purchase of jets"
    reacting = tuple(grammar.words("reacting"))
    if any(words[i].low.startswith(reacting) for i in clause.words):
        return True
    above = words[max(0, left_of(words, min(deal.words)))]
    return above.tag == "prep" and above.low in grammar.words("reacted_to")


def bystanders(sentence: Sentence, deal: Trigger, *, supplier: bool = False) -> frozenset[int]:
    """Where the parties begin that are against a deal or react to it, and have no part in it.

    Parameters
    ----------
    supplier
        Also those that welcome it: they may receive, but do not supply.

    Examples
    --------
    >>> from armstrade import Document
    >>> from armstrade.reading import read
    >>> text = "Moscow condemned the delivery of 20 tanks to Ukraine."
    >>> sentence = read(Document(text=text, language="en")).sentences[0]
    >>> told = bystanders(sentence, sentence.triggers[-1])
    >>> [p.key for p in sentence.parties if p.start in told]
    ['RU']
    """
    clause = sentence.clause_of.get(deal.word)
    if clause is None:
        return frozenset()
    against, glad = sentence.stances
    speaking = against | glad if supplier else against
    found = set[int]()
    if speaking:
        # "condemned the raid and sent Accra 20 tanks": the subject of both
        shared = _coordinated(sentence, clause)
        found = {p.start for p in sentence.parties if p.clause not in shared} & speaking
    if is_reacted_to(sentence, clause, deal):
        found |= {p.start for p in _acting(sentence, clause)}
    return frozenset(found)


def stances(sentence: Sentence) -> tuple[frozenset[int], frozenset[int]]:
    """Where the parties begin that are against something, and that are glad of it."""
    words = sentence.words
    doing = {t.word for t in sentence.triggers if t.is_verb and words[t.word].low not in _UPSET}
    upset = {
        clause.index
        for clause in sentence.clauses
        # "alarmed by its neighbour it ordered jets": upset, and does something itself
        if doing.isdisjoint(clause.words) and _is_upset(sentence, clause)
    }
    moved = frozenset(p.start for p in sentence.parties if _is_moved(sentence, p, upset))
    hostile = _HOSTILE | _ACCUSING
    if not _refuses(words):
        hostile |= _OPPOSING
    return moved | _who(sentence, hostile), _who(sentence, _PLEASED)


def _refuses(words: list[Word]) -> bool:
    """ "opposes sending tanks": whoever has the say itself."""
    return any(one.low.startswith("oppos") and other.tag == "ing" for one, other in pairwise(words))


def _coordinated(sentence: Sentence, clause: Clause) -> set[int]:
    """The clauses that a clause is coordinated with."""
    found = set[int]()
    while clause.kind == "coord" and clause.parent is not None and clause.parent not in found:
        clause = sentence.clauses[clause.parent]
        found.add(clause.index)
    return found


def _who(sentence: Sentence, lemmas: frozenset[str]) -> frozenset[int]:
    """Subjects and agents of verbs."""
    found = set()
    for clause in sentence.clauses:
        verbs = _verbs(sentence, clause, lemmas)
        if not verbs:
            continue
        parties = [p for p in sentence.parties if p.clause == clause.index]
        found |= {p.start for p in parties if any(_has_agent(verb, p) for verb in verbs)}
        if not all(_is_passive(sentence, clause, verb) for verb in verbs):
            found |= {p.start for p in _acting(sentence, clause)}
    return frozenset(found)


def _acting(sentence: Sentence, clause: Clause) -> list[PartyPhrase]:
    """The first party of a clause that can be its subject."""
    return [
        p
        for p in sentence.parties
        if p.clause == clause.index
        and not p.preposition
        and p.modifies is None
        and "nom" in p.cases
    ][:1]


def _is_moved(sentence: Sentence, phrase: PartyPhrase, upset: set[int]) -> bool:
    """ "the sale angered Athens", "drew criticism from Athens", "Athens' criticism of"."""
    if phrase.modifies is not None:
        return sentence.words[phrase.modifies].low in _UPSET
    return phrase.clause in upset and phrase.preposition not in _TO


def _is_upset(sentence: Sentence, clause: Clause) -> bool:
    words = sentence.words
    pairs = (f"{words[i].low} {words[i + 1].low}" for i in clause.words if i + 1 < len(words))
    return any(words[i].low in _UPSET for i in clause.words) or not _UPSET.isdisjoint(pairs)


def _verbs(sentence: Sentence, clause: Clause, lemmas: frozenset[str]) -> list[Word]:
    words = [sentence.words[i] for i in clause.words]
    return [w for w in words if w.is_verb and not lemmas.isdisjoint(w.verbs.lemmas)]


def _is_passive(sentence: Sentence, clause: Clause, verb: Word) -> bool:
    """ "Berlin was criticised", "Berlin wird vorgeworfen": those that are spoken of."""
    words, passive = sentence.words, sentence.reading.grammar.words("passive_auxiliaries")
    return verb.tag == "part" and any(words[i].low in passive for i in clause.words)


def _has_agent(verb: Word, phrase: PartyPhrase) -> bool:
    near = min(abs(verb.i - phrase.first), abs(verb.i - phrase.last)) <= _NEAR
    return near and verb.tag == "part" and phrase.preposition in _AGENTS
