"""Who built the goods is the likeliest supplier when none is named: "deutsche Panzer"."""

from __future__ import annotations

from armstrade.language.grammar import all_words
from armstrade.reading import PartyPhrase

from .event import Event

_FORMER_STATES = tuple(all_words("former_states"))


def note_origins(event: Event) -> None:
    """Adjectives on the materiel ("deutsche Panzer") are a hint at the supplier."""
    for phrase in event.materiel:
        phrase.origin = [
            p
            for p in event.sentence.parties
            if p.modifies is not None
            and not p.genitive
            and phrase.first <= p.modifies <= phrase.last
        ]


def from_origin(event: Event) -> None:
    """ "deutsche Panzer": who built it is the likeliest supplier when none is named."""
    if event.supplier:
        return
    keys = {p.key for p in event.recipient}
    for phrase in event.materiel:
        for origin in phrase.origin:
            if (
                origin.key not in keys
                and origin.key is not None
                and not _former_state(event, origin)
            ):
                event.supplier = [origin]
                event.supplier_score = 4.0
                return


def _former_state(event: Event, origin: PartyPhrase) -> bool:
    """ "sowjetische Geschütze": of Soviet design, whoever owns them now."""
    word = event.sentence.reading.text[origin.start : origin.end].lower()
    return word.startswith(_FORMER_STATES)
