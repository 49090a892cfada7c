"""Compares `armstrade.lexicon.link` with a plain ``process.extractOne`` over all names.

Both are asked for the names of ``tests/lexicon/linking`` (noisy variants and traps). Printed are
the time per name and the ratio, which can be compared between machines, and what each threshold
means: the share of right links among the links made, the share of variants found, and the share
of traps that are taken for a name.

All names are asked for in rounds, in turns, so that a busy machine slows both; the fastest round
of each counts, in processor time, since other work can only add to it. `link` keeps the folds of
some thousand names: they are forgotten before each round, and a second row tells what the same
names cost when they are asked for again.

    python benchmarks/linking.py [--write]

``--write`` also writes the tables to ``benchmarks/linking.md``.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from armstrade.lexicon import DesignationEntry, Lexicon, PartyEntry, link
from armstrade.lexicon.linking import folds

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "tests" / "lexicon" / "linking"
ROUNDS = 10
THRESHOLDS = (0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97)
Answer = tuple[str | None, float]
"""What a name means and how sure that is."""


def rows(name: str, part: str = "") -> list[dict[str, str]]:
    """Of all lists, or of one: all but the first were written without a look at the code."""
    with (TABLES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in found if part in ("", row["list"])]


def meaning(entry: PartyEntry | DesignationEntry) -> str | None:
    return entry.key if isinstance(entry, PartyEntry) else entry.designation


def ours(name: str) -> Answer:
    found = link(name, limit=1)
    return (meaning(found[0].entry), found[0].score) if found else (None, 0.0)


def peer() -> Callable[[str], Answer]:
    names = Lexicon.default().linker.index.names
    texts = [name.text for name in names]

    def ask(name: str) -> Answer:
        found = process.extractOne(name, texts, scorer=ratio)
        return (None, 0.0) if found is None else (meaning(names[found[2]].entry), found[1] / 100)

    return ask


def table(ask: Callable[[str], Answer], part: str = "") -> list[str]:
    variants = [(ask(row["name"]), row["meaning"]) for row in rows("variants", part)]
    traps = [ask(row["name"]) for row in rows("traps", part)]
    lines = ["| threshold | precision | variants found | traps linked |", "|---|---|---|---|"]
    for threshold in THRESHOLDS:
        right = sum(score >= threshold and found == want for (found, score), want in variants)
        wrong = sum(score >= threshold and found != want for (found, score), want in variants)
        linked = sum(score >= threshold for _, score in traps)
        made = right + wrong + linked
        lines.append(
            f"| {threshold} | {right / made if made else 0:.3f} | {right / len(variants):.3f} "
            f"| {linked / len(traps):.3f} |"
        )
    return lines


def section(part: str) -> list[str]:
    counts = f"{len(rows('variants', part))} variants and {len(rows('traps', part))} traps"
    return [f"`link`, list {part} ({counts}):", "", *table(ours, part), ""]


def forget() -> None:
    """What `link` keeps of names it was asked for."""
    folds.plain.cache_clear()
    folds.sound.cache_clear()


def measure(contestants: Sequence[Callable[[str], Answer]], names: list[str]) -> list[float]:
    """Seconds of the processor per name, in the fastest round of each contestant."""
    best = [float("inf")] * len(contestants)
    for _ in range(ROUNDS):
        forget()
        for number, ask in enumerate(contestants):
            begun = time.process_time()
            for name in names:
                ask(name)
            best[number] = min(best[number], time.process_time() - begun)
    return [seconds / len(names) for seconds in best]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="write benchmarks/linking.md")
    arguments = parser.parse_args()
    names = [row["name"] for name in ("variants", "traps") for row in rows(name)]
    parts = sorted({row["list"] for row in rows("variants")})
    plain = peer()
    mine, again, theirs = measure([ours, ours, plain], names)
    lines = [
        "# Linking noisy names",
        "",
        f"{len(rows('variants'))} noisy variants and {len(rows('traps'))} traps against "
        f"{len(Lexicon.default().linker.index.names)} names.",
        "",
        "| | µs per name | ratio |",
        "|---|---|---|",
        f"| `link` | {1e6 * mine:.0f} | 1 |",
        f"| `link`, asked again | {1e6 * again:.0f} | {again / mine:.1f} |",
        f"| `process.extractOne` over all names | {1e6 * theirs:.0f} | {theirs / mine:.0f} |",
        "",
        "`link`, all lists:",
        "",
        *table(ours),
        "",
        *(line for part in parts for line in section(part)),
        "`process.extractOne`, its score divided by 100, all lists:",
        "",
        *table(plain),
        "",
    ]
    text = "\n".join(lines)
    print(text)
    if arguments.write:
        (ROOT / "benchmarks" / "linking.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
