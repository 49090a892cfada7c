"""From the triggers of a sentence to events with parties and materiel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from armstrade.claims import Stage
from armstrade.language.grammar import all_words
from armstrade.reading import Sentence, Trigger
from armstrade.reading.asides import left_of

from .at_issue import take_addressees_at_issue, take_goods_at_issue
from .attachment import is_apposition, is_framed, stopping
from .chains import chain, is_approval, is_contract, names_a_party
from .ellipsis import unfold
from .english import is_live
from .event import Event
from .event_parties import fill_parties
from .gapped import gapped, gaps_of
from .lemmas import lemmas
from .named_roles import take_named_roles
from .partners import take_partner
from .stipulations import is_stipulated
from .themes import moves, theme_of

_GETTING = lemmas("getting")
_THANKING = lemmas("thanking")
_FOR = frozenset({"for", "für"})
# Said of orders as well; whose they are other rules tell ("won a Polish order").
_WINNING = all_words("order_winning")
_UNDER = all_words("frames")
# A contract named so near the beginning of a sentence frames all of it.
_OPENING = 5
# With "für" and goods these verbs mean what others do: lemma and particle.
_CHOICES = dict.fromkeys(lemmas("deciding"), ("auswählen", "aus")) | {"werben": ("anbieten", "an")}


def sentence_events(
    sentence: Sentence, may_borrow: Callable[[Event], bool] | None = None
) -> list[Event]:
    """The events of one sentence, in order.

    Those without goods are left out when `may_borrow` says that they cannot take others'.
    """
    triggers = [t for t in sentence.triggers if not names_a_party(t) and is_live(sentence, t)]
    triggers = [stopping(sentence, t) for t in triggers if not is_apposition(sentence, t)]
    triggers = [t for t in triggers if not (_only_opposes(sentence, t) or _pays(sentence, t))]
    triggers = [t for t in triggers if not _thanks_for_else(sentence, t, triggers)]
    framed = [t for t in triggers if is_framed(sentence, t)]
    triggers = [t for t in triggers if t not in framed]
    receiving = _receiving(sentence, triggers)
    triggers = [t for t in triggers if id(t) not in {id(v) for v in receiving.values()}]
    governor_of = chain(sentence, triggers)
    governed = {id(g) for g in governor_of.values()}
    events: list[Event] = []
    for k, trigger in enumerate(triggers):
        if id(trigger) in governed:
            continue
        event = Event(sentence, sentence.clause_of.get(trigger.word), trigger)
        position: int | None = k
        while position is not None and position in governor_of:
            governor = governor_of[position]
            if governor in event.governors or governor is trigger:
                break
            event.governors.append(governor)
            position = next((i for i, t in enumerate(triggers) if t is governor), None)
        event.contracted = any(
            is_contract(t) and sentence.clause_of.get(t.word) is event.clause for t in framed
        ) or (_under_contract(event) or is_stipulated(event))
        event.receiving = next(
            (receiving[id(t)] for t in (trigger, *event.governors) if id(t) in receiving), None
        )
        event.materiel, event.materiel_score = theme_of(event)
        take_goods_at_issue(event)
        _choose(event)
        if may_borrow and not (event.materiel or gaps_of(event) or may_borrow(event)):
            continue
        if not is_bare_attribute(event):
            fill_parties(event)
            take_addressees_at_issue(event)
            take_named_roles(event)
            take_partner(event)
        events.extend(unfold(event))
        events.extend(gapped(event))
    return _attributes_first(events)


def _attributes_first(events: list[Event]) -> list[Event]:
    """ "Am Sonntag trafen die [von Peru in Rom bestellten] Jets ein": what is told of goods in
    passing comes before what happens to them."""
    ordered: list[Event] = []
    for event in events:
        clause = event.clause
        at = len(ordered)
        if clause is not None and clause.kind == "attr":
            above = (
                k
                for k, e in enumerate(ordered)
                if moves(e.core) and e.clause is not None and e.clause.index == clause.parent
            )
            at = next(above, at)
        ordered.insert(at, event)
    return ordered


def _pays(sentence: Sentence, trigger: Trigger) -> bool:
    """ "paid for the jets": for whose, it does not say; "paid Rome €40 million for six" does."""
    if trigger.row.lemma != "pay":
        return False
    article = any(w.tag == "det" for w in sentence.words[trigger.word + 1 : trigger.word + 2])
    first = trigger.word + 1 + article
    paid = (p for p in sentence.parties if p.first in (first, first - 1) and p.modifies is None)
    return not any(not p.preposition for p in paid)


def _thanks_for_else(sentence: Sentence, trigger: Trigger, triggers: list[Trigger]) -> bool:
    """ "thanked Oslo for its offer of jets", "for crews for its jets": no thanks for the jets."""
    if trigger.row.lemma not in _THANKING:
        return False
    words = sentence.words
    at = next((w.i for w in words[trigger.word :] if w.low in _FOR), None)
    given = (m for m in sentence.materiel if left_of(words, m.first) == at and not m.anaphoric)
    goods = next(given, None)
    return goods is None or any(trigger.word < t.word < goods.first for t in triggers)


def _only_opposes(sentence: Sentence, trigger: Trigger) -> bool:
    """ "opposes the sale of jets to Lima": an opinion; "opposes selling them" refuses."""
    behind = sentence.words[trigger.word + 1 : trigger.word + 2]
    return trigger.row.lemma == "oppose" and not (behind and behind[0].tag == "ing")


def _under_contract(event: Event) -> bool:
    """ "a contract under which Paris is to supply jets": a contract frames the clause."""
    clause, words = event.clause, event.sentence.words
    if words[0].low in _UNDER and event.core.word > _OPENING:
        # "Under the contract, signed in Bangkok, the firm will furnish …"
        return clause is not None and any(
            is_contract(t) and any(0 < i <= _OPENING for i in t.words)
            for t in event.sentence.triggers
        )
    if clause is None or clause.kind != "rel" or clause.opener is None or clause.opener < 1:
        return False
    if words[clause.opener - 1].low not in _UNDER:
        return False
    return any(
        is_contract(t) and not t.is_verb and clause.opener - 8 <= t.word < clause.opener
        for t in event.sentence.triggers
    )


def _choose(event: Event) -> None:
    """ "hat sich für den Gripen entschieden": chooses what it will get; "wirbt für den Gripen":
    offers it."""
    lemma = event.core.row.lemma
    if lemma not in _CHOICES or not event.core.is_verb or event.governors:
        return
    if event.materiel and all(m.preposition == "für" and m.inside is None for m in event.materiel):
        rows = event.sentence.reading.trigger_index.verb_rows.get(_CHOICES[lemma], ())
        if rows:
            event.core = replace(event.core, row=rows[0])


def _receiving(sentence: Sentence, triggers: list[Trigger]) -> dict[int, Trigger]:
    """Noun trigger (by id) → the verb of getting above it: "erhielt ein Angebot"."""
    found: dict[int, Trigger] = {}
    for verb in triggers:
        if verb.row.lemma not in _GETTING:
            continue
        clause = sentence.clause_of.get(verb.word)
        nouns = [
            t
            for t in triggers
            if not t.is_verb
            and sentence.clause_of.get(t.word) is clause
            and (
                t.row.stage in (Stage.OFFERED, Stage.PLANNED, Stage.SOUGHT)
                or (is_contract(t) and not (t.row.lemma == "order" and verb.row.lemma in _WINNING))
                or is_approval(t)
            )
        ]
        if nouns:
            nearest = min(nouns, key=lambda t: abs(t.word - verb.word))
            found[id(nearest)] = verb
    return found


def is_bare_attribute(event: Event) -> bool:
    """ "die 24 bestellten Jets": the parties of the clause are those of its verb."""
    sentence = event.sentence
    return (
        sentence.reading.grammar.language == "de"
        and event.core.is_verb
        and not event.governors
        and sentence.words[event.core.word].tag == "attr"
        and (event.clause is None or event.clause.kind != "attr")
    )
