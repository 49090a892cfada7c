"""Deals and pronouns without goods of their own: they take those told before."""

from __future__ import annotations

from dataclasses import replace

from armstrade.claims import Stage
from armstrade.language.grammar import all_words
from armstrade.reading import MaterielPhrase, Sentence

from .chains import is_approval, is_contract
from .discourse import Discourse
from .english import has_object, is_known_deal
from .event import Event
from .goods_subjects import may_stand_for_goods, stands_for_goods
from .subjects import is_passive
from .themes import moves

# Words that may stand for goods named before.
POINTING = all_words("pointing")
# "darüber": about goods named before. German.
ABOUT_IT = all_words("about_it")
_THEM = frozenset({"them", "these", "those", "ihnen", "diesen", "denen"})
_OF = frozenset({"of", "von"})
_PARTS = all_words("parts_of")
_ITSELF = frozenset({"es", "sie", "er"})
_CORRESPONDING = tuple(all_words("corresponding"))
_DEALS = tuple(all_words("deals"))
_COMMENTS = all_words("comments")
_OBLIGING = all_words("obliging")
# How sure goods are for which a pronoun stands as the subject of what is done with them.
STANDING = 4.0


def borrow_materiel(event: Event, discourse: Discourse) -> bool:
    """A deal or a pronoun without goods of its own takes those named before."""
    sentence = event.sentence
    clause = event.clause.words if event.clause is not None else ()
    if any(sentence.words[i].low in _COMMENTS for i in clause):
        return False  # "darüber gebe man keine Auskunft"
    if _is_yet_to_be_approved(event):
        return False
    if _corresponds(event) and _go_on_about(event, discourse.same_deal(sentence)):
        return True
    if _points_back(event) or _ends_it(event):
        contract = is_contract(event.core) and not event.governors
        own = _named_before(event) if _points_back(event) else None
        if own is not None:
            event.materiel, event.materiel_score = [own], 2.0
            return True
        past = discourse.same_deal(event.sentence, contract=contract, here=True)
        if past is None or (
            _ends_it(event) and (past.stage is Stage.DELIVERED or not _concerns(event, past))
        ):
            return False
        _take_over(event, past)
        return True
    if _is_about_it(event) or _is_told_of_it(event):
        return _go_on_about(event, discourse.same_deal(sentence, here=True))
    subject = stands_for_goods(event)
    if not subject and not _has_pronoun(event):
        return False
    borrowed = discourse.goods.last(sentence, event.core.start)
    if borrowed is None:
        return False
    if _is_of_them(event):
        borrowed = replace(borrowed, quantity=None)
    event.materiel, event.materiel_score = [borrowed], STANDING if subject else 1.0
    return True


def _is_of_them(event: Event) -> bool:
    """ "will deliver the first of them": nobody knows how many."""
    words = event.sentence.words
    clause = event.clause.words if event.clause is not None else ()
    return any(
        i > 1 and words[i].low in _THEM and words[i - 1].low in _OF and words[i - 2].low in _PARTS
        for i in clause
    )


def _is_yet_to_be_approved(event: Event) -> bool:
    """ "Das Parlament muss dem Kauf noch zustimmen": says no more of the deal than was told."""
    outer = event.outermost
    clause = event.sentence.clause_of.get(outer.word)
    return (
        is_approval(outer)
        and clause is not None
        and any(event.sentence.words[i].low in _OBLIGING for i in clause.words)
    )


def may_borrow(event: Event) -> bool:
    """Whether `borrow_materiel` may find goods at all, told before the parties are known."""
    core = event.core
    above = event.governors or event.receiving
    if (not core.is_verb and above) or core.row.pos == "verb_mwe":
        return True  # the only ones that can point back
    if core.row.stage in (Stage.REFUSED, Stage.CANCELLED):
        return True  # can end it
    lows = event.sentence.lows
    if not lows.isdisjoint(POINTING) or not lows.isdisjoint(ABOUT_IT) or "er" in lows:
        return True
    return may_stand_for_goods(event)


