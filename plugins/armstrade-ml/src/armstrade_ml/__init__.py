"""A learned extractor for armstrade: decides over candidates that the shared reading offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import armstrade

from .options import MLOptions

if TYPE_CHECKING:
    import typer

    from armstrade.claims import TransferClaim
    from armstrade.plugins import Considered, Extractor
    from armstrade.reading import Reading

__version__ = "0.1.0"


class MLExtractor:
    """Claims that a trained model reads out of the candidates of a reading.

    Examples
    --------
    >>> import armstrade
    >>> text = "Poland has delivered 60 tanks to Ukraine, the ministry said."
    >>> found = armstrade.extract(text, language="en", extractors=[MLExtractor()])
    >>> [(c.supplier.key, c.recipient.key, c.quantity.min, c.stage.value) for c in found]
    [('PL', 'UA', 60, 'delivered')]
    """

    name = "ml"
    version = __version__
    languages = ("de", "en")
    deterministic = True
    Options = MLOptions

    def extract(
        self, reading: Reading, *, options: MLOptions | None = None
    ) -> Iterator[TransferClaim | Considered]:
        """The transfer claims of a document, and those that it nearly makes."""
        # numpy and the model are loaded when the first document is read, not when plugins are.
        from .extractor import claims

        return claims(reading, options or MLOptions())


@armstrade.hookimpl
def armstrade_extractors() -> Iterable[Extractor]:
    """Registers the extractor."""
    return [MLExtractor()]


@armstrade.hookimpl
def armstrade_commands(app: typer.Typer) -> None:
    """Adds ``armstrade ml``."""
    from .commands import ml

    app.add_typer(ml, name="ml")
