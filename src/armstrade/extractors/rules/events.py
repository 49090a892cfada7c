"""From the triggers of a sentence to events with parties and materiel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from armstrade.claims import Stage
from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words
from armstrade.lexicon.triggers import Role
from armstrade.reading import PartyPhrase, Sentence, Trigger

from .attachment import is_apposition, is_framed, stopping
from .chains import chain, is_approval, is_contract, names_a_party
from .ellipsis import unfold
from .english import is_live
from .event import Event
from .lemmas import lemmas
from .owners import (
    between,
    governor_subject,
    letting_go,
    nonfinite_subject,
    owner_of_goods,
    partners,
    placed,
    user_of_goods,
)
from .roles import controller, fill, intermediary
from .subjects import is_passive, subject_of
from .themes import theme_of

_GETTING = lemmas("getting")
_FORBIDDING = lemmas("forbidding") | {"zustimmen"}
_HINDERING = lemmas("hindering")
_SELLING = frozenset({"Verkauf", "Waffenverkauf"})
_PASSING_ON = lemmas("passing_on")
_REJECTING = lemmas("rejecting")
_UNDER = all_words("frames")
_DECIDING = frozenset({"entscheiden", "entschließen"})


def sentence_events(
    sentence: Sentence, may_borrow: Callable[[Event], bool] | None = None
) -> list[Event]:
    """The events of one sentence, in order.

    Those without goods are left out when `may_borrow` says that they cannot take others'.
    """
    triggers = [t for t in sentence.triggers if not names_a_party(t) and is_live(sentence, t)]
    triggers = [stopping(sentence, t) for t in triggers if not is_apposition(sentence, t)]
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
        ) or _under_contract(event)
        event.receiving = receiving.get(id(trigger))
        event.materiel, event.materiel_score = theme_of(event)
        _choose(event)
        if may_borrow and not (event.materiel or _gaps(event) or may_borrow(event)):
            continue
        if not is_bare_attribute(event):
            _parties(event)
        events.extend(unfold(event))
        events.extend(_gapped(event))
    return events


def _under_contract(event: Event) -> bool:
    """ "a contract under which Paris is to supply jets": a contract frames the clause."""
    clause, words = event.clause, event.sentence.words
    if clause is None or clause.kind != "rel" or clause.opener is None or clause.opener < 1:
        return False
    if words[clause.opener - 1].low not in _UNDER:
        return False
    return any(
        is_contract(t) and not t.is_verb and clause.opener - 8 <= t.word < clause.opener
        for t in event.sentence.triggers
    )


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


def _choose(event: Event) -> None:
    """ "hat sich für den Gripen entschieden": chooses what it will get."""
    if event.core.row.lemma not in _DECIDING or not event.core.is_verb or event.governors:
        return
    if event.materiel and all(m.preposition == "für" and m.inside is None for m in event.materiel):
        rows = event.sentence.reading.trigger_index.verb_rows.get(("auswählen", "aus"), ())
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
                or is_contract(t)
                or is_approval(t)
            )
        ]
        if nouns:
            nearest = min(nouns, key=lambda t: abs(t.word - verb.word))
            found[id(nearest)] = verb
    return found


def _gaps(event: Event) -> list[Clause]:
    """The stretches that share the verb of the event's clause."""
    if event.clause is None:
        return []
    index = event.clause.index
    return [c for c in event.sentence.clauses if c.kind == "gap" and c.parent == index]


def _gapped(event: Event) -> list[Event]:
    """The events of stretches that share the verb ("…, Paris Haubitzen")."""
    sentence = event.sentence
    found: list[Event] = []
    for clause in _gaps(event):
        gap = Event(sentence, clause, event.core, list(event.governors), origin=event)
        gap.materiel = [m for m in sentence.materiel if m.clause == clause.index]
        gap.materiel_score = 4.0
        if not gap.materiel:
            gap.materiel = event.materiel
        _gap_parties(gap, event)
        found.append(gap)
    return found


def _gap_parties(gap: Event, event: Event) -> None:
    """A party takes the role of its counterpart in the clause that has the verb."""
    sentence = gap.sentence
    here = [
        p
        for p in sentence.parties
        if gap.clause is not None and p.clause == gap.clause.index and p.modifies is None
    ]
    gap.supplier, gap.supplier_score = list(event.supplier), 6.0
    gap.recipient, gap.recipient_score = list(event.recipient), 6.0
    bare = [p for p in here if not p.preposition]
    for phrase in here:
        if phrase.preposition:
            supplies = any(p.preposition == phrase.preposition for p in event.supplier)
        elif len(bare) > 1:
            supplies = (phrase is bare[0]) == (
                bool(event.supplier)
                and not event.supplier[0].preposition
                and (not event.recipient or event.supplier[0].start < event.recipient[0].start)
            )
        else:
            supplies = _bare_counterpart(gap, event, phrase)
        if supplies:
            gap.supplier, gap.supplier_score = [phrase], 7.0
        else:
            gap.recipient, gap.recipient_score = [phrase], 7.0


