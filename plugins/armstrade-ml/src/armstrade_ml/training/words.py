"""Fitting what the words around triggers speak for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from armstrade.claims import Polarity, TransferClaim
from armstrade.errors import ArmstradeError

from ..decode import FACTUALITIES, STAGES
from ..features.words import NAMES, Context, spelt
from ..wording import Floats, Wording, length

if TYPE_CHECKING:
    from .examples import Example

LEAST_DOCUMENTS = 4
"""In how many documents a word must stand: what fewer say is chance, or a name."""
TELLING, STATUS = 0.1, 0.3
"""How little the weights are held back (scikit-learn's ``C``) for whether a claim is told, and
for its stage, negation and factuality."""


def fit_wording(examples: Sequence[Example]) -> Wording:
    """Linear models over the words around the triggers of gold documents.

    Raises
    ------
    ArmstradeError
        When scikit-learn is not installed.
    """
    documents: Counter[str] = Counter()
    for example in examples:
        documents.update({word for context in example.contexts for word in spelt(context)})
    kept = sorted(word for word, count in documents.items() if count >= LEAST_DOCUMENTS)
    places = {word: place for place, word in enumerate(kept)}
    contexts: list[Context] = []
    told: list[bool] = []
    rows: list[int] = []
    claims: list[TransferClaim] = []
    for example in examples:
        contexts += example.contexts
        for scene, gold in zip(example.scenes, example.aligned, strict=True):
            telling: dict[int, list[TransferClaim]] = {}
            for key, claim in gold.chosen.items():
                telling.setdefault(key[0], []).append(claim)
            for t in range(len(scene.triggers)):
                rows += [len(told)] * len(telling.get(t, ()))
                claims += telling.get(t, ())
                told.append(t in telling)
    table = _table(contexts, places)
    status = table[rows]
    weights: Floats = np.zeros((len(places) + 1, len(NAMES)), np.float32)
    bias: Floats = np.zeros(len(NAMES), np.float32)
    column = 0
    for data, labels, choices, strength in (
        (table, [int(one) for one in told], 1, TELLING),
        (status, [STAGES.index(c.stage) for c in claims], len(STAGES), STATUS),
        (status, [int(c.polarity is Polarity.NEGATED) for c in claims], 1, STATUS),
        (status, [FACTUALITIES.index(c.factuality) for c in claims], len(FACTUALITIES), STATUS),
    ):
        for choice, (slopes, constant) in _linear(data, labels, choices, strength).items():
            weights[:-1, column + choice] = slopes
            bias[column + choice] = constant
        column += choices
    # As they are kept: a model that has just been trained says what it will say when loaded.
    return Wording(places, weights.astype(np.float16).astype(np.float32), bias)


def _table(contexts: Sequence[Context], places: dict[str, int]) -> Any:
    from scipy.sparse import csr_matrix

    known = [
        sorted(places[word] for word in spelt(context) if word in places) for context in contexts
    ]
    sizes = np.array([len(one) for one in known])
    begins = np.concatenate([[0], np.cumsum(sizes)])
    columns = [place for one in known for place in one]
    values: NDArray[np.floating] = np.repeat(length(sizes), sizes)
    return csr_matrix((values, columns, begins), shape=(len(known), len(places)), dtype=np.float64)


def _linear(
    table: Any, labels: list[int], choices: int, strength: float
) -> dict[int, tuple[NDArray[np.floating], float]]:
    """Slopes and constant of each choice that occurs; of "yes" alone where there is one choice."""
    try:
        from sklearn.linear_model import LogisticRegression
    except ModuleNotFoundError:
        raise ArmstradeError(
            "training needs scikit-learn: pip install 'armstrade-ml[train]'"
        ) from None
    if len(set(labels)) < 2:
        return {}
    model = LogisticRegression(C=strength, max_iter=300).fit(table, labels)
    if len(model.classes_) > 2:
        slopes, constants = model.coef_, model.intercept_
    elif choices == 1:
        return {0: (model.coef_[0], float(model.intercept_[0]))}
    else:
        slopes = np.concatenate([-model.coef_, model.coef_]) / 2
        constants = np.concatenate([-model.intercept_, model.intercept_]) / 2
    return {
        int(choice): (slope, float(constant))
        for choice, slope, constant in zip(model.classes_, slopes, constants, strict=True)
    }
