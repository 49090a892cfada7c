"""What is made of scored proposals."""

from __future__ import annotations

import pytest
from armstrade_ml.decode import ANOTHER, Proposal, choose
from armstrade_ml.scene import scenes

from armstrade.claims import Document, Factuality, Polarity, Stage
from armstrade.reading import read

TEXT = (
    "Poland has delivered 60 tanks to Ukraine. Poland also delivered {} tanks to Ukraine in May. "
    "Poland will deliver more."
)


def proposals(again: str, first: float, second: float) -> list[Proposal]:
    """Both sentences told as the same claim, with these scores."""
    document = Document(text=TEXT.format(again), language="en", published="2023-11-08")
    found = []
    for scene, score in zip(scenes(read(document)), (first, second), strict=False):
        keys = [party.key for party in scene.parties]
        key = (0, keys.index("PL"), keys.index("UA"), 0)
        found.append(
            Proposal(scene, key, Stage.DELIVERED, Polarity.AFFIRMED, Factuality.ASSERTED, score)
        )
    assert len(found) == 2
    return found


@pytest.mark.parametrize(
    ("again", "second", "count"),
    [
        ("30", ANOTHER + 0.01, 2),
        ("30", ANOTHER - 0.01, 1),
        ("60", 0.8, 1),
        ("the promised", 0.8, 1),
    ],
)
def test_the_same_again_counts_only_with_another_number(again, second, count):
    kept = choose(proposals(again, 0.9, second), least=0.2, repeated=0.3)
    assert [one.number for one in kept] == [(60, 60), (30, 30)][:count]


def test_nothing_below_the_least_score():
    assert choose(proposals("30", 0.1, 0.1), least=0.2, repeated=0.3) == []
