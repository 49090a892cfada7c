"""Who gives and who gets: fills the role slots of a trigger's frame.

Every party phrase of the sentence is a candidate for every role; the frame says which place in
the clause fits (`slots`), some places fit any frame (`free_places`), and a score says how well.
Hard facts (a preposition, a dative) score high, position alone scores low, so that a worse-marked
candidate never displaces a better-marked one.
"""

from __future__ import annotations

from armstrade.language.clauses import Clause
from armstrade.language.grammar import all_words
from armstrade.lexicon.triggers import Role
from armstrade.reading import PartyPhrase, Sentence, Trigger

from .attachment import is_bystander, waypoint
from .free_places import generic_fit
from .lemmas import lemmas
from .slots import LIKELY, PLACES, fit
from .subjects import is_passive, with_group

# Never a party to the transfer.
_NEVER = all_words("never_party")
_LETTING = lemmas("letting")
_THROUGH = frozenset({"über", "via"})
_AT = frozenset({"in", "im", "am", "an", "auf"})


def fill(
    sentence: Sentence,
    trigger: Trigger,
    roles: tuple[Role, ...],
    taken: set[int],
    *,
    supplier: bool,
    clause: Clause | None,
    controller: list[PartyPhrase] | None = None,
    governed: bool = False,
) -> tuple[list[PartyPhrase], float]:
    """The best candidates for one role of a trigger, with their score.

    `taken` holds the starts of phrases that already play the other role; `controller` is the
    understood subject of an infinitive.
    """
    passive = is_passive(sentence, trigger)
    if controller is not None and roles and roles[0].slot == "subject":
        free = [p for p in controller if p.start not in taken]
        return (free, LIKELY + 1.5) if free else ([], 0.0)
    if _lets_out(sentence, trigger, clause):
        roles = trigger.row.recipient if supplier else (Role("prep", "to"),)
    best: tuple[float, PartyPhrase] | None = None
    for phrase in sentence.parties:
        if phrase.start in taken or phrase.preposition in _NEVER:
            continue
        if is_bystander(sentence, phrase) or _is_passed(sentence, phrase, supplier):
            continue
        if phrase.start in sentence.asides:
            continue
        score = max(
            (
                fit(sentence, clause, trigger, role, phrase, passive, supplier) - 0.3 * rank
                for rank, role in enumerate(roles)
            ),
            default=0.0,
        )
        generic = generic_fit(sentence, clause, trigger, phrase, supplier, governed)
        score = max(score, generic)
        if score <= 0:
            continue
        score -= min(abs(phrase.last - trigger.word), 40) * 0.02
        if best is None or score > best[0]:
            best = (score, phrase)
    if best is None:
        return [], 0.0
    members = [p for p in sentence.parties if p.clause == best[1].clause and p.start not in taken]
    return with_group(best[1], members), best[0]


def _is_passed(sentence: Sentence, phrase: PartyPhrase, supplier: bool) -> bool:
    """ "über den Hafen von Durrës in den Iran", "im Hafen von Maputo ausgeladen": no giver."""
    where = waypoint(sentence, phrase)
    return where in _THROUGH or (supplier and where in _AT)


def _lets_out(sentence: Sentence, trigger: Trigger, clause: Clause | None) -> bool:
    """ "leased by France to Iraq", "rents jets to Oman": whose subject gives, for once."""
    return (
        trigger.row.lemma in _LETTING
        and trigger.is_verb
        and clause is not None
        and any(p.clause == clause.index and p.preposition == "to" for p in sentence.parties)
    )


def intermediary(sentence: Sentence, clause: Clause | None) -> PartyPhrase | None:
    """ "über Syrien", "via Oman", "through Kenya"."""
    for phrase in sentence.parties:
        if clause is not None and phrase.clause != clause.index:
            continue
        if (
            phrase.preposition in ("über", "via", "through")
            and phrase.key is not None
            and (phrase.kind in PLACES or phrase.agentive)
        ):
            return phrase
    return None
