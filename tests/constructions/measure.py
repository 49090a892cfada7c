"""What the rules make of the construction suite, and the page that tells it.

    python tests/constructions/measure.py

rewrites docs/reference/constructions.md. A case passes when the claims found and the claims
wanted are the same, as (supplier, recipient, category, stage, polarity), each as often.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from armstrade.claims import Document, TransferClaim
from armstrade.extractors.rules import RulesExtractor
from armstrade.lexicon.rows import DATA, read_table
from armstrade.reading import read

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reference" / "constructions.md"
LANGUAGES = {"de": "German", "en": "English"}

Told = tuple[str, str, str, str, str]

_HEAD = """# What the grammar reads

<!-- Made by tests/constructions/measure.py; do not edit. -->

The construction suite is {cases} short texts, written for this project, each with the claims it
makes; most constructions also have texts of the same form that make none. It is no sample of the
news: each construction counts the same here, however rare it is, and the contrasts are meant to
mislead. A case passes when exactly the wanted claims are found (supplier, recipient, category,
stage and polarity of each, no claim too many or too few).

The table is the map of what the rule-based extractor can and cannot do; a test fails when it says
more than is true. [Change the grammar](../how-to/grammar.md) tells how to make it say more.
"""


class Tally(NamedTuple):
    """Passed cases of all cases."""

    passed: int
    total: int

    @property
    def share(self) -> float:
        """In [0, 1]."""
        return self.passed / self.total


def cases(language: str) -> list[dict[str, Any]]:
    """The cases of a language."""
    with (HERE / f"{language}.toml").open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["case"]
    return found


@cache
def _organisations() -> dict[str, str]:
    """Ids and other names of organisations, in lower case, to the key that tells the party."""
    rows = [row for row in read_table(DATA / "actors.csv", "actors") if row["id"][:4] == "org:"]
    named = {f"org:{row['surface']}".lower(): row["country"] or row["id"] for row in rows}
    # An id counts before a name that another organisation happens to have.
    return named | {row["id"].lower(): row["country"] or row["id"] for row in rows}


def party(written: str) -> str:
    """The key of a party as the suite writes it: the suite may use any name of the lexicon.

    Examples
    --------
    >>> party("org:TKMS"), party("org:RSF"), party("UA"), party("?")
    ('DE', 'org:Rapid Support Forces', 'UA', '?')
    """
    return _organisations().get(written.lower(), written) if written[:4] == "org:" else written


def wanted(line: str) -> Told:
    """A claim of the suite.

    Examples
    --------
    >>> wanted("SE > BR: aircraft | Gripen | 4 | delivered | affirmed | asserted")
    ('SE', 'BR', 'aircraft', 'delivered', 'affirmed')
    """
    head, _designation, _quantity, stage, polarity, _factuality = line.split(" | ")
    parties, _, category = head.rpartition(": ")
    supplier, recipient = parties.split(" > ")
    return party(supplier), party(recipient), category, stage, polarity


def found(claim: TransferClaim) -> Told:
    """A claim of the extractor."""
    supplier, recipient = (
        "?" if one is None or one.key is None else one.key
        for one in (claim.supplier, claim.recipient)
    )
    said = (claim.materiel.category, claim.stage, claim.polarity)
    return (supplier, recipient, *(one.value for one in said))


def passes(case: dict[str, Any], language: str, extractor: RulesExtractor) -> bool:
    """Whether the extractor finds what a case wants, and nothing else."""
    published = str(case["published"]) if "published" in case else None
    document = Document(text=case["text"], language=language, published=published)
    claims = extractor.extract(read(document))
    return Counter(map(found, claims)) == Counter(map(wanted, case["claims"]))


@cache
def measure() -> dict[tuple[str, str], Tally]:
    """Passed and all cases by construction and language."""
    extractor = RulesExtractor()
    passed: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for language in LANGUAGES:
        for case in cases(language):
            key = (case["construction"], language)
            total[key] += 1
            passed[key] += passes(case, language, extractor)
    return {key: Tally(passed[key], total[key]) for key in total}


def summed(tallies: dict[tuple[str, str], Tally], group: str, language: str) -> Tally:
    """A whole group of constructions: ``who`` for ``who-active``, ``who-passive`` and so on."""
    chosen = [
        tally
        for (slug, spoken), tally in tallies.items()
        if spoken == language and slug.partition("-")[0] == group
    ]
    return Tally(sum(t.passed for t in chosen), sum(t.total for t in chosen))


def groups() -> list[str]:
    """In the order of the suite."""
    return list(dict.fromkeys(slug.partition("-")[0] for slug, _ in shown_order()))


def shown_order() -> list[tuple[str, str]]:
    """Each construction with its first text, in the order of the English suite."""
    first: dict[str, str] = {}
    for case in cases("en"):
        first.setdefault(case["construction"], " ".join(case["text"].split()))
    return list(first.items())


def page() -> str:
    """The page, with what is true now."""
    tallies = measure()
    lines = [_HEAD.format(cases=sum(tally.total for tally in tallies.values()))]
    lines += ["| group | German | English |", "|---|---|---|"]
    for group in groups():
        lines.append(
            f"| {group} | "
            + " | ".join(_cell(summed(tallies, group, language)) for language in LANGUAGES)
            + " |"
        )
    lines += ["", "| construction | for instance | German | English |", "|---|---|---|---|"]
    for slug, example in shown_order():
        cells = [_cell(tallies[slug, language]) for language in LANGUAGES]
        lines.append(f"| `{slug}` | {example.replace('|', '/')} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines) + "\n"


def shown(text: str) -> dict[tuple[str, str], Tally]:
    """What a page says, by construction and language."""
    return {
        (slug, language): Tally(int(cell[0]), int(cell[1]))
        for slug, *cells in re.findall(
            r"^\| `([\w-]+)` \| .* \| (\d+/\d+) \| (\d+/\d+) \|$", text, re.MULTILINE
        )
        for language, cell in zip(LANGUAGES, (c.split("/") for c in cells), strict=True)
    }


def _cell(tally: Tally) -> str:
    return f"{tally.passed}/{tally.total}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"wrote {PAGE.relative_to(HERE.parents[1])}")
