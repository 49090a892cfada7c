"""What is found in a text, and what is not: (text, expected, reason)."""

from __future__ import annotations

import pytest

from armstrade.lexicon import Mention, PartyEntry, find


def said(mention: Mention, text: str) -> str:
    """A mention as "words=value", with its role when it is only a part of its word."""
    entry = mention.entry
    if isinstance(entry, PartyEntry):
        value = entry.id or "-"
    elif mention.kind == "designation":
        value = getattr(entry, "designation", "")
    else:
        value = str(getattr(entry, "category", ""))
    part = "" if mention.part == "whole" else f" {mention.part}"
    return f"{text[mention.start : mention.end]}={value}{part}"


def listed(text: str, language: str, year: int | None = None) -> list[str]:
    return [said(m, text) for m in find(text, language=language, year=year)]


PARTIES = [
    ("de", "Südkorea und Russlands Nachbar", ["Südkorea=KR", "Russlands=RU"], "longest, genitive"),
    ("de", "Iran und Irak, nicht Irakli", ["Iran=IR", "Irak=IQ"], "word boundaries"),
    ("de", "Niger und Nigeria", ["Niger=NE", "Nigeria=NG"], "boundaries again"),
    ("de", "polen, die Weißen, deutsch gesagt", [], "lower case is no party, nor is a language"),
    ("de", "Er sagt uns, was ist.", [], "acronyms want capitals"),
    ("de", "den Ukrainern", ["Ukrainern=UA"], "dative plural"),
    ("de", "der ukrainischen Armee", ["ukrainischen Armee=UA"], "adjective and institution"),
    ("de", "des russischen Verteidigungsministeriums",
     ["russischen Verteidigungsministeriums=RU"], "genitive of the institution"),
    ("de", "die US-Regierung", ["US-Regierung=US"], "hyphen"),
    ("de", "die Kiewer Regierung und Berliner Luft", ["Kiewer Regierung=UA"], "only as adjective"),
    ("de", "den Vereinigten Arabischen Emiraten",
     ["Vereinigten Arabischen Emiraten=AE"], "inflected"),
    ("de", "eine Fregatte der Sachsen-Klasse für Sachsen", ["Sachsen=DE"], "piece of a type name"),
    ("de", "nach Aussage der Türkei", ["Türkei=TR"], "umlaut"),
    ("de", "Ukrainehilfe und Ukraineurlaub", ["Ukraine=UA modifier"], "closed compound of trade"),
    ("de", "im Westen des Landes", [], "a direction"),
    ("de", "RUSSLAND UND ÄGYPTEN", ["RUSSLAND=RU", "ÄGYPTEN=EG"], "capitals"),
    ("en", "Turkey ate a turkey off the china.", ["Turkey=TR"], "lower case is no party"),
    ("en", "He told us the US knows.", ["US=US"], "us is not US"),
    ("en", "Turkey's defence minister", ["Turkey=TR"], "the 's stays outside"),
    ("en", "the Russian air force", ["Russian air force=RU"], "composed"),
    ("en", "Polish president", ["Polish president=PL"], "composed"),
    ("en", "the Americans", ["Americans=US"], "plural demonym"),
    ("en", "South Korea and Korea", ["South Korea=KR", "Korea=KR"], "longest match"),
    ("en", "Iranian-made parts", ["Iranian=IR modifier"], "hyphen compound"),
    ("en", "in West Bank towns", [], "no bloc"),
    ("en", "Saudi\nArabia", ["Saudi\nArabia=SA"], "a line break inside a name"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "reason"), PARTIES)
def test_parties(language: str, text: str, expected: list[str], reason: str) -> None:
    found = [said(m, text) for m in find(text, language=language) if m.kind == "party"]
    assert found == expected, reason


LEADERS = [
    ("de", "Putin reist.", 2023, ["Putin=RU"], "in office"),
    ("de", "Angela Merkel reist.", 2015, ["Angela Merkel=DE"], "in office"),
    ("de", "Angela Merkel reist.", 2025, [], "out of office"),
    ("de", "Selenskyjs Bitte", 2023, ["Selenskyjs=UA"], "genitive"),
    ("en", "George W. Bush spoke. Bush left.", 2003,
     ["George W. Bush=US", "Bush=US"], "the full name vouches for the surname"),
    ("en", "a bush, Bush and trees", 2003, [], "a common word alone does not"),
    ("en", "President Bush spoke", 2003, ["Bush=US"], "a title does"),
    ("en", "Donald Trump won", 2024, ["Donald Trump=US"], "a full name may be a year early"),
    ("en", "Santiago Ramirez sang", 2020, [], "a first name, no capital"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "year", "expected", "reason"), LEADERS)
def test_leaders(language: str, text: str, year: int, expected: list[str], reason: str) -> None:
    assert listed(text, language, year) == expected, reason


