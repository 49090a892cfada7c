"""Who gives and who gets in English, where no frame says it: owners, partners, users of goods."""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.grammar import all_words, grammar
from armstrade.reading import PartyPhrase, Sentence, Trigger

from .controllers import asks_another, controller
from .event import Event
from .lemmas import lemmas
from .subjects import is_passive, subject_of, with_group

_ACCUSING = all_words("accusing")
_ADVERBIAL_OPENERS = grammar("en").words("adverbial_openers")
_BEFORE_NONFINITE = grammar("en").words("before_nonfinite")

_SEEING = grammar("en").words("seeing")
_APPLYING = lemmas("applying")
_PLACING = lemmas("placing")
_THANKING = lemmas("thanking")

_SUBJECT_CONTROL = lemmas("subject_control")
_REQUESTING = lemmas("requesting")


def between(event: Event) -> None:
    """ "talks between Belgrade and Paris": one on each side; who sells is decided later."""
    if event.supplier or event.recipient or "symmetric" not in event.core.row.note:
        return
    clause = event.clause
    sides = [
        p
        for p in event.sentence.parties
        if p.preposition in ("between", "by", "zwischen")
        and clause is not None
        and p.clause == clause.index
    ]
    if len(sides) < 2:
        sides = subject_of(event.sentence, clause)
    if len({p.key for p in sides}) == 2:
        event.supplier, event.recipient = [sides[0]], [sides[1]]
        event.supplier_score = event.recipient_score = 6.0


def _owner_role(trigger: Trigger) -> str:
    """Whose act the trigger names: ``recipient`` of a purchase, ``supplier`` of a sale."""
    slots = ("genitive",) if not trigger.is_verb else ("subject",)
    for role, roles in (("recipient", trigger.row.recipient), ("supplier", trigger.row.supplier)):
        if roles and roles[0].slot in slots:
            return role
    return ""


def governor_subject(event: Event, governor: Trigger) -> tuple[str, list[PartyPhrase]]:
    """The role that the subject of a governing verb plays: of the owner, or, if the noun has an
    owner, of the other party ("Denmark called off the purchase", "rejected Kyiv's request")."""
    if not governor.is_verb or event.core.is_verb:
        return "", []
    sentence = event.sentence
    clause = sentence.clause_of.get(governor.word)
    at = event.governors.index(governor)
    if at and asks_another(sentence, governor, event.governors[at - 1]):
        # "urged Washington to speed up the delivery": who is urged gives
        return "recipient", subject_of(sentence, clause)
    if is_passive(sentence, governor):
        subjects = [
            p
            for p in sentence.parties
            if p.preposition == "by"
            and clause is not None
            and p.clause == clause.index
            and p.first > governor.word
        ]
    elif at + 1 < len(event.governors) and asks_another(
        sentence, event.governors[at + 1], governor
    ):
        subjects = controller(sentence, governor, event.governors[at + 1])
    else:
        subjects = nonfinite_subject(sentence, governor) or subject_of(sentence, clause)
    role = _owner_role(event.core)
    if role == "supplier" and governor.row.lemma in _APPLYING:
        return "recipient", subjects  # "has requested a possible sale": who asks for it buys
    if not subjects or not role:
        return "", []
    if governor.row.lemma in _REQUESTING and not is_passive(sentence, governor):
        role = "recipient"  # "Oman has requested a possible sale of jets"
    gives = governor.row.supplier[:1]
    if governor.row.stage is Stage.ORDERED and gives and gives[0].slot in ("object", "object2"):
        role = "recipient"  # "was awarded a contract by the army for the supply of radars"
    owner, score = getattr(event, role), getattr(event, f"{role}_score")
    if owner and score >= 5:
        if {p.key for p in owner} & {p.key for p in subjects}:
            return "", []  # "has cancelled its order"
        other = "supplier" if role == "recipient" else "recipient"
        named = owner[0].genitive or owner[0].modifies is not None or owner[0].outer == "from"
        if not (named or owner[0].last + 1 == min(event.core.words)):
            return "", []
        if event.core.row.stage in (Stage.SOUGHT, Stage.OFFERED) or (
            role == "recipient" and governor.row.stage is Stage.ORDERED
        ):
            return other, subjects
        return "", []
    return role, subjects


def partners(sentence: Sentence, governor: Trigger, taken: set[int]) -> list[PartyPhrase]:
    """ "is negotiating the export with Vietnam", "agreed with Cairo on the sale"."""
    clause = sentence.clause_of.get(governor.word)
    if clause is None or not (
        governor.row.stage is Stage.NEGOTIATED or governor.row.stage is Stage.ORDERED
    ):
        return []
    return [
        p
        for p in sentence.parties
        if p.clause == clause.index
        and p.preposition == "with"
        and p.modifies is None
        and p.start not in taken
    ][:1]