def _bare_counterpart(gap: Event, event: Event, phrase: PartyPhrase) -> bool:
    """Whether a lone bare party stands for the supplier of the full clause."""
    suppliers = [p for p in event.supplier if not p.preposition]
    recipients = [p for p in event.recipient if not p.preposition]
    if suppliers and recipients:
        if gap.sentence.reading.grammar.language == "en":
            return gap.core.is_verb and suppliers[0].first < gap.core.word
        if "nom" not in phrase.cases:
            return False
        # behind a closed verb bracket the subject is contrasted, otherwise the nearer object
        words = gap.sentence.words
        closed = words[event.core.word].tag in ("part", "inf")
        return closed or event.clause is None
    return bool(suppliers)


def _parties(event: Event) -> None:
    """Fill supplier and recipient from the frames of core and governors."""
    sentence, core = event.sentence, event.core
    row = core.row
    if event.receiving is not None:
        _parties_of_receiving(event, event.receiving)
        return
    taken: set[int] = set()
    _domestic_origin(event)
    order = ("supplier", "recipient")
    if _sort_key(row.supplier) > _sort_key(row.recipient):
        order = ("recipient", "supplier")
    actor = None
    if core.is_verb and event.governors and sentence.words[core.word].tag in ("inf", "zu", "ing"):
        actor = controller(sentence, core, event.governors[0])
    actor = _asked(event) or nonfinite_subject(sentence, core) or actor
    results: dict[str, tuple[list[PartyPhrase], float]] = {}
    for role in order:
        roles = row.supplier if role == "supplier" else row.recipient
        results[role] = fill(
            sentence,
            core,
            roles,
            taken,
            supplier=role == "supplier",
            clause=event.clause,
            controller=actor,
            governed=bool(event.governors),
        )
        taken |= {p.start for p in results[role][0]}
    english = sentence.reading.grammar.language == "en"
    if english:
        _apply(event, results)
        for governor in event.governors:
            role, subjects = governor_subject(event, governor)
            free = [p for p in subjects if p.start not in taken]
            if role and free and results[role][1] < 8:
                results[role] = (free, 8.0)
                taken |= {p.start for p in free}
                _apply(event, results)
            other = "supplier" if role == "recipient" else "recipient"
            partner = partners(sentence, governor, taken) if role else []
            if partner and results[other][1] < 8:
                results[other] = (partner, 8.0)
                taken |= {p.start for p in partner}
                _apply(event, results)
    swapped = _turned_down(event) and not english
    buyer_acts = _buyer_acts(core) and not english
    seller_acts = core.row.lemma in _SELLING  # "Paris verhandelte über den Verkauf"
    for governor in event.governors:
        if governor.row.lemma in _FORBIDDING and core.row.lemma.lower() in _PASSING_ON:
            if not results["supplier"][0]:  # "untersagt Dänemark die Weitergabe"
                datives = tuple(r for r in governor.row.recipient if r.slot == "dative")
                clause = sentence.clause_of.get(governor.word)
                results["supplier"] = fill(
                    sentence, governor, datives, taken, supplier=False, clause=clause
                )
                taken |= {p.start for p in results["supplier"][0]}
            continue  # who forbids that others pass goods on gives none
        if buyer_acts and governor.row.lemma in _HINDERING:
            continue  # "Sanktionen verhindern Moskaus Beschaffung": nor do they sell
        clause = sentence.clause_of.get(governor.word)
        for role in order:
            found, score = results[role]
            if found and score >= 4.5:
                continue
            wanted = role
            subject_supplies = (
                bool(governor.row.supplier) and governor.row.supplier[0].slot == "subject"
            )
            turned = swapped and governor is event.governors[-1]
            sells = seller_acts and not subject_supplies and governor.row.stage is Stage.NEGOTIATED
            withheld = any(role.slot == "dative" for role in governor.row.recipient) and (
                governor.row.stage is Stage.REFUSED or is_approval(governor)
            )  # "verweigerte den Peruanern den Kauf": who refuses to sell
            if turned or sells or (buyer_acts and subject_supplies and not withheld):
                wanted = "recipient" if role == "supplier" else "supplier"
            roles = governor.row.supplier if wanted == "supplier" else governor.row.recipient
            more, new = fill(
                sentence,
                governor,
                roles,
                taken - {p.start for p in found},
                supplier=role == "supplier",
                clause=clause,
            )
            facing = results["recipient" if role == "supplier" else "supplier"][0]
            if english and {p.key for p in more} & {p.key for p in facing if p.genitive}:
                continue  # "has cancelled its order": the same one once more
            if more and new > score:
                results[role] = (more, new)
                taken |= {p.start for p in more}
    _apply(event, results)
    _other_side(event)
    if english:
        placed(event)
        letting_go(event)
        user_of_goods(event)
        owner_of_goods(event)
    if english or "zwischen" in sentence.lows:
        between(event)
    event.intermediary = intermediary(sentence, event.clause)


