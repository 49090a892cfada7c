"""German: deals that several sentences tell of, and what the later ones leave unsaid."""

from __future__ import annotations

import pytest

from armstrade.claims import Document, Polarity
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read

_BOUGHT = "Lettland hat in Finnland 40 Radpanzer gekauft. "


def _claims(text: str) -> set[str]:
    reading = read(Document(text=text, language="de", published="2024-05-15"))
    return {
        f"{c.supplier.country if c.supplier else None}>"
        f"{c.recipient.country if c.recipient else None} "
        f"{'not ' if c.polarity is Polarity.NEGATED else ''}{c.stage.value}"
        + (f" {c.quantity.min}" if c.quantity and c.quantity.min else "")
        for c in RulesExtractor().extract(reading)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a deal is about stands in a clause of its own
        (
            "In Lima platzte ein Geschäft mit Slowenien; dabei ging es um zwölf Radpanzer.",
            {"SI>PE cancelled 12"},
        ),
        (
            "Mit Serbien werde in Bagdad noch gesprochen, es gehe um zwölf Mörser.",
            {"RS>IQ negotiated 12"},
        ),
        # "entsprechend": on what the sentence before told of
        (
            _BOUGHT + "Ein entsprechender Vertrag wurde am Montag in Helsinki unterzeichnet.",
            {"FI>LV ordered 40"},
        ),
        (
            "Spanien möchte von der Schweiz 40 Radpanzer kaufen. "
            "Bern lehnte ein entsprechendes Gesuch Madrids ab.",
            {"CH>ES sought 40", "CH>ES refused 40"},
        ),
        (
            _BOUGHT + "Eine entsprechende Anfrage sei positiv beschieden worden.",
            {"FI>LV ordered 40"},
        ),
        # where goods only pass through
        (
            "Zehn Raketenwerfer aus Belarus gelangten über den Hafen von Durrës nach Libyen.",
            {"BY>LY delivered 10"},
        ),
        # the relative clause tells what became of what was ordered
        (
            "Ghana hat in Ungarn 20 Lastwagen bestellt, von denen ein Teil im Mai eintraf.",
            {"HU>GH delivered 20"},
        ),
        # where the goods are
        (_BOUGHT + "Zwölf davon sind bereits im Land.", {"FI>LV ordered 40", "FI>LV delivered 12"}),
        (
            _BOUGHT + "Die ersten beiden sind seit Mai in Betrieb.",
            {"FI>LV ordered 40", "FI>LV delivered 2"},
        ),
        (
            _BOUGHT + "Die beiden anderen werden noch gebaut.",
            {"FI>LV ordered 40", "FI>LV planned 2"},
        ),
        (
            _BOUGHT + "Bis heute ist kein einziger davon angekommen.",
            {"FI>LV ordered 40", "FI>LV not delivered"},
        ),
        (
            _BOUGHT + "Die ersten sechs landeten am Freitag in Riga.",
            {"FI>LV ordered 40", "FI>LV delivered 6"},
        ),
        (_BOUGHT + "In Riga fuhren am Freitag keine Busse.", {"FI>LV ordered 40"}),
        # whoever has yet to approve says no more than was told
        (_BOUGHT + "Das Parlament muss dem Kauf noch zustimmen.", {"FI>LV ordered 40"}),
        # talks about it
        (
            "Sambia kauft in Italien zwei Kampfjets. Unterschrieben ist nichts. "
            "Darüber wird seit Mai verhandelt.",
            {"IT>ZM ordered 2", "IT>ZM negotiated 2"},
        ),
        # more goods for somebody else
        (
            "Oslo hat dem Export von 40 Mörsern nach Peru zugestimmt. "
            "Hinzu kommen 20 Radare für Chile.",
            {"NO>PE ordered 40", "NO>CL ordered 20"},
        ),
        # labels of a round-up
        (
            "Chile. Die Marine hat in Frankreich zwei Korvetten gekauft.\n\n"
            "Peru. Das Heer hat in Israel 40 Radpanzer bestellt.",
            {"FR>CL ordered 2", "IL>PE ordered 40"},
        ),
        # a pronoun for an army of which only the headline says whose it is
        (
            "Die Slowakei verhandelt mit Norwegen. Vor allem drängt die Luftwaffe. "
            "Zwölf Radare hat sie bei Kongsberg bestellt.",
            {"NO>SK ordered 12"},
        ),
        # a headline in the present tense above a handover
        (
            "Norwegen schenkt Moldau fünf Radpanzer\n\n"
            "OSLO. Norwegen hat Moldau am Montag fünf Radpanzer übergeben.",
            {"NO>MD delivered 5"},
        ),
    ],
)
def test_goes_on_from_a_deal(text: str, expected: set[str]) -> None:
    assert _claims(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru verzichtet auf sechs Trainer aus Tschechien.", {"CZ>PE refused 6"}),
        ("Embraer wirbt in Lissabon für die KC-390.", {"BR>PT offered"}),
        (
            "Über Malta ließ Beretta 900 Pistolen an die libysche Polizei gehen.",
            {"IT>LY delivered 900"},
        ),
        ("In Maskat boten die Briten Radare an.", {"GB>OM offered"}),
        ("Paris untersagte die Ausfuhr von zwölf Radaren nach Mali.", {"FR>ML cancelled 12"}),
        ("Delhi bietet Kolombo sechs Radare an.", {"IN>LK offered 6"}),
    ],
)
def test_who_gives_and_who_gets(text: str, expected: set[str]) -> None:
    assert _claims(text) == expected


@pytest.mark.parametrize("end", ["", ".", " ..."])
def test_a_text_may_break_off_after_where_goods_are(end):
    assert "FI>LV ordered 40" in _claims(_BOUGHT + "Diese Radpanzer stehen schon da" + end)


def test_goods_of_a_longer_sentence_before_are_no_more_delivered():
    long = (
        "Nach langen Gesprächen in der Hauptstadt hat Litauen in der vergangenen Woche bei der "
        "französischen Regierung in Paris zwölf Haubitzen gekauft. "
    )
    for end in ("Frankreich hat sie nicht mehr geliefert.", "Frankreich lieferte sie nicht mehr."):
        assert "FR>LT not delivered" in {
            claim.rpartition(" ")[0] if claim[-1].isdigit() else claim
            for claim in _claims(long + end)
        }
