"""Systems that are wrong in all the ways a system can be wrong, from real gold."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from armstrade import corpora
from armstrade.claims import Category, Party, Quantity, Span, Stage, TransferClaim
from armstrade.corpora import Corpus

Predicted = dict[str, list[TransferClaim]]


@pytest.fixture(autouse=True)
def without_installed_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARMSTRADE_LOAD_PLUGINS", "")


@pytest.fixture(scope="session")
def dev() -> Corpus:
    """Sixteen documents of the development gold, in both languages."""
    whole = corpora.load("newsroom/dev")
    kept = [gold for gold in whole if gold.id.endswith(("1", "2"))]
    return replace(whole, documents=tuple(kept))


def changed(claim: TransferClaim, **slots: object) -> TransferClaim:
    """The claim with other slots, checked as any new claim is."""
    data = claim.model_dump(exclude={"id"}) | slots
    return TransferClaim.model_validate(data)


def _damaged(claim: TransferClaim, text: str, chance: random.Random) -> Iterator[TransferClaim]:
    """What a bad extractor makes of one gold claim."""
    kind = chance.randrange(11)
    claim = claim.model_copy(update={"confidence": round(chance.random(), 1)})
    somebody = Party(id="XK", country="XK", span=claim.materiel.span)
    if kind == 0:
        return
    if kind == 1 and claim.supplier and claim.recipient:
        yield changed(claim, supplier=claim.recipient, recipient=claim.supplier)
    elif kind == 2:
        yield changed(claim, stage=chance.choice(list(Stage)))
    elif kind == 3:
        yield changed(claim, polarity="negated")
    elif kind == 4:
        yield changed(claim, factuality="denied")
    elif kind == 5:
        yield changed(claim, quantity=Quantity(min=7, max=7, span=claim.materiel.span))
    elif kind == 6:
        yield changed(claim, recipient=somebody)
    elif kind == 7:
        yield changed(
            claim, materiel=claim.materiel.model_copy(update={"category": Category.OTHER})
        )
    elif kind == 8:
        wide = Span.of(text, claim.materiel.span.start, min(len(text), claim.materiel.span.end + 3))
        yield changed(claim, materiel={"category": "other", "span": wide})
    elif kind == 9:
        yield claim
        yield claim.model_copy(update={"confidence": None})
    else:
        yield claim


@pytest.fixture(scope="session")
def damage() -> Callable[[Corpus, int], Predicted]:
    """Makes predictions with errors of every class, the same for the same seed."""

    def make(gold: Corpus, seed: int) -> Predicted:
        chance = random.Random(seed)
        found: Predicted = {}
        for one in gold:
            claims = [
                worse for claim in one.claims
                for worse in _damaged(claim, one.document.text, chance)
            ]  # fmt: skip
            chance.shuffle(claims)
            found[one.id] = claims
        return found

    return make
