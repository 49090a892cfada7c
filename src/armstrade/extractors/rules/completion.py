"""Fills the gaps of an event, and drops it where nothing holds it up."""

from __future__ import annotations

from armstrade.claims import Category, Polarity, Stage
from armstrade.reading import PartyPhrase
from armstrade.reading.asides import left_of

from .borrowing import STANDING, borrow_materiel
from .chains import passes_on
from .destinations import goes_elsewhere, is_seized, nameless_takers
from .direction import is_symmetric, orient
from .discourse import Discourse
from .event import Event
from .lemmas import lemmas
from .origins import for_its_own, from_origin
from .referents import Referents
from .same_parties import between_the_same, ended_by_its_buyer, go_on
from .silence import is_silent
from .status import decide
from .subjects import subject_of
from .third_hands import is_makers_leave
from .unsaid import missing_party

_DESTINED = lemmas("destined")
# How well roles and goods of an event must be grounded, as the sum of their scores.
_THRESHOLD = 12.0
# What the less sure of both parties must reach: for "weapons", for the end of something, and where
# the clause names nobody.
_VAGUE = {"de": 3.6, "en": 2.4}
_ENDED = 1.5
_UNMARKED = 3.2
# The least score of a party that its place in the clause shows to be one.
_MARKED = 5.0


def complete(event: Event, discourse: Discourse) -> bool:
    """Fill the gaps and decide the status; false when no claim comes of it."""
    sentence = event.sentence
    event.materiel = [
        phrase
        for m in event.materiel
        if (phrase := discourse.goods.specify(m, sentence)) is not None
    ]
    pointing = not event.materiel
    if pointing and not borrow_materiel(event, discourse):
        return False
    if not pointing or event.materiel_score >= STANDING:
        go_on(event, discourse, pointing=pointing)
    if pointing and not (event.supplier or event.recipient):
        event.materiel_score = min(event.materiel_score, 1.0)  # of no deal that is known
    if is_silent(event):
        return False
    for_its_own(event)
    if not _resolve(event, discourse.referents):
        return False
    between_the_same(event, discourse)
    ended_by_its_buyer(event, discourse)
    if not (pointing and event.supplier and event.recipient):
        orient(event)  # a deal told before keeps its direction
    from_origin(event)
    if not event.recipient and event.supplier and (takers := nameless_takers(event)):
        event.recipient, event.recipient_score = takers, 6.0
    if _buys_foreign(event):
        event.supplier_score = event.recipient_score = _MARKED
    unmarked = event.supplier_score < _MARKED and event.recipient_score < _MARKED
    lacking = not event.supplier or not event.recipient
    for role in ("supplier", "recipient"):
        _borrow_party(event, discourse, role)
    if lacking and is_symmetric(event):
        orient(event)
    if unmarked and not event.core.is_verb and not event.governors:
        return False
    vague = all(m.category is Category.UNSPECIFIED for m in event.materiel)
    if vague and min(event.supplier_score, event.recipient_score) < _VAGUE[event.language]:
        return False  # "weapons" to nobody in particular
    ended = event.core.is_verb and event.core.row.stage in (Stage.REFUSED, Stage.CANCELLED)
    if ended and not pointing and min(event.supplier_score, event.recipient_score) < _ENDED:
        return False  # "is to scrap 1,752 missiles": nobody was to get them
    if unmarked and min(event.supplier_score, event.recipient_score) < _UNMARKED:
        return False  # nobody is named in the clause and nothing was told of these goods before
    if not _has_parties(event) or (event.recipient_score < 5 and goes_elsewhere(event)):
        return False
    if event.support < _THRESHOLD or is_makers_leave(event):
        return False
    decide(event)
    if (
        passes_on(event.core)
        and event.recipient_score < _MARKED
        and _goes_nowhere(event, discourse)
    ):
        return False
    if event.core.row.lemma in _DESTINED:
        event.stage = Stage.CANCELLED if is_seized(event, discourse) else Stage.PLANNED
    return True


