"""The conformance kit: honest extractors pass, each saboteur fails the right check."""

from __future__ import annotations

import os
import re
import warnings

import pytest
from pydantic import BaseModel, ConfigDict

from armstrade.claims import Document, Materiel, Party, Span, TransferClaim
from armstrade.claims.draft import ClaimDraft
from armstrade.errors import UnknownNameError
from armstrade.plugins import Abstain, Veto
from armstrade.testing import (
    CheckFailed,
    CheckReport,
    CheckResult,
    CheckStatus,
    check_extractor,
    parametrize_checks,
)
from armstrade.testing.registry import all_checks

PATTERN = re.compile(r"(Deutschland|Germany)[^.]*?(Kampfpanzer|tanks)")


class FiveLines:
    name, languages = "five-lines", ("de", "en")

    def extract(self, reading):
        for found in PATTERN.finditer(reading.document.text):
            yield ClaimDraft(supplier=found[1], materiel=found[2], stage="delivered")


def offset_claim(document, start, end, **slots):
    """A claim built by hand from the offsets of the supplier."""
    span = Span.of(document.text, start, end)
    values = {
        "document_id": document.id,
        "supplier": Party(id="DE", country="DE", span=span),
        "materiel": Materiel(category="armoured_vehicle", span=span),
        "stage": "delivered",
        "evidence": (span,),
    }
    return TransferClaim(**{**values, **slots})


def hits(reading):
    return [match.span(1) for match in PATTERN.finditer(reading.document.text)]


class Spans(FiveLines):
    """Computes its offsets itself, and rightly."""

    def extract(self, reading):
        return [offset_claim(reading.document, *span) for span in hits(reading)]


class Careful(FiveLines):
    """Uses everything there is: options, a length limit, vetoes, abstentions."""

    max_chars = 50_000
    version = "1.2"

    class Options(BaseModel):
        model_config = ConfigDict(extra="forbid")
        minimum: int = 1

    def extract(self, reading, *, options=None):
        found = hits(reading)
        if len(found) < options.minimum:
            raise Abstain("too little")
        yield from Spans().extract(reading)
        yield Veto(span=Span.of(reading.document.text, *found[0]), supplier="FR", reason="test")


HONEST = [FiveLines(), Spans(), Careful()]


class NoName(FiveLines):
    name = None


class LanguageString(FiveLines):
    languages = "de"


class Changing(FiveLines):
    languages = ["de", "en"]  # noqa: RUF012 - the fault under test

    def extract(self, reading):
        self.version = reading.document.id
        return []


class LooseOptions(FiveLines):
    class Options(BaseModel):
        minimum: int = 1

    def extract(self, reading, *, options):
        return FiveLines.extract(self, reading)


class OptionsWithoutDefault(FiveLines):
    class Options(BaseModel):
        model_config = ConfigDict(extra="forbid")
        path: str

    def extract(self, reading, *, options):
        return []


class ReturnsNone(FiveLines):
    def extract(self, reading):
        list(hits(reading))


class ReturnsTuples(FiveLines):
    def extract(self, reading):
        return hits(reading)


class Raises(FiveLines):
    def extract(self, reading):
        return [reading.document.text.index("zebra")]


class OffByOne(FiveLines):
    def extract(self, reading):
        text = reading.document.text
        for start, end in hits(reading):
            wrong = Span.of(text, start, end).model_copy(
                update={"start": start + 1, "end": end + 1}
            )
            yield offset_claim(reading.document, start, end, evidence=(wrong,))


class Dreams(FiveLines):
    def extract(self, reading):
        yield ClaimDraft(supplier="Atlantis", materiel="tridents", stage="offered")


class CountsUtf16(FiveLines):
    def extract(self, reading):
        text = reading.document.text
        for start, end in hits(reading):
            shift = len(text[:start].encode("utf-16-le")) // 2 - start
            span = Span(start=start + shift, end=end + shift, text=text[start:end])
            yield offset_claim(reading.document, start, end, evidence=(span,))


class CountsBytes(FiveLines):
    def extract(self, reading):
        text = reading.document.text
        for start, end in hits(reading):
            shift = len(text[:start].encode()) - start
            span = Span(start=start + shift, end=end + shift, text=text[start:end])
            yield offset_claim(reading.document, start, end, evidence=(span,))


class NormalisesLines(FiveLines):
    def extract(self, reading):
        text = reading.document.text.replace("\r\n", "\n")
        for match in PATTERN.finditer(text):
            yield offset_claim(Document(id=reading.document.id, text=text), *match.span(1))
        for match in re.finditer("Berlin", text):
            yield offset_claim(Document(id=reading.document.id, text=text), *match.span())


