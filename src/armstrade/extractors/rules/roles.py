"""Who gives and who gets: fills the role slots of a trigger's frame.

Every party phrase of the sentence is a candidate for every role; the frame says which place in
the clause fits, and a score says how well. Hard facts (a preposition, a dative) score high,
position alone scores low, so that a worse-marked candidate never displaces a better-marked one.
"""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words, grammar
from armstrade.lexicon.triggers import Role
from armstrade.reading import PartyPhrase, Sentence, Trigger

from .lemmas import lemmas

_ARRIVAL = all_words("arrival_prepositions")

SURE, LIKELY, WEAK = 10.0, 6.0, 3.0

TO = all_words("to_prepositions")
FROM = all_words("from_prepositions")
# Never a party to the transfer.
_NEVER = all_words("never_party")
_PLACES = frozenset({"country", "capital", "seat"})
# The person asked is the one who is to act: "bat Berlin, Panzer zu liefern".
OBJECT_CONTROL = lemmas("object_control")


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
                lemmas |= {r.lemma for r in words[i].verbs}
        if "werden" in lemmas:
            return True
        return (
            "sein" in lemmas
            and trigger.row.lemma not in _GERMAN_SEIN_PERFECT
            and "haben" not in lemmas
        )
    k = trigger.word - 1
    while k >= 0 and (words[k].low in _ENGLISH_SKIP or words[k].low.endswith("ly")):
        k -= 1
    if k < 0:
        return True
    low = words[k].low.replace("’", "'")
    return low not in _ENGLISH_HAVE


_GERMAN_SEIN_PERFECT = lemmas("sein_perfect")
_ENGLISH_SKIP = grammar("en").words("auxiliary_adverbs")
_INVERTING = grammar("en").words("inverting")
_ENGLISH_HAVE = grammar("en").words("have_forms")


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
        return _accused(sentence, parent) or subject_of(sentence, parent, depth + 1)
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
            if nominative and not after_prep and not candidates:
                return _antecedent_party(sentence, clause)
        elif opener.low in ("who", "which", "that"):
            following = words[clause.opener + 1] if clause.opener + 1 < len(words) else None
            if following is not None and (
                following.is_verb
                or following.tag == "aux"
                or following.low.endswith("ly")
                or following.low in _ENGLISH_SKIP
            ):
                return _antecedent_party(sentence, clause)
    if not german:
        first = min((w.i for w in verbs if w.tag in ("fin", "aux")), default=None)
        if first is None:
            first = min((w.i for w in verbs), default=None)
        if first is not None:
            left = [p for p in candidates if p.last < first]
            if left:
                return _with_group(left[-1], members)
            inverted = [p for p in candidates if p.first == first + 1]
            if inverted and len(verbs) > 1 and words[first].low in _INVERTING:
                return _with_group(inverted[0], members)  # "Never has Ireland given"
        if clause.kind in ("coord", "inf") and clause.parent is not None:
            return subject_of(sentence, sentence.clauses[clause.parent], depth + 1)
        return []
    if clause.kind == "coord" and clause.parent is not None and _verb_first(sentence, clause):
        # "… und schenkte Colombo eine Fregatte": the subject is that of the clause before
        return subject_of(sentence, sentence.clauses[clause.parent], depth + 1)
    named = [p for p in candidates if p.key is not None]
    if len(named) >= 2 and any(p.kind == "pronoun" for p in candidates):
        # "geliefert habe sie Pjöngjang der Hamas": the pronoun is the object
        candidates = [p for p in candidates if p.kind != "pronoun" or p.cases <= {"nom"}]
    if candidates:
        marked = [p for p in candidates if p.cases <= {"nom"}]
        best = (marked or candidates)[0]
        return _with_group(best, members)
    if clause.kind in ("coord", "inf", "gap") and clause.parent is not None:
        return subject_of(sentence, sentence.clauses[clause.parent], depth + 1)
    if clause.kind == "main" and clause.parent is not None:
        found = subject_of(sentence, sentence.clauses[clause.parent], depth + 1)
        if found:
            return found
    return _seat_acts(members)


def _seat_acts(members: list[PartyPhrase]) -> list[PartyPhrase]:
    """ "In Kinshasa wird erwogen …", "Aus Pretoria wurde nichts geordert": the seat acts."""
    for phrase in members:
        if phrase.preposition in ("in", "aus") and phrase.kind in ("capital", "seat"):
            return [phrase]
    return []


def _accused(sentence: Sentence, clause: Clause) -> list[PartyPhrase]:
    """ "hält Kigali vor, … zu haben": the object of the accusation is the one who acted."""
    accusing = sentence.reading.grammar.words("accusing")
    verbs = [sentence.words[i] for i in clause.words if sentence.words[i].is_verb]
    if not any(r.lemma in accusing for w in verbs for r in w.verbs):
        return []
    members = [p for p in sentence.parties if p.clause == clause.index and p.modifies is None]
    subjects = {p.start for p in subject_of(sentence, clause)}
    for phrase in members:
        if phrase.start not in subjects and not phrase.preposition and not phrase.genitive:
            return _with_group(phrase, members)
    return []


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


