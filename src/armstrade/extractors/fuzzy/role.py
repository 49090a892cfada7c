"""The skeleton of a role: a party beside an anchor and materiel, and what it plays."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from armstrade.reading import MaterielPhrase, PartyPhrase
from armstrade.reading.generic import GenericSentence

from .anchors import Anchor
from .outline import Outline, Skeleton, sign, word_token
from .tables import AGENT_PREPOSITIONS, way

ROLES = ("supplier", "recipient")


def turned(label: str, anchor: Anchor) -> str:
    """Roles as seen from the verb: who gets stands where who gives stands elsewhere.

    So that verbs of both directions learn from one another. Turning twice gives the role back.
    """
    if anchor.direction != "get" or label not in ROLES:
        return label
    return "supplier" if label == "recipient" else "recipient"


def role(outline: Outline, anchor: Anchor, thing: MaterielPhrase, party: PartyPhrase) -> Skeleton:
    """Skeleton of a party beside an anchor and materiel.

    Examples
    --------
    >>> from armstrade.claims import Document
    >>> from armstrade.reading import read
    >>> reading = read(Document(text="Polen liefert der Ukraine 60 Panzer.", language="de"))
    >>> outline = Outline(reading.sentences[0])
    >>> anchor, thing = outline.anchors[0], outline.materiel[0]
    >>> [role(outline, anchor, thing, party)[:3] for party in outline.parties]
    [('spot=any-first', 'framespot=dative:False:any-first', 'fits=agent'), \
('spot=dative', 'framespot=dative:False:dative', 'fits=other')]
    """
    return tuple(_tokens(outline, anchor, thing, party))


def _tokens(
    outline: Outline, anchor: Anchor, thing: MaterielPhrase, party: PartyPhrase
) -> Iterator[str]:
    members = outline.clause_words(anchor.word)
    spot = _spot(outline, anchor, party, members)
    yield f"spot={spot}"
    yield f"framespot={_other_slot(anchor)}:{anchor.form == 'passive'}:{spot}"
    yield f"fits={_fits(anchor, spot, party)}"
    yield f"way={way(party.preposition)}"
    yield f"lemma={anchor.lemma}"
    yield f"stage={anchor.stage}"
    yield f"direction={anchor.direction}:{anchor.form}"
    yield f"prep={party.preposition}"
    yield f"frame={_listed_as(anchor, party)}"
    yield f"genitive={party.genitive}:{_owned(anchor, thing, party)}"
    yield f"kind={'named' if party.key else party.kind}"
    yield f"sort={party.kind}"
    yield f"near={_nearest_goods(outline, thing, party)}"
    yield f"subject={_subject(outline, party)}"
    yield f"link={_clause_link(outline, anchor, party)}"
    yield f"alone={len({p.key for p in outline.parties if p.key})}"
    yield f"before={_before(outline, party)}"
    yield f"after={_after(outline, party)}"
    yield f"same={party.last in members}"
    yield f"goods={sign(party.first, thing.first)}"
    if isinstance(outline.sentence, GenericSentence):
        yield f"mark={party.preposition}:{_suffix(outline, party)}"
        yield f"ending={party.outer}"


def _spot(outline: Outline, anchor: Anchor, party: PartyPhrase, members: Collection[int]) -> str:
    """The grammatical place of a party as seen from the anchor."""
    if isinstance(outline.sentence, GenericSentence):
        rank = sum(other.first < party.first for other in outline.parties)
        return f"{sign(party.first, anchor.word)}:{rank}"
    if party.modifies is not None:
        return "owner" if party.genitive else "adjective"
    if party.preposition:
        return f"prep:{way(party.preposition)}"
    inside = party.last in members
    if outline.language == "en":
        side = "before" if party.first < anchor.word else "after"
        return side if inside else f"{side}-far"
    if not inside:
        return "nom-far" if "nom" in party.cases else "far"
    clause = outline.sentence.clause_of.get(anchor.word)
    if "nom" not in party.cases or (clause is not None and clause.kind == "inf"):
        return "dative" if "dat" in party.cases else "accusative"
    if "dat" not in party.cases:
        return "nom-acc" if "acc" in party.cases else "nominative"
    return f"any-{_subject(outline, party)}"


def _other_slot(anchor: Anchor) -> str:
    """Where the party stands that is not the subject of the active verb."""
    if anchor.trigger is None:
        return ""
    row = anchor.trigger.row
    supplier = row.supplier[0].slot if row.supplier else "-"
    recipient = row.recipient[0].slot if row.recipient else "-"
    return {"give": recipient, "get": supplier}.get(anchor.direction, f"{supplier}/{recipient}")


def _fits(anchor: Anchor, spot: str, party: PartyPhrase) -> str:
    """Which parties of the anchor's frame may stand in a place: the agent, the other, both."""
    if anchor.trigger is None:
        return ""
    first, second = anchor.trigger.row.supplier, anchor.trigger.row.recipient
    if anchor.direction == "get":
        first, second = second, first
    found = []
    for name, slots in (("agent", first), ("other", second)):
        for one in slots:
            slot = one.slot
            if anchor.form == "passive":
                slot = {"subject": "by", "object": "subject"}.get(slot, slot)
            if slot == "prep":
                fitting = one.preposition == party.preposition
            elif slot == "by":
                fitting = party.preposition in AGENT_PREPOSITIONS
            elif slot in ("genitive", "adjective"):
                place = "owner" if slot == "genitive" else "adjective"
                fitting = spot == place and party.modifies == anchor.word
            else:
                fitting = spot.startswith(_PLACES.get(slot, ()))
            if fitting:
                found.append(name)
                break
    return "+".join(found)


