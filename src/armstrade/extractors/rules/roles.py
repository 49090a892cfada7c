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

from .attachment import is_bystander, noun_above
from .english import on_order
from .lemmas import lemmas
from .subjects import accused, is_passive, subject_of, with_group

_ARRIVAL = all_words("arrival_prepositions")

SURE, LIKELY, WEAK = 10.0, 6.0, 3.0

TO = all_words("to_prepositions")
FROM = all_words("from_prepositions")
# Never a party to the transfer.
_NEVER = all_words("never_party")
_PLACES = frozenset({"country", "capital", "seat", "city"})
# What a supplier does with an order.
_CARRYING = lemmas("carrying")
_STANCES = all_words("stance_verbs")
# "gehen in Kiel vor Anker", "left the works in Eskilstuna": no arrival
_LEAVING = frozenset({"leave", "go", "gehen", "verlassen"})
_BUYING = lemmas("buying")
_HANDING_OVER = lemmas("handing_in")
_OPPOSING = all_words("opposing_prepositions")
_WINNING = all_words("order_winning")
# Pronouns that can stand for goods as well as for a party.
_GOODS_PRONOUNS = all_words("goods_pronouns")
_LETTING = lemmas("letting")
_SAME_DEMONYMS = grammar("en").words("same_demonyms")
_OWN = grammar("en").words("possessives") | {"a", "an"}
# The person asked is the one who is to act: "bat Berlin, Panzer zu liefern".
OBJECT_CONTROL = lemmas("object_control")


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
    if _lets_out(sentence, trigger, clause):
        roles = trigger.row.recipient if supplier else (Role("prep", "to"),)
    best: tuple[float, PartyPhrase] | None = None
    for phrase in sentence.parties:
        if phrase.start in taken or phrase.preposition in _NEVER:
            continue
        if is_bystander(sentence, phrase):
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
    return with_group(best[1], members), best[0]


def _lets_out(sentence: Sentence, trigger: Trigger, clause: Clause | None) -> bool:
    """ "leased by France to Iraq", "rents jets to Oman": whose subject gives, for once."""
    return (
        trigger.row.lemma in _LETTING
        and trigger.is_verb
        and clause is not None
        and any(p.clause == clause.index and p.preposition == "to" for p in sentence.parties)
    )


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
        if on_order(sentence, trigger):
            return 0.0
        if phrase.preposition == "by" and _agent_of_another(sentence, trigger, phrase):
            return 0.0
        if not phrase.agentive and role.preposition in ("in", "with", "mit", "for", "für"):
            return 0.0
        if role.preposition == "in" and supplier:
            return LIKELY - 1
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
        if _is_goods(sentence, phrase):
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


