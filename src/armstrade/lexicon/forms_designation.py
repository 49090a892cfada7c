"""Spellings of type names: "TB2", "TB-2" and "TB 2" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .entries import DesignationEntry
from .rows import loose
from .surfaces import Bound, Named, Surface

_JOINT = re.compile(r"(?<=[A-Za-zäöüÄÖÜ])[- ]?(?=\d)")
_CODE = re.compile(r"[A-Z]{1,3}[a-z]{0,2}[-/ ]?\d{2,}")
_TAIL = frozenset({""})


@cache
def spellings(form: str) -> tuple[str, ...]:
    """The form with each joint of letters and digits written together and apart.

    Hyphen and space need no spellings of their own: they fold to the same byte.

    Examples
    --------
    >>> spellings("TB2"), spellings("F-16")
    (('TB2', 'TB-2'), ('F-16', 'F16'))
    """
    joints = [joint for joint in _JOINT.finditer(form) if _head(form, joint.start()) <= 8]
    variants = [form]
    for joint in joints[:2]:
        apart = joint.end() > joint.start()
        for variant in list(variants):
            place = variant.find(form[max(0, joint.start() - 2) : joint.end() + 1])
            if place < 0:
                continue
            cut = place + min(2, joint.start())
            if apart:
                variants.append(variant[:cut] + variant[cut + 1 :])
            else:
                variants.append(f"{variant[:cut]}-{variant[cut:]}")
    return tuple(dict.fromkeys(variants))


def _head(form: str, end: int) -> int:
    """Length of the run of letters that ends at `end`."""
    start = end
    while start and form[start - 1].isalpha():
        start -= 1
    return end - start


def is_code(form: str) -> bool:
    """Whether a form is code enough to stand alone: letters, hyphen, two or more digits."""
    return "-" in form and _CODE.match(form) is not None


def designation_surfaces(item: Named) -> Iterator[Surface]:
    """Forms of a type name, each with whether it needs company."""
    flagged = {loose(form) for form in item.ambiguous_forms}
    seen: set[str] = set()
    for name in (item.entry.designation, *item.aliases):
        weak = name in item.ambiguous_forms or loose(name) in flagged
        for form in spellings(name):
            if form in seen:
                continue
            seen.add(form)
            short = len(form) <= 3 and form.isalpha()
            yield Surface(
                form,
                item.entry,
                bound=Bound.CLOSED if short else Bound.LEFT,
                tails=_TAIL,
                weak=(weak and not is_code(form)) or len(form) <= 2 or form.isdecimal(),
            )


def family_of(entry: DesignationEntry, spelled: str) -> DesignationEntry:
    """Entry of a variant of the family, under its own spelling."""
    return DesignationEntry(spelled, entry.category, entry.family, entry.maker, False)
