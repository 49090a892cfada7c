"""Events that leave out parties told before: between those of the deal that they go on from."""

from __future__ import annotations

from armstrade.claims import Category, Stage
from armstrade.language.grammar import all_words
from armstrade.reading import PartyPhrase, Sentence

from .bare_deals import bare_deal
from .chains import is_approval, is_contract
from .discourse import Discourse
from .event import Event
from .lemmas import lemmas
from .subjects import is_passive
from .themes import moves

# Nouns that tell of goods of a deal told before ("Handover of the first two is set for May").
_HANDING_OVER = lemmas("handing_over")
_ADDITIVE = all_words("additive")
_DEFINITE = frozenset({"der", "dieser", "den", "die", "das"})
_OPTIONS = lemmas("options")
_PRODUCING = lemmas("producing")
# How far behind "weapons" the sentence may stand that says which, in sentences.
_SPELT_OUT_REACH = 2


def go_on(event: Event, discourse: Discourse, *, pointing: bool = False) -> None:
    """ "Über den AMX-30 werde noch verhandelt", "Bestellt wurden auch 30 Panzer": between those
    who were named last, as long as the clause names nobody.

    `pointing` to goods told before, it goes on whatever its verb.
    """
    sentence, clause = event.sentence, event.clause
    if clause is None or _spells_out(event, discourse):
        return
    if event.supplier or event.governors:
        return
    if event.recipient or _named(event):
        _arrive(event, discourse)
        return
    arriving = moves(event.core) or event.core.row.lemma in _HANDING_OVER or _is_its_deal(event)
    optional = event.core.row.lemma.lower() in _OPTIONS
    if not arriving and not optional and not is_passive(sentence, event.core):
        return
    added = optional or not sentence.lows.isdisjoint(_ADDITIVE)
    added = added or any(
        m.quantity is not None and m.quantity.counting == "additional" for m in event.materiel
    )
    known = event.core.row.stage is Stage.DELIVERED and all(
        m.definite or m.anaphoric for m in event.materiel
    )
    added = added or known or pointing or _tells_on(event)
    if event.core.row.stage is not Stage.NEGOTIATED and not (added or arriving):
        return
    # "the deal was signed in 2021, and the first vessel is due in May": told in the same breath
    here = event.language == "en" and arriving and clause.kind == "main" and clause.index > 0
    past = discourse.same_deal(sentence, here=here)
    if past is None:
        return
    if pointing and not {m.start for m in event.materiel} & {m.start for m in past.materiel}:
        return
    same = {m.category for m in event.materiel} <= {m.category for m in past.materiel}
    if same or not (arriving or known):  # "the first six jets are to reach the base in May"
        event.supplier, event.recipient = list(past.supplier), list(past.recipient)
        event.supplier_score = event.recipient_score = 5.0


def _arrive(event: Event, discourse: Discourse) -> None:
    """ "Die ersten sechs landeten in Oran": goods of the deal told before, at its buyer's."""
    known = all(m.definite or m.anaphoric for m in event.materiel)
    if event.language != "de" or not (moves(event.core) and known and event.recipient):
        return
    past = discourse.same_deal(event.sentence)
    there = {p.key for p in event.recipient} | _named(event)
    if past is None or not there <= {p.key for p in past.recipient}:
        return
    if {m.category for m in event.materiel} <= {m.category for m in past.materiel}:
        event.supplier, event.supplier_score = list(past.supplier), 5.0


def _is_its_deal(event: Event) -> bool:
    """ "Der Vertrag über die drei Boote hat einen Wert von …": the one told of before."""
    core = event.core
    if event.language != "de" or core.is_verb or not is_contract(core) or not core.word:
        return False
    return event.sentence.words[core.word - 1].low in _DEFINITE


def _named(event: Event) -> set[str | None]:
    """The parties that the clause names, whoever is only quoted left out."""
    sentence, clause = event.sentence, event.clause
    return {
        p.key
        for p in sentence.parties
        if clause is not None
        and p.clause == clause.index
        and p.key is not None
        and not _is_source(sentence, p)
    }


def _spells_out(event: Event, discourse: Discourse) -> bool:
    """ "Berlin will Kiew Waffen liefern. Genehmigt wurde die Ausfuhr von 40 Mörsern.": the goods of
    which only "weapons" have been told, or more about them, without a giver."""
    sentence = event.sentence
    if event.language != "de" or (event.supplier and event.recipient):
        return False
    outermost = event.outermost
    if not (is_passive(sentence, outermost) or is_approval(outermost)):
        return False
    if outermost.row.lemma in _PRODUCING or sentence.words[outermost.word].tag == "attr":
        return False
    if any(m.category is Category.UNSPECIFIED for m in event.materiel):
        return False
    past = discourse.same_deal(sentence) or bare_deal(sentence, discourse)
    if past is None:
        return False
    told = {m.category for m in past.materiel}
    if told and told != {Category.UNSPECIFIED} and not {m.category for m in event.materiel} <= told:
        return False
    if sentence.index - past.sentence.index > _SPELT_OUT_REACH:
        return False
    givers, takers = {p.key for p in past.supplier}, {p.key for p in past.recipient}
    if not _named(event) <= givers | takers:
        return False
    if (
        not {p.key for p in event.supplier} <= givers
        or not {p.key for p in event.recipient} <= takers
    ):
        return False
    event.supplier, event.recipient = list(past.supplier), list(past.recipient)
    event.supplier_score = event.recipient_score = 5.0
    return True


def _tells_on(event: Event) -> bool:
    """ "Geliefert wurden bislang nur Helme.": a participle in front goes on from what was told."""
    first = event.core.word == 0 and event.sentence.words[0].tag == "part"
    return first and event.language == "de"


def _is_source(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "nach Angaben des Außenministeriums in Washington": has no part in it."""
    accounts = sentence.reading.grammar.words("accounts")
    return phrase.modifies is not None and sentence.words[phrase.modifies].low in accounts


def between_the_same(event: Event, discourse: Discourse) -> None:
    """ "Über zwei weitere werde mit den Algeriern verhandelt": the other side is whoever sold them
    the first ones."""
    if "symmetric" not in event.core.row.note or bool(event.supplier) == bool(event.recipient):
        return
    if event.language != "de":
        return
    told = {p.key for p in (*event.supplier, *event.recipient)}
    past = discourse.deal_with(told, event)
    if past is None:
        return
    clause = event.clause
    bare = [
        p
        for p in event.sentence.parties
        if clause is not None and p.clause == clause.index and p.key not in told
    ]
    if not bare:
        event.supplier, event.recipient = list(past.supplier), list(past.recipient)
        event.supplier_score = event.recipient_score = 6.0


def ended_by_its_buyer(event: Event, discourse: Discourse) -> None:
    """ "Die übrigen 14 hat Lima abgesagt": of goods that it was to get."""
    if event.recipient or not event.supplier or event.governors or not event.core.is_verb:
        return
    if event.core.row.stage not in (Stage.REFUSED, Stage.CANCELLED):
        return
    if not all(m.anaphoric or m.definite for m in event.materiel):
        return
    past = discourse.deal_with({p.key for p in event.supplier}, event)
    if past is None or {p.key for p in event.supplier} <= {p.key for p in past.supplier}:
        return
    if {m.category for m in event.materiel} <= {m.category for m in past.materiel}:
        event.supplier, event.recipient = list(past.supplier), list(past.recipient)
        event.recipient_score, event.supplier_score = event.supplier_score, 5.0
