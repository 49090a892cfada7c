"""Fitted combiners from files: those of this package, and a user's own.

A file holds plain JSON: for each set of extractors that vote together their
reliabilities and the logistic model. Nothing in it is ever executed.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Protocol

from armstrade.claims import Document, TransferClaim
from armstrade.errors import InputError
from armstrade.plugins.outcome import Outcome
from armstrade.plugins.protocols import Combiner

from .clusters import voting
from .logistic import Logistic
from .reliability import Reliabilities
from .stacked import Stacking
from .union import Union
from .weighted import Weighing

FORMAT = 1
KINDS = ("agreement", "stacked", "weighted")


class Written(Protocol):
    """A combiner that can be written to a file."""

    @property
    def name(self) -> str: ...
    @property
    def reliabilities(self) -> Reliabilities: ...


def team(names: Sequence[str]) -> str:
    """The key of a set of extractors.

    Examples
    --------
    >>> team(["rules", "fuzzy"])
    'fuzzy+rules'
    """
    return "+".join(sorted(names))


@dataclass(frozen=True, slots=True)
class Fitted:
    """Combiners of one kind, one for each set of extractors they were fitted on.

    Who votes differs from document to document: an extractor may abstain. For a set that
    nothing was fitted on, all claims are kept, as by ``union``: to throw claims away takes
    a reason.

    Attributes
    ----------
    name
        ``stacked``, ``weighted`` or ``agreement``.
    teams
        By the names of the extractors, joined (see `team`).
    """

    name: str
    teams: Mapping[str, Combiner]

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        """What the combiner for the extractors that could read the document keeps.

        Warns
        -----
        RuntimeWarning
            When nothing was fitted on these extractors, so that all claims are kept.
        """
        names = voting(outcomes)
        combiner = self.teams.get(team(names), _UNION)
        if combiner is _UNION and len(names) > 1:
            warnings.warn(
                f"combiner {self.name!r} was not fitted on {' + '.join(names)} and keeps all "
                "claims of all of them; fit one with 'armstrade combine fit --extractors "
                f"{','.join(names)} --out FILE.json' and name the file in --combine",
                RuntimeWarning,
                stacklevel=2,
            )
        return list(combiner.combine(outcomes, document))


_UNION = Union()


def to_dict(combiners: Mapping[str, Written], **manifest: Any) -> dict[str, Any]:
    """Combiners of one kind as plain values, with what they were fitted on.

    Parameters
    ----------
    combiners
        By `team`.
    """
    kinds = {one.name for one in combiners.values()}
    if len(kinds) != 1:
        raise InputError(f"a file holds combiners of one kind, not {', '.join(sorted(kinds))}")
    return {
        "armstrade combiner": FORMAT,
        "kind": kinds.pop(),
        "manifest": manifest,
        "teams": {name: _packed(one) for name, one in sorted(combiners.items())},
    }


def _packed(combiner: Written) -> dict[str, Any]:
    packed: dict[str, Any] = {"reliabilities": combiner.reliabilities.to_dict()}
    if isinstance(combiner, Stacking):
        packed |= {"model": combiner.model.to_dict(), "threshold": combiner.threshold}
    return packed


def load_combiner(path: str | Path) -> Fitted:
    """Read a combiner that ``armstrade combine fit`` wrote.

    Raises
    ------
    InputError
        When the file is not there, is not JSON or is no combiner.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"cannot read the combiner: {error}; fit one with 'armstrade combine fit'",
            path=str(path),
        ) from None
    return _parsed(text, str(path))


@dataclass(frozen=True, slots=True)
class Shipped:
    """A combiner fitted on the extractors of this project; read when first used.

    Attributes
    ----------
    name
        ``stacked`` or ``weighted``.
    """

    name: str

    def combine(self, outcomes: Sequence[Outcome], document: Document) -> list[TransferClaim]:
        """What the combiner for the extractors that could read the document keeps."""
        return _shipped(f"{self.name}.json").combine(outcomes, document)


@cache
def _shipped(name: str) -> Fitted:
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return _parsed(text, name)


def _parsed(text: str, path: str) -> Fitted:
    try:
        found = json.loads(text)
        if found["armstrade combiner"] != FORMAT or found["kind"] not in KINDS:
            raise InputError(
                f"format {found['armstrade combiner']!r} of kind {found['kind']!r} cannot be read "
                "by this version; fit the combiner again",
                path=path,
            )
        kind: str = found["kind"]
        teams = {name: _unpacked(kind, one) for name, one in found["teams"].items()}
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON: {error.msg}", path=path, line=error.lineno) from None
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"no combiner ({type(error).__name__}: {error}); write one with "
            "'armstrade combine fit'",
            path=path,
        ) from None
    return Fitted(kind, teams)


def _unpacked(kind: str, found: Mapping[str, Any]) -> Combiner:
    reliabilities = Reliabilities.from_dict(found["reliabilities"])
    if kind == "stacked":
        return Stacking(reliabilities, Logistic.from_dict(found["model"]), found["threshold"])
    return Weighing(kind, reliabilities)