def _corresponds(event: Event) -> bool:
    """ "Ein entsprechender Vertrag wurde unterzeichnet": on what was told of just before."""
    words = event.sentence.words
    if event.outermost.row.stage is Stage.SOUGHT:
        return False  # "eine entsprechende Anfrage sei positiv beschieden worden"
    return event.language == "de" and any(
        i and words[i].capital and words[i - 1].low.startswith(_CORRESPONDING)
        for trigger in (event.core, *event.governors)
        for i in trigger.words
    )


def _points_back(event: Event) -> bool:
    """A noun under a governor, without goods of its own: "the deal was called off"."""
    core = event.core
    if core.row.pos == "verb_mwe" and is_contract(core):
        # "the $2bn contract was signed in May"
        return is_known_deal(event) or _is_signed_at_last(event)
    if core.is_verb or not (event.governors or event.receiving):
        return False
    if event.language == "en":
        return is_known_deal(event)
    word = event.sentence.words[core.word - 1] if core.word else None
    return word is not None and (word.tag == "det" or word.low.endswith(("e", "n", "al")))


def _is_signed_at_last(event: Event) -> bool:
    """ "A contract was signed in May.": for the goods that have been asked for or offered."""
    words = event.sentence.words
    opens = max(event.core.words) <= 4 and words[0].low in ("a", "an")
    if not opens or not is_passive(event.sentence, event.core):
        return False
    behind = words[max(event.core.words) + 1 :]
    return not any(word.low in ("for", "to") for word in behind)


def _named_before(event: Event) -> MaterielPhrase | None:
    """ "The Rafale is out: Dassault's bid was rejected": goods of the sentence that no other
    verb speaks of."""
    told = {m.start for beside in event.beside for m in beside.materiel}
    free = [
        m
        for m in event.sentence.materiel
        if m.end <= event.core.start
        and m.designation
        and not m.preposition
        and m.start not in told
        and (event.clause is None or m.clause != event.clause.index)
    ]
    return free[-1] if free else None


def _ends_it(event: Event) -> bool:
    """A bare refusal or cancellation: "The government declined.", "Berlin lehnte ab."."""
    core = event.core
    if (
        not core.is_verb
        or event.governors
        or core.row.stage not in (Stage.REFUSED, Stage.CANCELLED)
    ):
        return False
    if event.clause is not None and event.clause.kind == "attr":
        return False
    words = event.sentence.words
    if event.language == "en" and has_object(event):
        return False  # "has halted gas to the town"
    clause = event.clause.words if event.clause is not None else []
    if any(words[i].low == "nicht" for i in clause):
        return False  # "will trotzdem nicht aufgeben"
    covered = {i for p in event.sentence.parties for i in range(p.first, p.last + 1)}
    others = [i for i in clause if words[i].tag == "noun" and i not in covered]
    return len(others) <= 1


def _concerns(event: Event, past: Event) -> bool:
    """The one who ends it is a party to what went before."""
    named = {p.key for p in (*event.supplier, *event.recipient) if p.key is not None}
    if not named:
        return not event.core.is_verb or _declines_it(event)
    return bool(named & {p.key for p in (*past.supplier, *past.recipient)})


def _declines_it(event: Event) -> bool:
    """ "The air force declined it": whoever that is, it was offered."""
    behind = event.sentence.words[max(event.core.words) + 1 :][:1]
    described = any(p.kind.startswith("description") for p in (*event.supplier, *event.recipient))
    if described and event.core.row.lemma == "say no":
        return "never" not in event.sentence.lows
    return described and bool(behind) and behind[0].low in POINTING


def _is_about_it(event: Event) -> bool:
    """ "Darüber wird noch verhandelt": about the goods told of."""
    core, clause = event.core, event.clause
    if not core.is_verb or clause is None or event.governors:
        return False
    if core.row.stage is not Stage.NEGOTIATED or not is_passive(event.sentence, core):
        return False
    return any(event.sentence.words[i].low in ABOUT_IT for i in clause.words)


