"""Who sells to whom where the frame is symmetric ("a contract between A and B").

A firm sells, an armed group buys; between states the bigger exporter of arms is the likelier
supplier. The table of exporters follows SIPRI's published ranking.
"""

from __future__ import annotations

from armstrade.claims import Stage
from armstrade.language.grammar import all_words
from armstrade.lexicon.tables import exporter_rank
from armstrade.reading import PartyPhrase

from .chains import is_contract
from .event import Event
from .free_places import wins_orders
from .lemmas import lemmas
from .slots import FROM, TO

# How far before its noun a participle may stand, in words.
_ADJECTIVE_REACH = 3

_OFFERED = all_words("offered")
_OUT_OF = frozenset({"from", "aus"})
_UNRANKED = 99
_REJECTING = lemmas("rejecting")
_DROPPING = lemmas("dropping")
_FORGOING = lemmas("forgoing")
# Says "business" too often to be a contract wherever it stands.
_DEALS = frozenset({"Geschäft"})
_JOINT = tuple(all_words("joint"))


def orient(event: Event) -> None:
    """Swap the parties of a symmetric event when they stand the unlikely way round."""
    if len(event.recipient) > 1 and {p.key for p in event.supplier} < {
        p.key for p in event.recipient
    }:
        # "unterzeichneten Vertreter der Marine und der Werft in Santiago …": where they signed
        event.supplier, event.supplier_score = [], 0.0
    if _divide(event):
        return
    if _turns_down_goods(event) or _buys_for_another(event):
        return
    if _order_of_a_state(event):
        event.supplier, event.recipient = event.recipient, event.supplier
        return
    if _comes_from_its_buyer(event) or _won_by_its_buyer(event):
        event.supplier, event.recipient = event.recipient, event.supplier
        event.supplier_score, event.recipient_score = event.recipient_score, event.supplier_score
        return
    if not is_symmetric(event):
        return
    if not event.supplier and event.recipient and event.recipient[0].kind == "company":
        # "Airbus won a deal for 12 helicopters"
        event.supplier, event.recipient = event.recipient, []
        event.supplier_score, event.recipient_score = event.recipient_score, 0.0
    if not event.supplier or not event.recipient:
        return
    if any(p.key in {r.key for r in event.recipient} for p in event.supplier):
        return
    if _selling_power(event.supplier[0], event) < _selling_power(event.recipient[0], event):
        event.supplier, event.recipient = event.recipient, event.supplier


def _comes_from_its_buyer(event: Event) -> bool:
    """ "sehen 980 K2 von Hyundai vor": goods that come from a firm do not go there."""
    buyers = {p.key for p in event.recipient} - {p.key for p in event.supplier}
    words = event.sentence.words
    ends = {m.last + 1 for m in event.materiel}
    return any(
        p.key in buyers and p.preposition in FROM and p.first - 1 in ends and p.modifies is None
        for p in event.sentence.parties
        if p.kind == "company" and p.first and words[p.first - 1].tag == "prep"
    )


def _won_by_its_buyer(event: Event) -> bool:
    """ "Elbit won a tender for howitzers for the Brazilian army": who wins it supplies."""
    if event.core.is_verb or not event.recipient or event.recipient[0].kind != "company":
        return False
    if not event.supplier or event.supplier[0].kind == "company":
        return False
    return wins_orders(event.sentence, event.clause)


def _buys_for_another(event: Event) -> bool:
    """ "plans to buy shells for Ukraine": who pays gives, whoever makes them."""
    core = event.core
    if not core.is_verb or core.row.stage is not Stage.ORDERED:
        return False
    english = event.language == "en"
    if english and any(p.kind != "company" for p in event.supplier):
        return False
    if not english and event.supplier and not _has_dealer(event):
        return False
    row = core.row
    if not row.recipient or row.recipient[0].slot != "subject" or not event.recipient:
        return False
    buyers = {p.key for p in event.recipient}
    clause = event.clause
    for party in event.sentence.parties:
        if (
            party.preposition in ("for", "für")
            and party.agentive
            and party.modifies is None
            and party.kind != "bloc"
            and party.key is not None
            and party.key not in buyers
            and clause is not None
            and party.clause == clause.index
        ):
            event.supplier, event.recipient = event.recipient, [party]
            event.supplier_score, event.recipient_score = event.recipient_score, 6.0
            return True
    return False


def _has_dealer(event: Event) -> bool:
    """ "bestellt bei einem Händler in Sofia Granaten für Kiew": who sells them to the giver."""
    return event.language == "de" and all(
        (p.preposition in FROM or p.preposition == "in")
        and p.clause == (event.clause.index if event.clause else -1)
        for p in event.supplier
    )