def _goes_nowhere(event: Event, discourse: Discourse) -> bool:
    """ "darf die Waffen nicht weiterverkaufen": to nobody, and not to whoever gave them."""
    if event.polarity is Polarity.NEGATED or event.stage in (Stage.REFUSED, Stage.CANCELLED):
        return True
    suppliers, recipients = ({p.key for p in side} for side in (event.supplier, event.recipient))
    return any(
        suppliers & {p.key for p in past.recipient} and recipients & {p.key for p in past.supplier}
        for past in discourse.events
    )


def _resolve(event: Event, referents: Referents) -> bool:
    """Pronouns and descriptions become parties; false when one stays unknown."""
    roles = ["recipient", "supplier"]
    if any(referents.speaks(p) or referents.is_spoken(p) for p in event.supplier):
        roles.reverse()  # "Von uns bekommt das Nachbarland nichts": whoever speaks is no neighbour
    if _is_pronoun(event.supplier) and not _is_pronoun(event.recipient):
        roles = ["supplier", "recipient"]  # "It has supplied the army": "it" has fewer choices
    symmetric = "symmetric" in event.core.row.note
    for role in roles:
        wanted = "recipient" if symmetric and role == "supplier" else role
        other = event.recipient if role == "supplier" else event.supplier
        exclude: set[str | None] = {p.key for p in other if p.key is not None}
        phrases: list[PartyPhrase] = getattr(event, role)
        group = referents.resolve_group(phrases[0], exclude) if len(phrases) == 1 else []
        resolved = group or [
            target
            for phrase in phrases
            if (target := referents.resolve(phrase, exclude, event.sentence, wanted)) is not None
        ]
        if phrases and not resolved:
            if any(p.kind.startswith("description") for p in phrases):
                return False
            setattr(event, f"{role}_score", 0.0)
        setattr(event, role, resolved)
    return True


def _is_pronoun(phrases: list[PartyPhrase]) -> bool:
    return bool(phrases) and phrases[0].kind == "pronoun"


def _borrow_party(event: Event, discourse: Discourse, role: str) -> None:
    if getattr(event, role):
        return
    other = event.recipient if role == "supplier" else event.supplier
    exclude = {p.key for p in other}
    found = missing_party(event, discourse, exclude, role)
    if found is None:
        return
    phrase, score = found
    setattr(event, role, [phrase])
    setattr(event, f"{role}_score", score)


def _buys_foreign(event: Event) -> bool:
    """ "Chile confirmed the purchase of 20 French tanks": the subject buys from who builds them."""
    if event.core.is_verb or event.core.row.stage is not Stage.ORDERED or not event.recipient:
        return False
    words = event.sentence.words
    before = words[max(0, left_of(words, min(event.core.words)))]
    if before.tag == "prep":
        return False  # "wegen des Kaufs russischer Raketen": whoever's it was
    buys = any(role.slot == "genitive" for role in event.core.row.recipient)
    origins = [p for m in event.materiel for p in m.origin if p.kind == "adjective"]
    foreign = any(p is origin for p in event.supplier for origin in origins)
    acts = subject_of(event.sentence, event.clause)
    return buys and foreign and any(p is actor for p in event.recipient for actor in acts)


def _has_parties(event: Event) -> bool:
    suppliers = {p.key for p in event.supplier}
    recipients = {p.key for p in event.recipient}
    if not suppliers or not recipients:
        return False
    gives = event.core.row.stage is Stage.DELIVERED and not event.governors
    sure = gives and min(event.supplier_score, event.recipient_score) >= 8
    if "UN" in suppliers and not sure:
        return False  # "called on the United Nations to stop the flow of arms"
    if suppliers & recipients:
        event.supplier = [p for p in event.supplier if p.key not in recipients]
        return bool(event.supplier)
    return not (None in suppliers and None in recipients)