DESIGNATIONS = [
    ("en", "TB2, TB-2 and TB 2 drones", ["TB2=Bayraktar TB2", "TB-2=Bayraktar TB2",
                                         "TB 2=Bayraktar TB2"], "spellings"),
    ("en", "two F16 and ten F-16s", ["F16=F-16", "F-16s=F-16"], "joined, plural"),
    ("de", "S-300 oder S-400", ["S-300=S-300", "S-400=S-400"], "not each other"),
    ("de", "Mi-8 und Mi-80", ["Mi-8=Mi-8"], "no piece of a longer number"),
    ("en", "F-16C jets", ["F-16C=F-16C"], "a known variant"),
    ("en", "F-16XQ jets", ["F-16XQ=F-16"], "an unknown variant counts as its family"),
    ("en", "A tiger, the Tiger and more", [], "ambiguous without company"),
    ("de", "Tiger-Hubschrauber", ["Tiger=Tiger modifier"], "company in the word"),
    ("en", "The US will send Bradleys to Ukraine", ["Bradleys=Bradley"], "a state and a supply"),
    ("en", "Bradleys roll through the US", [], "a state alone vouches for nothing"),
    ("de", "30 Gepard", ["Gepard=Gepard"], "a quantity is company"),
    ("de", "am Tor fielen bei 40 Grad Raketen", [], "everyday words need apposition"),
    ("de", "Raketenwerfer vom Typ Grad", ["Grad=Grad"], "apposition"),
    ("en", "Puma infantry fighting vehicles", ["Puma=Puma"], "several types, one category"),
    ("de", "Himars und HIMARS", ["Himars=HIMARS", "HIMARS=HIMARS"], "case"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "reason"), DESIGNATIONS)
def test_designations(language: str, text: str, expected: list[str], reason: str) -> None:
    found = [said(m, text) for m in find(text, language=language) if m.kind == "designation"]
    assert found == expected, reason


def test_a_shared_name_takes_the_category_of_its_noun() -> None:
    for noun, category in (("helicopters", "helicopter"), ("drones", "uav")):
        text = f"ten Puma {noun}"
        name = next(m for m in find(text, language="en") if m.kind == "designation")
        assert getattr(name.entry, "category", None) == category
        assert len({getattr(e, "category", None) for e in name.candidates}) > 1


MATERIEL = [
    ("de", "Panzer und panzerbrechend", ["Panzer=armoured_vehicle"], "nouns are capital"),
    ("de", "Hubschraubertriebwerke", ["Hubschraubertriebwerke=engine"], "a listed compound"),
    ("de", "Brandgranaten", ["granaten=ammunition head"], "an unlisted one, by its head"),
    ("de", "Waffenlieferungen", ["Waffen=unspecified modifier"], "the head is the trigger's"),
    ("de", "Waffenruhe, Waffenstillstandsabkommen, Bombenstimmung", [], "no trade"),
    ("de", "Termine, Vitamine, Scheinwerfer, Erdgeschoss", [], "false friends"),
    ("de", "Seifenblasenpistole, Luftballons, Demonstration", [], "civil heads"),
    ("de", "Waffen- und Munitionslieferungen",
     ["Waffen=unspecified modifier", "Munition=ammunition modifier"], "cut-off hyphen"),
    ("de", "mit leichten Kampfflugzeugen", ["leichten Kampfflugzeugen=aircraft"], "inflected"),
    ("de", "des Panzers, den Raketen", ["Panzers=armoured_vehicle", "Raketen=missile"], "endings"),
    ("de", "PANZER FÜR KIEW", ["PANZER=armoured_vehicle"], "capitals"),
    ("en", "tanks and anti-tank missiles",
     ["tanks=armoured_vehicle", "anti-tank missiles=missile"], "longest match"),
    ("en", "an anti-ship mood", [], "opposed to it"),
    ("en", "Air Defence Systems", ["Air Defence Systems=air_defence"], "title case"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "reason"), MATERIEL)
def test_materiel(language: str, text: str, expected: list[str], reason: str) -> None:
    found = [said(m, text) for m in find(text, language=language) if m.kind == "materiel"]
    assert found == expected, reason


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("de", "Russlands", "genitive"),
        ("en", "Russia's", "genitive"),
        ("en", "Russia’s", "genitive"),
        ("de", "russische", "adjective"),
        ("de", "Panzers", "genitive"),
        ("de", "Raketen", "plural"),
        ("en", "F-16s", "plural"),
        ("en", "tanks", "plural"),
    ],
)
def test_the_form_is_told(language: str, text: str, form: str) -> None:
    assert [m.form for m in find(text, language=language)] == [form]


def test_a_compound_gives_all_its_parts() -> None:
    text = "Die US-Patriot-Raketen kamen."
    parts = {(m.kind, m.part, m.word) for m in find(text, language="de")}
    assert {("party", "modifier", (4, 22)), ("designation", "modifier", (4, 22))} <= parts
    assert any(kind == "materiel" and part in ("head", "whole") for kind, part, _ in parts)
