"""Who does what a clause says: its subject, and whether its verb is in the passive.

Many clauses lend their subject to those below or behind them; it is looked for there too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from armstrade.language.clauses import Clause
from armstrade.language.grammar import grammar
from armstrade.language.words import Word
from armstrade.reading import PartyPhrase, Sentence, Trigger

from .lemmas import lemmas

_GERMAN_SEIN_PERFECT = lemmas("sein_perfect")
# Verbs that a German participle, or an infinitive that looks like one, may belong to.
_HELPERS = lemmas("helping")
_FROM = frozenset({"aus", "von"})
_AUXILIARY_ADVERBS = grammar("en").words("auxiliary_adverbs")
_INVERTING = grammar("en").words("inverting")
_MASCULINE = grammar("de").words("masculine_articles")
# How far apart an auxiliary and its participle may stand, in words.
_PARTED = 6
_ENGLISH_HAVE = grammar("en").words("have_forms")


def is_passive(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the trigger's verb is in the passive voice."""
    if not trigger.is_verb:
        return False
    words = sentence.words
    word = words[trigger.word]
    if word.tag != "part":
        return False
    clause = sentence.clause_of.get(trigger.word)
    if clause is not None and clause.kind == "attr":
        return True
    if sentence.reading.grammar.language == "de":
        if "part" not in trigger.features:
            return False
        lemmas: set[str] = set()
        for i in clause.words if clause else ():
            if words[i].is_verb and i != trigger.word:
                lemmas |= words[i].verbs.lemmas
        if "werden" in lemmas or _is_aside(sentence, clause, trigger):
            return True
        return (
            "sein" in lemmas
            and trigger.row.lemma not in _GERMAN_SEIN_PERFECT
            and "haben" not in lemmas
        )
    if len(trigger.words) > 1 and words[max(trigger.words)].tag == "inf":
        return False  # "is set to receive"
    k = trigger.word - 1
    while k >= 0 and (words[k].low in _AUXILIARY_ADVERBS or words[k].low.endswith("ly")):
        k -= 1
    if k < 0:
        return True
    low = words[k].low.replace("’", "'")
    return low not in _ENGLISH_HAVE and not _parted(words, k)


def _parted(words: list[Word], k: int) -> bool:
    """ "has in recent years taken": a time between the auxiliary and its participle."""
    for j in range(k, max(-1, k - _PARTED), -1):
        if words[j].low in _ENGLISH_HAVE:
            return words[j + 1].tag == "prep"
        if words[j].is_verb or words[j].tag in ("punct", "aux"):
            return False
    return False


def _is_aside(sentence: Sentence, clause: Clause | None, trigger: Trigger) -> bool:
    """ "In Dili liegen zwei Boote, 2010 aus China geliefert, im Hafen": of no verb of its own."""
    words = sentence.words
    if clause is None:
        return False
    verbs = [words[i] for i in clause.words if words[i].is_verb]
    finite = [w for w in verbs if w.tag == "fin"]
    return (
        bool(finite)
        and any(p.preposition in _FROM and p.clause == clause.index for p in sentence.parties)
        and all(_HELPERS.isdisjoint(w.verbs.lemmas) for w in verbs if w.i != trigger.word)
        and all(w.tag != "inf" for w in verbs)
        and any(w.tag == "punct" for w in words[finite[0].i : trigger.word])
    )


