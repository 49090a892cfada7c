"""The trained model: what it scores, how it is stored, and that it is the one it says it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load, save

from armstrade.errors import DataError, InputError

from . import combinations
from .combinations import Combinations, RoleScores, combine, likely
from .context import DOCUMENT_NAMES, document_rows
from .features import materiel, party, trigger
from .scorer import Scorer
from .tables import Floats, Tables
from .trees import Trees
from .wording import Wording

WEIGHTS = "model.safetensors"
MANIFEST = "manifest.json"
FORMAT = 3
WORDING = "wording"
SCORERS = ("trigger", "roles", "goods", "draft", "final", "status")
ROLE_NAMES = [*party.NAMES, *(f"trigger_{n}" for n in trigger.NAMES)]
GOODS_NAMES = [*materiel.NAMES, *(f"trigger_{n}" for n in trigger.NAMES)]
STATUS_NAMES = [
    *trigger.NAMES,
    *(f"supplier_{n}" for n in party.NAMES),
    *(f"recipient_{n}" for n in party.NAMES),
    *(f"goods_{n}" for n in materiel.NAMES),
]
FEATURES: Mapping[str, list[str]] = {
    "trigger": trigger.NAMES,
    "roles": ROLE_NAMES,
    "goods": GOODS_NAMES,
    "draft": combinations.NAMES,
    "final": [*combinations.NAMES, *DOCUMENT_NAMES],
    "status": STATUS_NAMES,
}
"""What stands in each column of the rows that a scorer gets."""


@dataclass(slots=True)
class Judged:
    """The combinations of a document and how surely each is a claim."""

    combinations: Combinations
    final: Floats


@dataclass(frozen=True)
class Model:
    """Scorers and what is known about them.

    Attributes
    ----------
    scorers
        One set of trees for each of `SCORERS`.
    manifest
        What the model was trained on, its thresholds and its calibration.
    wording
        What the words around triggers tell.
    """

    scorers: Mapping[str, Scorer]
    manifest: Mapping[str, Any]
    wording: Wording

    def judge(self, tables: Tables) -> Judged:
        """The combinations of a document, scored."""
        found = combine(tables, role_scores(tables, self.scorers))
        kept, draft = likely(found, self.scorers["draft"](found.rows)[:, 0])
        return Judged(kept, self.scorers["final"](document_rows(kept, draft))[:, 0])

    def status(self, rows: Floats) -> Floats:
        """Stage (8 columns), negated (1) and factuality (4) of the rows of `Tables.status_rows`."""
        return self.scorers["status"](rows)

    def calibrated(self, scores: Sequence[float]) -> list[float]:
        """For each score of a claim the probability that it is right."""
        table = self.manifest["calibration"]
        at = combinations.odds(np.array(scores, dtype=np.float64))
        probabilities: list[float] = np.interp(
            at, table["log_odds"], table["probabilities"]
        ).tolist()
        return probabilities

    def score_of(self, probability: float) -> float:
        """The score whose claims are right with a probability: `calibrated` turned round."""
        table = self.manifest["calibration"]
        at = np.interp([probability], table["probabilities"], table["log_odds"])
        return float((1.0 / (1.0 + np.exp(-at)))[0])

    def save(self, folder: str | Path) -> None:
        """Write `WEIGHTS` and `MANIFEST` into a folder, which is made if need be."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        tensors = {}
        for name, scorer in self.scorers.items():
            if not isinstance(scorer, Trees):
                raise TypeError(
                    f"{name} is no Trees but {type(scorer).__name__}; only they are kept"
                )
            for part, array in scorer.tensors().items():
                tensors[f"{name}.{part}"] = np.ascontiguousarray(array)
        for part, array in self.wording.tensors().items():
            tensors[f"{WORDING}.{part}"] = np.ascontiguousarray(array)
        data = save(tensors)
        (folder / WEIGHTS).write_bytes(data)
        manifest = {
            "format": FORMAT,
            "sha256": hashlib.sha256(data).hexdigest(),
            "features": {name: digest(names) for name, names in FEATURES.items()},
            **{k: v for k, v in self.manifest.items() if k not in ("format", "sha256", "features")},
        }
        text = json.dumps(manifest, indent=1, ensure_ascii=False)
        (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: str | Path) -> Model:
        """Read and check a model.

        Raises
        ------
        InputError
            When a file is missing.
        DataError
            When the weights are not those of the manifest, or another version of the plugin
            made them.
        """
        folder = Path(folder)
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            data = (folder / WEIGHTS).read_bytes()
        except FileNotFoundError as error:
            raise InputError(
                "there is no such file; a model is a folder made by `armstrade ml train --out`",
                path=str(error.filename),
            ) from None
        except json.JSONDecodeError as error:
            raise InputError(f"no JSON ({error.msg})", path=str(folder / MANIFEST)) from None
        if hashlib.sha256(data).hexdigest() != manifest.get("sha256"):
            raise DataError(
                f"{folder / WEIGHTS} is not the file its manifest speaks of (sha256 differs); "
                "train again or restore both files together"
            )
        expected = {name: digest(names) for name, names in FEATURES.items()}
        if manifest.get("format") != FORMAT or manifest.get("features") != expected:
            raise DataError(
                f"{folder} was trained by another version of armstrade-ml, whose features differ; "
                "train again with `armstrade ml train`"
            )
        tensors = load(data)
        parts: dict[str, dict[str, Any]] = {name: {} for name in (*SCORERS, WORDING)}
        for key, array in tensors.items():
            name, _, part = key.partition(".")
            parts[name][part] = array
        wording = Wording.of(parts.pop(WORDING))
        return cls({name: Trees.of(arrays) for name, arrays in parts.items()}, manifest, wording)


def digest(names: Sequence[str]) -> str:
    """A short hash of feature names, in order."""
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]


def role_scores(tables: Tables, scorers: Mapping[str, Scorer]) -> RoleScores:
    """Scores of the triggers, and of the parties and goods seen from them."""
    roles = scorers["roles"](tables.role_rows)
    told = tables.told
    return RoleScores(
        trigger=scorers["trigger"](tables.triggers)[:, 0] if told is None else told,
        supplier=roles[:, 0],
        recipient=roles[:, 1],
        goods=scorers["goods"](tables.goods_rows)[:, 0],
    )
