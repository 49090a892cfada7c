"""Who built the goods is the likeliest supplier when none is named: "deutsche Panzer"."""

from __future__ import annotations

from armstrade.language.grammar import all_words
from armstrade.reading import MaterielPhrase, PartyPhrase

from .event import Event
from .fitting import is_firm
from .lemmas import lemmas

_FITTING_OUT = lemmas("fitting_out")
_FORBIDDING = (lemmas("forbidding") | {"prevent", "verhindern"}) - {"refuse", "verwehren"}
_POSSESSIVE = ("sein", "ihr")
_PRODUCING = lemmas("producing")
_MADE = all_words("made")
# How far behind "gebaute" its noun may stand, in words.
_NEAR = 3
# How many words the name of a ship may have.
_NAME = 2
_FORMER_STATES = tuple(all_words("former_states"))


def note_origins(event: Event) -> None:
    """Adjectives on the materiel ("deutsche Panzer") are a hint at the supplier."""
    german = event.language == "de"
    for phrase in event.materiel:
        phrase.origin = [
            p
            for p in event.sentence.parties
            if (
                p.modifies is not None
                and not p.genitive
                and (phrase.first <= p.modifies <= phrase.last or _before_its_name(p, phrase))
            )
            or (german and _makes(p, phrase, event.sentence.reading.text))
            or (german and _is_where_built(event, p, phrase))
            or (not german and _is_made_by(event, p, phrase))
        ]


def _is_made_by(event: Event, party: PartyPhrase, goods: MaterielPhrase) -> bool:
    """ "two helicopters made by Leonardo", "two helicopters, built by Leonardo"."""
    words = event.sentence.words
    made = goods.last + 1
    if made < len(words) and words[made].text == ",":
        made += 1
    if party.preposition != "by" or [w.low for w in words[made + 1 : made + 2]] != ["by"]:
        return False
    return words[made].low in _MADE and made + 2 <= party.first <= made + 3


def _before_its_name(party: PartyPhrase, goods: MaterielPhrase) -> bool:
    """ "the former Belgian frigate Wielingen": the name of a ship is the head of the phrase."""
    name = party.modifies or 0
    return party.last + 1 == goods.first and 0 < name - goods.last <= _NAME


def _is_where_built(event: Event, party: PartyPhrase, goods: MaterielPhrase) -> bool:
    """ "zwei in Schottland gebaute Boote": where the goods were made."""
    sentence = event.sentence
    clause = sentence.clauses[party.clause] if party.clause >= 0 else None
    if clause is None or clause.kind != "attr" or party.preposition != "in":
        return False
    made = any(
        t.row.lemma in _PRODUCING and t.word in clause.words and 0 < goods.first - t.word <= _NEAR
        for t in sentence.triggers
    )
    return made and party.kind in ("country", "city", "capital", "government")


def _makes(party: PartyPhrase, goods: MaterielPhrase, text: str) -> bool:
    """ "Schnellboote der Bremer Werft Lürssen": the firm whose goods they are."""
    if party.kind != "company" and not is_firm(party, text):
        return False
    if party.genitive and party.modifies is not None:
        return goods.first <= party.modifies <= goods.last
    return not party.preposition and party.first == goods.last + 1


def from_origin(event: Event) -> None:
    """ "deutsche Panzer": who built it is the likeliest supplier when none is named."""
    if event.supplier and not _is_forbidden(event):
        return
    keys = {p.key for p in event.recipient}
    for phrase in event.materiel:
        for origin in phrase.origin:
            if (
                origin.key not in keys
                and all(origin.key != p.country for p in event.supplier)
                and origin.key is not None
                and not _former_state(event, origin)
            ):
                event.supplier = [origin]
                event.supplier_score = 4.0
                return


def _is_forbidden(event: Event) -> bool:
    """ "Berlin blocked the sale of Swedish jets": who forbids it need not be who sells."""
    return not event.core.is_verb and any(g.row.lemma in _FORBIDDING for g in event.governors)


def for_its_own(event: Event) -> None:
    """ "Taschkent hat seine Streitkräfte mit russischem Gerät ausgestattet": it got the goods."""
    if event.language != "de" or event.core.row.lemma not in _FITTING_OUT or not event.supplier:
        return
    words = event.sentence.words
    own = any(
        p.kind.startswith("description") and words[p.first].low.startswith(_POSSESSIVE)
        for p in event.sentence.parties
        if event.clause is not None and p.clause == event.clause.index
    )
    if own:
        event.recipient, event.recipient_score = event.supplier, event.supplier_score
        event.supplier, event.supplier_score = [], 0.0


def _former_state(event: Event, origin: PartyPhrase) -> bool:
    """ "sowjetische Geschütze": of Soviet design, whoever owns them now."""
    word = event.sentence.reading.text[origin.start : origin.end].lower()
    return word.startswith(_FORMER_STATES)
