"""Stretches without verb and noun: "liefert Kiew 18 Panzer, Polen 14", "sold Benin three …"."""

from __future__ import annotations

import pytest

from armstrade.claims import Document
from armstrade.extractors.rules import RulesExtractor
from armstrade.reading import read


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Norwegen versprach Oman 20 Haubitzen, Schweden acht.",
         ["NO>OM 20 planned", "SE>OM 8 planned"]),
        ("de", "Spanien liefert der Ukraine 18 Panzer, Polen 14 und Norwegen acht.",
         ["ES>UA 18 planned", "NO>UA 8 planned", "PL>UA 14 planned"]),
        ("de", "Polen will Kiew 14 Panzer liefern, Portugal drei.",
         ["PL>UA 14 planned", "PT>UA 3 planned"]),
        ("de", "Peru hat 20 Panzer aus Spanien bekommen, Chile zwölf.",
         ["ES>CL 12 delivered", "ES>PE 20 delivered"]),
        ("de", "Peru hat zwölf Panzer aus Spanien erhalten, Oman eine unbekannte Zahl.",
         ["ES>OM - delivered", "ES>PE 12 delivered"]),
        ("en", "Norway promised Oman 20 howitzers, Sweden eight.",
         ["NO>OM 20 planned", "SE>OM 8 planned"]),
        ("en", "Norway sold Oman three frigates and Peru one.",
         ["NO>OM 3 ordered", "NO>PE 1 ordered"]),
        ("en", "Peru will get 20 tanks from Spain, Chile 12.",
         ["ES>CL 12 planned", "ES>PE 20 planned"]),
        ("en", "Poland will send Kyiv 14 tanks, Portugal three and Norway eight.",
         ["NO>UA 8 planned", "PL>UA 14 planned", "PT>UA 3 planned"]),
        ("de", "Oslo hat den Verkauf von vier Panzern an Togo und acht Radaren an Benin erlaubt.",
         ["NO>BJ 8 ordered", "NO>TG 4 ordered"]),
        ("de", "Sie erklärte, dass Norwegen sechs Panzer an Togo und drei Radare an Benin abgibt.",
         ["NO>BJ 3 planned", "NO>TG 6 planned"]),
        ("de", "Norwegen hat Togo sechs Panzer und Benin drei Radare geliefert.",
         ["NO>BJ 3 delivered", "NO>TG 6 delivered"]),
        ("de", "Norwegen hat sechs Panzer und drei Haubitzen an die Armee Togos übergeben.",
         ["NO>TG 3 delivered", "NO>TG 6 delivered"]),
        ("de", "Norwegen schickte 40 Drohnen in den Tschad und Spanien 30 Raketen nach Mali.",
         ["ES>ML 30 delivered", "NO>TD 40 delivered"]),
        ("en", "Norway shipped 40 drones to Chad and Spain 30 missiles to Mali.",
         ["ES>ML 30 delivered", "NO>TD 40 delivered"]),
        ("en", "Norway has sent 16 howitzers to Kyiv, Spain nine and Italy five.",
         ["ES>UA 9 delivered", "IT>UA 5 delivered", "NO>UA 16 delivered"]),
        ("en", "Norway has sent 16 howitzers to Chad, Mali and Togo.",
         ["NO>ML - delivered", "NO>TD - delivered", "NO>TG - delivered"]),
        ("en", "Having sold eight tanks to Oman, Norway has promised Togo howitzers.",
         ["NO>OM 8 ordered", "NO>TG - planned"]),
        ("en", "Norway gave the army in Togo 12 howitzers.", ["NO>TG 12 delivered"]),
        ("en", "Spain has sent Peru 30 howitzers and Chile 40.",
         ["ES>CL 40 delivered", "ES>PE 30 delivered"]),
    ],
)  # fmt: skip
def test_told(language: str, text: str, told: list[str]) -> None:
    claims = RulesExtractor().extract(read(Document(text=text, language=language)))
    found = sorted(
        f"{c.supplier and c.supplier.country}>{c.recipient and c.recipient.country} "
        f"{c.quantity.min if c.quantity else '-'} {c.stage}"
        for c in claims
    )
    assert found == told
