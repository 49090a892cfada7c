"""How much of its accuracy each extractor keeps when the text is noisy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from armstrade.corpora import Corpus

from .grid import grid
from .noise import NOISE, noisy
from .run import benchmark
from .tables import heading

if TYPE_CHECKING:
    from armstrade.pipeline import ExtractorName
    from armstrade.plugins.manager import Registry


@dataclass(frozen=True)
class Robustness:
    """Claim-level F1 of each extractor, clean and at each level of noise.

    Attributes
    ----------
    corpus
        The clean corpus.
    f1
        By name of the noise (``clean`` first), then of the extractor.
    seed
        Of the noise.
    """

    corpus: Corpus
    f1: Mapping[str, Mapping[str, float]]
    seed: int = 0

    def kept(self, noise: str, extractor: str) -> float | None:
        """The share of its clean F1 that an extractor keeps; ``None`` where it has none."""
        clean = self.f1["clean"][extractor]
        return self.f1[noise][extractor] / clean if clean else None

    def table(self) -> str:
        """The result as text: F1, and the share of the clean one."""
        names = list(self.f1["clean"])
        rows = []
        for noise, scores in self.f1.items():
            cells = [noise]
            for name in names:
                kept = self.kept(noise, name)
                cells += [f"{scores[name]:.3f}", "–" if kept is None else f"{100 * kept:.0f} %"]
            rows.append(cells)
        header = ["noise", *(cell for name in names for cell in (name, "kept"))]
        return f"{heading(self.corpus)}\n\n{grid(header, rows, left=1)}"

    def to_dict(self) -> dict[str, Any]:
        """As plain values."""
        f1 = {noise: dict(scores) for noise, scores in self.f1.items()}
        return {"corpus": self.corpus.name, "seed": self.seed, "claim_f1": f1}


def robustness(
    extractors: Sequence[ExtractorName],
    corpus: Corpus,
    *,
    levels: Iterable[str] = NOISE,
    seed: int = 0,
    options: Mapping[str, Any] | None = None,
    registry: Registry | None = None,
) -> Robustness:
    """Score extractors on a corpus as it is and with noise in it.

    Parameters
    ----------
    levels
        Names among `NOISE`; default: all.
    seed
        Of the noise.

    Examples
    --------
    >>> from armstrade.corpora import load
    >>> few = load("newsroom", split="train", language="de")[:3]
    >>> found = robustness(["rules"], few, levels=["umlauts stripped"])
    >>> list(found.f1)
    ['clean', 'umlauts stripped']
    """
    texts = {"clean": corpus} | {name: noisy(corpus, name, seed=seed) for name in levels}
    f1 = {}
    for name, one in texts.items():
        report = benchmark(
            extractors, corpus=one, baselines=False, options=options, registry=registry
        )
        f1[name] = {system.name: system.score.claim.f1 or 0.0 for system in report}
    return Robustness(corpus, f1, seed)
