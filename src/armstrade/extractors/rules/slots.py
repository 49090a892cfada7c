"""How well a party stands in the place that a role of a frame asks for."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words, grammar
from armstrade.lexicon.triggers import Role
from armstrade.reading import PartyPhrase, Sentence, Trigger

from .english import on_order
from .subjects import subject_of

SURE, LIKELY = 10.0, 6.0
TO = all_words("to_prepositions")
FROM = all_words("from_prepositions")
PLACES = frozenset({"country", "capital", "seat", "city"})
# Pronouns that can stand for goods as well as for a party.
_GOODS_PRONOUNS = all_words("goods_pronouns")
_SAME_DEMONYMS = grammar("en").words("same_demonyms")


def stands_beside(
    sentence: Sentence, clause: Clause | None, trigger: Trigger, phrase: PartyPhrase
) -> bool:
    """Whether a phrase is in the clause of a trigger, or in an attribute of the trigger noun
    ("die [in Warschau unterzeichneten] Verträge")."""
    if clause is not None and phrase.clause == clause.index:
        return True
    own = sentence.clauses[phrase.clause] if phrase.clause >= 0 else None
    return own is not None and own.kind == "attr" and own.antecedent == trigger.word


def fit(
    sentence: Sentence,
    clause: Clause | None,
    trigger: Trigger,
    role: Role,
    phrase: PartyPhrase,
    passive: bool,
    supplier: bool,
) -> float:
    """How well a phrase stands in the place that a role of the frame asks for."""
    same = stands_beside(sentence, clause, trigger, phrase)
    german = sentence.reading.grammar.language == "de"
    if role.slot == "prep":
        there = phrase.preposition
        goods_move = "subject=materiel" in trigger.row.note
        if german and goods_move and there == "auf" and phrase.kind == "country":
            there = "in"  # "auf den Philippinen angekommen", "auf Kuba"
        if there != role.preposition or not same:
            return 0.0
        if german and not supplier and comes_behind_goods(sentence, trigger, phrase):
            return 0.0
        if on_order(sentence, trigger) or _before_the_comma(sentence, trigger, phrase):
            return 0.0
        if not german and phrase.modifies in trigger.words and not trigger.is_verb:
            return 0.0  # "said no to Kenya's request": its own
        if phrase.preposition == "by" and agent_of_another(sentence, trigger, phrase):
            return 0.0
        if phrase.preposition == "by" and not trigger.is_verb and phrase.first < trigger.word:
            return 0.0  # "a contract by the army for the supply": the army's contract
        if not phrase.agentive and role.preposition in ("in", "with", "mit", "for", "für"):
            return 0.0
        if role.preposition == "in" and supplier:
            acting = {p.key for p in subject_of(sentence, clause)}
            return 0.0 if phrase.key in acting else LIKELY - 1
        if phrase.kind == "city":
            return LIKELY - 0.8  # surer places come first
        if not trigger.is_verb and phrase.first < trigger.word and role.preposition in TO:
            return SURE - 3
        return SURE
    if role.slot == "subject":
        if passive:
            if phrase.preposition in (("von", "durch") if german else ("by",)) and same:
                return SURE
            return 0.0
        subjects = subject_of(sentence, clause)
        if any(p is phrase for p in subjects):
            return SURE - 1 if same else SURE - 2
        return 0.0
    if role.slot in ("object", "dative", "object2"):
        if passive and not german and not same and not phrase.preposition:
            subjects = subject_of(sentence, clause)  # "asked Paris …, and was given shells"
            return SURE - 2 if any(p is phrase for p in subjects) else 0.0
        if same and not passive and _people(sentence, trigger, phrase):
            return LIKELY
        if not same or phrase.preposition or phrase.modifies is not None:
            return 0.0
        if is_goods(sentence, phrase):
            return 0.0
        if passive and not german and _adds(sentence, trigger, phrase):
            return 0.0
        if passive and role.slot != "dative":
            subjects = subject_of(sentence, clause)
            return SURE - 1 if any(p is phrase for p in subjects) else 0.0
        if german:
            wanted = "dat" if role.slot == "dative" else "acc"
            if wanted not in phrase.cases:
                return 0.0
            if "nom" not in phrase.cases:
                return SURE
            if "subject=materiel" in trigger.row.note:
                return SURE - 1
            subjects = subject_of(sentence, clause)
            if any(p is phrase for p in subjects) and not passive:
                return 0.0
            return SURE - 2
        if phrase.last < trigger.word and not passive:
            return 0.0
        if passive:
            subjects = subject_of(sentence, clause)
            return SURE - 1 if any(p is phrase for p in subjects) else 0.0
        light = not german and trigger.row.pos == "verb_mwe"
        near = phrase.first - (trigger.word if light else max(trigger.words))
        return SURE - 1 if 0 < near <= 3 else 0.0
    if role.slot in ("genitive", "adjective") and phrase.first == trigger.word:
        return 0.0  # part of a compound ("Ukraine-Lieferung"), see generic_fit
    if role.slot == "genitive":
        if phrase.modifies is not None and phrase.modifies in trigger.words:
            return SURE
        if trigger.row.stage is Stage.OFFERED and not german and _bids(trigger, phrase):
            return SURE
        if not trigger.is_verb and phrase.genitive and phrase.first == trigger.word + 1:
            return SURE
        if not german and phrase.genitive and _owns_goods(sentence, phrase):
            return 0.0  # "the purchase of Kuwait's old Hornets"
        if not german and phrase.preposition == "of" and phrase.first - trigger.word in (2, 3):
            return SURE - 3
        return 0.0
    if role.slot == "adjective":
        if phrase.modifies is not None and phrase.modifies in trigger.words:
            return SURE - 1
        return 0.0
    return 0.0


def _before_the_comma(sentence: Sentence, trigger: Trigger, phrase: PartyPhrase) -> bool:
    """ "After selling tanks to Peru, Spain offers Chile frigates": Peru belongs to the first."""
    words = sentence.words
    if phrase.first > trigger.word or not any(
        words[i].text == "," for i in range(phrase.last, trigger.word)
    ):
        return False
    return any(
        t.is_verb
        and t.word < phrase.first
        and (words[t.word].tag == "ing" or words[t.word - 1].low == "having")
        for t in sentence.triggers
    )


def comes_behind_goods(sentence: Sentence, trigger: Trigger, phrase: PartyPhrase) -> bool:
    """ "die Bestellung von 20 Panzern aus Rom": where the goods are from, not the order."""
    if trigger.is_verb or phrase.preposition not in ("aus", "von"):
        return False
    before = phrase.first - 2
    return any(trigger.word < m.first and m.last == before for m in sentence.materiel)


def _bids(trigger: Trigger, phrase: PartyPhrase) -> bool:
    """ "a Leonardo offer of helicopters": the name of a firm right before the noun."""
    return (
        phrase.kind == "company" and not trigger.is_verb and phrase.last + 1 == min(trigger.words)
    )


def _owns_goods(sentence: Sentence, phrase: PartyPhrase) -> bool:
    return phrase.modifies is not None and any(
        m.first <= phrase.modifies <= m.last for m in sentence.materiel
    )


def _adds(sentence: Sentence, trigger: Trigger, phrase: PartyPhrase) -> bool:
    """ "Russia sold jets, delivered in May": the participle is not about the subject."""
    before = trigger.word - 1
    return before > 0 and sentence.words[before].text == "," and phrase.last != before - 1


def _people(sentence: Sentence, trigger: Trigger, phrase: PartyPhrase) -> bool:
    """ "had given the Kyrgyz Grad launchers": a people, and no origin of the goods."""
    words, first = sentence.words, phrase.first
    return (
        phrase.modifies is not None
        and not phrase.genitive
        and words[first].low in _SAME_DEMONYMS
        and words[first - 1].low == "the"
        and first - 2 == max(trigger.words)
    )


def is_goods(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "has sold drones and delivered them": the pronoun of a clause without goods is the goods."""
    return (
        phrase.kind == "pronoun"
        and sentence.words[phrase.last].low in _GOODS_PRONOUNS
        and not any(m.clause == phrase.clause for m in sentence.materiel)
    )


def agent_of_another(sentence: Sentence, trigger: Trigger, phrase: PartyPhrase) -> bool:
    """ "cameras made by Wescam": the agent of the verb right before it."""
    words = sentence.words
    if phrase.first < trigger.word and trigger.is_verb:
        k = phrase.first - 1 if words[phrase.first - 1].low == "by" else phrase.first
        return k > 0 and words[k - 1].is_verb and k - 1 not in trigger.words
    verbs = [i for i in range(trigger.word + 1, phrase.first) if words[i].is_verb]
    return bool(verbs)
