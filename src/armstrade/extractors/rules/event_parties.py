"""The parties of an event: what the frames of its core and of its governors say together."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.lexicon.triggers import Role
from armstrade.reading import PartyPhrase, Trigger
from armstrade.reading.asides import left_of

from .chains import is_approval, is_contract, is_third_hand, passes_on
from .controllers import asks_another, controller
from .event import Event
from .free_places import wins_orders
from .lemmas import lemmas
from .origins import note_origins
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
from .roles import fill, intermediary
from .slots import FROM, LIKELY
from .subjects import is_passive, subject_of
from .themes import moves
from .third_hands import take_holder

_HINDERING = lemmas("hindering")
_SELLING = lemmas("sales")
_REJECTING = lemmas("rejecting")
# Role → its parties and how well they are marked.
_Parties = dict[str, tuple[list[PartyPhrase], float]]

_FOR = frozenset({"for", "für"})
_THANKING = lemmas("thanking")


def fill_parties(event: Event) -> None:
    """Fill supplier and recipient from the frames of core and governors."""
    sentence, core = event.sentence, event.core
    row = core.row
    if event.receiving is not None:
        _parties_of_receiving(event, event.receiving)
        return
    note_origins(event)
    order = ("supplier", "recipient")
    if _sort_key(row.supplier) > _sort_key(row.recipient):
        order = ("recipient", "supplier")
    results, taken = _by_core(event, order)
    english = event.language == "en"
    if english:
        _apply(event, results)
        _by_subjects(event, results, taken)
    _by_governors(event, results, taken, order)
    _apply(event, results)
    _lets_go(event)
    _won(event)
    _thanked(event)
    _other_side(event)
    take_holder(event)
    if english:
        _awarded(event)
        _declined_by(event)
        placed(event)
        letting_go(event)
        user_of_goods(event)
        owner_of_goods(event)
    if english or "zwischen" in sentence.lows:
        between(event)
    event.intermediary = intermediary(sentence, event.clause)


def _by_core(event: Event, order: tuple[str, ...]) -> tuple[_Parties, set[int]]:
    """What the frame of the core says, and the starts of the phrases that it takes."""
    sentence, core = event.sentence, event.core
    taken: set[int] = set()
    actor = None
    if core.is_verb and event.governors and sentence.words[core.word].tag in ("inf", "zu", "ing"):
        governor = event.governors[0]
        # "thanked Oslo for agreeing to send"
        actor = nonfinite_subject(sentence, governor) or controller(sentence, core, governor)
    actor = _asked(event) or nonfinite_subject(sentence, core) or actor
    results: _Parties = {}
    for role in order:
        results[role] = fill(
            sentence,
            core,
            core.row.supplier if role == "supplier" else core.row.recipient,
            taken,
            supplier=role == "supplier",
            clause=event.clause,
            controller=actor,
            governed=bool(event.governors),
        )
        taken |= {p.start for p in results[role][0]}
    return results, taken


def _by_subjects(event: Event, results: _Parties, taken: set[int]) -> None:
    """English: subjects of governors and their partners, where the core has none as sure."""
    for governor in event.governors:
        role, subjects = governor_subject(event, governor)
        free = [p for p in subjects if p.start not in taken]
        if role and free and results[role][1] < 8:
            results[role] = (free, 8.0)
            taken |= {p.start for p in free}
            _apply(event, results)
        other = "supplier" if role == "recipient" else "recipient"
        partner = partners(event.sentence, governor, taken) if role else []
        if partner and results[other][1] < 8:
            results[other] = (partner, 8.0)
            taken |= {p.start for p in partner}
            _apply(event, results)


def _by_governors(event: Event, results: _Parties, taken: set[int], order: tuple[str, ...]) -> None:
    """What the frames of the governors say of the roles that the core leaves open."""
    sentence, core = event.sentence, event.core
    english = event.language == "en"
    buyer_acts = _buyer_acts(core) and not english
    for at, governor in enumerate(event.governors):
        clause = sentence.clause_of.get(governor.word)
        above = event.governors[at + 1 :][:1]
        told = (  # "forderte Berlin auf, die Lieferung zu genehmigen": Berlin is to act
            controller(sentence, governor, above[0])
            if above and not english and asks_another(sentence, above[0], governor)
            else None
        )
        if is_third_hand(governor, core):
            marked = [p for p in results["supplier"][0] if p.preposition == "durch" or p.genitive]
            if not marked:  # "untersagt Dänemark die Weitergabe"
                datives = tuple(r for r in governor.row.recipient if r.slot == "dative")
                holder = fill(sentence, governor, datives, taken, supplier=False, clause=clause)
                if holder[0] or not results["supplier"][0]:
                    results["supplier"] = holder
                taken |= {p.start for p in results["supplier"][0]}
            continue  # who forbids that others pass goods on gives none
        if buyer_acts and governor.row.lemma in _HINDERING:
            continue  # "Sanktionen verhindern Moskaus Beschaffung": nor do they sell
        crossed = _crosses(event, governor)
        for role in order if governor.is_verb or not crossed else ("recipient", "supplier"):
            found, score = results[role]
            if found and score >= 4.5:
                continue
            row = governor.row
            roles = row.supplier if (role == "supplier") != crossed else row.recipient
            more, new = fill(
                sentence,
                governor,
                roles,
                taken - {p.start for p in found},
                supplier=role == "supplier",
                clause=clause,
                controller=told,
            )
            facing = results["recipient" if role == "supplier" else "supplier"][0]
            if english and {p.key for p in more} & {p.key for p in facing if p.genitive}:
                continue  # "has cancelled its order": the same one once more
            if more and new > score:
                results[role] = (more, new)
                taken |= {p.start for p in more}


def _crosses(event: Event, governor: Trigger) -> bool:
    """Whether who gives by the frame of the governor gets by that of the core."""
    english = event.language == "en"
    if not english and governor is event.governors[-1] and _turned_down(event):
        return True
    row = governor.row
    subject_supplies = bool(row.supplier) and row.supplier[0].slot == "subject"
    if not governor.is_verb and row.stage is Stage.PLANNED and _buyer_acts(event.core):
        return not english  # "Kairos Plan zum Kauf"
    if not subject_supplies:
        # "Paris verhandelte über den Verkauf"
        return event.core.row.lemma.lower() in _SELLING and row.stage is Stage.NEGOTIATED
    if english or not _buyer_acts(event.core):
        return False
    withheld = any(role.slot == "dative" for role in row.recipient) and (
        row.stage is Stage.REFUSED or is_approval(governor)
    )  # "verweigerte den Peruanern den Kauf": who refuses to sell
    return not (withheld and _has_addressee(event, governor))


def _has_addressee(event: Event, verb: Trigger) -> bool:
    """Whether a party beside the subject of a verb may be its dative. German."""
    clause = event.sentence.clause_of.get(verb.word)
    subjects = subject_of(event.sentence, clause)
    return any(
        not p.preposition
        and p.modifies is None
        and "dat" in p.cases
        and not any(p is s for s in subjects)
        for p in event.sentence.parties
        if clause is not None and p.clause == clause.index
    )


def _asked(event: Event) -> list[PartyPhrase]:
    """ "Athens rejected a US request to send missiles": who rejects it was to act."""
    if not event.core.is_verb or len(event.governors) < 2 or passes_on(event.core):
        return []  # who asked for leave to pass goods on holds them
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


def _lets_go(event: Event) -> None:
    """ "ließ Beretta 7500 Pistolen an die Polizei gehen": who lets goods go gives them."""
    sentence, clause = event.sentence, event.clause
    if event.supplier_score >= LIKELY or event.language != "de" or clause is None:
        return
    if not moves(event.core) or event.core.features.isdisjoint({"inf"}):
        return
    if any(
        "lassen" in sentence.words[i].verbs.lemmas
        for i in clause.words
        if sentence.words[i].is_verb
    ):
        known = {p.key for p in event.recipient}
        acting = [p for p in subject_of(sentence, clause) if p.key not in known]
        if acting:
            event.supplier, event.supplier_score = acting, 8.0


def _won(event: Event) -> None:
    """ "meldet einen Auftrag über vier Jets aus Peru": the order is from there, not the jets."""
    sentence, clause, core = event.sentence, event.clause, event.core
    if event.recipient or core.is_verb or core.row.stage is not Stage.ORDERED:
        return
    if event.language != "de" or not wins_orders(sentence, clause):
        return
    winning = [p for p in subject_of(sentence, clause) if p.kind == "company"]
    ordering = [p for p in event.supplier if p.preposition in FROM and p.kind != "company"]
    if winning and not ordering and clause is not None:  # "hat in Peru einen Auftrag gewonnen"
        ordering = [
            p
            for p in sentence.parties
            if p.clause == clause.index and p.preposition == "in" and p.kind == "country"
        ]
    if winning and ordering:
        event.supplier, event.recipient = winning, ordering
        event.supplier_score = event.recipient_score = 8.0


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


def _awarded(event: Event) -> None:
    """ "Saab was awarded a contract for radars by Chile": who gets the order supplies."""
    if event.core.row.lemma == "award" and event.materiel and event.supplier and event.recipient:
        # "awarded Mexico three helicopters": no order, but the goods themselves
        event.supplier, event.recipient = event.recipient, event.supplier
        return
    for verb in (event.core, *event.governors):
        if verb.row.lemma != "award" or not is_passive(event.sentence, verb):
            continue
        clause = event.sentence.clause_of.get(verb.word)
        awarding = [
            p
            for p in event.sentence.parties
            if p.preposition == "by" and clause is not None and p.clause == clause.index
        ]
        winning = [p for p in subject_of(event.sentence, clause) if p.kind == "company"]
        known = {p.key for p in awarding}
        if event.recipient_score >= LIKELY and not known & {p.key for p in event.recipient}:
            continue  # "by the Bundeswehr to supply howitzers to Ukraine"
        if awarding and winning:
            event.supplier, event.recipient = winning, awarding[:1]
            event.supplier_score = event.recipient_score = 8.0


def _thanked(event: Event) -> None:
    """ "thanked Denmark for the delivery of 19 jets", "dankte Oslo für die Lieferung": who is
    thanked gave them."""
    sentence, core = event.sentence, event.core
    if core.is_verb or event.clause is None or core.row.stage is not Stage.DELIVERED:
        return
    words = sentence.words
    before = [i for i in event.clause.words if i < core.word]
    thanks = [i for i in before if not words[i].verbs.lemmas.isdisjoint(_THANKING)]
    behind = left_of(words, min(core.words))
    if not thanks or behind < 0 or words[behind].low not in _FOR:
        return
    given = [p for p in sentence.parties if p.last == behind - 1 and p.first > thanks[-1]]
    if not given or given[0].preposition not in ("", "bei"):
        return
    event.supplier, event.supplier_score = given, 8.0
    known = {p.key for p in given}
    got = [p for p in subject_of(sentence, event.clause) if p.key not in known]
    if got and event.recipient_score < LIKELY:
        event.recipient, event.recipient_score = got, 8.0


def _declined_by(event: Event) -> None:
    """ "A Finnish bid to supply guns was declined by Kenya": who declines was to get them."""
    answer = event.governors[-1] if event.governors else None
    if answer is None or event.recipient or answer.row.lemma not in _REJECTING:
        return
    inner = (event.core, *event.governors[:-1])
    if not any(t.row.stage is Stage.OFFERED for t in inner):
        return
    clause = event.sentence.clause_of.get(answer.word)
    if is_passive(event.sentence, answer):
        declining = [
            p
            for p in event.sentence.parties
            if clause is not None and p.clause == clause.index and p.preposition == "by"
        ]
    else:
        declining = subject_of(event.sentence, clause)
    known = {p.key for p in event.supplier}
    declining = [p for p in declining if p.key is None or p.key not in known]
    if declining:
        event.recipient, event.recipient_score = declining, 8.0


def _apply(event: Event, results: _Parties) -> None:
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
    nouns = (event.core, *event.governors)
    if any(is_contract(t) or is_approval(t) or t.row.stage is Stage.SOUGHT for t in nouns):
        gets, gives, gets_score, gives_score = gives, gets, gives_score, gets_score
        if any(map(is_approval, nouns)):
            gets, gets_score = [], 0.0  # the licensing state is not the recipient
    event.supplier, event.supplier_score = gives, gives_score
    event.recipient, event.recipient_score = gets, gets_score


def _buyer_acts(core: Trigger) -> bool:
    """ "sagte den Kauf ab", "cancelled the purchase": who ends a purchase is the buyer."""
    slots = {role.slot for role in core.row.recipient}
    buying = core.row.stage in (Stage.ORDERED, Stage.DELIVERED)
    return "subject" in slots or ("genitive" in slots and buying)


def _turned_down(event: Event) -> bool:
    """ "lehnt das Angebot ab": who rejects an offer is the recipient."""
    if not event.governors or event.governors[-1].row.lemma not in _REJECTING:
        return False
    inner = [event.core, *event.governors[:-1]]
    return any(t.row.stage is Stage.OFFERED for t in inner)


def _sort_key(roles: tuple[Role, ...]) -> int:
    """Subjects first: they are found by position and must not be taken by others."""
    if not roles:
        return 9
    return 0 if roles[0].slot == "subject" else 1
