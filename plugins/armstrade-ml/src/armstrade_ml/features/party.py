"""Features of a party candidate, seen from a trigger."""

from __future__ import annotations

from collections.abc import Sequence

from armstrade.language.grammar import all_words
from armstrade.lexicon.triggers import Role
from armstrade.reading import PartyPhrase, Trigger

from ..candidates import PartyCandidate
from ..syntax import View

KINDS: dict[str, tuple[str, ...]] = {
    "state": ("country", "demonym"),
    "seat": ("capital", "seat"),
    "government": ("government", "ministry", "army", "institution"),
    "leader": ("leader",),
    "company": ("company",),
    "armed_group": ("armed_group",),
    "bloc": ("bloc",),
    "adjective": ("adjective",),
}
PREPOSITIONS = ("to", "for", "from", "by", "with", "in", "of", "an", "nach", "für", "von", "aus",
                "durch", "mit", "bei", "on", "at", "against", "gegen", "über", "via", "through",
                "according to", "zwischen", "between", "auf", "zu", "into")  # fmt: skip
_PERSON = frozenset({"he", "him", "she", "er", "ihn", "ihm"})
_PLURAL = frozenset({"they", "them", "sie", "ihnen"})
_NEUTER = frozenset({"it", "es"})
_FIRST = all_words("first_person")
_TO = all_words("to_prepositions")
_FROM = all_words("from_prepositions")
_NEVER = all_words("never_party")

NAMES = [
    "named", "pronoun", "description", "silent",
    *(f"kind_{kind}" for kind in KINDS), "kind_other",
    "clause_same", "clause_above", "clause_below", "clause_sibling", "clause_kind_rel",
    "before", "distance", "near", "far", "between",
    "bare", *(f"prep_{p}" for p in PREPOSITIONS), "prep_other", "thither", "thence",
    "prep_never", "outer_from",
    "nom", "acc", "dat", "gen", "caseless", "genitive", "free", "of_trigger", "of_goods",
    "of_other", "agentive", "coordinated", "first_of_group",
    "subject", "subject_above", "subject_own", "agent_of_passive", "subject_of_passive",
    "fits_supplier", "fits_recipient", "supplier_rank", "recipient_rank",
    "order", "order_back", "only", "touches_left", "touches_right",
    "speaker", "after_verb", "right_behind_verb",
    "known", "entity_count", "entity_distance", "entity_rank", "entity_lead", "entity_subject",
    "antecedent_here", "antecedent_distance", "antecedent_rank", "antecedent_subject",
    "antecedent_bare", "antecedent_owner", "antecedent_person", "parallel", "named_too",
    "says_person", "says_plural", "says_neuter", "says_we",
]  # fmt: skip


def _fits(
    view: View,
    trigger: Trigger,
    roles: Sequence[Role],
    place: PartyPhrase,
    *,
    subject: bool,
    passive: bool,
    near: bool,
) -> int:
    """Rank (from 1) of the first role of a frame whose place the phrase holds, 0 for none."""
    for rank, role in enumerate(roles, start=1):
        slot = role.slot
        if slot == "prep":
            if place.preposition == role.preposition and near:
                return rank
        elif slot == "subject":
            if subject and not passive:
                return rank
            if passive and place.preposition in ("von", "by", "durch") and near:
                return rank
        elif slot == "dative":
            if not place.preposition and "dat" in place.cases and near and not subject:
                return rank
        elif slot == "genitive":
            if place.genitive or (place.modifies == trigger.word):
                return rank
        elif slot in ("object", "object2"):
            if not place.preposition and near and not subject and place.first > trigger.word:
                return rank
            if passive and subject:
                return rank
        elif slot == "adjective" and place.modifies is not None and place.modifies == trigger.word:
            return rank
    return 0


def party_row(view: View, trigger: Trigger, candidate: PartyCandidate) -> list[float]:
    """The features of a party candidate; `NAMES` says which is which."""
    place, party, entity = candidate.place, candidate.party, candidate.entity
    silent = place is None
    slot = party if place is None else place
    named = not silent and place is party
    out: list[float] = [
        named,
        not silent and not named and slot.kind in ("pronoun", "thither"),
        not silent and not named and slot.kind.startswith("desc"),
        silent,
    ]
    kinds = [party.kind in members for members in KINDS.values()]
    out += kinds
    out.append(not any(kinds))
    if place is None:
        out += [0.0] * (NAMES.index("known") - len(out))
    else:
        _place(view, trigger, place, out)
    if entity is None:
        out += [0.0] * 6
    else:
        out += [
            1.0,
            min(entity.count, 8),
            min(view.sentence.index - entity.last.sentence, 12),
            candidate.rank,
            entity.first_sentence <= 1,
            entity.subject,
        ]
    out += _reference(view, candidate)
    return out


