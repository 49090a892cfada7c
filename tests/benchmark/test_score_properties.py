"""Laws that every score obeys, on random claims, and a slow, obvious reference scorer."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from armstrade.benchmark import Score, interval, score, score_document
from armstrade.claims import (
    Category,
    Document,
    Factuality,
    Materiel,
    Mode,
    Party,
    Period,
    Polarity,
    Quantity,
    Source,
    Span,
    Stage,
    TransferClaim,
)

TEXT = "abcdefghijklmnopqrstuvwxyz " * 4
quick = settings(deadline=None, max_examples=60)
thorough = settings(deadline=None, max_examples=400)
LEVELS = ("triple", "claim", "full")
# Wagner with and without its country makes agreement between parties intransitive.
PARTIES = [
    (None, None), ("RU", "RU"), ("UA", "UA"), ("EU", None),
    ("org:Wagner", None), ("org:Wagner", "RU"),
]  # fmt: skip


@dataclass(frozen=True)
class Gold:
    document: Document
    claims: tuple[TransferClaim, ...]


def span(start: int, length: int = 3) -> Span:
    return Span.of(TEXT, start, start + length)


# Few values each, made once: claims must often agree, and drawing them must be cheap.
SPANS = [span(0), span(2, 6), span(40), span(41, 1), span(80, 12)]
POOL = [Party(id=one, country=country, span=here)
        for one, country in PARTIES for here in SPANS[::2]]  # fmt: skip
TRANSITIVE = [party for party in POOL if party.id in (None, "RU", "UA")]
QUANTITIES = [None, *[Quantity(min=low, max=high, span=SPANS[1])
                      for low, high in [(1, 1), (2, None), (None, None)]]]  # fmt: skip
PERIODS = [None, *[Period(start=day, end=day, span=SPANS[2])
                   for day in (dt.date(2022, 1, 1), dt.date(2023, 1, 1))]]  # fmt: skip
SOURCES = [(), (Source(span=SPANS[0]),), (Source(span=SPANS[1]), Source(span=SPANS[2]))]
EVIDENCE = [(SPANS[0],), (SPANS[1], SPANS[3]), (SPANS[4],), (SPANS[1], SPANS[0])]


def materiel(categories: Sequence[Category]) -> list[Materiel]:
    return [Materiel(category=category, designation=name, span=here)
            for category in categories for name in (None, "T-72", "T 72")
            for here in SPANS[:2]]  # fmt: skip


def claims(
    document_id: str = "d",
    pool: Sequence[Party] = POOL,
    categories: Sequence[Category] = (Category.UAV, Category.MISSILE),
) -> st.SearchStrategy[TransferClaim]:
    pick = st.sampled_from
    return st.builds(
        TransferClaim,
        document_id=st.just(document_id),
        supplier=pick(pool),
        recipient=pick([None, *pool]),
        materiel=pick(materiel(categories)),
        quantity=pick(QUANTITIES),
        stage=pick([Stage.PLANNED, Stage.DELIVERED]),
        polarity=pick(list(Polarity)),
        factuality=pick([Factuality.ASSERTED, Factuality.REPORTED]),
        date=pick(PERIODS),
        mode=pick([Mode.UNSPECIFIED, Mode.AID]),
        attribution=pick(SOURCES),
        evidence=pick(EVIDENCE),
    )


lists = st.lists(claims(), max_size=4)


@st.composite
def corpora(draw: st.DrawFn) -> list[tuple[Gold, list[TransferClaim]]]:
    rows = []
    for number in range(draw(st.integers(0, 3))):
        name = f"d{number}"
        own = st.lists(claims(document_id=name), max_size=2)
        document = Document(id=name, text=TEXT, language=draw(st.sampled_from(["de", "en"])))
        rows.append((Gold(document, tuple(draw(own))), draw(own)))
    return rows


def score_rows(rows: Sequence[tuple[Gold, Sequence[TransferClaim]]]) -> Score:
    return score([gold for gold, _ in rows], {gold.document.id: found for gold, found in rows})


# -- the reference -----------------------------------------------------------------


def party_agrees(one: Party | None, other: Party | None) -> bool:
    a = (one.id, one.country) if one else (None, None)
    b = (other.id, other.country) if other else (None, None)
    if a[1] is not None and b[1] is not None:
        return a[1] == b[1]
    if a == (None, None) or b == (None, None):
        return a == b
    return a[0] == b[0]


def levels(gold: TransferClaim, found: TransferClaim) -> tuple[int, int, int]:
    triple = (
        party_agrees(gold.supplier, found.supplier)
        and party_agrees(gold.recipient, found.recipient)
        and gold.materiel.category == found.materiel.category
    )
    claim = triple and gold.stage == found.stage and gold.polarity == found.polarity

    def bounds(one: TransferClaim) -> tuple[int | None, int | None]:
        return (one.quantity.min, one.quantity.max) if one.quantity else (None, None)

    full = claim and gold.factuality == found.factuality and bounds(gold) == bounds(found)
    return int(triple), int(claim), int(full)


def reference(gold: Sequence[TransferClaim], found: Sequence[TransferClaim]) -> tuple[int, ...]:
    """The best (triple, claim, full) counts, by trying every one-to-one pairing."""
    short, long, flip = (gold, found, False) if len(gold) <= len(found) else (found, gold, True)
    best = (0, 0, 0)
    for chosen in itertools.permutations(range(len(long)), len(short)):
        sums = [0, 0, 0]
        for one, j in zip(short, chosen, strict=True):
            pair = levels(long[j], one) if flip else levels(one, long[j])
            sums = [a + b for a, b in zip(sums, pair, strict=True)]
        best = max(best, (sums[0], sums[1], sums[2]))
    return best


@thorough
@given(lists, lists)
def test_agrees_with_the_reference(gold: list[TransferClaim], found: list[TransferClaim]) -> None:
    row = score_document(gold, found)
    assert tuple(row.counts(level).tp for level in LEVELS) == reference(gold, found)


@thorough
@given(
    st.lists(claims(pool=TRANSITIVE), max_size=4),
    st.lists(claims(pool=TRANSITIVE), max_size=4),
)
def test_every_level_is_greatest_at_once_where_agreement_is_transitive(
    gold: list[TransferClaim], found: list[TransferClaim]
) -> None:
    row = score_document(gold, found)
    for number, level in enumerate(LEVELS):
        alone = _greatest(gold, found, number)
        assert row.counts(level).tp == alone


def _greatest(gold: Sequence[TransferClaim], found: Sequence[TransferClaim], number: int) -> int:
    """Maximum matching on one level alone, by augmenting paths."""
    match: dict[int, int] = {}

    def augment(i: int, seen: set[int]) -> bool:
        for j, other in enumerate(found):
            if levels(gold[i], other)[number] and j not in seen:
                seen.add(j)
                if j not in match or augment(match[j], seen):
                    match[j] = i
                    return True
        return False

    return sum(augment(i, set()) for i in range(len(gold)))


# -- laws --------------------------------------------------------------------------


@quick
@given(corpora())
def test_gold_against_itself_is_perfect(rows: list[tuple[Gold, list[TransferClaim]]]) -> None:
    perfect = score_rows([(gold, list(gold.claims)) for gold, _ in rows])
    for level in LEVELS:
        counts = perfect.counts(level)
        assert (counts.precision, counts.recall, counts.f1) == (1.0, 1.0, 1.0)
        assert counts.fp == counts.fn == 0
    for table in (perfect.slots, perfect.filled_slots, perfect.extra_slots, perfect.mentions_exact,
                  perfect.mentions_overlapping):  # fmt: skip
        assert all(share.value in (1.0, None) for share in table.values())
    assert perfect.evidence_jaccard.value in (1.0, None)
    assert perfect.false_alarms.right == 0


@quick
@given(corpora())
def test_found_and_missed_add_up(rows: list[tuple[Gold, list[TransferClaim]]]) -> None:
    result = score_rows(rows)
    gold = sum(len(one.claims) for one, _ in rows)
    found = sum(len(claimed) for _, claimed in rows)
    for level in LEVELS:
        counts = result.counts(level)
        assert counts.tp + counts.fn == gold
        assert counts.tp + counts.fp == found
        for row in result:
            assert len(row.missed(level)) == row.counts(level).fn
            assert len(row.spurious(level)) == row.counts(level).fp
    by_stage = [result.stage(stage) for stage in Stage]
    assert sum(one.tp for one in by_stage) == result.claim.tp
    assert sum(one.gold for one in by_stage) == gold
    by_category = [result.category(category) for category in Category]
    assert sum(one.predicted for one in by_category) == found
    assert sum(result.confusion.values()) == result.triple.tp
    assert sum(result.confusion[stage, stage] for stage in Stage) == result.slots["stage"].right


@quick
@given(corpora(), st.integers(0, 4))
def test_score_is_the_sum_of_its_parts(
    rows: list[tuple[Gold, list[TransferClaim]]], cut: int
) -> None:
    parts = score_rows(rows[:cut]) + score_rows(rows[cut:])
    assert parts == score_rows(rows)
    assert parts.tally == score_rows(rows).tally
    by_language = sum(score_rows(rows).by_language.values(), Score())
    assert by_language == parts


@quick
@given(corpora(), st.randoms(use_true_random=False))
def test_order_does_not_matter(
    rows: list[tuple[Gold, list[TransferClaim]]], chance: random.Random
) -> None:
    shuffled = []
    for gold, found in rows:
        mixed, claimed = list(gold.claims), list(found)
        chance.shuffle(mixed)
        chance.shuffle(claimed)
        shuffled.append((Gold(gold.document, tuple(mixed)), claimed))
    chance.shuffle(shuffled)
    assert score_rows(shuffled).tally == score_rows(rows).tally


@quick
@given(lists, lists)
def test_swapping_the_sides_swaps_precision_and_recall(
    gold: list[TransferClaim], found: list[TransferClaim]
) -> None:
    one, other = Score((score_document(gold, found),)), Score((score_document(found, gold),))
    for level in LEVELS:
        assert one.counts(level).precision == other.counts(level).recall
        assert one.counts(level).recall == other.counts(level).precision
        assert one.counts(level).f1 == other.counts(level).f1
    assert one.slots == other.slots
    assert one.evidence == other.evidence


@quick
@given(lists, lists, st.lists(claims(categories=[Category.SHIP]), min_size=1, max_size=3),
       st.lists(claims(categories=[Category.SHIP]), max_size=3))  # fmt: skip
def test_an_unrelated_category_changes_nothing(
    gold: list[TransferClaim],
    found: list[TransferClaim],
    more_gold: list[TransferClaim],
    more_found: list[TransferClaim],
) -> None:
    before = Score((score_document(gold, found),))
    after = Score((score_document(more_gold + gold, found + more_found),))
    for category in (Category.UAV, Category.MISSILE):
        for level in LEVELS:
            assert before.category(category, level) == after.category(category, level)
    ships = Score((score_document(more_gold, more_found),))
    assert after.claim == before.claim + ships.claim


@quick
@given(corpora(), lists, lists)
def test_an_unrelated_document_changes_no_other(
    rows: list[tuple[Gold, list[TransferClaim]]],
    gold: list[TransferClaim],
    found: list[TransferClaim],
) -> None:
    more = (Gold(Document(id="d", text=TEXT, language="de"), tuple(gold)), found)
    before = {row.document_id: row.tally for row in score_rows(rows)}
    after = {row.document_id: row.tally for row in score_rows([more, *rows])}
    del after["d"]
    assert before == after


@quick
@given(lists, lists, claims())
def test_one_more_false_claim_never_raises_precision(
    gold: list[TransferClaim], found: list[TransferClaim], extra: TransferClaim
) -> None:
    before, after = score_document(gold, found), score_document(gold, [*found, extra])
    counts, more = before.counts("triple"), after.counts("triple")
    assert more.tp in (counts.tp, counts.tp + 1)
    if more.tp == counts.tp and counts.predicted:
        assert more.precision <= counts.precision


@quick
@given(lists, lists)
def test_pairs_are_one_to_one_and_agree(
    gold: list[TransferClaim], found: list[TransferClaim]
) -> None:
    row = score_document(gold, found)
    assert len({pair.gold for pair in row.pairs}) == len(row.pairs)
    assert len({pair.predicted for pair in row.pairs}) == len(row.pairs)
    for pair in row.pairs:
        expected = levels(gold[pair.gold], found[pair.predicted])
        assert tuple(int(pair.reaches(level)) for level in LEVELS) == expected


@quick
@given(corpora())
def test_interval_holds_for_certain_results(rows: list[tuple[Gold, list[TransferClaim]]]) -> None:
    bounds = interval(score_rows(rows), resamples=50)
    assert 0 <= bounds.low <= bounds.high <= 1
    perfect = interval(score_rows([(gold, list(gold.claims)) for gold, _ in rows]), resamples=50)
    assert (perfect.low, perfect.high) == (1.0, 1.0)


def test_plain_values_are_complete() -> None:
    plain = Score().to_dict()
    assert plain["claim"]["f1"] == 1.0
    assert json.loads(json.dumps(plain)) == plain
    assert {len(row) for row in plain["confusion"].values()} == {len(plain["confusion"])} == {8}
