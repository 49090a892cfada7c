"""Features: as many as their names, and no names of the world in them."""

from __future__ import annotations

import numpy as np
import pytest
from armstrade_ml.combinations import NAMES
from armstrade_ml.context import DOCUMENT_NAMES
from armstrade_ml.features import materiel, pair, party, trigger
from armstrade_ml.model import FEATURES
from armstrade_ml.scene import scenes
from armstrade_ml.standing import NAMES as STANDING
from armstrade_ml.tables import Tables, telling

from armstrade.claims import Document
from armstrade.reading import read

TEXTS = {
    "de": "Polen hat der Ukraine 60 Panzer geliefert. Das Land will ihr auch Drohnen schicken, "
    "die Berlin nicht verkaufen will. Warschau lehnte den Verkauf ab.",
    "en": "Poland has delivered 60 tanks to Ukraine. It will send them drones, too, which Berlin "
    "refused to sell. The deal was approved by Warsaw.",
}


def found(text, language):
    document = Document(text=text, language=language, published="2023-11-08")
    return Tables(list(scenes(read(document))))


@pytest.mark.parametrize("language", TEXTS)
def test_one_value_per_name(language):
    tables = found(TEXTS[language], language)
    assert tables.scenes
    seen = [(scene, len(scene.triggers)) for scene in tables.scenes]
    parties = sum(n * len(scene.parties) for scene, n in seen)
    goods = sum(n * len(scene.goods) for scene, n in seen)
    assert tables.triggers.shape == (sum(n for _, n in seen), len(trigger.NAMES))
    assert tables.parties.shape == (parties, len(party.NAMES))
    assert tables.goods.shape == (goods, len(materiel.NAMES))
    candidates = np.array([0, 1]), np.array([1, 0]), np.array([0, 0])
    pairs = tables.pair_columns(*candidates)
    assert len(pairs) == len(pair.PARTIES) + 2 * len(pair.GOODS)
    assert {column.shape for column in pairs} == {(2,)}


def test_rows_of_a_candidate_stand_where_they_are_looked_for():
    tables = found(TEXTS["en"], "en")
    t, s, r, m = tables.rows_of((1, 0, 1, 0, 0))
    assert t == len(tables.scenes[0].triggers)
    assert tables.party_trigger[s] == tables.party_trigger[r] == tables.goods_trigger[m] == t
    assert s == tables.party_rows_of(1, 0)[1]
    assert m == tables.goods_rows_of(1, 0)[0]


class Every:
    """A scorer that believes in some triggers of a document, by their place in it."""

    groups = (1,)

    def __init__(self, *believed):
        self.believed = believed

    def __call__(self, rows):
        return np.array([[float(i in self.believed)] for i in range(len(rows))], np.float32)


def test_only_triggers_that_may_tell_a_claim_are_looked_at_closely():
    def listed():
        return scenes(read(Document(text=TEXTS["en"], language="en", published="2023-11-08")))

    whole = Tables(list(listed()))
    count = len(whole.triggers)
    assert count >= 4
    everything = telling(listed(), Every(*range(count)), 0.5)
    assert np.array_equal(everything.parties, whole.parties)
    last = telling(listed(), Every(count - 1), 0.5)
    assert [len(scene.triggers) for scene in last.scenes] == [1]
    assert np.array_equal(last.triggers, whole.triggers[-1:])
    rows = slice(len(whole.parties) - len(last.parties), None)
    assert np.array_equal(last.parties, whole.parties[rows])
    assert telling(listed(), Every(), 0.5) is None
    assert telling([], Every(), 0.5) is None


def test_parties_between_are_counted():
    text = "Poland, not Brazil, has delivered 60 tanks to Ukraine."
    tables = found(text, "en")
    keys = [one.key for one in tables.scenes[0].parties]
    suppliers = np.array([keys.index("PL"), keys.index("BR")])
    recipients = np.full(2, keys.index("UA"))
    columns = tables.pair_columns(suppliers, recipients, np.zeros(2, int))
    assert columns[pair.PARTIES.index("parties_between")].tolist() == [1, 0]


def test_how_much_a_document_is_about_a_party():
    text = (
        "NAIROBI, May 3 - Turkey has delivered 12 drones to Kenya. Uganda looks on.\n\n"
        "Kenya will get more drones from Turkey, but Kenya will not say how many."
    )
    scene = next(scenes(read(Document(text=text, language="en", published="2023-05-03"))))
    told = {
        key: dict(zip(STANDING, scene.standings.row(key), strict=True))
        for key in ("KE", "TR", "UG", "FR")
    }
    assert [told[key]["doc_home"] for key in told] == [1, 0, 0, 0]
    assert [told[key]["doc_count"] for key in told] == [4, 2, 1, 0]
    assert told["KE"]["doc_rank"] < told["TR"]["doc_rank"] < told["UG"]["doc_rank"]
    assert [told[key]["doc_first"] for key in told] == [1, 0, 0, 0]


def test_a_list_is_as_near_as_the_nearest_of_it():
    text = "Poland has delivered 60 tanks, 12 howitzers and ammunition to Ukraine."
    tables = found(text, "en")
    goods = tables.goods[list(tables.goods_rows_of(0, 0))]
    assert len(set(goods[:, materiel.NAMES.index("distance")])) == 3
    assert len(set(goods[:, materiel.NAMES.index("list_distance")])) == 1
    behind = goods[:, materiel.NAMES.index("listed_behind")].tolist()
    assert behind[:3] == [0, 1, 1]
    assert goods[:, materiel.NAMES.index("list_nearest")].all()


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
    assert np.array_equal(one.triggers, two.triggers)
    assert np.array_equal(one.parties, two.parties)
    assert np.array_equal(one.goods, two.goods)
