"""What all tests share: which tests need the seed texts, and a plain word when they are missing."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# No test times anything, hypothesis included; a search in depth is for the one who wants it:
# pytest --hypothesis-profile=thorough
settings.register_profile(
    "quick", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "thorough", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("quick")

VARIABLE = "ARMSTRADE_SEEDS"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get(VARIABLE):
        return
    skip = pytest.mark.skip(reason=f"{VARIABLE} is not set: the seed texts are not at hand")
    for item in items:
        if item.get_closest_marker("seeds"):
            item.add_marker(skip)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests did not run and why; a green run must not hide it."""
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    terminalreporter.section(f"{len(skipped)} skipped tests")
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        terminalreporter.line(f"{report.nodeid}: {str(reason).removeprefix('Skipped: ')}")
    if not os.environ.get(VARIABLE):
        terminalreporter.line(
            f"Tests marked `seeds` need the articles, which are their publishers': set {VARIABLE} "
            "to the folder that holds them (see seeds/manifest.toml)."
        )
