"""What is learnt from the words around a trigger, and what must not be."""

from __future__ import annotations

import numpy as np
import pytest
from armstrade_ml.features.words import NAMES, contexts, spelt
from armstrade_ml.scene import scenes
from armstrade_ml.training.examples import prepare
from armstrade_ml.training.words import fit_wording
from armstrade_ml.wording import Wording

from armstrade import corpora
from armstrade.claims import Document
from armstrade.reading import read


def around(text, language):
    scene, *_ = scenes(read(Document(text=text, language=language)))
    return [spelt(one) for one in contexts(scene.view, scene.seen)]


def test_words_are_told_by_where_they_stand():
    (context,) = around("Poland has secretly delivered 60 tanks to Ukraine.", "en")
    assert {"en t deliver", "en l1 secretly", "en l has", "en r1 <number>", "en s to"} <= context
    assert not any("delivered" in word for word in context if not word.startswith("en s"))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "Poland will give Ukraine 60 T-72 tanks, Marek Kowal said in Torun.",
            "Italy will give Lebanon 8 M60 tanks, Paolo Verdi said in Pistoia.",
        ),
        (
            "de",
            "Polen hat der Ukraine 60 Panzer vom Typ T-72 geliefert.",
            "Jordanien hat der Türkei 8 Panzer vom Typ M60 geliefert.",
        ),
    ],
)
def test_names_and_numbers_are_not_seen(language, one, other):
    assert around(one, language) == around(other, language)


def test_known_words_are_added_up():
    weights = np.zeros((3, len(NAMES)), np.float32)
    weights[0, 0], weights[1, 2] = 1.0, -1.0
    places = {"en s a": 0, "en t b": 1}
    wording = Wording(places, weights, np.full(len(NAMES), 0.5, np.float32))
    some, all_of_it = ["a", "b"], ["b", "a", "a", "unknown"]
    told = wording([[("en s", some)], [("en s", ["b"])], [("en s", some), ("en t", all_of_it)]])
    root = 3 / np.sqrt(2)
    assert told[:, 0] == pytest.approx([3.5, 0.5, 0.5 + root])
    assert told[:, 2] == pytest.approx([0.5, 0.5, 0.5 - root])
    assert wording([]).shape == (0, len(NAMES))


@pytest.mark.parametrize("words", [["de t liefern", "de s für"], []])
def test_words_are_kept_as_they_are(words):
    weights = np.ones((len(words) + 1, len(NAMES)), np.float32)
    weights[-1] = 0
    wording = Wording({word: i for i, word in enumerate(words)}, weights, weights[-1])
    again = Wording.of(wording.tensors())
    assert again.places == wording.places
    assert np.array_equal(again.weights, weights)
    assert np.array_equal(again([[("de s", ["für"])]]), wording([[("de s", ["für"])]]))


def test_what_is_learnt_tells_claims_from_the_rest():
    gold = list(corpora.load("newsroom/plain", language="en"))
    wording = fit_wording(list(prepare(gold[:40])))
    right, wrong = [], []
    for example in prepare(gold[40:]):
        told = iter(wording(example.contexts)[:, 0].tolist())
        for scene, aligned in zip(example.scenes, example.aligned, strict=True):
            telling = {key[0] for key in aligned.chosen}
            for t in range(len(scene.triggers)):
                (right if t in telling else wrong).append(next(told))
    assert np.mean(right) > np.mean(wrong) + 0.5
