"""The closed word classes of a language, read from its ``grammar.toml`` and ``cues.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from importlib.resources import files
from typing import Any

from armstrade.lexicon.tables import described_countries

from ._data import GENERIC, LANGUAGES, read_toml
from .words import VerbReading


@dataclass(frozen=True)
class Grammar:
    """Word classes and cues of one language, and the forms of its verbs."""

    language: str
    data: dict[str, Any]
    cues: dict[str, Any]

    def words(self, name: str) -> frozenset[str]:
        """A list from the ``[words]`` table of ``grammar.toml``."""
        return self._sets[name]

    def cue(self, name: str) -> frozenset[str]:
        """A list from the ``[cues]`` table of ``cues.toml``."""
        return self._cue_sets[name]

    @cached_property
    def _sets(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(values) for name, values in self.data["words"].items()}

    @cached_property
    def _cue_sets(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(values) for name, values in self.cues["cues"].items()}

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Personal pronouns that can be a subject or a dative."""
        return self.words("subject_pronouns") | self.words("dative_pronouns")

    @cached_property
    def closed(self) -> dict[str, str]:
        """Tag of the words of closed classes; the first class that has a word wins."""
        classes = (
            ("prep", self.prepositions),
            ("det", self.determiners),
            ("pron", self.pronouns),
            ("sub", self.words("subordinators")),
            ("coord", self.words("coordinators")),
        )
        return {word: tag for tag, words in reversed(classes) for word in words}

    @cached_property
    def descriptions(self) -> frozenset[str]:
        """Heads of definite descriptions of a party ("the kingdom", "der Konzern")."""
        kinds = ("descriptions_state", "descriptions_group", "descriptions_company", "persons")
        return frozenset(described_countries(self.language)).union(*map(self.words, kinds))

    @cached_property
    def references(self) -> frozenset[str]:
        """All words that may stand for a party: pronouns, "there", heads of descriptions."""
        pronouns = self.pronouns | self.words("object_pronouns")
        return pronouns | self.words("thither") | self.descriptions

    @cached_property
    def prepositions(self) -> dict[str, str]:
        return dict(self.data["prepositions"])

    @cached_property
    def contractions(self) -> dict[str, str]:
        return dict(self.data["contractions"])

    @cached_property
    def determiners(self) -> dict[str, frozenset[str]]:
        return {word: frozenset(cases) for word, cases in self.data["determiners"].items()}

    @cached_property
    def gender(self) -> dict[str, str]:
        table = {}
        for name, letter in (("feminine", "f"), ("masculine", "m"), ("plural", "p")):
            for word in self.data["gender"].get(name, ()):
                table[word] = letter
        return table

    @cached_property
    def plurals(self) -> dict[str, str]:
        """Ends of nouns with their plural, where adding an ending does not make it."""
        return dict(self.data.get("plurals", {}))

    def verb_forms(self, lemma: str, particle: str = "") -> dict[str, set[str]]:
        """Forms of a verb with their features (see the language's ``verbs`` module)."""
        module = import_module(f"armstrade.language.{self.language}.verbs")
        result: dict[str, set[str]] = (
            module.forms(lemma, particle) if self.language == "de" else module.forms(lemma)
        )
        return result

    @cached_property
    def common_verbs(self) -> dict[str, list[VerbReading]]:
        """Form → readings of the verbs in ``common_verbs.txt``."""
        table: dict[str, list[VerbReading]] = {}
        source = files(f"armstrade.language.{self.language}").joinpath("common_verbs.txt")
        for line in source.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                lemma, _, particle = line.partition("|")
                self.add_verb(table, lemma, particle)
        return table

    def add_verb(self, table: dict[str, list[VerbReading]], lemma: str, particle: str = "") -> None:
        """Add all forms of a verb to `table`."""
        for form, features in self.verb_forms(lemma, particle).items():
            table.setdefault(form, []).append(VerbReading(lemma, particle, frozenset(features)))


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language that armstrade reads (``de``, ``en``).

    Of any other language the classes are empty, but for those of the generic grammar.

    >>> grammar("de").prepositions["aus"]
    'dat'
    >>> sorted(grammar("es").words("list_coordinators")), grammar("es").words("modals")
    (['e', 'y'], frozenset())
    """
    if language not in LANGUAGES:
        return _generic(language)
    return Grammar(
        language=language,
        data=read_toml(language, "grammar.toml"),
        cues=read_toml(language, "cues.toml"),
    )


def _generic(language: str) -> Grammar:
    """The grammar of a language that has none of its own."""
    table, other = read_toml(GENERIC, "grammar.toml"), grammar("en")
    words: dict[str, list[str]] = {name: [] for name in other.data["words"]}
    cues: dict[str, list[str]] = {name: [] for name in other.cues["cues"]}
    words["list_coordinators"] = table["coordinators"].get(language, [])
    cues["negators"] = table["negators"].get(language, [])
    return Grammar(language, {"words": words}, {"cues": cues})


@cache
def all_words(name: str) -> frozenset[str]:
    """A class of words in all languages together.

    For rules that are the same in both languages: they ask word by word, and a word of one
    language hardly ever stands in a text of the other.

    >>> sorted(all_words("perhaps"))[:3]
    ['eventuell', 'maybe', 'möglicherweise']
    """
    return frozenset().union(*(grammar(language).words(name) for language in LANGUAGES))
