"""Combiners: what is merged, what is kept apart, and that the order does not matter."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armstrade.claims import Document, Materiel, Party, Quantity, Span, TransferClaim
from armstrade.combine.clusters import clusters
from armstrade.combine.intersection import Intersection
from armstrade.combine.logistic import Logistic
from armstrade.combine.reliability import Reliabilities, Reliability
from armstrade.combine.shipped import Shipped
from armstrade.combine.stacked import Stacking
from armstrade.combine.union import Union
from armstrade.combine.vote import Vote
from armstrade.combine.weighted import Weighing
from armstrade.plugins import Outcome, PluginFailure, Registry, Status, Veto
from armstrade.testing.strategies import claims, documents

# Made-up extractors: nothing was fitted on them, and the shipped combiners say so.
pytestmark = pytest.mark.filterwarnings("ignore:.*was not fitted on:RuntimeWarning")

TEXT = "Berlin liefert Kyjiw 18 Leopard 2 und 40 Marder. Berlin schickt Panzer nach Kyjiw."
DOC = Document(id="d", text=TEXT)


def span(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def claim(
    materiel="Leopard 2", designation=None, quantity=None, category="armoured_vehicle", **slots
):
    values = {
        "document_id": "d",
        "supplier": Party(id="DE", country="DE", span=span("Berlin")),
        "recipient": Party(id="UA", country="UA", span=span("Kyjiw")),
        "materiel": Materiel(category=category, designation=designation, span=span(materiel)),
        "quantity": quantity and Quantity(min=quantity[0], max=quantity[1], span=span(quantity[2])),
        "stage": "delivered",
        "evidence": (Span.of(TEXT, 0, 48),),
    }
    return TransferClaim(**{**values, **slots})


FRANCE = Party(id="FR", country="FR", span=span("schickt"))


def outcome(name, *found, vetoes=(), considered=(), status=None):
    status = status or (Status.CLAIMS if found else Status.NOTHING)
    error = PluginFailure(name, "extract", "E", "e") if status is Status.FAILED else None
    return Outcome(
        name,
        status,
        claims=tuple(found),
        vetoes=tuple(vetoes),
        considered=tuple(considered),
        error=error,
    )


def union(*outcomes):
    return Union().combine(outcomes, DOC)


NAMED = claim(designation="Leopard 2", quantity=(18, 18, "18"))
MARDER = claim("Marder", designation="Marder", quantity=(40, 40, "40"))
VAGUE = claim("Panzer", evidence=(Span.of(TEXT, 49, len(TEXT)),))


@pytest.mark.parametrize(
    ("one", "other", "merged", "why"),
    [
        (NAMED, NAMED, True, "the same"),
        (NAMED, claim(), True, "a slot left open contradicts nothing"),
        (NAMED, VAGUE, True, "other words of the document, same key"),
        (NAMED, MARDER, False, "another designation"),
        (NAMED, claim(designation="Leopard 2", quantity=(40, 40, "40")), False, "another number"),
        (NAMED, claim(designation="Leopard 2", quantity=(18, None, "18 Leopard")), True,
         "the same words read differently"),
        (NAMED, claim(stage="planned"), True, "one sentence, its stage read differently"),
        (NAMED, claim("Panzer", stage="planned", evidence=VAGUE.evidence), False,
         "another stage in another sentence"),
        (NAMED, claim(polarity="negated"), True, "one sentence, its polarity read differently"),
        (NAMED, claim(factuality="reported"), True, "factuality does not separate claims"),
        (NAMED, claim(recipient=None), True, "a party left out contradicts nothing"),
        (NAMED, claim(recipient=FRANCE), True, "one party read differently, the same words"),
        (NAMED, claim("Panzer", recipient=FRANCE, evidence=VAGUE.evidence), False,
         "another party in another sentence"),
        (NAMED, claim(supplier=FRANCE, recipient=None), False, "nothing in common but the words"),
        (NAMED, claim(supplier=claim().recipient, recipient=claim().supplier), True,
         "the same words, the parties the other way round"),
        (NAMED, claim("Marder", supplier=claim().recipient, recipient=claim().supplier), False,
         "the other way round, and other words"),
        (NAMED, claim(materiel="Leopard 2", category="unspecified"), True, "coarse and fine"),
    ],
)  # fmt: skip
def test_what_is_merged(one, other, merged, why):
    assert len(union(outcome("a", one), outcome("b", other))) == (1 if merged else 2), why


def test_one_extractor_is_left_as_it_is():
    found = union(outcome("a", NAMED, MARDER, VAGUE))
    assert {one.id for one in found} == {NAMED.id, MARDER.id, VAGUE.id}


def test_claims_of_one_extractor_are_never_merged_through_another():
    assert len(union(outcome("a", claim(), VAGUE), outcome("b", claim()))) == 2


def test_the_likest_are_joined():
    found = union(outcome("a", NAMED, MARDER), outcome("b", claim("Marder"), claim()))
    assert sorted((one.materiel.designation, one.quantity.min) for one in found) == [
        ("Leopard 2", 18), ("Marder", 40),
    ]  # fmt: skip


def test_the_best_grounded_stays_and_lists_the_votes():
    (kept,) = union(outcome("b", claim(recipient=claim().recipient)), outcome("a", NAMED))
    assert kept.id == NAMED.id
    assert kept.provenance.votes == ("a", "b")


def test_the_surer_stays_among_equals():
    sure = claim(confidence=0.9, factuality="reported")
    for order in ([claim(confidence=0.3), sure], [sure, claim(confidence=0.3)]):
        (kept,) = union(*(outcome(name, one) for name, one in zip("ab", order, strict=True)))
        assert kept.confidence == 0.9


def test_a_veto_removes_only_what_it_names():
    veto = Veto(span=span("Marder"), category="armoured_vehicle", reason="test")
    narrow = veto.model_copy(update={"span": span("schickt")})
    assert union(outcome("a", NAMED), outcome("b", vetoes=[veto], status=Status.VETOED)) == []
    left = union(outcome("a", NAMED, VAGUE), outcome("b", vetoes=[narrow], status=Status.VETOED))
    assert [one.id for one in left] == [NAMED.id]


@pytest.mark.parametrize(
    ("others", "kept", "why"),
    [
        ([], 1, "alone it decides"),
        ([outcome("b")], 0, "one of two is no majority"),
        ([outcome("b", claim())], 1, "both"),
        ([outcome("b", claim()), outcome("c")], 1, "two of three"),
        ([outcome("b"), outcome("c")], 0, "one of three"),
        ([outcome("b", status=Status.ABSTAINED)], 1, "who abstains has no vote"),
        ([outcome("b", status=Status.FAILED)], 1, "who fails has no vote"),
        ([outcome("b", claim()), outcome("c", claim()), outcome("d"), outcome("e")], 1, "3 of 5"),
        ([outcome("b", claim()), outcome("c"), outcome("d")], 0, "two of four"),
    ],
)
def test_votes(others, kept, why):
    assert len(Vote().combine([outcome("a", NAMED), *others], DOC)) == kept, why


def test_the_share_of_votes_becomes_the_confidence():
    (kept,) = Vote().combine(
        [outcome("a", NAMED), outcome("b", claim(confidence=0.1)), outcome("c")], DOC
    )
    assert kept.confidence == pytest.approx(2 / 3)


RELIABLE = Reliabilities(
    prior=0.6,
    extractors={
        name: Reliability(finds=0.9 - number / 5, invents=0.3, slots={"stage": 0.9 - number / 10})
        for number, name in enumerate("abcd")
    },
)
COMBINERS = [
    Union(),
    Intersection(),
    Vote(),
    Weighing("weighted", RELIABLE),
    Stacking(RELIABLE, Logistic(0.1, {"voters:a+b": 1.0, "voters:c": -1.0}), 0.4),
    Shipped("stacked"),
]
SLOTS_OF_A_CLAIM = (
    "supplier", "recipient", "intermediary", "materiel", "quantity", "stage", "polarity",
    "factuality", "date", "mode", "consideration", "attribution", "condition", "value", "maker",
)  # fmt: skip


@st.composite
def runs(draw):
    """A document and what up to four extractors say about it, with much agreement."""
    document = draw(documents(min_size=1))
    pool = draw(st.lists(claims(document), min_size=1, max_size=4))
    # Variants of one claim make groups in which there is something to decide.
    for one in list(pool):
        for change in ({"factuality": "reported"}, {"quantity": None}, {"confidence": 0.5}):
            pool.append(TransferClaim.model_validate({**one.model_dump(), **change}))
    names = draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True))
    return document, [
        outcome(
            name,
            *draw(st.lists(st.sampled_from(pool), max_size=5, unique_by=id)),
            considered=draw(st.lists(st.sampled_from(pool), max_size=2, unique_by=id)),
        )
        for name in names
    ]


def dumped(found):
    return [one.model_dump_json() for one in found]


@pytest.mark.parametrize("combiner", COMBINERS, ids=lambda one: one.name)
@settings(max_examples=40)
@given(run=runs(), seed=st.integers())
def test_the_order_does_not_matter_byte_for_byte(combiner, run, seed):
    document, outcomes = run
    dice = random.Random(seed)
    shuffled = [
        outcome(
            one.extractor,
            *dice.sample(one.claims, len(one.claims)),
            considered=dice.sample(one.considered, len(one.considered)),
        )
        for one in outcomes
    ]
    dice.shuffle(shuffled)
    assert dumped(combiner.combine(outcomes, document)) == dumped(
        combiner.combine(shuffled, document)
    )


@settings(max_examples=40)
@given(run=runs())
def test_clusters_hold_each_claim_once_and_each_extractor_at_most_once(run):
    _, outcomes = run
    found = clusters(outcomes)
    inside = sorted((name, one.id) for cluster in found for name, one in cluster.claims)
    assert inside == sorted({(o.extractor, one.id) for o in outcomes for one in o.claims})
    for cluster in found:
        assert len(set(cluster.voters)) == len(cluster.claims)


@pytest.mark.parametrize("combiner", COMBINERS, ids=lambda one: one.name)
@settings(max_examples=40)
@given(run=runs())
def test_nothing_appears_that_no_extractor_said(combiner, run):
    document, outcomes = run
    said = [claim for one in outcomes for claim in one.claims]
    if combiner.name == "stacked" and len(outcomes) > 1:
        said += [claim for one in outcomes for claim in one.considered]
    for claim in combiner.combine(outcomes, document):
        claim.verify(document)
        assert claim.provenance.votes
        for name in SLOTS_OF_A_CLAIM:
            assert getattr(claim, name) in [getattr(one, name) for one in said]
        assert set(claim.evidence) <= {span for one in said for span in one.evidence}


@pytest.mark.parametrize("combiner", COMBINERS, ids=lambda one: one.name)
@settings(max_examples=40)
@given(run=runs())
def test_every_slot_in_which_claims_were_fused_names_its_voters(combiner, run):
    document, outcomes = run
    for claim in combiner.combine(outcomes, document):
        votes, ballots = claim.provenance.votes, claim.provenance.ballots
        assert bool(ballots) == (len(votes) > 1)
        for slot in {one.slot for one in ballots}:
            cast = [one for one in ballots if one.slot == slot]
            assert sorted(name for one in cast for name in one.voters) == list(votes)
            assert sum(one.chosen for one in cast) == 1


def test_what_was_considered_counts_for_the_learned_combiner_only():
    doubted = NAMED.model_copy(update={"confidence": 0.2})
    sure = Logistic(-1.0, {"voters:a+b": 3.0})
    stacked = Stacking(RELIABLE, sure, 0.5)
    heard = [outcome("a", NAMED), outcome("b", considered=[doubted])]
    assert stacked.combine([outcome("a", NAMED), outcome("b")], DOC) == []
    assert [one.provenance.votes for one in stacked.combine(heard, DOC)] == [("a", "b")]
    assert [one.provenance.votes for one in Union().combine(heard, DOC)] == [("a",)]
    alone = [outcome("b", considered=[doubted])]
    assert Stacking(RELIABLE, sure, 0.0).combine(alone, DOC) == []


@settings(max_examples=40)
@given(run=runs())
def test_intersection_and_vote_keep_no_more_than_union(run):
    document, outcomes = run
    every = {one.id for one in Union().combine(outcomes, document)}
    for combiner in (Vote(), Intersection()):
        assert {one.id for one in combiner.combine(outcomes, document)} <= every


@settings(max_examples=40)
@given(run=runs())
def test_combining_twice_changes_nothing(run):
    document, outcomes = run
    once = Union().combine(outcomes, document)
    again = Union().combine([outcome("all", *once)], document)
    assert [one.id for one in again] == [one.id for one in once]


def test_the_builtin_combiners():
    registry = Registry(entry_points=())
    assert [one.name for one in registry.combiners()] == [
        "agreement", "intersection", "stacked", "union", "vote", "weighted",
    ]  # fmt: skip
