"""Places that fit any frame: "an/to X" gets, "von/from X" gives, "X-Lieferung"."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words, grammar
from armstrade.reading import PartyPhrase, Sentence, Trigger
from armstrade.reading.asides import noun_above
from armstrade.reading.stances import is_agent, is_reacted_to, takes_a_stance

from .english import on_order
from .lemmas import lemmas
from .slots import (
    FROM,
    LIKELY,
    PLACES,
    SURE,
    TO,
    agent_of_another,
    comes_behind_goods,
    is_goods,
    stands_beside,
)
from .subjects import accused, is_passive, subject_of

_ARRIVAL = all_words("arrival_prepositions")
# What a supplier does with an order.
_CARRYING = lemmas("carrying")
# "gehen in Kiel vor Anker", "left the works in Eskilstuna": no arrival
_LEAVING = lemmas("leaving")
_BUYING = lemmas("buying")
_HANDING_OVER = lemmas("handing_in")
_OPPOSING = all_words("opposing_prepositions")
_WINNING = all_words("order_winning")
_OWN = grammar("en").words("possessives") | {"a", "an"}


def generic_fit(
    sentence: Sentence,
    clause: Clause | None,
    trigger: Trigger,
    phrase: PartyPhrase,
    supplier: bool,
    governed: bool,
) -> float:
    """Places that fit any frame: "an/to X" gets, "von/from X" gives, "X-Lieferung"."""
    if not stands_beside(sentence, clause, trigger, phrase) or is_agent(sentence, phrase):
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
        inside = not english and phrase.first in trigger.words  # "Saudi-Lieferung"
        if (phrase.kind in PLACES or inside) and not phrase.genitive:
            goal = phrase.country not in ("US",)
            return LIKELY if goal != supplier else 0.0
        return LIKELY if supplier == _adjective_supplies(trigger) else 0.0
    if english and phrase.preposition == "by":
        ahead = not trigger.is_verb and phrase.first < trigger.word
        if ahead or agent_of_another(sentence, trigger, phrase):
            return 0.0
    if phrase.preposition in wanted and phrase.modifies is None:
        theirs = any(r.slot == "prep" and r.preposition == phrase.preposition for r in other)
        if not trigger.is_verb and theirs:  # "a request from Tehran", "ein Auftrag aus Bukarest"
            of_goods = supplier and not english and comes_behind_goods(sentence, trigger, phrase)
            return LIKELY - 1 if of_goods else 0.0
        return LIKELY - (1 if phrase.kind != "city" else 2)
    if not supplier and phrase.preposition == "zu" and phrase.modifies is None:
        return LIKELY - 1
    if not (trigger.is_verb or governed or phrase.preposition) and phrase.modifies is None:
        # "unterbreitete ein Angebot", "placed an order": the subject does what the noun says
        roles = trigger.row.supplier if supplier else trigger.row.recipient
        does = any(role.slot == "genitive" for role in roles)
        if trigger.row.stage is Stage.ORDERED and wins_orders(sentence, clause):
            does = supplier  # "meldete einen Auftrag aus Rumänien": the subject is to supply
        if does and not governed and is_reacted_to(sentence, clause, trigger):
            does = False  # "responded to the sale of jets to Athens with a show of force"
        if does and _is_opposed(sentence, trigger):
            does = False  # "zog aus Protest gegen Lieferungen den Botschafter ab"
        if does and clause is not None and not takes_a_stance(sentence, clause):
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
        and phrase.kind in PLACES
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
    if (
        not supplier
        and not english
        and phrase.preposition == "in"
        and phrase.kind in ("country", "capital")
        and trigger.is_verb
        and trigger.row.stage is Stage.OFFERED
    ):
        return LIKELY - 1.5  # "In Kuwait boten die Briten Radare an"
    if goods_move and not supplier and phrase.preposition in _ARRIVAL:
        there = phrase.kind in PLACES or phrase.kind == "pronoun"  # "bei uns angekommen"
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
        and not is_goods(sentence, phrase)
    ):
        return LIKELY  # "Chinese transport planes brought missiles"
    gets = bool(trigger.row.recipient) and trigger.row.recipient[0].slot == "subject"
    if trigger.row.stage is Stage.SOUGHT:
        return 0.0
    if supplier and gets and phrase.preposition == "in" and phrase.kind in PLACES:
        # "in Peking bestellt", "bought in Belarus"; a town may be where it happened
        bought = phrase.kind != "city" or trigger.row.lemma in _BUYING
        return LIKELY - 1.5 if bought else 0.0
    return 0.0


def _own(sentence: Sentence, trigger: Trigger) -> bool:
    """ "renewed its offer of jets", "brought an offer of jets": whose offer it is, is said."""
    words, first = sentence.words, min(trigger.words)
    return any(w.low in _OWN for w in words[max(0, first - 3) : first])


def _is_opposed(sentence: Sentence, trigger: Trigger) -> bool:
    above = noun_above(sentence, min(trigger.words))
    k = above.i + 1 if above is not None else min(trigger.words) - 1
    return sentence.words[k].low in _OPPOSING


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
