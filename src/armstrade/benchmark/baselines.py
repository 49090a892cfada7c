"""Baselines: what any extractor has to beat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from armstrade.claims import Materiel, Party, Span, Stage, TransferClaim

if TYPE_CHECKING:
    from armstrade.plugins.protocols import Extractor
    from armstrade.reading import Reading


class Nothing:
    """Never claims anything: no false alarms, no recall."""

    name = "nothing"
    version = "1"
    languages: tuple[str, ...] = ()

    def extract(self, reading: Reading) -> Iterator[TransferClaim]:
        """No claims."""
        return iter(())


class Cooccurrence:
    """Two parties and a piece of materiel in one sentence make a delivery.

    The first party named is taken for the supplier, the second for the recipient. No
    grammar, no triggers: it shows what the lexicon alone is worth.
    """

    name = "cooccurrence"
    version = "1"
    languages = ("de", "en")

    def extract(self, reading: Reading) -> Iterator[TransferClaim]:
        """One claim per sentence and category of materiel."""
        from armstrade.lexicon.entries import DesignationEntry, PartyEntry

        for sentence in reading.sentences:
            parties: dict[str, Party] = {}
            materiel: dict[str, Materiel] = {}
            for mention in sentence.mentions:
                entry = mention.entry
                span = Span.of(reading.text, mention.start, mention.end)
                if isinstance(entry, PartyEntry):
                    party = Party(id=entry.id, country=entry.country, span=span)
                    if party.key is not None:
                        parties.setdefault(party.key, party)
                else:
                    name = entry.designation if isinstance(entry, DesignationEntry) else None
                    thing = Materiel(category=entry.category, designation=name, span=span)
                    materiel.setdefault(entry.category, thing)
            if len(parties) < 2:
                continue
            supplier, recipient = list(parties.values())[:2]
            for thing in materiel.values():
                yield TransferClaim(
                    document_id=reading.document.id,
                    supplier=supplier,
                    recipient=recipient,
                    materiel=thing,
                    stage=Stage.DELIVERED,
                    evidence=(Span.of(reading.text, sentence.start, sentence.end),),
                )


BASELINES: dict[str, Callable[[], Extractor]] = {"cooccurrence": Cooccurrence, "nothing": Nothing}
BASELINE = "cooccurrence"
"""The baseline that is run beside every benchmark."""
