"""From events to claims: expand lists, attach values, drop repetitions, build the models."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armstrade.claims import (
    Category,
    Counting,
    Factuality,
    Materiel,
    Party,
    Period,
    Provenance,
    Quantity,
    Source,
    Span,
    Stage,
    TransferClaim,
)
from armstrade.claims.enums import Polarity
from armstrade.language.clauses import Clause
from armstrade.language.dates import DateMatch
from armstrade.language.grammar import all_words
from armstrade.reading import MaterielPhrase, PartyPhrase, Reading, quantity_slot

from .event import Event
from .slots import FROM

_INTERROGATIVES = all_words("interrogatives")
# Letters of a noun that a compound is known by.
_HEAD = 5


def claims(reading: Reading, events: list[Event], name: str, version: str) -> list[TransferClaim]:
    """The claims of a document, in order, each said once."""
    built: dict[tuple[object, ...], TransferClaim] = {}
    for event in events:
        for supplier, recipient, materiel in _expand(event):
            claim = _build(reading, event, supplier, recipient, materiel, name, version)
            key = identity(claim)
            if key in built:
                built[key] = _merge(built[key], claim)
            else:
                built[key] = claim
    return _without_umbrellas(list(built.values()))


def _expand(
    event: Event,
) -> Iterator[tuple[PartyPhrase | None, PartyPhrase | None, MaterielPhrase]]:
    """One supplier, one recipient, one kind of materiel at a time."""
    suppliers: list[PartyPhrase | None] = [*event.supplier] or [None]
    recipients: list[PartyPhrase | None] = [*event.recipient] or [None]
    for supplier in suppliers:
        for recipient in recipients:
            for materiel in event.materiel:
                if _is_asked_about(event, materiel):
                    continue
                yield _maker_instead(event, supplier, materiel), recipient, materiel


def _maker_instead(
    event: Event, supplier: PartyPhrase | None, goods: MaterielPhrase
) -> PartyPhrase | None:
    """ "jets from Italy and Chinese drones": "from Italy" is about the jets alone."""
    if supplier is None or supplier.preposition not in FROM or not goods.origin:
        return supplier
    others = [m for m in event.materiel if m is not goods and m.last < supplier.first]
    apart = others and supplier.sentence == goods.sentence and supplier.last < goods.first
    return goods.origin[0] if apart and goods.origin[0].key is not None else supplier


def _is_asked_about(event: Event, phrase: MaterielPhrase) -> bool:
    """ "Für welche Waffen hat Oslo Genehmigungen erteilt?": only asked."""
    sentence = event.sentence
    if phrase.sentence != sentence.index or not sentence.text.rstrip().endswith("?"):
        return False
    before = sentence.words[max(0, phrase.first - 2) : phrase.first]
    return any(word.low in _INTERROGATIVES for word in before)


def identity(claim: TransferClaim) -> tuple[object, ...]:
    """What makes two statements the same claim (annotation guide)."""
    quantity = claim.quantity
    amount = (quantity.min, quantity.max) if quantity is not None else None
    return (
        claim.supplier.key if claim.supplier else None,
        claim.recipient.key if claim.recipient else None,
        claim.materiel.category,
        claim.materiel.designation if amount else None,
        claim.stage,
        claim.polarity,
        claim.factuality is Factuality.DENIED,
        amount,
        # "180 more tanks" are not the 180 bought before
        quantity is not None and quantity.counting is Counting.ADDITIONAL,
    )


def _merge(first: TransferClaim, second: TransferClaim) -> TransferClaim:
    evidence = first.evidence + tuple(s for s in second.evidence if s not in first.evidence)
    update: dict[str, object] = {"evidence": evidence[:3]}
    if first.materiel.designation is None and second.materiel.designation is not None:
        update["materiel"] = second.materiel
    if second.attribution and _is_headline(first):
        update["attribution"], update["factuality"] = second.attribution, second.factuality
    if first.date is None and second.date is not None:
        update["date"] = second.date
    return TransferClaim(**{**_fields(first), **update})


def _is_headline(claim: TransferClaim) -> bool:
    """Read from a line without a full stop: what the text says of its source counts more."""
    return len(claim.evidence) == 1 and claim.evidence[0].text.rstrip()[-1:] not in '.!?“”"«»…'


def _fields(claim: TransferClaim) -> dict[str, object]:
    return {name: getattr(claim, name) for name in TransferClaim.model_fields}


def _without_umbrellas(found: list[TransferClaim]) -> list[TransferClaim]:
    """Drop "weapons" where the document spells them out, and numberless repeats."""
    kept: list[TransferClaim] = []
    for claim in found:
        same = [
            other
            for other in found
            if other is not claim
            and _parties(other) == _parties(claim)
            and other.polarity is claim.polarity
            and (other.factuality is Factuality.DENIED) == (claim.factuality is Factuality.DENIED)
        ]
        if claim.materiel.category is Category.UNSPECIFIED and any(
            o.materiel.category is not Category.UNSPECIFIED
            and o.stage is claim.stage
            and o.evidence[-1] != claim.evidence[-1]
            for o in same
        ):
            continue
        if _amount(claim) is None and any(_spells_out(o, claim) for o in same):
            continue
        if claim.materiel.designation is None and any(
            o.materiel.category is claim.materiel.category
            and o.stage is claim.stage
            and o.materiel.designation is not None
            and _amount(o) == _amount(claim)
            for o in same
        ):
            continue
        if _amount(claim) is None and any(
            o.materiel.category is claim.materiel.category
            and o.stage is claim.stage
            and _is_variant(o.materiel.designation, claim.materiel.designation)
            for o in same
        ):
            continue
        if _amount(claim) is None and any(
            o.materiel.category is claim.materiel.category
            and o.stage is claim.stage
            and (_amount(o) is not None or found.index(o) < found.index(claim))
            and (
                claim.materiel.designation in (None, o.materiel.designation)
                or o.materiel.designation is None
            )
            for o in same
        ):
            continue
        kept.append(claim)
    return kept


def _spells_out(claim: TransferClaim, headline: TransferClaim) -> bool:
    """ "Raketen für Oman", and in the text "Flugabwehrraketen": a compound with the same head."""
    head = headline.materiel.span.text.lower().rstrip("ns")
    return (
        claim.stage is headline.stage
        and headline.materiel.designation is None
        and headline.materiel.category is not claim.materiel.category
        and len(head) >= _HEAD
        and any(
            word.endswith(head) and word != head
            for word in (w.rstrip("ns") for w in claim.materiel.span.text.lower().split())
        )
    )


def _is_variant(name: str | None, family: str | None) -> bool:
    """ "FA-50M" of "FA-50": the text says later which of them."""
    return name is not None and family is not None and name != family and name.startswith(family)


def _amount(claim: TransferClaim) -> tuple[int | None, int | None] | None:
    quantity = claim.quantity
    if quantity is None or (quantity.min is None and quantity.max is None):
        return None
    return quantity.min, quantity.max


def _parties(claim: TransferClaim) -> tuple[str | None, str | None]:
    return (
        claim.supplier.key if claim.supplier else None,
        claim.recipient.key if claim.recipient else None,
    )


def _build(
    reading: Reading,
    event: Event,
    supplier: PartyPhrase | None,
    recipient: PartyPhrase | None,
    materiel: MaterielPhrase,
    name: str,
    version: str,
) -> TransferClaim:
    text = reading.text
    return TransferClaim(
        document_id=reading.document.id,
        supplier=_party(text, supplier),
        recipient=_party(text, recipient),
        intermediary=_party(text, event.intermediary),
        materiel=Materiel(
            category=materiel.category,
            designation=materiel.designation,
            span=Span.of(text, materiel.start, materiel.end),
        ),
        quantity=_quantity(text, event, materiel),
        stage=event.stage,
        polarity=event.polarity,
        factuality=event.factuality,
        date=_date(text, event),
        mode=event.mode,
        consideration=Span.of(text, *event.consideration) if event.consideration else None,
        condition=event.condition,
        attribution=tuple(
            Source(span=Span.of(text, start, end)) for start, end in event.sources if end > start
        ),
        evidence=_evidence(reading, event, supplier, recipient, materiel),
        provenance=Provenance(
            extractor=name,
            version=version,
            rule="+".join(t.row.lemma for t in (*reversed(event.governors), event.core)),
        ),
    )


def _party(text: str, phrase: PartyPhrase | None) -> Party | None:
    if phrase is None:
        return None
    return Party(id=phrase.id, country=phrase.country, span=Span.of(text, phrase.start, phrase.end))


def _tells_of_whole(event: Event, materiel: MaterielPhrase) -> bool:
    """ "the first of six that it ordered", "vier der sechs bestellten": of all of them."""
    clause, whole, core = event.clause, materiel.whole, event.core
    if clause is None or whole is None or not core.is_verb:
        return False
    if materiel.sentence != event.sentence.index:
        return False
    if clause.opener is not None:
        return event.sentence.words[clause.opener].start >= materiel.end
    if clause.kind == "attr":
        return whole.min is not None and whole.end < core.start < materiel.start
    return whole.min is not None and core.start >= materiel.end and clause.index != materiel.clause


def _quantity(text: str, event: Event, materiel: MaterielPhrase) -> Quantity | None:
    match = materiel.quantity
    if _tells_of_whole(event, materiel):
        match = materiel.whole
    elif (
        materiel.whole is not None
        and event.stage is Stage.ORDERED
        and materiel.sentence == event.sentence.index
        and event.core.start >= materiel.end
        and event.among
    ):
        match = materiel.whole  # "two of the six jets sold to Oman have arrived": six were sold
    if match is None:
        return None
    if event.polarity is Polarity.NEGATED:
        return None
    if event.stage is Stage.REFUSED and match.kind == "article":
        return None
    if match.max == 1 and _NOT_ONE.search(text[: match.start]):
        return None
    # "talks with yards in Italy and Turkey on six boats": whoever wins sells all of them
    rivals = event.stage in (Stage.NEGOTIATED, Stage.OFFERED, Stage.SOUGHT)
    shared = (len(event.supplier) > 1 and not rivals) or len(event.recipient) > 1
    if shared and match.kind != "article" and not _EACH.search(event.sentence.text):
        return None  # a total that several claims share is given to none of them
    return quantity_slot(text, match)


_NOT_ONE = re.compile(r"\b(?:not|nicht|auch nur|even)\s+$", re.IGNORECASE)
_EACH = re.compile(r"\b(?:je|jeweils|each|apiece|both|beide[nr]?|jede[nrms]?)\b", re.IGNORECASE)


_DATELINE = re.compile(r"(?:,?\s*\d{4})?\s*(?:\([^)]*\)\s*)?[-–—]+\s")


def _date(text: str, event: Event) -> Period | None:
    """The date of the event: in its own clause, else in that of what governs it."""
    matches = [m for m in event.sentence.dates if _datable(text, event, m)]
    said = [m for m in matches if _in_spans(m.start, event.reported_in)]
    own = [m for m in matches if m not in said]
    clauses = [event.sentence.clause_of.get(t.word) for t in (event.core, *event.governors)]
    if event.stage in _GOVERNED:
        clauses.reverse()
    if event.stage is Stage.ORDERED:  # "die [am Mittwoch unterzeichneten] Verträge sehen … vor"
        deals = {t.word for t in (event.core, *event.governors) if not t.is_verb}
        of_deals = (c for c in event.sentence.clauses if c.kind == "attr")
        clauses += [c for c in of_deals if c.antecedent in deals]
    for clause in clauses:
        found = _nearest_date(text, event, own, clause)
        if found is not None:
            return found
    if event.stage is Stage.REFUSED and said and event.factuality is Factuality.ASSERTED:
        # a refusal happens when it is spoken
        return _nearest_date(text, event, said, None)
    return None


# Told by the governor: "asked in January to be given".
_GOVERNED = frozenset(
    {Stage.SOUGHT, Stage.OFFERED, Stage.NEGOTIATED, Stage.REFUSED, Stage.CANCELLED, Stage.ORDERED}
)


def _datable(text: str, event: Event, match: DateMatch) -> bool:
    if match.first is None or match.last is None or match.first > match.last:
        return False
    words = text[match.start : match.end].lower()
    if words in event.sentence.reading.grammar.cue("not_yet"):
        return False
    before = text[event.sentence.start : match.start]
    dateline = len(before) < 48 and before.split(",")[0].isupper()
    return not (dateline and _DATELINE.match(text, match.end))


def _in_spans(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _nearest_date(
    text: str, event: Event, matches: list[DateMatch], clause: Clause | None
) -> Period | None:
    """The date of a clause that stands nearest to the core."""
    words = event.sentence.words
    inside = [
        m
        for m in matches
        if clause is None or any(words[i].start <= m.start < words[i].end for i in clause.words)
    ]
    if not inside:
        return None
    best = min(inside, key=lambda m: abs(m.start - event.core.start))
    assert best.first is not None
    assert best.last is not None
    return Period(start=best.first, end=best.last, span=Span.of(text, best.start, best.end))


def _evidence(
    reading: Reading,
    event: Event,
    supplier: PartyPhrase | None,
    recipient: PartyPhrase | None,
    materiel: MaterielPhrase,
) -> tuple[Span, ...]:
    """The sentences in which the slots stand, in text order."""
    indices = {event.sentence.index}
    if event.echo is not None:
        indices.add(event.echo.index)
    for phrase in (supplier, recipient, materiel):
        if phrase is not None and phrase.sentence >= 0:
            indices.add(phrase.sentence)
    return tuple(reading.sentences[i].span for i in sorted(indices))
