"""Who is to act in an infinitive: "bat Berlin, Panzer zu liefern", "promised to send"."""

from __future__ import annotations

from armstrade.language.grammar import all_words
from armstrade.reading import PartyPhrase, Sentence, Trigger

from .lemmas import lemmas
from .subjects import accused, is_passive, subject_of, with_group

# The person asked is the one who is to act: "bat Berlin, Panzer zu liefern".
_OBJECT_CONTROL = lemmas("object_control")
_LEAVE = all_words("leave")
_SEEKING = lemmas("seeking_leave")


def controller(sentence: Sentence, trigger: Trigger, governor: Trigger) -> list[PartyPhrase]:
    """Who is to act in an infinitive: the governor's object or its subject."""
    clause = sentence.clause_of.get(governor.word)
    if clause is None:
        return []
    members = [p for p in sentence.parties if p.clause == clause.index]
    lemma = governor.row.lemma.lower()
    german = sentence.reading.grammar.language == "de"
    if not governor.is_verb:
        if seeks_leave(sentence, governor):
            return subject_of(sentence, clause)
        for phrase in members:
            if phrase.modifies is not None and phrase.modifies in governor.words:
                return [phrase]
            if german and phrase.genitive and phrase.first == governor.word + 1:
                return [phrase]  # "ein Angebot Roms, … zu liefern"
            if phrase.preposition == "by" and governor.word < phrase.first <= governor.word + 3:
                return [phrase]  # "plans by Ankara to sell"
        if german and sentence.words[max(0, governor.word - 2)].low == "für":
            # "dankte Berlin für die Zusage, … zu liefern"
            return accused(sentence, clause) or subject_of(sentence, clause)
        return subject_of(sentence, clause)
    subjects = subject_of(sentence, clause)
    if lemma not in _OBJECT_CONTROL or is_passive(sentence, governor):
        return subjects
    if german and _asks_leave(sentence, trigger, governor):
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


def seeks_leave(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether leave for something is sought in the clause of a trigger."""
    clause = sentence.clause_of.get(trigger.word)
    inside = [sentence.words[i] for i in clause.words] if clause is not None else []
    asks = any(word.is_verb and not word.verbs.lemmas.isdisjoint(_SEEKING) for word in inside)
    return asks and any(word.low in _LEAVE for word in inside)


def _asks_leave(sentence: Sentence, trigger: Trigger, governor: Trigger) -> bool:
    """ "bat Bern, Panzer weitergeben zu dürfen", "um Erlaubnis, … weiterzugeben": for oneself."""
    below, above = (sentence.clause_of.get(t.word) for t in (trigger, governor))
    acts = {sentence.words[i].low for i in below.words} if below is not None else set()
    asks = {sentence.words[i].low for i in above.words} if above is not None else set()
    return "dürfen" in acts or not asks.isdisjoint(_LEAVE)


def asks_another(sentence: Sentence, governor: Trigger, acts: Trigger) -> bool:
    """Whether the object of `governor` is to do what `acts` says."""
    return (
        governor.is_verb
        and governor.row.lemma.lower() in _OBJECT_CONTROL
        and acts.is_verb
        and sentence.words[acts.word].tag in ("inf", "zu")
        and not is_passive(sentence, governor)
        and not _asks_leave(sentence, acts, governor)
    )