def _asked(event: Event) -> list[PartyPhrase]:
    """ "Athens rejected a US request to send missiles": who rejects it was to act."""
    if not event.core.is_verb or len(event.governors) < 2:
        return []
    request, answer = event.governors[:2]
    gives = event.core.row.supplier and event.core.row.supplier[0].slot == "subject"
    asked = not request.is_verb and request.row.stage is Stage.SOUGHT
    if not (gives and asked and answer.is_verb and answer.row.stage is Stage.REFUSED):
        return []
    clause = event.sentence.clause_of.get(answer.word)
    if not is_passive(event.sentence, answer):
        return subject_of(event.sentence, clause)
    return [
        p
        for p in event.sentence.parties
        if clause is not None and p.clause == clause.index and p.preposition in ("by", "von")
    ][:1]


def _other_side(event: Event) -> None:
    """ "Berlin erlaubte das Geschäft mit Riad": who allows a deal with another one supplies;
    who breaks one off with a supplier was to receive."""
    if "symmetric" not in event.core.row.note or bool(event.supplier) == bool(event.recipient):
        return
    other = event.supplier or event.recipient
    if is_passive(event.sentence, event.core) and not event.governors:
        known = {p.key for p in other}
        seat = [p for p in subject_of(event.sentence, event.clause) if p.key not in known]
        if seat and event.supplier:  # "wonach in Taschkent mit Baykar verhandelt wird"
            event.recipient, event.recipient_score = seat[:1], 6.0
        elif seat:
            event.supplier, event.supplier_score = seat[:1], 6.0
        return
    for governor in event.governors:
        clause = event.sentence.clause_of.get(governor.word)
        if not governor.is_verb or clause is None:
            continue
        if is_passive(event.sentence, governor):
            ending = [
                p
                for p in event.sentence.parties
                if p.preposition in ("by", "von") and p.clause == clause.index and p not in other
            ]
            if ending and event.supplier:  # "talks with Paris were broken off by Cairo"
                event.recipient, event.recipient_score = ending[:1], 6.0
            continue
        acting = [p for p in subject_of(event.sentence, clause) if p not in other]
        if not acting:
            continue
        if is_approval(governor) or event.recipient:
            event.supplier, event.recipient = acting, other
        else:
            event.recipient = acting  # "Canberra kündigte den Vertrag mit der Naval Group"
        event.supplier_score = event.recipient_score = 8.0


def _apply(event: Event, results: dict[str, tuple[list[PartyPhrase], float]]) -> None:
    event.supplier, event.supplier_score = results["supplier"]
    event.recipient, event.recipient_score = results["recipient"]


def _parties_of_receiving(event: Event, verb: Trigger) -> None:
    """Who receives an offer is the recipient, who receives an order or a licence the supplier."""
    roles, taken = verb.row, set[int]()
    gets, gets_score = fill(
        event.sentence, verb, roles.recipient, taken, supplier=False, clause=event.clause
    )
    taken |= {p.start for p in gets}
    gives, gives_score = fill(
        event.sentence, verb, roles.supplier, taken, supplier=True, clause=event.clause
    )
    if is_contract(event.core) or is_approval(event.core) or event.core.row.stage is Stage.SOUGHT:
        gets, gives, gets_score, gives_score = gives, gets, gives_score, gets_score
        if is_approval(event.core):
            gets, gets_score = [], 0.0  # the licensing state is not the recipient
    event.supplier, event.supplier_score = gives, gives_score
    event.recipient, event.recipient_score = gets, gets_score


def _buyer_acts(core: Trigger) -> bool:
    """ "sagte den Kauf ab", "cancelled the purchase": who ends a purchase is the buyer."""
    slots = {role.slot for role in core.row.recipient}
    return "subject" in slots or ("genitive" in slots and core.row.stage is Stage.ORDERED)


def _turned_down(event: Event) -> bool:
    """ "lehnt das Angebot ab": who rejects an offer is the recipient."""
    if not event.governors or event.governors[-1].row.lemma not in _REJECTING:
        return False
    inner = [event.core, *event.governors[:-1]]
    return any(t.row.stage is Stage.OFFERED for t in inner)


def _domestic_origin(event: Event) -> None:
    """Adjectives on the materiel ("deutsche Panzer") are a hint at the supplier."""
    for phrase in event.materiel:
        phrase.origin = [
            p
            for p in event.sentence.parties
            if p.modifies is not None
            and not p.genitive
            and phrase.first <= p.modifies <= phrase.last
        ]


def _sort_key(roles: tuple[Role, ...]) -> int:
    """Subjects first: they are found by position and must not be taken by others."""
    if not roles:
        return 9
    return 0 if roles[0].slot == "subject" else 1
