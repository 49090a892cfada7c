"""The list of checks; each is a function that raises when it does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from armstrade.errors import UnknownNameError
from armstrade.testing.subject import Subject

Check = Callable[[Subject], None]

_CHECKS: dict[str, Check] = {}


def check(function: Check) -> Check:
    """Add a function to the list; its name is the name of the check."""
    _CHECKS[function.__name__] = function
    return function


def all_checks() -> dict[str, Check]:
    """All checks by name, in the order in which they are made."""
    # Imported here: these modules fill the list.
    from armstrade.testing import behaviour, contract, texts  # noqa: F401

    order = {module: rank for rank, module in enumerate(("contract", "texts", "behaviour"))}
    return dict(
        sorted(_CHECKS.items(), key=lambda item: order[item[1].__module__.rpartition(".")[2]])
    )


def known(names: Iterable[str]) -> frozenset[str]:
    """The names, when all of them are checks; else `UnknownNameError`."""
    wanted = frozenset(names)
    for name in sorted(wanted - set(all_checks())):
        raise UnknownNameError("check", name, all_checks())
    return wanted
