"""Agreement between extractors: alpha against a slow reference, and the laws of the rest."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armstrade.benchmark import Report, benchmark, krippendorff
from armstrade.claims import TransferClaim
from armstrade.corpora import Corpus

Damage = Callable[[Corpus, int], dict]  # type: ignore[type-arg]
UNITS = st.lists(st.lists(st.sampled_from(["a", "b", "c", None]), max_size=4), max_size=8)


class Told:
    """Says about each document what it was told to say."""

    version = "1"
    languages = ("de", "en")

    def __init__(self, name: str, claims: dict[str, list[TransferClaim]]) -> None:
        self.name = name
        self.claims = claims

    def extract(self, reading) -> Iterable[TransferClaim]:  # type: ignore[no-untyped-def]
        return self.claims[reading.document.id]


def slow_alpha(units: Sequence[Sequence[str | None]]) -> float | None:
    """The definition, pair by pair: 1 - observed / expected disagreement."""
    filled = [[answer for answer in unit if answer is not None] for unit in units]
    filled = [unit for unit in filled if len(unit) > 1]
    answers = [answer for unit in filled for answer in unit]
    n = len(answers)
    if n < 2:
        return None
    observed = (
        sum(
            (one != other) / (len(unit) - 1)
            for unit in filled
            for one, other in itertools.permutations(unit, 2)
        )
        / n
    )
    expected = sum(a != b for a, b in itertools.permutations(answers, 2)) / (n * (n - 1))
    return 1 - observed / expected if expected else None


@given(UNITS)
def test_alpha_is_what_the_definition_says(units: list[list[str | None]]) -> None:
    found = krippendorff(units)
    expected = slow_alpha(units)
    if expected is None:
        assert found.value is None
    else:
        assert found.value == pytest.approx(expected, abs=1e-12)
    assert krippendorff([unit[::-1] for unit in units[::-1]]).value == pytest.approx(found.value)


def test_alpha_of_krippendorffs_own_example() -> None:
    """Four observers, twelve units, nominal: 0.743 (Krippendorff 2011, section C and D)."""
    table = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
        [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
    ]
    found = krippendorff(list(zip(*table, strict=True)))
    assert found.value == pytest.approx(0.743, abs=0.0005)
    assert (found.units, found.answers) == (11, 40)


@pytest.fixture(scope="module")
def three(dev: Corpus, damage: Damage) -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARMSTRADE_LOAD_PLUGINS", "")
        told = [Told(name, damage(dev, seed)) for seed, name in enumerate(("one", "two", "three"))]
        return benchmark(told, corpus=dev, resamples=50)


def test_agreement_of_three(three: Report) -> None:
    found = three.agreement
    assert found is not None
    assert found.names == ("one", "two", "three")
    for one, other in itertools.product(found.names, repeat=2):
        share = found.overlap[one, other]
        assert share.total == three[one].score.claim.predicted
        # What one shares with the other, the other shares with it.
        assert share.right == (share.total if one == other else found.overlap[other, one].right)
    for name in found.names:
        gain = found.gains[name]
        assert gain.union_f1 == pytest.approx(three["union"].score.claim.f1)
        assert gain.oracle_recall == pytest.approx(three["oracle"].score.claim.recall)
        assert gain.recall == pytest.approx(found.unique[name].alone / len(three.corpus.claims))
    assert {one.slot for one in found.contradictions}
    for one in found.contradictions:
        assert one.one < one.other
        assert {claim.document_id for claim in one.claims} == {one.document_id}
    pairs = itertools.combinations(found.names, 2)
    assert sum(found.contradicting(*pair).total() for pair in pairs) == len(found.contradictions)
    assert found.contradicting("one", "two") == found.contradicting("two", "one")
    for alpha in found.alpha.values():
        assert alpha.value is None or alpha.value <= 1
    assert three.to_dict()["agreement"]["alpha"]["factuality"]["units"] > 0


def test_two_that_say_the_same_agree(dev: Corpus) -> None:
    claims = {gold.id: list(gold.claims) for gold in dev}
    report = benchmark([Told("left", claims), Told("right", claims)], corpus=dev, resamples=50)
    found = report.agreement
    assert found is not None
    assert found.contradictions == ()
    assert {one.value for one in found.alpha.values()} <= {1.0, None}
    assert found.overlap["left", "right"].value == 1.0
    assert (found.gains["left"].f1, found.gains["left"].recall) == (0.0, 0.0)


def test_one_extractor_agrees_with_nobody(dev: Corpus) -> None:
    assert benchmark(["nothing"], corpus=dev).agreement is None


@settings(deadline=None, max_examples=10)
@given(st.permutations(["one", "two", "three"]))
def test_order_of_extractors_does_not_matter(three: Report, names: list[str]) -> None:
    whole = three.agreement
    assert whole is not None
    systems = sorted(three.extractors, key=lambda one: names.index(one.name))
    shuffled = {
        name: tuple(sorted(said, key=lambda one: names.index(one.extractor)))
        for name, said in three.outcomes.items()
    }
    other = Report(three.corpus, tuple(systems), shuffled).agreement
    assert other is not None
    assert other.overlap == whole.overlap
    assert other.alpha == whole.alpha
    assert other.contradictions == whole.contradictions
    assert other.gains == whole.gains
