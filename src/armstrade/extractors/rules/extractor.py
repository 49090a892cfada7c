"""The rule-based extractor: mentions, frames, gaps, status, values, assembly."""

from __future__ import annotations

from collections.abc import Iterable

from armstrade._version import __version__
from armstrade.claims import TransferClaim
from armstrade.language.words import Word
from armstrade.reading import LANGUAGES, MaterielPhrase, Reading, section_starts

from .assemble import claims
from .borrowing import may_borrow
from .completion import complete
from .contents import contents
from .contrasts import contrasted
from .denials import denied_again
from .destinations import only_destined
from .discourse import Discourse
from .event import Event
from .events import sentence_events
from .exceptions import excepted
from .headlines import settle_headline
from .listings import listed_goods
from .merging import furthest
from .notices import approved
from .options import optional_goods, take_options
from .screening import may_tell
from .sequels import sequels
from .sharing import share
from .sources import Sources
from .standing_trade import standing_trade
from .terms import settle
from .whereabouts import whereabouts


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


def read_events(reading: Reading, *, screened: bool = True) -> list[Event]:
    """All events that hold up, in text order; the steps before assembly.

    `screened` passes over sentences that cannot hold an event; the result is the same without.
    """
    if screened and not any(mention.kind != "party" for mention in reading.mentions):
        return []
    discourse = Discourse(reading)
    told: list[Event] = []
    starts = section_starts(reading)
    sources = Sources(reading)
    for sentence in reading.sentences:
        if sentence.index in starts:  # a report of its own points back to nothing
            told.extend(discourse.events)
            discourse = Discourse(reading)
        found: list[Event] = []
        discourse.pending = found
        beside: list[Event] = []
        optional: list[tuple[Word, MaterielPhrase]] = []
        if not screened or may_tell(sentence, discourse):
            events = sentence_events(sentence, may_borrow if screened else None)
            optional = optional_goods(sentence)
            for event in events if optional else ():
                event.materiel = [m for m in event.materiel if all(m is not o for _, o in optional)]
            beside = [e for e in events if e.materiel or may_borrow(e)]
            for event in events:
                event.beside, event.among = beside, len(beside) > 1
                share(event)
                discourse.goes_on = _tells_on(event)
                if only_destined(event, discourse):
                    continue  # only tells who was to get what another verb speaks of
                if complete(event, discourse):
                    sources.attribute(event)
                    found.append(event)
        if optional:
            found.extend(take_options(sentence, optional, found, discourse))
        found.extend(excepted(sentence, found))
        found.extend(contrasted(sentence, found))
        for event in (
            *contents(sentence, discourse, found),
            *sequels(sentence, discourse, found),
            *whereabouts(sentence, discourse, found),
            *listed_goods(sentence, discourse, found),
            *standing_trade(sentence, found),
        ):
            sources.attribute(event)
            found.append(event)
        found.extend(denied_again(sentence, [*discourse.events, *found], sources))
        discourse.pending = []
        discourse.goes_on = False
        discourse.events.extend([*furthest(found), *approved(found, discourse)])
        discourse.add_sentence(sentence)
        beside.clear()
    told.extend(discourse.events)
    settle_headline(told)
    settle(told)
    return told


def _tells_on(event: Event) -> bool:
    """Whether the event can go on from one told before it in its sentence: not "nachdem …"."""
    return event.clause is None or event.clause.kind in ("main", "coord")