def _is_goods(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "has sold drones and delivered them": the pronoun of a clause without goods is the goods."""
    return (
        phrase.kind == "pronoun"
        and sentence.words[phrase.last].low in _GOODS_PRONOUNS
        and not any(m.clause == phrase.clause for m in sentence.materiel)
    )


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
    if on_order(sentence, trigger):
        fits = phrase.preposition == "from" if supplier else phrase.preposition in ("for", "by")
        return SURE if fits else 0.0
    other = trigger.row.recipient if supplier else trigger.row.supplier
    goods_move = "subject=materiel" in trigger.row.note
    if goods_move and supplier and phrase.preposition in _ARRIVAL:
        return 0.0  # "bei Ankara eingetroffen"
    english = sentence.reading.grammar.language == "en"
    if phrase.modifies is not None and phrase.modifies in trigger.words:
        if phrase.genitive and any(role.slot == "genitive" for role in other):
            return 0.0  # "Turkey's purchase": the frame says whose it is
        if english and phrase.kind == "adjective" and "symmetric" in trigger.row.note:
            return LIKELY - 1  # "lost a Polish contract to Saab": the side that is left
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
        if not trigger.is_verb and any(
            role.slot == "prep" and role.preposition == phrase.preposition for role in other
        ):
            return 0.0  # "a request from Tehran", "ein Auftrag aus Bukarest"
        return LIKELY - (1 if phrase.kind != "city" else 2)
    if not supplier and phrase.preposition == "zu" and phrase.modifies is None:
        return LIKELY - 1
    if not (trigger.is_verb or governed or phrase.preposition) and phrase.modifies is None:
        # "unterbreitete ein Angebot", "placed an order": the subject does what the noun says
        roles = trigger.row.supplier if supplier else trigger.row.recipient
        does = any(role.slot == "genitive" for role in roles)
        if trigger.row.stage is Stage.ORDERED and wins_orders(sentence, clause):
            does = supplier  # "meldete einen Auftrag aus Rumänien": the subject is to supply
        if does and _is_opposed(sentence, trigger):
            does = False  # "zog aus Protest gegen Lieferungen den Botschafter ab"
        if does and clause is not None and not _takes_a_stance(sentence, clause):
            # "wirft Nairobi Waffenhilfe vor": whoever is accused of it
            acting = accused(sentence, clause) or subject_of(sentence, clause)
            if any(p is phrase for p in acting):
                return LIKELY - (0.5 if _own(sentence, trigger) else 2)
    if not supplier and phrase.preposition == "in" and _into(sentence, phrase):
        return LIKELY - 1
    if (
        supplier
        and not english
        and phrase.preposition == "in"
        and phrase.kind in _PLACES
        and trigger.row.lemma in _HANDING_OVER
        and is_passive(sentence, trigger)
        and any(p.clause == phrase.clause and p.preposition in TO for p in sentence.parties)
    ):
        return LIKELY - 2  # "wurde in Kiel an die israelische Marine übergeben"
    if (
        not supplier
        and not english
        and phrase.preposition == "in"
        and phrase.kind == "country"
        and trigger.is_verb
        and trigger.row.lemma in _HANDING_OVER
    ):
        return LIKELY - 1.5  # "In Australien hat Rheinmetall die ersten Boxer übergeben"
    if goods_move and not supplier and phrase.preposition in _ARRIVAL:
        there = phrase.kind in _PLACES or phrase.kind == "pronoun"  # "bei uns angekommen"
        if there and trigger.row.lemma not in _LEAVING:
            return LIKELY - 1
    if (
        goods_move
        and supplier
        and phrase.modifies is not None
        and (not english or phrase.first < trigger.word)
    ):
        # "russische Frachtmaschinen mit den ersten Teilen sind eingetroffen"
        return LIKELY - 2
    if (
        supplier
        and trigger.row.lemma in _CARRYING
        and phrase.modifies is not None
        and not phrase.genitive
        and phrase.first < trigger.word
        and not _is_goods(sentence, phrase)
    ):
        return LIKELY  # "Chinese transport planes brought missiles"
    gets = bool(trigger.row.recipient) and trigger.row.recipient[0].slot == "subject"
    if trigger.row.stage is Stage.SOUGHT:
        return 0.0
    if supplier and gets and phrase.preposition == "in" and phrase.kind in _PLACES:
        # "in Peking bestellt", "bought in Belarus"; a town may be where it happened
        bought = phrase.kind != "city" or trigger.row.lemma in _BUYING
        return LIKELY - 1.5 if bought else 0.0
    return 0.0


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


def _own(sentence: Sentence, trigger: Trigger) -> bool:
    """ "renewed its offer of jets", "brought an offer of jets": whose offer it is, is said."""
    words, first = sentence.words, min(trigger.words)
    return any(w.low in _OWN for w in words[max(0, first - 3) : first])


def _is_opposed(sentence: Sentence, trigger: Trigger) -> bool:
    above = noun_above(sentence, min(trigger.words))
    k = above.i + 1 if above is not None else min(trigger.words) - 1
    return sentence.words[k].low in _OPPOSING


def _takes_a_stance(sentence: Sentence, clause: Clause) -> bool:
    """ "verurteilte die Lieferung": whoever speaks of a transfer does not do it."""
    verbs = [sentence.words[i] for i in clause.words if sentence.words[i].is_verb]
    return any(not _STANCES.isdisjoint(w.verbs.lemmas) for w in verbs)


def wins_orders(sentence: Sentence, clause: Clause | None) -> bool:
    verbs = [sentence.words[i] for i in (clause.words if clause else ())]
    return any(r.lemma in _WINNING for w in verbs if w.is_verb for r in w.verbs)


def _adjective_supplies(trigger: Trigger) -> bool:
    """ "Russian deliveries" gives, "a Lithuanian request" gets: as the genitive would."""
    slots = {role.slot for role in trigger.row.supplier}
    if slots & {"genitive", "adjective", "subject"}:
        return True
    return not any(role.slot in ("genitive", "adjective") for role in trigger.row.recipient)


def _into(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """German "in den Irak", "in die Ukraine": direction, not place ("in den USA")."""
    name = " ".join(w.low for w in sentence.words[phrase.first : phrase.last + 1])
    plural = any(name.endswith(n) for n, g in sentence.reading.grammar.gender.items() if g == "p")
    for word in sentence.words[max(0, phrase.first - 2) : phrase.last]:
        if plural and word.low != "die":
            continue  # "in den USA": there already
        if (word.low in ("den", "die", "das") and word.tag == "det") or word.low == "ins":
            return True
    return False


def _agent_of_another(sentence: Sentence, trigger: Trigger, phrase: PartyPhrase) -> bool:
    """ "cameras made by Wescam": the agent of the verb right before it."""
    words = sentence.words
    if phrase.first < trigger.word and trigger.is_verb:
        k = phrase.first - 1 if words[phrase.first - 1].low == "by" else phrase.first
        return k > 0 and words[k - 1].is_verb and k - 1 not in trigger.words
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
