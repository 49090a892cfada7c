"""The other side of a deal, told only by a sentence behind it.

"Lithuania has ordered 44 tanks. The contract with Hanwha was signed on Monday."
"""

from __future__ import annotations

from armstrade.claims import Category, Stage
from armstrade.language.grammar import all_words
from armstrade.reading import DATELINE, PartyPhrase, Sentence, Trigger

from .event import Event
from .lemmas import lemmas
from .slots import FROM
from .subjects import is_passive, subject_of

# How many sentences behind the deal its other side may be told.
_REACH = 2
# How well the side that is told must be marked, and how well the other is then.
_SURE = 5.0
_TOLD = 7.0
_WITH = frozenset({"with", "mit"})
_ABOUT = frozenset({"on", "about", "over", "über", "zu", "zur", "zum"})
_BY = frozenset({"by", "von", "durch", "bei"})
_COMING = frozenset({"come", "kommen", "stammen"})
_OUT_OF = frozenset({"from", "aus", "von"})
_POINTING = all_words("pointing") | all_words("pointing_things")
_FIRSTS = all_words("firsts")
_GIFTS = all_words("gifts")
_GIVING = frozenset({Stage.DELIVERED, Stage.PLANNED})
_PRODUCING = lemmas("producing")
# How far "with Hanwha" may stand behind "contract", in words.
_NEAR = 4
# How far into a sentence what it is about may stand, in words.
_OPENING = 5
_ROLES = {"supplier": "recipient", "recipient": "supplier"}


def take_partner(event: Event) -> None:
    """Give an event of which one side is told the other that a sentence behind it tells."""
    role = _open_role(event)
    if role is None or not event.materiel:
        return
    reading, index = event.sentence.reading, event.sentence.index
    known = event.recipient if role == "supplier" else event.supplier
    countries = {p.country for p in known}
    for sentence in reading.sentences[index + 1 : index + 1 + _REACH]:
        if not _is_about_it(sentence, event):
            return
        named = _partners(sentence, role)
        partner = next((p for p in named if p.country not in countries), None)
        if partner is not None:
            setattr(event, role, [partner])
            setattr(event, f"{role}_score", _TOLD)
            return
        if named or any(t.row.stage in _GIVING for t in sentence.triggers):
            return


def _open_role(event: Event) -> str | None:
    """The side that its sentence does not tell, if it tells the other and names nobody else."""
    for role, other in _ROLES.items():
        told = getattr(event, other)
        if getattr(event, role) or getattr(event, f"{other}_score") < _SURE:
            continue
        if any(p.key is None for p in told):
            continue
        countries = {p.country for p in told}
        strangers = (
            p
            for p in event.sentence.parties
            if p.key is not None and p.country not in countries and p.preposition != DATELINE
        )
        if next(strangers, None) is None:
            return role
    return None


def _is_about_it(sentence: Sentence, event: Event) -> bool:
    """No goods are named but those of the deal, as of goods that are known."""
    categories = {m.category for m in event.materiel} | {Category.UNSPECIFIED}
    types = {m.designation for m in event.materiel} | {None}
    return all(
        m.anaphoric
        or (
            m.category in categories
            and m.designation in types
            and (m.definite or m.designation is not None or m.quantity is None)
        )
        for m in sentence.materiel
    )


def _partners(sentence: Sentence, role: str) -> list[PartyPhrase]:
    parties = [p for p in sentence.parties if p.key is not None and p.kind != "city"]
    if not parties or not sentence.lows.isdisjoint(sentence.reading.grammar.cue("negators")):
        return []
    found = [p for p in parties if _is_dealt_with(sentence, p)]
    if role == "supplier" and _speaks_of_goods(sentence):
        found += [p for p in parties if _makes_them(sentence, p) or _gives_them(sentence, p)]
    return found


def _is_dealt_with(sentence: Sentence, party: PartyPhrase) -> bool:
    """ "The contract with Hanwha was signed", "Unterzeichnet wurde der Vertrag mit Hanwha"."""
    words = sentence.words
    if party.preposition not in _WITH:
        return False
    near = range(max(1, party.first - _NEAR), party.first)
    if not any(_is_arms_deal(sentence, i) for i in near):
        return False
    behind = words[party.last + 1 : party.last + 2]
    return not behind or behind[0].low not in _ABOUT


def _is_arms_deal(sentence: Sentence, i: int) -> bool:
    """ "the contract", "Kaufvertrag"; no "trade deal", no "Klimaabkommen"."""
    word, before = sentence.words[i], sentence.words[i - 1]
    deals = sentence.reading.grammar.words("binding_deals")
    kinds = sentence.reading.grammar.words("deal_kinds")
    if word.low in deals:
        return before.tag in ("det", "poss", "punct", "num") or before.low in kinds
    return word.low.startswith(tuple(kinds)) and word.low.endswith(tuple(deals))


def _speaks_of_goods(sentence: Sentence) -> bool:
    """ "They …", "The tanks …", "The first of them …": it goes on about goods told before."""
    opening = sentence.words[:_OPENING]
    if any(word.low in _POINTING or word.low in _FIRSTS for word in opening):
        return True
    return any(m.first <= _OPENING and (m.definite or m.anaphoric) for m in sentence.materiel)


def _makes_them(sentence: Sentence, party: PartyPhrase) -> bool:
    """ "They will be built by Hanwha", "Sie stammen aus Beständen der niederländischen Armee"."""
    clause = party.clause
    for trigger in sentence.triggers:
        there = sentence.clause_of.get(trigger.word)
        if not trigger.is_verb or there is None or there.index != clause:
            continue
        if trigger.row.lemma in _COMING:
            near = sentence.words[max(0, party.first - _NEAR) : party.first]
            return any(word.low in _OUT_OF for word in near)
        done = trigger.row.lemma in _PRODUCING or _gives(trigger)
        if done and party.preposition in _BY and is_passive(sentence, trigger):
            return True
    before = sentence.words[max(0, party.first - _NEAR) : party.first]
    theirs = party.preposition in FROM or party.preposition == "of" or party.genitive
    return theirs and any(word.low in _GIFTS for word in before)


def _gives_them(sentence: Sentence, party: PartyPhrase) -> bool:
    """ "Hanwha will deliver the first of them in 2027": nobody else is said to get them."""
    clause = next((c for c in sentence.clauses if c.index == party.clause), None)
    if clause is None or clause.kind != "main" or party.preposition or party.modifies is not None:
        return False
    if any(p.key is not None and p is not party for p in sentence.parties):
        return False
    return any(
        _gives(trigger)
        and sentence.clause_of.get(trigger.word) is clause
        and not is_passive(sentence, trigger)
        for trigger in sentence.triggers
    ) and any(p is party for p in subject_of(sentence, clause))


def _gives(trigger: Trigger) -> bool:
    """A verb whose subject is the giver."""
    row = trigger.row
    subject = any(role.slot == "subject" for role in row.supplier)
    return trigger.is_verb and subject and row.stage in _GIVING