def _with_group(phrase: PartyPhrase, members: list[PartyPhrase]) -> list[PartyPhrase]:
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
            return _with_group(phrase, [p for p in sentence.parties if p.clause == phrase.clause])
    return []


def fill(
    sentence: Sentence,
    trigger: Trigger,
    roles: tuple[Role, ...],
    taken: set[int],
    *,
    supplier: bool,
    clause: Clause | None,
    controller: list[PartyPhrase] | None = None,
    governed: bool = False,
) -> tuple[list[PartyPhrase], float]:
    """The best candidates for one role of a trigger, with their score.

    `taken` holds the starts of phrases that already play the other role; `controller` is the
    understood subject of an infinitive.
    """
    passive = is_passive(sentence, trigger)
    if controller is not None and roles and roles[0].slot == "subject":
        free = [p for p in controller if p.start not in taken]
        return (free, LIKELY + 1.5) if free else ([], 0.0)
    best: tuple[float, PartyPhrase] | None = None
    for phrase in sentence.parties:
        if phrase.start in taken or phrase.preposition in _NEVER:
            continue
        score = max(
            (
                _fit(sentence, clause, trigger, role, phrase, passive, supplier) - 0.3 * rank
                for rank, role in enumerate(roles)
            ),
            default=0.0,
        )
        generic = _generic_fit(sentence, clause, trigger, phrase, supplier, governed)
        score = max(score, generic)
        if score <= 0:
            continue
        score -= min(abs(phrase.last - trigger.word), 40) * 0.02
        if best is None or score > best[0]:
            best = (score, phrase)
    if best is None:
        return [], 0.0
    members = [p for p in sentence.parties if p.clause == best[1].clause and p.start not in taken]
    return _with_group(best[1], members), best[0]


def _fit(
    sentence: Sentence,
    clause: Clause | None,
    trigger: Trigger,
    role: Role,
    phrase: PartyPhrase,
    passive: bool,
    supplier: bool,
) -> float:
    """How well a phrase stands in the place that a role of the frame asks for."""
    same = clause is not None and phrase.clause == clause.index
    german = sentence.reading.grammar.language == "de"
    if role.slot == "prep":
        if phrase.preposition != role.preposition or not same:
            return 0.0
        if phrase.preposition == "by" and _agent_of_another(sentence, trigger, phrase):
            return 0.0
        if not phrase.agentive and role.preposition in ("in", "with", "mit", "for", "für"):
            return 0.0
        if role.preposition == "in" and supplier:
            return LIKELY - 1
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
        if not same or phrase.preposition or phrase.modifies is not None:
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
        return 0.0  # part of a compound ("Ukraine-Lieferung"), see _generic_fit
    if role.slot == "genitive":
        if phrase.modifies is not None and phrase.modifies in trigger.words:
            return SURE
        if not trigger.is_verb and phrase.genitive and phrase.first == trigger.word + 1:
            return SURE
        if not german and phrase.preposition == "of" and phrase.first - trigger.word in (2, 3):
            return SURE - 3
        return 0.0
    if role.slot == "adjective":
        if phrase.modifies is not None and phrase.modifies in trigger.words:
            return SURE - 1
        return 0.0
    return 0.0


