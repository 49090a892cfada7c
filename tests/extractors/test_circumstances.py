"""What only says when, where, why or according to whom leaves a transfer as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from armstrade import Document
from armstrade.pipeline import Pipeline

# A sentence that tells one claim, with room for an adverbial in its middle and at its front.
FRAMES = {
    "de": [
        (
            "Serbien hat {} fünf Drohnen aus China erhalten.",
            "hat Serbien fünf Drohnen aus China erhalten.",
        ),
        (
            "China hat Serbien {} fünf Drohnen geliefert.",
            "hat China Serbien fünf Drohnen geliefert.",
        ),
        ("China liefert {} 20 Panzer an Serbien.", "liefert China 20 Panzer an Serbien."),
        ("Serbien kauft {} 20 chinesische Panzer.", "kauft Serbien 20 chinesische Panzer."),
        (
            "In China wurden {} 20 Panzer für Serbien bestellt.",
            "wurden in China 20 Panzer für Serbien bestellt.",
        ),
        (
            "China und Serbien haben {} einen Vertrag über 20 Panzer unterzeichnet.",
            "haben China und Serbien einen Vertrag über 20 Panzer unterzeichnet.",
        ),
    ],
    "en": [
        (
            "Serbia has received five drones from China {}.",
            ", Serbia has received five drones from China.",
        ),
        ("China delivered five drones to Serbia {}.", ", China delivered five drones to Serbia."),
        ("China will supply Serbia with 20 tanks {}.", ", China will supply Serbia with 20 tanks."),
        ("Serbia is buying 20 Chinese tanks {}.", ", Serbia is buying 20 Chinese tanks."),
        (
            "Twenty tanks were sold to Serbia by China {}.",
            ", twenty tanks were sold to Serbia by China.",
        ),
        (
            "China and Serbia have signed a contract for 20 tanks {}.",
            ", China and Serbia have signed a contract for 20 tanks.",
        ),
    ],
}
ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("circumstances.tsv").read_text("utf-8").splitlines()
]
RULES = Pipeline(extractors=["rules"])


def _claims(language: str, text: str) -> list[tuple[str | None, ...]]:
    """All but factuality, which a source may well change."""
    found = RULES.run(Document(text=text, language=language, published="2022-11-20")).claims
    return sorted(
        (
            c.supplier and c.supplier.id,
            c.recipient and c.recipient.id,
            c.materiel.category.value,
            str(c.quantity and c.quantity.min),
            c.stage.value,
            c.polarity.value,
        )
        for c in found
    )


@pytest.mark.parametrize(("language", "adverbial"), ROWS)
def test_leaves_the_claim_as_it_is(language: str, adverbial: str) -> None:
    for middle, front in FRAMES[language]:
        alone = _claims(language, " ".join(middle.format("").split()).replace(" .", "."))
        assert [claim[:2] for claim in alone] == [("CN", "RS")]
        opening = adverbial[0].upper() + adverbial[1:]
        fronted = opening + front if front.startswith(",") else f"{opening} {front}"
        assert _claims(language, middle.format(adverbial)) == alone
        assert _claims(language, fronted) == alone
