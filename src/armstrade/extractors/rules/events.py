"""From the triggers of a sentence to events with parties and materiel."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.grammar import all_words
from armstrade.lexicon.triggers import Role
from armstrade.reading import MaterielPhrase, PartyPhrase, Sentence, Trigger

from .chains import chain, is_approval, is_contract
from .discourse import Discourse
from .ellipsis import unfold
from .english import (
    acts_itself,
    antecedent_materiel,
    between,
    carries,
    english_gap,
    far_side,
    governor_subject,
    is_live,
    nonfinite_subject,
    objects,
    owner_of_goods,
    partners,
)
from .event import Event
from .lemmas import lemmas
from .roles import controller, fill, intermediary

# Prepositions that keep materiel out of the transfer ("gegen Drohnen", "aus Beständen").
_OUTSIDE = all_words("outside_prepositions")


def sentence_events(sentence: Sentence, discourse: Discourse) -> list[Event]:
    """The events of one sentence, in order."""
    triggers = [t for t in sentence.triggers if not _names_a_party(t) and is_live(sentence, t)]
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
        event.receiving = receiving.get(id(trigger))
        event.materiel, event.materiel_score = _theme(event, discourse)
        _parties(event)
        events.extend(unfold(event))
        events.extend(_gapped(event))
    return events


_GETTING = lemmas("getting")


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


def _names_a_party(trigger: Trigger) -> bool:
    """Agent nouns ("supplier", "Hersteller") name who acts, not what happens."""
    return any(role.slot == "self" for role in (*trigger.row.supplier, *trigger.row.recipient))


def _gapped(event: Event) -> list[Event]:
    """The events of stretches that share the verb ("…, Paris Haubitzen")."""
    sentence = event.sentence
    if event.clause is None:
        return []
    found: list[Event] = []
    for clause in sentence.clauses:
        if clause.kind != "gap" or clause.parent != event.clause.index:
            continue
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
        if "nom" not in phrase.cases:
            return False
        # behind a closed verb bracket the subject is contrasted, otherwise the nearer object
        words = gap.sentence.words
        closed = words[event.core.word].tag in ("part", "inf")
        return closed or event.clause is None
    return bool(suppliers)


def _theme(event: Event, discourse: Discourse) -> tuple[list[MaterielPhrase], float]:
    """The materiel that the event is about, with a score for how near it stands."""
    sentence, core = event.sentence, event.core
    phrases = sentence.materiel
    inside = [m for m in phrases if m.inside is not None and m.inside in core.words]
    clause = event.clause
    triggers = (core, *event.governors)
    clauses = {c.index for t in triggers if (c := sentence.clause_of.get(t.word)) is not None}
    rivals = [
        t
        for t in sentence.triggers
        if all(t is not own for own in triggers) and not _names_a_party(t)
    ]
    if english_gap(event):
        lacking = antecedent_materiel(event)
        if lacking is not None:
            return _list_of(sentence, lacking), 4.0
    near = [
        m
        for m in phrases
        if m.inside is None
        and m.clause in clauses
        and not _outside(event, m)
        and _nearest(sentence, m, triggers, rivals)
    ]
    near = objects(event, near)
    if near:
        return near, 4.0
    if clause is not None and clause.kind == "attr" and clause.antecedent is not None:
        behind = [
            m
            for m in phrases
            if m.inside is None and m.first <= clause.antecedent + 2 and m.last >= clause.antecedent
        ]
        return behind[:1], 4.0 if behind else 0.0
    if "attr" in core.features:
        behind = [m for m in phrases if m.first <= core.word + 2 and m.last > core.word]
        return behind[:1], 4.0 if behind else 0.0
    # a relative clause speaks of the noun before it
    if acts_itself(event):
        return [], 0.0
    if clause is not None and clause.kind == "rel" and clause.antecedent is not None:
        before = [
            m
            for m in phrases
            if m.inside is None and m.last <= clause.antecedent and clause.antecedent - m.last <= 6
        ]
        if before:
            return _list_of(sentence, before[-1]), 3.5
    # "tanks sent by Poland": a participle behind its noun
    if core.is_verb and sentence.words[core.word].tag in ("part", "zu", "inf"):
        before = [m for m in phrases if m.inside is None and m.last < core.word]
        if before and core.word - before[-1].last <= 4:
            return _list_of(sentence, before[-1]), 3.0
    if inside:
        return inside, 3.0
    if (
        clause is not None
        and clause.kind in ("coord", "inf", "gap", "rel")
        and clause.parent is not None
    ):
        parent = [
            m
            for m in phrases
            if m.inside is None and m.clause == clause.parent and not _outside(event, m)
        ]
        if parent:
            return parent, 2.0
    return [], 0.0


def _outside(event: Event, phrase: MaterielPhrase) -> bool:
    if phrase.incidental:
        return True
    if not phrase.preposition:
        return False
    if carries(event, phrase):
        return True
    if phrase.preposition in ("mit", "with"):
        note = event.core.row.note
        return "mit" not in note and "with" not in note and not moves(event.core)
    if phrase.preposition in ("über", "on", "auf", "at", "into", "aus"):
        return f"prep:{phrase.preposition}" not in event.core.row.note and not (
            is_contract(event.core) or event.core.row.stage is Stage.NEGOTIATED
        )
    return phrase.preposition in _OUTSIDE


def moves(trigger: Trigger) -> bool:
    """Whether the materiel itself is the subject ("arrive", "eintreffen")."""
    return "subject=materiel" in trigger.row.note


def _nearest(
    sentence: Sentence, phrase: MaterielPhrase, own: tuple[Trigger, ...], rivals: list[Trigger]
) -> bool:
    """Whether no other trigger of the same clause stands nearer to the phrase."""
    clause = phrase.clause
    same = [
        t for t in rivals if (c := sentence.clause_of.get(t.word)) is not None and c.index == clause
    ]
    if not same:
        return True
    mine = min(_distance(t, phrase) + far_side(sentence, t, phrase) for t in own)
    return mine <= min(_distance(t, phrase) + far_side(sentence, t, phrase) for t in same)


def _distance(trigger: Trigger, phrase: MaterielPhrase) -> int:
    if trigger.word < phrase.first:
        return phrase.first - trigger.word
    return trigger.word - phrase.last


def _list_of(sentence: Sentence, phrase: MaterielPhrase) -> list[MaterielPhrase]:
    """The phrase and those coordinated with it to its left."""
    result = [phrase]
    coordinators = sentence.reading.grammar.words("list_coordinators")
    for other in reversed([m for m in sentence.materiel if m.last < phrase.first]):
        between = sentence.words[other.last + 1 : result[0].first]
        if all(
            w.low in coordinators or w.text == "," or w.tag in ("num", "det", "word")
            for w in between
        ) and any(w.low in coordinators or w.text == "," for w in between):
            result.insert(0, other)
        else:
            break
    return result


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
    actor = nonfinite_subject(sentence, core) or actor
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
    for governor in event.governors:
        clause = sentence.clause_of.get(governor.word)
        for role in order:
            found, score = results[role]
            if found and score >= 5:
                continue
            wanted = role
            subject_supplies = (
                bool(governor.row.supplier) and governor.row.supplier[0].slot == "subject"
            )
            turned = swapped and governor is event.governors[-1]
            if turned or (buyer_acts and subject_supplies):
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
            if more and new > score:
                results[role] = (more, new)
                taken |= {p.start for p in more}
    _apply(event, results)
    if english:
        between(event)
        owner_of_goods(event)
    event.intermediary = intermediary(sentence, event.clause)


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


_REJECTING = lemmas("rejecting")


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
