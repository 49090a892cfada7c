"""The error browser: every claim, right or wrong, with its article.

What the page's script shows is packed as data, once per article and claim; where the words stand
in the text is worked out here (`armstrade.claims.render.marks`), so that the script only lays out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from armstrade.benchmark import Report, SystemReport
from armstrade.benchmark.errors import KINDS
from armstrade.claims import Document, TransferClaim
from armstrade.claims.render.marks import Mark, place_marks, segments
from armstrade.claims.render.shell import Json, escape, island
from armstrade.claims.render.words import (
    materiel_words,
    party_words,
    quantity_words,
    stage_words,
)
from armstrade.report.comparison import statement_of
from armstrade.report.slots import SLOTS, behind, confidence_words

from .markup import Cell, note, section, table, text

RIGHT = "right"
_MEANINGS = {RIGHT: "found as gold has it", **KINDS}

_Case = tuple[str, TransferClaim | None, TransferClaim | None]
"""Kind, gold claim, found claim."""


def browser(report: Report, shown: Sequence[SystemReport]) -> str:
    """The classes of errors in figures, and the claims behind them to walk through."""
    cases = {system.name: _cases(report, system) for system in shown}
    if not any(found for one in cases.values() for found in one.values()):
        return ""
    return section(
        "claims", "Claims, right and wrong",
        note("Every gold claim that was missed and every false claim has exactly one class. "
             "Choose a figure to read the claims behind it."),
        _classes(cases), _FRAME, island("data", _data(report, cases)),
    )  # fmt: skip


_FRAME = """<noscript><p class="note">Reading the claims needs JavaScript, which this page runs
from within itself; everything above can be read without.</p></noscript>
<div class="browser" id="browser" hidden>
<div class="controls">
<label>System <select id="system"></select></label>
<label>Class <select id="kind"></select></label>
<label>Holds <input type="search" id="words" placeholder="words, party, rule …"></label>
<output id="count" for="system kind words"></output>
</div>
<div class="panes">
<ul role="listbox" id="list" tabindex="0" aria-label="Claims: arrow keys choose"></ul>
<div id="detail" role="region" aria-live="polite" aria-label="The chosen claim"></div>
</div>
</div>"""


def _cases(report: Report, system: SystemReport) -> dict[str, list[_Case]]:
    """Right and wrong claims by document."""
    found: dict[str, list[_Case]] = {}
    for error in report.errors(system.name):
        found.setdefault(error.document.id, []).append((error.kind, error.gold, error.predicted))
    for row in system.score:
        for pair in row.pairs:
            if pair.reaches("claim"):
                right = (RIGHT, row.gold[pair.gold], row.predicted[pair.predicted])
                found.setdefault(row.document_id, []).append(right)
    for cases in found.values():
        cases.sort(key=_place)
    return found


def _place(case: _Case) -> tuple[int, int, str]:
    """Where a claim stands in the text."""
    claim = case[1] or case[2]
    if claim is None:  # pragma: no cover - a case has at least one of the two
        return (0, 0, case[0])
    return (claim.evidence[0].start, claim.materiel.span.start, case[0])


def _classes(cases: Mapping[str, Mapping[str, Sequence[_Case]]]) -> str:
    counts = {
        name: [kind for some in found.values() for kind, _, _ in some]
        for name, found in cases.items()
    }
    rows = []
    for kind, meaning in _MEANINGS.items():
        numbers = {name: kinds.count(kind) for name, kinds in counts.items()}
        if not any(numbers.values()):
            continue
        cells = [
            Cell(
                f'<button type="button" data-system="{escape(name)}" data-kind="{kind}" '
                f'aria-label="{escape(f"{number} {kind}, {name}")}">{number}</button>'
                if number
                else "·"
            )
            for name, number in numbers.items()
        ]
        rows.append([text(kind, meaning), *cells, text(meaning)])
    head = [text("class"), *map(text, cases), text("meaning")]
    return table("Classes of claims", head, rows)


def _data(report: Report, cases: Mapping[str, Mapping[str, Sequence[_Case]]]) -> Json:
    numbers: dict[TransferClaim, int] = {}
    places: dict[str, int] = {}
    documents: list[Json] = []
    claims: list[Json] = []
    for gold in report.corpus:
        here: list[TransferClaim] = []
        for found in cases.values():
            for _, *pair in found.get(gold.id, ()):
                here += [claim for claim in pair if claim is not None]
        here = [claim for claim in dict.fromkeys(here) if claim not in numbers]
        if not here:
            continue
        for claim in here:
            numbers[claim] = len(claims)
            claims.append(_claim(claim))
        places[gold.id] = len(documents)
        documents.append(_document(gold.document, here, [str(numbers[one]) for one in here]))
    systems: list[Json] = []
    for name, found in cases.items():
        packed = [
            _case(places[document], case, numbers) for document in places
            for case in found.get(document, ())
        ]  # fmt: skip
        systems.append({"name": name, "cases": packed})
    return {
        "slots": [slot.name for slot in SLOTS],
        "kinds": dict(_MEANINGS),
        "documents": documents,
        "claims": claims,
        "systems": systems,
    }


def _case(document: int, case: _Case, numbers: Mapping[TransferClaim, int]) -> Json:
    kind, gold, found = case
    differing = set(statement_of([gold, found]).differing) if gold and found else set()
    return [
        document,
        kind,
        None if gold is None else numbers[gold],
        None if found is None else numbers[found],
        [place for place, slot in enumerate(SLOTS) if slot.name in differing],
    ]


def _claim(claim: TransferClaim) -> Json:
    flow = f"{party_words(claim.supplier)} → {party_words(claim.recipient)}"
    parts = (materiel_words(claim.materiel), quantity_words(claim.quantity), stage_words(claim))
    packed: dict[str, Json] = {
        "label": " · ".join([flow, *(part for part in parts if part)]),
        "says": [slot.words(claim) for slot in SLOTS],
    }
    packed.update({name: words for name, words in _origin(claim) if words})
    return packed


def _origin(claim: TransferClaim) -> Iterator[tuple[str, Json]]:
    """Who says so, and on what grounds."""
    yield "confidence", confidence_words(claim)
    yield "rule", behind(claim)
    provenance = claim.provenance
    if provenance is not None:
        yield "by", " ".join(part for part in (provenance.extractor, provenance.version) if part)
        yield "options", provenance.options_digest
        yield "votes", list(provenance.votes)
        ballots: list[Json] = [
            [one.slot, one.value, list(one.voters), one.chosen] for one in provenance.ballots
        ]
        yield "ballots", ballots


def _document(document: Document, claims: Sequence[TransferClaim], names: Sequence[str]) -> Json:
    marks = place_marks(claims, names)
    numbers: dict[Mark, int] = {mark: place for place, mark in enumerate(marks)}
    facts = (document.id, document.published, document.language, document.outlet)
    return {
        "title": document.title or document.id,
        "about": " · ".join(fact for fact in facts if fact),
        "language": document.language,
        "marks": [[mark.slot, mark.lane, [int(name) for name in mark.claims]] for mark in marks],
        "text": [
            [piece, [numbers[mark] for mark in running]]
            for piece, running in segments(document.text, marks)
        ],
    }
