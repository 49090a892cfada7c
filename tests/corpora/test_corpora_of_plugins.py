"""A corpus that a plugin adds is loaded, cut and checked like our own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest

import armstrade
from armstrade import corpora
from armstrade.claims import Document, Materiel, Party, Span, TransferClaim
from armstrade.errors import GroundingError, InputError, UnknownNameError
from armstrade.plugins import Registry

TEXT = "Berlin liefert Drohnen."


def claim(text: str = TEXT) -> TransferClaim:
    return TransferClaim(
        document_id="w1",
        supplier=Party(id="DE", country="DE", span=Span.of(text, 0, 6)),
        materiel=Materiel(category="uav", span=Span.of(text, 15, 22)),
        stage="planned",
        evidence=(Span.of(text, 0, len(text)),),
    )


class Wires:
    name = "wires"
    splits = ("test",)
    languages = ("de", "en")

    def __init__(self, *claims: TransferClaim) -> None:
        self.claims = claims
        self.asked: list[tuple[str | None, str | None]] = []

    def load(
        self, split: str | None = None, *, language: str | None = None
    ) -> Iterable[tuple[Document, Sequence[TransferClaim]]]:
        self.asked.append((split, language))
        yield Document(id="w1", text=TEXT, language="de"), self.claims


def registry_with(wires: Wires) -> Registry:
    class Plugin:
        @armstrade.hookimpl
        def armstrade_corpora(self) -> list[Any]:
            return [wires]

    registry = Registry(entry_points=())
    registry.register(Plugin(), name="demo")
    return registry


def test_it_is_asked_for_split_and_language() -> None:
    wires = Wires(claim())
    registry = registry_with(wires)
    loaded = corpora.load("wires/de/test", registry=registry)
    assert wires.asked == [("test", "de")]
    assert (loaded.name, loaded.claims, loaded[0].split) == ("wires/de/test", (claim(),), "test")
    assert corpora.load("wires", split="test", language="de", registry=registry) == loaded


def test_the_checksum_tells_the_gold() -> None:
    one = corpora.load("wires", registry=registry_with(Wires(claim())))
    other = corpora.load("wires", registry=registry_with(Wires()))
    assert one.sha256 != other.sha256
    assert one.sha256 == corpora.load("wires", registry=registry_with(Wires(claim()))).sha256


def test_ungrounded_gold_is_refused() -> None:
    wrong = claim("Madrid liefert Drohnen.")
    with pytest.raises(GroundingError, match="supplier"):
        corpora.load("wires", registry=registry_with(Wires(wrong)))


def test_wrong_names_are_told() -> None:
    registry = registry_with(Wires())
    with pytest.raises(UnknownNameError, match="part of corpus wires"):
        corpora.load("wires/fr", registry=registry)
    with pytest.raises(UnknownNameError, match="'wires'"):
        corpora.load("wire", registry=registry)
    with pytest.raises(InputError, match="for the seeds"):
        corpora.load("wires", texts="folder", registry=registry)


def test_ours_are_registered_like_others() -> None:
    registry = Registry(entry_points=())
    assert [found.name for found in registry.corpora()] == ["newsroom", "seeds"]
    assert "train-c" in registry.corpus("newsroom").value.splits
    with pytest.raises(UnknownNameError):
        corpora.load("newsroom", registry=Registry.empty())


def test_the_benchmark_takes_it() -> None:
    report = armstrade.benchmark(
        ["cooccurrence"], corpus="wires", registry=registry_with(Wires(claim()))
    )
    assert report.corpus.claims == (claim(),)
