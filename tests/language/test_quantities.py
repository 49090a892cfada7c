"""Quantities, against the table of the annotation guide and the constructions around it."""

from __future__ import annotations

import pytest

from armstrade.language import QuantityMatch, quantities

# (text, [(min, max, unit, kind)], reason); articles are left out of what is compared.
DE = [
    ("150 Panzer", [(150, 150, "piece", "count")], "plain figures"),
    ("rund 150 Panzer", [(150, 150, "piece", "count")], "approximator"),
    ("mehr als 200 Panzer", [(200, None, "piece", "count")], "lower bound"),
    ("mindestens zweihundert Panzer", [(200, None, "piece", "count")], "lower bound in words"),
    ("bis zu 30 Panzer", [(None, 30, "piece", "count")], "upper bound"),
    ("höchstens zwölf Jets", [(None, 12, "piece", "count")], "upper bound in words"),
    ("weniger als 40 Jets", [(None, 40, "piece", "count")], "upper bound"),
    ("20 bis 30 Panzer", [(20, 30, "piece", "count")], "range"),
    ("20-30 Panzer", [(20, 30, "piece", "count")], "range with a hyphen"),
    ("20–30 Panzer", [(20, 30, "piece", "count")], "range with a dash"),
    ("zwischen 20 und 30 Panzer", [(20, 30, "piece", "count")], "range in words"),
    ("fünf oder sechs Panzer", [(5, 6, "piece", "count")], "alternative"),
    ("20 und 30 Panzer", [(20, 20, "piece", "count"), (30, 30, "piece", "count")], "two numbers"),
    ("zwei bis drei Millionen Schuss", [(2000000, 3000000, "piece", "count")], "shared scale"),
    ("ein Dutzend Panzer", [(12, 12, "piece", "count")], "dozen"),
    ("ein halbes Dutzend Panzer", [(6, 6, "piece", "count")], "half a dozen"),
    ("zwei Dutzend Panzer", [(24, 24, "piece", "count")], "dozens counted"),
    ("mehr als ein Dutzend Jets", [(12, None, "piece", "count")], "bound on a dozen"),
    ("anderthalb Dutzend Jets", [(18, 18, "piece", "count")], "halves"),
    ("anderthalbtausend Raketen", [(1500, 1500, "piece", "count")], "halves, one word"),
    ("anderthalb Millionen Schuss", [(1500000, 1500000, "piece", "count")], "halves, scale"),
    ("eine halbe Million Granaten", [(500000, 500000, "piece", "count")], "half a million"),
    ("1,5 Millionen Granaten", [(1500000, 1500000, "piece", "count")], "decimal and scale"),
    ("Dutzende Panzer", [(24, 99, "piece", "count")], "ANNOTATION 4"),
    ("Hunderte Panzer", [(200, 999, "piece", "count")], "ANNOTATION 4"),
    ("mehrere hundert Panzer", [(200, 999, "piece", "count")], "ANNOTATION 4"),
    ("Tausende Gewehre", [(2000, 9999, "piece", "count")], "ANNOTATION 4"),
    ("mehrere tausend Gewehre", [(2000, 9999, "piece", "count")], "ANNOTATION 4"),
    ("Zehntausende Granaten", [(20000, 99999, "piece", "count")], "ANNOTATION 4"),
    ("Hunderttausende Granaten", [(200000, 999999, "piece", "count")], "ANNOTATION 4"),
    ("Millionen Patronen", [(2000000, 9999999, "piece", "count")], "ANNOTATION 4"),
    ("einige Panzer", [(None, None, "piece", "vague")], "ANNOTATION 4"),
    ("mehrere Panzer", [(None, None, "piece", "vague")], "ANNOTATION 4"),
    ("weitere Panzer", [(None, None, "piece", "vague")], "ANNOTATION 4"),
    ("ein paar alte Haubitzen", [(None, None, "piece", "vague")], "vague phrase"),
    ("die erste Fregatte", [(1, 1, "piece", "ordinal")], "the first of several"),
    ("die ersten 22 Panzer", [(22, 22, "piece", "count")], "a number after the ordinal"),
    ("die ersten Panzer", [(None, None, "piece", "vague")], "plural ordinal"),
    ("zum ersten Mal", [], "an ordinal that counts times"),
    ("beide Schiffe", [(2, 2, "piece", "count")], "both"),
    ("25.000 Granaten", [(25000, 25000, "piece", "count")], "full stop in thousands"),
    ("25 000 Granaten", [(25000, 25000, "piece", "count")], "space in thousands"),
    ("25\u00a0000 Granaten", [(25000, 25000, "piece", "count")], "no-break space"),
    ("12'400 Schuss", [(12400, 12400, "piece", "count")], "Swiss thousands"),
    ("zweihundertfünfzig Panzer", [(250, 250, "piece", "count")], "compound word"),
    ("dreitausendvierhundert Helme", [(3400, 3400, "piece", "count")], "compound word"),
    ("drei Batterien", [(3, 3, "battery", "count")], "unit"),
    ("zwei Patriot-Batterien", [(2, 2, "battery", "count")], "unit as head of a compound"),
    ("120 Tonnen Munition", [(120, 120, "tonne", "count")], "unit"),
    ("rund 20.000 Container", [(20000, 20000, "container", "count")], "unit"),
    ("drei Staffeln Jets", [(3, 3, "squadron", "count")], "unit"),
    ("zwei Bataillone", [(2, 2, "battalion", "count")], "unit"),
    ("vier Lieferungen", [(4, 4, "shipment", "count")], "unit"),
    ("100 Patronen", [(100, 100, "piece", "count")], "no tonnes in Patronen"),
    ("eine fünfstellige Stückzahl", [(10000, 99999, "piece", "count")], "number of digits"),
    ("Kampfjets vom Typ F-16", [], "designation"),
    ("Panzer vom Typ T-72", [], "designation"),
    ("Panzer vom Typ Leopard 2", [], "designation"),
    ("U-Boote vom Typ 212A", [], "designation"),
    ("das System S-400 und die Mi-8", [], "designation"),
    ("der Marder 1A3", [], "designation"),
    ("sieben Panzerhaubitzen 2000", [(7, 7, "piece", "count")], "designation after a count"),
    ("2K22 und M777 der G7", [], "designation"),
    ("nach Artikel 5", [], "reference"),
    ("155-mm-Granaten", [(155, 155, "piece", "measure")], "calibre"),
    ("155-Millimeter-Granaten", [(155, 155, "piece", "measure")], "calibre"),
    ("seit 2014", [(2014, 2014, "piece", "year")], "year"),
    ("im Jahr 2022", [(2022, 2022, "piece", "year")], "year"),
    ("in den Jahren 2012-13", [(2012, 2012, "piece", "year")], "years"),
    ("2000 Panzer", [(2000, 2000, "piece", "count")], "no year"),
    ("um 17:48 Uhr", [(None, None, "piece", "measure")], "time"),
    ("am 8. November", [], "date"),
    ("am 08.11.2023", [], "date"),
    ("es stand 3:1", [], "score"),
    ("25 Millionen Euro", [(25000000, 25000000, "piece", "money")], "money"),
    ("3,5 Prozent", [(4, 4, "piece", "percent")], "share"),
    ("300 Kilometer", [(300, 300, "piece", "measure")], "distance"),
    ("63 Jahre", [(63, 63, "piece", "measure")], "age"),
    ("verhandelt über 40 Panzer", [(40, 40, "piece", "count")], "about, not above"),
    ("ein Angebot über 40 Panzer", [(40, 40, "piece", "count")], "about, not above"),
    ("gab schon 2011 gebrauchte Panzer ab", [(2011, 2011, "piece", "year")], "since when"),
    ("gab bereits 2100 Panzer ab", [(2100, 2100, "piece", "count")], "a round number"),
    ("schickte über 40 Panzer", [(40, None, "piece", "count")], "above"),
]
EN = [
    ("150 tanks", [(150, 150, "piece", "count")], "plain figures"),
    ("about 150 tanks", [(150, 150, "piece", "count")], "approximator"),
    ("some 3,000 rifles", [(3000, 3000, "piece", "count")], "ANNOTATION 4"),
    ("nearly 150 tanks", [(150, 150, "piece", "count")], "approximator"),
    ("at least 200 tanks", [(200, None, "piece", "count")], "lower bound"),
    ("no fewer than twelve jets", [(12, None, "piece", "count")], "lower bound"),
    ("more than 240 tanks", [(240, None, "piece", "count")], "lower bound"),
    ("up to 30 tanks", [(None, 30, "piece", "count")], "upper bound"),
    ("as many as 150 jets", [(None, 150, "piece", "count")], "upper bound"),
    ("fewer than 40 jets", [(None, 40, "piece", "count")], "upper bound"),
    ("20 to 30 tanks", [(20, 30, "piece", "count")], "range"),
    ("20-30 tanks", [(20, 30, "piece", "count")], "range"),
    ("between 20 and 30 tanks", [(20, 30, "piece", "count")], "range"),
    ("five or six tanks", [(5, 6, "piece", "count")], "alternative"),
    ("20 and 30 tanks", [(20, 20, "piece", "count"), (30, 30, "piece", "count")], "two numbers"),
    ("a dozen tanks", [(12, 12, "piece", "count")], "dozen"),
    ("half a dozen tanks", [(6, 6, "piece", "count")], "half a dozen"),
    ("two dozen tanks", [(24, 24, "piece", "count")], "dozens counted"),
    ("dozens of tanks", [(24, 99, "piece", "count")], "dozens"),
    ("hundreds of tanks", [(200, 999, "piece", "count")], "hundreds"),
    ("several hundred tanks", [(200, 999, "piece", "count")], "ANNOTATION 4"),
    ("a few hundred rifles", [(200, 999, "piece", "count")], "a few hundred"),
    ("thousands of rifles", [(2000, 9999, "piece", "count")], "thousands"),
    ("tens of thousands of shells", [(20000, 99999, "piece", "count")], "tens of thousands"),
    ("hundreds of thousands of shells", [(200000, 999999, "piece", "count")], "hundreds of"),
    ("two hundred and fifty tanks", [(250, 250, "piece", "count")], "words"),
    ("twenty-four tanks", [(24, 24, "piece", "count")], "words"),
    ("a hundred tanks", [(100, 100, "piece", "count")], "words"),
    ("a million rounds", [(1000000, 1000000, "piece", "count")], "words"),
    ("half a million rounds", [(500000, 500000, "piece", "count")], "half a million"),
    ("4.2 million rounds", [(4200000, 4200000, "piece", "count")], "decimal and scale"),
    ("25,000 shells", [(25000, 25000, "piece", "count")], "comma in thousands"),
    ("several tanks", [(None, None, "piece", "vague")], "ANNOTATION 4"),
    ("some tanks", [(None, None, "piece", "vague")], "some without a number"),
    ("the first frigate", [(1, 1, "piece", "ordinal")], "the first of several"),
    ("the first 22 tanks", [(22, 22, "piece", "count")], "a number after the ordinal"),
    ("for the first time", [], "an ordinal that counts times"),
    ("both ships", [(2, 2, "piece", "count")], "both"),
    ("a pair of ships", [(2, 2, "piece", "count")], "pair"),
    ("four batteries", [(4, 4, "battery", "count")], "unit"),
    ("two Patriot batteries", [(2, 2, "battery", "count")], "unit after a name"),
    ("70 tonnes of shells", [(70, 70, "tonne", "count")], "unit"),
    ("13,000 containers", [(13000, 13000, "container", "count")], "unit"),
    ("two consignments", [(2, 2, "shipment", "count")], "unit"),
    ("two battalions", [(2, 2, "battalion", "count")], "unit"),
    ("F-16 jets and T-72 tanks", [], "designation"),
    ("Leopard 2 tanks", [], "designation"),
    ("a Type 218SG submarine", [], "designation"),
    ("under Article 5", [], "reference"),
    ("F-16 Block 70 jets", [], "designation"),
    ("155mm shells", [(155, 155, "piece", "measure")], "calibre"),
    ("155-mm shells", [(155, 155, "piece", "measure")], "calibre"),
    ("since 2014", [(2014, 2014, "piece", "year")], "year"),
    ("in 2012-13", [(2012, 2012, "piece", "year")], "years"),
    ("on Dec. 7", [], "date"),
    ("on 8 November", [], "date"),
    ("at 2:14 a.m.", [(None, None, "piece", "measure")], "time"),
    ("$716 million", [(716000000, 716000000, "piece", "money")], "money"),
    ("75 percent", [(75, 75, "piece", "percent")], "share"),
    ("a 30-year-old jet", [(30, 30, "piece", "measure")], "age"),
    ("four-fifths of it", [(4, 4, "piece", "measure")], "fraction"),
    ("talks over 12 jets", [(12, 12, "piece", "count")], "about, not above"),
    ("handed over 40 jets", [(40, 40, "piece", "count")], "a particle, not a bound"),
    ("over 40 jets", [(40, None, "piece", "count")], "above"),
    ("no one said so", [], "a pronoun"),
]
COUNTING = [
    ("de", "weitere 34 Panzer", 34, "additional"),
    ("de", "sechs weitere Panzer", 6, "additional"),
    ("de", "zusätzliche 10 Panzer", 10, "additional"),
    ("de", "insgesamt 30 Panzer", 30, "cumulative"),
    ("de", "davon sechs aus Polen", 6, "subset"),
    ("de", "sechs davon", 6, "subset"),
    ("de", "34 Panzer", 34, None),
    ("en", "another ten tanks", 10, "additional"),
    ("en", "ten more tanks", 10, "additional"),
    ("en", "another tank", 1, "additional"),
    ("en", "30 in total", 30, "cumulative"),
    ("en", "a total of 30 tanks", 30, "cumulative"),
    ("en", "six of them", 6, "subset"),
    ("en", "34 tanks", 34, None),
]


