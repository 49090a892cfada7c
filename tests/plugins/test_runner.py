"""The runner: five outcomes, isolation, grounding, order, options."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from armstrade.claims import Document, Materiel, Party, Provenance, Span, TransferClaim
from armstrade.claims.draft import ClaimDraft
from armstrade.errors import PluginError
from armstrade.plugins import (
    Abstain,
    Capabilities,
    Considered,
    Outcome,
    Registered,
    Status,
    Veto,
    run_extractor,
    run_extractors,
)

TEXT = "Berlin liefert Panzer. Warschau kauft Haubitzen."
DOC = Document(id="d", text=TEXT, language="de")


@dataclass
class Reading:
    """As much of a reading as the runner looks at."""

    document: Document = DOC
    language: str | None = "de"
    readable: bool = True
    sentences: list = field(
        default_factory=lambda: [
            SimpleNamespace(start=0, end=22),
            SimpleNamespace(start=23, end=48),
        ]
    )


class Fake:
    """An extractor that answers what it is told to."""

    languages = ()

    def __init__(self, answer=(), name="fake", **declared):
        self.name = name
        self.answer = answer
        vars(self).update(declared)

    def extract(self, reading):
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


def claim(text=TEXT, *, supplier="Berlin", materiel="Panzer", **slots):
    def span(words):
        start = text.index(words)
        return Span.of(text, start, start + len(words))

    values = {
        "document_id": "d",
        "supplier": Party(country="DE", id="DE", span=span(supplier)),
        "materiel": Materiel(category="armoured_vehicle", span=span(materiel)),
        "stage": "delivered",
        "evidence": (span(text[:22]),),
    }
    return TransferClaim(**{**values, **slots})


SECOND = claim(supplier="Warschau", materiel="Haubitzen", evidence=(Span.of(TEXT, 23, len(TEXT)),))
MISPLACED = claim(supplier="Berlin", evidence=(Span(start=1, end=7, text="Berlin"),))
FOREIGN = claim(document_id="another")
DRAFT = ClaimDraft(
    supplier={"text": "Berlin", "id": "DE", "country": "DE"},
    materiel={"text": "Panzer", "category": "armoured_vehicle"},
    stage="delivered",
)
LOST = ClaimDraft(
    supplier="Paris", materiel={"text": "Panzer", "category": "other"}, stage="sought"
)
VETO = Veto(span=Span.of(TEXT, 0, 6), reason="a test")


def run(answer=(), reading=None, **declared) -> Outcome:
    return run_extractor(Fake(answer, **declared), reading or Reading())


@pytest.mark.parametrize(
    ("answer", "status", "counts"),
    [
        ([], Status.NOTHING, (0, 0, 0)),
        (iter([]), Status.NOTHING, (0, 0, 0)),
        ([claim()], Status.CLAIMS, (1, 0, 0)),
        ((one for one in [claim(), SECOND]), Status.CLAIMS, (2, 0, 0)),
        ({claim()}, Status.CLAIMS, (1, 0, 0)),
        ([DRAFT], Status.CLAIMS, (1, 0, 0)),
        ([VETO], Status.VETOED, (0, 1, 0)),
        ([VETO, VETO], Status.VETOED, (0, 1, 0)),
        ([claim(), VETO], Status.CLAIMS, (1, 1, 0)),
        ([MISPLACED], Status.NOTHING, (0, 0, 1)),
        ([FOREIGN, claim()], Status.CLAIMS, (1, 0, 1)),
        ([LOST, DRAFT], Status.CLAIMS, (1, 0, 1)),
        ([VETO.model_copy(update={"span": Span(start=0, end=3, text="Rom")})],
         Status.NOTHING, (0, 0, 1)),
        (Abstain("no model"), Status.ABSTAINED, (0, 0, 0)),
        ([claim(), Abstain("changed my mind")], Status.ABSTAINED, (0, 0, 0)),
        ([claim(), 7], Status.FAILED, (0, 0, 0)),
        (None, Status.FAILED, (0, 0, 0)),
        ("text", Status.FAILED, (0, 0, 0)),
        (claim(), Status.FAILED, (0, 0, 0)),
        ({"supplier": "DE"}, Status.FAILED, (0, 0, 0)),
        (ZeroDivisionError("oh"), Status.FAILED, (0, 0, 0)),
        (SystemExit(2), Status.FAILED, (0, 0, 0)),
        (RecursionError("deep"), Status.FAILED, (0, 0, 0)),
        (MemoryError(), Status.FAILED, (0, 0, 0)),
    ],
)  # fmt: skip
def test_outcomes(answer, status, counts):
    outcome = run(answer)
    assert outcome.status is status
    assert (len(outcome.claims), len(outcome.vetoes), len(outcome.ungrounded)) == counts
    assert (outcome.error is not None) == (status is Status.FAILED)
    assert (outcome.reason is not None) == (status is Status.ABSTAINED)


def test_what_was_only_considered_is_kept_apart():
    outcome = run([Considered(claim=DRAFT), Considered(claim=claim()), Considered(claim=LOST)])
    assert (outcome.status, outcome.claims, len(outcome.ungrounded)) == (Status.NOTHING, (), 1)
    assert {one.provenance.extractor for one in outcome.considered} == {"fake"}
    assert all(one.verify(DOC) for one in outcome.considered)


def test_a_returned_abstention_counts_like_a_raised_one():
    class Returns(Fake):
        def extract(self, reading):
            return Abstain("not today")

    assert run_extractor(Returns(), Reading()).reason == "not today"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ([claim(), 7], "'fake' returned int as item 2"),
        (None, "'fake' returned NoneType"),
        (claim(), "'fake' returned one TransferClaim"),
    ],
)
def test_wrong_types_are_named(answer, words):
    assert words in run(answer).error.message


def test_a_failure_keeps_its_traceback_and_costs_the_others_nothing():
    outcomes = run_extractors(
        Reading(),
        [Fake([claim()], name="z"), Fake(OSError("disk"), name="broken"), Fake([DRAFT], name="a")],
    )
    assert [(one.extractor, one.status.value) for one in outcomes] == [
        ("a", "claims"), ("broken", "failed"), ("z", "claims"),
    ]  # fmt: skip
    error = outcomes[1].error
    assert (error.name, error.type, error.message) == ("broken", "OSError", "disk")
    assert "in extract" in error.traceback


def test_keyboard_interrupt_passes():
    with pytest.raises(KeyboardInterrupt):
        run(KeyboardInterrupt())


def test_ungrounded_items_say_why():
    (apart,) = run([LOST]).ungrounded
    assert apart.item == LOST
    assert "supplier: 'Paris' does not stand in document 'd'" in apart.reason


@pytest.mark.parametrize(
    ("declared", "language", "text", "reason"),
    [
        ({"languages": ("en",)}, "de", TEXT, "the document is in 'de'; 'fake' reads en"),
        ({"languages": ("en", "de")}, None, TEXT, "language is not known"),
        ({"languages": ()}, None, TEXT, None),
        ({"languages": frozenset({"de"})}, "de", TEXT, None),
        ({"max_chars": 10}, "de", TEXT, f"has {len(TEXT)} code points, 'fake' takes at most 10"),
        ({"max_chars": 3}, "de", "🚀🚀🚀", None),
        ({"max_chars": len(TEXT)}, "de", TEXT, None),
    ],
)
def test_abstaining_without_being_asked(declared, language, text, reason):
    reading = Reading(Document(id="d", text=text), language)
    outcome = run([], reading, **declared)
    if reason is None:
        assert outcome.status is Status.NOTHING
    else:
        assert outcome.status is Status.ABSTAINED
        assert reason in outcome.reason


def test_in_an_unknown_language_the_evidence_is_the_line():
    text = "Berlin envoie des chars. Point.\r\n\r\n Rien. "
    draft = DRAFT.model_copy(
        update={"materiel": DRAFT.materiel.model_copy(update={"text": "chars"})}
    )
    reading = Reading(Document(id="d", text=text), "fr", readable=False)
    (found,) = run([draft], reading).claims
    assert [span.text for span in found.evidence] == ["Berlin envoie des chars. Point."]


def test_claims_come_in_the_order_of_the_text_and_once():
    outcomes = [run(order) for order in ([SECOND, claim(), claim()], [claim(), SECOND])]
    assert [one.materiel.span.text for one in outcomes[0].claims] == ["Panzer", "Haubitzen"]
    assert outcomes[0] == outcomes[1]


def test_of_claims_with_one_id_the_surest_stays():
    claims = [claim(confidence=0.2), claim(confidence=0.9), claim()]
    for order in (claims, claims[::-1]):
        (kept,) = run(order).claims
        assert kept.confidence == 0.9


class Options(BaseModel):
    model_config = ConfigDict(extra="forbid")
    threshold: float = 0.5


class Configurable(Fake):
    Options = Options

    def extract(self, reading, *, options=None):
        return [claim(confidence=options.threshold)]


def test_options_are_passed_and_recorded():
    plain = run_extractor(Configurable(), Reading()).claims[0]
    tuned = run_extractor(Configurable(), Reading(), options={"threshold": 0.9}).claims[0]
    assert (plain.confidence, tuned.confidence) == (0.5, 0.9)
    assert plain.provenance.options_digest.startswith("sha256:")
    assert plain.provenance.options_digest != tuned.provenance.options_digest
    assert plain.id == tuned.id


@pytest.mark.parametrize("options", [{"treshold": 1}, {"threshold": "high"}])
def test_wrong_options_raise_before_anything_runs(options):
    class Never(Configurable):
        def extract(self, reading, *, options=None):
            raise AssertionError("it ran")

    with pytest.raises(ValidationError):
        run_extractors(Reading(), [Never()], options={"fake": options})


def test_options_for_nobody_raise():
    with pytest.raises(PluginError, match="'other', which does not run"):
        run_extractors(Reading(), [Fake()], options={"other": {}})
    with pytest.raises(PluginError, match="has no options"):
        run_extractors(Reading(), [Fake()], options={"fake": {"a": 1}})


def test_a_name_runs_once():
    with pytest.raises(PluginError, match="'fake' is to run twice"):
        run_extractors(Reading(), [Fake(), Fake()])


def test_provenance_is_filled_and_the_rule_kept():
    told = claim(provenance=Provenance(extractor="somebody", rule="r1"))
    found = run_extractor(Registered("fake", Fake([told]), "p", "arm-fake 2.3"), Reading())
    provenance = found.claims[0].provenance
    assert (provenance.extractor, provenance.version, provenance.rule) == ("fake", "2.3", "r1")
    assert provenance.options_digest is None
    own = run([told], version="9").claims[0].provenance
    assert own.version == "9"


def test_seconds_are_measured_but_not_compared():
    one, two = run([claim()]), run([claim()])
    assert one.seconds > 0
    assert one == two


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        ({"name": "No Good"}, "name must be"),
        ({"name": ""}, "name must be"),
        ({"name": 3}, "name must be"),
        ({"languages": "de"}, "languages must be"),
        ({"languages": ("deu",)}, "languages must be"),
        ({"languages": None}, "languages must be"),
        ({"version": 1}, "version must be"),
        ({"deterministic": "yes"}, "deterministic must be"),
        ({"default": 1}, "default must be"),
        ({"max_chars": 0}, "max_chars must be"),
        ({"max_chars": True}, "max_chars must be"),
        ({"Options": dict}, "Options must be"),
        ({"Options": Options}, "extract must be (reading, *, options)"),
        ({"extract": None}, "extract must be"),
    ],
)
def test_declarations_are_checked(declared, words):
    fake = Fake()
    vars(fake).update(declared)
    with pytest.raises(PluginError) as caught:
        Capabilities.of(fake)
    assert words in str(caught.value)


def test_defaults_of_a_declaration():
    assert Capabilities.of(Fake()) == Capabilities(
        name="fake", version="0", languages=(), deterministic=True, max_chars=None, default=True,
        Options=None,
    )  # fmt: skip


def test_a_class_is_no_extractor():
    with pytest.raises(PluginError, match=r"register an instance: Fake\(\)"):
        Capabilities.of(Fake)


def test_a_veto_fits_only_what_it_names():
    assert VETO.fits(claim())
    assert not VETO.fits(SECOND)
    assert VETO.model_copy(update={"supplier": "DE"}).fits(claim())
    assert not VETO.model_copy(update={"supplier": "FR"}).fits(claim())
    assert not VETO.model_copy(update={"recipient": "UA"}).fits(claim())
    assert not VETO.model_copy(update={"category": "uav"}).fits(claim())