def _turns_down_goods(event: Event) -> bool:
    """ "Milei rejected the Chinese jets": who rejects goods made elsewhere was to get them."""
    deal = is_contract(event.core) or event.core.row.lemma in _DEALS
    ended = deal and any(g.row.stage is Stage.CANCELLED for g in event.governors)
    if event.recipient and ended:
        return False
    rejects = event.core.is_verb and event.core.row.lemma in _REJECTING | _DROPPING
    if not (rejects or ended):
        return False
    own = {p.key for p in event.supplier}
    makers = [
        p
        for p in event.sentence.parties
        if p.key not in own
        and (
            any(m.first <= (p.modifies or -1) <= m.last for m in event.materiel)
            or (p.preposition in _OUT_OF and any(m.last == p.first - 2 for m in event.materiel))
        )
    ]
    makers = makers or [
        p
        for p in event.sentence.parties
        if p.key is not None
        and p.key not in own
        and any(m.maker == p.country and m.maker not in own for m in event.materiel)
    ]
    forgone = event.core.row.lemma in _FORGOING and event.core.is_verb
    if own and event.language == "de" and not event.recipient and (forgone or _are_offered(event)):
        event.supplier, event.recipient = [], event.supplier
        event.supplier_score, event.recipient_score = 0.0, event.supplier_score
        return True
    others = {p.key for p in event.recipient} - {p.key for p in makers}
    if not own or not makers or others:
        return False
    event.supplier, event.recipient = makers[:1], event.supplier
    event.recipient_score = event.supplier_score
    return True


def _are_offered(event: Event) -> bool:
    """ "lehnte die angebotenen Jets ab": an offer that was made to whoever turns it down."""
    words = event.sentence.words
    return any(
        word.low in _OFFERED
        for m in event.materiel
        for word in words[max(0, m.first - _ADJECTIVE_REACH) : m.first]
    )


def _order_of_a_state(event: Event) -> bool:
    """ "Manila scrapped an order for jets from Canada": a firm has orders from its customers,
    a state from its suppliers."""
    if event.core.is_verb or event.core.row.lemma != "order" or not event.supplier:
        return False
    if event.receiving is not None or wins_orders(event.sentence, event.clause):
        return False  # "received, won an order from Kyiv": who gets it supplies
    behind = [p.preposition for p in event.recipient]
    return behind == ["from"] and event.supplier[0].kind != "company"


def _divide(event: Event) -> bool:
    """ "Russland und Indien unterzeichneten …": both signed, one of them sells."""
    if not _of_two_sides(event) or _is_joint(event):
        return False
    both = event.supplier if not event.recipient else event.recipient
    if (event.supplier and event.recipient) or len(both) != 2 or both[0].key == both[1].key:
        return False
    if all(p.preposition in TO for p in both):
        return False  # "Genehmigungen für Ausfuhren nach Oman und in die Türkei"
    score = max(event.supplier_score, event.recipient_score)
    seller, buyer = sorted(both, key=lambda p: -_selling_power(p, event))
    event.supplier, event.recipient = [seller], [buyer]
    event.supplier_score = event.recipient_score = score
    return True


def _is_joint(event: Event) -> bool:
    """ "unterzeichneten einen gemeinsamen Vertrag": both of them buy."""
    words = event.sentence.words
    first = min(event.core.words)
    return any(word.low.startswith(_JOINT) for word in words[max(0, first - 3) : first])


def _of_two_sides(event: Event) -> bool:
    triggers = (event.core, *event.governors)
    return any(
        "symmetric" in t.row.note
        or is_contract(t)
        or t.row.stage is Stage.NEGOTIATED
        or (t.row.stage is Stage.ORDERED and not t.is_verb and t is event.core)
        for t in triggers
    )


def is_symmetric(event: Event) -> bool:
    """Whether the frame leaves open who of the two sells."""
    inner = event.core.row
    if "symmetric" in inner.note:
        return True
    if not event.core.is_verb and any(g.row.stage is Stage.NEGOTIATED for g in event.governors):
        # "is discussing the purchase with Paris": known types tell who sells
        if any(p.kind == "company" for p in (*event.supplier, *event.recipient)):
            return True
        return any(
            m.maker in {p.country for p in (*event.supplier, *event.recipient)} - {None}
            for m in event.materiel
        )
    # "signed a contract for the purchase": the purchase is not symmetric, it decides
    return _signed_for_supply(event)


def _signed_for_supply(event: Event) -> bool:
    """ "The navy signed a contract with Saab for the supply of …": either may say so."""
    roles = event.core.row.supplier
    if event.core.is_verb or not roles or roles[0].slot != "genitive":
        return False
    firms = [p.kind == "company" for p in (*event.supplier, *event.recipient)]
    return any(firms) and any("symmetric" in g.row.note for g in event.governors)


def _selling_power(party: PartyPhrase, event: Event) -> float:
    if party.kind == "company":
        return 100.0
    if party.kind == "armed_group":
        return -100.0
    score = -float(exporter_rank().get(party.country or "", _UNRANKED))
    if any(o.key == party.key for m in event.materiel for o in m.origin):
        score += 200.0
    if any(m.maker is not None and m.maker == party.country for m in event.materiel):
        score += 150.0
    return score
