"""Baselines: what any extractor has to beat."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armstrade.claims import TransferClaim
    from armstrade.plugins.protocols import Extractor
    from armstrade.reading import Reading


class Nothing:
    """Never claims anything: no false alarms, no recall."""

    name = "nothing"
    version = "1"
    languages: tuple[str, ...] = ()

    def extract(self, reading: Reading) -> Iterable[TransferClaim]:
        """No claims."""
        return ()


BASELINES: dict[str, Callable[[], Extractor]] = {"nothing": Nothing}
BASELINE = "nothing"
"""The baseline that is run beside every benchmark."""
