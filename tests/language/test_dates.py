"""Dates, resolved against a day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from armstrade.language import DateMatch, dates

# A Wednesday in the middle of a week, a month and a year.
DAY = date(2023, 6, 14)

# (text, words, first, last, reason); "-" is an end that stays open.
DE = [
    ("am 8. November 2022", "8. November 2022", "2022-11-08", "2022-11-08", "full date"),
    ("am 08.11.2022", "08.11.2022", "2022-11-08", "2022-11-08", "in figures"),
    ("am 8. November", "8. November", "2022-11-08", "2022-11-08", "the last one"),
    ("wird am 8. November liefern", "8. November", "2023-11-08", "2023-11-08", "the next one"),
    ("vom 6. bis 8. Dezember", "6. bis 8. Dezember", "2022-12-06", "2022-12-08", "days of a month"),
    ("im November 2021", "November 2021", "2021-11-01", "2021-11-30", "month and year"),
    ("im Juni", "Juni", "2023-06-01", "2023-06-30", "the month of publication"),
    ("im Juli", "Juli", "2022-07-01", "2022-07-31", "the last one"),
    ("soll im Juli kommen", "Juli", "2023-07-01", "2023-07-31", "the next one"),
    ("im vergangenen Juli", "vergangenen Juli", "2022-07-01", "2022-07-31", "last"),
    ("im Juli vergangenen Jahres", "Juli vergangenen Jahres", "2022-07-01", "2022-07-31", "last"),
    ("2019 kam es", "2019", "2019-01-01", "2019-12-31", "bare year"),
    ("im Herbst 2019", "Herbst 2019", "2019-09-01", "2019-11-30", "season and year"),
    ("im Frühjahr", "Frühjahr", "2023-03-01", "2023-05-31", "the last one"),
    ("im vergangenen Sommer", "vergangenen Sommer", "2022-06-01", "2022-08-31", "last"),
    ("im ersten Halbjahr 2022", "ersten Halbjahr 2022", "2022-01-01", "2022-06-30", "half"),
    ("im 3. Quartal 2022", "3. Quartal 2022", "2022-07-01", "2022-09-30", "quarter"),
    ("Anfang Mai", "Anfang Mai", "2023-05-01", "2023-05-10", "first third"),
    ("Mitte Mai", "Mitte Mai", "2023-05-11", "2023-05-20", "second third"),
    ("Ende Februar", "Ende Februar", "2023-02-21", "2023-02-28", "last third"),
    ("Anfang 2022", "Anfang 2022", "2022-01-01", "2022-04-30", "first third of a year"),
    ("Ende 2022", "Ende 2022", "2022-09-01", "2022-12-31", "last third of a year"),
    ("Anfang dieses Monats", "Anfang dieses Monats", "2023-06-01", "2023-06-10", "this month"),
    ("Anfang kommenden Jahres", "Anfang kommenden Jahres", "2024-01-01", "2024-04-30", "next"),
    ("zu Jahresbeginn", "Jahresbeginn", "2023-01-01", "2023-04-30", "one word"),
    ("am Dienstag", "Dienstag", "2023-06-13", "2023-06-13", "weekday"),
    ("am Mittwoch", "Mittwoch", "2023-06-14", "2023-06-14", "the day itself"),
    ("am Donnerstagabend", "Donnerstagabend", "2023-06-08", "2023-06-08", "weekday, evening"),
    ("am kommenden Freitag", "kommenden Freitag", "2023-06-16", "2023-06-16", "next weekday"),
    ("gestern kam sie", "gestern", "2023-06-13", "2023-06-13", "yesterday"),
    ("heute kam sie", "heute", "2023-06-14", "2023-06-14", "today"),
    ("vorgestern kam sie", "vorgestern", "2023-06-12", "2023-06-12", "day before yesterday"),
    ("tags zuvor", "tags zuvor", "2023-06-13", "2023-06-13", "counted from publication"),
    ("vergangene Woche", "vergangene Woche", "2023-06-05", "2023-06-11", "last week"),
    ("am Wochenende", "Wochenende", "2023-06-10", "2023-06-11", "weekend"),
    ("im vorigen Jahr", "im vorigen Jahr", "2022-01-01", "2022-12-31", "last year"),
    ("im Vorjahr", "Vorjahr", "2022-01-01", "2022-12-31", "last year"),
    ("in diesem Jahr", "in diesem Jahr", "2023-01-01", "2023-06-14", "so far"),
    ("soll in diesem Jahr kommen", "in diesem Jahr", "2023-06-14", "2023-12-31", "from now on"),
    ("nächstes Jahr", "nächstes Jahr", "2024-01-01", "2024-12-31", "next year"),
    ("vor drei Jahren", "vor drei Jahren", "2020-01-01", "2020-12-31", "a whole year"),
    ("vor zwei Wochen", "vor zwei Wochen", "2023-05-29", "2023-06-04", "a whole week"),
    ("vor fünf Tagen", "vor fünf Tagen", "2023-06-09", "2023-06-09", "a day"),
    ("binnen eines Monats", "binnen eines Monats", "2023-06-14", "2023-07-14", "within"),
    ("in den kommenden Wochen", "in den kommenden Wochen", "2023-06-14", "2023-07-31", "coming"),
    ("bis Jahresende", "bis Jahresende", "2023-06-14", "2023-12-31", "until"),
    ("bis 2027", "bis 2027", "2023-06-14", "2027-12-31", "until"),
    ("bis Ende Oktober", "bis Ende Oktober", "2023-06-14", "2023-10-31", "until"),
    ("bis 2019 Minister", "bis 2019", "-", "2019-12-31", "until, past"),
    ("seit 2014", "seit 2014", "2014-01-01", "2023-06-14", "since"),
    ("seit dem 7. Oktober", "seit dem 7. Oktober", "2022-10-07", "2023-06-14", "since"),
    ("seit Anfang Mai", "seit Anfang Mai", "2023-05-01", "2023-06-14", "since"),
    ("seit drei Jahren", "seit drei Jahren", "2020-06-14", "2023-06-14", "since"),
    (
        "seit dem Überfall im Februar 2022",
        "seit dem Überfall im Februar 2022",
        "2022-02-01",
        "2023-06-14",
        "since an event",
    ),
    ("zwischen 2015 und 2018", "zwischen 2015 und 2018", "2015-01-01", "2018-12-31", "between"),
    ("von 2015 bis 2018", "von 2015 bis 2018", "2015-01-01", "2018-12-31", "from to"),
    (
        "zwischen Februar und Oktober 1986",
        "zwischen Februar und Oktober 1986",
        "1986-02-01",
        "1986-10-31",
        "the year is shared",
    ),
    ("2012-13", "2012-13", "2012-01-01", "2013-12-31", "years"),
    ("in den 80er-Jahren", "den 80er-Jahren", "1980-01-01", "1989-12-31", "decade"),
    ("in den achtziger Jahren", "den achtziger Jahren", "1980-01-01", "1989-12-31", "decade"),
    ("vor Weihnachten 2021", "vor Weihnachten 2021", "-", "2021-12-23", "before a feast"),
]
EN = [
    ("on Nov. 8, 2022", "Nov. 8, 2022", "2022-11-08", "2022-11-08", "full date"),
    ("on 8 November 2022", "8 November 2022", "2022-11-08", "2022-11-08", "full date"),
    ("on 8 November", "8 November", "2022-11-08", "2022-11-08", "the last one"),
    ("will arrive on Nov. 8", "Nov. 8", "2023-11-08", "2023-11-08", "the next one"),
    ("on 2022-11-08", "2022-11-08", "2022-11-08", "2022-11-08", "ISO"),
    ("in November 2021", "November 2021", "2021-11-01", "2021-11-30", "month and year"),
    ("in June", "June", "2023-06-01", "2023-06-30", "the month of publication"),
    ("in July", "July", "2022-07-01", "2022-07-31", "the last one"),
    ("last March", "last March", "2023-03-01", "2023-03-31", "last"),
    ("this April", "this April", "2023-04-01", "2023-04-30", "this"),
    ("in 2019", "2019", "2019-01-01", "2019-12-31", "bare year"),
    ("in 1994 and 1995", "1994 and 1995", "1994-01-01", "1995-12-31", "two years"),
    ("May and June of last year", "May and June of last year", "2022-05-01", "2022-06-30", "both"),
    ("in the autumn of 2019", "the autumn of 2019", "2019-09-01", "2019-11-30", "season and year"),
    ("last summer", "last summer", "2022-06-01", "2022-08-31", "last"),
    ("this winter", "this winter", "2022-12-01", "2023-02-28", "the one just gone"),
    ("in the first half of 2022", "the first half of 2022", "2022-01-01", "2022-06-30", "half"),
    ("in the third quarter of 2022", "the third quarter of 2022", "2022-07-01", "2022-09-30", "Q"),
    ("in early May", "early May", "2023-05-01", "2023-05-10", "first third"),
    ("in mid-May", "mid-May", "2023-05-11", "2023-05-20", "second third"),
    ("in late May", "late May", "2023-05-21", "2023-05-31", "last third"),
    ("in early 2022", "early 2022", "2022-01-01", "2022-04-30", "first third of a year"),
    ("in mid-2022", "mid-2022", "2022-05-01", "2022-08-31", "second third of a year"),
    ("early this year", "early this year", "2023-01-01", "2023-04-30", "first third of this year"),
    ("on Tuesday", "Tuesday", "2023-06-13", "2023-06-13", "weekday"),
    ("on Wednesday", "Wednesday", "2023-06-14", "2023-06-14", "the day itself"),
    ("next Friday", "next Friday", "2023-06-16", "2023-06-16", "next weekday"),
    ("yesterday it came", "yesterday", "2023-06-13", "2023-06-13", "yesterday"),
    ("today it came", "today", "2023-06-14", "2023-06-14", "today"),
    ("the day before", "the day before", "2023-06-13", "2023-06-13", "day before"),
    ("last week", "last week", "2023-06-05", "2023-06-11", "last week"),
    ("last month", "last month", "2023-05-01", "2023-05-31", "last month"),
    ("last year", "last year", "2022-01-01", "2022-12-31", "last year"),
    ("this year", "this year", "2023-01-01", "2023-06-14", "so far"),
    ("next year", "next year", "2024-01-01", "2024-12-31", "next year"),
    ("two years ago", "two years ago", "2021-01-01", "2021-12-31", "a whole year"),
    ("two weeks ago", "two weeks ago", "2023-05-29", "2023-06-04", "a whole week"),
    ("within a month", "within a month", "2023-06-14", "2023-07-14", "within"),
    ("in the coming weeks", "in the coming weeks", "2023-06-14", "2023-07-31", "coming"),
    ("by the end of the year", "by the end of the year", "2023-06-14", "2023-12-31", "until"),
    ("by 2027", "by 2027", "2023-06-14", "2027-12-31", "until"),
    ("until 2028", "until 2028", "2023-06-14", "2028-12-31", "until"),
    ("by June 2025", "by June 2025", "2023-06-14", "2025-06-30", "until"),
    ("since 2014", "since 2014", "2014-01-01", "2023-06-14", "since"),
    ("since March", "since March", "2023-03-01", "2023-06-14", "since"),
    ("since the war of 2020", "since the war of 2020", "2020-01-01", "2023-06-14", "an event"),
    ("since last year", "since last year", "2022-01-01", "2023-06-14", "since"),
    ("between 2015 and 2018", "between 2015 and 2018", "2015-01-01", "2018-12-31", "between"),
    ("from 2015 to 2018", "from 2015 to 2018", "2015-01-01", "2018-12-31", "from to"),
    ("in the 1980s", "1980s", "1980-01-01", "1989-12-31", "decade"),
    ("in the nineties", "nineties", "1990-01-01", "1999-12-31", "decade"),
    ("around Christmas 2021", "around Christmas 2021", "2021-12-20", "2021-12-31", "feast"),
    ("over the past 18 months", "over the past 18 months", "2021-12-14", "2023-06-14", "past span"),
]  # fmt: skip
NOTHING = [
    ("de", "sieben Panzerhaubitzen 2000", "designation"),
    ("de", "rund 2000 Panzer", "a number"),
    ("de", "2000 Panzer", "a number"),
    ("de", "Leopard 2 und F-16", "designations"),
    ("en", "they may march on", "verbs"),
    ("en", "the fall of Goma", "no season"),
    ("en", "about 2,000 rifles", "a number"),
    ("en", "Mirage 2000 jets", "designation"),
]


def _day(words: str) -> date | None:
    return None if words == "-" else date.fromisoformat(words)


def _found(text: str, language: str, day: date | None = DAY) -> list[DateMatch]:
    return dates(text, 0, len(text), language, None if day is None else (day, day))


@pytest.mark.parametrize(
    ("language", "text", "words", "first", "last", "reason"),
    [("de", *row) for row in DE] + [("en", *row) for row in EN],
)
def test_a_date_becomes_an_interval(
    language: str, text: str, words: str, first: str, last: str, reason: str
) -> None:
    found = [(text[m.start : m.end], m.first, m.last) for m in _found(text, language)]
    assert found == [(words, _day(first), _day(last))], reason


@pytest.mark.parametrize(("language", "text", "reason"), NOTHING)
def test_what_is_no_date(language: str, text: str, reason: str) -> None:
    assert _found(text, language) == [], reason


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("im Mai 2021", "2021-05-01", "2021-05-31"),
        ("im Mai", "-", "-"),
        ("am Montag", "-", "-"),
        ("seit 2014", "2014-01-01", "-"),
        ("bis 2027", "-", "2027-12-31"),
    ],
)
def test_without_publication_only_what_the_text_says(text: str, first: str, last: str) -> None:
    (match,) = _found(text, "de", None)
    assert (match.first, match.last) == (_day(first), _day(last))


def test_a_publication_month_widens_what_depends_on_it() -> None:
    month = (date(2023, 6, 1), date(2023, 6, 30))
    (match,) = dates("gestern", 0, 7, "de", month)
    assert (match.first, match.last) == (date(2023, 5, 31), date(2023, 6, 29))
    (match,) = dates("im Mai 2021", 0, 11, "de", month)
    assert (match.first, match.last) == (date(2021, 5, 1), date(2021, 5, 31))


@pytest.mark.parametrize(
    ("language", "before", "text", "first", "last"),
    [
        ("de", "Der Vertrag kam am 3. März 2019. ", "Zwei Monate später kam das Schiff.",
         "2019-05-01", "2019-05-31"),
        ("de", "Am Montag kam Putin. ", "Tags zuvor war er in Minsk.", "2023-06-11", "2023-06-11"),
        ("en", "They signed in March 1977. ", "That autumn the ships came.", "1977-09-01",
         "1977-11-30"),
        ("en", "They signed on 3 March 2019. ", "Five days later it came.", "2019-03-08",
         "2019-03-08"),
        ("en", "They signed in May 2010. ", "The following year it came.", "2011-01-01",
         "2011-12-31"),
        ("en", "The first came in September 1985. ", "In February the rest came.", "1986-02-01",
         "1986-02-28"),
    ],
)  # fmt: skip
def test_some_dates_count_from_the_one_before(
    language: str, before: str, text: str, first: str, last: str
) -> None:
    whole = before + text
    (match,) = dates(whole, len(before), len(whole), language, (DAY, DAY))
    assert (match.first, match.last) == (_day(first), _day(last))
