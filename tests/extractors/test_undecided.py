"""Deliveries that nobody has decided on: debates, votes, open decisions, doubtful outcomes."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Peru hat noch nicht über den Export von Drohnen nach Oman entschieden.",
         "planned affirmed possible"),
        ("de", "Oslo hat die Entscheidung über die Lieferung von Haubitzen an Chile vertagt.",
         "planned affirmed possible"),
        ("de", "Kanada will im Herbst über die Lieferung von Radpanzern an Peru entscheiden.",
         "planned affirmed possible"),
        ("de", "Haubitzen-Lieferung an Chile: Norwegen zögert.", "planned affirmed possible"),
        ("de", "Rom macht die Lieferung von Fregatten an Peru von der Bezahlung abhängig.",
         "planned affirmed possible"),
        ("de", "Auch ein Export von Fregatten aus Italien nach Chile wäre denkbar.",
         "planned affirmed possible"),
        ("de", "In Norwegen gibt es eine Mehrheit für die Lieferung von Panzern an Chile.",
         "planned affirmed possible"),
        ("de", "Die Lieferung von Radpanzern aus Finnland an Chile ist ins Stocken geraten.",
         "planned affirmed asserted"),
        ("de", "Die Lieferung von Radpanzern aus Finnland an Chile ist abgeschlossen.",
         "delivered affirmed asserted"),
        ("de", "Über die Bitte Perus um spanische Panzer hat Madrid noch nicht entschieden.",
         "sought affirmed asserted"),
        ("de", "Oslo bestätigte den Verkauf von Panzern an Peru nicht.",
         "ordered affirmed possible"),
        ("de", "Oslo wollte die Übergabe von Panzern an Peru weder bestätigen noch dementieren.",
         "delivered affirmed possible"),
        ("de", "Eine Lieferung norwegischer Panzer an Peru hat es nie gegeben.",
         "delivered negated asserted"),
        ("de", "Eine Lieferung norwegischer Panzer an Peru hat bisher nicht stattgefunden.",
         "delivered negated asserted"),
        ("en", "Norway would neither confirm nor deny the sale of tanks to Peru.",
         "ordered affirmed possible"),
        ("en", "Norway declined to confirm the sale of tanks to Peru.",
         "ordered affirmed possible"),
        ("en", "A sale of Norwegian tanks to Peru never took place.",
         "ordered negated asserted"),
        ("en", "Norway has confirmed the sale of tanks to Peru, but not their number.",
         "ordered affirmed asserted"),
        ("en", "Canada has not yet decided on the delivery of howitzers to Peru.",
         "planned affirmed possible"),
        ("en", "Norway has postponed a decision on the delivery of howitzers to Chile.",
         "planned affirmed possible"),
        ("en", "Oslo will decide on the delivery of frigates to Chile in the autumn.",
         "planned affirmed possible"),
        ("en", "Norway is sceptical about supplying howitzers to Chile.",
         "planned affirmed possible"),
        ("en", "Italy made the delivery of frigates to Peru conditional on payment.",
         "planned affirmed possible"),
        ("en", "The delivery of howitzers from Norway to Chile is in doubt.",
         "planned affirmed possible"),
        ("en", "Peru has decided on the purchase of 20 tanks from Spain.",
         "planned affirmed asserted"),
        ("de", "Dass Oslo Peru Granaten geliefert hat, ist nicht belegt.",
         "delivered affirmed possible"),
        ("de", "Belege dafür, dass Oslo Peru Drohnen geliefert hat, fehlen bislang.",
         "delivered affirmed possible"),
        ("de", "Es ist unbestätigt, dass Spanien Peru Panzer geliefert hat.",
         "delivered affirmed possible"),
        ("de", "Erwiesen ist, dass Spanien Peru Panzer geliefert hat.",
         "delivered affirmed asserted"),
        ("en", "There is little evidence that Spain delivered tanks to Peru.",
         "delivered affirmed possible"),
        ("en", "It has not been confirmed that Spain delivered tanks to Peru.",
         "delivered affirmed possible"),
        ("en", "There is ample evidence that Spain delivered tanks to Peru.",
         "delivered affirmed asserted"),
    ],
)  # fmt: skip
def test_told(language: str, text: str, told: str) -> None:
    (claim,) = RulesExtractor().extract(read(Document(text=text, language=language)))
    assert f"{claim.stage} {claim.polarity} {claim.factuality}" == told
