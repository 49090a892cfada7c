"""F1 on a corpus as it is and on copies whose states go by other names.

    python benchmarks/renamed.py [SPLIT] [COPIES]

In each copy the states of a document are replaced by others drawn at random: every name, capital,
adjective, word for the people, leader and company, in the same inflection, in text and gold alike.
A state keeps its name where something else stands for it, too (a ministry, a seat of government),
or where no other has the forms that are needed; how many parties of claims are replaced is printed.
"""

from __future__ import annotations

import csv
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Any

from armstrade.benchmark.score import score
from armstrade.claims import Document, TransferClaim
from armstrade.corpora import GoldDocument, load
from armstrade.lexicon import Lexicon
from armstrade.lexicon.entries import PartyEntry
from armstrade.lexicon.mention import Mention
from armstrade.pipeline import Pipeline
from armstrade.reading import read

KINDS = ("country", "capital", "adjective", "demonym", "leader", "company")
SPELT = ("leader", "company")
"""Kinds whose names may be of several words."""
# Names that stand with an article, by what stands before them: they change places among themselves.
ARTICLES = {
    "de": (
        ("Türkei", "Schweiz", "Ukraine", "Slowakei", "Mongolei", "Elfenbeinküste"),
        ("Niederlande", "Philippinen", "Malediven", "USA"),
        ("Iran", "Irak", "Jemen", "Libanon", "Sudan", "Tschad", "Niger"),
    ),
    "en": (
        ("United States", "Netherlands", "Philippines", "Maldives", "United Arab Emirates",
         "United Kingdom", "Gambia", "Bahamas", "Comoros"),
    ),
}  # fmt: skip
SIBILANTS = ("s", "ß", "x", "z")
Shape = tuple[str, str, int]
"""Kind, note on the form, and number of the class of names with an article (-1: without)."""


def shape(entry: PartyEntry, language: str) -> Shape:
    """What another name must share to stand in the same place."""
    classes = enumerate(ARTICLES[language])
    article = next((k for k, names in classes if entry.surface in names), -1)
    note = entry.note if entry.kind in ("adjective", "demonym") else ""
    if entry.kind == "leader":
        note = "surname" if " " not in entry.surface else "name"
    if entry.kind == "country" and entry.surface.isupper():
        note = "abbreviation"
    return entry.kind, note, article


@cache
def names(language: str, year: int | None) -> dict[str, dict[Shape, str]]:
    """For each state one plain name of each shape; names that may mean others are left out."""
    lexicon = Lexicon.default()
    found: dict[str, dict[Shape, str]] = defaultdict(dict)
    table = resources.files("armstrade.lexicon").joinpath("data", "actors.csv")
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        entry = PartyEntry(row["surface"], row["id"], row["country"], row["kind"], row["language"],
                           note=row["note"])  # fmt: skip
        if entry.kind not in KINDS or entry.language not in (language, "both"):
            continue
        if not entry.country or not (entry.surface.isalpha() or entry.kind in SPELT):
            continue
        word = entry.surface + "e" * ("stem" in entry.note)
        hits = lexicon.find(f"x {word} x", language=language, year=year)
        meant = {c.country for hit in hits for c in hit.candidates if isinstance(c, PartyEntry)}
        whole = len(hits) == 1 and hits[0].end - hits[0].start == len(word)
        if whole and meant == {entry.country}:
            found[entry.country].setdefault(shape(entry, language), entry.surface)
    return found


