"""Spellings of type names: "TB2", "TB-2" and "TB 2" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .rows import loose
from .surfaces import Bound, Named, Surface

_JOINT = re.compile(r"(?<=[A-Za-zäöüÄÖÜ])[- ]?(?=\d)")
_CODE = re.compile(r"[A-Z]{1,3}[a-z]{0,2}-\d{2,}")
_COMPOUND = re.compile(r"(.+?)(?:-[A-ZÄÖÜ][a-zäöüß]{2,}|(?: [a-z]{3,})+|s)")


def folded(name: str) -> str:
    """Key under which spellings with hyphen and with space are one."""
    return name.lower().replace("-", " ")


@cache
def spellings(form: str) -> tuple[str, ...]:
    """The form with its first joint of letters and digits written together and apart.

    Hyphen and space need no spellings of their own: they fold to the same byte.

    Examples
    --------
    >>> spellings("TB2"), spellings("F-16"), spellings("Patriot")
    (('TB2', 'TB-2'), ('F-16', 'F16'), ('Patriot',))
    """
    joint = _JOINT.search(form)
    if joint is None:
        return (form,)
    before, after = form[: joint.start()], form[joint.end() :]
    other = f"{before}{after}" if joint.group() else f"{before}-{after}"
    return (form, other)


def is_code(form: str) -> bool:
    """Whether a form is code enough to stand alone: letters, hyphen, two or more digits."""
    return "-" in form and _CODE.match(form) is not None


def _names(item: Named) -> tuple[str, ...]:
    """Names without those that rules read: "Leopard-Panzer", "Puma helicopter", "F-16s"."""
    if not item.aliases:
        return (item.entry.designation,)
    names = (item.entry.designation, *item.aliases)
    known = {folded(name) for name in names}
    return tuple(
        name
        for name in names
        if not (match := _COMPOUND.fullmatch(name)) or folded(match.group(1)) not in known
    )


def designation_surfaces(item: Named) -> Iterator[Surface]:
    """Forms of a type name, each with whether it needs company."""
    flagged = {loose(form) for form in item.ambiguous_forms}
    seen: set[str] = set()
    for name in _names(item):
        weak = bool(flagged) and loose(name) in flagged
        for form in spellings(name):
            if form in seen:
                continue
            seen.add(form)
            short = len(form) <= 3 and form.isalpha()
            needs_company = (weak and not is_code(form)) or len(form) <= 2 or form.isdecimal()
            yield Surface(
                form,
                item.entry,
                bound=Bound.CLOSED if short else Bound.LEFT,
                weak=needs_company,
            )
            if short:
                yield Surface(form + "s", item.entry, "plural", weak=needs_company)