def _found(text: str, language: str) -> list[QuantityMatch]:
    return [q for q in quantities(text, 0, len(text), language) if q.kind != "article"]


@pytest.mark.parametrize(
    ("language", "text", "expected", "reason"),
    [("de", *row) for row in DE] + [("en", *row) for row in EN],
)
def test_a_quantity_is_read_as_an_interval(
    language: str, text: str, expected: list[tuple[int | None, int | None, str, str]], reason: str
) -> None:
    found = [(q.min, q.max, q.unit, q.kind) for q in _found(text, language)]
    assert found == expected, reason


@pytest.mark.parametrize(("language", "text", "value", "counting"), COUNTING)
def test_how_a_quantity_counts(language: str, text: str, value: int, counting: str | None) -> None:
    assert [(q.min, q.counting) for q in _found(text, language)] == [(value, counting)]


@pytest.mark.parametrize(
    ("language", "text", "words", "noun"),
    [
        ("de", "Berlin gibt mehr als 200 alte Panzer ab", "mehr als 200", "alte Panzer ab"),
        ("de", "Sie gaben sechs weitere Jets ab", "sechs weitere", "Jets ab"),
        ("de", "Kiew bekam drei Batterien Patriot", "drei Batterien", "Patriot"),
        ("en", "They sent at least 200 old tanks", "at least 200", "old tanks"),
        ("en", "They sent 70 tonnes of shells", "70 tonnes", "of shells"),
    ],
)
def test_where_a_quantity_and_its_noun_begin(
    language: str, text: str, words: str, noun: str
) -> None:
    (quantity,) = _found(text, language)
    assert text[quantity.start : quantity.end] == words
    assert text[quantity.noun_start :] == noun


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Er schickte einen Panzer."), ("en", "They sent a tank.")]
)
def test_articles_are_handed_over_as_one(language: str, text: str) -> None:
    (article,) = quantities(text, 0, len(text), language)
    assert (article.min, article.max, article.kind) == (1, 1, "article")


def test_as_many_repeats_the_number_before() -> None:
    text = "Polen gab 14 Panzer, Prag ebenso viele."
    assert [(q.min, q.max) for q in _found(text, "de")] == [(14, 14), (14, 14)]


def test_only_the_stretch_is_searched() -> None:
    text = "20 Panzer. 30 Jets. 40 Schiffe."
    assert [q.min for q in quantities(text, 11, 19, "de")] == [30]
