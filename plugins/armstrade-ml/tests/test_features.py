"""Features: as many as their names, and no names of the world in them."""

from __future__ import annotations

import numpy as np
import pytest
from armstrade_ml.combinations import DOCUMENT_NAMES, NAMES
from armstrade_ml.features import materiel, pair, party, trigger
from armstrade_ml.model import FEATURES
from armstrade_ml.scene import scenes

from armstrade.claims import Document
from armstrade.reading import read

TEXTS = {
    "de": "Polen hat der Ukraine 60 Panzer geliefert. Das Land will ihr auch Drohnen schicken, "
    "die Berlin nicht verkaufen will. Warschau lehnte den Verkauf ab.",
    "en": "Poland has delivered 60 tanks to Ukraine. It will send them drones, too, which Berlin "
    "refused to sell. The deal was approved by Warsaw.",
}


def found(text, language):
    return list(scenes(read(Document(text=text, language=language, published="2023-11-08"))))


@pytest.mark.parametrize("language", TEXTS)
def test_one_value_per_name(language):
    listed = found(TEXTS[language], language)
    assert listed
    for scene in listed:
        assert scene.trigger_rows.shape == (len(scene.triggers), len(trigger.NAMES))
        for t in range(len(scene.triggers)):
            assert scene.party_rows(t).shape == (len(scene.parties), len(party.NAMES))
            assert scene.goods_rows(t).shape == (len(scene.goods), len(materiel.NAMES))
        for s in range(len(scene.parties)):
            for r in range(len(scene.parties)):
                assert len(scene.pair_row(s, r)) == len(pair.PARTIES)
            for m in range(len(scene.goods)):
                assert len(scene.ownership_row(s, m)) == len(pair.GOODS)


def test_names_are_unique():
    for names in (*FEATURES.values(), NAMES, DOCUMENT_NAMES, trigger.NAMES, party.NAMES):
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [("en", ("Poland", "Ukraine"), ("Brazil", "Nigeria")),
     ("de", ("Polen", "der Ukraine"), ("Spanien", "der Mongolei"))],
)  # fmt: skip
def test_another_name_of_the_same_kind_changes_nothing(language, before, after):
    text = TEXTS[language].split(". ")[0] + "."
    other = text
    for old, new in zip(before, after, strict=True):
        other = other.replace(old, new)
    one, two = found(text, language), found(other, language)
    assert np.array_equal(one[0].trigger_rows, two[0].trigger_rows)
    assert np.array_equal(one[0].party_rows(0), two[0].party_rows(0))
    assert np.array_equal(one[0].goods_rows(0), two[0].goods_rows(0))
