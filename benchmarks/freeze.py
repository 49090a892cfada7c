"""Write down what our own extractors score on the development gold, document by document.

    python benchmarks/freeze.py            # all, about ten seconds
    python benchmarks/freeze.py rules      # one of them
    python benchmarks/freeze.py --check    # writes nothing, names what has moved

The files in benchmarks/frozen are committed, one for each extractor and language, and with them
the leaderboard of the documentation, which is made of them. A test fails when a figure moves
without them: whoever changes what is found sees in the same commit what it did to each document.
After a merge conflict in them, run this again.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

FROZEN = Path(__file__).parent / "frozen"
SYSTEMS = ("rules", "fuzzy", "cooccurrence")
CORPUS, SPLIT = "newsroom", "dev"
LEVELS = ("triple", "claim", "full")


def measured(systems: Sequence[str] = SYSTEMS) -> dict[str, dict[str, Any]]:
    """What is to be frozen, by name of the file."""
    from armstrade.benchmark import benchmark

    report = benchmark(list(systems), corpus=CORPUS, split=SPLIT, baselines=False)
    found = {}
    for system in report:
        for language, score in system.score.by_language.items():
            found[f"{system.name}-{language}.json"] = {
                "system": system.name,
                "language": language,
                "corpus": [report.corpus.name, report.corpus.version, report.corpus.sha256],
                "counts": "tp, fp, fn at triple, claim and full level",
                "all": [_numbers(score.counts(level)) for level in LEVELS],
                "documents": {
                    row.document_id: [_numbers(row.counts(level)) for level in LEVELS]
                    for row in score
                },
            }
    return found


def _numbers(counts: Any) -> list[int]:
    return [counts.tp, counts.fp, counts.fn]


def written(found: dict[str, Any]) -> str:
    """One document a line, so that a change is a change of its line."""
    head = {key: value for key, value in found.items() if key != "documents"}
    lines = [f" {json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    rows = [
        f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in found["documents"].items()
    ]
    return "\n".join(["{", *lines, ' "documents": {', ",\n".join(rows), " }", "}"]) + "\n"


def moved(new: dict[str, dict[str, Any]]) -> Iterator[str]:
    """What differs from the frozen files, one line each."""
    for name, found in new.items():
        path = FROZEN / name
        if not path.exists():
            yield f"{name}: not frozen yet"
            continue
        try:
            old = json.loads(path.read_text(encoding="utf-8"))
        except json.JSONDecodeError:  # the marks of a merge conflict
            yield f"{name}: cannot be read"
            continue
        if old["corpus"] != found["corpus"]:
            yield f"{name}: another corpus: {found['corpus']}"
        for document in sorted(old["documents"].keys() | found["documents"].keys()):
            before, after = old["documents"].get(document), found["documents"].get(document)
            if before != after:
                yield f"{name}: {document}: was {before}, is {after}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("systems", nargs="*", metavar="EXTRACTOR")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    os.environ["ARMSTRADE_LOAD_PLUGINS"] = ""  # the frozen runs are those of a bare installation
    found = measured(given.systems or SYSTEMS)
    changes = list(moved(found))
    print("\n".join(changes) or "nothing has moved")
    if given.check:
        return bool(changes)
    FROZEN.mkdir(exist_ok=True)
    for name, one in found.items():
        (FROZEN / name).write_text(written(one), encoding="utf-8", newline="\n")
    write_leaderboard()
    return 0


def write_leaderboard() -> None:
    """The page of the documentation that is made of the frozen runs."""
    path = Path(__file__).parents[1] / "docs" / "generate.py"
    spec = importlib.util.spec_from_file_location("generate", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.LEADERBOARD.write_text(module.leaderboard(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