def _is_told_of_it(event: Event) -> bool:
    """ "Bestellt wurden sie 2021": a participle in front, and a pronoun for the goods."""
    core, words = event.core, event.sentence.words
    if event.language != "de" or core.word or words[0].tag != "part" or event.governors:
        return False
    behind = [w.low for w in words[1:3]]
    return is_passive(event.sentence, core) and len(behind) == 2 and behind[1] in _ITSELF


def _go_on_about(event: Event, past: Event | None) -> bool:
    """Goods of the past event, and its parties where no others are named."""
    if past is None:
        return False
    named = {p.key for p in (*event.supplier, *event.recipient) if p.key is not None}
    known = {p.key for p in (*past.supplier, *past.recipient)}
    if not named <= known:
        return False
    event.materiel, event.materiel_score = list(past.materiel), 3.0
    event.supplier, event.recipient = list(past.supplier), list(past.recipient)
    event.supplier_score = event.recipient_score = 5.0
    return True


def _has_pronoun(event: Event) -> bool:
    """Something in the clause can stand for the goods."""
    row = event.core.row
    if row.stage not in (
        Stage.DELIVERED,
        Stage.ORDERED,
        Stage.PLANNED,
        Stage.OFFERED,
        Stage.SOUGHT,
    ):
        return False
    if event.supplier_score + event.recipient_score < 8 and not moves(event.core):
        return False
    words = event.sentence.words
    english = event.language == "en"
    if english and event.core.is_verb and event.core.row.particle == "" and _has_noun(event):
        return False  # "which buys soya by the tonne"
    indices = event.clause.words if event.clause is not None else range(len(words))
    parties = {p.first for p in (*event.supplier, *event.recipient)}
    german = event.language == "de"
    return any(
        words[i].low in POINTING
        and i not in parties
        and not (german and _is_article(event.sentence, i))
        for i in indices
    )


def _is_article(sentence: Sentence, i: int) -> bool:
    """ "keine Antworten": before a noun that is no deal and no load ("eine zweite Ladung")."""
    words = sentence.words
    if words[i].tag not in ("det", "word") or i + 1 >= len(words):
        return False
    k = i + 1
    while k + 1 < len(words) and words[k].tag in ("word", "attr", "num") and not words[k].capital:
        k += 1
    if not words[k].capital or words[k].tag != "noun":
        return False
    if any(k in trigger.words for trigger in sentence.triggers):
        return False
    return not words[k].low.endswith(_DEALS)


def _has_noun(event: Event) -> bool:
    """An object that is neither goods nor a party stands right behind the verb."""
    words = event.sentence.words[max(event.core.words) + 1 :]
    if len(words) > 2 and words[0].tag == "pron" and words[1].tag == "det":
        return words[2].tag == "word" and not words[2].verbs  # "send us a brochure"
    if moves(event.core) or not has_object(event):
        return False
    return words[0].low not in POINTING and words[0].text.isalpha() and not words[0].verbs


def _take_over(event: Event, past: Event) -> None:
    """Materiel and missing parties of the past event."""
    event.materiel, event.materiel_score = list(past.materiel), 3.0
    if is_contract(event.core):  # the contract was for all of them
        event.materiel = [
            m if m.whole is None or m.whole.min is None else replace(m, quantity=m.whole)
            for m in event.materiel
        ]
    if past.stage is Stage.OFFERED or event.core.is_verb:
        event.supplier, event.recipient = [], []
        event.supplier_score = event.recipient_score = 0.0
    if event.supplier_score < 5 or event.supplier[0].key is None:
        event.supplier, event.supplier_score = list(past.supplier), 5.0
    if event.recipient_score < 5 or event.recipient[0].key is None:
        event.recipient, event.recipient_score = list(past.recipient), 5.0
