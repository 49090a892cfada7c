"""The rule-based extractor: mentions, frames, gaps, status, values, assembly."""

from __future__ import annotations

from collections.abc import Iterable

from armstrade._version import __version__
from armstrade.claims import TransferClaim
from armstrade.reading import LANGUAGES, PartyPhrase, Reading

from .assemble import claims
from .discourse import Discourse
from .event import Event
from .direction import orient
from .events import sentence_events
from .silence import is_silent
from .sources import attribute
from .status import decide


class RulesExtractor:
    """Reads claims by grammar: frames of verbs and nouns, filled from the clause.

    Examples
    --------
    >>> from armstrade.claims import Document
    >>> from armstrade.reading import read
    >>> reading = read(Document(text="Polen hat der Ukraine 60 Panzer geliefert.", language="de"))
    >>> claim, = RulesExtractor().extract(reading)
    >>> claim.supplier.country, claim.recipient.country, claim.quantity.min, claim.stage.value
    ('PL', 'UA', 60, 'delivered')
    """

    name = "rules"
    version = __version__
    languages = frozenset(LANGUAGES)
    deterministic = True

    def extract(self, reading: Reading) -> Iterable[TransferClaim]:
        """The transfer claims of a document."""
        return claims(reading, read_events(reading), self.name, self.version)


def read_events(reading: Reading) -> list[Event]:
    """All events that hold up, in text order; the steps before assembly."""
    if not any(sentence.has_materiel for sentence in reading.sentences):
        return []
    discourse = Discourse(reading)
    for sentence in reading.sentences:
        for event in sentence_events(sentence, discourse):
            if _complete(event, discourse):
                discourse.events.append(event)
        discourse.add_sentence(sentence)
    return discourse.events


def _complete(event: Event, discourse: Discourse) -> bool:
    """Fill the gaps and decide the status; false when no claim comes of it."""
    sentence = event.sentence
    event.materiel = [
        phrase for m in event.materiel if (phrase := discourse.specify(m, sentence)) is not None
    ]
    if not event.materiel:
        if _points_back(event):
            past = discourse.same_deal(event)
            if past is None:
                return False
            _take_over(event, past)
        elif _may_borrow(event):
            borrowed = discourse.last_materiel(sentence, event.core.start)
            if borrowed is None:
                return False
            event.materiel, event.materiel_score = [borrowed], 1.0
        else:
            return False
    if is_silent(event):
        return False
    if not _resolve(event, discourse):
        return False
    orient(event)
    _from_origin(event)
    for role in ("supplier", "recipient"):
        _borrow_party(event, discourse, role)
    if not _has_parties(event):
        return False
    if event.support < THRESHOLD:
        return False
    decide(event)
    event.sources = attribute(event)
    return True


def _points_back(event: Event) -> bool:
    """A noun under a governor, without goods of its own: "the deal was called off"."""
    if event.core.is_verb or not event.governors:
        return False
    word = event.sentence.words[event.core.word - 1] if event.core.word else None
    return word is not None and (word.tag == "det" or word.low.endswith(("e", "n", "al")))


def _take_over(event: Event, past: Event) -> None:
    """Materiel and missing parties of the past event."""
    event.materiel, event.materiel_score = list(past.materiel), 3.0
    if event.supplier_score < 5 or event.supplier[0].key is None:
        event.supplier, event.supplier_score = list(past.supplier), 5.0
    if event.recipient_score < 5 or event.recipient[0].key is None:
        event.recipient, event.recipient_score = list(past.recipient), 5.0


THRESHOLD = 12.0


def _may_borrow(event: Event) -> bool:
    return event.supplier_score + event.recipient_score >= 9


def _resolve(event: Event, discourse: Discourse) -> bool:
    """Pronouns and descriptions become parties; false when one stays unknown."""
    for role in ("recipient", "supplier"):
        other = event.recipient if role == "supplier" else event.supplier
        exclude = {p.key for p in other if p.key is not None}
        phrases: list[PartyPhrase] = getattr(event, role)
        resolved = [
            target
            for phrase in phrases
            if (target := discourse.resolve(phrase, exclude, event.sentence, role)) is not None
        ]
        if phrases and not resolved:
            if any(p.kind.startswith("description") for p in phrases):
                return False
            setattr(event, f"{role}_score", 0.0)
        setattr(event, role, resolved)
    return True


def _from_origin(event: Event) -> None:
    """ "deutsche Panzer": who built it is the likeliest supplier when none is named."""
    if event.supplier:
        return
    keys = {p.key for p in event.recipient}
    for phrase in event.materiel:
        for origin in phrase.origin:
            if origin.key not in keys and origin.key is not None:
                event.supplier = [origin]
                event.supplier_score = 4.0
                return


def _borrow_party(event: Event, discourse: Discourse, role: str) -> None:
    if getattr(event, role):
        return
    other = event.recipient if role == "supplier" else event.supplier
    exclude = {p.key for p in other}
    found = discourse.missing_party(event, exclude, role)
    if found is None:
        return
    phrase, score = found
    setattr(event, role, [phrase])
    setattr(event, f"{role}_score", score)


def _has_parties(event: Event) -> bool:
    suppliers = {p.key for p in event.supplier}
    recipients = {p.key for p in event.recipient}
    if not suppliers or not recipients:
        return False
    if suppliers & recipients:
        event.supplier = [p for p in event.supplier if p.key not in recipients]
        return bool(event.supplier)
    return not (None in suppliers and None in recipients)
