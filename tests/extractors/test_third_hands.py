"""Goods that are passed on with the leave of who made them."""

from __future__ import annotations

import pytest

from .telling import tell


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Oslo hatte die Schweiz um Zustimmung zur Weitergabe von Haubitzen an Peru gebeten.",
         "NO>PE planned"),
        ("de", "Polen hat Brasilien gebeten, 300 Raketen an Oman weitergeben zu dürfen.",
         "PL>OM planned"),
        ("de", "Italien will Bern um Erlaubnis bitten, 40 Haubitzen an Peru weiterzugeben.",
         "IT>PE planned"),
        ("de", "Norwegen wartet auf die Zustimmung der Schweiz zur Weitergabe von Panzern an Peru.",
         "NO>PE planned"),
        ("de", "Bern lehnte ein Gesuch Norwegens zur Weitergabe von Panzern an Peru ab.",
         "NO>PE cancelled"),
        ("de", "Die Schweiz verbietet Spanien die Weiterlieferung von Haubitzen an Peru.",
         "ES>PE cancelled"),
        ("de", "Bern erlaubt Norwegen die Weitergabe von Radpanzern an Peru.", "NO>PE ordered"),
        ("de", "Madrid erteilte Warschau die Genehmigung zur Lieferung von Panzern an Oman.",
         "PL>OM ordered"),
        ("en", "Norway asked Switzerland for permission to pass on 22 tanks to Peru.",
         "NO>PE planned"),
        ("en", "Switzerland rejected a Norwegian request to re-export 22 tanks to Peru.",
         "NO>PE cancelled"),
        ("en", "Poland will seek Spain's approval to send tanks to Oman.", "PL>OM planned"),
        ("en", "Poland is waiting for Madrid's approval of the transfer of tanks to Oman.",
         "PL>OM planned"),
        ("en", "Switzerland barred Spain from passing on howitzers to Oman.", "ES>OM cancelled"),
        ("en", "Switzerland has allowed Spain to re-export howitzers to Oman.", "ES>OM ordered"),
    ],
)  # fmt: skip
def test_who_holds_them_gives(language: str, text: str, told: str) -> None:
    assert tell(language, text) == [told]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Bern lehnt die Weitergabe von Haubitzen an Peru ab."),
        ("de", "Die Schweiz verbietet die Weitergabe von Haubitzen an Peru."),
        ("en", "Switzerland will not allow the re-export of howitzers to Peru."),
    ],
)
def test_nobody_is_said_to_hold_them(language: str, text: str) -> None:
    assert tell(language, text) == []
