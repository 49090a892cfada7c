"""One pattern per language, and what its groups mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armstrade.claims.draft import ClaimDraft
from armstrade.plugins import Abstain
from armstrade.reading import Reading

from .options import KeywordOptions

_NAME = r"[A-ZÄÖÜ]\w+"
_PATTERNS = {
    "de": re.compile(
        rf"\b(?P<supplier>{_NAME}) (?P<verb>liefert|schickt|will) (?:der |dem )?"
        rf"(?P<recipient>{_NAME}) (?:(?P<number>\d+) )?(?P<materiel>{_NAME})"
        r"(?P<later> (?:liefern|schicken))?"
    ),
    "en": re.compile(
        rf"\b(?P<supplier>{_NAME}) (?P<verb>sends|delivers|will send) "
        rf"(?:(?P<number>\d+) )?(?P<materiel>\w+) to (?P<recipient>{_NAME})(?P<later>)"
    ),
}
_LATER = ("will", "will send")


def drafts(reading: Reading, options: KeywordOptions) -> Iterator[ClaimDraft]:
    """The claims of a reading, as drafts.

    Materiel that the lexicon does not know would make a draft that cannot be grounded; it
    would be set apart and counted. Here only known materiel is claimed.
    """
    pattern = _PATTERNS.get(reading.language or "")
    if pattern is None:
        raise Abstain(f"no pattern for {reading.language!r}")
    known = [(one.start, one.end) for one in reading.mentions if one.kind != "party"]
    for found in pattern.finditer(reading.document.text):
        start, end = found.span("materiel")
        later = found["verb"] in _LATER
        if not any(low < end and start < high for low, high in known):
            continue
        if later and not options.planned:
            continue
        yield ClaimDraft(
            supplier={"text": found["supplier"], "at": found.start("supplier")},
            recipient={"text": found["recipient"], "at": found.start("recipient")},
            materiel={"text": found["materiel"], "at": start},
            quantity=_quantity(found),
            stage="planned" if later else "delivered",
            rule="later" if later else "now",
        )


def _quantity(found: re.Match[str]) -> dict[str, object] | None:
    if found["number"] is None:
        return None
    count = int(found["number"])
    return {"text": found["number"], "at": found.start("number"), "min": count, "max": count}
