"""What every scorer of a model does, whatever it was learned with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .trees import Trees, joined

Floats = NDArray[np.float32]


class Scorer(Protocol):
    """Rows of features in, probabilities out."""

    @property
    def groups(self) -> tuple[int, ...]:
        """Numbers of outputs that belong together: 1 for yes or no, else a choice."""
        ...

    def __call__(self, rows: Floats) -> Floats:
        """One row of probabilities per row of features."""
        ...


@dataclass(frozen=True, slots=True)
class Beside:
    """Scorers that answer about the same rows, their outputs side by side."""

    parts: tuple[Scorer, ...]

    @property
    def groups(self) -> tuple[int, ...]:
        return tuple(size for part in self.parts for size in part.groups)

    def __call__(self, rows: Floats) -> Floats:
        return np.hstack([part(rows) for part in self.parts])


def beside(*parts: Scorer) -> Scorer:
    """One scorer with the outputs of all parts; trees are merged into one set."""
    trees = [part for part in parts if isinstance(part, Trees)]
    return joined(*trees) if len(trees) == len(parts) else Beside(parts)
