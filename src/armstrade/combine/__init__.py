"""Combiners: one list of claims out of one list per extractor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from armstrade.hookspecs import hookimpl

if TYPE_CHECKING:
    from armstrade.plugins.protocols import Combiner


@hookimpl
def armstrade_combiners() -> Iterable[Combiner]:
    """The built-in combiners."""
    from armstrade.combine.agreement import Agreement
    from armstrade.combine.intersection import Intersection
    from armstrade.combine.shipped import Shipped
    from armstrade.combine.union import Union
    from armstrade.combine.vote import Vote

    return [
        Agreement(), Intersection(), Shipped("stacked"), Union(), Vote(), Shipped("weighted"),
    ]  # fmt: skip