def _generic_fit(
    sentence: Sentence,
    clause: Clause | None,
    trigger: Trigger,
    phrase: PartyPhrase,
    supplier: bool,
    governed: bool,
) -> float:
    """Places that fit any frame: "an/to X" gets, "von/from X" gives, "X-Lieferung"."""
    if phrase.clause != (clause.index if clause else -1):
        return 0.0
    wanted = FROM if supplier else TO
    if (
        phrase.modifies is not None
        and phrase.outer in wanted
        and _holder(sentence, phrase, supplier)
    ):
        return LIKELY - 1
    other = trigger.row.recipient if supplier else trigger.row.supplier
    english = sentence.reading.grammar.language == "en"
    if phrase.modifies is not None and phrase.modifies in trigger.words:
        if phrase.genitive and any(role.slot == "genitive" for role in other):
            return 0.0  # "Turkey's purchase": the frame says whose it is
        if english and phrase.kind == "adjective" and not trigger.is_verb:
            own = trigger.row.supplier if supplier else trigger.row.recipient
            owns = bool(own) and own[0].slot == "genitive"
            owned = bool(other) and other[0].slot == "genitive"
            if owns or owned:
                return SURE - 2 if owns else 0.0  # "an Eritrean request": the asker is Eritrea
        # "Ukraine-Lieferung", "Taiwan deal": goal; "US-Lieferung", "russische Lieferung": source
        if phrase.kind in _PLACES and not phrase.genitive:
            goal = phrase.country not in ("US",)
            return LIKELY if goal != supplier else 0.0
        return LIKELY if supplier == _adjective_supplies(trigger) else 0.0
    if english and phrase.preposition == "by" and _agent_of_another(sentence, trigger, phrase):
        return 0.0
    if phrase.preposition in wanted and phrase.modifies is None:
        if (
            english
            and not trigger.is_verb
            and any(
                role.slot == "prep" and role.preposition == phrase.preposition for role in other
            )
        ):
            return 0.0  # "a request from Tehran"
        return LIKELY - 1
    if not supplier and phrase.preposition == "zu" and phrase.modifies is None:
        return LIKELY - 1
    if not (trigger.is_verb or governed or phrase.preposition) and phrase.modifies is None:
        # "unterbreitete ein Angebot", "placed an order": the subject does what the noun says
        roles = trigger.row.supplier if supplier else trigger.row.recipient
        does = bool(roles) and roles[0].slot == "genitive"
        if does and any(p is phrase for p in subject_of(sentence, clause)):
            return LIKELY - 2
    if not supplier and phrase.preposition == "in" and _into(sentence, phrase):
        return LIKELY - 1
    goods_move = "subject=materiel" in trigger.row.note
    if goods_move and not supplier and phrase.kind in _PLACES and phrase.preposition in _ARRIVAL:
        return LIKELY - 1
    if (
        "subject=materiel" in trigger.row.note
        and supplier
        and phrase.modifies is not None
        and (not english or phrase.first < trigger.word)
    ):
        # "russische Frachtmaschinen mit den ersten Teilen sind eingetroffen"
        return LIKELY - 2
    gets = bool(trigger.row.recipient) and trigger.row.recipient[0].slot == "subject"
    if trigger.row.stage is Stage.SOUGHT:
        return 0.0
    if supplier and gets and phrase.preposition == "in" and phrase.kind in _PLACES:
        # "in Peking bestellt", "bought in Belarus"
        return LIKELY - 1.5
    return 0.0


def _adjective_supplies(trigger: Trigger) -> bool:
    """ "Russian deliveries" gives, "a Lithuanian request" gets: as the genitive would."""
    slots = {role.slot for role in trigger.row.supplier}
    if slots & {"genitive", "adjective", "subject"}:
        return True
    return not any(role.slot in ("genitive", "adjective") for role in trigger.row.recipient)


def _into(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """German "in den Irak", "in die Ukraine": direction, not place ("in den USA")."""
    name = " ".join(w.low for w in sentence.words[phrase.first : phrase.last + 1])
    if any(name.endswith(n) for n, g in sentence.reading.grammar.gender.items() if g == "p"):
        return False
    for word in sentence.words[max(0, phrase.first - 2) : phrase.last]:
        if (word.low in ("den", "die", "das") and word.tag == "det") or word.low == "ins":
            return True
    return False


def _agent_of_another(sentence: Sentence, trigger: Trigger, phrase: PartyPhrase) -> bool:
    """ "cameras made by Wescam": the agent of the verb right before it."""
    words = sentence.words
    verbs = [i for i in range(trigger.word + 1, phrase.first) if words[i].is_verb]
    return bool(verbs)


def _holder(sentence: Sentence, phrase: PartyPhrase, supplier: bool) -> bool:
    """ "from US stocks", "for Argentina's Skyhawks", "to Sudanese troops": the possessor acts."""
    grammar = sentence.reading.grammar
    if grammar.language != "en" or phrase.modifies is None:
        return False
    head = sentence.words[phrase.modifies].low
    if supplier:
        return head in grammar.words("stocks")
    if head in grammar.words("receivers"):
        return True
    return (
        phrase.genitive
        and phrase.outer == "for"
        and any(m.first <= phrase.modifies <= m.last for m in sentence.materiel)
    )


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
        return subject_of(sentence, clause)
    subjects = subject_of(sentence, clause)
    if lemma not in OBJECT_CONTROL or is_passive(sentence, governor):
        return subjects
    taken = {p.start for p in subjects}
    if german:
        for phrase in members:
            if phrase.start in taken or phrase.modifies is not None or phrase.genitive:
                continue
            if not phrase.preposition or phrase.preposition in ("an", "bei", "von"):
                return _with_group(phrase, members)
        return []
    for phrase in members:
        if (
            governor.word < phrase.first
            and phrase.last < trigger.word
            and phrase.start not in taken
            and phrase.preposition in ("", "to", "with", "from")
        ):
            return _with_group(phrase, members)
    return []


def intermediary(sentence: Sentence, clause: Clause | None) -> PartyPhrase | None:
    """ "über Syrien", "via Oman", "through Kenya"."""
    for phrase in sentence.parties:
        if clause is not None and phrase.clause != clause.index:
            continue
        if (
            phrase.preposition in ("über", "via", "through")
            and phrase.key is not None
            and (phrase.kind in _PLACES or phrase.agentive)
        ):
            return phrase
    return None
