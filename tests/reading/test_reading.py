"""The reading: clauses, parties with their place, materiel with its quantity, triggers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrade.claims import Document
from armstrade.reading import read


def sentence(text, language):
    return read(Document(text=text, language=language)).sentences[0]


def kinds(text, language):
    return [clause.kind for clause in sentence(text, language).clauses]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Norwegen liefert Estland Minen.", ["main"]),
        ("de", "Oslo sagt, dass Estland Minen bekommt.", ["main", "sub"]),
        ("de", "Estland, dem Oslo Minen schenkt, dankt.", ["main", "rel"]),
        ("de", "Oslo weigert sich, Estland Minen zu liefern.", ["main", "inf"]),
        ("de", "Die von Oslo gelieferten Minen lagern in Tallinn.", ["main", "attr"]),
        ("de", "Oslo liefert Minen an Estland, Rom Radare an Chile.", ["main", "gap"]),
        ("de", "Polen, die Slowakei und Ungarn haben Minen gekauft.", ["main"]),
        ("en", "Norway sent mines to Estonia.", ["main"]),
        ("en", "Oslo says that Estonia will get mines.", ["main", "sub"]),
        ("en", "Estonia, which bought mines from Norway, said nothing.", ["main", "rel"]),
    ],
)
def test_clauses(language, text, expected):
    assert kinds(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Türkei verkaufte Kiew Motoren.", {"dat", "gen"}),
        ("de", "Den Iran beliefert Moskau.", {"acc"}),
        ("de", "Dem Irak half Paris.", {"dat"}),
    ],
)
def test_german_articles_mark_the_case(language, text, expected):
    assert sentence(text, language).parties[0].cases == expected


@pytest.mark.parametrize(
    ("language", "text", "preposition"),
    [
        ("de", "Die Haubitzen gehen an die Armee von Kenia.", "an"),
        ("de", "Die Haubitzen gehen ans ferne Chile.", "an"),
        ("en", "The howitzers go to the army of Kenya.", "to"),
    ],
)
def test_the_preposition_reaches_over_the_whole_phrase(language, text, preposition):
    party = next(p for p in sentence(text, language).parties if p.key in ("KE", "CL"))
    assert party.preposition == preposition


@pytest.mark.parametrize(
    ("language", "text", "category", "designation", "amount"),
    [
        ("de", "Rom bestellt 24 Kampfjets vom Typ F-16.", "aircraft", "F-16", 24),
        ("de", "Rom bestellt zwölf Leopard-Panzer.", "armoured_vehicle", "Leopard", 12),
        ("de", "Rom bestellt 300 Schuss Munition für den Gepard.", "ammunition", None, 300),
        ("de", "Rom gab die zwölf bereits bezahlten Panzer ab.", "armoured_vehicle", None, 12),
        ("de", "Rom gab die vier in Linz bestellten Panzer ab.", "armoured_vehicle", None, 4),
        ("en", "Rome orders 24 F-16 fighter jets.", "aircraft", "F-16", 24),
        ("en", "Rome orders a dozen helicopter engines.", "engine", None, 12),
    ],
)
def test_materiel_phrases(language, text, category, designation, amount):
    (phrase,) = sentence(text, language).materiel
    assert phrase.category == category
    assert (phrase.designation or "").startswith(designation or "")
    assert phrase.quantity.min == amount


def test_a_brigade_of_tanks_is_no_materiel():
    assert sentence("Die Panzerbrigade zog nach Osten.", "de").materiel == []


def test_a_delivery_of_weapons_carries_its_materiel():
    (phrase,) = sentence("Die Waffenlieferungen gehen weiter.", "de").materiel
    assert phrase.inside is not None
    assert phrase.category == "unspecified"


@pytest.mark.parametrize(
    ("language", "text", "lemma"),
    [
        ("de", "Oslo sagte Estland Minen zu.", "zusagen"),
        ("de", "Oslo gab grünes Licht für die Ausfuhr.", "grünes Licht geben"),
        ("de", "Der Lieferstopp traf Estland.", "Lieferstopp"),
        ("en", "Oslo handed the mines over to Estonia.", "hand over"),
        ("en", "The order for mines was signed.", "order"),
    ],
)
def test_triggers(language, text, lemma):
    assert lemma in [t.row.lemma for t in sentence(text, language).triggers]


@pytest.mark.parametrize("text", ["The arms supplies to Syria ended.", "They kept order in Oslo."])
def test_a_noun_is_no_verb(text):
    assert not any(t.is_verb and t.row.lemma in ("supply", "order")
                   for t in sentence(text, "en").triggers)  # fmt: skip


@given(st.text(alphabet="Kiew liefrt ,.„“äß\n\r1🛡 und dass die Panzer", max_size=120))
def test_every_offset_stays_inside_the_document(text):
    reading = read(Document(text=text, language="de"))
    for one in reading.sentences:
        for word in one.words:
            assert text[word.start : word.end] == word.text
        for phrase in (*one.parties, *one.materiel):
            assert one.start <= phrase.start < phrase.end <= len(text)
        owners = [i for clause in one.clauses for i in clause.words]
        assert len(owners) == len(set(owners)), "a word belongs to one clause only"


@pytest.mark.parametrize(
    ("language", "text", "groups"),
    [
        ("en", "Poland sent 60 tanks, 12 howitzers and ammunition.", [1, 1, 1]),
        ("en", "Poland sent tanks and later, when asked, howitzers.", [-1, -1]),
        ("en", "Tanks and howitzers came by rail, drones and missiles by air.", [1, 1, 2, 2]),
        ("de", "Polen schickte 60 Panzer, zwölf Haubitzen sowie Munition.", [1, 1, 1]),
        ("de", "Polen schickte Panzer; die Haubitzen blieben im Land.", [-1, -1]),
    ],
)
def test_materiel_of_a_list_is_grouped(language: str, text: str, groups: list[int]) -> None:
    sentence = read(Document(text=text, language=language)).sentences[0]
    assert [phrase.group for phrase in sentence.materiel] == groups


def test_a_sentence_may_end_with_the_adjective_of_a_region():
    text = "Polen liefert Panzer an die Ukraine. Mehr zu Waffen unter bayerische-heimat"
    last = read(Document(text=text, language="de")).sentences[-1]
    assert [(party.key, party.kind) for party in last.parties] == [("DE", "adjective")]