def _reference(view: View, candidate: PartyCandidate) -> list[float]:
    """How an anaphor and what it may stand for go together; zeros for a name."""
    place, party, entity = candidate.place, candidate.party, candidate.entity
    if place is party:
        return [0.0] * 13
    index = view.sentence.index
    here = party.sentence == index
    if here:
        subject = view.subject(party.clause) is party
    else:
        subject = entity is not None and entity.subject
    low = view.words[place.last].low if place is not None else ""
    own = place is not None and _same(view.subject(place.clause), place)
    return [
        here,
        min(index - party.sentence, 8),
        candidate.rank,
        subject,
        not party.preposition,
        party.modifies is not None,
        party.kind == "leader",
        place is not None and own == subject,
        any(p.key == party.key and p is not party for p in view.named),
        low in _PERSON,
        low in _PLURAL,
        low in _NEUTER,
        low in _FIRST,
    ]


def _place(view: View, trigger: Trigger, place: PartyPhrase, out: list[float]) -> None:
    words = view.words
    t = trigger.word
    c = view.clause_index(trigger)
    p = place.clause
    above = view.ancestors(c) if c >= 0 else []
    same = p == c and c >= 0
    below = not same and p >= 0 and c in view.ancestors(p)
    out += [
        same,
        p in above,
        below,
        not same and p not in above and not below,
        p >= 0 and view.clauses[p].kind == "rel",
    ]
    distance = abs(place.last - t)
    low, high = min(place.last, t), max(place.first, t)
    between = sum(1 for o in view.named if low < o.first < high)
    out += [place.last < t, min(distance, 40) / 10, distance <= 3, distance > 12, between]
    preposition = place.preposition
    out.append(not preposition)
    flags = [preposition == q for q in PREPOSITIONS]
    out += flags
    out += [
        bool(preposition) and not any(flags),
        preposition in _TO,
        preposition in _FROM,
        preposition in _NEVER,
        place.outer in _FROM or place.outer == "out",
    ]
    cases = place.cases
    out += [case in cases for case in ("nom", "acc", "dat", "gen")]
    modifies = place.modifies
    of_goods = modifies is not None and any(m.first <= modifies <= m.last for m in view.materiel)
    out += [
        len(cases) == 4,
        place.genitive,
        modifies is None,
        modifies is not None and modifies in trigger.words,
        of_goods,
        modifies is not None and modifies not in trigger.words and not of_goods,
        place.agentive,
        place.group >= 0,
        place.group >= 0
        and not any(o.group == place.group and o.first < place.first for o in view.named),
    ]
    passive = view.passive(trigger)
    subject = view.subject(c)
    is_subject = _same(subject, place)
    parent = above[0] if above else -1
    own = _same(view.subject(p), place) if p >= 0 else False
    near = same or below or p in above[:1]
    out += [
        is_subject,
        _same(view.subject(parent), place) if parent >= 0 else False,
        own,
        passive and preposition in ("von", "by", "durch"),
        passive and is_subject,
    ]
    row = trigger.row
    sup = _fits(view, trigger, row.supplier, place, subject=is_subject, passive=passive, near=near)
    rec = _fits(view, trigger, row.recipient, place, subject=is_subject, passive=passive, near=near)
    order = sum(1 for o in view.named if o.first < place.first)
    verb = view.first_verbs[p] if p >= 0 else -1
    speech = view.grammar.cue("speech")
    out += [
        sup > 0,
        rec > 0,
        sup,
        rec,
        min(order, 8),
        min(len(view.named) - order, 8),
        len(view.named) == 1,
        place.last + 1 in trigger.words,
        place.first - 1 in trigger.words,
        own and p >= 0 and p != c and not speech.isdisjoint(view.lows[p]),
        verb >= 0 and place.first > verb,
        place.first > 0 and words[place.first - 1].is_verb,
    ]


def _same(subject: PartyPhrase | None, place: PartyPhrase) -> bool:
    if subject is None:
        return False
    return subject is place or (
        subject.group >= 0 and subject.group == place.group and subject.clause == place.clause
    )
