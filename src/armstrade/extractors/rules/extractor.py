"""The rule-based extractor: mentions, frames, gaps, status, values, assembly."""

from __future__ import annotations

from collections.abc import Iterable

from armstrade._version import __version__
from armstrade.claims import Category, Stage, TransferClaim
from armstrade.language.grammar import all_words
from armstrade.language.words import Word
from armstrade.reading import LANGUAGES, MaterielPhrase, PartyPhrase, Reading, Sentence

from .assemble import claims
from .borrowing import POINTING, borrow_materiel, may_borrow
from .contents import contents
from .denials import denied_again
from .direction import orient
from .discourse import Discourse
from .event import Event
from .events import is_bare_attribute, sentence_events
from .lemmas import lemmas
from .merging import furthest
from .options import OPTIONS, optional_goods, take_options
from .sequels import sequels
from .silence import is_silent
from .sources import Sources
from .status import decide
from .subjects import is_passive
from .terms import settle
from .themes import moves
from .verb_groups import verb_group

# Nouns that tell of goods of a deal told before ("Handover of the first two is set for May").
_HANDING_OVER = lemmas("handing_over")
_FORMER_STATES = tuple(all_words("former_states"))
_ADDITIVE = all_words("additive")
_DESTINED = lemmas("destined")
_SEIZED = all_words("seized")
_POINTING = POINTING | all_words("pointing_flyers") | all_words("pointing_things")
_OPTIONS = lemmas("options")
_SITES = all_words("sites")
_BARE = frozenset({"count", "ordinal", "vague"})


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
    sources = Sources(reading)
    for sentence in reading.sentences:
        found: list[Event] = []
        discourse.pending = found
        optional: list[tuple[Word, MaterielPhrase]] = []
        if not screened or _may_tell(sentence, discourse):
            events = sentence_events(sentence, may_borrow if screened else None)
            optional = optional_goods(sentence)
            for event in events if optional else ():
                event.materiel = [m for m in event.materiel if all(m is not o for _, o in optional)]
            beside = [e for e in events if e.materiel or may_borrow(e)]
            for event in events:
                event.beside = beside
                _share(event)
                discourse.goes_on = _tells_on(event)
                if _only_destined(event, discourse):
                    continue  # only tells who was to get what another verb speaks of
                if _complete(event, discourse):
                    sources.attribute(event)
                    found.append(event)
        if optional:
            found.extend(take_options(sentence, optional, found, discourse))
        for event in (
            *contents(sentence, discourse, found),
            *sequels(sentence, discourse, found),
        ):
            sources.attribute(event)
            found.append(event)
        found.extend(denied_again(sentence, [*discourse.events, *found], sources))
        discourse.pending = []
        discourse.goes_on = False
        discourse.events.extend(furthest(found))
        discourse.add_sentence(sentence)
    settle(discourse.events)
    return discourse.events


def _tells_on(event: Event) -> bool:
    """Whether the event can go on from one told before it in its sentence: not "nachdem …"."""
    return event.clause is None or event.clause.kind in ("main", "coord")