def subject_of(sentence: Sentence, clause: Clause | None, depth: int = 0) -> list[PartyPhrase]:
    """The party that is the subject of a clause, with its coordinated companions."""
    if clause is None or depth > 3:
        return []
    words = sentence.words
    german = sentence.reading.grammar.language == "de"
    members = [p for p in sentence.parties if p.clause == clause.index]
    if clause.kind == "inf":
        # an infinitive has no subject of its own: the governor's clause lends it
        if clause.parent is None:
            return []
        parent = sentence.clauses[clause.parent]
        return accused(sentence, parent) or subject_of(sentence, parent, depth + 1)
    candidates = [
        p
        for p in members
        if not p.preposition
        and not (p.genitive and p.modifies is not None)
        and p.modifies is None
        and "nom" in p.cases
        and p.kind != "thither"
    ]
    verbs = [words[i] for i in clause.words if words[i].is_verb or words[i].tag == "aux"]
    if clause.kind == "rel" and clause.opener is not None:
        opener = words[clause.opener]
        if german:
            after_prep = clause.opener > 0 and words[clause.opener - 1].tag == "prep"
            nominative = opener.low in ("der", "die", "das", "welcher", "welche", "welches")
            if opener.low == "der" and not after_prep and _is_masculine(sentence, clause):
                return _antecedent_party(sentence, clause)
            if nominative and not after_prep and not candidates:
                return _antecedent_party(sentence, clause)
        elif opener.low in ("who", "which", "that"):
            following = words[clause.opener + 1] if clause.opener + 1 < len(words) else None
            if following is not None and (
                following.is_verb
                or following.tag == "aux"
                or following.low.endswith("ly")
                or following.low in _AUXILIARY_ADVERBS
            ):
                return _antecedent_party(sentence, clause)
    if not german:
        finite = (w for w in verbs if w.tag in ("fin", "aux") and w.low != "having")
        first = min((w.i for w in finite), default=None)
        if first is None:
            first = min((w.i for w in verbs), default=None)
        if first is not None:
            left = [p for p in candidates if p.last < first]
            if left:
                return with_group(left[-1], members)
            inverted = [p for p in candidates if p.first == first + 1]
            if inverted and len(verbs) > 1 and words[first].low in _INVERTING:
                return with_group(inverted[0], members)  # "Never has Ireland given"
        if clause.kind in ("coord", "inf") and clause.parent is not None:
            above = _resumed(sentence, clause, sentence.clauses[clause.parent])
            return subject_of(sentence, above, depth + 1)
        return []
    if clause.kind == "coord" and clause.parent is not None and _verb_first(sentence, clause):
        # "… und schenkte Colombo eine Fregatte": the subject is that of the clause before
        return subject_of(sentence, sentence.clauses[clause.parent], depth + 1)
    named = [p for p in candidates if p.key is not None]
    if len(named) >= 2 and any(p.kind == "pronoun" for p in candidates):
        # "geliefert habe sie Pjöngjang der Hamas": the pronoun is the object
        candidates = [p for p in candidates if p.kind != "pronoun" or p.cases <= {"nom"}]
    if clause.words and words[clause.words[0]].tag == "part":
        candidates = _without_object_pronoun(words, candidates)
    if candidates:
        marked = [p for p in candidates if p.cases <= {"nom"}]
        best = (marked or candidates)[0]
        return with_group(best, members)
    if clause.kind in ("coord", "inf", "gap") and clause.parent is not None:
        return subject_of(sentence, sentence.clauses[clause.parent], depth + 1)
    if clause.kind == "main" and clause.parent is not None:
        found = subject_of(sentence, sentence.clauses[clause.parent], depth + 1)
        if found:
            return found
    return _seat_acts(members)


def _is_masculine(sentence: Sentence, clause: Clause) -> bool:
    """ "eines Herstellers, der Algerien …": the pronoun can only be the subject."""
    words = sentence.words
    k = clause.antecedent if clause.antecedent is not None else -1
    while k >= 0 and (words[k].capital or words[k].tag in ("word", "attr", "num")):
        k -= 1
    return k >= 0 and words[k].low in _MASCULINE


def _without_object_pronoun(words: list[Word], candidates: list[PartyPhrase]) -> list[PartyPhrase]:
    """ "Gekauft hatte sie die Armee": a pronoun right before a noun is its object."""
    for pronoun, noun in pairwise(candidates):
        ambiguous = pronoun.kind == "pronoun" and "acc" in pronoun.cases
        article = words[pronoun.last + 1] if pronoun.last + 1 < len(words) else None
        if ambiguous and article is not None and article.tag == "det" and noun.kind != "pronoun":
            return [p for p in candidates if p is not pronoun]
    return candidates