_PLACES = {
    "subject": ("nom", "any-first", "before"),
    "dative": ("dative", "any-second", "after"),
    "object": ("accusative", "nom-acc", "any-second", "after"),
    "object2": ("accusative", "nom-acc", "any-second", "after"),
}


def _listed_as(anchor: Anchor, party: PartyPhrase) -> str:
    """The parties of the anchor's frame that take the party's preposition."""
    if anchor.trigger is None or not party.preposition:
        return ""
    first, second = anchor.trigger.row.supplier, anchor.trigger.row.recipient
    if anchor.direction == "get":
        first, second = second, first
    agent = any(one.preposition == party.preposition for one in first)
    other = any(one.preposition == party.preposition for one in second)
    return f"{agent:d}{other:d}"


def _owned(anchor: Anchor, thing: MaterielPhrase, party: PartyPhrase) -> str:
    """What a party modifies."""
    if party.modifies is None:
        return ""
    if party.modifies == anchor.word:
        return "anchor"
    return "goods" if thing.first <= party.modifies <= thing.last else "other"


def _nearest_goods(outline: Outline, thing: MaterielPhrase, party: PartyPhrase) -> str:
    """Whether other materiel stands nearer to the party."""
    gap = abs(thing.first - party.first)
    nearer = [other for other in outline.materiel if abs(other.first - party.first) < gap]
    if not nearer:
        return "first"
    listed = thing.group >= 0 and any(other.group == thing.group for other in nearer)
    return "listed" if listed else "second"


def _subject(outline: Outline, party: PartyPhrase) -> str:
    """Whether a party may be the subject, and whether one before it may be."""
    if not _subject_like(party):
        return "no"
    clause_of = outline.sentence.clause_of
    clause = clause_of.get(party.last)
    rivals = (p for p in outline.parties if p.first < party.first and _subject_like(p))
    return "second" if any(clause_of.get(p.last) is clause for p in rivals) else "first"


def _subject_like(party: PartyPhrase) -> bool:
    return not party.preposition and party.modifies is None and "nom" in party.cases


def _clause_link(outline: Outline, anchor: Anchor, party: PartyPhrase) -> str:
    """How the clause of a party hangs together with that of the anchor."""
    clause_of = outline.sentence.clause_of
    mine, its = clause_of.get(party.last), clause_of.get(anchor.word)
    if mine is None or its is None or mine is its:
        return "same"
    if its.parent == mine.index:
        return f"above:{its.kind}"
    return f"below:{mine.kind}" if mine.parent == its.index else "apart"


def _before(outline: Outline, party: PartyPhrase) -> str:
    if not party.first:
        return "^"
    return _plain(word_token(outline.words[party.first - 1], outline.language))


def _after(outline: Outline, party: PartyPhrase) -> str:
    slots = outline.slots[party.last + 1 : party.last + 2]
    return _plain(slots[0]) if slots else "$"


def _suffix(outline: Outline, party: PartyPhrase) -> str:
    """The ending that an apostrophe sets off: "Ukrayna'ya"."""
    behind = outline.words[party.last + 1 : party.last + 2]
    return behind[0].low if behind and behind[0].text[0] in "'’" else ""


def _plain(token: str) -> str:
    """A slot, a trigger or a part of speech: no single words."""
    return token if token[:1].isupper() or token[:2] == "t:" or len(token) < 3 else token[:2]
