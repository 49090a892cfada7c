"""Articles per second of the rule-based extractor, on one core, beside spaCy.

    python benchmarks/throughput.py [--corpus newsroom|seeds] [--repeat 5]

The peer does less: spaCy's blank German tokeniser and an EntityRuler with the very terms
of our lexicon find names, and nothing else; the rules read whole claims. Both run in this
process, on the same documents, in turns, so that a busy machine slows both; the best round
of each counts, in processor time. Loading is timed apart.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import armstrade
from armstrade import corpora
from armstrade.errors import DataError

LANGUAGE = "de"
NEEDS_SPACY = "the peer is missing: pip install 'spacy>=3.8,<4' (no model is needed)"


@dataclass(frozen=True)
class Contestant:
    """One way to read an article, and how long it took to load."""

    name: str
    read: Callable[[armstrade.Document], object]
    loading: float


def rules(document: armstrade.Document) -> object:
    """Read claims, as a user does."""
    return armstrade.extract(document, extractors=["rules"])


def load_rules() -> Contestant:
    begun = time.perf_counter()
    rules(armstrade.Document(text="Polen liefert der Ukraine 60 Panzer.", language=LANGUAGE))
    return Contestant("armstrade rules", rules, time.perf_counter() - begun)


def load_peer() -> Contestant:
    """spaCy's tokeniser and EntityRuler with all surface forms of the lexicon."""
    try:
        import spacy
    except ImportError:
        sys.exit(NEEDS_SPACY)
    terms = surface_forms()
    begun = time.perf_counter()
    nlp = spacy.blank(LANGUAGE)
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": kind, "pattern": form} for form, kind in terms])
    loading = time.perf_counter() - begun
    name = f"spaCy {spacy.__version__} + {len(terms):,} terms"
    return Contestant(name, lambda document: nlp(document.text), loading)


def surface_forms() -> list[tuple[str, str]]:
    """Every form the lexicon looks for in German, with its kind."""
    from armstrade.lexicon import Lexicon

    groups = Lexicon.default().index(LANGUAGE).groups
    return sorted({(one.form, kind) for group in groups for kind, _, some in group for one in some})


def measure(
    contestants: Sequence[Contestant], documents: Sequence[armstrade.Document], repeat: int
) -> list[float]:
    """Seconds of the best round of each contestant."""
    best = [float("inf")] * len(contestants)
    for _ in range(repeat):
        for number, contestant in enumerate(contestants):
            begun = time.process_time()
            for document in documents:
                contestant.read(document)
            best[number] = min(best[number], time.process_time() - begun)
    return best


def documents_of(name: str) -> list[armstrade.Document]:
    try:
        corpus = corpora.load(name, language=LANGUAGE)
    except DataError as error:
        print(f"{name}: left out. {str(error).splitlines()[0]}\n", file=sys.stderr)
        return []
    return [gold.document for gold in corpus]


def main() -> None:
    """Print one table per corpus."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", action="append", choices=["newsroom", "seeds"])
    parser.add_argument("--repeat", type=int, default=5, help="rounds; the best one counts")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core for both

    contestants = [load_rules(), load_peer()]
    for one in contestants:
        print(f"{one.name}: loaded in {one.loading:.2f} s")
    for name in options.corpus or ["seeds", "newsroom"]:
        documents = documents_of(name)
        if not documents:
            continue
        chars = sum(len(document.text) for document in documents)
        print(f"\n{name}/{LANGUAGE}: {len(documents)} articles, {chars:,} characters, one core")
        # Small corpora are read several times in a round, so that the clock can tell.
        times = max(1, 200_000 // chars)
        seconds = measure(contestants, documents * times, options.repeat)
        rates = [len(documents) * times / one for one in seconds]
        for contestant, rate in zip(contestants, rates, strict=True):
            size = rate * chars / len(documents) / 1e6
            print(f"  {contestant.name:<30} {rate:8.1f} articles/s  {size:6.2f} Mchar/s")
        print(f"  ratio {rates[0] / rates[1]:.2f}")


if __name__ == "__main__":
    main()
