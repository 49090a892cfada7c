"""Log-odds of links, and what rivals take from one another."""

from __future__ import annotations

import pytest

from armstrade.lexicon.linking.scoring import CERTAIN, log_odds, shares, weights


def test_traits_add_up_and_unknown_ones_say_nothing():
    known = {"any link": 1.0, "swap": -0.5}
    assert log_odds([], known) == 1.0
    assert log_odds(["swap", "swap", "never met"], known) == 0.0


def test_no_trait_makes_a_link_certain():
    assert log_odds(["sure"] * 9, {"any link": 0.0, "sure": 9.0}) < CERTAIN


def test_one_family_shares_nothing_and_rivals_share_all():
    alone = shares([("a", 3.0)])[0]
    family = shares([("a", 3.0), ("a", 3.0)])
    rivals = shares([("a", 3.0), ("b", 3.0)])
    assert family == [alone, alone]
    assert rivals[0] == rivals[1]
    assert sum(rivals) < 1.0
    assert rivals[0] < alone


def test_what_is_written_as_it_should_be_has_no_rivals():
    assert shares([("a", CERTAIN), ("b", 5.0)])[0] == 1.0
    assert shares([("a", CERTAIN), ("b", 5.0)])[1] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("tier", ["spelling", "look-alike", "transliteration", "typo", "two typos"])
def test_a_longer_name_is_never_less_sure(tier):
    known = weights()
    sizes = [known[f"{tier} {size}"] for size in range(1, 13)]
    assert sizes == sorted(sizes)