def nonfinite_subject(sentence: Sentence, core: Trigger) -> list[PartyPhrase]:
    """Who acts in "told Berlin to send", "accused Russia of sending", "stop Iran from getting":
    the party right before the preposition, when it is the object of the verb before it."""
    if sentence.reading.grammar.language != "en" or not core.is_verb:
        return []
    words = sentence.words
    k = core.word - 1
    while k > 0 and (words[k].low in _BEFORE_NONFINITE or words[k].low.endswith("ly")):
        k -= 1
    tag = words[core.word].tag
    if tag == "part" and any(words[i].low == "having" for i in range(k + 1, core.word)):
        tag = "ing"  # "accused Serbia of having sold"
    if tag == "ing" and words[k].low == "by":
        return _accused(sentence, core)
    if k <= 0 or words[k].low not in _LINKS.get(tag, ()):
        return _seen(sentence, k) if tag == "inf" else []
    granted = _granted(sentence, k)
    if granted:
        return granted
    end = _before_adverbial(sentence, k)
    for phrase in sentence.parties:
        if phrase.last in (k - 1, end) and not phrase.genitive and phrase.modifies is None:
            members = with_group(phrase, sentence.parties)
            first = min(p.first for p in members)
            before = words[first - 1] if first else None
            if before is not None and before.tag == "poss":
                k = before.i - 1  # "selected South Korea's Hanwha to supply"
                while k > 0 and words[k].capital:
                    k -= 1
                before = words[k - 1] if k and words[k].tag == "det" else words[k]
            if phrase.preposition in ("for", "on", "upon", "to") or (
                before is not None
                and before.is_verb
                and not _SUBJECT_CONTROL & {r.lemma for r in before.verbs}
                and not _frame_object(sentence, before.i)
            ):
                return members
    return []


def _accused(sentence: Sentence, core: Trigger) -> list[PartyPhrase]:
    """ "accused Kyiv of breaking its word by shipping jets": whom the charge is laid to."""
    clause = sentence.clause_of.get(core.word)
    for i in clause.words if clause is not None else ():
        if i < core.word and not _ACCUSING.isdisjoint(sentence.words[i].verbs.lemmas):
            return [p for p in sentence.parties if p.first == i + 1 and not p.preposition]
    return []


def _granted(sentence: Sentence, k: int) -> list[PartyPhrase]:
    """ "gave Estonia permission to send", "a request by Denmark to send": who is to act."""
    words = sentence.words
    if words[k].low != "to" or k < 2:
        return []
    for phrase in sentence.parties:
        if phrase.key is None or phrase.modifies is not None:
            continue
        before = words[phrase.first - 1].low if phrase.first else ""
        if words[k - 1].low in _PERMISSIONS and phrase.last == k - 2 and not phrase.preposition:
            return [phrase]
        above = words[max(0, phrase.first - 3) : phrase.first]
        if phrase.last == k - 1 and "by" in (before, words[max(0, phrase.first - 2)].low):
            return [phrase] if any(w.low in _MOVES for w in above) else []
    return []


def _seen(sentence: Sentence, k: int) -> list[PartyPhrase]:
    """ "would see Saab deliver": the party between the verb and an infinitive without "to"."""
    for phrase in sentence.parties:
        if phrase.last == k and phrase.first and phrase.modifies is None:
            before = sentence.words[phrase.first - 1]
            return [phrase] if before.low in _SEEING else []
    return []


def _before_adverbial(sentence: Sentence, k: int) -> int:
    """Where the party ends in "accused Cairo in turn of", "accused Cairo on Monday of"."""
    words = sentence.words
    for i in range(k - 1, max(-1, k - 5), -1):
        if words[i].low in _ADVERBIAL_OPENERS:
            return i - 1
        if words[i].tag not in ("noun", "word", "num", "det"):
            break
    return k - 1


_PERMISSIONS = frozenset({"permission", "approval", "clearance", "leave", "consent"})
_MOVES = frozenset(
    {"request", "decision", "move", "plan", "offer", "proposal", "bid", "vow", "pledge"}
)
_LINKS = {"inf": ("to",), "ing": ("of", "from", "for")}

_GIVING = frozenset({Stage.OFFERED, Stage.DELIVERED, Stage.PLANNED})


def _frame_object(sentence: Sentence, verb: int) -> bool:
    """The verb itself transfers: in "offered Kyiv to …" the object gets."""
    return any(
        t.word == verb and (t.row.stage in _GIVING or t.row.lemma in ("license", "licence"))
        for t in sentence.triggers
        if t.row.lemma not in _THANKING
    )


