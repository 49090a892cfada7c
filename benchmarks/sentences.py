"""Compares the sentence splitter with simplemma and sentencex, in one process.

Accuracy is taken on the tables of constructions in ``tests/language``: the share of cases that
are split exactly as written down, and the F1 of the sentence spans. Both peers take a text
without offsets; a sentence counts when its words are right, whatever the white space in it.
The tables were written for this project, so they show which constructions a splitter knows, not
how it does on the average page.

Speed is taken on the same texts joined by blank lines, or on the ``text`` fields of the JSON
Lines files given. Every run measures all splitters in turn, so that ratios can be compared
between machines and absolute numbers cannot.

    python benchmarks/sentences.py [--write] [FILE.jsonl ...]

``--write`` also writes the table to ``benchmarks/sentences.md``.
"""

from __future__ import annotations

import argparse
import json
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from armstrade.language import sentences

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "tests" / "language"
Splitter = Callable[[str, str], Iterable[str]]


def splitters() -> dict[str, Splitter]:
    """The splitters that can be imported here, ours first."""
    found: dict[str, Splitter] = {
        "armstrade": lambda text, language: [text[a:b] for a, b in sentences(text, language)]
    }
    try:
        import sentencex
    except ImportError:
        pass
    else:
        found["sentencex"] = lambda text, language: sentencex.segment(language, text)
    try:
        import simplemma
    except ImportError:
        pass
    else:
        found["simplemma"] = lambda text, _: simplemma.split_sentences(text)
    return found


def cases(language: str) -> list[tuple[str, list[str]]]:
    """The texts of the tables with the sentences that must come out."""
    table = tomllib.loads((TABLES / f"sentences_{language}.toml").read_text(encoding="utf-8"))
    return [(group["join"].join(case), case) for group in table["group"] for case in group["cases"]]


def words(parts: Iterable[str]) -> list[str]:
    """Sentences without white space, the empty ones left out."""
    bare = ("".join(part.split()) for part in parts)
    return [part for part in bare if part]


def accuracy(split: Splitter, language: str) -> tuple[float, float]:
    """The share of cases split exactly, and the F1 of the sentences."""
    exact = hits = predicted = gold = 0
    table = cases(language)
    for text, expected in table:
        found, wanted = words(split(text, language)), words(expected)
        exact += found == wanted
        hits += (Counter(found) & Counter(wanted)).total()
        predicted += len(found)
        gold += len(wanted)
    return exact / len(table), 2 * hits / (predicted + gold)


def speed(split: Splitter, language: str, texts: list[str], seconds: float = 1.0) -> float:
    """Megabytes of UTF-8 a second, the best of five rounds."""
    size = sum(len(text.encode()) for text in texts)
    best = float("inf")
    for _ in range(5):
        begun = time.perf_counter()
        rounds = 0
        while time.perf_counter() - begun < seconds / 5:
            for text in texts:
                list(split(text, language))
            rounds += 1
        best = min(best, (time.perf_counter() - begun) / rounds)
    return size / best / 1e6


def speed_texts(language: str, files: list[Path]) -> list[str]:
    """The texts to time: those of the files, else the tables."""
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    texts = [row["text"] for row in rows if row.get("language") == language]
    return texts or ["\n\n".join(text for text, _ in cases(language))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, help="JSON Lines with language and text")
    parser.add_argument("--write", action="store_true", help="write benchmarks/sentences.md")
    options = parser.parse_args()
    lines = [
        "| splitter | cases exact, de | cases exact, en | F1, de | F1, en | MB/s, de | MB/s, en "
        "| speed against ours |",
        "|---|---|---|---|---|---|---|---|",
    ]
    ours = 0.0
    for name, split in splitters().items():
        (exact_de, f1_de), (exact_en, f1_en) = accuracy(split, "de"), accuracy(split, "en")
        fast_de, fast_en = (
            speed(split, language, speed_texts(language, options.files))
            for language in ("de", "en")
        )
        ours = ours or fast_de + fast_en
        lines.append(
            f"| {name} | {exact_de:.3f} | {exact_en:.3f} | {f1_de:.3f} | {f1_en:.3f} "
            f"| {fast_de:.1f} | {fast_en:.1f} | {(fast_de + fast_en) / ours:.2f} |"
        )
    timed = sum(len(speed_texts(language, options.files)) for language in ("de", "en"))
    counts = ", ".join(f"{len(cases(language))} {language}" for language in ("de", "en"))
    table = "\n".join(lines)
    print(table)
    if options.write:
        (ROOT / "benchmarks" / "sentences.md").write_text(
            "# Sentence splitters on the tables of constructions\n\n"
            f"Cases: {counts}; speed on {timed} texts. The tables are ours and ours was\n"
            "corrected on them: before that it split 126 of the 132 German and 112 of the 116\n"
            "English cases as written. The head of `sentences.py` says what this shows and how\n"
            "to run it again.\n\n"
            f"{table}\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
