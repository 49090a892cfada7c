"""Who is to act in an infinitive: "bat Berlin, Panzer zu liefern", "promised to send"."""

from __future__ import annotations

from armstrade.reading import PartyPhrase, Sentence, Trigger

from .lemmas import lemmas
from .subjects import is_passive, subject_of, with_group

# The person asked is the one who is to act: "bat Berlin, Panzer zu liefern".
_OBJECT_CONTROL = lemmas("object_control")


def controller(sentence: Sentence, trigger: Trigger, governor: Trigger) -> list[PartyPhrase]:
    """Who is to act in an infinitive: the governor's object or its subject."""
    clause = sentence.clause_of.get(governor.word)
    if clause is None:
        return []
    members = [p for p in sentence.parties if p.clause == clause.index]
    lemma = governor.row.lemma.lower()
    german = sentence.reading.grammar.language == "de"
    if not governor.is_verb:
        for phrase in members:
            if phrase.modifies is not None and phrase.modifies in governor.words:
                return [phrase]
            if german and phrase.genitive and phrase.first == governor.word + 1:
                return [phrase]  # "ein Angebot Roms, … zu liefern"
        return subject_of(sentence, clause)
    subjects = subject_of(sentence, clause)
    if lemma not in _OBJECT_CONTROL or is_passive(sentence, governor):
        return subjects
    taken = {p.start for p in subjects}
    if german:
        for phrase in members:
            if phrase.start in taken or phrase.modifies is not None or phrase.genitive:
                continue
            if not phrase.preposition or phrase.preposition in ("an", "bei", "von"):
                return with_group(phrase, members)
        return []
    for phrase in members:
        if (
            governor.word < phrase.first
            and phrase.last < trigger.word
            and phrase.start not in taken
            and phrase.preposition in ("", "to", "with", "from")
        ):
            return with_group(phrase, members)
    return []


def asks_another(sentence: Sentence, governor: Trigger, acts: Trigger) -> bool:
    """Whether the object of `governor` is to do what `acts` says."""
    return (
        governor.is_verb
        and governor.row.lemma.lower() in _OBJECT_CONTROL
        and acts.is_verb
        and sentence.words[acts.word].tag in ("inf", "zu")
        and not is_passive(sentence, governor)
    )
