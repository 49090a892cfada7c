"""The lexicon: entries in, mentions out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from armstrade.claims import Category
from armstrade.errors import InputError

from .deals import is_deal, is_named
from .entries import DesignationEntry, Entry, MaterielEntry, PartyEntry
from .forms_designation import folded
from .index import Index
from .mention import Mention
from .rows import DATA, Row, read_table
from .surfaces import Named, surfaces
from .triggers import TriggerRow

if TYPE_CHECKING:
    from .linking import Linker

Item = PartyEntry | MaterielEntry | Named
LANGUAGES = ("de", "en")


class Lexicon:
    """Names of parties, types and materiel, found in one pass over a text.

    Immutable: `with_entries` returns another one. The index of a language is built when that
    language is first asked for.

    Examples
    --------
    >>> lexicon = Lexicon.default()
    >>> for m in lexicon.find("Berlin liefert Kiew 18 Leopard-Panzer.", language="de"):
    ...     print(m.kind, m.start, m.end, m.part)
    party 0 6 whole
    party 15 19 whole
    designation 23 30 modifier
    materiel 31 37 head
    """

    def __init__(self, items: Iterable[Item], triggers: Iterable[TriggerRow] = ()) -> None:
        self._items = tuple(items)
        self.triggers: tuple[TriggerRow, ...] = tuple(triggers)
        self._indexes: dict[str, Index] = {}
        self._linker: Linker | None = None

    @classmethod
    def default(cls) -> Lexicon:
        """The packaged lexicon with the user's own files, read once."""
        return _default()

    def index(self, language: str) -> Index:
        """The automaton of a language."""
        index = self._indexes.get(language)
        if index is None:
            if language not in LANGUAGES:
                raise InputError(
                    f"the lexicon has no language {language!r}; known: {', '.join(LANGUAGES)}"
                )
            index = Index(s for item in self._items for s in surfaces(item, language))
            self._indexes[language] = index
        return index

    def find(self, text: str, *, language: str, year: int | None = None) -> list[Mention]:
        """All mentions, sorted by start.

        Parameters
        ----------
        text
            Offsets of the mentions are code points of it.
        language
            ``de`` or ``en``.
        year
            Of publication; leaders out of office in it are not found. ``None``: any.
        """
        from .resolve import mentions

        return mentions(text, self.index(language), language=language, year=year)

    @property
    def linker(self) -> Linker:
        """What links noisy names to the entries; made on first use."""
        if self._linker is None:
            from .linking import Linker

            self._linker = Linker(self._items)
        return self._linker

    def with_entries(self, rows: Iterable[Entry | Mapping[str, Any]]) -> Lexicon:
        """A lexicon with more entries.

        Parameters
        ----------
        rows
            Entries, or mappings with the columns of the packaged tables: ``surface`` for a
            party, ``designation`` (with ``aliases``, ``variants``) for a type, ``term`` for a
            materiel noun.
        """
        return self.with_items(item for row in rows for item in as_items(row))

    def with_items(self, items: Iterable[Item]) -> Lexicon:
        """A lexicon with more index items, as `as_items` makes them."""
        return Lexicon((*self._items, *items), self.triggers)

    def with_triggers(self, rows: Iterable[TriggerRow]) -> Lexicon:
        """A lexicon with more verbs, nouns and phrases that say a transfer."""
        return Lexicon(self._items, (*self.triggers, *rows))


def as_items(row: Entry | Mapping[str, Any]) -> list[Item]:
    """Index items of an entry or of a row of a table."""
    if isinstance(row, (PartyEntry, MaterielEntry)):
        return [row]
    if isinstance(row, DesignationEntry):
        weak = frozenset({row.designation}) if row.ambiguous else frozenset[str]()
        return [Named(row, (), weak)]
    if "surface" in row:
        return [_party(row)]
    if "designation" in row:
        return list(_designations(row))
    if "term" in row:
        return [_materiel(row)]
    raise InputError(
        f"a lexicon row needs a surface, designation or term column, not {', '.join(row) or '-'}"
    )


def _party(row: Mapping[str, Any]) -> PartyEntry:
    since, until = row.get("valid_from"), row.get("valid_to")
    return PartyEntry(
        row["surface"],
        row.get("id") or None,
        row.get("country") or None,
        row.get("kind") or "country",
        row.get("language") or "both",
        int(since) if since else None,
        int(until) if until else None,
        row.get("note") or "",
    )


def _category(row: Mapping[str, Any]) -> Category:
    try:
        return Category(row.get("category") or "unspecified")
    except ValueError:
        raise InputError(
            f"{row.get('category')!r} is no category; known: {', '.join(Category)}"
        ) from None


def _materiel(row: Mapping[str, Any]) -> MaterielEntry:
    note = row.get("note") or ""
    return MaterielEntry(
        row["term"],
        _category(row),
        row.get("is_generic") in ("1", True),
        note,
        "civil" in note or "police" in note,
        row.get("language") or "en",
        row.get("plural") or "",
    )


def _split(cell: str | None) -> list[str]:
    return [part for part in (cell or "").split("|") if part]


def _designations(row: Mapping[str, Any]) -> Iterable[Named]:
    family, category = row["designation"], _category(row)
    maker = row.get("maker") or None
    weak = frozenset(_split(row.get("ambiguous_forms")))
    entry = DesignationEntry(family, category, family, maker, bool(weak))
    yield Named(entry, tuple(_split(row.get("aliases"))), weak)
    for variant in _split(row.get("variants")):
        yield Named(DesignationEntry(variant, category, family, maker, variant in weak), (), weak)


def _read_by_rule(rows: list[Row], names: frozenset[str]) -> Iterable[MaterielEntry]:
    """Materiel nouns of the table without those that the compound rules read better."""
    categories = {row["term"].lower(): row["category"] for row in rows}
    known = frozenset(categories)
    for row in rows:
        term = row["term"]
        if not is_deal(term, row["language"], known) and not is_named(
            term, row["category"], names, categories
        ):
            yield _materiel(row)


@cache
def _default() -> Lexicon:
    from .user import user_rows

    items: list[Item] = []
    items.extend(_party(row) for row in read_table(DATA / "actors.csv", "actors"))
    names: set[str] = set()
    for row in read_table(DATA / "designations.csv", "designations"):
        for item in _designations(row):
            items.append(item)
            names.update(map(folded, (item.entry.designation, *item.aliases)))
    terms = read_table(DATA / "materiel_terms.csv", "materiel_terms")
    items.extend(_read_by_rule(terms, frozenset(names)))
    for row in user_rows():
        items.extend(as_items(row))
    triggers = [TriggerRow.parse(row) for row in read_table(DATA / "triggers.csv", "triggers")]
    return Lexicon(items, triggers)