def _may_tell(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether a sentence can hold an event at all, told without analysing it.

    An event needs goods, its own or borrowed from the sentences before, and a trigger.
    """
    if not sentence.lows.isdisjoint(OPTIONS):
        return True
    if sentence.has_materiel:
        return sentence.may_have_triggers
    if not discourse.goods.lends(sentence.index) or not sentence.may_have_triggers:
        return False
    # the words of `may_borrow`, or a bare number
    return (
        not sentence.lows.isdisjoint(_POINTING)
        or sentence.may_have_goodsless_triggers
        or any(quantity.kind in _BARE for quantity in sentence.quantities)
    )


def _only_destined(event: Event, discourse: Discourse) -> bool:
    """ "die für Peru bestimmt waren": no transfer of its own, unless they were seized."""
    if event.core.row.lemma not in _DESTINED or event.governors:
        return False
    group = verb_group(event.sentence, event.clause, event.core)
    if any(event.sentence.words[i].low == "bestimmte" for i in event.core.words):
        return True  # "eine für Israel bestimmte Lieferung ist angehalten worden"
    main = event.clause is not None and event.clause.kind in ("main", "coord")
    return not (main and group.present) and not _is_seized(event, discourse)


def _is_seized(event: Event, discourse: Discourse) -> bool:
    """ "fing ein Schiff ab … Die Waffen waren für die Huthi bestimmt": they never got there."""
    return any(
        not sentence.lows.isdisjoint(_SEIZED)
        for sentence in (event.sentence, *discourse.sentences_since(event.sentence.index - 3))
    )


def _share(event: Event) -> None:
    """ "took delivery of the jets promised by London": one sentence, the same goods."""
    english = event.sentence.reading.grammar.language == "en"
    for beside in event.beside:
        shared = (
            _in_its_relative(event, beside) or _runs_on(event, beside) or is_bare_attribute(event)
        )
        if not english and not shared:
            continue
        if beside is event or not event.shares_goods(beside):
            continue
        for role, other in (("supplier", "recipient"), ("recipient", "supplier")):
            theirs = getattr(beside, role)
            lacking = getattr(event, f"{role}_score") < 5 <= getattr(beside, f"{role}_score")
            if lacking and not {p.key for p in theirs} & {p.key for p in getattr(event, other)}:
                setattr(event, role, list(theirs))
                setattr(event, f"{role}_score", 5.5)


def _in_its_relative(event: Event, beside: Event) -> bool:
    """ "Jets, die Ankara bestellt hat, werden nicht ausgeliefert": nobody else is named."""
    if event.supplier_score >= 5 or event.recipient_score >= 5 or not event.core.is_verb:
        return False
    above, below = event.clause, beside.clause
    return (
        above is not None
        and below is not None
        and below.kind == "rel"
        and below.parent == above.index
    )


def _runs_on(event: Event, beside: Event) -> bool:
    """ "stammte aus dem Iran und war für die Huthi bestimmt": of the same goods."""
    above, below = beside.clause, event.clause
    return (
        above is not None
        and below is not None
        and moves(event.core)
        and moves(beside.core)
        and (below.parent == above.index or above.parent == below.index)
    )


def _complete(event: Event, discourse: Discourse) -> bool:
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
    if not pointing:
        _go_on(event, discourse)
    if is_silent(event):
        return False
    if not _resolve(event, discourse):
        return False
    _between_the_same(event, discourse)
    _ended_by_its_buyer(event, discourse)
    if not (pointing and event.supplier and event.recipient):
        orient(event)  # a deal told before keeps its direction
    _from_origin(event)
    unmarked = event.supplier_score < 5 and event.recipient_score < 5
    lacking = not event.supplier or not event.recipient
    for role in ("supplier", "recipient"):
        _borrow_party(event, discourse, role)
    if lacking and "symmetric" in event.core.row.note:
        orient(event)
    if unmarked and not event.core.is_verb and not event.governors:
        return False
    vague = all(m.category is Category.UNSPECIFIED for m in event.materiel)
    if vague and min(event.supplier_score, event.recipient_score) < 3.6:
        return False  # "weapons" to nobody in particular
    ended = event.core.is_verb and event.core.row.stage in (Stage.REFUSED, Stage.CANCELLED)
    if ended and not pointing and min(event.supplier_score, event.recipient_score) < 1.5:
        return False  # "is to scrap 1,752 missiles": nobody was to get them
    if unmarked and min(event.supplier_score, event.recipient_score) < 3.2:
        return False  # nobody is named in the clause and nothing was told of these goods before
    if not _has_parties(event) or (event.recipient_score < 5 and _goes_elsewhere(event)):
        return False
    if event.support < THRESHOLD:
        return False
    decide(event)
    if event.core.row.lemma in _DESTINED:
        event.stage = Stage.CANCELLED if _is_seized(event, discourse) else Stage.PLANNED
    return True


def _go_on(event: Event, discourse: Discourse) -> None:
    """ "Über den AMX-30 werde noch verhandelt", "Bestellt wurden auch 30 Panzer": between those
    who were named last, as long as the clause names nobody."""
    sentence, clause = event.sentence, event.clause
    if event.supplier or event.recipient or clause is None or event.governors:
        return
    arriving = moves(event.core) or event.core.row.lemma in _HANDING_OVER
    optional = event.core.row.lemma.lower() in _OPTIONS
    if not arriving and not optional and not is_passive(sentence, event.core):
        return
    if any(
        p.clause == clause.index and p.key is not None and not _is_source(sentence, p)
        for p in sentence.parties
    ):
        return
    added = optional or not sentence.lows.isdisjoint(_ADDITIVE)
    added = added or any(
        m.quantity is not None and m.quantity.counting == "additional" for m in event.materiel
    )
    known = event.core.row.stage is Stage.DELIVERED and all(
        m.definite or m.anaphoric for m in event.materiel
    )
    added = added or known
    if event.core.row.stage is not Stage.NEGOTIATED and not (added or arriving):
        return
    past = discourse.same_deal(sentence)
    if past is None:
        return
    same = {m.category for m in event.materiel} <= {m.category for m in past.materiel}
    if same or not (arriving or known):  # "the first six jets are to reach the base in May"
        event.supplier, event.recipient = list(past.supplier), list(past.recipient)
        event.supplier_score = event.recipient_score = 5.0


def _is_source(sentence: Sentence, phrase: PartyPhrase) -> bool:
    """ "nach Angaben des Außenministeriums in Washington": has no part in it."""
    accounts = sentence.reading.grammar.words("accounts")
    return phrase.modifies is not None and sentence.words[phrase.modifies].low in accounts


def _between_the_same(event: Event, discourse: Discourse) -> None:
    """ "Über zwei weitere werde mit den Algeriern verhandelt": the other side is whoever sold them
    the first ones."""
    if "symmetric" not in event.core.row.note or bool(event.supplier) == bool(event.recipient):
        return
    if event.sentence.reading.grammar.language != "de":
        return
    told = {p.key for p in (*event.supplier, *event.recipient)}
    past = discourse.deal_with(told, event)
    if past is None:
        return
    clause = event.clause
    bare = [
        p
        for p in event.sentence.parties
        if clause is not None and p.clause == clause.index and p.key not in told
    ]
    if not bare:
        event.supplier, event.recipient = list(past.supplier), list(past.recipient)
        event.supplier_score = event.recipient_score = 6.0


def _ended_by_its_buyer(event: Event, discourse: Discourse) -> None:
    """ "Die übrigen 14 hat Lima abgesagt": of goods that it was to get."""
    if event.recipient or not event.supplier or event.governors or not event.core.is_verb:
        return
    if event.core.row.stage not in (Stage.REFUSED, Stage.CANCELLED):
        return
    if not all(m.anaphoric or m.definite for m in event.materiel):
        return
    past = discourse.deal_with({p.key for p in event.supplier}, event)
    if past is None or {p.key for p in event.supplier} <= {p.key for p in past.supplier}:
        return
    if {m.category for m in event.materiel} <= {m.category for m in past.materiel}:
        event.supplier, event.recipient = list(past.supplier), list(past.recipient)
        event.recipient_score, event.supplier_score = event.supplier_score, 5.0


def _goes_elsewhere(event: Event) -> bool:
    """The clause names a destination that is no party ("into the Gulf")."""
    if not event.core.is_verb or event.clause is None:
        return False
    words = event.sentence.words
    german = event.sentence.reading.grammar.language == "de"
    covered = {i for p in event.sentence.parties for i in range(p.first, p.last + 1)}
    dated = {
        i
        for d in event.sentence.dates
        for i in event.clause.words
        if d.start <= words[i].start < d.end
    }
    for i in event.clause.words:
        if (
            words[i].low not in ("nach", "in", "ins", "an", "to", "into")
            or words[i].tag == "particle"
        ):
            continue
        k = i + 1
        while (k < len(words) and words[k].tag in ("det", "attr")) or (
            k < len(words) and words[k].tag == "word" and not words[k].capital
        ):
            k += 1
        if k >= len(words) or k in covered or k in dated or not words[k].capital:
            continue
        if (
            words[i].low in ("in", "an")
            and german
            and words[i + 1].low not in ("den", "die", "das")
        ):
            continue
        if words[i].low == "in" and not german:
            continue
        if not german and any(w.low in _SITES for w in words[k : k + 4]):
            continue  # "to Katembe barracks": some place in the country that gets them
        return True
    return False


THRESHOLD = 12.0


def _resolve(event: Event, discourse: Discourse) -> bool:
    """Pronouns and descriptions become parties; false when one stays unknown."""
    roles = ["recipient", "supplier"]
    if any(discourse.speaks(p) or discourse.is_spoken(p) for p in event.supplier):
        roles.reverse()  # "Von uns bekommt das Nachbarland nichts": whoever speaks is no neighbour
    if _is_pronoun(event.supplier) and not _is_pronoun(event.recipient):
        roles = ["supplier", "recipient"]  # "It has supplied the army": "it" has fewer choices
    symmetric = "symmetric" in event.core.row.note
    for role in roles:
        wanted = "recipient" if symmetric and role == "supplier" else role
        other = event.recipient if role == "supplier" else event.supplier
        exclude: set[str | None] = {p.key for p in other if p.key is not None}
        phrases: list[PartyPhrase] = getattr(event, role)
        group = discourse.resolve_group(phrases[0], exclude) if len(phrases) == 1 else []
        resolved = group or [
            target
            for phrase in phrases
            if (target := discourse.resolve(phrase, exclude, event.sentence, wanted)) is not None
        ]
        if phrases and not resolved:
            if any(p.kind.startswith("description") for p in phrases):
                return False
            setattr(event, f"{role}_score", 0.0)
        setattr(event, role, resolved)
    return True


def _is_pronoun(phrases: list[PartyPhrase]) -> bool:
    return bool(phrases) and phrases[0].kind == "pronoun"


def _from_origin(event: Event) -> None:
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
    gives = event.core.row.stage is Stage.DELIVERED and not event.governors
    sure = gives and min(event.supplier_score, event.recipient_score) >= 8
    if "UN" in suppliers and not sure:
        return False  # "called on the United Nations to stop the flow of arms"
    if suppliers & recipients:
        event.supplier = [p for p in event.supplier if p.key not in recipients]
        return bool(event.supplier)
    return not (None in suppliers and None in recipients)
