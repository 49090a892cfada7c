"""Features of a party candidate: for itself, and seen from a trigger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armstrade.language.grammar import all_words
from armstrade.lexicon.triggers import Role
from armstrade.reading import PartyPhrase

from ..candidates import PartyCandidate
from ..standing import NAMES as STANDING
from ..syntax import View
from .cues import BIT
from .seen import Seen

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
_BY = ("von", "by", "durch")

CANDIDATE = [
    "named", "pronoun", "description", "silent",
    *(f"kind_{kind}" for kind in KINDS), "kind_other",
    "known", "entity_count", "entity_distance", "entity_rank", "entity_lead", "entity_subject",
    "antecedent_here", "antecedent_distance", "antecedent_rank", "antecedent_subject",
    "antecedent_bare", "antecedent_owner", "antecedent_person", "parallel", "named_too",
    "says_person", "says_plural", "says_neuter", "says_we", *STANDING,
]  # fmt: skip
PLACE = [
    "bare", *(f"prep_{p}" for p in PREPOSITIONS), "prep_other", "thither", "thence", "prep_never",
    "nom", "acc", "dat", "gen", "caseless",
    "outer_from", "genitive", "free", "of_goods", "agentive", "coordinated", "first_of_group",
    "clause_kind_rel", "subject_own", "order", "order_back", "only", "after_verb",
    "right_behind_verb", "aside",
]  # fmt: skip
SEEN = [
    "clause_same", "clause_above", "clause_below", "clause_sibling", "before", "distance", "near",
    "far", "between", "of_trigger", "of_other", "subject", "subject_above", "agent_of_passive",
    "subject_of_passive", "fits_supplier", "fits_recipient", "supplier_rank", "recipient_rank",
    "touches_left", "touches_right", "speaker",
]  # fmt: skip
NAMES = [*CANDIDATE, *PLACE, *SEEN]
NOT_THERE = bytes(len(SEEN))
"""The features of `SEEN` of a party that the sentence does not speak of."""
_NOWHERE, _NEW, _NO_REFERENCE = bytes(len(PLACE)), bytes(6), bytes(13)


@cache
def _kind(kind: str) -> bytes:
    kinds = [kind in members for members in KINDS.values()]
    return bytes([*kinds, not any(kinds)])


@cache
def _preposition(preposition: str) -> bytes:
    flags = [preposition == q for q in PREPOSITIONS]
    other = bool(preposition) and not any(flags)
    kinds = [preposition in words for words in (_TO, _FROM, _NEVER)]
    return bytes([not preposition, *flags, other, *kinds])


@cache
def _cases(cases: frozenset[str]) -> bytes:
    return bytes([*(case in cases for case in ("nom", "acc", "dat", "gen")), len(cases) == 4])


def candidate_row(
    view: View, candidate: PartyCandidate, places: dict[int, bytes], standing: bytes
) -> bytes:
    """The features of a party candidate for itself: those of `CANDIDATE` and `PLACE`.

    Parameters
    ----------
    places
        Keeps those of `PLACE` by the identity of the phrase: several may be meant by one.
    standing
        How it stands in the whole document.
    """
    place, party = candidate.place, candidate.party
    named = place is party
    kind = place.kind if place is not None else ""
    known = _NOWHERE if place is None else places.get(id(place))
    if known is None:
        assert place is not None
        known = places[id(place)] = _place(view, place)
    anaphor = (
        not named and kind in ("pronoun", "thither"),
        not named and kind.startswith("desc"),
    )
    return (
        bytes((named, *anaphor, place is None))
        + _kind(party.kind)
        + _entity(view, candidate)
        + (_NO_REFERENCE if named else _reference(view, candidate))
        + standing
        + known
    )


def _entity(view: View, candidate: PartyCandidate) -> bytes:
    """What was known of it before."""
    entity = candidate.entity
    if entity is None:
        return _NEW
    return bytes(
        (
            True,
            min(entity.count, 8),
            min(view.sentence.index - entity.last.sentence, 12),
            candidate.rank,
            entity.first_sentence <= 1,
            entity.subject,
        )
    )


def _reference(view: View, candidate: PartyCandidate) -> bytes:
    """How an anaphor and what it may stand for go together."""
    place, party, entity = candidate.place, candidate.party, candidate.entity
    index = view.sentence.index
    here = party.sentence == index
    if here:
        subject = view.subject(party.clause) is party
    else:
        subject = entity is not None and entity.subject
    low = view.words[place.last].low if place is not None else ""
    return bytes(
        (
            here,
            min(index - party.sentence, 8),
            candidate.rank,
            subject,
            not party.preposition,
            party.modifies is not None,
            party.kind == "leader",
            place is not None and view.is_subject(place, place.clause) == subject,
            any(p.key == party.key and p is not party for p in view.named),
            low in _PERSON,
            low in _PLURAL,
            low in _NEUTER,
            low in _FIRST,
        )
    )


def _place(view: View, place: PartyPhrase) -> bytes:
    """Where the sentence speaks of it; `PLACE` says which is which."""
    p, modifies, group = place.clause, place.modifies, place.group
    order = view.named_before[place.first]
    verb = view.first_verbs[p] if p >= 0 else -1
    rest = (
        place.outer in _FROM or place.outer == "out",
        place.genitive,
        modifies is None,
        _of_goods(view, place),
        place.agentive,
        group >= 0,
        group >= 0 and not any(o.group == group and o.first < place.first for o in view.named),
        p >= 0 and view.clauses[p].kind == "rel",
        p >= 0 and view.is_subject(place, p),
        min(order, 8),
        min(len(view.named) - order, 8),
        len(view.named) == 1,
        verb >= 0 and place.first > verb,
        place.first > 0 and view.words[place.first - 1].is_verb,
        place.start in view.sentence.asides,
    )
    return _preposition(place.preposition) + _cases(place.cases) + bytes(rest)


def _of_goods(view: View, place: PartyPhrase) -> bool:
    modifies = place.modifies
    return modifies is not None and any(m.first <= modifies <= m.last for m in view.materiel)


def seen_row(view: View, seen: Seen, place: PartyPhrase) -> bytes:
    """The features of a place seen from a trigger; `SEEN` says which is which."""
    t, c, p, above = seen.word, seen.clause, place.clause, seen.above
    same = p == c and c >= 0
    higher = p in above
    below = not same and p >= 0 and c in view.above[p]
    distance = abs(place.last - t)
    modifies = place.modifies
    of_trigger = modifies is not None and modifies in seen.words
    passive, subject = seen.passive, view.is_subject(place, c)
    near = same or below or p in above[:1]
    row = seen.row
    sup = _fits(seen, row.supplier, place, subject=subject, near=near)
    rec = _fits(seen, row.recipient, place, subject=subject, near=near)
    return bytes(
        (
            same,
            higher,
            below,
            not same and not higher and not below,
            place.last < t,
            min(distance, 40),
            distance <= 3,
            distance > 12,
            min(view.named_between(min(place.last, t), max(place.first, t)), 255),
            of_trigger,
            modifies is not None and not of_trigger and not _of_goods(view, place),
            subject,
            view.is_subject(place, above[0]) if above else False,
            passive and place.preposition in _BY,
            passive and subject,
            sup > 0,
            rec > 0,
            sup,
            rec,
            place.last + 1 in seen.words,
            place.first - 1 in seen.words,
            p >= 0
            and p != c
            and view.clause_bits[p] & BIT["speech"] != 0
            and view.is_subject(place, p),
        )
    )


def _fits(
    seen: Seen, roles: Sequence[Role], place: PartyPhrase, *, subject: bool, near: bool
) -> int:
    """Rank (from 1) of the first role of a frame whose place the phrase holds, 0 for none."""
    passive = seen.passive
    for rank, role in enumerate(roles, start=1):
        slot = role.slot
        if slot == "prep":
            if near and place.preposition == role.preposition:
                return rank
        elif slot == "subject":
            if subject and not passive:
                return rank
            if passive and place.preposition in _BY and near:
                return rank
        elif slot == "dative":
            if not place.preposition and "dat" in place.cases and near and not subject:
                return rank
        elif slot == "genitive":
            if place.genitive or (place.modifies == seen.word):
                return rank
        elif slot in ("object", "object2"):
            if not place.preposition and near and not subject and place.first > seen.word:
                return rank
            if passive and subject:
                return rank
        elif slot == "adjective" and place.modifies is not None and place.modifies == seen.word:
            return rank
    return 0