def _resumed(sentence: Sentence, clause: Clause, above: Clause) -> Clause:
    """The clause that an English "and has bought …" goes on with.

    Behind "has grown since Russia invaded Ukraine" it is the one with the same auxiliary.
    """
    if above.kind != "sub" or above.parent is None:
        return above
    main = sentence.clauses[above.parent]
    auxiliary, near, far = (_first_verb(sentence, c) for c in (clause, above, main))
    return main if auxiliary in _ENGLISH_HAVE and far == auxiliary != near else above


def _first_verb(sentence: Sentence, clause: Clause) -> str:
    words = (sentence.words[i] for i in clause.words)
    return next((w.low for w in words if w.tag == "fin"), "")


def _seat_acts(members: list[PartyPhrase]) -> list[PartyPhrase]:
    """ "In Kinshasa wird erwogen …", "Aus Pretoria wurde nichts geordert": the seat acts."""
    for phrase in members:
        if phrase.preposition in ("in", "aus") and phrase.kind in ("capital", "seat"):
            return [phrase]
    return []


def accused(sentence: Sentence, clause: Clause) -> list[PartyPhrase]:
    """ "hält Kigali vor, … zu haben": the object of the accusation is the one who acted."""
    grammar = sentence.reading.grammar
    accusing = grammar.words("accusing") | grammar.words("instructing")
    words = sentence.words
    verbs = [words[i] for i in clause.words if words[i].is_verb]
    if not any(r.lemma in accusing for w in verbs for r in w.verbs):
        return []
    members = [p for p in sentence.parties if p.clause == clause.index and p.modifies is None]
    subjects = {p.start for p in subject_of(sentence, clause)}
    for phrase in members:
        bare = not phrase.preposition or (phrase.preposition == "on" and _called_on(words, phrase))
        if phrase.start not in subjects and bare and not phrase.genitive:
            return with_group(phrase, members)
    return []


def _called_on(words: Sequence[Word], phrase: PartyPhrase) -> bool:
    """ "called on Spain to halt deliveries"."""
    return phrase.first >= 2 and "call" in words[phrase.first - 2].verbs.lemmas


def _verb_first(sentence: Sentence, clause: Clause) -> bool:
    """No subject fits between the coordinator and the finite verb, or there is none."""
    words = sentence.words
    finite = [i for i in clause.words if words[i].tag == "fin"]
    if not finite:
        return True
    before = [words[i] for i in clause.words if i < finite[0] and words[i].tag != "coord"]
    if not before:
        return True
    # verb-final coordination inside a subordinate clause, or a prepositional phrase in front
    after = [i for i in clause.words if i > finite[0] and words[i].tag != "punct"]
    if not after:
        return False
    return (
        before[0].tag in ("prep", "word", "num")
        and not any(w.tag in ("pron",) for w in before)
        and (before[0].tag == "prep" and all(w.tag != "fin" for w in before))
        and not _party_after(sentence, clause, finite[0])
    )


def _party_after(sentence: Sentence, clause: Clause, finite: int) -> bool:
    return any(
        p.clause == clause.index and p.first == finite + 1 and not p.preposition
        for p in sentence.parties
    )


def with_group(phrase: PartyPhrase, members: list[PartyPhrase]) -> list[PartyPhrase]:
    if phrase.group < 0:
        return [phrase]
    return [p for p in members if p.group == phrase.group]


def _antecedent_party(sentence: Sentence, clause: Clause) -> list[PartyPhrase]:
    """The party right before a relative clause."""
    if clause.antecedent is None:
        return []
    for phrase in reversed(sentence.parties):
        if phrase.modifies is not None or phrase.clause == clause.index:
            continue
        if phrase.last <= clause.antecedent and clause.antecedent - phrase.last <= 1:
            return with_group(phrase, [p for p in sentence.parties if p.clause == phrase.clause])
    return []