def replacements(
    gold: GoldDocument, choice: random.Random
) -> dict[str, tuple[str, list[tuple[int, int, str]]]]:
    """For each state that can be replaced the other one and the changes to the text."""
    language = gold.document.language or ""
    text, published = gold.document.text, gold.document.published_on
    known = names(language, published.year if published is not None else None)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in read(gold.document).mentions:
        if isinstance(mention.entry, PartyEntry) and mention.entry.country:
            mentions[mention.entry.country].append(mention)
    taken = set(mentions)
    found = {}
    for country, listed in sorted(mentions.items()):
        entries = [m.entry for m in listed if isinstance(m.entry, PartyEntry)]
        if any(
            e.kind not in KINDS or not text.startswith(e.surface, m.start)
            for e, m in zip(entries, listed, strict=True)
        ):
            continue
        shapes = {shape(e, language) for e in entries}
        others = sorted(c for c, has in known.items() if c not in taken and shapes <= set(has))
        if not others:
            continue
        other = choice.choice(others)
        taken.add(other)
        changes = []
        for mention, entry in zip(listed, entries, strict=True):
            name = known[other][shape(entry, language)]
            ending = text[mention.start + len(entry.surface) : mention.end]
            if ending == "s" and name.endswith(SIBILANTS):
                ending = "’"
            changes.append((mention.start, mention.end, name + ending))
        found[country] = other, changes
    return found


def renamed(gold: GoldDocument, choice: random.Random, copy: int) -> tuple[GoldDocument, int]:
    """A copy with other states, and how many parties of its claims are others."""
    found = replacements(gold, choice)
    changes = sorted(change for _, several in found.values() for change in several)
    text, out, at = gold.document.text, [], 0
    for start, end, name in changes:
        out += [text[at:start], name]
        at = end
    new = "".join([*out, text[at:]])
    document = Document.model_validate(
        {**gold.document.model_dump(), "text": new, "id": f"{gold.id}-{copy}"}
    )
    others = {country: other for country, (other, _) in found.items()}
    claims = tuple(
        TransferClaim.model_validate(
            {**_moved(claim.model_dump(), new, changes, others), "document_id": document.id}
        ).verify(document)
        for claim in gold.claims
    )
    parties = (p for c in gold.claims for p in (c.supplier, c.recipient) if p is not None)
    return (
        GoldDocument(document, claims, gold.split, gold.tags),
        sum(p.country in others for p in parties),
    )


def _moved(
    value: Any, text: str, changes: Sequence[tuple[int, int, str]], others: dict[str, str]
) -> Any:
    """A dumped model with its spans and its states as they are in the copy."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            start = _place(value["start"], changes, last=False)
            end = _place(value["end"], changes, last=True)
            return {"start": start, "end": end, "text": text[start:end]}
        moved = {name: _moved(part, text, changes, others) for name, part in value.items()}
        if moved.get("country") in others:
            moved["id"] = others.get(moved.get("id", ""), moved.get("id"))
            moved["country"] = others[moved["country"]]
        return moved
    if isinstance(value, list | tuple):
        return [_moved(part, text, changes, others) for part in value]
    return value


def _place(offset: int, changes: Sequence[tuple[int, int, str]], *, last: bool) -> int:
    shift = 0
    for start, end, name in changes:
        if end <= offset:
            shift += len(name) - (end - start)
        elif start < offset:
            return start + shift + (len(name) if last else 0)
    return offset + shift


def copies(split: str, count: int) -> Iterator[tuple[str, list[GoldDocument], int, int]]:
    """Language, documents, and how many parties of how many are replaced; originals first."""
    for language in ("de", "en"):
        golds = list(load("newsroom", split=split, language=language))
        total = sum(
            p is not None for g in golds for c in g.claims for p in (c.supplier, c.recipient)
        )
        yield language, golds, 0, total
        for copy in range(1, count + 1):
            choice = random.Random(copy)
            made = [renamed(gold, choice, copy) for gold in golds]
            yield language, [one for one, _ in made], sum(n for _, n in made), total


def main(split: str, count: int) -> None:
    """Print one line per language and copy."""
    print("| language | parties replaced | ml | rules |\n|---|---|---|---|")
    pipelines = [Pipeline(extractors=[name], combine="union") for name in ("ml", "rules")]
    for language, golds, replaced, total in copies(split, count):
        cells = []
        for pipeline in pipelines:
            said = {gold.id: pipeline.run(gold.document).claims for gold in golds}
            cells.append(f"{score(golds, said).counts('claim').f1:.3f}")
        print(f"| {language} | {replaced} of {total} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main(*(sys.argv[1:2] or ["dev"]), int((sys.argv[2:3] or ["5"])[0]))