def placed(event: Event) -> None:
    """ "an order for rifles that Manila had placed with Colt", "placed by Dakar last year"."""
    sentence, core = event.sentence, event.core
    if core.is_verb or event.recipient_score > 8 or core.row.stage is not Stage.ORDERED:
        return
    words = sentence.words
    for verb in words[core.word + 1 :]:
        if not verb.is_verb or not verb.verbs.lemmas & _PLACING:
            continue
        clause = sentence.clause_of.get(verb.i)
        if clause is None or any(w.tag == "fin" for w in words[core.word + 1 : verb.i - 3]):
            return
        here = [p for p in sentence.parties if p.clause == clause.index and p.modifies is None]
        agents = [p for p in here if p.preposition == "by" and p.first > verb.i]
        agents = agents or [p for p in here if not p.preposition and p.last < verb.i]
        makers = [p for p in here if p.preposition in ("with", "in") and p.first > verb.i]
        if clause.kind != "rel" and not any(p.preposition == "by" for p in agents):
            return
        if agents:
            event.recipient, event.recipient_score = agents[:1], 8.0
        if makers and event.supplier_score <= 8:
            event.supplier, event.supplier_score = makers[:1], 7.5
        return


def letting_go(event: Event) -> None:
    """ "will let drone cameras go to Ankara": who lets them go gives them."""
    clause = event.clause
    if event.supplier or clause is None or "subject=materiel" not in event.core.row.note:
        return
    words = event.sentence.words
    if any(words[i].low in ("let", "lets") for i in clause.words if i < event.core.word):
        event.supplier = subject_of(event.sentence, clause)
        event.supplier_score = 8.0 if event.supplier else 0.0


def user_of_goods(event: Event) -> None:
    """ "licences for weapons that Turkey could use": who might use them would get them."""
    if event.recipient_score >= 5 or event.core.is_verb or not event.supplier:
        return
    sentence = event.sentence
    ends = {m.last for m in event.materiel}
    for clause in sentence.clauses:
        if clause.kind != "rel" or clause.antecedent not in ends:
            continue
        verbs = [sentence.words[i] for i in clause.words if sentence.words[i].is_verb]
        users = [
            p
            for p in sentence.parties
            if p.clause == clause.index and not p.preposition and p.modifies is None
        ]
        if users and any("use" in w.verbs.lemmas for w in verbs):
            event.recipient, event.recipient_score = users[:1], 6.0
            return


def owner_of_goods(event: Event) -> None:
    """ "Poland's Korean tanks have arrived": whose goods come gets them."""
    if event.recipient or "subject=materiel" not in event.core.row.note:
        _bought_from_owner(event)
        _sent_by_plane(event)
        return
    for party in event.sentence.parties:
        if (
            party.genitive
            and party.modifies is not None
            and (party.key is not None or party.kind.startswith("description"))
            and any(m.first <= party.modifies <= m.last for m in event.materiel)
            and party.key not in {p.key for p in event.supplier}
        ):
            event.recipient, event.recipient_score = [party], 6.0
            return


def _bought_from_owner(event: Event) -> None:
    """ "the purchase of Kuwait's old Hornets": whoever has the goods that are bought sells them."""
    roles = event.core.row.recipient
    if event.supplier_score >= 5 or event.core.row.stage is not Stage.ORDERED or not roles:
        return
    if roles[0].slot not in ("subject", "genitive"):
        return
    for party in event.sentence.parties:
        if (
            party.key is not None
            and party.key not in {p.key for p in event.recipient}
            and party.first > event.core.word
            and (_owns(party, event) or _makes(party, event))
        ):
            event.supplier, event.supplier_score = [party], 6.0
            return


def _owns(party: PartyPhrase, event: Event) -> bool:
    return (
        party.genitive
        and party.modifies is not None
        and any(m.first <= party.modifies <= m.last for m in event.materiel)
    )


def _makes(party: PartyPhrase, event: Event) -> bool:
    """ "opted for the launcher of Elbit Systems"."""
    return (
        party.kind == "company"
        and party.preposition == "of"
        and any(0 < party.first - m.last <= 2 for m in event.materiel)
    )


def _sent_by_plane(event: Event) -> None:
    """ "four Chinese Air Force planes landed in Oran, carrying guns": whose planes they are."""
    if event.supplier_score >= 5 or not event.recipient:
        return
    if "subject=materiel" not in event.core.row.note:
        return
    for vessel in event.sentence.materiel:
        if vessel in event.materiel or vessel.first > event.core.word:
            continue
        for party in event.sentence.parties:
            beside = party.last + 1 == vessel.first or party.modifies in (vessel.first, vessel.last)
            if beside and party.key is not None and not party.preposition:
                event.supplier, event.supplier_score = [party], 6.0
                return
