"""Names that plugins add are found like our own, in the lexicon and in a whole run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

import armstrade
from armstrade.claims import Category
from armstrade.claims.draft import ClaimDraft
from armstrade.lexicon import Lexicon, MaterielEntry, lexicon_of
from armstrade.plugins import Registry


class Plugin:
    def __init__(self, *entries: Any) -> None:
        self.entries = entries

    @armstrade.hookimpl
    def armstrade_lexicon_entries(self) -> Iterable[Any]:
        yield from self.entries


def registry_with(*entries: Any) -> Registry:
    registry = Registry()
    registry.register(Plugin(*entries), name="names")
    return registry


def test_rows_and_entries_are_found() -> None:
    lexicon = lexicon_of(
        registry_with(
            {"surface": "Zorgland", "id": "ZW", "country": "ZW", "valid_from": None},
            MaterielEntry("blaster", Category.SMALL_ARMS, plural="blasters"),
        )
    )
    found = lexicon.find("Zorgland sent blasters.", language="en")
    assert [mention.kind for mention in found] == ["party", "materiel"]
    assert Lexicon.default().find("Zorgland sent blasters.", language="en") == []


def test_without_entries_it_is_the_default_lexicon() -> None:
    assert lexicon_of(Registry.empty()) is Lexicon.default()


def test_it_is_made_once_for_the_same_entries() -> None:
    registry = registry_with({"term": "blaster", "category": "small_arms"})
    assert lexicon_of(registry) is lexicon_of(registry)
    registry.register(Plugin({"term": "phaser", "category": "small_arms"}), name="more")
    assert lexicon_of(registry).find("one phaser", language="en")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"form": "X"}, "needs one of the columns"),
        ({"surface": "X", "colour": "red"}, "unknown columns: colour"),
        ({"term": "x", "category": "plane"}, "category 'plane'"),
        ({"surface": "X", "kind": "realm"}, "kind 'realm'"),
        (7, "7 is no lexicon entry"),
    ],
)
def test_a_bad_entry_is_blamed_on_its_plugin_and_costs_no_other(entry: Any, message: str) -> None:
    registry = registry_with(entry, {"term": "blaster", "category": "small_arms"})
    assert lexicon_of(registry).find("one blaster", language="en")
    [failure] = registry.failures
    assert (failure.name, failure.when) == ("names", "hook")
    assert message in failure.message


def test_a_run_reads_with_the_names_of_its_registry() -> None:
    class Finder:
        name, languages = "finder", ()

        def extract(self, reading: Any) -> Iterable[ClaimDraft]:
            yield ClaimDraft(supplier="Zorgland", materiel="blasters", stage="delivered")

    registry = registry_with(
        {"surface": "Zorgland", "id": "ZW", "country": "ZW"},
        {"term": "blaster", "plural": "blasters", "category": "small_arms"},
    )
    [claim] = armstrade.extract(
        "Zorgland sent blasters.", language="en", extractors=[Finder()], registry=registry
    )
    assert (claim.supplier.country, claim.materiel.category) == ("ZW", "small_arms")
