"""The conformance kit: what every extractor has to hold."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from armstrade.claims import Document
from armstrade.errors import MissingDependencyError
from armstrade.plugins import Extractor
from armstrade.testing.registry import Check, all_checks, known
from armstrade.testing.report import (
    CheckFailed,
    CheckReport,
    CheckResult,
    CheckSkipped,
    CheckStatus,
)
from armstrade.testing.subject import Subject

_KNOWN = "a weakness its author knows of (expected_failures)"


def check_extractor(
    extractor: Extractor,
    *,
    documents: Sequence[Document] | None = None,
    options: Mapping[str, Any] | None = None,
    expected_failures: Collection[str] = (),
) -> CheckReport:
    """Put an extractor through every check.

    Parameters
    ----------
    extractor
        An instance, registered or not.
    documents
        Documents on which it should claim something; default: short samples in the
        languages it declares (German and English ones exist).
    options
        Values for its options.
    expected_failures
        Names of checks that it is known to fail. One of them that passes counts as
        failed: the list is out of date.

    Returns
    -------
    CheckReport
        One result per check. Nothing is printed and nothing raised for a failed check;
        see `CheckReport.raise_for_failures`.

    Raises
    ------
    UnknownNameError
        When an expected failure is no check.

    Examples
    --------
    >>> class Nothing:
    ...     name, languages = "nothing", ("de", "en")
    ...     def extract(self, reading):
    ...         return []
    >>> report = check_extractor(Nothing())
    >>> report.ok, report["claims_survive_json"].status.value
    (True, 'skipped')
    """
    expected = known(expected_failures)
    subject = Subject(extractor, documents=documents, options=options)
    return CheckReport(
        str(getattr(extractor, "name", type(extractor).__qualname__)),
        tuple(
            _result(name, check, subject, expected=name in expected)
            for name, check in all_checks().items()
        ),
    )


def _result(name: str, check: Check, subject: Subject, *, expected: bool) -> CheckResult:
    try:
        check(subject)
    except CheckFailed as failure:
        status = CheckStatus.EXPECTED_FAILURE if expected else CheckStatus.FAILED
        return CheckResult(name, status, str(failure))
    except CheckSkipped as skip:
        return CheckResult(name, CheckStatus.SKIPPED, str(skip))
    except Exception as error:  # noqa: BLE001 - the other checks go on; kept in the report
        trouble = "".join(traceback.format_exception(error))
        return CheckResult(name, CheckStatus.FAILED, f"the check broke off: {error}\n{trouble}")
    if expected:
        return CheckResult(name, CheckStatus.FAILED, "it was expected to fail and passes")
    return CheckResult(name, CheckStatus.PASSED)


def parametrize_checks(
    extractor: Extractor,
    *,
    documents: Sequence[Document] | None = None,
    options: Mapping[str, Any] | None = None,
    expected_failures: Collection[str] = (),
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make one pytest case per check.

    Parameters
    ----------
    extractor, documents, options, expected_failures
        As for `check_extractor`.

    Returns
    -------
    Callable
        A decorator for a test function with one argument, ``check``, to be called.

    Examples
    --------
    >>> class Nothing:
    ...     name, languages = "nothing", ("de",)
    ...     def extract(self, reading):
    ...         return []
    >>> @parametrize_checks(Nothing())
    ... def test_conformance(check):
    ...     check()
    """
    try:
        import pytest
    except ImportError as error:
        raise MissingDependencyError("parametrize_checks", "testing") from error
    expected = known(expected_failures)
    subject = Subject(extractor, documents=documents, options=options)

    def case(check: Check) -> Callable[[], None]:
        def run() -> None:
            try:
                check(subject)
            except CheckSkipped as skip:
                pytest.skip(str(skip))

        return run

    return pytest.mark.parametrize(
        "check",
        [
            pytest.param(
                case(check),
                id=name,
                marks=[pytest.mark.xfail(reason=_KNOWN, raises=CheckFailed, strict=True)]
                if name in expected
                else [],
            )
            for name, check in all_checks().items()
        ],
    )