class Composes(FiveLines):
    def extract(self, reading):
        import unicodedata

        text = unicodedata.normalize("NFC", reading.document.text)
        for match in re.finditer("Brasilien|Brazil|Teheran|Tehran|Turkey|Türkei", text):
            yield offset_claim(Document(id=reading.document.id, text=text), *match.span())


class LowersText(FiveLines):
    def extract(self, reading):
        text = reading.document.text.lower()
        for word in ("deutschland", "germany"):
            if word in text:
                start = text.index(word)
                yield ClaimDraft(
                    supplier=text[start : start + len(word)],
                    materiel={"text": word, "category": "uav"},
                    stage="sought",
                )


class Skips(FiveLines):
    """Claims that the weather is an arms deal, whatever stands there."""

    def extract(self, reading):
        text = reading.document.text
        return [offset_claim(reading.document, 0, 1)] if text.strip("(,„.-") == "" and text else []


class NeedsText(FiveLines):
    def extract(self, reading):
        reading.document.text[0]
        return []


class Recursive(FiveLines):
    def extract(self, reading):
        def down(text):
            return down(text[1:]) if text else []

        return down(reading.document.text[:3000])


class TooLong(FiveLines):
    def extract(self, reading):
        if len(reading.document.text) > 100_000:
            raise ValueError("sequence is longer than the model's limit")
        return []


class Random(FiveLines):
    def extract(self, reading):
        document = reading.document
        confidence = int.from_bytes(os.urandom(4), "big") / 2**32
        return [offset_claim(document, *span, confidence=confidence) for span in hits(reading)]


class AdmitsRandom(Random):
    deterministic = False


class Remembers(FiveLines):
    def __init__(self):
        self.seen = set()

    def extract(self, reading):
        if reading.document.id in self.seen:
            return []
        self.seen.add(reading.document.id)
        return FiveLines.extract(self, reading)


class Counts(FiveLines):
    """What it says depends on how often it was asked."""

    def __init__(self):
        self.calls = 0

    def extract(self, reading):
        self.calls += 1
        return [offset_claim(reading.document, 0, 1 + self.calls % 7)] if hits(reading) else []


class MutatesReading(FiveLines):
    def extract(self, reading):
        reading.language = "fr"
        return []


class EatsSentences(FiveLines):
    def extract(self, reading):
        for sentence in reading.sentences:
            sentence.words.clear()
        return []


class Swaps(FiveLines):
    def extract(self, reading):
        reading.document = reading.document.model_copy(update={"text": "nothing"})
        return []


class Invents(FiveLines):
    """Goes around validation."""

    def extract(self, reading):
        return [
            offset_claim(reading.document, *span).model_copy(update={"stage": "teleported"})
            for span in hits(reading)
        ]


class Prints(FiveLines):
    def extract(self, reading):
        print("working ...")
        return []


class Silences(FiveLines):
    def extract(self, reading):
        warnings.simplefilter("ignore", ResourceWarning, lineno=len(warnings.filters) + 1)
        return []


class Closure(FiveLines):
    def extract(self, reading):
        class Special(TransferClaim):
            pass

        return [
            Special.model_validate(offset_claim(reading.document, *span).model_dump())
            for span in hits(reading)
        ]


class NeverHere(FiveLines):
    def extract(self, reading):
        raise Abstain("busy")


SABOTEURS = [
    (NoName(), "declares"),
    (LanguageString(), "declares"),
    (FiveLines, "declares"),
    (Changing(), "declares_the_same_twice"),
    (LooseOptions(), "options_refuse_unknown_names"),
    (OptionsWithoutDefault(), "options_have_defaults"),
    (ReturnsNone(), "answers"),
    (ReturnsTuples(), "answers"),
    (Raises(), "answers"),
    (OffByOne(), "grounds"),
    (Dreams(), "grounds"),
    (CountsUtf16(), "characters_beyond_the_bmp"),
    (CountsBytes(), "characters_beyond_the_bmp"),
    (NormalisesLines(), "carriage_returns"),
    (Composes(), "combining_characters"),
    (LowersText(), "grounds"),
    (Skips(), "punctuation_only"),
    (NeedsText(), "empty_text"),
    (Recursive(), "one_endless_word"),
    (TooLong(), "huge_text"),
    (Random(), "deterministic"),
    (Remembers(), "deterministic"),
    (Counts(), "no_memory"),
    (Counts(), "batch_equals_single"),
    (MutatesReading(), "leaves_the_reading_alone"),
    (EatsSentences(), "leaves_the_reading_alone"),
    (Swaps(), "leaves_the_reading_alone"),
    (Invents(), "claims_are_valid"),
    (Closure(), "claims_can_be_pickled"),
    (Prints(), "prints_nothing"),
    (Silences(), "leaves_the_program_alone"),
    (NeverHere(), "reads_each_declared_language"),
]


