"""How far two people who annotate the same passages by the guide agree.

    python benchmarks/agreement.py

The passages are those of ``agreement/*.jsonl``, forty per language out of `newsroom/calibration`,
annotated a second time from their texts alone by somebody who had not seen the first annotation.
The second is scored as an extractor would be: what it reaches, no extractor can be asked to beat.
"""

from __future__ import annotations

from pathlib import Path

from armstrade import corpora
from armstrade.benchmark import Score, score
from armstrade.benchmark.score import LEVELS

SECOND = Path(__file__).parent / "agreement"


def agreement(language: str) -> Score:
    """The score of the second annotation against the corpus."""
    second = {one.id: one.claims for one in corpora.load(str(SECOND / f"{language}.jsonl"))}
    first = [
        one for one in corpora.load("newsroom/calibration", language=language) if one.id in second
    ]
    assert len(first) == len(second), "the corpus has lost passages that were annotated twice"
    return score(first, second)


def main() -> None:
    for language in ("de", "en"):
        found = agreement(language)
        levels = " ".join(f"{level} {found.counts(level).f1:.3f}" for level in LEVELS)
        slots = " ".join(f"{name} {share.value:.2f}" for name, share in found.slots.items())
        print(f"{language}: {len(found)} passages, F1 {levels}; given a right triple: {slots}")


if __name__ == "__main__":
    main()