@pytest.mark.parametrize("extractor", HONEST, ids=lambda one: type(one).__name__)
def test_honest_extractors_pass(extractor):
    report = check_extractor(extractor)
    report.raise_for_failures()
    assert report.ok
    assert len(report.results) == len(all_checks())


def test_the_five_lines_are_really_checked():
    report = check_extractor(FiveLines())
    expected = {name for name in all_checks() if name.startswith("options_")}
    assert set(report.skipped) <= expected | {"imports_lightly"}


@pytest.mark.parametrize(
    ("extractor", "name"),
    SABOTEURS,
    ids=lambda one: one if isinstance(one, str) else repr(one)[:40],
)
def test_saboteurs_fail_the_right_check(extractor, name):
    with warnings.catch_warnings():
        # pydantic warns when it dumps a claim that went around validation.
        warnings.simplefilter("ignore", UserWarning)
        report = check_extractor(extractor)
    assert name in report.failed, str(report)
    with pytest.raises(CheckFailed, match=f"failed: {name}: "):
        report.raise_for_failures()


def test_every_check_but_these_is_failed_by_a_saboteur():
    covered = {name for _, name in SABOTEURS} | {"imports_lightly"}
    assert sorted(set(all_checks()) - covered) == [
        "abstains_in_other_languages",  # the runner sees to it
        "claims_survive_json",
        "odd_white_space",
        "options_round_trip",
        "same_reading_twice",
        "text_without_case",
        "the_same_text_twice",
        "threads_agree",
        "white_space",
    ]


def test_who_admits_chance_is_not_asked_for_sameness():
    report = check_extractor(AdmitsRandom())
    assert report.ok
    assert {"deterministic", "batch_equals_single", "threads_agree"} <= set(report.skipped)


def test_a_heavy_import_is_found(tmp_path, monkeypatch):
    (tmp_path / "arm_heavy.py").write_text(
        "import requests\n"
        "class Heavy:\n"
        "    name, languages = 'heavy', ()\n"
        "    def extract(self, reading):\n"
        "        return []\n"
    )
    (tmp_path / "requests.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    import arm_heavy

    message = check_extractor(arm_heavy.Heavy())["imports_lightly"].message
    assert "importing 'arm_heavy' loads requests" in message


def test_expected_failures():
    report = check_extractor(Prints(), expected_failures=["prints_nothing"])
    assert report.ok
    assert report["prints_nothing"].status is CheckStatus.EXPECTED_FAILURE
    assert "working" in report["prints_nothing"].message


def test_an_expected_failure_that_passes_is_a_failure():
    report = check_extractor(FiveLines(), expected_failures=["grounds"])
    assert report.failed == ("grounds",)


def test_an_expected_failure_must_be_a_check():
    with pytest.raises(UnknownNameError, match="Did you mean 'grounds'"):
        check_extractor(FiveLines(), expected_failures=["ground"])


def test_nothing_is_printed(capsys):
    check_extractor(FiveLines())
    assert capsys.readouterr() == ("", "")


def test_a_report_counts_and_tells():
    report = CheckReport(
        "x",
        (
            CheckResult("a", CheckStatus.PASSED),
            CheckResult("b", CheckStatus.FAILED, "why"),
            CheckResult("c", CheckStatus.SKIPPED, "no reason"),
        ),
    )
    assert str(report) == (
        "x: 3 checks: 1 passed, 1 failed, 1 skipped\n  failed: b: why\n  skipped: c: no reason"
    )
    assert (report.ok, report.failed, report.skipped) == (False, ("b",), ("c",))
    with pytest.raises(KeyError):
        report["d"]


def test_own_documents_replace_the_samples():
    document = Document(id="fr", text="Germany sends tanks.", language="fr")

    class French(FiveLines):
        languages = ("fr",)

        def extract(self, reading):
            return [offset_claim(reading.document, *span) for span in hits(reading)]

    assert "grounds" in check_extractor(French()).skipped
    report = check_extractor(French(), documents=[document])
    assert report["claims_are_valid"].status is CheckStatus.PASSED


@parametrize_checks(FiveLines())
def test_one_case_per_check(check):
    check()


@parametrize_checks(Prints(), expected_failures=["prints_nothing"])
def test_expected_failures_become_xfail(check):
    check()
